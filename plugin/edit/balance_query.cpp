// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/balance_query.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/glib_ptr.h"
#include "base/later.h"
#include "net/http_stream.h"
#include "protocol/dialect.h"

namespace wordbrush::edit {

namespace {

/// A balance is a few hundred bytes.
constexpr std::size_t max_body_bytes = std::size_t{1} << 20;

constexpr net::HttpLimits limits{.connect = std::chrono::seconds(10),
                                 .idle = std::chrono::seconds(10),
                                 .total = std::chrono::seconds(20)};

using DateTimePtr = std::unique_ptr<GDateTime, FreeWith<g_date_time_unref>>;

std::string today() {
  const DateTimePtr now(g_date_time_new_now_utc());
  const GCharPtr text(g_date_time_format(now.get(), "%Y-%m-%d"));
  return text.get();
}

}  // namespace

class BalanceQuery::Impl {
 public:
  Impl(SoupSession* session, const protocol::Endpoint& endpoint, const std::string& key,
       OnEnd on_end)
      : on_end_(std::move(on_end)) {
    const auto urls = protocol::balance_urls(endpoint, today());
    asked_.resize(urls.size());
    auto headers = protocol::key_headers(endpoint, key);
    headers.emplace_back("Accept", "application/json");
    for (std::size_t i = 0; i < urls.size(); ++i) ask(session, urls[i], headers, asked_[i]);
    later_ = Later([this] { end_when_all_ended(); });
  }

 private:
  struct Asked {
    std::optional<net::HttpStream> stream;
    std::string body;
    bool has_ended = false;
  };

  using Headers = std::vector<std::pair<std::string, std::string>>;

  void ask(SoupSession* session, const std::string& url, const Headers& headers, Asked& asked) {
    net::HttpRequest request{.method = "GET", .url = url};
    request.headers = headers;
    auto stream = net::HttpStream::start(
        session, std::move(request), limits,
        {.on_bytes =
             [&asked](std::string_view bytes) {
               asked.body.append(bytes.substr(0, max_body_bytes - asked.body.size()));
             },
         .on_end = [this, &asked](const Result<net::HttpAnswer>&) { take(asked); }});
    asked.has_ended = !stream;
    if (stream) asked.stream.emplace(std::move(*stream));
  }

  void take(Asked& asked) {
    asked.has_ended = true;
    protocol::read_balance(asked.body, balance_);
    later_ = Later([this] { end_when_all_ended(); });
  }

  void end_when_all_ended() {
    if (std::ranges::all_of(asked_, &Asked::has_ended)) on_end_(balance_);
  }

  OnEnd on_end_;
  std::vector<Asked> asked_;
  protocol::Balance balance_;
  Later later_;
};

BalanceQuery::BalanceQuery(SoupSession* session, const protocol::Endpoint& endpoint,
                           const std::string& key, OnEnd on_end)
    : impl_(std::make_unique<Impl>(session, endpoint, key, std::move(on_end))) {}
BalanceQuery::BalanceQuery(BalanceQuery&&) noexcept = default;
BalanceQuery& BalanceQuery::operator=(BalanceQuery&&) noexcept = default;
BalanceQuery::~BalanceQuery() = default;

}  // namespace wordbrush::edit
