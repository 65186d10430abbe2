// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "precision/alignment_level.h"

namespace wordbrush::precision {

/// What an alignment may change.
enum class Freedom { Shift, Similarity, Affine };

/// Of a fit that nothing speaks for, in pixels.
inline constexpr double unknown_error = 1e9;

/// A transform between a level's pictures, and how well it holds.
struct Fit {
  Affine transform;
  double deviation = 1;  ///< of the residuals, robust
  double spread = 1;     ///< residuals far above it hardly count
  double cost = 1;       ///< mean robust cost of the residuals, 0 to 1, by that spread
  /// Expected error of the worst corner, in the level's pixels.
  double corner_error = unknown_error;
};

/// Refines `start` until it moves no corner by more than `tolerance_px`, or for
/// `max_steps`. Residuals far from the others' spread do not count.
Fit refine(const AlignmentLevel& level, const Affine& start, Freedom freedom, int max_steps,
           double tolerance_px);

/// The mean robust cost that residuals of `spread` have, to compare two transforms by.
double mean_cost(const AlignmentLevel& level, const Affine& transform, double spread);

/// Refits from whole shifts up to `reach_px` around `start`; gives the best.
Affine best_shift(const AlignmentLevel& level, const Affine& start, int reach_px);

}  // namespace wordbrush::precision
