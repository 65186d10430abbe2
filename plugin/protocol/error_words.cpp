// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/error_words.h"

#include <array>
#include <cmath>
#include <utility>

#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

// An error can hold the whole error of the service behind it, as JSON in a string.
constexpr int max_wraps = 4;

std::string message_of(JsonNode* node, int wraps);

/// The first of the members of `object` that holds a message.
template <std::size_t Count>
std::string first_message(JsonObject* object, const std::array<const char*, Count>& names,
                          int wraps) {
  for (const char* const name : names) {
    std::string message = message_of(member(object, name), wraps);
    if (!message.empty()) return message;
  }
  return {};
}

std::string message_of_string(std::string_view text, int wraps) {
  const std::string_view words = trimmed(text);
  if (wraps < max_wraps && (words.starts_with('{') || words.starts_with('['))) {
    const JsonNodePtr inner = parse_json(words);
    std::string message = message_of(inner.get(), wraps + 1);
    if (!message.empty()) return message;
  }
  if (words.starts_with('<')) return words_of_html(words);
  return std::string(words);
}

/// The message in a body, an error object, a list of them, or a string, in the
/// order of protocol.md, 5.1.
std::string message_of(JsonNode* node, int wraps) {
  if (const char* const text = string_of(node)) return message_of_string(text, wraps);
  if (JsonArray* const list = array_of(node))
    return json_array_get_length(list) == 0 ? std::string()
                                            : message_of(json_array_get_element(list, 0), wraps);
  if (object_of(node) == nullptr) return {};
  constexpr std::array<const char*, 11> names = {"error",    "errors", "message",   "msg",
                                                 "detail",   "err",    "error_msg", "header",
                                                 "response", "reason", "failReason"};
  return first_message(object_of(node), names, wraps);
}

std::string code_text(JsonNode* node) {
  if (const char* const text = string_of(node)) return lower(text);
  return {};
}

void collect_codes(JsonObject* object, ErrorWords& words) {
  if (object == nullptr) return;
  for (const char* const name : {"code", "type", "status", "reason"}) {
    if (auto code = code_text(member(object, name)); !code.empty())
      words.codes.push_back(std::move(code));
  }
  // OpenRouter lists why it refused a prompt.
  if (member_array(member_object(object, "metadata"), "reasons") != nullptr)
    words.codes.emplace_back("moderation_blocked");
  for (JsonNode* const detail : elements(member_array(object, "details")))
    collect_codes(object_of(detail), words);
}

constexpr int last_error_status = 599;

/// A code that is an HTTP status: 429 or "429".
int status_of(JsonObject* object) {
  const char* const text = member_string(object, "code");
  const double code =
      text != nullptr ? g_ascii_strtod(text, nullptr) : member_number(object, "code").value_or(0);
  const bool is_status = code >= first_error_status && code <= last_error_status;
  return is_status ? int(std::lround(code)) : 0;
}

/// The object that describes the error: {"error":{}}, [{"error":{}}], {"errors":[{}]}.
JsonObject* described_error(JsonObject* body) {
  for (const char* const name : {"error", "errors"}) {
    JsonNode* node = member(body, name);
    if (JsonArray* const list = array_of(node); list != nullptr && json_array_get_length(list) > 0)
      node = json_array_get_element(list, 0);
    if (JsonObject* const error = object_of(node)) return error;
  }
  return nullptr;
}

bool is_something(JsonNode* node) {
  if (node == nullptr || JSON_NODE_HOLDS_NULL(node)) return false;
  if (const char* const text = string_of(node)) return *text != '\0';
  if (JsonArray* const list = array_of(node)) return json_array_get_length(list) > 0;
  if (JsonObject* const object = object_of(node)) return json_object_get_size(object) > 0;
  return json_node_get_boolean(node);
}

bool says_failed(JsonObject* body) {
  if (is_something(member(body, "error")) || is_something(member(body, "errors"))) return true;
  JsonNode* const success = member(body, "success");
  const bool has_flag = success != nullptr && JSON_NODE_HOLDS_VALUE(success) &&
                        json_node_get_value_type(success) == G_TYPE_BOOLEAN;
  if (has_flag && !json_node_get_boolean(success)) return true;
  const char* const status = member_string(body, "status");
  return status != nullptr && std::string_view(status) == "failure";
}

}  // namespace

std::optional<ErrorWords> read_error_words(JsonNode* root) {
  JsonNode* node = root;
  if (JsonArray* const list = array_of(root); list != nullptr && json_array_get_length(list) > 0)
    node = json_array_get_element(list, 0);
  JsonObject* const body = object_of(node);
  if (body == nullptr) return std::nullopt;

  ErrorWords words;
  words.is_explicit = says_failed(body);
  words.message = message_of(node, 0);
  if (words.message.empty() && !words.is_explicit) return std::nullopt;
  JsonObject* const error = described_error(body);
  collect_codes(error, words);
  collect_codes(body, words);
  words.status = status_of(error) != 0 ? status_of(error) : status_of(body);
  return words;
}

}  // namespace wordbrush::protocol
