// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include "base/rect.h"

namespace wordbrush::host {

/// Whether a part of what `drawable` shows in `rect` (its own coordinates) that can be seen
/// has colors that sRGB has not: brighter than white, or more vivid. It looks at spots, which
/// takes milliseconds however large the picture is.
bool has_colors_beyond_srgb(GimpImage* image, GimpDrawable* drawable, Rect rect);

/// The same of what the image shows in `rect` of its canvas: of any layer that is visible there.
bool shows_colors_beyond_srgb(GimpImage* image, Rect rect);

}  // namespace wordbrush::host
