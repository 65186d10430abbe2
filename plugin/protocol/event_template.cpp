// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/event_template.h"

#include <glib.h>

#include "protocol/json.h"
#include "protocol/shapes.h"

namespace wordbrush::protocol {

namespace {

constexpr std::string_view probe = "other words";

/// Whether `text` stands in a JSON string for itself.
bool is_plain(std::string_view text) {
  constexpr unsigned char first_printable = 0x20;
  constexpr unsigned char delete_character = 0x7F;
  bool is_ascii = true;
  bool has_special = false;
  // Without a way out, so that the compiler can look at many at once.
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    has_special |= character == '"' || character == '\\' || byte < first_printable;
    is_ascii &= byte < delete_character;
  }
  return !has_special && (is_ascii || g_utf8_validate_len(text.data(), text.size(), nullptr));
}

bool has_only_words(const Message& message) {
  return message.other_words.empty() && message.reasoning.empty() && message.refusal.empty() &&
         message.pictures.empty();
}

Answer meaning_of(std::string_view event) {
  Answer meaning;
  if (const JsonNodePtr document = parse_json(event)) read_shapes(document.get(), meaning);
  return meaning;
}

/// The words of the one choice, where there is nothing else in the event but the model's
/// name; else empty.
std::string_view only_words(const Answer& meaning) {
  const bool has_more = meaning.error || meaning.possible_error || meaning.task ||
                        meaning.usage.prompt_tokens || meaning.usage.completion_tokens ||
                        meaning.usage.cost || !meaning.block_reason.empty() ||
                        !meaning.finish_message.empty();
  if (has_more || !meaning.is_known_shape || meaning.choices.size() != 1) return {};
  const Choice& choice = meaning.choices.begin()->second;
  const bool is_delta = has_only_words(choice.streamed) && has_only_words(choice.whole) &&
                        choice.whole.words.empty() && choice.finish_reason.empty();
  return is_delta ? std::string_view(choice.streamed.words) : std::string_view();
}

}  // namespace

bool EventTemplate::read(std::string_view event, Answer& answer) {
  if (before_.empty() || event.size() < before_.size() + after_.size()) return false;
  if (!event.starts_with(before_) || !event.ends_with(after_)) return false;
  const std::string_view words =
      event.substr(before_.size(), event.size() - before_.size() - after_.size());
  if (!is_plain(words)) return false;

  misses_ = 0;
  answer.has_json = true;
  answer.is_known_shape = true;
  if (!model_.empty()) answer.model = model_;
  answer.choices[choice_].streamed.words += words;
  return true;
}

void EventTemplate::learn(std::string_view event) {
  ++misses_;
  before_.clear();
  constexpr std::string_view key = "\"content\":\"";
  const std::size_t start = event.find(key);
  // Without escapes each quote begins or ends a string.
  if (start == std::string_view::npos || event.contains('\\')) return;
  const std::string_view before = event.substr(0, start + key.size());
  const std::string_view rest = event.substr(before.size());
  const std::string_view words = rest.substr(0, rest.find('"'));
  const std::string_view after = rest.substr(words.size());

  const Answer meaning = meaning_of(event);
  if (words.empty() || words == probe || !is_plain(words) || only_words(meaning) != words) return;
  // The same words may stand in two places, and count in the other.
  const Answer probed = meaning_of(std::string(before).append(probe).append(after));
  if (only_words(probed) != probe) return;
  before_ = before;
  after_ = after;
  choice_ = meaning.choices.begin()->first;
  model_ = meaning.model;
}

}  // namespace wordbrush::protocol
