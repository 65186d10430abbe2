// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/clipping.h"

#include <gtest/gtest.h>

#include <array>

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;
using Color = std::array<int, 3>;

Bitmap one_pixel(const Color& color) {
  Bitmap picture(1, 1);
  for (std::size_t c = 0; c < 3; ++c) picture.bytes()[c] = static_cast<std::uint8_t>(color[c]);
  picture.bytes()[3] = 255;
  return picture;
}

Color color_of(const Bitmap& picture) {
  const auto bytes = picture.bytes();
  return {bytes[0], bytes[1], bytes[2]};
}

/// Nine tenths of each channel, and a tenth of red in green.
ColorMatch darker() {
  ColorMatch match;
  match.outcome = ColorOutcome::Matched;
  match.matrix = {0.9, 0, 0, 0, 0.1, 0.9, 0, 0, 0, 0, 0.9, 0};
  return match;
}

Color undone(const Color& matched, const Color& reply, const Color& frame) {
  Bitmap result = one_pixel(matched);
  undo_clipping(result, one_pixel(reply), one_pixel(frame), darker());
  return color_of(result);
}

TEST(ClippingTest, WhatMayHaveBeenBrighterIsTheFrames) {
  // A red of 272 was cut to 255: both red and green lack what it would have given.
  EXPECT_EQ(undone({230, 116, 90}, {255, 100, 100}, {245, 117, 90}), (Color{245, 118, 90}));
}

TEST(ClippingTest, WhatWasNotClippedStays) {
  EXPECT_EQ(undone({180, 110, 90}, {200, 100, 100}, {250, 117, 90}), (Color{180, 110, 90}));
}

TEST(ClippingTest, AClippedChannelIsNeverTakenTheOtherWay) {
  EXPECT_EQ(undone({230, 116, 90}, {255, 100, 100}, {120, 116, 90}), (Color{230, 116, 90}));
  EXPECT_EQ(undone({0, 90, 90}, {0, 100, 100}, {60, 90, 90}), (Color{0, 90, 90}));
}

TEST(ClippingTest, AnotherColorStaysAnother) {
  // Blue was no more than it is: only what more red explains may be the frame's.
  const Color found = undone({230, 116, 90}, {255, 100, 100}, {245, 117, 200});
  EXPECT_EQ(found[2], 90);
}

TEST(ClippingTest, ABlackThatMayHaveBeenDarkerIsTheFrames) {
  ColorMatch lighter = darker();
  lighter.matrix[11] = 20;
  Bitmap matched = one_pixel({90, 100, 20});
  undo_clipping(matched, one_pixel({100, 100, 0}), one_pixel({90, 100, 8}), lighter);
  EXPECT_EQ(color_of(matched), (Color{90, 100, 8}));
}

TEST(ClippingTest, AlphaStays) {
  Bitmap matched = one_pixel({230, 116, 90});
  matched.bytes()[3] = 77;
  undo_clipping(matched, one_pixel({255, 100, 100}), one_pixel({245, 117, 90}), darker());
  EXPECT_EQ(matched.bytes()[3], 77);
}

}  // namespace
}  // namespace wordbrush::precision
