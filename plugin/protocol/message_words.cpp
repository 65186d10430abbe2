// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/message_words.h"

#include "protocol/limits.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

const std::string& words_of(const Choice& choice) {
  for (const Message* const message : {&choice.whole, &choice.streamed})
    if (!message->words.empty()) return message->words;
  return choice.whole.other_words.empty() ? choice.streamed.other_words : choice.whole.other_words;
}

std::string without_gaps(std::string_view words) {
  std::string result;
  for (const char character : trimmed(words)) {
    if (character == '\n' && result.ends_with("\n\n")) continue;
    result.push_back(character);
  }
  return result;
}

void add_paragraph(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += more;
}

std::string cut_to_limit(std::string text) {
  if (text.size() <= max_words_bytes) return text;
  return valid_utf8(text.substr(0, max_words_bytes));
}

}  // namespace wordbrush::protocol
