// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <vector>

#include "base/signal_connection.h"
#include "edit/options.h"

namespace wordbrush::ui {

/// How the result that is shown is made to fit, to be switched without asking the model
/// again.
class FitSwitches {
 public:
  explicit FitSwitches(std::function<void(const edit::Treatment&)> on_changed);
  FitSwitches(const FitSwitches&) = delete;
  FitSwitches& operator=(const FitSwitches&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// Calls no event.
  void show(const edit::Treatment& treatment);

 private:
  GtkWidget* add_switch(const char* label, const char* tooltip);
  void tell();

  std::function<void(const edit::Treatment&)> on_changed_;
  edit::Treatment treatment_;
  GtkWidget* box_;
  GtkWidget* align_;
  GtkWidget* colors_;
  GtkWidget* changes_;
  GtkWidget* feather_;
  bool is_filling_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
