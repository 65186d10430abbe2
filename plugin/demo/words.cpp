// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/words.h"

#include <glib.h>

#include <algorithm>

#include "base/glib_ptr.h"

namespace wordbrush::demo {

namespace {

/// Chinese and Japanese put no blanks between words, and Korean adds endings to them.
bool stands_alone(GUnicodeScript script) {
  constexpr GUnicodeScript scripts[] = {G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA,
                                        G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_HANGUL};
  return std::ranges::contains(scripts, script);
}

bool joins_words(gunichar character) {
  return g_unichar_isalnum(character) != FALSE && !stands_alone(g_unichar_get_script(character));
}

bool joins_before(const std::string& text, std::size_t at) {
  if (at == 0) return false;
  const char* const before = g_utf8_find_prev_char(text.c_str(), text.c_str() + at);
  return joins_words(g_utf8_get_char(before));
}

}  // namespace

WordText::WordText(std::string_view text) {
  const GCharPtr valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  const GCharPtr composed(g_utf8_normalize(valid.get(), -1, G_NORMALIZE_DEFAULT_COMPOSE));
  const GCharPtr lower(g_utf8_strdown(composed.get(), -1));
  text_ = lower.get();
}

bool WordText::has_at(std::size_t at, std::string_view word) const {
  if (!std::string_view(text_).substr(at).starts_with(word)) return false;
  const char* const end = text_.c_str() + at + word.size();
  const char* const last = g_utf8_find_prev_char(text_.c_str() + at, end);
  const bool starts_inside =
      joins_words(g_utf8_get_char(text_.c_str() + at)) && joins_before(text_, at);
  const bool ends_inside = joins_words(g_utf8_get_char(last)) && joins_words(g_utf8_get_char(end));
  return !starts_inside && !ends_inside;
}

bool WordText::has_any(std::span<const std::string_view> words) const {
  return std::ranges::any_of(words, [this](std::string_view word) {
    for (auto at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1))
      if (has_at(at, word)) return true;
    return false;
  });
}

}  // namespace wordbrush::demo
