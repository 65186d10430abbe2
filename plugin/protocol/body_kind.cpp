// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/body_kind.h"

#include <algorithm>
#include <array>

#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

constexpr std::string_view white_space = " \t\r\n";

constexpr std::array<std::string_view, 4> field_names = {"data", "event", "id", "retry"};

bool starts_with_field(std::string_view text) {
  return std::ranges::any_of(field_names, [&](std::string_view name) {
    if (!text.starts_with(name)) return false;
    const std::string_view rest = text.substr(name.size());
    return rest.empty() || rest.front() == ':' || rest.front() == '\n' || rest.front() == '\r';
  });
}

bool may_become_field(std::string_view text) {
  return std::ranges::any_of(field_names,
                             [&](std::string_view name) { return name.starts_with(text); });
}

/// Of a text without lead.
BodyKind kind_of(std::string_view text) {
  if (text.empty()) return BodyKind::Nothing;
  if (text.front() == '{' || text.front() == '[') return BodyKind::Json;
  if (text.front() == '<') return BodyKind::Html;
  if (text.front() == ':' || starts_with_field(text)) return BodyKind::EventStream;
  return BodyKind::Words;
}

}  // namespace

std::string_view without_lead(std::string_view text) {
  const auto skip_space = [&] {
    text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  };
  skip_space();
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  skip_space();
  return text;
}

std::optional<BodyKind> kind_of_start(std::string_view start) {
  const std::string_view text = without_lead(start);
  if (text.empty() || byte_order_mark.starts_with(text) || may_become_field(text))
    return std::nullopt;
  return kind_of(text);
}

BodyKind kind_of_body(std::string_view body) {
  return kind_of(without_lead(body));
}

}  // namespace wordbrush::protocol
