// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/shapes.h"

#include <array>
#include <cmath>
#include <utility>

#include "protocol/error_words.h"
#include "protocol/finish_reason.h"
#include "protocol/json.h"
#include "protocol/parts.h"
#include "protocol/task_shape.h"

namespace wordbrush::protocol {

namespace {

void add_pictures(std::vector<PictureSource> pictures, Message& message) {
  for (PictureSource& picture : pictures) {
    picture.at = message.words.size();
    message.pictures.push_back(std::move(picture));
  }
}

void add_part(JsonNode* node, std::string Message::* words, Message& message) {
  Part part = read_part(node);
  message.*words += part.words;
  message.reasoning += part.reasoning;
  add_pictures(std::move(part.pictures), message);
}

// --- Places in a message (protocol.md, 2.3) ---

/// P1, P6, P7.
void read_content(JsonObject* object, Message& message) {
  JsonNode* const content = member(object, "content");
  if (array_of(content) == nullptr) {
    add_part(content, &Message::words, message);
    return;
  }
  for (JsonNode* const part : elements(array_of(content))) add_part(part, &Message::words, message);
}

/// P2.
void read_images(JsonObject* object, Message& message) {
  for (JsonNode* const image : elements(member_array(object, "images"))) {
    if (const char* const address = string_of(image)) {
      add_pictures({{address}}, message);
    } else {
      add_pictures(read_part(image).pictures, message);
    }
  }
}

/// P3.
void read_image(JsonObject* object, Message& message) {
  JsonNode* const image = member(object, "image");
  const char* const address =
      object_of(image) != nullptr ? member_string(object_of(image), "url") : string_of(image);
  if (address != nullptr) add_pictures({{address}}, message);
}

/// P4, P5, native: lists of parts that may say the words of `content` once more.
void read_part_lists(JsonObject* object, Message& message) {
  for (const char* const name :
       {"content_blocks", "multi_mod_content", "multi_modal_content", "parts"}) {
    for (JsonNode* const part : elements(member_array(object, name)))
      add_part(part, &Message::other_words, message);
  }
}

/// P9.
void read_reasoning(JsonObject* object, Message& message) {
  for (const char* const name : {"reasoning_content", "reasoning"}) {
    const char* const words = member_string(object, name);
    if (words == nullptr) continue;
    message.reasoning += words;
    return;
  }
}

void read_refusal(JsonObject* object, Message& message) {
  if (const char* const words = member_string(object, "refusal")) message.refusal += words;
}

constexpr std::array message_places = {read_content,    read_images,    read_image,
                                       read_part_lists, read_reasoning, read_refusal};

void read_message(JsonObject* object, Message& message) {
  if (object == nullptr) return;
  for (const auto read : message_places) read(object, message);
}

// --- Choices ---

/// Some send the message so far with every event, some its next piece.
void join_words(std::string& words, std::string more) {
  words = more.starts_with(words) ? std::move(more) : words + more;
}

void add_whole_message(JsonObject* object, Message& whole) {
  Message message;
  read_message(object, message);
  join_words(whole.words, std::move(message.words));
  join_words(whole.other_words, std::move(message.other_words));
  join_words(whole.reasoning, std::move(message.reasoning));
  join_words(whole.refusal, std::move(message.refusal));
  for (PictureSource& picture : message.pictures) whole.pictures.push_back(std::move(picture));
}

/// The endpoint's reason, or the one of the model behind it where that says more.
void read_finish_reason(JsonObject* object, Choice& choice) {
  for (const char* const name : {"finish_reason", "finishReason", "native_finish_reason"}) {
    const char* const reason = member_string(object, name);
    if (reason == nullptr) continue;
    const bool says_more = finish_class(choice.finish_reason) == FinishClass::Normal &&
                           finish_class(reason) != FinishClass::Normal;
    if (choice.finish_reason.empty() || says_more) choice.finish_reason = reason;
  }
}

Choice& choice_of(JsonObject* object, Answer& answer) {
  const double index = member_number(object, "index").value_or(0);
  constexpr double max_index = 1000;
  const bool is_index = index >= 0 && index <= max_index;
  return answer.choices[is_index ? std::llround(index) : 0];
}

// --- Places in a body (P8) ---

void read_error(JsonNode* root, Answer& answer) {
  auto words = read_error_words(root);
  if (!words) return;
  auto& error = words->is_explicit ? answer.error : answer.possible_error;
  if (!error) error = std::move(words);
}

void read_choices(JsonObject* body, Answer& answer) {
  for (JsonNode* const node : elements(member_array(body, "choices"))) {
    JsonObject* const object = object_of(node);
    if (object == nullptr) continue;
    Choice& choice = choice_of(object, answer);
    read_message(member_object(object, "delta"), choice.streamed);
    add_whole_message(member_object(object, "message"), choice.whole);
    read_finish_reason(object, choice);
    if (member_object(object, "error") != nullptr) read_error(node, answer);
  }
}

/// Native Gemini: each event holds the next parts.
void read_candidates(JsonObject* body, Answer& answer) {
  for (JsonNode* const node : elements(member_array(body, "candidates"))) {
    JsonObject* const object = object_of(node);
    if (object == nullptr) continue;
    Choice& choice = choice_of(object, answer);
    read_message(member_object(object, "content"), choice.streamed);
    read_finish_reason(object, choice);
    if (const char* const words = member_string(object, "finishMessage"))
      answer.finish_message = words;
  }
  const char* const reason = member_string(member_object(body, "promptFeedback"), "blockReason");
  if (reason != nullptr) answer.block_reason = reason;
}

/// The Images API, also with its list under another name; a list of parts at the top.
void read_data(JsonObject* body, Answer& answer) {
  for (const char* const name : {"data", "images", "parts"}) {
    for (JsonNode* const node : elements(member_array(body, name)))
      add_part(node, &Message::words, answer.choices[0].whole);
  }
}

/// One item of the Responses API: a message, or a call that made a picture.
void read_item(JsonObject* item, Answer& answer) {
  if (item == nullptr) return;
  Message& message = answer.choices[0].whole;
  if (member(item, "content") != nullptr) {
    add_whole_message(item, message);
  } else if (member_string(item, "result") != nullptr) {
    add_pictures(read_part(item).pictures, message);
  }
}

void read_output(JsonObject* body, Answer& answer) {
  for (JsonNode* const node : elements(member_array(body, "output")))
    read_item(object_of(node), answer);
  read_item(member_object(body, "item"), answer);
}

/// The words of a Responses stream.
void read_words_at_top(JsonObject* body, Answer& answer) {
  const char* const type = member_string(body, "type");
  const char* const words = member_string(body, "delta");
  if (type == nullptr || words == nullptr) return;
  if (std::string_view(type).ends_with("output_text.delta"))
    answer.choices[0].streamed.words += words;
}

std::string_view type_of(JsonObject* body) {
  const char* const type = member_string(body, "type");
  return type == nullptr ? "" : type;
}

/// An event of an Images stream, also of Ark's, which may hold a link.
void read_picture_at_top(JsonObject* body, Answer& answer) {
  const bool is_arks = type_of(body).ends_with("partial_succeeded");
  if (member_string(body, "b64_json") == nullptr && !is_arks) return;
  auto pictures = read_part(body).pictures;
  if (!pictures.empty()) add_pictures(std::move(pictures), answer.choices[0].whole);
}

/// An event of an Images or a Responses stream before the picture.
void read_preview(JsonObject* body, Answer& answer) {
  if (!type_of(body).contains("partial_image")) return;
  for (const char* const name : {"b64_json", "partial_image_b64"})
    if (const char* const text = member_string(body, name))
      answer.preview = PictureSource{text, PictureSource::Form::Base64};
}

/// A picture that is made after the answer (V18).
void read_task(JsonObject* body, Answer& answer) {
  if (auto task = running_task(body)) answer.task = std::move(task);
  if (auto error = task_failure(body); error && !answer.error) answer.error = std::move(error);
  if (auto results = task_results(body); !results.empty())
    add_pictures(std::move(results), answer.choices[0].whole);
}

constexpr std::array body_places = {read_choices, read_candidates,   read_data,
                                    read_output,  read_words_at_top, read_picture_at_top,
                                    read_preview, read_task};

// Members that hold a body of their own, or a list of them.
constexpr std::array<const char*, 4> wrappers = {"output", "response", "data", "result"};

bool has_known_member(JsonObject* body) {
  for (const char* const name :
       {"choices", "candidates", "data", "output", "item", "response", "usage", "usageMetadata",
        "promptFeedback", "parts", "type", "task_id"})
    if (member(body, name) != nullptr) return true;
  return false;
}

// --- What stands beside the messages ---

void read_count(JsonObject* usage, const char* name, std::optional<std::int64_t>& count) {
  constexpr double max_count = 1e15;
  const auto number = member_number(usage, name);
  if (number && *number >= 0 && *number < max_count) count = std::llround(*number);
}

void read_usage(JsonObject* body, Usage& usage) {
  JsonObject* const counts = member_object(body, "usage");
  JsonObject* const native = member_object(body, "usageMetadata");
  read_count(counts, "input_tokens", usage.prompt_tokens);
  read_count(counts, "prompt_tokens", usage.prompt_tokens);
  read_count(native, "promptTokenCount", usage.prompt_tokens);
  read_count(counts, "output_tokens", usage.completion_tokens);
  read_count(counts, "completion_tokens", usage.completion_tokens);
  read_count(native, "candidatesTokenCount", usage.completion_tokens);
  if (const auto cost = member_number(counts, "cost"); cost && std::isfinite(*cost))
    usage.cost = cost;
}

void read_model(JsonObject* body, std::string& model) {
  for (const char* const name : {"model", "modelVersion"})
    if (const char* const text = member_string(body, name)) model = text;
}

void read_body(JsonObject* body, Answer& answer) {
  if (body == nullptr) return;
  answer.is_known_shape |= has_known_member(body);
  for (const auto read : body_places) read(body, answer);
  for (const char* const name : wrappers) read_body(member_object(body, name), answer);
  for (JsonNode* const node : elements(member_array(body, "data")))
    read_task(object_of(node), answer);
  read_usage(body, answer.usage);
  read_model(body, answer.model);
}

}  // namespace

void read_parts(JsonNode* root, Message& message) {
  if (JsonArray* const list = array_of(root)) {
    for (JsonNode* const part : elements(list)) add_part(part, &Message::words, message);
    return;
  }
  add_part(root, &Message::words, message);
  read_message(object_of(root), message);
}

void read_shapes(JsonNode* root, Answer& answer) {
  answer.has_json = true;
  read_error(root, answer);
  read_body(object_of(root), answer);
  for (JsonNode* const element : elements(array_of(root))) read_body(object_of(element), answer);
}

}  // namespace wordbrush::protocol
