// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/connection_check.h"

#include <utility>

namespace wordbrush::edit {

ConnectionCheck::ConnectionCheck(SoupSession* session, protocol::Endpoint endpoint, std::string key,
                                 ConnectionCheckEvents events)
    : session_(session),
      endpoint_(std::move(endpoint)),
      key_(std::move(key)),
      events_(std::move(events)),
      models_(session, endpoint_, key_, [this](Result<std::vector<protocol::ModelOffer>> models) {
        take(std::move(models));
      }) {}

void ConnectionCheck::take(Result<std::vector<protocol::ModelOffer>> models) {
  // Before the event, which may end the life of *this.
  if (models) balance_.emplace(session_, endpoint_, key_, events_.on_balance);
  events_.on_models(std::move(models));
}

}  // namespace wordbrush::edit
