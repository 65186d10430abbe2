// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/words.h"

#include <glib.h>

#include <algorithm>
#include <array>

#include "base/glib_ptr.h"

namespace wordbrush::protocol {

namespace {

bool is_key_character(char character) {
  constexpr std::string_view others = "-_.*+/=~";
  return g_ascii_isalnum(character) || others.contains(character);
}

struct KeySign {
  std::string_view start;          ///< lower case
  bool stays;                      ///< whether the key comes only after it
  std::size_t min_key_characters;  ///< of what follows
};

constexpr std::array<KeySign, 7> key_signs = {{
    {"sk-", false, 6},
    {"aiza", false, 16},
    {"bearer ", true, 8},
    {"key=", true, 8},
    {"key: ", true, 8},
    {"token=", true, 8},
    {"api key provided: ", true, 4},
}};

/// The bytes of the key at the start of `text`, whose sign stays; 0 where none is.
std::size_t key_length(std::string_view text, const KeySign& sign) {
  const auto end = std::ranges::find_if_not(text, is_key_character);
  std::size_t length = std::size_t(end - text.begin());
  // The dot that ends the sentence.
  while (length > 0 && text[length - 1] == '.') --length;
  return length < sign.min_key_characters ? 0 : length;
}

/// Where a word starts: "task-1" holds no key.
bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || !g_ascii_isalnum(text[at - 1]);
}

/// What of `text` at `at` stays before a key, and the key behind it.
struct FoundKey {
  std::size_t start, length;
};

FoundKey key_at(std::string_view text, std::string_view lowered, std::size_t at) {
  if (!starts_word(text, at)) return {};
  for (const KeySign& sign : key_signs) {
    if (!lowered.substr(at).starts_with(sign.start)) continue;
    const std::size_t after = at + sign.start.size();
    const std::size_t length = key_length(text.substr(after), sign);
    if (length == 0) continue;
    return sign.stays ? FoundKey{after, length} : FoundKey{at, length + sign.start.size()};
  }
  return {};
}

std::string without_tags(std::string_view html) {
  std::string words;
  while (!html.empty()) {
    const std::size_t tag = std::min(html.find('<'), html.size());
    words += html.substr(0, tag);
    const std::size_t end = html.find('>', tag);
    html = end == std::string_view::npos ? "" : html.substr(end + 1);
    words += ' ';
  }
  return words;
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (!g_ascii_isspace(character)) {
      result.push_back(character);
    } else if (!result.empty() && result.back() != ' ') {
      result.push_back(' ');
    }
  }
  return std::string(trimmed(result));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), g_ascii_tolower);
  return result;
}

std::string valid_utf8(std::string_view text) {
  if (text.empty()) return {};
  const GCharPtr valid(g_utf8_make_valid(text.data(), gssize(text.size())));
  return valid.get();
}

std::string shortened(std::string_view text, std::size_t max_characters) {
  constexpr std::size_t max_character_bytes = 4;
  const std::string_view start = trimmed(text);
  std::string words = valid_utf8(start.substr(0, (max_characters + 1) * max_character_bytes));
  if (std::size_t(g_utf8_strlen(words.c_str(), -1)) <= max_characters) return words;
  const char* const end = g_utf8_offset_to_pointer(words.c_str(), glong(max_characters));
  words.resize(std::size_t(end - words.c_str()));
  return words + "...";
}

std::string without_keys(std::string_view text) {
  const std::string lowered = lower(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const FoundKey key = key_at(text, lowered, at);
    if (key.length == 0) {
      result.push_back(text[at++]);
      continue;
    }
    result.append(text.substr(at, key.start - at)).append("[...]");
    at = key.start + key.length;
  }
  return result;
}

std::string without_key(std::string text, std::string_view key) {
  constexpr std::size_t min_key_bytes = 4;
  constexpr std::string_view left_out = "[...]";
  if (key.size() < min_key_bytes) return text;
  for (std::size_t at = 0; (at = text.find(key, at)) != std::string::npos; at += left_out.size())
    text.replace(at, key.size(), left_out);
  return text;
}

std::string without_secrets(std::string text,
                            const std::vector<std::pair<std::string, std::string>>& headers) {
  constexpr std::size_t min_secret_bytes = 16;
  for (const auto& [name, value] : headers)
    if (value.size() >= min_secret_bytes && !value.contains(' '))
      text = without_key(std::move(text), value);
  return text;
}

std::string words_of_html(std::string_view html) {
  const std::string lowered = lower(html);
  const std::size_t title = lowered.find("<title");
  const std::size_t start = lowered.find('>', title);
  const std::size_t end = lowered.find("</title", title);
  if (title != std::string::npos && start < end && end != std::string::npos) {
    const std::string words =
        with_single_spaces(without_tags(html.substr(start + 1, end - start - 1)));
    if (!words.empty()) return words;
  }
  return with_single_spaces(without_tags(html));
}

}  // namespace wordbrush::protocol
