// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/log.h"

#include <json-glib/json-glib.h>

#include <algorithm>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"

namespace wordbrush::model {

namespace {

using Builder = GObjectPtr<JsonBuilder>;

void add_text(JsonBuilder* builder, const char* name, const std::string& value) {
  json_builder_set_member_name(builder, name);
  json_builder_add_string_value(builder, value.c_str());
}

void add_number(JsonBuilder* builder, const char* name, std::size_t value) {
  json_builder_set_member_name(builder, name);
  json_builder_add_int_value(builder, static_cast<gint64>(value));
}

void add_truth(JsonBuilder* builder, const char* name, bool value) {
  json_builder_set_member_name(builder, name);
  json_builder_add_boolean_value(builder, value);
}

void add_picture(JsonBuilder* builder, const LoggedPicture& picture) {
  const GCharPtr sum(
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, picture.bytes->data(), picture.bytes->size()));
  json_builder_begin_object(builder);
  add_text(builder, "mime", picture.mime_type);
  add_number(builder, "bytes", picture.bytes->size());
  add_number(builder, "width", static_cast<std::size_t>(picture.width));
  add_number(builder, "height", static_cast<std::size_t>(picture.height));
  add_text(builder, "sha256", sum.get());
  json_builder_end_object(builder);
}

void add_request(JsonBuilder* builder, const LoggedRequest& request) {
  json_builder_begin_object(builder);
  add_text(builder, "method", request.method);
  add_text(builder, "path", request.path);
  json_builder_set_member_name(builder, "headers");
  json_builder_begin_object(builder);
  for (const auto& [name, value] : request.headers) add_text(builder, name.c_str(), value);
  json_builder_end_object(builder);
  add_truth(builder, "key_is_right", request.key_is_right);
  add_number(builder, "body_bytes", request.body_bytes);
  json_builder_set_member_name(builder, "members");
  json_builder_begin_array(builder);
  for (const auto& name : request.members) json_builder_add_string_value(builder, name.c_str());
  json_builder_end_array(builder);
  add_text(builder, "model", request.model);
  add_text(builder, "prompt", request.prompt);
  add_truth(builder, "stream", request.stream);
  json_builder_set_member_name(builder, "pictures");
  json_builder_begin_array(builder);
  for (const auto& picture : request.pictures) add_picture(builder, picture);
  json_builder_end_array(builder);
  add_number(builder, "status", static_cast<std::size_t>(request.status));
  add_truth(builder, "client_left", request.client_left);
  json_builder_end_object(builder);
}

}  // namespace

std::string redacted(std::string_view authorization) {
  constexpr std::string_view scheme = "Bearer ";
  const bool bearer = authorization.starts_with(scheme);
  const auto length = authorization.size() - (bearer ? scheme.size() : 0);
  return (bearer ? "Bearer (" : "(") + std::to_string(length) + " characters)";
}

std::string to_json(const std::vector<LoggedRequest>& requests) {
  const auto builder = Builder::adopt(json_builder_new());
  json_builder_begin_array(builder.get());
  for (const auto& request : requests) add_request(builder.get(), request);
  json_builder_end_array(builder.get());
  const std::unique_ptr<JsonNode, FreeWith<json_node_unref>> root(
      json_builder_get_root(builder.get()));
  const GCharPtr text(json_to_string(root.get(), TRUE));
  return text.get();
}

std::vector<std::string> member_names(std::string_view body) {
  const auto parser = GObjectPtr<JsonParser>::adopt(json_parser_new_immutable());
  std::vector<std::string> names;
  if (!json_parser_load_from_data(parser.get(), body.data(), static_cast<gssize>(body.size()),
                                  nullptr))
    return names;
  auto* const root = json_parser_get_root(parser.get());
  if (root == nullptr || !JSON_NODE_HOLDS_OBJECT(root)) return names;
  const std::unique_ptr<GList, FreeWith<g_list_free>> members(
      json_object_get_members(json_node_get_object(root)));
  for (const auto* at = members.get(); at != nullptr; at = at->next)
    names.emplace_back(static_cast<const char*>(at->data));
  std::ranges::sort(names);
  return names;
}

}  // namespace wordbrush::model
