// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline.h"

#include <gtest/gtest.h>

#include <cmath>

namespace wordbrush::ui {
namespace {

constexpr std::uint32_t black = 0xff000000U;
constexpr std::uint32_t white = 0xffffffffU;
constexpr Rect shown = {-5, -3, 90, 70};

struct Drawn {
  std::vector<std::uint32_t> pixels;
  std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>((y - shown.y) * shown.width + x - shown.x)];
  }
};

Drawn draw(const Outline& outline, const Placement& placement, int line = 1) {
  return {draw_outline(outline, placement, shown, line)};
}

TEST(OutlineTest, ARectangleHasARowOnEachSideOfItsEdge) {
  const auto drawn = draw({{10, 5, 20, 10}, nullptr}, {4, 2, 2});
  const Rect edge = {24, 12, 40, 20};
  for (int y = shown.y; y < shown.bottom(); ++y)
    for (int x = shown.x; x < shown.right(); ++x) {
      const bool is_outside =
          x < edge.x - 1 || y < edge.y - 1 || x > edge.right() || y > edge.bottom();
      const bool is_corner =
          (x < edge.x || x >= edge.right()) && (y < edge.y || y >= edge.bottom());
      const bool is_deep =
          x > edge.x && y > edge.y && x < edge.right() - 1 && y < edge.bottom() - 1;
      ASSERT_EQ(drawn.at(x, y) != 0, !is_outside && !is_corner && !is_deep) << x << ", " << y;
    }
}

TEST(OutlineTest, EachPixelOfTheLineHasItsOppositeAcrossTheEdge) {
  for (const int line : {1, 2, 3}) {
    const auto drawn = draw({{10, 5, 20, 10}, nullptr}, {0, 0, 2}, line);
    for (int x = 24; x < 55; ++x) {
      const auto inside = drawn.at(x, 10);
      const auto outside = drawn.at(x, 9);
      ASSERT_TRUE((inside == black && outside == white) || (inside == white && outside == black) ||
                  (x + 10) / (4 * line) != (x + 9) / (4 * line))
          << x;
      ASSERT_NE(inside, 0U);
      ASSERT_NE(outside, 0U);
    }
  }
}

TEST(OutlineTest, AMaskIsOutlinedWhereHalfOfItIs) {
  auto mask = std::make_shared<pixels::Mask>(20, 10);
  for (int y = 2; y < 6; ++y)
    for (int x = 3; x < 9; ++x) mask->row(y)[x] = x < 5 ? 127 : 128;
  const auto drawn = draw({{10, 5, 20, 10}, mask}, {0, 0, 2});
  const auto same = draw({{15, 7, 4, 4}, nullptr}, {0, 0, 2});
  EXPECT_EQ(drawn.pixels, same.pixels);
}

TEST(OutlineTest, AnEdgeAtTheBorderOfWhatIsShownIsDrawn) {
  const auto drawn = draw({{0, 0, 85, 67}, nullptr}, {0, 0, 1});
  EXPECT_NE(drawn.at(0, 30), 0U);
  EXPECT_NE(drawn.at(shown.right() - 1, 30), 0U);
  EXPECT_NE(drawn.at(40, shown.bottom() - 1), 0U);
}

TEST(OutlineTest, NothingIsDrawnWithoutAnArea) {
  for (const auto pixel : draw({}, {0, 0, 1}).pixels) ASSERT_EQ(pixel, 0U);
}

TEST(OutlineTest, HugeZoomsAndTinyOnesAreHeld) {
  const auto inside = draw({{0, 0, 65535, 65535}, nullptr}, {-8e6, -8e6, 256});
  EXPECT_EQ(inside.at(0, 0), 0U);
  const auto dot = draw({{0, 0, 10, 10}, nullptr}, {20, 20, 1e-3});
  EXPECT_EQ(dot.at(40, 40), 0U);
}

}  // namespace
}  // namespace wordbrush::ui
