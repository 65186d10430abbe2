// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <cstddef>
#include <functional>
#include <vector>

#include "base/signal_connection.h"
#include "ui/connections_model.h"

namespace wordbrush::ui {

/// What the user does with the list; called from the main loop.
struct ConnectionListEvents {
  std::function<void(std::size_t row)> on_select;
  std::function<void(settings::Connection start)> on_add;  ///< see ConnectionsModel::add()
  std::function<void()> on_remove;
  std::function<void()> on_use;
};

/// The connections, a dot before the one in use, and their buttons.
class ConnectionList {
 public:
  explicit ConnectionList(ConnectionListEvents events);
  ~ConnectionList();
  ConnectionList(const ConnectionList&) = delete;
  ConnectionList& operator=(const ConnectionList&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// Calls no event.
  void show(const ConnectionsModel& model);

 private:
  void fill(const ConnectionsModel& model);
  void add_buttons();
  void fill_services();
  void add_service(const char* label, settings::Connection start);
  void select_soon();
  static gboolean on_selected(gpointer self);

  ConnectionListEvents events_;
  GtkWidget* list_;
  GtkWidget* box_;
  GtkWidget* use_;
  GtkWidget* add_;
  GtkWidget* services_;  ///< the menu of add_
  GtkWidget* remove_;
  bool is_filling_ = false;
  guint selecting_ = 0;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
