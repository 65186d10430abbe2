// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/rect.h"
#include "pixels/bitmap.h"

namespace wordbrush::edit {

/// Some of the pixels that were sent, by which they are found again after the wait:
/// the user may have moved, cropped, scaled or turned them meanwhile.
struct Witness {
  Rect place;  ///< canvas pixels, as they were
  pixels::Bitmap pixels;
};

/// At most 256 x 256 pixels, of a larger frame half of each side, from around the middle of
/// `target`. `frame` are the pixels of `frame_place`, of which those within `extents` are real.
Witness make_witness(const pixels::Bitmap& frame, const Rect& frame_place, const Rect& extents,
                     const Rect& target);

}  // namespace wordbrush::edit
