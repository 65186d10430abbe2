// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/witness.h"

#include <algorithm>

#include "precision/resize.h"

namespace wordbrush::edit {

namespace {

constexpr int largest_side = 256;
constexpr int small_side = 32;

/// Half, since what is larger may have been cropped, but enough to be known by.
int length_of(int real) {
  return std::min(std::clamp(real / 2, small_side, largest_side), real);
}

int start_of(int middle, int length, int first, int end) {
  return std::clamp(middle - (length / 2), first, end - length);
}

}  // namespace

Witness make_witness(const pixels::Bitmap& frame, const Rect& frame_place, const Rect& extents,
                     const Rect& target) {
  const Rect real = intersection(frame_place, extents);
  const int width = length_of(real.width);
  const int height = length_of(real.height);
  const Rect place{start_of(target.x + (target.width / 2), width, real.x, real.right()),
                   start_of(target.y + (target.height / 2), height, real.y, real.bottom()), width,
                   height};
  return {place, precision::crop(frame, moved(place, -frame_place.x, -frame_place.y))};
}

}  // namespace wordbrush::edit
