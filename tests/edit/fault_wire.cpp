// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/fault_wire.h"

#include <algorithm>
#include <cstdint>

#include "base/bytes.h"
#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"

namespace wordbrush::edit::faults {

const std::string& base64() {
  static const std::string text = [] {
    Bytes bytes(60'000);
    std::ranges::generate(bytes, [value = 0U]() mutable {
      return std::uint8_t((value = value * 1664525U + 1013904223U) >> 24U);
    });
    const GCharPtr encoded(g_base64_encode(bytes.data(), bytes.size()));
    return std::string(encoded.get());
  }();
  return text;
}

std::string head(const std::string& status, const std::string& type, const std::string& more) {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
         "Retry-After: 0\r\nConnection: close\r\n";
}

std::string answer(const std::string& status, const std::string& body, const std::string& type,
                   const std::string& more) {
  return head(status, type, more) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         body;
}

const std::string event_head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string chunk(const std::string& bytes) {
  char size[20];
  g_snprintf(size, sizeof size, "%zx", bytes.size());
  return size + ("\r\n" + bytes) + "\r\n";
}

std::string events(const std::string& body) {
  return event_head + chunk(body) + "0\r\n\r\n";
}

std::string page(const std::string& title) {
  return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body><hr>nginx</body></html>\r\n";
}

std::string picture_json(const char* member, const std::string& payload) {
  return std::string(R"({"model":"m","choices":[{"index":0,")") + member +
         R"(":{"role":"assistant","content":[{"type":"text","text":"Done."},)"
         R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)" +
         payload + R"("}}]},"finish_reason":"stop"}]})";
}

std::string picture_event() {
  return "data: " + picture_json("delta") + "\n\n";
}

std::string error_json(const std::string& more) {
  return R"({"error":{"message":"the words of the service")" + more + "}}";
}

std::string compressed(GZlibCompressorFormat format, const std::string& text) {
  const auto compressor =
      GObjectPtr<GConverter>::adopt(G_CONVERTER(g_zlib_compressor_new(format, /*level=*/6)));
  std::string out_bytes(text.size() + 1000, '\0');
  gsize read = 0;
  gsize written = 0;
  g_converter_convert(compressor.get(), text.data(), text.size(), out_bytes.data(),
                      out_bytes.size(), G_CONVERTER_INPUT_AT_END, &read, &written, nullptr);
  out_bytes.resize(written);
  return out_bytes;
}

}  // namespace wordbrush::edit::faults
