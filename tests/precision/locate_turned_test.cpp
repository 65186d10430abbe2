// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/locate_turned.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "precision/lay.h"
#include "precision/resize.h"
#include "scenes/motif.h"

namespace wordbrush::precision {
namespace {

constexpr double angle = 0.4;
constexpr Rect place{150, 130, 120, 90};
constexpr Point middle{210, 175};

pixels::Bitmap picture(unsigned seed) {
  return scenes::make_picture(scenes::Motif::Foliage, 400, 320, seed);
}

/// From what was to what is, about the middle of what is looked for.
Affine turned() {
  return compose(shift(middle.x, middle.y), compose(turning(angle), shift(-middle.x, -middle.y)));
}

pixels::Bitmap turned_picture(unsigned seed) {
  return lay(picture(seed), inverse(turned()), 400, 320);
}

/// From the part to the turned picture.
Affine truth() {
  return compose(turned(), shift(place.x, place.y));
}

TEST(LocateTurnedTest, FindsTheMiddleInASmallerPicture) {
  for (const int shrink : {1, 2}) {
    const auto small = resize(turned_picture(1), 400 / shrink, 320 / shrink);
    const auto part = crop(picture(1), place);
    const LocatedTurned found = locate_turned(part, small, angle, shrink);
    EXPECT_NEAR(found.middle.x * shrink, middle.x, shrink);
    EXPECT_NEAR(found.middle.y * shrink, middle.y, shrink);
    EXPECT_GT(found.score, 0.8);
    EXPECT_LT(locate_turned(part, small, -angle, shrink).score, found.score - 0.2);
  }
}

TEST(LocateTurnedTest, WhatIsLargerThanThePictureIsNowhere) {
  EXPECT_EQ(locate_turned(picture(1), crop(picture(1), place), angle, 1).score, 0);
}

TEST(AlignTurnedTest, RefinesAGuess) {
  const Affine guess = compose(shift(2, -1), compose(truth(), turning(0.01)));
  const auto aligned = align_turned(crop(picture(2), place), turned_picture(2), guess);
  ASSERT_TRUE(aligned);
  EXPECT_LT(worst_corner(aligned->transform, truth(), place.width, place.height), 0.2);
  EXPECT_GT(aligned->score, 0.9);
}

TEST(AlignTurnedTest, OtherPixelsBearNothingOut) {
  EXPECT_FALSE(align_turned(crop(picture(3), place), turned_picture(4), truth()));
}

TEST(AlignTurnedTest, AFewPixelsAreNoProof) {
  const auto part = crop(picture(5), {150, 130, 20, 16});
  EXPECT_FALSE(align_turned(part, picture(5), shift(150, 130)));
}

TEST(RepeatsTest, TellsTilesFromLeaves) {
  auto tiles = picture(6);
  for (int y = 0; y < tiles.height(); ++y)
    for (int x = 0; x < tiles.width(); ++x)
      std::fill_n(tiles.row(y) + (std::ptrdiff_t{4} * x), 3,
                  static_cast<std::uint8_t>(x % 16 < 5 || y % 20 < 8 ? 40 : 200));
  EXPECT_TRUE(repeats(crop(tiles, place)));
  EXPECT_FALSE(repeats(crop(picture(6), place)));
}

}  // namespace
}  // namespace wordbrush::precision
