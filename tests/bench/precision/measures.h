// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "bench/precision/methods.h"
#include "scenes/edit.h"

namespace wordbrush::bench {

/// Pixels, and how many of them are as they should be.
struct Pixels {
  long all = 0;
  long right = 0;

  /// 0 to 1; 1 of none.
  double share() const {
    return all == 0 ? 1 : static_cast<double>(right) / static_cast<double>(all);
  }
};

/// How right an outcome is; of what is counted in pixels more is better, of the rest less.
struct Measures {
  /// Pixels of the canvas that changed where the selection is 0, and those where the
  /// layer covers more than the selection's value.
  long outside = 0;
  double misplaced = 0;  ///< the farthest that a corner of the target lies off, in canvas pixels
  /// 95th percentile over 48 sectors of the step in mean Lab error across the edge of
  /// what the layer shows, from 1-6 px inside to 1-6 px outside. Of pixels that the edit
  /// left alone: those should go on as they were, where an edit ends is an edge of its own,
  /// and a sector that shows nothing but the edit has no step.
  double seam = 0;
  Pixels kept;         ///< the untouched ones of the box; right where bit-identical
  Pixels kept_beyond;  ///< the same without those within 8 px of an edited one
  Pixels shown;        ///< the visibly edited, selected ones; right where the layer shows them

  double missed() const { return 1 - shown.share(); }
  /// Of all that should be as it was or as it was edited to be.
  double retention() const {
    return Pixels{kept.all + shown.all, kept.right + shown.right}.share();
  }
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

/// What a sector is in which the edge has too few pixels that the edit left alone.
enum class Unmeasured {
  LeftOut,
  NoStep  ///< the layer shows nothing there but the edit
};

/// The seam alone, of a picture along the edge of an alpha.
double seam_of(const pixels::Bitmap& picture, const pixels::Mask& alpha, const Truth& truth,
               Unmeasured unmeasured);

/// The mean Lab distance of two pictures of one size where `b` is not transparent.
double mean_distance(const pixels::Bitmap& a, const pixels::Bitmap& b);

}  // namespace wordbrush::bench
