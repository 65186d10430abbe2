// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/endpoints.h"

#include <libgimp/gimp.h>

#include <utility>

#include "settings/chosen_connection.h"

namespace wordbrush::procedures {

std::filesystem::path own_folder() {
  return std::filesystem::path(gimp_directory()) / "wordbrush";
}

Endpoints::Endpoints() : connections_(own_folder()), keys_(own_folder()) {}

Result<edit::Route> Endpoints::demo_route(edit::Route route) {
  if (!demo_) {
    auto started = demo::DemoServer::start();
    if (!started) return fail(std::move(started.error()));
    demo_.emplace(std::move(*started));
  }
  auto endpoint = protocol::parse_endpoint(demo_->base_url());
  if (!endpoint) return fail(std::move(endpoint.error()));
  route.endpoint = std::move(*endpoint);
  route.key = demo_->key();
  return route;
}

void Endpoints::find(const Wish& wish, OnRoute on_route) {
  auto found = settings::resolve_connection(connections_, wish.connection, g_getenv);
  if (!found) return on_route(fail(std::move(found.error())));
  const settings::Connection& connection = found->connection;
  edit::Route route{.model = wish.model.empty() ? connection.model : wish.model,
                    .stream = wish.stream.value_or(connection.stream)};
  if (settings::is_offline_demo(connection)) return on_route(demo_route(std::move(route)));

  auto endpoint = protocol::parse_endpoint(connection.base_url);
  if (!endpoint) return on_route(fail(std::move(endpoint.error())));
  route.endpoint = std::move(*endpoint);
  if (connection.name.empty()) {
    route.key = found->key_from_environment.value_or("");
    return on_route(std::move(route));
  }
  keys_.lookup(connection.name, route.endpoint.host,
               [route, on_route = std::move(on_route)](Result<settings::StoredKey> stored) mutable {
                 // Endpoints on one's own machine often want none; the others say so.
                 if (stored) route.key = std::move(stored->key);
                 on_route(std::move(route));
               });
}

}  // namespace wordbrush::procedures
