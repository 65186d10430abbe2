// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edit/prepared.h"
#include "host/canvas.h"
#include "pixels/bitmap.h"
#include "precision/frame_plan.h"

namespace wordbrush::edit {

/// What `source` shows in `area` (canvas pixels, not empty), averaged down to `width` x
/// `height`. Reads band by band, so that a large area takes little memory.
Result<pixels::Bitmap> read_small(host::Canvas& canvas, const host::Source& source,
                                  const Rect& area, int width, int height);

/// Paints a red line around `inside`, which stays as it is.
void outline(pixels::Bitmap& picture, const Rect& inside);

/// All of `source`, small, with the frame outlined.
Result<Picture> read_overview(host::Canvas& canvas, const host::Source& source,
                              const precision::Overview& overview);

}  // namespace wordbrush::edit
