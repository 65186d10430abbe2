// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"

namespace wordbrush::test {

/// A web server on a loopback port, on the main loop, that answers by a function and
/// remembers what it was asked.
class AnsweringServer {
 public:
  struct Question {
    std::string path;
    std::string query;
    std::string authorization;
    std::string cookie;
    std::string title;
  };
  struct Answer {
    int status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
  };
  using Handler = std::function<Answer(const Question&)>;

  explicit AnsweringServer(Handler handler) : handler_(std::move(handler)) {
    soup_server_add_handler(server_.get(), nullptr, on_request, this, nullptr);
    GErrorPtr error;
    if (!soup_server_listen_local(server_.get(), 0, SOUP_SERVER_LISTEN_IPV4_ONLY, out(error)))
      g_error("no loopback port: %s", error->message);
  }
  AnsweringServer(const AnsweringServer&) = delete;
  AnsweringServer& operator=(const AnsweringServer&) = delete;
  ~AnsweringServer() { soup_server_disconnect(server_.get()); }

  /// "http://127.0.0.1:PORT"
  std::string origin() const {
    GSList* const uris = soup_server_get_uris(server_.get());
    const int port = g_uri_get_port(static_cast<GUri*>(uris->data));
    g_slist_free_full(uris, [](gpointer uri) { g_uri_unref(static_cast<GUri*>(uri)); });
    return "http://127.0.0.1:" + std::to_string(port);
  }

  const std::vector<Question>& questions() const { return questions_; }

 private:
  static std::string header(SoupServerMessage* message, const char* name) {
    const char* const value =
        soup_message_headers_get_one(soup_server_message_get_request_headers(message), name);
    return value != nullptr ? value : "";
  }

  static void on_request(SoupServer*, SoupServerMessage* message, const char* path, GHashTable*,
                         gpointer self) {
    auto& server = *static_cast<AnsweringServer*>(self);
    const char* const query = g_uri_get_query(soup_server_message_get_uri(message));
    server.questions_.push_back({.path = path,
                                 .query = query != nullptr ? query : "",
                                 .authorization = header(message, "Authorization"),
                                 .cookie = header(message, "Cookie"),
                                 .title = header(message, "X-Title")});
    const Answer answer = server.handler_(server.questions_.back());
    soup_server_message_set_status(message, static_cast<guint>(answer.status), nullptr);
    soup_server_message_set_response(message, "application/octet-stream", SOUP_MEMORY_COPY,
                                     answer.body.data(), answer.body.size());
    for (const auto& [name, value] : answer.headers)
      soup_message_headers_replace(soup_server_message_get_response_headers(message), name.c_str(),
                                   value.c_str());
  }

  const Handler handler_;
  const GObjectPtr<SoupServer> server_ =
      GObjectPtr<SoupServer>::adopt(soup_server_new(nullptr, nullptr));
  std::vector<Question> questions_;
};

}  // namespace wordbrush::test
