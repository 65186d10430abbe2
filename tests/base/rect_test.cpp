// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/rect.h"

#include <gtest/gtest.h>

namespace wordbrush {
namespace {

TEST(RectTest, IntersectionIsWhatBothHave) {
  EXPECT_EQ(intersection({0, 0, 10, 10}, {4, 6, 10, 10}), (Rect{4, 6, 6, 4}));
  EXPECT_EQ(intersection({4, 6, 10, 10}, {0, 0, 10, 10}), (Rect{4, 6, 6, 4}));
  EXPECT_EQ(intersection({-5, -5, 10, 10}, {-2, -3, 1, 1}), (Rect{-2, -3, 1, 1}));
}

TEST(RectTest, IntersectionOfStrangersIsEmpty) {
  EXPECT_TRUE(intersection({0, 0, 4, 4}, {4, 0, 4, 4}).empty()) << "they only touch";
  EXPECT_TRUE(intersection({0, 0, 4, 4}, {0, 9, 4, 4}).empty());
}

TEST(RectTest, MovesWithoutChangingItsSize) {
  EXPECT_EQ(moved({1, 2, 3, 4}, -5, 6), (Rect{-4, 8, 3, 4}));
}

}  // namespace
}  // namespace wordbrush
