// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "settings/preset.h"

namespace wordbrush::ui {

/// The name and the text of a preset, and what became of it.
class PresetForm {
 public:
  /// `on_edited` is called when the user typed, from the main loop.
  explicit PresetForm(std::function<void()> on_edited);
  PresetForm(const PresetForm&) = delete;
  PresetForm& operator=(const PresetForm&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return grid_; }

  /// Does not call on_edited.
  void show(const settings::Preset& preset, bool can_edit);
  std::string name() const;
  std::string text() const;

  /// A sentence below the fields; empty takes it away.
  void show_result(const std::string& sentence);
  void focus_name();

 private:
  void build();

  std::function<void()> on_edited_;
  GtkWidget* grid_;
  GtkWidget* name_;
  GtkWidget* text_;
  GtkWidget* result_;
  bool is_showing_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
