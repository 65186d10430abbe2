// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/models_query.h"

#include <utility>

#include "protocol/dialect.h"

namespace wordbrush::edit {

ModelsQuery::ModelsQuery(SoupSession* session, const protocol::Endpoint& endpoint,
                         const std::string& key, OnEnd on_end)
    : query_(session, endpoint.dialect->list_models(endpoint, key), key,
             [on_end = std::move(on_end)](const Result<std::string>& body) {
               on_end(body.and_then(
                   [](const std::string& text) { return protocol::read_models(text); }));
             }) {}

}  // namespace wordbrush::edit
