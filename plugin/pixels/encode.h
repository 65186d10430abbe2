// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "pixels/bitmap.h"

namespace wordbrush::pixels {

/// Encoding a Bitmap can fail only for want of memory, which ends the process; so
/// these give plain values. The bitmap must not be empty. On any thread; a
/// photograph of 4096 x 4096 pixels takes about a second as PNG and a tenth of one
/// as JPEG, so not on the main one.

/// A PNG file of 8 bits per channel: RGB where the bitmap is opaque, RGBA elsewhere.
/// Every pixel comes back exactly, the colors of transparent ones too. It says that
/// it is sRGB and nothing else: no time, no text.
Bytes encode_png(const Bitmap& bitmap);

/// The longest side that JPEG files can have here (libjpeg's JPEG_MAX_DIMENSION).
inline constexpr int max_jpeg_side = 65500;

/// A baseline JPEG file with full color resolution (4:4:4) and no metadata.
/// JPEG knows no transparency: what is transparent shows white behind it.
/// The quality is held to 1..100; no side of the bitmap may exceed max_jpeg_side.
Bytes encode_jpeg(const Bitmap& bitmap, int quality);

}  // namespace wordbrush::pixels
