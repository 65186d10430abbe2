// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/orientation.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace wordbrush::pixels {

namespace {

/// Fills `to`, of `width` x `height` pixels of `size` bytes.
void orient(const std::uint8_t* from, std::uint8_t* to, std::ptrdiff_t width, std::ptrdiff_t height,
            std::size_t size, Orientation orientation) {
  const std::ptrdiff_t from_width = orientation.transposed ? height : width;
  const auto bytes = static_cast<std::ptrdiff_t>(size);
  for (std::ptrdiff_t y = 0; y < height; ++y)
    for (std::ptrdiff_t x = 0; x < width; ++x, to += bytes) {
      std::ptrdiff_t from_x = orientation.flipped_horizontally ? width - 1 - x : x;
      std::ptrdiff_t from_y = orientation.flipped_vertically ? height - 1 - y : y;
      if (orientation.transposed) std::swap(from_x, from_y);
      std::memcpy(to, from + (((from_y * from_width) + from_x) * bytes), size);
    }
}

}  // namespace

Bitmap oriented(const Bitmap& picture, Orientation orientation) {
  const bool turned = orientation.transposed;
  Bitmap result(turned ? picture.height() : picture.width(),
                turned ? picture.width() : picture.height());
  orient(picture.row(0), result.row(0), result.width(), result.height(), Bitmap::channels,
         orientation);
  return result;
}

Mask oriented(const Mask& mask, Orientation orientation) {
  const bool turned = orientation.transposed;
  Mask result(turned ? mask.height : mask.width, turned ? mask.width : mask.height);
  orient(mask.values.data(), result.values.data(), result.width, result.height, 1, orientation);
  return result;
}

}  // namespace wordbrush::pixels
