// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas_painter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wordbrush::ui {

namespace {

// A third of a picture of 50 megapixels, and of a result as large.
constexpr std::size_t cache_bytes = std::size_t{160} << 20;
// Down to here the picture itself is drawn.
constexpr double half_scale = 0.5;
// From here on a pixel is seen as the square that it is.
constexpr double square_pixels = 2;

CairoSurfacePtr to_surface(const ArgbView& view) {
  // Cairo only reads from a source.
  auto* const bytes = reinterpret_cast<unsigned char*>(const_cast<std::uint32_t*>(view.pixels));
  return CairoSurfacePtr(
      cairo_image_surface_create_for_data(bytes, CAIRO_FORMAT_ARGB32, view.width, view.height,
                                          view.stride * static_cast<int>(sizeof(std::uint32_t))));
}

void add_rectangle(cairo_t* cr, const Rect& rect) {
  cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
}

/// The device pixels that `place` (in a picture) covers, within the pane.
Rect covered(const Rect& place, const Pane& pane) {
  const auto& at = pane.placement;
  // As numbers: a large picture at a large zoom is beyond an int.
  const auto held = [](double value, int low, int high) {
    return static_cast<int>(std::clamp(value, static_cast<double>(low), static_cast<double>(high)));
  };
  const auto& area = pane.area;
  const int x = held(std::floor(at.x + place.x * at.scale), area.x, area.right());
  const int y = held(std::floor(at.y + place.y * at.scale), area.y, area.bottom());
  const int right = held(std::ceil(at.x + place.right() * at.scale), area.x, area.right());
  const int bottom = held(std::ceil(at.y + place.bottom() * at.scale), area.y, area.bottom());
  return {x, y, right - x, bottom - y};
}

/// The pixels of one axis of a picture that `from` to `to` of the view need, where the
/// picture starts at `start` and each of its pixels takes `scale`: the first, and how many.
std::pair<int, int> needed(int from, int to, double start, double scale, int side) {
  // One more on each side, which smoothing mixes in.
  const auto first = std::max(static_cast<int>(std::floor((from - start) / scale)) - 1, 0);
  const auto end = std::min(static_cast<int>(std::ceil((to - start) / scale)) + 1, side);
  return {std::min(first, side - 1), std::max(end - first, 1)};
}

cairo_filter_t filter_for(double scale_x, double scale_y) {
  if (scale_x == 1 && scale_y == 1) return CAIRO_FILTER_NEAREST;
  return std::min(scale_x, scale_y) >= square_pixels ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR;
}

}  // namespace

Rect frame_of(const CanvasContent& content) {
  if (content.before) return {0, 0, content.before->width(), content.before->height()};
  if (!content.after_place.empty())
    return {0, 0, content.after_place.right(), content.after_place.bottom()};
  if (content.after) return {0, 0, content.after->width(), content.after->height()};
  return {};
}

CanvasPainter::CanvasPainter(std::function<void()> on_ready)
    : cache_(cache_bytes, std::move(on_ready)) {}

void CanvasPainter::paint(cairo_t* cr, const CanvasContent& content, const ViewGeometry& geometry,
                          int device_scale) {
  if (std::exchange(device_scale_, device_scale) != device_scale)
    checks_ = make_checks(device_scale);
  for (const auto& pane : geometry.panes()) paint_pane(cr, content, pane);
  // It is looked at next, at the press of a key.
  if (content.before && geometry.scale() <= half_scale) cache_.levels_of(content.before);
}

void CanvasPainter::paint_pane(cairo_t* cr, const CanvasContent& content, const Pane& pane) {
  const auto frame = frame_of(content);
  cairo_save(cr);
  add_rectangle(cr, covered(frame, pane));
  cairo_clip(cr);
  cairo_set_source(cr, checks_.get());
  cairo_paint(cr);
  const bool is_laid_over = !content.after_place.empty();
  if (pane.is_before || is_laid_over || !content.after)
    paint_picture(cr, content.before, frame, pane);
  if (!pane.is_before)
    paint_picture(cr, content.after, is_laid_over ? content.after_place : frame, pane);
  paint_outline(cr, content, pane);
  cairo_restore(cr);
}

void CanvasPainter::paint_picture(cairo_t* cr, const Picture& picture, const Rect& place,
                                  const Pane& pane) {
  if (!picture) return;
  const auto shown = covered(place, pane);
  if (shown.empty()) return;
  const auto& at = pane.placement;
  const double scale_x = at.scale * place.width / picture->width();
  const double scale_y = at.scale * place.height / picture->height();
  const int level = level_for(std::min(scale_x, scale_y), picture->width(), picture->height());
  const PictureLevels* const levels = level > 0 ? cache_.levels_of(picture) : nullptr;
  const double step_x = std::ldexp(scale_x, level);
  const double step_y = std::ldexp(scale_y, level);
  const double x = at.x + place.x * at.scale;
  const double y = at.y + place.y * at.scale;
  const auto [left, width] =
      needed(shown.x, shown.right(), x, step_x, side_at(picture->width(), level));
  const auto [top, height] =
      needed(shown.y, shown.bottom(), y, step_y, side_at(picture->height(), level));
  const auto part = read_part(*picture, levels, level, {left, top, width, height}, scratch_);
  const auto surface = to_surface(part);

  cairo_save(cr);
  add_rectangle(cr, shown);
  cairo_clip(cr);
  cairo_translate(cr, x + left * step_x, y + top * step_y);
  cairo_scale(cr, step_x, step_y);
  cairo_set_source_surface(cr, surface.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), filter_for(step_x, step_y));
  // Else smoothing would mix the edges with nothing.
  cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
  cairo_paint(cr);
  cairo_restore(cr);
}

void CanvasPainter::paint_outline(cairo_t* cr, const CanvasContent& content,
                                  const Pane& pane) const {
  const auto& outline = content.outline;
  if (outline.area.empty()) return;
  auto shown = covered(outline.area, pane);
  // The outer row lies around it.
  shown = intersection({shown.x - device_scale_, shown.y - device_scale_,
                        shown.width + 2 * device_scale_, shown.height + 2 * device_scale_},
                       pane.area);
  if (shown.empty()) return;
  const auto pixels = draw_outline(outline, pane.placement, shown, device_scale_);
  const auto surface = to_surface({pixels.data(), shown.width, shown.height, shown.width});
  cairo_set_source_surface(cr, surface.get(), shown.x, shown.y);
  cairo_paint(cr);
}

}  // namespace wordbrush::ui
