// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "net/http_stream.h"
#include "net/session.h"
#include "support/main_loop.h"
#include "support/scripted_server.h"

namespace wordbrush::net::test {

inline const std::string chunked_head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
inline const std::string last_chunk = "0\r\n\r\n";

/// More than what the sockets between two ends hold.
inline constexpr std::size_t large_body = 35UZ * 1024 * 1024;

inline std::string chunk(const std::string& bytes) {
  char size[20];
  g_snprintf(size, sizeof size, "%zx", bytes.size());
  return size + ("\r\n" + bytes) + "\r\n";
}

/// A POST of one text.
inline HttpRequest post(std::string url, std::string body = "{}") {
  return {.url = std::move(url),
          .body = {.content_type = "application/json", .pieces = {std::move(body)}}};
}

/// Starts requests and notes what their events say.
class StreamFixture : public testing::Test {
 protected:
  ~StreamFixture() override {
    stream_.reset();
    // What was cancelled ends on the main loop.
    while (g_main_context_iteration(nullptr, FALSE)) {
    }
  }

  void start(HttpRequest request) {
    auto started =
        HttpStream::start(session_.get(), std::move(request), limits_,
                          {.on_sent = [this](auto sent, auto total) { on_sent(sent, total); },
                           .on_bytes = [this](std::string_view bytes) { on_bytes(bytes); },
                           .on_end =
                               [this](Result<HttpAnswer> outcome) {
                                 outcome_ = std::move(outcome);
                                 ++ends_;
                                 stream_.reset();
                               }});
    ASSERT_TRUE(started) << started.error().detail;
    stream_.emplace(std::move(*started));
  }

  void on_sent(std::uint64_t sent, std::uint64_t total) {
    sent_.push_back(sent);
    total_ = total;
    if (drop_on_sent_) stream_.reset();
  }

  void on_bytes(std::string_view bytes) {
    received_ += bytes;
    if (drop_on_bytes_) stream_.reset();
  }

  bool run_to_end() {
    return wordbrush::test::run_until([this] { return ends_ > 0; });
  }

  GObjectPtr<SoupSession> session_ = make_session();
  HttpLimits limits_;
  std::optional<HttpStream> stream_;
  std::vector<std::uint64_t> sent_;
  std::uint64_t total_ = 0;
  std::string received_;
  std::optional<Result<HttpAnswer>> outcome_;
  int ends_ = 0;
  bool drop_on_sent_ = false;
  bool drop_on_bytes_ = false;
};

}  // namespace wordbrush::net::test
