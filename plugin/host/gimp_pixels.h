// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"

namespace wordbrush::host {

/// The pixels of `drawable` in `rect` (its own coordinates; transparent outside of
/// it), color-managed from `image`'s profile to sRGB.
pixels::Bitmap read_pixels(GimpImage* image, GimpDrawable* drawable, Rect rect);

/// Fills `layer`, which has the size of `pixels`, converting from sRGB to the
/// profile, the precision and the type of `image`.
void write_pixels(GimpImage* image, GimpLayer* layer, const pixels::Bitmap& pixels);

/// The values of a selection or a layer mask in `rect` (its own coordinates; 0
/// outside of it), rounded down: 8 bits never say more than the mask does.
pixels::Mask read_mask(GimpDrawable* mask, Rect rect);

/// Fills `mask`, which has the size of `values`.
void write_mask(GimpDrawable* mask, const pixels::Mask& values);

}  // namespace wordbrush::host
