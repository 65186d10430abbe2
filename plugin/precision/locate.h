// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"

namespace wordbrush::precision {

/// Where a part lies in a picture, in whole pixels from its top left corner.
struct Located {
  int x = 0;
  int y = 0;
  /// The normalized correlation of both's details there: 1 where they are the same but
  /// for brightness and contrast, about 0 where they have nothing in common. 0 where
  /// there is nothing to go by: one of them is plain.
  double score = 0;
};

/// Finds the best place for `part`, which is no larger than `picture` on either side.
/// Time grows with the product of their areas, so a large picture is first searched
/// small. What is transparent counts as black.
Located locate(const pixels::Bitmap& part, const pixels::Bitmap& picture);

/// The score of the best place that is not the one at (x, y), nor a few pixels beside it.
double score_elsewhere(const pixels::Bitmap& part, const pixels::Bitmap& picture, int x, int y);

}  // namespace wordbrush::precision
