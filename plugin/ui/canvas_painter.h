// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "ui/checks.h"
#include "ui/level_cache.h"
#include "ui/outline.h"
#include "ui/view_geometry.h"

namespace wordbrush::ui {

/// What a canvas view shows.
struct CanvasContent {
  /// The original around the target; none where a picture is made from nothing.
  std::shared_ptr<const pixels::Bitmap> before;
  /// The result; none while there is none.
  std::shared_ptr<const pixels::Bitmap> after;
  /// Where the result is laid over the original, in its pixels; where empty, the result
  /// takes the original's place.
  Rect after_place;
  /// Drawn over both.
  Outline outline;
};

/// The size of the frame that original and result share, in pixels; empty without both.
Rect frame_of(const CanvasContent& content);

/// Draws panes with cairo, in device pixels.
class CanvasPainter {
 public:
  /// `on_ready` is called when a picture can be drawn smoother than it was.
  explicit CanvasPainter(std::function<void()> on_ready);

  /// `device_scale`: device pixels for each of the desktop's, for what has a size of its
  /// own: checks and lines.
  void paint(cairo_t* cr, const CanvasContent& content, const ViewGeometry& geometry,
             int device_scale);

 private:
  using Picture = std::shared_ptr<const pixels::Bitmap>;

  void paint_pane(cairo_t* cr, const CanvasContent& content, const Pane& pane);
  void paint_picture(cairo_t* cr, const Picture& picture, const Rect& place, const Pane& pane);
  void paint_outline(cairo_t* cr, const CanvasContent& content, const Pane& pane) const;

  LevelCache cache_;
  int device_scale_ = 0;
  CairoPatternPtr checks_;
  std::vector<std::uint32_t> scratch_;
};

}  // namespace wordbrush::ui
