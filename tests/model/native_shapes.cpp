// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/native_shapes.h"

#include <glib.h>

#include <vector>

#include "base/glib_ptr.h"
#include "protocol/json.h"

namespace wordbrush::model {

namespace {

using protocol::quote_json;

std::string base64(const Bytes& bytes) {
  const GCharPtr text(g_base64_encode(bytes.data(), bytes.size()));
  return text.get();
}

std::string gemini_picture(const std::string& mime_type, const Bytes& picture, bool thought) {
  return std::string("{") + (thought ? "\"thought\":true," : "") +
         "\"inlineData\":{\"mimeType\":" + quote_json(mime_type) + ",\"data\":\"" +
         base64(picture) + R"("},"thoughtSignature":"c2ln"})";
}

std::vector<std::string> gemini_parts(const Answer& answer) {
  std::vector<std::string> parts;
  if (!answer.draft.empty()) {
    parts.emplace_back(R"({"thought":true,"text":"Let me think."})");
    parts.push_back(gemini_picture("image/png", answer.draft, true));
  }
  if (!answer.text.empty()) parts.push_back("{\"text\":" + quote_json(answer.text) + "}");
  if (!answer.picture.empty())
    parts.push_back(gemini_picture(answer.mime_type, answer.picture, false));
  return parts;
}

/// One object of an answer; the last one says how it ended.
std::string gemini_object(const Answer& answer, const std::string& parts, bool is_last) {
  std::string ending;
  if (is_last)
    ending = ",\"finishReason\":" +
             std::string(answer.refusal.empty() ? "\"STOP\"" : "\"IMAGE_SAFETY\"");
  if (is_last && !answer.refusal.empty())
    ending += ",\"finishMessage\":" + quote_json(answer.refusal);
  return R"({"candidates":[{"content":{"role":"model","parts":[)" + parts + "]}" + ending +
         R"(,"index":0}],"usageMetadata":{"promptTokenCount":271,"candidatesTokenCount":1290},)" +
         "\"modelVersion\":" + quote_json(answer.model) + "}";
}

std::string image_event(const std::string& type, const Bytes& picture, const std::string& more) {
  return "event: " + type + "\ndata: {\"type\":" + quote_json(type) + ",\"b64_json\":\"" +
         base64(picture) + "\"," + more + "}\n\n";
}

constexpr const char* images_usage = R"("usage":{"input_tokens":271,"output_tokens":1290})";

}  // namespace

std::string gemini_reply(const Answer& answer) {
  std::string parts;
  for (const std::string& part : gemini_parts(answer)) parts += (parts.empty() ? "" : ",") + part;
  return gemini_object(answer, parts, true) + "\n";
}

std::string streamed_gemini_reply(const Answer& answer, bool as_events) {
  std::vector<std::string> objects;
  for (const std::string& part : gemini_parts(answer))
    objects.push_back(gemini_object(answer, part, false));
  objects.push_back(gemini_object(answer, R"({"text":""})", true));
  std::string stream;
  for (const std::string& object : objects) {
    if (as_events)
      stream += "data: " + object + "\r\n\r\n";
    else
      stream += (stream.empty() ? "[" : "\n,\r\n") + object;
  }
  return as_events ? stream : stream + "]";
}

std::string images_reply(const Answer& answer) {
  const std::string data =
      answer.picture.empty() ? "" : "{\"b64_json\":\"" + base64(answer.picture) + "\"}";
  return R"({"created":1,"data":[)" + data + "]," + images_usage + "}\n";
}

std::string streamed_images_reply(const Answer& answer, const std::string& call) {
  std::string stream;
  if (!answer.draft.empty())
    stream += image_event(call + ".partial_image", answer.draft, R"("partial_image_index":0)");
  if (!answer.picture.empty())
    stream += image_event(call + ".completed", answer.picture, images_usage);
  return stream;
}

std::string gemini_models_reply() {
  return R"({"models":[{"name":"models/words-only","supportedGenerationMethods":["generateContent"]},)"
         R"({"name":"models/gemini-3-pro-image","supportedGenerationMethods":["generateContent"]}]})"
         "\n";
}

}  // namespace wordbrush::model
