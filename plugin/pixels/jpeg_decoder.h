// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/decode.h"

namespace wordbrush::pixels {

/// decode() for a file that begins as JPEG.
Result<Bitmap> decode_jpeg(ByteView file, const DecodeLimits& limits);

}  // namespace wordbrush::pixels
