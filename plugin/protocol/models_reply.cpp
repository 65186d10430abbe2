// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/models_reply.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "protocol/body_kind.h"
#include "protocol/error_words.h"
#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

// protocol.md, 8, and the makers of pictures that relays list besides.
constexpr auto picture_signs = std::to_array<std::string_view>(
    {"image", "banana", "flux", "seedream", "dall-e", "kontext", "imagen", "midjourney",
     "stable-diffusion", "recraft", "ideogram"});

bool holds(JsonArray* list, std::string_view wanted) {
  return std::ranges::any_of(elements(list), [&](JsonNode* node) {
    const char* const text = string_of(node);
    return text != nullptr && wanted == text;
  });
}

/// OpenRouter and LLM Gateway say what comes out; Vercel and new-api say it of those
/// that make pictures only.
std::optional<bool> told_makes_pictures(JsonObject* entry) {
  for (JsonObject* const object : {member_object(entry, "architecture"), entry})
    if (JsonArray* const outputs = member_array(object, "output_modalities"))
      return holds(outputs, "image");
  const char* const type = member_string(entry, "type");
  const bool is_told = (type != nullptr && std::string_view(type) == "image") ||
                       holds(member_array(entry, "tags"), "image-generation") ||
                       holds(member_array(entry, "supported_endpoint_types"), "image-generation");
  return is_told ? std::optional(true) : std::nullopt;
}

bool sounds_like_pictures(std::string_view name) {
  const std::string lowered = lower(name);
  return std::ranges::any_of(picture_signs,
                             [&](std::string_view sign) { return lowered.contains(sign); });
}

/// A price in USD, as OpenRouter writes it: "0.00012".
double usd(JsonObject* pricing, const char* name) {
  double price = member_number(pricing, name).value_or(0);
  if (const char* const text = member_string(pricing, name)) price = g_ascii_strtod(text, nullptr);
  return std::isfinite(price) && price > 0 ? price : 0;
}

std::optional<ListedPrice> read_price(JsonObject* entry) {
  JsonObject* const pricing = member_object(entry, "pricing");
  const ListedPrice price{.image_output = usd(pricing, "image_output"),
                          .request = usd(pricing, "request")};
  return price == ListedPrice{} ? std::nullopt : std::optional(price);
}

/// {"id"}, Google's {"name":"models/..."}, or the name alone.
ModelOffer read_model(JsonNode* node) {
  JsonObject* const entry = object_of(node);
  const char* text = string_of(node);
  for (const char* const member : {"id", "name"})
    if (text == nullptr) text = member_string(entry, member);
  std::string_view name = text == nullptr ? "" : text;
  constexpr std::string_view prefix = "models/";
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return {
      .name = std::string(name),
      .makes_pictures = told_makes_pictures(entry).value_or(sounds_like_pictures(name)),
      .price = read_price(entry),
  };
}

JsonArray* list_of(JsonNode* root) {
  if (JsonArray* const list = array_of(root)) return list;
  for (const char* const name : {"data", "models"})
    if (JsonArray* const list = member_array(object_of(root), name)) return list;
  return nullptr;
}

}  // namespace

Result<std::vector<ModelOffer>> read_models(std::string_view body) {
  const JsonNodePtr document = parse_json(trimmed(body));
  JsonArray* const list = list_of(document.get());
  const auto error = read_error_words(document.get());
  if (error && (error->is_explicit || list == nullptr)) {
    constexpr int accepted = 200;
    return fail(to_error(*error, accepted));
  }
  if (list == nullptr)
    return fail(ErrorKind::Protocol,
                kind_of_body(body) == BodyKind::Html
                    ? _("The address answers with a web page, not with a list of models.")
                    : _("The address does not answer with a list of models."));

  std::vector<ModelOffer> models;
  for (JsonNode* const node : elements(list))
    if (ModelOffer model = read_model(node); !model.name.empty())
      models.push_back(std::move(model));
  const auto order = [](const ModelOffer& model) {
    return std::tuple(!model.makes_pictures, lower(model.name), model.name);
  };
  std::ranges::sort(models, {}, order);
  const auto repeated = std::ranges::unique(models, {}, &ModelOffer::name);
  models.erase(repeated.begin(), repeated.end());
  return models;
}

std::vector<std::string> names_of(const std::vector<ModelOffer>& offers) {
  std::vector<std::string> names;
  names.reserve(offers.size());
  for (const ModelOffer& offer : offers) names.push_back(offer.name);
  return names;
}

}  // namespace wordbrush::protocol
