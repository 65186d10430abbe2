// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/bitmap.h"

#include <gtest/gtest.h>

#include "pixels/mask.h"
#include "pixels/pixel.h"

namespace wordbrush::pixels {
namespace {

using test::pixel;

TEST(BitmapTest, IsEmptyUntilItHasASize) {
  EXPECT_TRUE(Bitmap().empty());
  EXPECT_EQ(Bitmap().size(), 0U);
  EXPECT_TRUE(Bitmap().clone().empty());
  EXPECT_FALSE(Bitmap(1, 1).empty());
}

TEST(BitmapTest, HasUnpaddedRowsOfFourBytesAPixel) {
  const Bitmap bitmap(3, 2);
  EXPECT_EQ(bitmap.stride(), 12U);
  EXPECT_EQ(bitmap.size(), 24U);
  EXPECT_EQ(bitmap.row(1) - bitmap.row(0), 12);
}

TEST(BitmapTest, ACloneIsApart) {
  Bitmap bitmap = test::paint(2, 1, [](int x, int) { return pixel(x, 2, 3, 4); });
  const Bitmap clone = bitmap.clone();
  ASSERT_TRUE(test::same(bitmap, clone));
  bitmap.row(0)[0] = 9;
  EXPECT_EQ(clone.row(0)[0], 0);
}

TEST(BitmapTest, IsOpaqueOnlyWithEveryPixelOpaque) {
  Bitmap bitmap = test::paint(3, 3, [](int, int) { return pixel(0, 0, 0); });
  EXPECT_TRUE(is_opaque(bitmap));
  for (std::size_t at = 3; at < bitmap.size(); at += 4) {
    bitmap.bytes()[at] = 254;
    EXPECT_FALSE(is_opaque(bitmap)) << at;
    bitmap.bytes()[at] = 255;
  }
}

TEST(MaskTest, HasAValueForEachPixel) {
  Mask mask(3, 2, 7);
  EXPECT_EQ(mask.values, std::vector<std::uint8_t>(6, 7));
  mask.row(1)[2] = 9;
  EXPECT_EQ(mask.values.back(), 9);
  EXPECT_TRUE(Mask().empty());
}

}  // namespace
}  // namespace wordbrush::pixels
