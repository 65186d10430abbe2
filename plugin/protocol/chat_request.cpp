// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/chat_request.h"

#include <glib/gi18n.h>

#include <memory>
#include <utility>

#include "protocol/base64.h"
#include "protocol/data_url.h"
#include "protocol/json.h"
#include "protocol/words.h"

namespace wordbrush::protocol {

namespace {

/// The last message of the user, since an answer is one to that.
JsonObject* last_user_message(JsonObject* body) {
  JsonObject* found = nullptr;
  for (JsonNode* const node : elements(member_array(body, "messages"))) {
    JsonObject* const message = object_of(node);
    const char* const role = member_string(message, "role");
    if (role != nullptr && std::string_view(role) == "user") found = message;
  }
  return found;
}

Result<ImagePart> read_request_image(JsonObject* part) {
  JsonNode* const holder = member(part, "image_url");
  const char* const url =
      object_of(holder) != nullptr ? member_string(object_of(holder), "url") : string_of(holder);
  const auto data_url = url != nullptr ? split_data_url(url) : std::nullopt;
  auto bytes = data_url ? decode_base64(data_url->payload) : std::nullopt;
  if (!bytes) return fail(ErrorKind::BadRequest, _("A picture in the request cannot be read."));
  return ImagePart{data_url->mime_type, std::make_shared<const Bytes>(std::move(*bytes))};
}

Result<void> read_request_part(JsonObject* part, PictureRequest& request) {
  if (const char* const text = member_string(part, "text")) {
    if (!request.prompt.empty()) request.prompt += '\n';
    request.prompt += text;
  }
  if (member(part, "image_url") == nullptr) return {};
  auto image = read_request_image(part);
  if (!image) return fail(std::move(image.error()));
  request.images.push_back(std::move(*image));
  return {};
}

// --- The size (protocol.md, 1.3) ---

/// `"aspect_ratio":"16:9","image_size":"2K"`, as far as they are asked for.
std::string size_members(const PictureRequest& request) {
  std::string members;
  if (!request.aspect_ratio.empty())
    members += "\"aspect_ratio\":" + quote_json(request.aspect_ratio);
  if (request.size.empty()) return members;
  std::string size = size_name(request.size);
  // OpenRouter has a name of its own for the smallest.
  if (size == "512" && request.size_fields == SizeFields::OpenRouter) size = "0.5K";
  return members + (members.empty() ? "" : ",") + "\"image_size\":" + quote_json(size);
}

/// The body's members for the size, each with a comma before it.
std::string size_fields(const PictureRequest& request) {
  const std::string members = size_members(request);
  const std::string config =
      members.empty() ? std::string() : ",\"image_config\":{" + members + "}";
  switch (request.size_fields) {
    case SizeFields::OpenRouter:
      return R"(,"modalities":["image","text"])" + config;
    case SizeFields::Google:
      return config.empty() ? config : R"(,"extra_body":{"google":{)" + config.substr(1) + "}}";
    case SizeFields::Flat:
      return members.empty() ? members : "," + members;
    case SizeFields::Prompt:
    case SizeFields::ModelSuffix:
    case SizeFields::SystemMessage:
      break;
  }
  return {};
}

/// Only the sizes above the usual one have models of their own.
std::string model_name(const PictureRequest& request) {
  const std::string suffix = "-" + lower(size_name(request.size));
  const bool has_suffix = request.size_fields == SizeFields::ModelSuffix &&
                          (suffix == "-2k" || suffix == "-4k") && !request.model.ends_with(suffix);
  return has_suffix ? request.model + suffix : request.model;
}

std::string system_message(const PictureRequest& request) {
  if (request.size_fields != SizeFields::SystemMessage || request.aspect_ratio.empty()) return {};
  return R"({"role":"system","content":)" + quote_json("aspect_ratio=" + request.aspect_ratio) +
         "},";
}

/// What is told elsewhere than in the prompt.
Told told_by(SizeFields fields) {
  return {.aspect_ratio = fields != SizeFields::Prompt && fields != SizeFields::ModelSuffix,
          .size = fields != SizeFields::Prompt && fields != SizeFields::SystemMessage};
}

}  // namespace

RequestBody make_chat_body(const PictureRequest& request) {
  RequestBody body{.content_type = "application/json"};
  const std::string prompt = quote_json(prompt_with_size(request, told_by(request.size_fields)));
  std::string text = "{\"model\":" + quote_json(model_name(request)) +
                     ",\"stream\":" + (request.stream ? "true" : "false") + size_fields(request) +
                     ",\"messages\":[" + system_message(request) + R"({"role":"user","content":)";
  if (request.images.empty()) {
    text += prompt;
  } else {
    text += R"([{"type":"text","text":)" + prompt + "}";
    for (const ImagePart& image : request.images) {
      const std::string start = "data:" + image.mime_type + ";base64,";
      text += R"(,{"type":"image_url","image_url":{"url":")" + start;
      body.pieces.emplace_back(std::exchange(text, R"("}})"));
      body.pieces.emplace_back(Base64Piece{image.bytes});
    }
    text += "]";
  }
  body.pieces.emplace_back(text + "}]}");
  return body;
}

Result<PictureRequest> read_chat_request(std::string_view body) {
  const JsonNodePtr document = parse_json(body);
  JsonObject* const root = object_of(document.get());
  JsonObject* const message = last_user_message(root);
  if (message == nullptr) return fail(ErrorKind::BadRequest, _("The request has no message."));

  PictureRequest request{.stream = member_is_true(root, "stream")};
  if (const char* const model = member_string(root, "model")) request.model = model;
  if (const char* const content = member_string(message, "content")) request.prompt = content;
  for (JsonNode* const node : elements(member_array(message, "content"))) {
    if (auto read = read_request_part(object_of(node), request); !read)
      return fail(std::move(read.error()));
  }
  return request;
}

}  // namespace wordbrush::protocol
