// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/mask.h"

namespace wordbrush::precision {

/// The sides on which a mask ends because the picture does. There is no seam
/// there, so no feather either; past the other sides nothing is selected.
struct PictureEnds {
  bool left = false, top = false, right = false, bottom = false;
};

/// The mask that holds a result within the selection: never above the selection's
/// value where `spill_px` is 0.
///
/// The feather fades from the selection's edge inward; deeper than `feather_px` it
/// is the selection's own value. The spill, an explicit wish, carries the fade on
/// outside, to `spill_px` past the edge; there must be room for it in the mask. For
/// that a soft selection's edge is where it has half of its highest value.
/// `change`, of the selection's size, lowers the result to what changed.
pixels::Mask contain(const pixels::Mask& selection, const pixels::Mask* change, int feather_px,
                     int spill_px, PictureEnds ends = {});

}  // namespace wordbrush::precision
