// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/movement.h"

#include <gtest/gtest.h>

namespace wordbrush::edit {
namespace {

struct FollowCase {
  const char* name;
  Movement movement;
  Rect expected;  // of {10, 20, 30, 40}
};

void PrintTo(const FollowCase& c, std::ostream* os) {
  *os << c.name;
}

class FollowTest : public testing::TestWithParam<FollowCase> {};

TEST_P(FollowTest, FindsThePlace) {
  EXPECT_EQ(follow(GetParam().movement, {10, 20, 30, 40}), GetParam().expected);
}

// A layer of 100 x 200 at (0, 0).
constexpr Rect upright_layer{0, 0, 100, 200};
INSTANTIATE_TEST_SUITE_P(
    Movements, FollowTest,
    testing::Values(FollowCase{"Still", {upright_layer, upright_layer, {}}, {10, 20, 30, 40}},
                    FollowCase{"Moved", {upright_layer, {-7, 5, 100, 200}, {}}, {3, 25, 30, 40}},
                    FollowCase{"Halved", {upright_layer, {0, 0, 50, 100}, {}}, {5, 10, 15, 20}},
                    FollowCase{"Doubled", {upright_layer, {4, 0, 200, 400}, {}}, {24, 40, 60, 80}},
                    FollowCase{"Clockwise",
                               {upright_layer, {0, 0, 200, 100}, {true, true, false}},
                               {140, 10, 40, 30}},
                    FollowCase{"Counterclockwise",
                               {upright_layer, {0, 0, 200, 100}, {true, false, true}},
                               {20, 60, 40, 30}},
                    FollowCase{"HalfTurn",
                               {upright_layer, upright_layer, {false, true, true}},
                               {60, 140, 30, 40}},
                    FollowCase{"NeverVanishes", {upright_layer, {0, 0, 1, 1}, {}}, {0, 0, 1, 1}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(FollowTest, TurnsAndScalesALayerWithItsMask) {
  host::NewLayer layer_of_two{.place = {0, 0, 2, 1}, .pixels = pixels::Bitmap(2, 1)};
  const std::uint8_t left_and_right[] = {10, 10, 10, 255, 200, 200, 200, 255};
  std::ranges::copy(left_and_right, layer_of_two.pixels.bytes().begin());
  layer_of_two.mask = pixels::Mask(2, 1);
  layer_of_two.mask.values = {0, 255};
  const Movement clockwise_twice_as_large{{0, 0, 2, 1}, {5, 5, 2, 4}, {true, true, false}};
  follow(clockwise_twice_as_large, layer_of_two);
  EXPECT_EQ(layer_of_two.place, (Rect{5, 5, 2, 4}));
  ASSERT_EQ(layer_of_two.pixels.width(), 2);
  ASSERT_EQ(layer_of_two.pixels.height(), 4);
  EXPECT_LT(layer_of_two.pixels.row(0)[0], 50) << "what was left is at the top";
  EXPECT_GT(layer_of_two.pixels.row(3)[0], 150);
  ASSERT_EQ(layer_of_two.mask.height, 4);
  EXPECT_EQ(layer_of_two.mask.row(0)[0], 0);
  EXPECT_EQ(layer_of_two.mask.row(3)[0], 255);
}

TEST(PossibleMovementsTest, BeginWithWhatACommandLeaves) {
  const Geometry before{400, 300, {20, 10, 100, 80}};
  const auto likeliest = [&](const Geometry& now) {
    return follow(possible_movements(before, now).front(), before.layer);
  };
  EXPECT_EQ(likeliest(before), before.layer);
  EXPECT_EQ(likeliest({400, 300, {90, 40, 100, 80}}), (Rect{90, 40, 100, 80})) << "moved";
  EXPECT_EQ(likeliest({500, 500, {70, 60, 100, 80}}), (Rect{70, 60, 100, 80})) << "larger canvas";
  EXPECT_EQ(likeliest({400, 300, {50, 30, 40, 40}}), before.layer) << "cropped layer";
  EXPECT_EQ(likeliest({800, 600, {40, 20, 200, 160}}), (Rect{40, 20, 200, 160})) << "scaled image";
}

TEST(PossibleMovementsTest, HoldEachWayOnce) {
  const Geometry still{100, 100, {0, 0, 100, 100}};
  EXPECT_EQ(possible_movements(still, still).size(), 8u);
}

}  // namespace
}  // namespace wordbrush::edit
