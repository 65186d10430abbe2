// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/models_query.h"

#include <optional>
#include <utility>

#include "base/later.h"
#include "net/http_stream.h"
#include "protocol/dialect.h"
#include "protocol/http_failure.h"
#include "protocol/models_reply.h"
#include "protocol/words.h"

namespace wordbrush::edit {

namespace {

/// The longest list seen is 1 MB; what is longer is no list of models.
constexpr std::size_t max_body_bytes = std::size_t{16} << 20;

constexpr net::HttpLimits limits{.connect = std::chrono::seconds(15),
                                 .idle = std::chrono::seconds(30),
                                 .total = std::chrono::seconds(60)};

net::HttpRequest to_http(const protocol::Endpoint& endpoint, const std::string& key) {
  auto call = endpoint.dialect->list_models(endpoint, key);
  call.headers.emplace_back("Accept", "application/json");
  return {.method = "GET", .url = std::move(call.url), .headers = std::move(call.headers)};
}

/// A service may repeat the key in its words.
ModelsQuery::OnEnd hiding(std::string key, ModelsQuery::OnEnd on_end) {
  return [key = std::move(key), tell = std::move(on_end)](auto models) {
    if (!models)
      models.error().detail = protocol::without_key(std::move(models.error().detail), key);
    tell(std::move(models));
  };
}

}  // namespace

class ModelsQuery::Impl {
 public:
  Impl(SoupSession* session, const protocol::Endpoint& endpoint, const std::string& key,
       OnEnd on_end)
      : on_end_(std::move(on_end)) {
    auto stream = net::HttpStream::start(
        session, to_http(endpoint, key), limits,
        {.on_bytes = [this](std::string_view bytes) { take(bytes); },
         .on_end = [this](Result<net::HttpAnswer> outcome) { end(std::move(outcome)); }});
    if (stream)
      stream_.emplace(std::move(*stream));
    else
      later_ = Later([this, error = std::move(stream.error())] { on_end_(fail(error)); });
  }

 private:
  void take(std::string_view bytes) {
    body_.append(bytes.substr(0, max_body_bytes - body_.size()));
  }

  void end(Result<net::HttpAnswer> outcome) {
    constexpr int first_failure = 300;
    if (!outcome) return on_end_(fail(std::move(outcome.error())));
    if (outcome->status >= first_failure)
      return on_end_(fail(protocol::read_http_failure(outcome->status, outcome->error_body)));
    on_end_(protocol::read_models(body_));  // may end the life of *this
  }

  OnEnd on_end_;
  std::string body_;
  std::optional<net::HttpStream> stream_;
  Later later_;
};

ModelsQuery::ModelsQuery(SoupSession* session, const protocol::Endpoint& endpoint,
                         const std::string& key, OnEnd on_end)
    : impl_(std::make_unique<Impl>(session, endpoint, key, hiding(key, std::move(on_end)))) {}
ModelsQuery::ModelsQuery(ModelsQuery&&) noexcept = default;
ModelsQuery& ModelsQuery::operator=(ModelsQuery&&) noexcept = default;
ModelsQuery::~ModelsQuery() = default;

}  // namespace wordbrush::edit
