// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "edit/balance_query.h"
#include "net/session.h"
#include "procedures/arguments.h"
#include "procedures/endpoints.h"
#include "settings/preferences.h"

namespace wordbrush::procedures {

/// Asks the service in use what is left in the account, which costs nothing.
class BalanceWatch {
 public:
  /// The sentence for the user; empty where the service does not tell.
  using OnTold = std::function<void(const std::string& sentence)>;

  /// All of them outlive it.
  BalanceWatch(Endpoints& endpoints, SoupSession* session,
               const settings::PreferenceStore& preferences)
      : endpoints_(endpoints), session_(session), preferences_(preferences) {}
  BalanceWatch(const BalanceWatch&) = delete;
  BalanceWatch& operator=(const BalanceWatch&) = delete;

  /// Closes the connection of an earlier question, which is then not answered any more. A
  /// host is asked only if the user knows by now that something is sent to it, and the
  /// offline demo never.
  void ask(const Wish& wish, OnTold on_told);

  /// Closes the connection of a question that has no answer yet: what is sent need not wait
  /// for it.
  void stop();

 private:
  bool may_ask(const Wish& wish);

  Endpoints& endpoints_;
  SoupSession* session_;
  const settings::PreferenceStore& preferences_;
  std::optional<edit::BalanceQuery> query_;
  std::shared_ptr<int> question_;  // the last one; another one makes it void
};

}  // namespace wordbrush::procedures
