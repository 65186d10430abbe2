// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <optional>
#include <vector>

#include "base/signal_connection.h"
#include "ui/view_geometry.h"

namespace wordbrush::ui {

class CanvasView;

/// What mouse and keyboard do to a canvas view.
///
/// Mouse: dragging moves the picture, or Split's divider where it is grabbed; the wheel
/// moves the picture, with Ctrl it zooms around the pointer.
/// Keys: + and - zoom, 0 fits, 1 is one to one, the arrows move the picture - in Split
/// Left and Right move the divider, and with Shift the picture -, O or \ held shows the
/// original.
class CanvasInput {
 public:
  /// Is a member of `view`.
  explicit CanvasInput(CanvasView& view);
  CanvasInput(const CanvasInput&) = delete;
  CanvasInput& operator=(const CanvasInput&) = delete;

 private:
  enum class Drag { None, Picture, Divider };

  bool press(guint key, GdkModifierType state);
  bool press_arrow(guint key, bool is_shift);
  bool start_drag(const GdkEventButton& event);
  bool move(ViewPoint to);
  bool end_drag();
  bool scroll(const GdkEvent& event);
  bool is_on_divider(ViewPoint point) const;
  void show_cursor(const char* name);
  /// An event's place in device pixels.
  ViewPoint to_point(double x, double y) const;

  static gboolean on_press(GtkWidget*, GdkEvent* event, gpointer self);
  static gboolean on_release(GtkWidget*, GdkEvent* event, gpointer self);
  static gboolean on_button(GtkWidget*, GdkEvent* event, gpointer self);
  static gboolean on_button_release(GtkWidget*, GdkEvent* event, gpointer self);
  static gboolean on_motion(GtkWidget*, GdkEvent* event, gpointer self);
  static gboolean on_scroll(GtkWidget*, GdkEvent* event, gpointer self);
  static gboolean on_focus_out(GtkWidget*, GdkEvent* event, gpointer self);

  CanvasView& view_;
  Drag drag_ = Drag::None;
  ViewPoint last_;
  double scrolled_ = 0;  // of a touchpad, not yet a step of zoom
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
