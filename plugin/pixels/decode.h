// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/bytes.h"
#include "base/result.h"
#include "pixels/bitmap.h"

namespace wordbrush::pixels {

/// Bounds for files from outside: a kilobyte of PNG can claim to be gigabytes of
/// pixels. They are looked at before memory is taken.
struct DecodeLimits {
  int max_side = 16384;
  /// 400 MB of bitmap: six times the largest picture that models give (4096 x 4096),
  /// and what a computer with 4 GiB can still hold three times over.
  std::uint64_t max_pixels = 100'000'000;
};

/// Reads a PNG, JPEG or still WebP file of any color type and depth.
///
/// Values are taken for sRGB as they are: gamma, color profiles and the orientation
/// tag are ignored, since models give untagged sRGB. 16 bits are rounded to 8; CMYK
/// is turned to RGB without a profile.
///
/// Fails with BadImage and a sentence for the user: not a picture, a type that is not
/// read, animated, too large, damaged, stopping before its end. A file is read whole
/// or not at all. On any thread.
Result<Bitmap> decode(ByteView file, const DecodeLimits& limits = {});

}  // namespace wordbrush::pixels
