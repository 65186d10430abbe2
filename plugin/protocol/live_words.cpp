// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/live_words.h"

#include <string_view>
#include <utility>

#include "protocol/message_words.h"
#include "protocol/text_pictures.h"

namespace wordbrush::protocol {

std::string LiveWords::update(const Answer& answer, const RunStore& store) {
  std::string text;
  for (const auto& [index, choice] : answer.choices) {
    Part& part = parts_[index];
    look(part, words_of(choice), store);
    const std::string shown = part.shown + part.rest;
    add_paragraph(text, without_gaps(shown.substr(0, unfinished_start(shown))));
  }
  return cut_to_limit(std::move(text));
}

void LiveWords::look(Part& part, const std::string& words, const RunStore& store) {
  // Where the words come from another place now, they begin anew.
  if (words.size() < part.seen) part = {};
  const std::string_view news = std::string_view(words).substr(part.seen);
  const bool is_in_brackets = words.compare(part.settled, 1, "!") == 0;
  part.seen = words.size();
  if (part.has_open_picture && is_payload(news, is_in_brackets, store)) return;

  const std::string_view text = std::string_view(words).substr(part.settled);
  std::size_t at = 0;
  part.has_open_picture = false;
  for (const TextPicture& picture : find_pictures(text, store)) {
    part.shown += store.without_marks(text.substr(at, picture.start - at));
    part.has_open_picture = picture.is_open;
    at = picture.is_open ? picture.start : picture.end;
  }
  part.settled += at;
  part.rest = part.has_open_picture ? "" : store.without_marks(text.substr(at));
}

}  // namespace wordbrush::protocol
