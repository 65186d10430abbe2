// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shapes.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <format>

#include "base/glib_ptr.h"

namespace wordbrush::model {

namespace {

struct Failure {
  int status;
  std::string_view message, type, code;
};

constexpr std::array failures{
    Failure{400, "This request cannot be served.", "invalid_request_error", "bad_request"},
    Failure{401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key"},
    Failure{402, "Your balance is used up.", "billing_error", "insufficient_balance"},
    Failure{403, "This key may not use this model.", "permission_error", "forbidden"},
    Failure{404, "The model does not exist here.", "invalid_request_error", "model_not_found"},
    Failure{413, "The request body is too large.", "invalid_request_error", "too_large"},
    Failure{429, "Rate limit reached for this model.", "rate_limit_error", "rate_limit_exceeded"},
    Failure{500, "The model stumbled.", "server_error", "internal_error"},
    Failure{503, "The model is overloaded.", "server_error", "overloaded"},
};

constexpr Failure other_failure{0, "Something failed.", "server_error", "unknown"};

const Failure& failure_of(int status) {
  const auto* const found = std::ranges::find(failures, status, &Failure::status);
  return found == failures.end() ? other_failure : *found;
}

/// `text` as JSON writes it, in quotes.
std::string in_quotes(std::string_view text) {
  std::string json = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\')
      json += {'\\', character};
    else if (static_cast<unsigned char>(character) < 0x20)
      json += std::format("\\u{:04x}", static_cast<int>(character));
    else
      json += character;
  }
  return json + "\"";
}

std::string data_url(const Answer& answer) {
  const GCharPtr base64(g_base64_encode(answer.picture.data(), answer.picture.size()));
  return "data:" + answer.mime_type + ";base64," + base64.get();
}

std::string image_part(const Answer& answer) {
  return R"({"type":"image_url","image_url":{"url":")" + data_url(answer) + "\"}}";
}

/// The members of a message or a delta that hold the picture, after the words.
std::string picture_members(const Answer& answer, Shape shape) {
  switch (shape) {
    case Shape::ContentArray:
      return R"("content":[{"type":"text","text":)" + in_quotes(answer.text) + "}," +
             image_part(answer) + "]";
    case Shape::Markdown:
      return "\"content\":" + in_quotes(answer.text + "\n![image](" + data_url(answer) + ")");
    case Shape::Images:
      return "\"content\":" + in_quotes(answer.text) + ",\"images\":[" + image_part(answer) + "]";
  }
  return {};
}

std::string members(const Answer& answer, Shape shape) {
  if (!answer.refusal.empty()) return R"("content":null,"refusal":)" + in_quotes(answer.refusal);
  if (answer.picture.empty()) return "\"content\":" + in_quotes(answer.text);
  return picture_members(answer, shape);
}

constexpr std::string_view usage =
    R"("usage":{"prompt_tokens":271,"completion_tokens":1290,"total_tokens":1561})";

std::string event(const Answer& answer, const std::string& choices, std::string_view more = "") {
  return R"(data: {"id":"chatcmpl-scripted","object":"chat.completion.chunk","created":1,"model":)" +
         in_quotes(answer.model) + ",\"choices\":[" + choices + "]" + std::string(more) + "}\n\n";
}

std::string choice(const std::string& delta, const std::string& finish_reason) {
  return R"({"index":0,"delta":{)" + delta + "},\"finish_reason\":" + finish_reason + "}";
}

}  // namespace

std::string whole_reply(const Answer& answer, Shape shape) {
  return R"({"id":"chatcmpl-scripted","object":"chat.completion","created":1,"model":)" +
         in_quotes(answer.model) + R"(,"choices":[{"index":0,"message":{"role":"assistant",)" +
         members(answer, shape) + "},\"finish_reason\":" + in_quotes(answer.finish_reason) + "}]," +
         std::string(usage) + "}\n";
}

std::string streamed_reply(const Answer& answer, Shape shape) {
  constexpr std::string_view comment = ": PING\n\n";
  std::string stream;
  if (shape == Shape::Markdown) stream += comment;
  stream += event(answer, choice(R"("role":"assistant","content":"")", "null"));
  if (shape == Shape::Markdown) stream += comment;
  stream += event(answer, choice(members(answer, shape), "null"));
  stream += event(answer, choice("", in_quotes(answer.finish_reason)));
  stream += event(answer, "", "," + std::string(usage));
  return stream + "data: [DONE]\n\n";
}

std::string failure_message(int status) {
  return std::string(failure_of(status).message);
}

std::string failure_body(int status) {
  const auto& failure = failure_of(status);
  return "{\"error\":{\"message\":" + in_quotes(failure.message) +
         ",\"type\":" + in_quotes(failure.type) +
         ",\"param\":null,\"code\":" + in_quotes(failure.code) + "}}\n";
}

std::string models_reply() {
  return R"({"object":"list","data":[{"id":"words-only","object":"model"},)"
         R"({"id":"gpt-image-1","object":"model"},)"
         R"({"id":"gemini-3-pro-image-preview","object":"model"}]})"
         "\n";
}

}  // namespace wordbrush::model
