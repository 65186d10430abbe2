// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wordbrush::demo {

/// A text in which words are looked for, whatever their case.
class WordText {
 public:
  /// Bytes that are no UTF-8 become U+FFFD.
  explicit WordText(std::string_view text);

  std::size_t size() const { return text_.size(); }

  /// Whether `word` (lower case) stands at the byte `at`, not within a longer word.
  /// Chinese has no spaces: a character of it ends any word.
  bool has_at(std::size_t at, std::string_view word) const;

  /// Whether any of `words` stands anywhere.
  bool has_any(std::span<const std::string_view> words) const;

 private:
  std::string text_;
};

}  // namespace wordbrush::demo
