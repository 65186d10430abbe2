// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bitmap_surface.h"

#include <algorithm>
#include <cmath>

#include "base/gobject_ptr.h"

namespace wordbrush::ui {

SurfacePtr to_icon(const pixels::Bitmap& bitmap, int side, int scale) {
  if (bitmap.empty()) return nullptr;
  constexpr int bits = 8;
  const auto whole = GObjectPtr<GdkPixbuf>::adopt(gdk_pixbuf_new_from_data(
      bitmap.row(0), GDK_COLORSPACE_RGB, TRUE, bits, bitmap.width(), bitmap.height(),
      static_cast<int>(bitmap.stride()), nullptr, nullptr));
  const double factor = double(side) * scale / std::max(bitmap.width(), bitmap.height());
  const auto scaled = [&](int length) {
    return std::max(1, static_cast<int>(std::lround(length * factor)));
  };
  const auto small = GObjectPtr<GdkPixbuf>::adopt(gdk_pixbuf_scale_simple(
      whole.get(), scaled(bitmap.width()), scaled(bitmap.height()), GDK_INTERP_BILINEAR));
  return SurfacePtr(gdk_cairo_surface_create_from_pixbuf(small.get(), scale, nullptr));
}

}  // namespace wordbrush::ui
