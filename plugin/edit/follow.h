// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/rect.h"
#include "edit/movement.h"
#include "edit/report.h"
#include "host/canvas.h"
#include "pixels/bitmap.h"

namespace wordbrush::edit {

/// Some of the pixels that were sent, by which they are found again after the wait:
/// the user may have moved, cropped, scaled or turned them meanwhile.
struct Witness {
  Rect place;  ///< canvas pixels, as they were
  pixels::Bitmap pixels;
};

/// At most 256 x 256 pixels, of a larger frame half of each side, from around the middle of
/// `target`. `frame` are the pixels of `frame_place`, of which those within `extents` are real.
Witness make_witness(const pixels::Bitmap& frame, const Rect& frame_place, const Rect& extents,
                     const Rect& target);

/// What became of the pixels of a witness.
struct Whereabouts {
  Movement movement;
  bool is_sure = true;   ///< they were seen there, or nothing has moved
  int canvas_width = 0;  ///< as it is now
  int canvas_height = 0;
};

/// Finds the pixels of the witness in the image as it is now; none where the image is
/// closed or can hold no layer. They are looked for on the source's own layer, or on the
/// canvas where that is gone.
std::optional<Whereabouts> find_again(host::Canvas& canvas, const host::Source& source,
                                      const Witness& witness);

/// What the user should know of a layer that came to lie in `place`.
std::optional<Warning> warning_of(const Whereabouts& found, const Rect& place);

}  // namespace wordbrush::edit
