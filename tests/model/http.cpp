// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/http.h"

#include <format>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "model/log.h"
#include "model/shapes.h"

namespace wordbrush::model {

namespace {

constexpr int too_many_requests = 429;

bool holds_key(std::string_view header) {
  return header == "authorization" || header == "x-goog-api-key" || header == "api-key";
}

}  // namespace

void respond(SoupServerMessage* message, int status, const char* type, std::string_view body) {
  soup_server_message_set_status(message, static_cast<guint>(status), nullptr);
  soup_server_message_set_response(message, type, SOUP_MEMORY_COPY, body.data(), body.size());
}

void respond(SoupServerMessage* message, const char* type,
             const std::shared_ptr<const std::string>& body) {
  using Kept = std::shared_ptr<const std::string>;
  const GBytesPtr bytes(g_bytes_new_with_free_func(
      body->data(), body->size(), [](gpointer kept) { delete static_cast<Kept*>(kept); },
      new Kept(body)));
  soup_server_message_set_status(message, SOUP_STATUS_OK, nullptr);
  soup_message_headers_set_content_type(soup_server_message_get_response_headers(message), type,
                                        nullptr);
  soup_message_body_append_bytes(soup_server_message_get_response_body(message), bytes.get());
}

void respond_failure(SoupServerMessage* message, int status) {
  if (status == too_many_requests || status == SOUP_STATUS_SERVICE_UNAVAILABLE) {
    auto* const headers = soup_server_message_get_response_headers(message);
    soup_message_headers_append(headers, "Retry-After", "1");
    soup_message_headers_append(headers, "retry-after-ms", "20");
  }
  respond(message, status, json_type, failure_body(status));
}

void cut_off(SoupServerMessage* message, const char* type, std::string_view body) {
  const auto stream = GObjectPtr<GIOStream>::adopt(soup_server_message_steal_connection(message));
  const auto sent = std::format("HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n",
                                type, body.size()) +
                    std::string(body.substr(0, body.size() / 2));
  g_output_stream_write_all(g_io_stream_get_output_stream(stream.get()), sent.data(), sent.size(),
                            nullptr, nullptr, nullptr);
  g_io_stream_close(stream.get(), nullptr, nullptr);
}

std::string_view body_of(SoupServerMessage* message) {
  auto* const body = soup_server_message_get_request_body(message);
  const GBytesPtr whole(soup_message_body_flatten(body));
  gsize size = 0;
  const auto* const bytes = static_cast<const char*>(g_bytes_get_data(whole.get(), &size));
  return {bytes, size};  // the message keeps its flattened body
}

std::map<std::string, std::string> headers_of(SoupServerMessage* message) {
  std::map<std::string, std::string> headers;
  soup_message_headers_foreach(
      soup_server_message_get_request_headers(message),
      [](const char* name, const char* value, gpointer target) {
        const GCharPtr lower(g_ascii_strdown(name, -1));
        const std::string key(lower.get());
        (*static_cast<std::map<std::string, std::string>*>(target))[key] =
            holds_key(key) ? redacted(value) : value;
      },
      &headers);
  return headers;
}

bool has_key(SoupServerMessage* message, const std::string& key) {
  auto* const headers = soup_server_message_get_request_headers(message);
  const auto sends = [&](const char* header, const std::string& value) {
    const auto* const sent = soup_message_headers_get_one(headers, header);
    return sent != nullptr && sent == value;
  };
  return key.empty() || sends("Authorization", "Bearer " + key) || sends("x-goog-api-key", key) ||
         sends("api-key", key);
}

}  // namespace wordbrush::model
