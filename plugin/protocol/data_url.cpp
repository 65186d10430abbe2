// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/data_url.h"

#include <glib.h>

#include <algorithm>

#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// Without it, words that begin with "data:" would be the label of a picture that
/// comes after them.
bool may_be_in_label(char character) {
  constexpr std::string_view brackets = "()<>[]{}!";
  return g_ascii_isprint(character) && !brackets.contains(character);
}

}  // namespace

std::optional<DataUrl> split_data_url(std::string_view url) {
  constexpr std::string_view scheme = "data:";
  constexpr std::size_t max_label_bytes = 200;
  const std::size_t comma = url.substr(0, max_label_bytes).find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string label = lower(url.substr(0, comma));
  if (!label.starts_with(scheme) || !label.ends_with(";base64")) return std::nullopt;
  if (!std::ranges::all_of(label, may_be_in_label)) return std::nullopt;
  const std::size_t type_end = label.find(';', scheme.size());
  return DataUrl{label.substr(scheme.size(), type_end - scheme.size()), url.substr(comma + 1)};
}

}  // namespace wordbrush::protocol
