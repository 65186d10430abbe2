// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "net/session.h"
#include "protocol/account_reply.h"
#include "protocol/endpoint.h"

namespace wordbrush::edit {

/// Asks a service what the key's account holds, wherever services of this kind tell
/// it. Destroying it closes the connections, and nothing is called after that.
class [[nodiscard]] BalanceQuery {
 public:
  /// A balance of which nothing is known where the service does not tell: that is no error.
  using OnEnd = std::function<void(const protocol::Balance&)>;

  /// Calls back once, from the main loop, never before the maker has the query.
  BalanceQuery(SoupSession* session, const protocol::Endpoint& endpoint, const std::string& key,
               OnEnd on_end);
  BalanceQuery(BalanceQuery&&) noexcept;
  BalanceQuery& operator=(BalanceQuery&&) noexcept;
  ~BalanceQuery();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::edit
