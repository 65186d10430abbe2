// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/answer.h"

#include <glib.h>

#include <optional>
#include <utility>

#include "base/bytes.h"
#include "base/glib_ptr.h"
#include "base/result.h"
#include "demo/effects.h"
#include "demo/instructions.h"
#include "demo/scene.h"
#include "pixels/decode.h"
#include "pixels/encode.h"
#include "protocol/chat_request.h"
#include "protocol/json.h"

namespace wordbrush::demo {

namespace {

using protocol::PictureRequest;
using protocol::quote_json;

// What every answer to a chat has.
constexpr const char* head = R"("id":"demo","created":0,"model":"wordbrush-demo")";
constexpr const char* usage =
    R"("usage":{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0,"cost":0})";

struct Work {
  std::string words;
  std::optional<pixels::Bitmap> picture;
};

Result<Work> edit(const PictureRequest& request) {
  // A blur takes 24 bytes for a pixel: a gigabyte at most.
  constexpr pixels::DecodeLimits limits{.max_side = 8192, .max_pixels = 40'000'000};
  const auto actions = read_instructions(request.prompt);
  if (actions.empty()) return Work{.words = describe_abilities()};
  auto picture = pixels::decode(*request.images.front().bytes, limits);
  if (!picture) return fail(std::move(picture.error()));
  for (const Action action : actions) *picture = apply(action, std::move(*picture));
  return Work{.words = describe(actions), .picture = std::move(*picture)};
}

Work generate(const PictureRequest& request) {
  return {.words = describe_scene(), .picture = paint(read_scene(request.prompt))};
}

std::string to_base64(const pixels::Bitmap& picture) {
  const Bytes file = pixels::encode_png(picture);
  const GCharPtr text(g_base64_encode(file.data(), file.size()));
  return text.get();
}

std::string text_part(const std::string& words) {
  return R"({"type":"text","text":)" + quote_json(words) + "}";
}

constexpr const char* image_start =
    R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)";
constexpr const char* image_end = R"("}})";

Answer to_json(const Work& work) {
  Answer answer;
  std::string text = std::string("{") + head + R"(,"object":"chat.completion","choices":[)" +
                     R"({"index":0,"message":{"role":"assistant","content":[)" +
                     text_part(work.words);
  if (work.picture) {
    answer.pieces.push_back(text + "," + image_start);
    answer.pieces.push_back(to_base64(*work.picture));
    text = image_end;
  }
  answer.pieces.push_back(text + R"(]},"finish_reason":"stop"}],)" + usage + "}");
  return answer;
}

std::string event_start() {
  return std::string("data: {") + head + R"(,"object":"chat.completion.chunk","choices":[)";
}

std::string delta_event(const std::string& delta) {
  return event_start() + R"({"index":0,"delta":)" + delta + R"(,"finish_reason":null}]})" + "\n\n";
}

Answer to_event_stream(const Work& work) {
  Answer answer{.content_type = "text/event-stream"};
  std::string text =
      delta_event(R"({"role":"assistant","content":)" + quote_json(work.words) + "}");
  text += ": PING\n\n";
  if (work.picture) {
    answer.pieces.push_back(text + event_start() + R"({"index":0,"delta":{"content":[)" +
                            image_start);
    answer.pieces.push_back(to_base64(*work.picture));
    text = std::string(image_end) + R"(]},"finish_reason":null}]})" + "\n\n";
  }
  text += event_start() + R"({"index":0,"delta":{},"finish_reason":"stop"}]})" + "\n\n";
  text += event_start() + "]," + usage + "}\n\n";
  answer.pieces.push_back(text + "data: [DONE]\n\n");
  return answer;
}

}  // namespace

Answer answer_chat(std::string_view body) {
  constexpr int bad_request = 400;
  const auto request = protocol::read_chat_request(body);
  if (!request) return answer_error(bad_request, "invalid_request", request.error().detail);
  auto work = request->images.empty() ? Result<Work>(generate(*request)) : edit(*request);
  if (!work) return answer_error(bad_request, "invalid_image", work.error().detail);
  return request->stream ? to_event_stream(*work) : to_json(*work);
}

Answer answer_models() {
  return {.pieces = {R"({"object":"list","data":[{"id":"wordbrush-demo","object":"model",)"
                     R"("created":0,"owned_by":"wordbrush"}]})"}};
}

Answer answer_error(int status, const char* code, const std::string& message) {
  return {.status = status,
          .pieces = {R"({"error":{"message":)" + quote_json(message) +
                     R"(,"type":"invalid_request_error","param":null,"code":")" + code + "\"}}"}};
}

}  // namespace wordbrush::demo
