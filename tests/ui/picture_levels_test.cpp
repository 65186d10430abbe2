// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/picture_levels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "ui/argb.h"

namespace wordbrush::ui {
namespace {

using pixels::Bitmap;

/// A ramp from left to right and from top to bottom, half of it see-through.
Bitmap make_picture(int width, int height) {
  Bitmap bitmap(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      auto* const pixel = bitmap.row(y) + rgba_bytes * x;
      pixel[0] = static_cast<std::uint8_t>(x * 255 / width);
      pixel[1] = static_cast<std::uint8_t>(y * 255 / height);
      pixel[2] = 90;
      pixel[3] = (x / 8) % 2 == 0 ? 255 : static_cast<std::uint8_t>(x);
    }
  return bitmap;
}

TEST(ArgbTest, MultipliesByAlphaRounded) {
  for (std::uint32_t value = 0; value <= 255; ++value)
    for (std::uint32_t alpha = 0; alpha <= 255; ++alpha)
      ASSERT_EQ(times_alpha(value, alpha), (value * alpha * 2 + 255) / 510);
}

TEST(ArgbTest, ColorsNeverExceedAlpha) {
  const std::uint8_t pixel[] = {255, 10, 200, 77};
  EXPECT_EQ(to_argb(pixel), 77U << 24 | 77U << 16 | 3U << 8 | 60U);
  const std::uint8_t clear[] = {255, 255, 255, 0};
  EXPECT_EQ(to_argb(clear), 0U);
  const std::uint8_t opaque[] = {1, 2, 3, 255};
  EXPECT_EQ(to_argb(opaque), 0xff010203U);
}

TEST(ArgbTest, TheMeanKeepsChannelsApart) {
  EXPECT_EQ(mean_of(0xffffffffU, 0xffffffffU, 0xffffffffU, 0xffffffffU), 0xffffffffU);
  EXPECT_EQ(mean_of(0xff000000U, 0, 0, 0), 0x40000000U);
  EXPECT_EQ(mean_of(0x00ff00ffU, 0x00ff00ffU, 0, 0), 0x00800080U);
  EXPECT_EQ(mean_of(0x01020304U, 0x01020304U, 0x01020304U, 0x01020304U), 0x01020304U);
}

TEST(PictureLevelsTest, EachLevelIsTheMeanOfTheOneAboveIt) {
  const auto bitmap = make_picture(101, 67);
  const PictureLevels levels(bitmap);
  std::vector<std::uint32_t> scratch;
  for (int number = 1; number <= levels.count(); ++number) {
    const auto level = levels.level(number);
    ASSERT_EQ(level.width, side_at(101, number));
    ASSERT_EQ(level.height, side_at(67, number));
    const auto above =
        read_part(bitmap, &levels, number - 1,
                  {0, 0, side_at(101, number - 1), side_at(67, number - 1)}, scratch);
    const auto at = [&](int x, int y) {
      return above
          .pixels[std::min(y, above.height - 1) * above.stride + std::min(x, above.width - 1)];
    };
    for (int y = 0; y < level.height; ++y)
      for (int x = 0; x < level.width; ++x)
        ASSERT_EQ(level.pixels[y * level.stride + x],
                  mean_of(at(2 * x, 2 * y), at(2 * x + 1, 2 * y), at(2 * x, 2 * y + 1),
                          at(2 * x + 1, 2 * y + 1)))
            << number << ": " << x << ", " << y;
  }
}

TEST(PictureLevelsTest, AreThereForEveryScaleAndSize) {
  for (const auto& [width, height] :
       {std::pair{1, 1}, {1, 20000}, {20000, 1}, {33, 32}, {513, 7}}) {
    const auto bitmap = make_picture(width, height);
    const PictureLevels levels(bitmap);
    EXPECT_LE(levels.bytes(), bitmap.size() + 4096);
    for (int step = -30; step < 60; ++step) {
      const double scale = std::pow(0.71, step);
      const int level = level_for(scale, width, height);
      EXPECT_LE(level, levels.count());
      // Never more of a picture's pixels than twice the screen's, but for the smallest level.
      EXPECT_TRUE(level == levels.count() || std::ldexp(scale, level) > 0.5);
      EXPECT_TRUE(level == 0 || std::ldexp(scale, level) <= 1);
    }
  }
}

TEST(PictureLevelsTest, AnyPartIsThereBeforeTheLevelsAre) {
  const auto bitmap = make_picture(203, 99);
  std::vector<std::uint32_t> scratch;
  for (int level = 0; level <= 6; ++level) {
    const int width = side_at(203, level);
    const int height = side_at(99, level);
    const Rect part = {width / 3, height / 4, width - width / 3, height - height / 4};
    const auto read = read_part(bitmap, nullptr, level, part, scratch);
    ASSERT_EQ(read.width, part.width);
    for (int y = 0; y < part.height; ++y)
      for (int x = 0; x < part.width; ++x)
        ASSERT_EQ(read.pixels[y * read.stride + x], to_argb(bitmap.row((part.y + y) << level) +
                                                            rgba_bytes * ((part.x + x) << level)));
  }
}

TEST(PictureLevelsTest, APartOfALevelIsNotCopied) {
  const auto bitmap = make_picture(200, 100);
  const PictureLevels levels(bitmap);
  std::vector<std::uint32_t> scratch;
  const auto part = read_part(bitmap, &levels, 1, {10, 20, 5, 6}, scratch);
  EXPECT_EQ(part.pixels, levels.level(1).pixels + 2010);
  EXPECT_EQ(part.stride, 100);
  EXPECT_TRUE(scratch.empty());
}

}  // namespace
}  // namespace wordbrush::ui
