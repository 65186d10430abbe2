// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/rect.h"
#include "pixels/mask.h"
#include "ui/view_geometry.h"

namespace wordbrush::ui {

/// What a line is drawn around: the edge of `area`, or of what `mask` holds at least half
/// of, which lies at area's corner. In the picture's pixels; no line where area is empty.
struct Outline {
  Rect area;
  std::shared_ptr<const pixels::Mask> mask;
};

/// The line around `outline` as it lies at `placement`, in device pixels: two rows of
/// dashes, one on each side of the edge, black beside white, so that it is seen on every
/// picture.
///
/// One pixel as cairo's ARGB32 for each of `shown`'s, in rows; `line` is the width of each
/// row in device pixels.
std::vector<std::uint32_t> draw_outline(const Outline& outline, const Placement& placement,
                                        const Rect& shown, int line);

}  // namespace wordbrush::ui
