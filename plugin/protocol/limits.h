// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace wordbrush::protocol {

// What an answer may hold at most. Real ones stay far below: the largest pictures
// are 4K PNGs of about 25 MB.

inline constexpr std::size_t mebibyte = std::size_t{1} << 20;

inline constexpr std::size_t max_body_bytes = 256 * mebibyte;    ///< as it comes over the wire
inline constexpr std::size_t max_text_bytes = 16 * mebibyte;     ///< of JSON without its pictures
inline constexpr std::size_t max_picture_bytes = 64 * mebibyte;  ///< decoded
inline constexpr std::size_t max_pictures = 32;
inline constexpr std::size_t max_words_bytes = 1 * mebibyte;  ///< of what the model says
inline constexpr std::size_t max_quoted_characters = 500;     ///< of words in an error

}  // namespace wordbrush::protocol
