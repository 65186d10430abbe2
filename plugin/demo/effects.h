// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/instructions.h"
#include "pixels/bitmap.h"

namespace wordbrush::demo {

/// `bitmap` after `action`: of the same size, and with the same alpha, which only the
/// flips move. What has a width (blur, sketch, large pixels) grows with the picture.
/// Any size from 1 x 1 on; on any thread.
pixels::Bitmap apply(Action action, pixels::Bitmap bitmap);

}  // namespace wordbrush::demo
