// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/log.h"

#include <json-glib/json-glib.h>

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

void add_texts(JsonBuilder* builder, const char* name,
               const std::map<std::string, std::string>& texts) {
  json_builder_set_member_name(builder, name);
  json_builder_begin_object(builder);
  for (const auto& [key, value] : texts) add_text(builder, key.c_str(), value);
  json_builder_end_object(builder);
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

void add_numbers(JsonBuilder* builder, const char* name, std::initializer_list<double> numbers) {
  json_builder_set_member_name(builder, name);
  json_builder_begin_array(builder);
  for (const double number : numbers) json_builder_add_double_value(builder, number);
  json_builder_end_array(builder);
}

void add_what_was_done(JsonBuilder* builder, const Truth& truth) {
  const auto& [x, y, width, height] = truth.area;
  const precision::Affine& t = truth.transform;
  json_builder_begin_object(builder);
  add_text(builder, "edit", truth.edit);
  add_number(builder, "seed", truth.seed);
  add_numbers(builder, "area", {double(x), double(y), double(width), double(height)});
  add_numbers(builder, "transform", {t.xx, t.xy, t.x0, t.yx, t.yy, t.y0});
  add_number(builder, "width", static_cast<std::size_t>(truth.width));
  add_number(builder, "height", static_cast<std::size_t>(truth.height));
  add_truth(builder, "redrawn", truth.redrawn);
  json_builder_end_object(builder);
}

void add_request(JsonBuilder* builder, const LoggedRequest& request) {
  json_builder_begin_object(builder);
  add_text(builder, "method", request.method);
  add_text(builder, "path", request.path);
  add_texts(builder, "headers", request.headers);
  add_truth(builder, "key_is_right", request.key_is_right);
  add_number(builder, "body_bytes", request.body_bytes);
  add_text(builder, "body_sha256", request.body_sha256);
  json_builder_set_member_name(builder, "members");
  json_builder_begin_array(builder);
  for (const auto& name : request.members) json_builder_add_string_value(builder, name.c_str());
  json_builder_end_array(builder);
  add_texts(builder, "fields", request.fields);
  add_text(builder, "model", request.model);
  add_text(builder, "prompt", request.prompt);
  add_truth(builder, "stream", request.stream);
  json_builder_set_member_name(builder, "pictures");
  json_builder_begin_array(builder);
  for (const auto& picture : request.pictures) add_picture(builder, picture);
  json_builder_end_array(builder);
  json_builder_set_member_name(builder, "mask");
  if (request.mask)
    add_picture(builder, *request.mask);
  else
    json_builder_add_null_value(builder);
  json_builder_set_member_name(builder, "truth");
  if (request.truth)
    add_what_was_done(builder, *request.truth);
  else
    json_builder_add_null_value(builder);
  add_number(builder, "status", static_cast<std::size_t>(request.status));
  add_truth(builder, "client_left", request.client_left);
  json_builder_end_object(builder);
}

/// The top-level members of a JSON object, each as JSON.
std::map<std::string, std::string> members_of(std::string_view body) {
  const auto parser = GObjectPtr<JsonParser>::adopt(json_parser_new_immutable());
  std::map<std::string, std::string> members;
  if (!json_parser_load_from_data(parser.get(), body.data(), static_cast<gssize>(body.size()),
                                  nullptr))
    return members;
  auto* const root = json_parser_get_root(parser.get());
  if (root == nullptr || !JSON_NODE_HOLDS_OBJECT(root)) return members;
  json_object_foreach_member(
      json_node_get_object(root),
      [](JsonObject*, const gchar* name, JsonNode* node, gpointer target) {
        const GCharPtr text(json_to_string(node, FALSE));
        (*static_cast<std::map<std::string, std::string>*>(target))[name] = text.get();
      },
      &members);
  return members;
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
  std::vector<std::string> names;
  for (auto& [name, value] : members_of(body)) names.push_back(name);
  return names;
}

std::map<std::string, std::string> small_members(std::string_view body) {
  auto members = members_of(body);
  for (const char* const large : {"messages", "contents"}) members.erase(large);
  return members;
}

}  // namespace wordbrush::model
