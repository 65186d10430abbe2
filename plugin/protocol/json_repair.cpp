// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json_repair.h"

#include <cstddef>

namespace wordbrush::protocol {

namespace {

/// What is open at the end of a text, and at its last closing bracket.
struct Brackets {
  bool in_string = false;
  std::string open;            ///< the closing brackets that are due, innermost last
  std::size_t whole_size = 0;  ///< of the text up to its last closing bracket
  std::string open_at_whole;
};

void take_bracket(char byte, std::size_t size, Brackets& brackets) {
  if (byte == '{') brackets.open += '}';
  if (byte == '[') brackets.open += ']';
  if (byte != '}' && byte != ']') return;
  if (!brackets.open.empty()) brackets.open.pop_back();
  brackets.whole_size = size;
}

Brackets scan(std::string_view text) {
  Brackets brackets;
  std::size_t depth_at_whole = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (brackets.in_string && byte == '\\') {
      ++at;
    } else if (byte == '"') {
      brackets.in_string = !brackets.in_string;
    } else if (!brackets.in_string) {
      take_bracket(byte, at + 1, brackets);
      if (brackets.whole_size == at + 1) depth_at_whole = brackets.open.size();
    }
  }
  // Since then brackets were only opened.
  brackets.open_at_whole = brackets.open.substr(0, depth_at_whole);
  return brackets;
}

}  // namespace

bool is_cut_json(std::string_view text) {
  const Brackets brackets = scan(text);
  return brackets.in_string || !brackets.open.empty();
}

std::string closed_json(std::string_view text) {
  const Brackets brackets = scan(text);
  std::string closed(text.substr(0, brackets.whole_size));
  if (closed.empty()) return closed;
  return closed.append(brackets.open_at_whole.rbegin(), brackets.open_at_whole.rend());
}

}  // namespace wordbrush::protocol
