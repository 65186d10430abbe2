// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calls.h"

#include <algorithm>
#include <array>
#include <memory>

#include "base/glib_ptr.h"
#include "model/http.h"
#include "pixels/decode.h"
#include "protocol/base64.h"
#include "protocol/chat_request.h"
#include "protocol/json.h"

namespace wordbrush::model {

namespace {

struct PlainCall {
  std::string_view path;
  CallKind kind;
};

constexpr std::array plain_calls{
    PlainCall{"/v1/chat/completions", CallKind::Chat},
    PlainCall{"/v1/images/generations", CallKind::ImagesGeneration},
    PlainCall{"/v1/images/edits", CallKind::ImagesEdit},
    PlainCall{"/v1/models", CallKind::Models},
    PlainCall{"/v1beta/models", CallKind::GeminiModels},
};

std::string before(std::string_view path, std::size_t call) {
  return std::string(path.substr(std::min<std::size_t>(1, call), call > 0 ? call - 1 : 0));
}

LoggedPicture picture_of(std::string mime_type, SharedBytes bytes) {
  LoggedPicture picture{std::move(mime_type), std::move(bytes), 0, 0};
  if (const auto bitmap = pixels::decode(*picture.bytes)) {
    picture.width = bitmap->width();
    picture.height = bitmap->height();
  }
  return picture;
}

Result<void> read_chat(std::string_view body, LoggedRequest& logged) {
  auto request = protocol::read_chat_request(body);
  if (!request) return fail(std::move(request.error()));
  logged.model = request->model;
  logged.prompt = request->prompt;
  logged.stream = request->stream;
  for (auto& image : request->images)
    logged.pictures.push_back(picture_of(image.mime_type, image.bytes));
  return {};
}

Result<void> read_gemini(const Call& call, std::string_view body, LoggedRequest& logged) {
  const auto document = protocol::parse_json(body);
  const auto contents =
      protocol::elements(protocol::member_array(protocol::object_of(document.get()), "contents"));
  if (contents.empty()) return fail(ErrorKind::BadRequest, "no contents");
  auto* const last = protocol::object_of(contents.back());
  for (auto* const node : protocol::elements(protocol::member_array(last, "parts"))) {
    auto* const part = protocol::object_of(node);
    if (const char* const text = protocol::member_string(part, "text")) logged.prompt += text;
    auto* const data = protocol::member_object(part, "inlineData");
    if (data == nullptr) continue;
    const char* const mime_type = protocol::member_string(data, "mimeType");
    const char* const text = protocol::member_string(data, "data");
    auto bytes = text == nullptr ? std::nullopt : protocol::decode_base64(text);
    if (mime_type == nullptr || !bytes) return fail(ErrorKind::BadRequest, "no inlineData");
    logged.pictures.push_back(
        picture_of(mime_type, std::make_shared<const Bytes>(std::move(*bytes))));
  }
  logged.model = call.model;
  logged.stream = call.kind == CallKind::GeminiStream;
  return {};
}

Result<void> read_generation(std::string_view body, LoggedRequest& logged) {
  const auto document = protocol::parse_json(body);
  auto* const root = protocol::object_of(document.get());
  const char* const model = protocol::member_string(root, "model");
  const char* const prompt = protocol::member_string(root, "prompt");
  if (model == nullptr || prompt == nullptr)
    return fail(ErrorKind::BadRequest, "no model or no prompt");
  logged.model = model;
  logged.prompt = prompt;
  logged.stream = protocol::member_is_true(root, "stream");
  return {};
}

using MultipartPtr = std::unique_ptr<SoupMultipart, FreeWith<soup_multipart_free>>;

/// The name of a part of a form; empty where it has none.
std::string part_name(SoupMessageHeaders* headers) {
  char* disposition = nullptr;
  GHashTable* parameters = nullptr;
  if (!soup_message_headers_get_content_disposition(headers, &disposition, &parameters)) return {};
  const GCharPtr owned(disposition);
  const auto* const name = static_cast<const char*>(g_hash_table_lookup(parameters, "name"));
  std::string found = name == nullptr ? "" : name;
  g_hash_table_unref(parameters);
  return found;
}

void take_part(SoupMessageHeaders* headers, GBytes* bytes, LoggedRequest& logged) {
  gsize size = 0;
  const auto* const data = static_cast<const std::uint8_t*>(g_bytes_get_data(bytes, &size));
  const std::string name = part_name(headers);
  logged.members.push_back(name);
  const char* const type = soup_message_headers_get_content_type(headers, nullptr);
  if (type == nullptr) {
    logged.fields[name] = std::string(data, data + size);
    return;
  }
  LoggedPicture picture = picture_of(type, std::make_shared<const Bytes>(data, data + size));
  if (name == "mask")
    logged.mask = std::move(picture);
  else
    logged.pictures.push_back(std::move(picture));
}

Result<void> read_form(SoupServerMessage* message, LoggedRequest& logged) {
  auto* const headers = soup_server_message_get_request_headers(message);
  const GBytesPtr body(soup_message_body_flatten(soup_server_message_get_request_body(message)));
  const MultipartPtr form(soup_multipart_new_from_message(headers, body.get()));
  if (!form) return fail(ErrorKind::BadRequest, "no form");
  for (int i = 0; i < soup_multipart_get_length(form.get()); ++i) {
    SoupMessageHeaders* part_headers = nullptr;
    GBytes* bytes = nullptr;
    if (soup_multipart_get_part(form.get(), i, &part_headers, &bytes))
      take_part(part_headers, bytes, logged);
  }
  std::ranges::sort(logged.members);
  const auto text = [&](const char* name) {
    const auto found = logged.fields.find(name);
    return found == logged.fields.end() ? std::string() : found->second;
  };
  logged.model = text("model");
  logged.prompt = text("prompt");
  logged.stream = text("stream") == "true";
  if (logged.pictures.empty() || logged.model.empty())
    return fail(ErrorKind::BadRequest, "no picture or no model");
  return {};
}

}  // namespace

std::optional<Call> find_call(std::string_view path) {
  for (const PlainCall& call : plain_calls)
    if (path.ends_with(call.path))
      return Call{.kind = call.kind, .scenario = before(path, path.size() - call.path.size())};
  constexpr std::string_view gemini = "/v1beta/models/";
  const auto at = path.rfind(gemini);
  const auto colon = path.rfind(':');
  if (at == std::string_view::npos || colon == std::string_view::npos || colon < at)
    return std::nullopt;
  const auto verb = path.substr(colon + 1);
  if (verb != "generateContent" && verb != "streamGenerateContent") return std::nullopt;
  const auto model = at + gemini.size();
  return Call{.kind = verb == "generateContent" ? CallKind::Gemini : CallKind::GeminiStream,
              .scenario = before(path, at),
              .model = std::string(path.substr(model, colon - model))};
}

bool lists_models(const Call& call) {
  return call.kind == CallKind::Models || call.kind == CallKind::GeminiModels;
}

Result<void> read_call(const Call& call, SoupServerMessage* message, LoggedRequest& logged) {
  const auto body = body_of(message);
  logged.body_bytes = body.size();
  const GCharPtr sum(g_compute_checksum_for_data(
      G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(body.data()), body.size()));
  logged.body_sha256 = sum.get();
  if (call.kind == CallKind::ImagesEdit) return read_form(message, logged);
  logged.members = member_names(body);
  logged.fields = small_members(body);
  switch (call.kind) {
    case CallKind::Chat:
      return read_chat(body, logged);
    case CallKind::ImagesGeneration:
      return read_generation(body, logged);
    default:
      return read_gemini(call, body, logged);
  }
}

}  // namespace wordbrush::model
