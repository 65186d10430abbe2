// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/gimp_gamut.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/gobject_ptr.h"
#include "host/gimp_objects.h"
#include "host/gimp_profile.h"
#include "host/gimp_snapshot.h"

namespace wordbrush::host {

namespace {

constexpr int spots_a_side = 6;
constexpr int spot_side = 16;  // pixels
constexpr std::size_t float_channels = 4;
/// One pixel in a hundred.
constexpr int rare = 100;

/// Whether any color of the image may be one that sRGB has not.
bool may_exceed_srgb(GimpImage* image) {
  if (gimp_image_get_base_type(image) != GIMP_RGB) return false;
  if (gimp_image_get_precision(image) >= GIMP_PRECISION_HALF_LINEAR) return true;
  const auto profile = GObjectPtr<GimpColorProfile>::adopt(gimp_image_get_color_profile(image));
  return bool(profile);
}

/// One color by itself; what is no number is none of sRGB's.
bool is_beyond(const float* color) {
  constexpr float least = -0.02F;
  constexpr float most = 1.02F;
  return !std::all_of(color, color + 3, [](float v) { return v >= least && v <= most; });
}

struct Count {
  int seen = 0;
  int beyond = 0;
};

void count_spot(GeglBuffer* buffer, Rect spot, Count& count) {
  std::array<float, std::size_t{spot_side} * spot_side * float_channels> values{};
  const GeglRectangle part{spot.x, spot.y, spot.width, spot.height};
  gegl_buffer_get(buffer, &part, 1.0, babl_format("R'G'B'A float"), values.data(),
                  GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  const auto pixels = static_cast<std::size_t>(spot.width) * static_cast<std::size_t>(spot.height);
  for (std::size_t i = 0; i < pixels; ++i) {
    const float* const color = values.data() + (i * float_channels);
    if (!(color[3] > 0)) continue;
    ++count.seen;
    if (is_beyond(color)) ++count.beyond;
  }
}

/// Where spot number `at` begins, of those that are spread over a side.
int spread(int at, int side) {
  return std::max(0, side - spot_side) * at / (spots_a_side - 1);
}

}  // namespace

bool has_colors_beyond_srgb(GimpImage* image, GimpDrawable* drawable, Rect rect) {
  // Tables have no values past their ends, and babl cannot read them.
  if (!may_exceed_srgb(image) || TableProfile(image)) return false;
  const auto buffer = GObjectPtr<GeglBuffer>::adopt(gimp_drawable_get_buffer(drawable));
  Count count;
  for (int row = 0; row < spots_a_side; ++row)
    for (int column = 0; column < spots_a_side; ++column)
      count_spot(buffer.get(),
                 {rect.x + spread(column, rect.width), rect.y + spread(row, rect.height),
                  std::min(rect.width, spot_side), std::min(rect.height, spot_side)},
                 count);
  return count.beyond * rare > count.seen;
}

bool shows_colors_beyond_srgb(GimpImage* image, Rect rect) {
  const ObjectsPtr<GimpLayer> layers(gimp_image_get_layers(image));
  return std::ranges::any_of(all_of(layers), [&](GimpLayer* layer) {
    if (!gimp_item_get_visible(GIMP_ITEM(layer))) return false;
    const Rect place = place_of(GIMP_DRAWABLE(layer));
    const Rect seen = moved(intersection(place, rect), -place.x, -place.y);
    return !seen.empty() && has_colors_beyond_srgb(image, GIMP_DRAWABLE(layer), seen);
  });
}

}  // namespace wordbrush::host
