// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>

#include "base/signal_connection.h"

namespace wordbrush::ui {

/// The button that tries a connection out, and what came of it.
class CheckRow {
 public:
  explicit CheckRow(std::function<void()> on_check);
  CheckRow(const CheckRow&) = delete;
  CheckRow& operator=(const CheckRow&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  void show_result(const std::string& text, bool is_busy = false);
  void set_sensitive(bool is_sensitive);

 private:
  GtkWidget* box_;
  GtkWidget* check_;
  GtkWidget* spinner_;
  GtkWidget* result_;
  SignalConnection clicked_;
};

}  // namespace wordbrush::ui
