// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <memory>

#include "base/result.h"
#include "settings/connection_store.h"
#include "settings/key_store.h"
#include "ui/connections_panel.h"

namespace wordbrush::ui {

/// Called from the main loop; each may destroy the window.
struct ConnectionsWindowEvents {
  /// What is saved or which one is in use is another now.
  std::function<void()> on_changed;
  /// The user closed it; once, last.
  std::function<void()> on_closed;
};

/// A window in which the user adds, checks, chooses and removes connections. It is not
/// modal and does not block. Destroying it closes it and drops what was not saved.
class [[nodiscard]] ConnectionsWindow {
 public:
  /// Shows it above `parent`, or above GIMP where that is null. `store` and `keys` outlive
  /// it. Fails with what ConnectionStore::load() says and then shows nothing. Needs
  /// gimp_ui_init().
  static Result<ConnectionsWindow> open(settings::ConnectionStore& store, settings::KeyStore& keys,
                                        ConnectionsActions actions, GtkWindow* parent,
                                        ConnectionsWindowEvents events);

  ConnectionsWindow(ConnectionsWindow&&) noexcept;
  ConnectionsWindow& operator=(ConnectionsWindow&&) noexcept;
  ~ConnectionsWindow();

  /// Brings it to the front.
  void present();

 private:
  class Impl;
  explicit ConnectionsWindow(std::unique_ptr<Impl> impl) noexcept;

  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::ui
