// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "pixels/bitmap.h"

namespace wordbrush::scenes {

/// Red, green and blue, 0 to 255, unrounded.
using Color = std::array<double, 3>;

inline std::uint8_t* pixel_at(pixels::Bitmap& bitmap, int x, int y) {
  return bitmap.row(y) + static_cast<std::ptrdiff_t>(x) * pixels::Bitmap::channels;
}
inline const std::uint8_t* pixel_at(const pixels::Bitmap& bitmap, int x, int y) {
  return bitmap.row(y) + static_cast<std::ptrdiff_t>(x) * pixels::Bitmap::channels;
}

inline Color color_at(const pixels::Bitmap& bitmap, int x, int y) {
  const std::uint8_t* p = pixel_at(bitmap, x, y);
  return {double(p[0]), double(p[1]), double(p[2])};
}

inline std::uint8_t to_byte(double value) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

inline void set_color(std::uint8_t* pixel, const Color& color) {
  std::ranges::transform(color, pixel, to_byte);
}

/// From `a` (t = 0) to `b` (t = 1).
inline Color blend(const Color& a, const Color& b, double t) {
  return {std::lerp(a[0], b[0], t), std::lerp(a[1], b[1], t), std::lerp(a[2], b[2], t)};
}

/// An opaque picture of what `color_of(x, y)` says for each pixel, row after row.
template <class ColorOf>
pixels::Bitmap painted(int width, int height, ColorOf color_of) {
  pixels::Bitmap bitmap(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      std::uint8_t* pixel = pixel_at(bitmap, x, y);
      set_color(pixel, color_of(x, y));
      pixel[3] = 255;
    }
  return bitmap;
}

}  // namespace wordbrush::scenes
