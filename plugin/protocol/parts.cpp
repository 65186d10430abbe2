// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/parts.h"

#include <array>
#include <string_view>

#include "protocol/json.h"

namespace wordbrush::protocol {

namespace {

using Form = PictureSource::Form;

/// A member that holds a picture: the string itself, or an object with the string
/// in `inner`.
struct PictureMember {
  const char* name;
  const char* inner;  ///< null where the member is a string only
  Form form;          ///< of the string
};

// protocol.md, 2.3: the place where a new spelling of a part is added.
constexpr std::array<PictureMember, 11> picture_members = {{
    {"image_url", "url", Form::Address},      // P1, P2, P4
    {"image", "url", Form::Address},          // P3, P6
    {"inline_data", "data", Form::Base64},    // P5
    {"inlineData", "data", Form::Base64},     // P5, native
    {"source", "data", Form::Base64},         // P6
    {"source", "url", Form::Address},         // P6
    {"b64_json", nullptr, Form::Base64},      // P6, P8
    {"image_base64", nullptr, Form::Base64},  // P6
    {"fileData", "fileUri", Form::Address},   // native
    {"result", nullptr, Form::Base64},        // P8
    {"url", nullptr, Form::Address},          // P8
}};

bool is_draft(JsonObject* part) {
  return member_is_true(part, "thought");
}

/// A preview of an Images stream: the whole picture follows.
bool is_preview(JsonObject* part) {
  const char* const type = member_string(part, "type");
  return type != nullptr && std::string_view(type).contains("partial_image");
}

void read_picture(JsonObject* part, const PictureMember& place, Part& found) {
  JsonNode* const held = member(part, place.name);
  // V18 lists the addresses of one picture.
  for (JsonNode* const node : elements(array_of(held)))
    if (const char* const text = string_of(node)) found.pictures.push_back({text, place.form});
  const char* const text = object_of(held) != nullptr && place.inner != nullptr
                               ? member_string(object_of(held), place.inner)
                               : string_of(held);
  if (text == nullptr || *text == '\0') return;
  found.pictures.push_back({text, place.form});
}

bool is_reasoning(JsonObject* part) {
  const char* const type = member_string(part, "type");
  if (type == nullptr) return false;
  const std::string_view name = type;
  return name.contains("thinking") || name.contains("reasoning");
}

}  // namespace

Part read_part(JsonNode* part) {
  if (const char* const words = string_of(part)) return {.words = words};
  return read_part(object_of(part));
}

Part read_part(JsonObject* object) {
  // Portkey's stream wraps a part as {index, delta}.
  JsonObject* const delta = member_object(object, "delta");
  JsonObject* const part = delta != nullptr ? delta : object;
  Part found;
  if (part == nullptr || is_draft(part) || is_preview(part)) return found;
  if (const char* const words = member_string(part, "text"))
    (is_reasoning(part) ? found.reasoning : found.words) = words;
  for (const PictureMember& place : picture_members) {
    read_picture(part, place, found);
    if (!found.pictures.empty()) break;
  }
  return found;
}

}  // namespace wordbrush::protocol
