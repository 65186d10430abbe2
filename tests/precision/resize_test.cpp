// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/resize.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "precision/comparison.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;
using Pixel = std::array<int, 4>;

template <class Paint>
Bitmap painted(int width, int height, Paint paint) {
  Bitmap bitmap(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const Pixel pixel = paint(x, y);
      for (int c = 0; c < 4; ++c)
        bitmap.row(y)[x * 4 + c] = static_cast<std::uint8_t>(pixel[static_cast<std::size_t>(c)]);
    }
  return bitmap;
}

Pixel pixel(const Bitmap& bitmap, int x, int y) {
  const std::uint8_t* at = bitmap.row(y) + static_cast<std::ptrdiff_t>(x) * 4;
  return {at[0], at[1], at[2], at[3]};
}

Bitmap noise(int width, int height, int alpha_of_odd = 255) {
  return painted(width, height, [=](int x, int y) -> Pixel {
    const int v = (x * 7919 + y * 104729 + x * y * 31) % 256;
    return {v, (v * 5) % 256, (v * 11) % 256, x % 2 == 0 ? 255 : alpha_of_odd};
  });
}

TEST(ResizeTest, TheSameSizeIsTheSamePicture) {
  const Bitmap picture = noise(31, 17, 3);
  EXPECT_TRUE(same(resize(picture, 31, 17), picture));
}

TEST(ResizeTest, ShrinkingAveragesAreas) {
  const Bitmap picture =
      painted(4, 2, [](int x, int) -> Pixel { return {x < 2 ? 40 * (x + 1) : 200, 10, 20, 255}; });
  const Bitmap half = resize(picture, 2, 1);
  EXPECT_EQ(pixel(half, 0, 0), (Pixel{60, 10, 20, 255}));
  EXPECT_EQ(pixel(half, 1, 0), (Pixel{200, 10, 20, 255}));
}

TEST(ResizeTest, AFlatColourStaysAtEverySize) {
  for (const int alpha : {255, 200, 1}) {
    const Bitmap flat = painted(37, 23, [=](int, int) -> Pixel { return {1, 128, 254, alpha}; });
    for (const auto& [width, height] : {std::pair{9, 7}, {100, 80}, {9, 80}, {100, 7}, {1, 1}}) {
      const Bitmap scaled = resize(flat, width, height);
      for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
          ASSERT_EQ(pixel(scaled, x, y), (Pixel{1, 128, 254, alpha})) << width << "x" << height;
    }
  }
}

TEST(ResizeTest, EnlargingHasNoShift) {
  const Bitmap ramp = painted(32, 4, [](int x, int) -> Pixel { return {x * 8, 0, 0, 255}; });
  const Bitmap large = resize(ramp, 128, 16);
  for (int x = 16; x < 112; ++x)
    EXPECT_NEAR(pixel(large, x, 8)[0], ((x + 0.5) / 4 - 0.5) * 8, 1.0) << x;
}

TEST(ResizeTest, TransparentColoursDoNotBleed) {
  const auto paint = [](int x, int) -> Pixel {
    return x % 8 < 4 ? Pixel{0, 255, 0, 0} : Pixel{200, 10, 60, 255};
  };
  for (const auto& [width, height] : {std::pair{29, 11}, {200, 90}, {29, 90}}) {
    const Bitmap scaled = resize(painted(64, 32, paint), width, height);
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x) {
        const Pixel p = pixel(scaled, x, y);
        if (p[3] < 8) continue;
        ASSERT_NEAR(p[0], 200, 4);
        ASSERT_NEAR(p[1], 10, 4);
        ASSERT_NEAR(p[2], 60, 4);
      }
  }
}

TEST(ResizeTest, HalvesALargePictureFast) {
  const Bitmap large = noise(4096, 4096);
  const auto start = std::chrono::steady_clock::now();
  const Bitmap half = resize(large, 2048, 2048);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(half.width(), 2048);
  RecordProperty("milliseconds", static_cast<int>(taken.count() * 1000));
  EXPECT_LT(taken.count(), 2.0) << "a slow machine may take long, but not this long";
}

TEST(ResizeTest, MasksScaleToo) {
  pixels::Mask mask(4, 4, 255);
  for (int y = 0; y < 4; ++y) mask.row(y)[0] = mask.row(y)[1] = 0;
  const pixels::Mask half = resize(mask, 2, 2);
  EXPECT_EQ(half.values, (std::vector<std::uint8_t>{0, 255, 0, 255}));
}

TEST(CropTest, TakesThePartThatIsAskedFor) {
  const Bitmap picture = noise(20, 10, 9);
  const Bitmap part = crop(picture, {3, 2, 5, 4});
  ASSERT_EQ(part.width(), 5);
  ASSERT_EQ(part.height(), 4);
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 5; ++x) EXPECT_EQ(pixel(part, x, y), pixel(picture, x + 3, y + 2));
}

TEST(ExtendEdgesTest, RepeatsTheOutermostPixels) {
  const Bitmap picture = noise(5, 4);
  const Bitmap wide = extend_edges(picture, {2, 1, 3, 4});
  ASSERT_EQ(wide.width(), 10);
  ASSERT_EQ(wide.height(), 9);
  for (int y = 0; y < 9; ++y)
    for (int x = 0; x < 10; ++x)
      EXPECT_EQ(pixel(wide, x, y),
                pixel(picture, std::clamp(x - 2, 0, 4), std::clamp(y - 1, 0, 3)));
}

}  // namespace
}  // namespace wordbrush::precision
