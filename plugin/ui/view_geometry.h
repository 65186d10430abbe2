// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/rect.h"

namespace wordbrush::ui {

/// What of a result and the original under it is seen.
enum class ViewMode { After, Before, SideBySide, Split };

/// A place in the view, in device pixels from its top left corner, or in a picture,
/// in the picture's pixels.
struct ViewPoint {
  double x = 0;
  double y = 0;
};

/// Where a picture's top left corner lies in the view, in device pixels, and how many of
/// them one pixel of the picture takes.
struct Placement {
  double x = 0;
  double y = 0;
  double scale = 1;
};

/// A part of the view that shows one picture, cut off at `area` (device pixels).
struct Pane {
  Rect area;
  Placement placement;
  bool is_before = false;
};

/// The arithmetic of a view on a picture: what lies where at which zoom. All of the view
/// is in device pixels, so that 1:1 is one of the picture's pixels on one of the screen's.
///
/// Original and result share one frame of coordinates, the picture's; zoom and place are
/// the same for both. An empty view or picture is allowed and has no panes.
class ViewGeometry {
 public:
  static constexpr double max_scale = 256;
  /// As far out as one can go, but for pictures that do not fit even so.
  static constexpr double min_scale = 1.0 / 256;
  /// Between the panes of SideBySide.
  static constexpr int gap = 6;

  void set_view_size(int width, int height);
  /// Another size is another picture: it is fitted. The same size leaves zoom and place.
  void set_picture_size(int width, int height);
  void set_mode(ViewMode mode);
  /// The original comes first, which is right where one reads from right to left.
  void set_right_to_left(bool is_right_to_left);

  ViewMode mode() const { return mode_; }
  bool is_fit() const { return is_fit_; }
  double scale() const { return is_fit_ ? fit_scale() : scale_; }
  bool empty() const;

  void zoom_to_fit();
  /// `around` stays where it is, as far as the picture's edges allow.
  void zoom_to(double scale, ViewPoint around);
  /// To the next of the usual steps, about 1.5 apart.
  void zoom_in(ViewPoint around);
  void zoom_out(ViewPoint around);
  bool can_zoom_in() const { return scale() < max_scale; }
  bool can_zoom_out() const { return scale() > lowest_scale(); }

  /// Moves the picture by so many device pixels; its edges never come further in than the
  /// view's, and what fits stays in the middle.
  void pan(double dx, double dy);

  /// One pane, or two that do not overlap; a part of zero width is left out.
  std::vector<Pane> panes() const;
  /// The place in the picture under `point`; outside of the picture too.
  ViewPoint to_picture(ViewPoint point) const;
  /// The middle of the first pane: what the keyboard zooms around.
  ViewPoint middle() const;

  /// Split's divider: the first column of the part after it, within what is seen of the
  /// picture.
  int divider() const;
  void move_divider_to(double x);
  /// By a share of what is seen, -1 to 1.
  void nudge_divider(double share);

 private:
  Rect first_frame() const;
  Rect frame_at(ViewPoint point) const;
  double fit_scale() const;
  double lowest_scale() const;
  Placement placement_in(const Rect& frame) const;
  Rect seen() const;
  void hold_in_bounds();
  std::vector<Pane> split_panes() const;

  int view_width_ = 0;
  int view_height_ = 0;
  int picture_width_ = 0;
  int picture_height_ = 0;
  ViewMode mode_ = ViewMode::After;
  bool is_right_to_left_ = false;
  bool is_fit_ = true;
  double scale_ = 1;
  ViewPoint center_;    // of the picture, in each pane's middle
  double split_ = 0.5;  // of what is seen, from the left
};

}  // namespace wordbrush::ui
