// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "edit/small_query.h"
#include "net/session.h"
#include "protocol/endpoint.h"
#include "protocol/models_reply.h"

namespace wordbrush::edit {

/// Asks an endpoint for its models, which costs nothing: so it checks
/// an address and a key, too. Destroying it closes the connection, and nothing is
/// called after that.
class [[nodiscard]] ModelsQuery {
 public:
  using OnEnd = std::function<void(Result<std::vector<protocol::ModelOffer>>)>;

  /// Calls back once, from the main loop, never before the maker has the query.
  ModelsQuery(SoupSession* session, const protocol::Endpoint& endpoint, const std::string& key,
              OnEnd on_end);

 private:
  SmallQuery query_;
};

}  // namespace wordbrush::edit
