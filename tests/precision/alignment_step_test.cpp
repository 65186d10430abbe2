// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/alignment_step.h"

#include <gtest/gtest.h>

#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

constexpr int step_width = 320;
constexpr int step_height = 240;

/// The largest level of a picture and itself.
AlignmentLevel level_of_same() {
  const pixels::Bitmap picture = drawn(Motif::Foliage, step_width, step_height);
  return make_levels(picture, picture, {.real = {0, 0, step_width, step_height}}).back();
}

TEST(AlignmentStepTest, AFitThatAllSpeaksForIsSure) {
  EXPECT_LT(refine(level_of_same(), {}, Freedom::Similarity, 3, 0.01).corner_error, 0.01);
}

TEST(AlignmentStepTest, OfAFitThatNothingSpeaksForTheErrorIsUnknown) {
  AlignmentLevel level = level_of_same();
  level.counts.setTo(0);
  EXPECT_EQ(refine(level, {}, Freedom::Similarity, 3, 0.01).corner_error, unknown_error);
}

}  // namespace
}  // namespace wordbrush::precision
