// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preset_file.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include <algorithm>
#include <memory>
#include <system_error>
#include <utility>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "settings/folder.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

constexpr const char* format_name = "wordbrush-presets";
constexpr int format_version = 1;
constexpr const char* format_member = "format";
constexpr const char* version_member = "version";
constexpr const char* presets_member = "presets";
constexpr const char* name_member = "name";
constexpr const char* text_member = "text";

using NodePtr = std::unique_ptr<JsonNode, FreeWith<json_node_unref>>;

std::unexpected<Error> fail_foreign() {
  return fail(ErrorKind::Input, _("This is no file of Wordbrush presets."));
}

/// json-glib descends by recursion, which deep nesting would let run out of stack.
bool is_shallow(std::string_view text) {
  constexpr int max_depth = 16;
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size() && depth <= max_depth; ++at) {
    const char byte = text[at];
    if (in_string && byte == '\\')
      ++at;
    else if (byte == '"')
      in_string = !in_string;
    else if (!in_string && (byte == '{' || byte == '['))
      ++depth;
    else if (!in_string && (byte == '}' || byte == ']'))
      --depth;
  }
  return depth <= max_depth;
}

/// The object that `bytes` are, or null.
NodePtr parse_object(std::string_view bytes) {
  if (bytes.empty() || bytes.size() > max_preset_file_bytes || !is_shallow(bytes)) return nullptr;
  if (!g_utf8_validate_len(bytes.data(), bytes.size(), nullptr)) return nullptr;
  const auto parser = GObjectPtr<JsonParser>::adopt(json_parser_new());
  if (!json_parser_load_from_data(parser.get(), bytes.data(), gssize(bytes.size()), nullptr))
    return nullptr;
  NodePtr root(json_parser_steal_root(parser.get()));
  return root && JSON_NODE_HOLDS_OBJECT(root.get()) ? std::move(root) : nullptr;
}

/// Empty where the member is missing or no text.
std::string text_in(JsonObject* object, const char* member) {
  auto* const node = json_object_get_member(object, member);
  const bool is_text = node != nullptr && JSON_NODE_HOLDS_VALUE(node) &&
                       json_node_get_value_type(node) == G_TYPE_STRING;
  return is_text ? json_node_get_string(node) : "";
}

/// 0 where the member is missing or no whole number.
gint64 version_in(JsonObject* object) {
  auto* const node = json_object_get_member(object, version_member);
  const bool is_number = node != nullptr && JSON_NODE_HOLDS_VALUE(node) &&
                         json_node_get_value_type(node) == G_TYPE_INT64;
  return is_number ? json_node_get_int(node) : 0;
}

Result<Preset> read_preset(JsonNode* node, unsigned number) {
  if (!JSON_NODE_HOLDS_OBJECT(node)) return fail_foreign();
  auto* const object = json_node_get_object(node);
  auto preset =
      cleaned({.name = text_in(object, name_member), .text = text_in(object, text_member)});
  if (const auto checked = check(preset); !checked) {
    const GCharPtr detail(g_strdup_printf(_("Preset %u of the file cannot be used: %s"), number,
                                          checked.error().detail.c_str()));
    return fail(ErrorKind::Input, detail.get());
  }
  return preset;
}

void add_or_replace(std::vector<Preset>& presets, Preset preset) {
  const auto namesake = std::ranges::find_if(presets, [&](const Preset& other) {
    return without_case(other.name) == without_case(preset.name);
  });
  if (namesake == presets.end())
    presets.push_back(std::move(preset));
  else
    *namesake = std::move(preset);
}

Result<std::vector<Preset>> read_presets(JsonArray* array) {
  const auto count = json_array_get_length(array);
  if (count > max_presets) {
    const GCharPtr detail(g_strdup_printf(_("The file holds more than %u presets."),
                                          static_cast<unsigned>(max_presets)));
    return fail(ErrorKind::Input, detail.get());
  }
  std::vector<Preset> presets;
  for (unsigned at = 0; at < count; ++at) {
    auto preset = read_preset(json_array_get_element(array, at), at + 1);
    if (!preset) return fail(std::move(preset.error()));
    add_or_replace(presets, std::move(*preset));
  }
  return presets;
}

void add_member(JsonBuilder* builder, const char* name, const char* text) {
  json_builder_set_member_name(builder, name);
  json_builder_add_string_value(builder, text);
}

}  // namespace

std::string to_preset_file(const std::vector<Preset>& presets) {
  const auto builder = GObjectPtr<JsonBuilder>::adopt(json_builder_new());
  auto* const to = builder.get();
  json_builder_begin_object(to);
  add_member(to, format_member, format_name);
  json_builder_set_member_name(to, version_member);
  json_builder_add_int_value(to, format_version);
  json_builder_set_member_name(to, presets_member);
  json_builder_begin_array(to);
  for (const auto& preset : presets) {
    json_builder_begin_object(to);
    add_member(to, name_member, preset.name.c_str());
    add_member(to, text_member, preset.text.c_str());
    json_builder_end_object(to);
  }
  json_builder_end_array(to);
  json_builder_end_object(to);
  const NodePtr root(json_builder_get_root(to));
  const GCharPtr text(json_to_string(root.get(), TRUE));
  return std::string(text.get()) + '\n';
}

Result<std::vector<Preset>> from_preset_file(std::string_view bytes) {
  const auto root = parse_object(bytes);
  if (!root) return fail_foreign();
  auto* const object = json_node_get_object(root.get());
  if (text_in(object, format_member) != format_name) return fail_foreign();
  const auto version = version_in(object);
  if (version < 1) return fail_foreign();
  if (version > format_version)
    return fail(ErrorKind::Input,
                _("The presets were saved by a newer Wordbrush, whose file this one cannot read."));
  auto* const presets = json_object_get_member(object, presets_member);
  if (presets == nullptr || !JSON_NODE_HOLDS_ARRAY(presets)) return fail_foreign();
  return read_presets(json_node_get_array(presets));
}

Result<void> export_presets(const std::filesystem::path& file, const std::vector<Preset>& presets) {
  const auto text = to_preset_file(presets);
  GErrorPtr error;
  if (!g_file_set_contents(file.c_str(), text.data(), gssize(text.size()), out(error)))
    return fail(ErrorKind::Settings, error->message);
  return {};
}

Result<std::vector<Preset>> import_presets(const std::filesystem::path& file) {
  // A pipe would be waited for.
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return fail_foreign();
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  return from_preset_file(*bytes);
}

}  // namespace wordbrush::settings
