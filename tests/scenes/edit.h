// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/rect.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"

namespace wordbrush::scenes {

/// What a model is asked to do.
enum class Edit {
  None,
  Object,   ///< something opaque of many colors
  Removal,  ///< filled from what is left and right of it
  Tint,     ///< redder
  Text,     ///< two lines of letters
  Relight,  ///< the whole picture as if by evening light; the area counts for nothing
};

struct Edited {
  pixels::Bitmap picture;  ///< of the same size; alpha stays as it is
  pixels::Mask changed;    ///< 255 where a pixel is not what it was
};

/// Edits within an ellipse that fills four fifths of `area` each way, which may reach
/// past the picture. The same seed paints the same.
Edited edited(const pixels::Bitmap& picture, const Rect& area, Edit edit, unsigned seed);

}  // namespace wordbrush::scenes
