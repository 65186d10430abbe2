// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/models_reply.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "protocol/error_words.h"
#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

// protocol.md, 8.
constexpr std::array<std::string_view, 8> picture_signs = {
    "image", "banana", "flux", "seedream", "qwen-image", "dall-e", "kontext", "imagen"};

struct Model {
  std::string name;
  bool makes_pictures = false;
};

/// OpenRouter says it; otherwise the name tells.
bool makes_pictures(JsonObject* entry, std::string_view name) {
  JsonArray* const outputs =
      member_array(member_object(entry, "architecture"), "output_modalities");
  for (JsonNode* const output : elements(outputs)) {
    const char* const text = string_of(output);
    if (text != nullptr && std::string_view(text) == "image") return true;
  }
  const std::string lowered = lower(name);
  return outputs == nullptr && std::ranges::any_of(picture_signs, [&](std::string_view sign) {
           return lowered.contains(sign);
         });
}

/// {"id"}, Google's {"name":"models/..."}, or the name alone.
Model read_model(JsonNode* node) {
  JsonObject* const entry = object_of(node);
  const char* text = string_of(node);
  for (const char* const member : {"id", "name"})
    if (text == nullptr) text = member_string(entry, member);
  std::string_view name = text == nullptr ? "" : text;
  constexpr std::string_view prefix = "models/";
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return {std::string(name), makes_pictures(entry, name)};
}

JsonArray* list_of(JsonNode* root) {
  if (JsonArray* const list = array_of(root)) return list;
  for (const char* const name : {"data", "models"})
    if (JsonArray* const list = member_array(object_of(root), name)) return list;
  return nullptr;
}

}  // namespace

Result<std::vector<std::string>> read_models(std::string_view body) {
  const JsonNodePtr document = parse_json(trimmed(body));
  JsonArray* const list = list_of(document.get());
  const auto error = read_error_words(document.get());
  if (error && (error->is_explicit || list == nullptr)) {
    constexpr int accepted = 200;
    return fail(to_error(*error, accepted));
  }
  if (list == nullptr)
    return fail(ErrorKind::Protocol, _("The address does not answer with a list of models."));

  std::vector<Model> models;
  for (JsonNode* const node : elements(list))
    if (Model model = read_model(node); !model.name.empty()) models.push_back(std::move(model));
  const auto order = [](const Model& model) {
    return std::tuple(!model.makes_pictures, lower(model.name), model.name);
  };
  std::ranges::sort(models, {}, order);
  std::vector<std::string> names;
  for (Model& model : models)
    if (names.empty() || names.back() != model.name) names.push_back(std::move(model.name));
  return names;
}

}  // namespace wordbrush::protocol
