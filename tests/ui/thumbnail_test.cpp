// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thumbnail.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/argb.h"

namespace wordbrush::ui {
namespace {

using pixels::Bitmap;

void set(Bitmap& bitmap, int x, int y, std::uint8_t red, std::uint8_t alpha) {
  auto* const pixel = bitmap.row(y) + rgba_bytes * x;
  pixel[0] = red;
  pixel[1] = pixel[2] = 0;
  pixel[3] = alpha;
}

struct ThumbnailSizes {
  const char* name;
  int width, height, side;
};

class ThumbnailTest : public testing::TestWithParam<ThumbnailSizes> {};

TEST_P(ThumbnailTest, HasTheShapeOfThePictureAndOneColorStaysAsItIs) {
  const auto& sizes = GetParam();
  Bitmap bitmap(sizes.width, sizes.height);
  for (int y = 0; y < sizes.height; ++y)
    for (int x = 0; x < sizes.width; ++x) set(bitmap, x, y, 201, 117);
  const auto small = make_thumbnail(bitmap, sizes.side);
  const int longest = std::max(sizes.width, sizes.height);
  const double scale = std::min(1.0, static_cast<double>(sizes.side) / longest);
  EXPECT_LE(std::abs(small.width() - std::max(sizes.width * scale, 1.0)), 0.5);
  EXPECT_LE(std::abs(small.height() - std::max(sizes.height * scale, 1.0)), 0.5);
  for (int y = 0; y < small.height(); ++y)
    for (int x = 0; x < small.width(); ++x) {
      const auto* const pixel = small.row(y) + rgba_bytes * x;
      ASSERT_EQ(pixel[0], 201);
      ASSERT_EQ(pixel[1], 0);
      ASSERT_EQ(pixel[3], 117);
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, ThumbnailTest,
                         testing::Values(ThumbnailSizes{"photo", 400, 300, 128},
                                         ThumbnailSizes{"one_pixel", 1, 1, 128},
                                         ThumbnailSizes{"line", 1, 20000, 128},
                                         ThumbnailSizes{"lying_line", 65535, 2, 48},
                                         ThumbnailSizes{"as_it_is", 128, 100, 128},
                                         ThumbnailSizes{"one_too_many", 129, 128, 128},
                                         ThumbnailSizes{"to_one", 77, 78, 1}),
                         [](const auto& sizes) { return std::string(sizes.param.name); });

TEST(ThumbnailEdge, EachPixelIsTheMeanOfItsPart) {
  Bitmap bitmap(4, 2);
  for (int y = 0; y < 2; ++y)
    for (int x = 0; x < 4; ++x) set(bitmap, x, y, static_cast<std::uint8_t>(x * 40), 255);
  const auto small = make_thumbnail(bitmap, 2);
  ASSERT_EQ(small.width(), 2);
  ASSERT_EQ(small.height(), 1);
  EXPECT_EQ(small.row(0)[0], 20);
  EXPECT_EQ(small.row(0)[rgba_bytes], 100);
}

TEST(ThumbnailEdge, TransparentPixelsLendNoColor) {
  Bitmap bitmap(2, 2);
  set(bitmap, 0, 0, 200, 255);
  set(bitmap, 1, 0, 17, 0);
  set(bitmap, 0, 1, 17, 0);
  set(bitmap, 1, 1, 17, 0);
  const auto small = make_thumbnail(bitmap, 1);
  EXPECT_EQ(small.row(0)[0], 200);
  EXPECT_EQ(small.row(0)[3], 64);
}

}  // namespace
}  // namespace wordbrush::ui
