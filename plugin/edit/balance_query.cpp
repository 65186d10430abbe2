// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/balance_query.h"

#include <utility>
#include <vector>

#include "base/glib_ptr.h"
#include "edit/small_query.h"
#include "protocol/dialect.h"

namespace wordbrush::edit {

namespace {

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
    for (const std::string& url : urls)
      queries_.emplace_back(session,
                            protocol::HttpCall{url, endpoint.dialect->key_headers(endpoint, key)},
                            key, [this](const Result<std::string>& body) { take(body); });
    open_ = queries_.size();
  }

 private:
  void take(const Result<std::string>& body) {
    if (body) protocol::read_balance(*body, balance_);
    if (--open_ == 0) on_end_(balance_);  // may end the life of *this
  }

  OnEnd on_end_;
  std::vector<SmallQuery> queries_;
  std::size_t open_ = 0;
  protocol::Balance balance_;
};

BalanceQuery::BalanceQuery(SoupSession* session, const protocol::Endpoint& endpoint,
                           const std::string& key, OnEnd on_end)
    : impl_(std::make_unique<Impl>(session, endpoint, key, std::move(on_end))) {}
BalanceQuery::BalanceQuery(BalanceQuery&&) noexcept = default;
BalanceQuery& BalanceQuery::operator=(BalanceQuery&&) noexcept = default;
BalanceQuery::~BalanceQuery() = default;

}  // namespace wordbrush::edit
