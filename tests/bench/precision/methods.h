// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "bench/precision/cases.h"
#include "pixels/bitmap.h"
#include "pixels/mask.h"
#include "precision/bring_back.h"
#include "precision/frame_plan.h"

namespace wordbrush::bench {

/// What a way to bring answers back made of a case, in pixels of the canvas.
struct Outcome {
  pixels::Bitmap picture;     ///< the canvas with the new layer on it
  pixels::Mask alpha;         ///< of the layer, of the canvas's size
  precision::Affine placed;   ///< from canvas to reply, as it was taken to be
  precision::Affine truth;    ///< from canvas to reply
  pixels::Bitmap reply;       ///< as it came
  precision::FramePlan plan;  ///< what was sent
};

struct OwnOutcome {
  Outcome outcome;
  pixels::Bitmap unmasked;  ///< the canvas with the layer held by the selection alone
  precision::BringBackReport report;
  pixels::Bitmap patch;  ///< of the target's size
  pixels::Bitmap plain;  ///< the same with everything off
};

/// Ours, with everything on. `wanted` is the canvas after the edit.
OwnOutcome bring_back_own(const Case& c, const pixels::Bitmap& wanted);

/// The answer stretched onto the box that was sent: the selection's bounds with a
/// margin of a tenth of their diagonal. No mask.
Outcome paste(const Case& c, const pixels::Bitmap& wanted);

/// The box padded to a ratio that the model knows, the answer's padding cropped away,
/// and the selection, blurred by 4 px, as the mask.
Outcome pad_crop_mask(const Case& c, const pixels::Bitmap& wanted);

/// The answer stretched onto the box, its mean and deviation in L, a and b made those
/// of the surroundings, under the selection grown by the larger of a tenth of its
/// diagonal and 32 px, less 8, and smoothed over 25 px. As its model has it, what is
/// masked out counts as zero in both statistics.
Outcome feather_lab(const Case& c, const pixels::Bitmap& wanted);

/// `layer` on `canvas`, its top left corner at (x, y), by its own alpha times `mask`
/// (of the canvas's size).
pixels::Bitmap flattened(const pixels::Bitmap& canvas, const pixels::Bitmap& layer, int x, int y,
                         const pixels::Mask& mask);

}  // namespace wordbrush::bench
