// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/measures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "bench/precision/run.h"
#include "precision/resize.h"
#include "scenes/motif.h"

namespace wordbrush::bench {
namespace {

using pixels::Bitmap;
using pixels::Mask;

constexpr int width = 320;
constexpr int height = 240;

/// A red object in the middle of a selected box.
class MeasuresTest : public testing::Test {
 protected:
  static Mask box(const Rect& r) {
    Mask mask(width, height);
    for (int y = r.y; y < r.bottom(); ++y) std::fill_n(mask.row(y) + r.x, r.width, 255);
    return mask;
  }

  /// What a perfect way to bring the answer back gives.
  Outcome ideal() const {
    Outcome outcome{.alpha = case_.selection};
    outcome.picture = wanted_.picture.clone();
    outcome.reply = wanted_.picture.clone();
    return outcome;
  }

  static void brighten(Bitmap& picture, const Rect& r, int by) {
    for (int y = r.y; y < r.bottom(); ++y)
      for (int at = r.x * 4; at < r.right() * 4; ++at)
        if (at % 4 != 3)
          picture.row(y)[at] = static_cast<std::uint8_t>(std::min(255, picture.row(y)[at] + by));
  }

  const Rect target_{60, 50, 200, 140};
  const Bitmap canvas_ = precision::resize(
      scenes::make_picture(scenes::Motif::Pale, width / 4, height / 4, 1), width, height);
  const Case case_{
      .canvas = &canvas_, .selection = box(target_), .target = target_, .area = target_};
  const scenes::Edited wanted_ = scenes::edited(canvas_, target_, scenes::Edit::Object, 1);
  const Truth truth_ = truth_of(case_, wanted_, {0, 0, width, height});
};

TEST_F(MeasuresTest, WhatIsPerfectHasNoFault) {
  const Measures m = measure(ideal(), truth_);
  EXPECT_EQ(m.outside, 0);
  EXPECT_EQ(m.misplaced, 0);
  EXPECT_EQ(m.seam, 0);
  EXPECT_EQ(m.kept.share(), 1);
  EXPECT_EQ(m.missed(), 0);
}

TEST_F(MeasuresTest, OnePixelOutsideIsSeen) {
  Outcome changed = ideal();
  brighten(changed.picture, {10, 10, 1, 1}, 1);
  EXPECT_EQ(measure(changed, truth_).outside, 1);
  Outcome covered = ideal();
  covered.alpha.row(20)[20] = 1;
  EXPECT_EQ(measure(covered, truth_).outside, 1);
}

TEST_F(MeasuresTest, AShiftIsAsLongAsItIs) {
  Outcome shifted = ideal();
  shifted.truth = precision::shift(3, -4);
  EXPECT_NEAR(measure(shifted, truth_).misplaced, 5, 1e-9);
}

TEST_F(MeasuresTest, AStepOfLightIsASeamAndANeighborsLightIsNot) {
  Outcome stepped = ideal();
  brighten(stepped.picture, target_, 13);
  const double step = measure(stepped, truth_).seam;
  EXPECT_GT(step, 3);
  EXPECT_LT(step, 8);
  Outcome even = ideal();
  brighten(even.picture, {0, 0, width, height}, 13);
  EXPECT_LT(measure(even, truth_).seam, 0.5);
}

TEST_F(MeasuresTest, TheEditsOwnColorIsNoSeam) {
  Outcome other = ideal();
  other.alpha = wanted_.changed;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      if (wanted_.changed.row(y)[x] != 0) other.picture.row(y)[x * 4 + 2] = 250;
  EXPECT_EQ(measure(other, truth_).seam, 0);
}

TEST_F(MeasuresTest, WhatIsHiddenIsMissed) {
  Outcome half = ideal();
  for (int y = 0; y < height / 2; ++y) std::fill_n(half.alpha.row(y), width, std::uint8_t{0});
  EXPECT_NEAR(measure(half, truth_).missed(), 0.5, 0.02);
}

TEST_F(MeasuresTest, KeptIsOfWhatTheEditLeftAlone) {
  Outcome touched = ideal();
  brighten(touched.picture, {0, 0, width, 24}, 1);
  const auto edited = std::ranges::count(wanted_.changed.values, 255);
  const double untouched = width * height - static_cast<double>(edited);
  EXPECT_NEAR(measure(touched, truth_).kept.share(), 1 - width * 24 / untouched, 1e-9);
}

TEST(CasesTest, AreTheSameForTheSameSeed) {
  std::vector<scenes::Photograph> photographs;
  for (const auto motif : {scenes::Motif::Sky, scenes::Motif::Foliage})
    photographs.push_back({"motif", scenes::make_picture(motif, width, height, 1)});
  const auto one = make_cases(photographs, 5, 30);
  const auto same = make_cases(photographs, 5, 30);
  const auto other = make_cases(photographs, 6, 30);
  std::set<std::string> names;
  std::set<std::string> other_names;
  for (std::size_t at = 0; at < one.size(); ++at) {
    EXPECT_EQ(one[at].name, same[at].name);
    EXPECT_EQ(one[at].selection.values, same[at].selection.values);
    EXPECT_EQ(one[at].distortion, same[at].distortion);
    names.insert(one[at].name);
    other_names.insert(other[at].name);
  }
  EXPECT_NE(names, other_names);
}

TEST(CasesTest, TheBaselinesAreBestWhereNothingHappened) {
  const Bitmap canvas = scenes::make_picture(scenes::Motif::Clouds, width, height, 2);
  Case still{.canvas = &canvas, .selection = Mask(width, height)};
  still.target = {100, 80, 100, 80};
  for (int y = 80; y < 160; ++y) std::fill_n(still.selection.row(y) + 100, 100, 255);
  still.area = still.target;
  const scenes::Edited nothing = scenes::edited(canvas, still.area, scenes::Edit::None, 1);
  const Truth truth = truth_of(still, nothing, {0, 0, width, height});
  for (const Outcome& outcome : {paste(still, canvas), pad_crop_mask(still, canvas)}) {
    EXPECT_EQ(measure(outcome, truth).kept.share(), 1);
    EXPECT_NEAR(measure(outcome, truth).misplaced, 0, 1e-9);
  }
}

TEST(PixelsTest, RetentionIsOfWhatIsKeptAndOfWhatIsShown) {
  Measures m;
  m.kept = {.all = 900, .right = 890};
  m.shown = {.all = 100, .right = 60};
  EXPECT_DOUBLE_EQ(m.missed(), 0.4);
  EXPECT_DOUBLE_EQ(m.retention(), 0.95);
  EXPECT_DOUBLE_EQ(Measures{}.retention(), 1) << "nothing to keep, nothing to show";
}

}  // namespace
}  // namespace wordbrush::bench
