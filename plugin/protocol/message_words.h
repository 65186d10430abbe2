// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "protocol/answer.h"

namespace wordbrush::protocol {

/// The words of a choice, from the first of its places that has any.
const std::string& words_of(const Choice& choice);

/// `words` trimmed, with at most three line ends in a row, where a picture stood.
std::string without_gaps(std::string_view words);

/// Puts `more` behind `text`, with a blank line between them where both say anything.
void add_paragraph(std::string& text, std::string_view more);

/// Valid UTF-8 of at most max_words_bytes.
std::string cut_to_limit(std::string text);

}  // namespace wordbrush::protocol
