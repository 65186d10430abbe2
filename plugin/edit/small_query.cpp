// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/small_query.h"

#include <chrono>
#include <optional>
#include <utility>

#include "base/later.h"
#include "net/http_stream.h"
#include "protocol/http_failure.h"
#include "protocol/words.h"

namespace wordbrush::edit {

namespace {

/// The longest list of models seen is 1 MB; what is longer is none.
constexpr std::size_t max_body_bytes = std::size_t{16} << 20;

constexpr net::HttpLimits limits{.connect = std::chrono::seconds(15),
                                 .idle = std::chrono::seconds(30),
                                 .total = std::chrono::seconds(60)};

net::HttpRequest to_http(protocol::HttpCall call) {
  call.headers.emplace_back("Accept", "application/json");
  return {.method = "GET", .url = std::move(call.url), .headers = std::move(call.headers)};
}

}  // namespace

class SmallQuery::Impl {
 public:
  Impl(SoupSession* session, protocol::HttpCall call, std::string key, OnEnd on_end)
      : key_(std::move(key)), headers_(call.headers), on_end_(std::move(on_end)) {
    auto stream = net::HttpStream::start(
        session, to_http(std::move(call)), limits,
        {.on_bytes = [this](std::string_view bytes) { take(bytes); },
         .on_end = [this](Result<net::HttpAnswer> outcome) { take_end(std::move(outcome)); }});
    if (stream)
      stream_.emplace(std::move(*stream));
    else
      later_ = Later([this, error = std::move(stream.error())] { end(fail(error)); });
  }

 private:
  void take(std::string_view bytes) {
    body_.append(bytes.substr(0, max_body_bytes - body_.size()));
  }

  void take_end(Result<net::HttpAnswer> outcome) {
    constexpr int first_failure = 300;
    if (!outcome) return end(fail(std::move(outcome.error())));
    if (outcome->status >= first_failure)
      return end(fail(
          protocol::read_http_failure(outcome->status, outcome->error_body, outcome->location)));
    end(std::move(body_));
  }

  /// A service may repeat the key in its words, or another secret.
  void end(Result<std::string> body) {
    std::string& words = body ? *body : body.error().detail;
    words = protocol::without_secrets(protocol::without_key(std::move(words), key_), headers_);
    on_end_(std::move(body));  // may end the life of *this
  }

  const std::string key_;
  const protocol::Headers headers_;
  const OnEnd on_end_;
  std::string body_;
  std::optional<net::HttpStream> stream_;
  Later later_;
};

SmallQuery::SmallQuery(SoupSession* session, protocol::HttpCall call, std::string key, OnEnd on_end)
    : impl_(std::make_unique<Impl>(session, std::move(call), std::move(key), std::move(on_end))) {}
SmallQuery::SmallQuery(SmallQuery&&) noexcept = default;
SmallQuery& SmallQuery::operator=(SmallQuery&&) noexcept = default;
SmallQuery::~SmallQuery() = default;

}  // namespace wordbrush::edit
