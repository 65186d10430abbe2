// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/endpoints.h"

#include <libgimp/gimp.h>

#include <utility>

#include "protocol/dialect.h"
#include "protocol/size_fields.h"
#include "settings/chosen_connection.h"
#include "settings/extra_headers.h"
#include "settings/preferences.h"

namespace wordbrush::procedures {

std::filesystem::path own_folder() {
  return std::filesystem::path(gimp_directory()) / "wordbrush";
}

std::filesystem::path spool_folder() {
  return own_folder() / "spool";
}

std::filesystem::path results_folder() {
  return own_folder() / "results";
}

bool keeps_recipes() {
  return settings::PreferenceStore(own_folder()).load().keeps_recipes;
}

Endpoints::Endpoints() : connections_(own_folder()), keys_(own_folder()) {}

namespace {

/// The wire's own words for what a connection's settings say.
Result<void> take_settings(const settings::Connection& connection, edit::Route& route) {
  const auto dialect = protocol::find_dialect(connection.dialect);
  if (!dialect) return fail(dialect.error());
  const auto size_fields = protocol::find_size_fields(connection.size_fields);
  if (!size_fields) return fail(size_fields.error());
  if (*dialect != nullptr) route.endpoint.dialect = *dialect;
  auto headers = settings::parse_extra_headers(connection.headers);
  if (!headers) return fail(std::move(headers.error()));
  route.endpoint.extra_headers = std::move(*headers);
  route.size_fields = size_fields->value_or(route.endpoint.dialect->usual_size_fields);
  return {};
}

}  // namespace

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

Result<edit::Route> Endpoints::route_to(const settings::Connection& connection, std::string key) {
  edit::Route route{.key = std::move(key),
                    .model = connection.model,
                    .connection = connection.name,
                    .is_trained = !settings::is_offline_demo(connection),
                    .stream = connection.stream};
  if (settings::is_offline_demo(connection)) return demo_route(std::move(route));
  auto endpoint = protocol::parse_endpoint(connection.base_url);
  if (!endpoint) return fail(std::move(endpoint.error()));
  route.endpoint = std::move(*endpoint);
  if (auto taken = take_settings(connection, route); !taken) return fail(std::move(taken.error()));
  return route;
}

Result<Endpoints::Found> Endpoints::resolve(const Wish& wish) {
  auto found = settings::resolve_connection(connections_, wish.connection, g_getenv);
  if (!found) return fail(std::move(found.error()));
  settings::Connection& connection = found->connection;
  if (!wish.model.empty()) connection.model = wish.model;
  connection.stream = wish.stream.value_or(connection.stream);
  auto route = route_to(connection, found->key_from_environment.value_or(""));
  if (!route) return fail(std::move(route.error()));
  // The address of a call may name the model; a saved connection names it anyhow.
  if (connection.name.empty() && wish.model.empty() && !route->endpoint.model.empty())
    route->model = route->endpoint.model;
  // One that was given as an address is not saved, and nor is its key.
  const bool has_saved_key = !settings::is_offline_demo(connection) && !connection.name.empty();
  return Found{std::move(*route), has_saved_key ? connection.name : ""};
}

Result<edit::Route> Endpoints::preview(const Wish& wish) {
  return resolve(wish).transform([](Found found) {
    found.route.key.clear();
    return std::move(found.route);
  });
}

void Endpoints::find(const Wish& wish, OnRoute on_route, settings::Unlock unlock) {
  auto found = resolve(wish);
  if (!found) return on_route(fail(std::move(found.error())));
  if (found->key_name.empty()) return on_route(std::move(found->route));
  // Not read in the call itself: whether before or after the move is the compiler's choice.
  const std::string host = found->route.endpoint.host;
  keys_.lookup(found->key_name, host, unlock,
               [route = std::move(found->route),
                on_route = std::move(on_route)](Result<settings::StoredKey> stored) mutable {
                 // There may be one: what a service says of none would lead astray.
                 if (!stored && stored.error().kind == ErrorKind::Settings)
                   return on_route(fail(std::move(stored.error())));
                 // Endpoints on one's own machine often want none; the others say so.
                 if (stored) route.key = std::move(stored->key);
                 on_route(std::move(route));
               });
}

}  // namespace wordbrush::procedures
