// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/padding.h"

namespace wordbrush::precision {

/// The picture at another size: averaged areas where it shrinks, cubic where it
/// grows. The colour of transparent pixels does not bleed into visible ones. Sides
/// are 1 to Bitmap::max_side; the same size gives a copy.
pixels::Bitmap resize(const pixels::Bitmap& picture, int width, int height);
pixels::Mask resize(const pixels::Mask& mask, int width, int height);

/// The part of the picture in `area`, which lies within it and is not empty.
pixels::Bitmap crop(const pixels::Bitmap& picture, const Rect& area);

/// The picture with its outermost pixels repeated into the padding.
pixels::Bitmap extend_edges(const pixels::Bitmap& picture, const Padding& padding);

}  // namespace wordbrush::precision
