// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace wordbrush::settings {

inline constexpr std::size_t max_extra_headers = 16;
inline constexpr std::size_t max_header_bytes = 4096;  ///< of one line

using ExtraHeaders = std::vector<std::pair<std::string, std::string>>;

/// The headers that a connection adds to its requests: one "Name: value" a line, blank
/// lines left out. Fails with ErrorKind::Input, naming the line but not its value,
/// where one is no header, holds anything but printable ASCII, comes twice, carries the
/// key (Authorization) or is a matter of the request itself (Host, Content-Length ...),
/// and where there are too many or one is too long.
Result<ExtraHeaders> parse_extra_headers(std::string_view text);

/// The same as text, a line each. Empty for none.
std::string to_text(const ExtraHeaders& headers);

}  // namespace wordbrush::settings
