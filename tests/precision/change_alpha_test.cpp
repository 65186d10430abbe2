// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "precision/change_mask.h"
#include "precision/painted_over.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

void fill_alpha(Bitmap& picture, const Rect& area, int alpha) {
  for (int y = area.y; y < area.bottom(); ++y)
    for (int x = area.x; x < area.right(); ++x)
      picture.row(y)[x * 4 + 3] = static_cast<std::uint8_t>(alpha);
}

constexpr Rect everywhere{0, 0, changed_width, changed_height};

TEST(ChangeAlphaTest, BlackOnNothingIsAChange) {
  constexpr Rect object{250, 150, 120, 90};
  Bitmap frame = drawn(Motif::Clouds, changed_width, changed_height);
  for (int y = 100; y < 380; ++y)
    std::fill_n(frame.row(y) + std::ptrdiff_t{180} * 4, 300 * 4, std::uint8_t{0});
  Bitmap reply = frame.clone();
  fill_alpha(reply, object, 255);
  const ChangeMask found = find_changes(frame, reply, {.target = {150, 90, 360, 300}});
  EXPECT_EQ(found.mask.row(200)[300], 255);
  EXPECT_EQ(found.mask.row(151)[251], 255);
  EXPECT_EQ(found.mask.row(200)[200], 0) << "transparent as it was";
  EXPECT_EQ(found.mask.row(50)[50], 0) << "opaque as it was";
}

TEST(ChangeAlphaTest, AlmostOpaqueRepliesAreCompared) {
  const Bitmap picture = drawn(Motif::Foliage, changed_width, changed_height);
  Bitmap box = painted_over(
      picture, [](int x, int y) { return x >= 200 && x < 300 && y >= 150 && y < 250; });
  fill_alpha(box, everywhere, 254);
  const ChangeMask found = find_changes(picture, box, {.target = {150, 100, 250, 250}});
  EXPECT_EQ(found.outcome, ChangeOutcome::Found);
  EXPECT_EQ(found.mask.row(200)[250], 255);
  EXPECT_EQ(found.mask.row(200)[330], 0);
}

TEST(ChangeAlphaTest, WhatIsHalfTransparentInBothIsNoChange) {
  Bitmap glass = drawn(Motif::Clouds, changed_width, changed_height);
  for (int x = 0; x < changed_width; ++x)
    fill_alpha(glass, {x, 0, 1, changed_height}, 255 * x / changed_width);
  EXPECT_EQ(find_changes(glass, glass, {.target = everywhere}).outcome, ChangeOutcome::Nothing);
}

TEST(ChangeAlphaTest, HiddenColorsAreNoChange) {
  Bitmap frame = drawn(Motif::Clouds, changed_width, changed_height);
  Bitmap reply = painted_over(frame, [](int x, int) { return x < 300; });
  fill_alpha(frame, {0, 0, 300, changed_height}, 0);
  fill_alpha(reply, {0, 0, 300, changed_height}, 0);
  EXPECT_EQ(find_changes(frame, reply, {.target = everywhere}).outcome, ChangeOutcome::Nothing);
}

TEST(ChangeAlphaTest, TransparentPixelsOfTheReplyAreUnchanged) {
  const Bitmap picture = drawn(Motif::Clouds, changed_width, changed_height);
  Bitmap reply = drawn(Motif::Lines, changed_width, changed_height);
  for (std::size_t at = 3; at < reply.size(); at += 4) reply.bytes()[at] = 0;
  EXPECT_EQ(find_changes(picture, reply, {.target = {0, 0, changed_width, changed_height}}).outcome,
            ChangeOutcome::Nothing);
}

}  // namespace
}  // namespace wordbrush::precision
