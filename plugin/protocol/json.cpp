// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json.h"

#include <array>
#include <cstdio>

#include "base/gobject_ptr.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// Whether `text` is at most one object or array that nests at most
/// `max_json_depth` deep: json-glib takes the first of several for the whole.
bool is_one_shallow_value(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  bool is_closed = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (is_closed && !g_ascii_isspace(byte)) return false;
    if (in_string && byte == '\\') {
      ++at;
    } else if (byte == '"') {
      in_string = !in_string;
    } else if (!in_string && (byte == '{' || byte == '[')) {
      if (++depth > max_json_depth) return false;
    } else if (!in_string && (byte == '}' || byte == ']')) {
      is_closed = --depth <= 0;
    }
  }
  return true;
}

void append_escaped(std::string& out, char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    default:
      break;
  }
  constexpr char first_printable = ' ';
  if (static_cast<unsigned char>(byte) >= first_printable) {
    out.push_back(byte);
    return;
  }
  std::array<char, sizeof "\\u0000"> escape{};
  std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(byte));
  out += escape.data();
}

}  // namespace

JsonNodePtr parse_json(std::string_view text) {
  if (text.empty() || !is_one_shallow_value(text)) return nullptr;
  std::string repaired;
  if (!g_utf8_validate_len(text.data(), text.size(), nullptr)) {
    repaired = valid_utf8(text);
    text = repaired;
  }
  const auto parser = GObjectPtr<JsonParser>::adopt(json_parser_new());
  if (!json_parser_load_from_data(parser.get(), text.data(), gssize(text.size()), nullptr))
    return nullptr;
  return JsonNodePtr(json_parser_steal_root(parser.get()));
}

std::string quote_json(std::string_view text) {
  std::string out = "\"";
  for (const char byte : valid_utf8(text)) append_escaped(out, byte);
  out += '"';
  return out;
}

JsonNode* member(JsonObject* object, const char* name) {
  return object == nullptr ? nullptr : json_object_get_member(object, name);
}

JsonObject* object_of(JsonNode* node) {
  return node != nullptr && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : nullptr;
}

JsonArray* array_of(JsonNode* node) {
  return node != nullptr && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : nullptr;
}

const char* string_of(JsonNode* node) {
  const bool is_string = node != nullptr && JSON_NODE_HOLDS_VALUE(node) &&
                         json_node_get_value_type(node) == G_TYPE_STRING;
  return is_string ? json_node_get_string(node) : nullptr;
}

JsonObject* member_object(JsonObject* object, const char* name) {
  return object_of(member(object, name));
}

JsonArray* member_array(JsonObject* object, const char* name) {
  return array_of(member(object, name));
}

const char* member_string(JsonObject* object, const char* name) {
  const char* const value = string_of(member(object, name));
  return value != nullptr && *value != '\0' ? value : nullptr;
}

std::optional<double> member_number(JsonObject* object, const char* name) {
  JsonNode* const node = member(object, name);
  if (node == nullptr || !JSON_NODE_HOLDS_VALUE(node)) return std::nullopt;
  const GType type = json_node_get_value_type(node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) return std::nullopt;
  return json_node_get_double(node);
}

bool member_is_true(JsonObject* object, const char* name) {
  JsonNode* const node = member(object, name);
  return node != nullptr && JSON_NODE_HOLDS_VALUE(node) &&
         json_node_get_value_type(node) == G_TYPE_BOOLEAN && json_node_get_boolean(node);
}

std::vector<JsonNode*> elements(JsonArray* array) {
  std::vector<JsonNode*> nodes;
  if (array == nullptr) return nodes;
  const guint count = json_array_get_length(array);
  nodes.reserve(count);
  for (guint i = 0; i < count; ++i) nodes.push_back(json_array_get_element(array, i));
  return nodes;
}

}  // namespace wordbrush::protocol
