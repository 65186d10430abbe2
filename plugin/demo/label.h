// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"

namespace wordbrush::demo {

/// Writes "Wordbrush demo" into the bottom left corner, in letters of the demo's
/// own, larger in larger pictures: nobody shall take the scene for more than it is.
void draw_label(pixels::Bitmap& bitmap);

}  // namespace wordbrush::demo
