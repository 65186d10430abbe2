// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks.h"

#include <gegl.h>
#include <libgimp/gimp.h>

#include <array>

#include "base/gobject_ptr.h"

namespace wordbrush::ui {

namespace {

constexpr int smallest_check = 4;

using CairoPtr = std::unique_ptr<cairo_t, FreeWith<cairo_destroy>>;

/// sRGB's own values, as cairo wants them.
std::array<double, 3> shown_color(GeglColor* color) {
  std::array<double, 3> shown = {};
  gegl_color_get_pixel(color, babl_format("R'G'B' double"), shown.data());
  return shown;
}

/// Two checks high and wide, one pixel each.
CairoSurfacePtr make_tile() {
  // Borrowed at first; what comes back is ours.
  auto* first = const_cast<GeglColor*>(gimp_check_custom_color1());
  auto* second = const_cast<GeglColor*>(gimp_check_custom_color2());
  gimp_checks_get_colors(gimp_check_type(), &first, &second);
  const std::array colors = {shown_color(GObjectPtr<GeglColor>::adopt(first).get()),
                             shown_color(GObjectPtr<GeglColor>::adopt(second).get())};
  CairoSurfacePtr tile(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2, 2));
  const CairoPtr cr(cairo_create(tile.get()));
  for (int y = 0; y < 2; ++y)
    for (int x = 0; x < 2; ++x) {
      const auto& [red, green, blue] = colors[static_cast<std::size_t>((x + y) % 2)];
      cairo_set_source_rgb(cr.get(), red, green, blue);
      cairo_rectangle(cr.get(), x, y, 1, 1);
      cairo_fill(cr.get());
    }
  return tile;
}

}  // namespace

CairoPatternPtr make_checks(int device_scale) {
  const auto tile = make_tile();
  CairoPatternPtr checks(cairo_pattern_create_for_surface(tile.get()));
  cairo_pattern_set_extend(checks.get(), CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter(checks.get(), CAIRO_FILTER_NEAREST);
  const int side = (smallest_check << static_cast<int>(gimp_check_size())) * device_scale;
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, 1.0 / side, 1.0 / side);
  cairo_pattern_set_matrix(checks.get(), &matrix);
  return checks;
}

}  // namespace wordbrush::ui
