// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"
#include "pixels/mask.h"

namespace wordbrush::pixels {

/// One of the eight ways to turn and flip a picture by its sides.
struct Orientation {
  bool transposed = false;  ///< rows become columns, before the others
  bool flipped_horizontally = false;
  bool flipped_vertically = false;

  friend bool operator==(const Orientation&, const Orientation&) = default;
};

/// The picture turned that way: by 90 degrees clockwise, for one, where it is
/// transposed and then flipped horizontally.
Bitmap oriented(const Bitmap& picture, Orientation orientation);
Mask oriented(const Mask& mask, Orientation orientation);

}  // namespace wordbrush::pixels
