// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pixels/bitmap.h"
#include "precision/color_match.h"

namespace wordbrush::precision {

/// Brings `matched` as close to the frame as clipping explains. A reply's channel at one
/// of its ends was there or anywhere beyond, so its matched color may lie anywhere along
/// what the matrix makes of that. `laid` is the reply on the frame before it was matched;
/// all three are of one size. Alpha stays.
void undo_clipping(pixels::Bitmap& matched, const pixels::Bitmap& laid, const pixels::Bitmap& frame,
                   const ColorMatch& match);

}  // namespace wordbrush::precision
