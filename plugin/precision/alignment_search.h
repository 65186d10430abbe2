// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "precision/affine.h"
#include "precision/alignment_level.h"
#include "precision/alignment_step.h"
#include "precision/explained_share.h"

namespace wordbrush::precision {

/// So much of a frame is in no reply by chance.
inline constexpr double certain_share = 0.9;

/// A fit on a level, in the frame's measure. Borrows the level.
struct Alignment {
  const AlignmentLevel* level = nullptr;
  Fit fit;
  Freedom freedom = Freedom::Similarity;

  /// As its standard deviation, in frame pixels.
  double corner_error() const;
  /// From frame to reply.
  Affine transform() const { return at_full_size(*level, fit.transform); }
};

/// How much of the level's texture is in the reply under `transform`, from frame to reply.
Explained explained_at(const AlignmentLevel& level, const Affine& transform);

/// The fit on `level` that is nearest to `transform`, from frame to reply.
Alignment refined(const AlignmentLevel& level, const Affine& transform, Freedom freedom,
                  int steps = 12);

/// The fit of the `larger` levels, as long as they say it no less surely than `now` does.
Alignment refined_upward(Alignment now, std::span<const AlignmentLevel> larger);

/// Searches around `start`, from the smallest level up.
Alignment coarse_to_fine(std::span<const AlignmentLevel> levels, const Affine& start);

/// Whether the reply is rather the frame's mirror image than what was `found`.
bool is_mirrored(std::span<const AlignmentLevel> levels, const Affine& start, const Affine& found);

}  // namespace wordbrush::precision
