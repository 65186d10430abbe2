// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/extra_headers.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <ranges>

#include "base/glib_ptr.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

// All in lower case.
constexpr std::array<std::string_view, 2> key_headers = {"authorization", "proxy-authorization"};
// What is set for each request, and what would cut it in other places.
constexpr std::array<std::string_view, 14> own_headers = {"accept",         "accept-encoding",
                                                          "connection",     "content-encoding",
                                                          "content-length", "content-type",
                                                          "expect",         "host",
                                                          "keep-alive",     "te",
                                                          "trailer",        "transfer-encoding",
                                                          "upgrade",        "user-agent"};

/// A token of RFC 9110, 5.6.2.
bool is_name(std::string_view name) {
  static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::ranges::all_of(name, [](char character) {
    return g_ascii_isalnum(character) || marks.contains(character);
  });
}

bool is_value(std::string_view value) {
  return !value.empty() &&
         std::ranges::all_of(value, [](char character) { return g_ascii_isprint(character); });
}

std::unexpected<Error> refuse(const char* sentence_with_name, const std::string& name) {
  const GCharPtr detail(g_strdup_printf(sentence_with_name, name.c_str()));
  return fail(ErrorKind::Input, detail.get());
}

std::unexpected<Error> refuse_line(int number) {
  const GCharPtr detail(g_strdup_printf(
      _("Line %d of the extra headers is none. A header looks like this: X-Title: Wordbrush"),
      number));
  return fail(ErrorKind::Input, detail.get());
}

/// `name` is_name().
Result<void> check_name(const std::string& name, const ExtraHeaders& before) {
  const auto lowered = without_case(name);
  if (std::ranges::contains(key_headers, lowered))
    return refuse(_("The header %s carries the key, which has a field of its own."), name);
  if (std::ranges::contains(own_headers, lowered))
    return refuse(_("The header %s is set by Wordbrush itself."), name);
  const auto is_same = [&](const auto& header) { return without_case(header.first) == lowered; };
  if (std::ranges::any_of(before, is_same)) return refuse(_("The header %s is there twice."), name);
  return {};
}

Result<void> add_line(std::string_view line, int number, ExtraHeaders& headers) {
  if (line.size() > max_header_bytes || headers.size() == max_extra_headers)
    return fail(ErrorKind::Input, _("There are too many extra headers, or one is too long."));
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return refuse_line(number);
  std::string name(trimmed(line.substr(0, colon)));
  std::string value(trimmed(line.substr(colon + 1)));
  if (!is_name(name) || !is_value(value)) return refuse_line(number);
  if (auto checked = check_name(name, headers); !checked) return checked;
  headers.emplace_back(std::move(name), std::move(value));
  return {};
}

}  // namespace

Result<ExtraHeaders> parse_extra_headers(std::string_view text) {
  ExtraHeaders headers;
  int number = 0;
  for (const auto part : std::views::split(text, '\n')) {
    ++number;
    const auto line = trimmed(std::string_view(part));
    if (line.empty()) continue;
    if (auto added = add_line(line, number, headers); !added) return fail(std::move(added.error()));
  }
  return headers;
}

std::string to_text(const ExtraHeaders& headers) {
  std::string text;
  for (const auto& [name, value] : headers)
    text.append(text.empty() ? "" : "\n").append(name).append(": ").append(value);
  return text;
}

}  // namespace wordbrush::settings
