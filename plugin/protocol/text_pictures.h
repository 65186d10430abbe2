// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "protocol/run_store.h"

namespace wordbrush::protocol {

/// A picture that the words of an answer show (protocol.md, 2.3, P7).
struct TextPicture {
  std::size_t start, end;   ///< the bytes that stand for it, with their Markdown or HTML
  std::string_view source;  ///< a data URL or a link, within the text
  /// The text ends before what has to close it, or may go on with more base64.
  bool is_open;
};

/// Markdown pictures, HTML <img>, bare data URLs, or a text that is a link alone;
/// in order, without overlap. Links that are no pictures are left alone. `text` may
/// hold marks of `store`.
std::vector<TextPicture> find_pictures(std::string_view text, const RunStore& store);

/// Whether `text` holds nothing but what goes on with a data URL: base64 and marks, and
/// white space where `with_spaces`.
bool is_payload(std::string_view text, bool with_spaces, const RunStore& store);

/// Where the text starts that may still become a picture when more words come:
/// its size where there is none.
std::size_t unfinished_start(std::string_view text);

}  // namespace wordbrush::protocol
