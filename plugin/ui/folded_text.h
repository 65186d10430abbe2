// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wordbrush::ui {

/// `text` as it is searched in: without case, and each sign in one of the several ways
/// to write it. `text` is valid UTF-8.
std::string folded(std::string_view text);

/// The words of `text`, folded, as they stand between white space.
std::vector<std::string> folded_words(std::string_view text);

/// Whether every one of the words occurs in `folded_text`, anywhere.
bool has_words(std::string_view folded_text, const std::vector<std::string>& words);

}  // namespace wordbrush::ui
