// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"

namespace wordbrush::bench {

/// Milliseconds by the clock for a frame of 2048 x 2048, the least of five, since what
/// else the machine does only adds to them. A stage takes what it takes more than
/// without it.
struct Times {
  double placing = 0;  ///< the reply resampled, nothing else
  double registration = 0;
  double color = 0;
  double changes = 0;
  double containment = 0;
  double total = 0;
};

/// Of a picture enlarged to the frame, its middle 40 % edited, moved and relit.
Times measure_times(const pixels::Bitmap& picture);

}  // namespace wordbrush::bench
