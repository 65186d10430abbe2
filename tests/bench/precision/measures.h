// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "bench/precision/methods.h"
#include "scenes/edit.h"

namespace wordbrush::bench {

/// How right an outcome is; lower is better but for `kept`.
struct Measures {
  /// Pixels of the canvas that changed where the selection is 0, and those where the
  /// layer covers more than the selection's value.
  long outside = 0;
  double misplaced = 0;  ///< the farthest that a corner of the target lies off, in canvas pixels
  /// 95th percentile over 48 sectors of the step in mean Lab error across the edge of
  /// what the layer shows, from 1-6 px inside to 1-6 px outside.
  double seam = 0;
  double kept = 0;         ///< share of the untouched pixels of the box that are bit-identical
  double kept_beyond = 0;  ///< the same without those within 8 px of an edited one
  double missed = 0;       ///< share of the visibly edited, selected pixels that the layer hides
};

/// The truth that outcomes are measured by.
struct Truth {
  const Case& scene;
  const scenes::Edited& wanted;  ///< the canvas after the edit
  pixels::Bitmap ideal;          ///< the same, held by the selection
  Rect box;                      ///< what kept pixels are counted in: the frame that we send
};

Truth truth_of(const Case& c, const scenes::Edited& wanted, const Rect& frame);

Measures measure(const Outcome& outcome, const Truth& truth);

/// The seam alone, of a picture along the edge of an alpha.
double seam_of(const pixels::Bitmap& picture, const pixels::Mask& alpha, const Truth& truth);

/// The mean Lab distance of two pictures of one size where `b` is not transparent.
double mean_distance(const pixels::Bitmap& a, const pixels::Bitmap& b);

}  // namespace wordbrush::bench
