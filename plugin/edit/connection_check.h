// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "edit/balance_query.h"
#include "edit/models_query.h"

namespace wordbrush::edit {

struct ConnectionCheckEvents {
  /// Called once, first: what the service offers, or what is wrong.
  ModelsQuery::OnEnd on_models;
  /// Called once after the models came, never after a failure.
  BalanceQuery::OnEnd on_balance;
};

/// Tries a connection out without cost: asks for its models and, if they come, for what
/// the account holds. Destroying it closes the connections, and nothing is called after
/// that.
class [[nodiscard]] ConnectionCheck {
 public:
  /// Calls back from the main loop, never before the maker has the check. `session`
  /// outlives it.
  ConnectionCheck(SoupSession* session, protocol::Endpoint endpoint, std::string key,
                  ConnectionCheckEvents events);
  ConnectionCheck(const ConnectionCheck&) = delete;
  ConnectionCheck& operator=(const ConnectionCheck&) = delete;

 private:
  void take(Result<std::vector<protocol::ModelOffer>> models);

  SoupSession* session_;
  const protocol::Endpoint endpoint_;
  const std::string key_;
  const ConnectionCheckEvents events_;
  std::optional<BalanceQuery> balance_;
  ModelsQuery models_;
};

}  // namespace wordbrush::edit
