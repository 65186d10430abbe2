// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glib_ptr.h"

namespace wordbrush::protocol {

using JsonNodePtr = std::unique_ptr<JsonNode, FreeWith<json_node_unref>>;

/// json-glib descends by recursion, so deeper text is refused unread. Chat answers
/// stay below 12.
inline constexpr int max_json_depth = 64;

/// The value that `text` holds, or null where it is no JSON or too deep. Bytes that
/// are no UTF-8 become U+FFFD.
JsonNodePtr parse_json(std::string_view text);

/// `text` as a JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD.
std::string quote_json(std::string_view text);

/// What a member holds where it is there and of the type asked for; else null.
/// `object` may be null. What is returned belongs to the document.
JsonNode* member(JsonObject* object, const char* name);
JsonObject* member_object(JsonObject* object, const char* name);
JsonArray* member_array(JsonObject* object, const char* name);
/// Null also where the string is empty.
const char* member_string(JsonObject* object, const char* name);
std::optional<double> member_number(JsonObject* object, const char* name);
bool member_is_true(JsonObject* object, const char* name);

/// The node's object, array or string; null where it is another thing or null.
JsonObject* object_of(JsonNode* node);
JsonArray* array_of(JsonNode* node);
const char* string_of(JsonNode* node);

/// The array's elements, for a range-for; empty where it is null.
std::vector<JsonNode*> elements(JsonArray* array);

}  // namespace wordbrush::protocol
