// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "base/result.h"
#include "demo/demo_server.h"
#include "edit/options.h"
#include "procedures/arguments.h"
#include "settings/connection_store.h"
#include "settings/key_store.h"

namespace wordbrush::procedures {

/// The plug-in's own folder under GIMP's user folder.
std::filesystem::path own_folder();

/// Where answers are kept until they stand in an image.
std::filesystem::path spool_folder();

/// Where the window keeps its results.
std::filesystem::path results_folder();

/// Whether layers are to hold how they were made.
bool keeps_recipes();

/// Turns what a procedure was asked for into where the request goes: finds the
/// connection and its key, and starts the demo model where that is the one.
class Endpoints {
 public:
  Endpoints();

  using OnRoute = std::function<void(Result<edit::Route>)>;

  /// The same without a key, at once: where a request would go.
  Result<edit::Route> preview(const Wish& wish);

  /// Calls back once, from the main loop or before it returns. Destroying this
  /// object means that nothing is called any more.
  void find(const Wish& wish, OnRoute on_route,
            settings::Unlock unlock = settings::Unlock::IfNeeded);

  /// The route to `connection`, whatever model and stream it says, with `key`; for
  /// the offline demo with the demo's own.
  Result<edit::Route> route_to(const settings::Connection& connection, std::string key);

  settings::ConnectionStore& connections() { return connections_; }
  const settings::ConnectionStore& connections() const { return connections_; }
  settings::KeyStore& keys() { return keys_; }

 private:
  struct Found {
    edit::Route route;
    std::string key_name;  ///< whose key is saved; empty: none is
  };

  Result<Found> resolve(const Wish& wish);
  Result<edit::Route> demo_route(edit::Route route);

  settings::ConnectionStore connections_;
  settings::KeyStore keys_;
  std::optional<demo::DemoServer> demo_;
};

}  // namespace wordbrush::procedures
