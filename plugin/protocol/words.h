// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wordbrush::protocol {

/// U+FEFF as UTF-8, before the first character of a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// `text` without white space at its ends.
std::string_view trimmed(std::string_view text);

/// The ASCII letters of `text` in lower case.
std::string lower(std::string_view text);

/// `text` with U+FFFD for each byte that is no UTF-8.
std::string valid_utf8(std::string_view text);

/// Valid UTF-8 of at most `max_characters`, with "..." where it goes on, trimmed.
std::string shortened(std::string_view text, std::size_t max_characters);

/// `text` without what looks like an API key: services repeat the one they refuse.
std::string without_keys(std::string_view text);

/// `text` without `key` itself, which a service may repeat in any words. A key of less
/// than 4 characters is no secret, but part of any word, and stays.
std::string without_key(std::string text, std::string_view key);

/// `text` without such values of `headers` as look like a secret: a word of 16 characters
/// or more.
std::string without_secrets(std::string text,
                            const std::vector<std::pair<std::string, std::string>>& headers);

/// What a web page says in its title, or all of its words where it has none.
std::string words_of_html(std::string_view html);

}  // namespace wordbrush::protocol
