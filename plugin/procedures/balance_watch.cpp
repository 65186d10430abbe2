// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/balance_watch.h"

#include <utility>

#include "settings/chosen_connection.h"
#include "ui/host_notice_text.h"
#include "ui/sentences.h"

namespace wordbrush::procedures {

bool BalanceWatch::may_ask(const Wish& wish) {
  const auto found =
      settings::resolve_connection(endpoints_.connections(), wish.connection, g_getenv);
  if (!found || settings::is_offline_demo(found->connection)) return false;
  const auto route = endpoints_.preview(wish);
  return route && !ui::needs_notice(preferences_.load(), route->endpoint.host);
}

void BalanceWatch::stop() {
  query_.reset();
  question_.reset();
}

void BalanceWatch::ask(const Wish& wish, OnTold on_told) {
  query_.reset();
  question_ = std::make_shared<int>();
  if (!may_ask(wish)) return on_told({});
  const auto on_route = [this, question = std::weak_ptr(question_),
                         on_told = std::move(on_told)](Result<edit::Route> route) {
    if (question.expired()) return;
    if (!route) return on_told({});
    query_.emplace(
        session_, route->endpoint, route->key,
        [on_told](const protocol::Balance& balance) { on_told(ui::balance_sentence(balance)); });
  };
  // Nobody has asked for it: a question for the keyring's password would come from nowhere.
  endpoints_.find(wish, on_route, settings::Unlock::Never);
}

}  // namespace wordbrush::procedures
