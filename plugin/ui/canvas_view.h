// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "ui/canvas_painter.h"
#include "ui/view_geometry.h"

namespace wordbrush::ui {

class CanvasInput;

/// The window's own view on an original and a result laid over it: nothing is put into
/// the user's image for it. Zoomed and moved by mouse and keyboard, and read out by
/// screen readers as what it shows.
class CanvasView {
 public:
  CanvasView();
  CanvasView(const CanvasView&) = delete;
  CanvasView& operator=(const CanvasView&) = delete;
  ~CanvasView();

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return area_; }

  /// Shows `content`, which is called `name` ("Result 2 of 4"). Zoom and place stay where
  /// the frame's size does.
  void show(CanvasContent content, std::string name);
  const CanvasContent& content() const { return content_; }

  /// What the user chose; with only an original, or only a result, that is what is shown.
  ViewMode mode() const { return mode_; }
  void set_mode(ViewMode mode);
  /// For as long as it is held, the original is shown instead. Side by side it is
  /// already.
  void hold_original(bool is_held);

  const ViewGeometry& geometry() const { return geometry_; }
  /// Changes what is seen, and draws it.
  void change(const std::function<void(ViewGeometry&)>& how);
  /// "50 %"
  std::string zoom_text() const;

  /// Is called whenever mode, zoom or content have changed. One at a time.
  void when_changed(std::function<void()> on_changed) { on_changed_ = std::move(on_changed); }

 private:
  void refresh();
  void describe();
  ViewMode shown_mode() const;
  void draw(cairo_t* cr);
  void draw_divider(cairo_t* cr) const;
  void draw_focus(cairo_t* cr) const;
  void fit_to_allocation();
  static gboolean on_draw(GtkWidget* area, cairo_t* cr, gpointer self);

  GtkWidget* area_;
  CanvasContent content_;
  std::string name_;
  ViewMode mode_ = ViewMode::After;
  bool is_held_ = false;
  ViewGeometry geometry_;
  CanvasPainter painter_;
  std::function<void()> on_changed_ = [] {};
  std::unique_ptr<CanvasInput> input_;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
