// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/affine.h"

namespace wordbrush::precision {

/// The part of `picture` that `transform` (from the new picture to `picture`) asks
/// for, resampled to `width` x `height` at the same quality as resize(). What lies
/// beyond the picture by more than a pixel is transparent.
pixels::Bitmap lay(const pixels::Bitmap& picture, const Affine& transform, int width, int height);
/// The same of a mask, between its values; its outermost ones go on beyond it.
pixels::Mask lay(const pixels::Mask& mask, const Affine& transform, int width, int height);

}  // namespace wordbrush::precision
