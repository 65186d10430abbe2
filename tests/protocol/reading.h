// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "protocol/reply.h"

namespace wordbrush::protocol {

/// A file of tests/data/replies: lines of "name: value", where "\n" in a value is
/// a line end, a blank line, and a body.
///
/// In the body $A, $B and $J stand for the base64 of three pictures, the last one
/// starting with a slash as a JPEG's does; $E, $X, $N, $U and $L for $A with its
/// slashes escaped, its slashes and signs as \u escapes, without padding, in the
/// other alphabet, and in lines of 76 characters.
struct ReplyCase {
  std::string name;
  std::map<std::string, std::string> fields;
  std::string body;
};

void PrintTo(const ReplyCase& c, std::ostream* os);

/// The cases of one folder, by name.
std::vector<ReplyCase> reply_cases(const char* folder);

/// The base64 of the pictures that fill a body.
struct Pictures {
  std::string a, b, j;
};

/// So short that they stay in the text.
Pictures small_pictures();
/// So long that they are taken out of it.
Pictures large_pictures();

std::string filled(std::string body, const Pictures& pictures);

/// The pictures of `reply` as the cases name them: "A B https://host/c.png".
std::string names_of(const Reply& reply, const Pictures& pictures);

/// Bytes like a picture's, the same ones for the same seed.
Bytes picture_bytes(std::size_t size, unsigned seed);

std::string to_base64(const Bytes& bytes);

/// Replaces every `from` in `text`.
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// What a ReplyReader makes of `body` when it comes in pieces of `piece_bytes`.
Result<Reply> read_in_pieces(std::string_view body, std::size_t piece_bytes);

/// Everything about a result in words, to compare two and to see where they differ.
std::string described(const Result<Reply>& result);

/// An event whose delta says `words`.
inline std::string delta(const std::string& words) {
  return "data: {\"choices\":[{\"delta\":{\"content\":\"" + words + "\"}}]}\n\n";
}

/// A picture in Markdown, as models write it.
inline std::string markdown(const std::string& base64) {
  return "![i](data:image/png;base64," + base64 + ")";
}

}  // namespace wordbrush::protocol
