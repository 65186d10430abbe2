// SPDX-License-Identifier: GPL-3.0-or-later
#include "pixels/orientation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace wordbrush::pixels {
namespace {

struct OrientationCase {
  const char* name;
  Orientation orientation;
  int width;
  std::vector<std::uint8_t> expected;
};

void PrintTo(const OrientationCase& c, std::ostream* os) {
  *os << c.name;
}

/// 1 2 3
/// 4 5 6
Mask numbers() {
  Mask mask(3, 2);
  mask.values = {1, 2, 3, 4, 5, 6};
  return mask;
}

class OrientationTest : public testing::TestWithParam<OrientationCase> {};

TEST_P(OrientationTest, TurnsAMask) {
  const auto turned = oriented(numbers(), GetParam().orientation);
  EXPECT_EQ(turned.width, GetParam().width);
  EXPECT_EQ(turned.values, GetParam().expected);
}

TEST_P(OrientationTest, TurnsAPictureAlike) {
  Bitmap picture(3, 2);
  const auto values = numbers().values;
  for (std::size_t at = 0; at < picture.size(); ++at)
    picture.bytes()[at] = static_cast<std::uint8_t>(std::size_t{values[at / 4]} * 10 + at % 4);
  const auto turned = oriented(picture, GetParam().orientation);
  ASSERT_EQ(turned.width(), GetParam().width);
  for (std::size_t at = 0; at < turned.size(); ++at)
    EXPECT_EQ(turned.bytes()[at], std::size_t{GetParam().expected[at / 4]} * 10 + at % 4);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, OrientationTest,
    testing::Values(
        OrientationCase{"AsItIs", {}, 3, {1, 2, 3, 4, 5, 6}},
        OrientationCase{
            "FlippedHorizontally", {.flipped_horizontally = true}, 3, {3, 2, 1, 6, 5, 4}},
        OrientationCase{"FlippedVertically", {.flipped_vertically = true}, 3, {4, 5, 6, 1, 2, 3}},
        OrientationCase{"ByAHalfTurn", {false, true, true}, 3, {6, 5, 4, 3, 2, 1}},
        OrientationCase{"Transposed", {.transposed = true}, 2, {1, 4, 2, 5, 3, 6}},
        OrientationCase{"Clockwise", {true, true, false}, 2, {4, 1, 5, 2, 6, 3}},
        OrientationCase{"Counterclockwise", {true, false, true}, 2, {3, 6, 2, 5, 1, 4}}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::pixels
