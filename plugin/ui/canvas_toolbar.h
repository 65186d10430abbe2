// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <array>
#include <cstddef>
#include <vector>

#include "base/gobject_ptr.h"
#include "base/signal_connection.h"
#include "ui/canvas_view.h"

namespace wordbrush::ui {

/// The buttons of a canvas view: its zoom, and what of original and result it shows.
class CanvasToolbar {
 public:
  /// `view` outlives it, and tells it alone of changes.
  explicit CanvasToolbar(CanvasView& view);
  CanvasToolbar(const CanvasToolbar&) = delete;
  CanvasToolbar& operator=(const CanvasToolbar&) = delete;
  ~CanvasToolbar();

  /// What is shown, for a view that has something to choose from.
  GtkWidget* modes() const { return modes_box_.get(); }
  GtkWidget* zoom() const { return zoom_box_.get(); }

 private:
  void add_zoom();
  void add_modes();
  GtkWidget* add_button(const char* icon, const char* name, void (*how)(ViewGeometry&));
  void choose(std::size_t number);
  void refresh();
  /// Pressed longer than a click, "Original" shows it only while it is pressed.
  bool is_end_of_holding() const;
  static gboolean on_original(GtkWidget*, GdkEvent* event, gpointer self);

  CanvasView& view_;
  GObjectPtr<GtkWidget> modes_box_;
  GObjectPtr<GtkWidget> zoom_box_;
  GtkWidget* zoom_out_ = nullptr;
  GtkWidget* zoom_ = nullptr;
  GtkWidget* zoom_in_ = nullptr;
  GtkWidget* fit_ = nullptr;
  GtkWidget* one_to_one_ = nullptr;
  std::array<GtkWidget*, 4> modes_ = {};
  guint32 pressed_at_ms_ = 0;
  bool is_refreshing_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
