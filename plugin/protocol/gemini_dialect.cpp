// SPDX-License-Identifier: GPL-3.0-or-later
// Google's own Gemini API (protocol.md, 6), which relays such as new-api pass on.
#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "protocol/dialect.h"
#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

constexpr std::string_view google = "generativelanguage.googleapis.com";

/// "models/X:generateContent", and "models/X" behind a version.
PastedCall find_gemini_call(std::span<const std::string> path) {
  if (path.size() < 2 || path[path.size() - 2] != "models") return {};
  const std::string_view last = path.back();
  const std::size_t colon = last.rfind(':');
  const bool is_call =
      colon != std::string_view::npos && last.substr(colon).ends_with("enerateContent");
  const bool is_model = path.size() > 2 && path[path.size() - 3].starts_with("v1beta");
  if (!is_call && !is_model) return {};
  const std::string segment(is_call ? last.substr(0, colon) : last);
  const GCharPtr model(g_uri_unescape_string(segment.c_str(), nullptr));
  return {.segments = 2, .model = model ? model.get() : segment};
}

/// Google's host also speaks chat completions, behind a path of their own.
bool is_at_home(const Endpoint& endpoint) {
  return is_at(endpoint, google) && !std::ranges::contains(endpoint.path, "openai");
}

std::vector<std::string> path_of(const Endpoint& endpoint) {
  auto path = endpoint.path;
  if (!path.empty() && path.back() == "openai") path.pop_back();
  // An address that names a call is right as it is; others end in what OpenAI's have.
  if (endpoint.model.empty() && !path.empty() && path.back() == "v1") path.back() = "v1beta";
  return path;
}

/// The endpoint with `field` in its query, which may be empty, and without the form of
/// answer that a pasted call asked for.
Endpoint with_field(Endpoint endpoint, std::string_view field) {
  std::string query;
  const auto add = [&](std::string_view part) {
    if (!part.empty()) query.append(query.empty() ? "?" : "&").append(part);
  };
  add(field);
  std::string_view rest = endpoint.query;
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the '?' or '&'
    const std::string_view part = rest.substr(0, rest.find('&'));
    if (!part.starts_with("alt=")) add(part);
    rest.remove_prefix(part.size());
  }
  endpoint.query = std::move(query);
  return endpoint;
}

/// The key's header at Google is its own. Relays know keys as Bearer tokens, on
/// every path.
Headers key_headers(const Endpoint& endpoint, const std::string& key) {
  if (key.empty() || !is_at(endpoint, "googleapis.com")) return bearer_headers(endpoint, key);
  Headers headers = endpoint.extra_headers;
  headers.emplace_back("x-goog-api-key", key);
  return headers;
}

std::string url_for(const PictureRequest& request, const Endpoint& endpoint) {
  std::string_view name = request.model;
  constexpr std::string_view prefix = "models/";
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  const GCharPtr model(
      g_uri_escape_bytes(reinterpret_cast<const guint8*>(name.data()), name.size(), nullptr));
  const std::string call = std::string("/models/") + model.get();
  return request.stream
             ? url_of(with_field(endpoint, "alt=sse"), path_of(endpoint),
                      call + ":streamGenerateContent")
             : url_of(with_field(endpoint, ""), path_of(endpoint), call + ":generateContent");
}

/// "imageConfig" with a comma before it; empty where there is nothing to say.
std::string image_config(const PictureRequest& request) {
  std::string members;
  const auto add = [&](const char* name, const std::string& value) {
    if (!members.empty()) members += ',';
    members += std::string("\"") + name + "\":" + quote_json(value);
  };
  if (request.size_fields == SizeFields::Prompt) return {};
  if (!request.aspect_ratio.empty()) add("aspectRatio", request.aspect_ratio);
  // The one with a single size refuses to be told.
  if (!request.size.empty() && !lower(request.model).contains("2.5-flash"))
    add("imageSize", size_name(request.size));
  return members.empty() ? members : ",\"imageConfig\":{" + members + "}";
}

RequestBody body_of(const PictureRequest& request) {
  const bool is_told = request.size_fields != SizeFields::Prompt;
  RequestBody body{.content_type = "application/json"};
  std::string text = R"({"contents":[{"role":"user","parts":[{"text":)" +
                     quote_json(prompt_with_size(request, {is_told, is_told})) + "}";
  for (const ImagePart& image : request.images) {
    text += R"(,{"inlineData":{"mimeType":)" + quote_json(image.mime_type) + R"(,"data":")";
    body.pieces.emplace_back(std::exchange(text, R"("}})"));
    body.pieces.emplace_back(Base64Piece{image.bytes});
  }
  text += R"(]}],"generationConfig":{"responseModalities":["TEXT","IMAGE"])";
  body.pieces.emplace_back(text + image_config(request) + "}}");
  return body;
}

HttpCall ask_gemini(const PictureRequest& request, const Endpoint& endpoint,
                    const std::string& key) {
  return {.url = url_for(request, endpoint),
          .headers = key_headers(endpoint, key),
          .body = body_of(request)};
}

HttpCall list_models(const Endpoint& endpoint, const std::string& key) {
  // Google gives 50 at a time unless asked for up to 1000.
  return {.url = url_of(with_field(endpoint, "pageSize=1000"), path_of(endpoint), "/models"),
          .headers = key_headers(endpoint, key)};
}

}  // namespace

extern const Dialect gemini_dialect;
constinit const Dialect gemini_dialect{.name = "gemini",
                                       .label = N_("Gemini"),
                                       .usual_size_fields = SizeFields::Google,
                                       .takes_mask = false,
                                       .find_call = find_gemini_call,
                                       .is_at_home = is_at_home,
                                       .ask = ask_gemini,
                                       .list_models = list_models,
                                       .key_headers = key_headers};

}  // namespace wordbrush::protocol
