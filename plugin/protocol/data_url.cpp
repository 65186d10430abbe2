// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/data_url.h"

#include <glib.h>

#include <algorithm>

namespace wordbrush::protocol {

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), g_ascii_tolower);
  return result;
}

}  // namespace

std::optional<DataUrl> split_data_url(std::string_view url) {
  constexpr std::string_view scheme = "data:";
  const std::size_t comma = url.find(',');
  if (comma == std::string_view::npos || comma < scheme.size()) return std::nullopt;
  const std::string label = lower(url.substr(0, comma));
  if (!label.starts_with(scheme) || !label.ends_with(";base64")) return std::nullopt;
  const std::size_t type_end = label.find(';');
  return DataUrl{label.substr(scheme.size(), type_end - scheme.size()), url.substr(comma + 1)};
}

}  // namespace wordbrush::protocol
