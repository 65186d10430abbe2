// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/view_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wordbrush::ui {

namespace {

// From 1:1 up; the way down is their reciprocals.
constexpr std::array steps = {1.0,  1.5,  2.0,  3.0,  4.0,  5.5,   8.0,   11.0, 16.0,
                              23.0, 32.0, 45.0, 64.0, 90.0, 128.0, 180.0, 256.0};
// A step that is nearer than this is taken for the scale itself.
constexpr double same = 1.05;

double step_above(double scale) {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    if (1 / *step > scale * same) return 1 / *step;
  for (const double step : steps)
    if (step > scale * same) return step;
  return ViewGeometry::max_scale;
}

double step_below(double scale) {
  return 1 / step_above(1 / scale);
}

/// The start of `length` within the frame, or that of what is cut off by it.
double start_of(double length, double center, double scale, int from, int frame) {
  if (length <= frame) return std::round(from + (frame - length) / 2);
  return std::round(from + frame / 2.0 - center * scale);
}

/// The center that leaves no room at an edge beyond which there is more to see.
double held(double center, double scale, int picture, int frame) {
  const double half = frame / 2.0 / scale;
  if (half * 2 >= picture) return picture / 2.0;
  return std::clamp(center, half, picture - half);
}

}  // namespace

void ViewGeometry::set_view_size(int width, int height) {
  view_width_ = std::max(width, 0);
  view_height_ = std::max(height, 0);
  hold_in_bounds();
}

void ViewGeometry::set_picture_size(int width, int height) {
  if (width == picture_width_ && height == picture_height_) return;
  picture_width_ = width;
  picture_height_ = height;
  zoom_to_fit();
}

void ViewGeometry::set_mode(ViewMode mode) {
  mode_ = mode;
  hold_in_bounds();
}

void ViewGeometry::set_right_to_left(bool is_right_to_left) {
  is_right_to_left_ = is_right_to_left;
}

bool ViewGeometry::empty() const {
  return picture_width_ < 1 || picture_height_ < 1 || first_frame().empty();
}

Rect ViewGeometry::first_frame() const {
  if (mode_ != ViewMode::SideBySide) return {0, 0, view_width_, view_height_};
  return {0, 0, (view_width_ - gap) / 2, view_height_};
}

Rect ViewGeometry::frame_at(ViewPoint point) const {
  const auto first = first_frame();
  if (mode_ != ViewMode::SideBySide || point.x < view_width_ / 2.0) return first;
  return moved(first, view_width_ - first.width, 0);
}

double ViewGeometry::fit_scale() const {
  if (empty()) return 1;
  const auto frame = first_frame();
  return std::min({static_cast<double>(frame.width) / picture_width_,
                   static_cast<double>(frame.height) / picture_height_, max_scale});
}

double ViewGeometry::lowest_scale() const {
  return std::min(min_scale, fit_scale());
}

void ViewGeometry::zoom_to_fit() {
  is_fit_ = true;
  center_ = {picture_width_ / 2.0, picture_height_ / 2.0};
}

void ViewGeometry::zoom_to(double scale, ViewPoint around) {
  if (empty()) return;
  const auto fixed = to_picture(around);
  const auto frame = frame_at(around);
  is_fit_ = false;
  scale_ = std::clamp(scale, lowest_scale(), max_scale);
  center_ = {fixed.x - (around.x - frame.x - frame.width / 2.0) / scale_,
             fixed.y - (around.y - frame.y - frame.height / 2.0) / scale_};
  hold_in_bounds();
}

void ViewGeometry::zoom_in(ViewPoint around) {
  zoom_to(step_above(scale()), around);
}

void ViewGeometry::zoom_out(ViewPoint around) {
  zoom_to(step_below(scale()), around);
}

void ViewGeometry::pan(double dx, double dy) {
  if (empty()) return;
  center_.x -= dx / scale();
  center_.y -= dy / scale();
  hold_in_bounds();
}

void ViewGeometry::hold_in_bounds() {
  if (empty()) return;
  const auto frame = first_frame();
  center_ = {held(center_.x, scale(), picture_width_, frame.width),
             held(center_.y, scale(), picture_height_, frame.height)};
}

Placement ViewGeometry::placement_in(const Rect& frame) const {
  const double by = scale();
  // On whole device pixels, or 1:1 would be blurred.
  return {start_of(picture_width_ * by, center_.x, by, frame.x, frame.width),
          start_of(picture_height_ * by, center_.y, by, frame.y, frame.height), by};
}

ViewPoint ViewGeometry::to_picture(ViewPoint point) const {
  const auto at = placement_in(frame_at(point));
  return {(point.x - at.x) / at.scale, (point.y - at.y) / at.scale};
}

ViewPoint ViewGeometry::middle() const {
  const auto frame = first_frame();
  return {frame.width / 2.0, frame.height / 2.0};
}

Rect ViewGeometry::seen() const {
  const auto frame = first_frame();
  const auto at = placement_in(frame);
  const auto start = static_cast<int>(std::max(at.x, 0.0));
  const auto end = static_cast<int>(
      std::min(std::ceil(at.x + picture_width_ * at.scale), static_cast<double>(frame.width)));
  return {start, 0, std::max(end - start, 0), frame.height};
}

int ViewGeometry::divider() const {
  const auto part = seen();
  return part.x + static_cast<int>(std::lround(split_ * part.width));
}

void ViewGeometry::move_divider_to(double x) {
  const auto part = seen();
  if (part.empty()) return;
  split_ = std::clamp((x - part.x) / part.width, 0.0, 1.0);
}

void ViewGeometry::nudge_divider(double share) {
  split_ = std::clamp(split_ + share, 0.0, 1.0);
}

std::vector<Pane> ViewGeometry::split_panes() const {
  const auto frame = first_frame();
  const auto at = placement_in(frame);
  const Rect left = {0, 0, divider(), frame.height};
  const Rect right = {left.width, 0, frame.width - left.width, frame.height};
  std::vector<Pane> panes;
  if (!left.empty()) panes.push_back({left, at, !is_right_to_left_});
  if (!right.empty()) panes.push_back({right, at, is_right_to_left_});
  return panes;
}

std::vector<Pane> ViewGeometry::panes() const {
  if (empty()) return {};
  const auto first = first_frame();
  switch (mode_) {
    case ViewMode::Split:
      return split_panes();
    case ViewMode::SideBySide: {
      const auto second = moved(first, view_width_ - first.width, 0);
      return {{first, placement_in(first), !is_right_to_left_},
              {second, placement_in(second), is_right_to_left_}};
    }
    case ViewMode::Before:
    case ViewMode::After:
      break;
  }
  return {{first, placement_in(first), mode_ == ViewMode::Before}};
}

}  // namespace wordbrush::ui
