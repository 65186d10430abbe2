// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/overview.h"

#include <gtest/gtest.h>

#include <array>

#include "host/fake_canvas.h"

namespace wordbrush::edit {
namespace {

using test::FakeCanvas;

std::array<int, 3> levels_at(const pixels::Bitmap& bitmap, int x, int y) {
  const auto* const pixel = bitmap.row(y) + (std::ptrdiff_t{4} * x);
  return {pixel[0], pixel[1], pixel[2]};
}

constexpr std::array<int, 3> red_levels{255, 0, 0};

TEST(ReadSmallTest, AveragesWhatIsThere) {
  FakeCanvas canvas(64, 64);
  canvas.paint({0, 0, 32, 64}, {0, 0, 0, 255});
  canvas.paint({32, 0, 32, 64}, {200, 200, 200, 255});
  const auto source = canvas.look(host::Area::Layer).value();
  const auto small = read_small(canvas, source, source.extents, 3, 2);
  ASSERT_TRUE(small);
  ASSERT_EQ(small->width(), 3);
  ASSERT_EQ(small->height(), 2);
  EXPECT_EQ(levels_at(*small, 0, 0)[0], 0);
  EXPECT_NEAR(levels_at(*small, 1, 1)[0], 100, 2);
  EXPECT_EQ(levels_at(*small, 2, 1)[0], 200);
}

TEST(ReadSmallTest, ReadsALargeAreaInBands) {
  constexpr int side = 4500;
  FakeCanvas canvas(side, side);
  for (int band = 0; band < 9; ++band)
    canvas.paint({0, band * 500, side, 500}, {static_cast<std::uint8_t>(20 * band), 0, 0, 255});
  const auto source = canvas.look(host::Area::Layer).value();
  const auto small = read_small(canvas, source, source.extents, 90, 90);
  ASSERT_TRUE(small);
  EXPECT_GT(canvas.areas_read().size(), 3u);
  for (int y = 0; y < 90; ++y) EXPECT_EQ(levels_at(*small, 45, y)[0], 20 * (y / 10)) << y;
}

TEST(OutlineTest, LeavesWhatIsInsideAsItIs) {
  FakeCanvas canvas(100, 80);
  auto picture = canvas.picture().clone();
  outline(picture, {20, 30, 40, 10});
  const auto before = levels_at(canvas.picture(), 0, 0);
  for (int y = 30; y < 40; ++y)
    for (int x = 20; x < 60; ++x) ASSERT_EQ(levels_at(picture, x, y), before);
  for (int x = 18; x < 62; ++x) EXPECT_EQ(levels_at(picture, x, 29), red_levels) << x;
  for (int y = 28; y < 42; ++y) EXPECT_EQ(levels_at(picture, 19, y), red_levels) << y;
  EXPECT_EQ(levels_at(picture, 60, 35), red_levels);
  EXPECT_EQ(levels_at(picture, 30, 41), red_levels);
  EXPECT_EQ(levels_at(picture, 17, 35), before);
  EXPECT_EQ(levels_at(picture, 30, 42), before);
}

TEST(OutlineTest, StaysWithinThePicture) {
  FakeCanvas canvas(50, 50);
  auto picture = canvas.picture().clone();
  outline(picture, {0, 0, 50, 20});
  EXPECT_EQ(levels_at(picture, 0, 19), levels_at(canvas.picture(), 0, 0));
  EXPECT_EQ(levels_at(picture, 49, 20), red_levels);
}

}  // namespace
}  // namespace wordbrush::edit
