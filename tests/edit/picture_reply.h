// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include "base/glib_ptr.h"
#include "pixels/encode.h"

namespace wordbrush::test {

inline std::string png_in_base64(int width, int height) {
  pixels::Bitmap bitmap(width, height);
  std::ranges::fill(bitmap.bytes(), std::uint8_t{255});
  const Bytes png = pixels::encode_png(bitmap);
  const GCharPtr text(g_base64_encode(png.data(), png.size()));
  return text.get();
}

inline std::string http(const char* status, const std::string& body,
                        const std::string& more_headers = {}) {
  return std::string("HTTP/1.1 ") + status +
         "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + more_headers + "\r\n" + body;
}

/// The founding API's shape.
inline std::string picture_reply(int width, int height) {
  return http("200 OK",
              R"({"model":"m-2","choices":[{"index":0,"message":{"role":"assistant","content":[)"
              R"({"type":"text","text":"Done."},{"type":"image_url","image_url":{"url":)"
              R"("data:image/png;base64,)" +
                  png_in_base64(width, height) +
                  R"("}}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":3}})");
}

}  // namespace wordbrush::test
