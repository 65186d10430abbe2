// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wordbrush::protocol {

/// A data URL (RFC 2397) cut in two.
struct DataUrl {
  std::string mime_type;     ///< lower case, without parameters; may be empty
  std::string_view payload;  ///< what follows the comma: base64
};

/// Nothing where `url` is no data URL in base64.
std::optional<DataUrl> split_data_url(std::string_view url);

}  // namespace wordbrush::protocol
