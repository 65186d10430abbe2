// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "settings/connection_store.h"
#include "settings/key_store.h"
#include "ui/connection_form.h"
#include "ui/connections_model.h"

namespace wordbrush::ui {

/// What the connections window needs from those who know the wire.
struct ConnectionsDialogActions {
  /// The host of an address, for its key; fails in words for the user.
  ConnectionsModel::HostOf host_of;

  using OnModels = std::function<void(Result<std::vector<std::string>>)>;
  /// Asks the endpoint for its models with that key, if there is one, and calls back
  /// once, or never again when asked anew; after the window is gone, a call does
  /// nothing.
  std::function<void(const settings::Connection&, std::optional<std::string> key,
                     OnModels on_models)>
      check;

  /// What a connection can be set to.
  ConnectionFormChoices choices;
};

/// Has the user add, check, choose and remove connections; returns when they close
/// the window. Fails with what ConnectionStore::load() says and then shows nothing.
/// Needs gimp_ui_init(); runs a main loop of its own.
Result<void> run_connections_dialog(settings::ConnectionStore& store, settings::KeyStore& keys,
                                    ConnectionsDialogActions actions);

}  // namespace wordbrush::ui
