// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wordbrush::settings {

inline constexpr std::size_t max_name_characters = 100;
inline constexpr std::size_t max_url_bytes = 2048;
inline constexpr std::size_t max_model_bytes = 256;
inline constexpr std::size_t max_key_bytes = 4096;

/// `text` without the ASCII white space around it.
std::string_view trimmed(std::string_view text);

/// Valid UTF-8 without control characters, line breaks and paragraph breaks.
bool is_one_line(std::string_view text);

/// The number of characters of a text that is_one_line().
std::size_t character_count(std::string_view text);

/// Letters of any script without their case, to compare them.
std::string without_case(std::string_view text);

/// The key without the white space that pasting brings along. Fails with
/// ErrorKind::Input where it is empty, longer than max_key_bytes or holds anything
/// but printable ASCII, which no HTTP header could carry. The message never
/// repeats the key.
Result<std::string> clean_key(std::string_view key);

}  // namespace wordbrush::settings
