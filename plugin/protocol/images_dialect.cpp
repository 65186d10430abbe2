// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's Images API (protocol.md, 7.1): JSON without pictures, a form with them.
#include <glib/gi18n.h>

#include "protocol/image_size.h"
#include "protocol/json.h"
#include "protocol/multipart.h"
#include "protocol/openai_calls.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

PastedCall find_images_call(std::span<const std::string> path) {
  const bool is_call =
      ends_in_call(path, "images/generations") || ends_in_call(path, "images/edits");
  return {.segments = is_call ? 2U : 0U};
}

std::string size_of(const PictureRequest& request) {
  if (request.size_fields == SizeFields::Prompt) return {};
  return nearest_image_size(request.model, request.aspect_ratio, request.size);
}

std::string prompt_of(const PictureRequest& request) {
  const bool is_told = request.size_fields != SizeFields::Prompt;
  return valid_utf8(prompt_with_size(request, {is_told, is_told}));
}

RequestBody generation_body(const PictureRequest& request) {
  std::string text =
      "{\"model\":" + quote_json(request.model) + ",\"prompt\":" + quote_json(prompt_of(request));
  if (const std::string size = size_of(request); !size.empty())
    text += ",\"size\":" + quote_json(size);
  if (request.stream) text += ",\"stream\":true";
  return {.content_type = "application/json", .pieces = {text + "}"}};
}

/// "picture-1.png"
std::string file_name(const std::string& stem, const ImagePart& image) {
  return stem + "." + image.mime_type.substr(image.mime_type.find('/') + 1);
}

RequestBody edit_body(const PictureRequest& request) {
  MultipartBody body(make_boundary());
  body.add_text("model", valid_utf8(request.model));
  body.add_text("prompt", prompt_of(request));
  if (const std::string size = size_of(request); !size.empty()) body.add_text("size", size);
  if (request.stream) body.add_text("stream", "true");
  const char* const name = request.images.size() == 1 ? "image" : "image[]";
  int number = 0;
  for (const ImagePart& image : request.images)
    body.add_file(name, file_name("picture-" + std::to_string(++number), image), image);
  if (request.mask) body.add_file("mask", file_name("mask", *request.mask), *request.mask);
  return std::move(body).finish();
}

HttpCall ask_images(const PictureRequest& request, const Endpoint& endpoint,
                    const std::string& key) {
  const bool is_edit = !request.images.empty();
  return {.url = openai_url(endpoint, is_edit ? "/images/edits" : "/images/generations"),
          .headers = bearer_headers(endpoint, key),
          .body = is_edit ? edit_body(request) : generation_body(request)};
}

}  // namespace

extern const Dialect images_dialect;
constinit const Dialect images_dialect{.name = "images",
                                       .label = N_("OpenAI Images"),
                                       .usual_size_fields = SizeFields::Flat,
                                       .takes_mask = true,
                                       .find_call = find_images_call,
                                       .is_at_home = [](const Endpoint&) { return false; },
                                       .ask = ask_images,
                                       .list_models = list_openai_models,
                                       .key_headers = bearer_headers};

}  // namespace wordbrush::protocol
