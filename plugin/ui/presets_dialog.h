// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/gobject_ptr.h"
#include "base/later.h"
#include "base/signal_connection.h"
#include "ui/preset_form.h"
#include "ui/presets_model.h"

namespace wordbrush::ui {

/// The window where presets are named, worded, added, removed, and exchanged with others.
/// What is typed is saved when another one is selected or the window is closed.
class PresetsDialog {
 public:
  /// `model` is loaded and outlives it. `on_closed` may destroy the dialog.
  PresetsDialog(GtkWindow* parent, PresetsModel& model, std::function<void()> on_closed);
  ~PresetsDialog();
  PresetsDialog(const PresetsDialog&) = delete;
  PresetsDialog& operator=(const PresetsDialog&) = delete;

  void present();
  /// Begins a new one with that text, whose name is to be typed.
  void add(const std::string& text);

 private:
  using Then = std::function<void()>;

  void build();
  GtkWidget* make_list_side();
  void add_exchange_buttons();
  void show();
  void fill_list();
  void select_soon();
  void leave(const Then& then);
  void remove();
  void ask_restore();
  void choose_file(bool is_export);
  void exchange();
  void close();
  static void on_file(GtkNativeDialog* chooser, int response, gpointer self);
  static gboolean on_delete(GtkWidget* window, GdkEvent* event, gpointer self);

  PresetsModel& model_;
  std::function<void()> on_closed_;
  GtkWidget* dialog_;
  GtkWidget* list_;
  GtkWidget* add_;
  GtkWidget* remove_;
  GtkWidget* import_;
  GtkWidget* export_;
  GtkWidget* restore_;
  PresetForm form_;
  GObjectPtr<GtkFileChooserNative> chooser_;
  bool is_exporting_ = false;
  Later selecting_;
  bool is_filling_ = false;
  bool is_closing_ = false;  // the user wants to close and typed nothing since
  std::vector<SignalConnection> signals_;
  SignalConnection chosen_;
};

}  // namespace wordbrush::ui
