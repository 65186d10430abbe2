// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json_words.h"

#include <algorithm>
#include <string>

#include "protocol/data_url.h"
#include "protocol/json.h"
#include "protocol/shapes.h"
#include "protocol/text_pictures.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// Whether it can only be a picture: a word of a model's plan may pass for base64.
bool is_surely_picture(const PictureSource& source, const RunStore& store) {
  // The smallest PNG that can be is 67 bytes.
  constexpr std::size_t min_base64_characters = 88;
  const std::string_view text = trimmed(source.text);
  if (split_data_url(text) || store.mark_length(text) > 0) return true;
  const std::string start = lower(text.substr(0, text.find("//") + 2));
  return start == "https://" || start == "http://" ||
         (source.form == PictureSource::Form::Base64 && text.size() >= min_base64_characters);
}

}  // namespace

std::optional<Message> unwrap_json(std::string_view words, const RunStore& store) {
  const std::string_view text = trimmed(words);
  if (!text.starts_with('{') && !text.starts_with('[')) return std::nullopt;
  const JsonNodePtr document = parse_json(text);
  if (!document) return std::nullopt;
  Message message;
  read_parts(document.get(), message);
  std::erase_if(message.pictures,
                [&](const PictureSource& source) { return !is_surely_picture(source, store); });
  if (message.words.empty()) message.words = message.other_words;
  if (message.pictures.empty() && find_pictures(message.words, store).empty()) return std::nullopt;
  return message;
}

}  // namespace wordbrush::protocol
