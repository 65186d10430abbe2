// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include "base/gobject_ptr.h"
#include "base/rect.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"

namespace wordbrush::host {

/// Reads pixels of `drawable`, color-managed from `image`'s profile to sRGB. Both outlive it.
class PixelReader {
 public:
  PixelReader(GimpImage* image, GimpDrawable* drawable);

  /// In the drawable's own coordinates; transparent outside of it.
  pixels::Bitmap read(Rect rect) const;

 private:
  GimpDrawable* drawable_;
  GObjectPtr<GeglBuffer> buffer_;
  GObjectPtr<GimpColorTransform> transform_;  // null: babl knows the profile
};

/// What a PixelReader reads.
pixels::Bitmap read_pixels(GimpImage* image, GimpDrawable* drawable, Rect rect);

/// Fills `part` of `layer`, which has the size of `pixels`, converting from sRGB to the
/// profile, the precision and the type of `image`.
void write_pixels(GimpImage* image, GimpLayer* layer, const pixels::Bitmap& pixels, Rect part);

/// The values of a selection or a layer mask in `rect` (its own coordinates; 0
/// outside of it), rounded down: 8 bits never say more than the mask does.
pixels::Mask read_mask(GimpDrawable* mask, Rect rect);

/// Fills `part` of `mask`, which has the size of `values`.
void write_mask(GimpDrawable* mask, const pixels::Mask& values, Rect part);

}  // namespace wordbrush::host
