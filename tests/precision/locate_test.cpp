// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/locate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "precision/resize.h"

namespace wordbrush::precision {
namespace {

/// Blotches of a few pixels, opaque.
pixels::Bitmap texture(int width, int height, unsigned seed) {
  std::mt19937 random(seed);
  pixels::Bitmap noise(std::max(1, width / 3), std::max(1, height / 3));
  for (std::uint8_t& value : noise.bytes()) value = static_cast<std::uint8_t>(random() & 255U);
  pixels::Bitmap bitmap = resize(noise, width, height);
  for (std::size_t at = 3; at < bitmap.size(); at += 4) bitmap.bytes()[at] = 255;
  return bitmap;
}

pixels::Bitmap filled(int width, int height, std::uint8_t value) {
  pixels::Bitmap bitmap(width, height);
  std::ranges::fill(bitmap.bytes(), value);
  return bitmap;
}

TEST(LocateTest, FindsEveryPartToThePixel) {
  std::mt19937 random(7);
  const auto below = [&](int end) {
    return static_cast<int>(random() % static_cast<unsigned>(end));
  };
  for (unsigned seed = 0; seed < 20; ++seed) {
    const auto picture = texture(160, 120, seed);
    const Rect part{below(100), below(80), 20 + below(40), 20 + below(20)};
    const Located found = locate(crop(picture, part), picture);
    EXPECT_EQ((Rect{found.x, found.y, part.width, part.height}), part) << seed;
    EXPECT_GT(found.score, 0.98) << seed;
  }
}

TEST(LocateTest, LightDoesNotMatter) {
  const auto picture = texture(120, 90, 3);
  auto part = crop(picture, {30, 20, 50, 40});
  for (std::size_t at = 0; at < part.size(); ++at)
    if (at % 4 != 3) part.bytes()[at] = static_cast<std::uint8_t>(40 + part.bytes()[at] / 2);
  const Located found = locate(part, picture);
  EXPECT_EQ(found.x, 30);
  EXPECT_EQ(found.y, 20);
  EXPECT_GT(found.score, 0.95);
}

TEST(LocateTest, WhatIsNotThereScoresLow) {
  EXPECT_LT(locate(texture(64, 64, 1), texture(200, 200, 2)).score, 0.4);
}

TEST(LocateTest, ASlopeOfLightIsNotTakenForAnother) {
  auto picture = texture(200, 120, 4);
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x)
      for (int c = 0; c < 3; ++c) {
        auto& value = picture.row(y)[4 * x + c];
        value = static_cast<std::uint8_t>(x + value / 16);
      }
  const auto at = [&](int x) { return crop(picture, {x, 20, 60, 60}); };
  EXPECT_GT(locate(at(20), at(20)).score, 0.99);
  EXPECT_LT(locate(at(20), at(26)).score, 0.5);
}

TEST(LocateTest, PlainPicturesSayNothing) {
  EXPECT_EQ(locate(filled(20, 20, 255), texture(60, 60, 1)).score, 0);
  EXPECT_EQ(locate(texture(20, 20, 1), filled(60, 60, 255)).score, 0);
  EXPECT_EQ(locate(texture(20, 20, 1), filled(60, 60, 0)).score, 0) << "transparent";
}

TEST(LocateTest, TheColorOfTransparentPixelsDoesNotCount) {
  auto picture = texture(40, 40, 1);
  for (std::size_t at = 3; at < picture.size(); at += 4) picture.bytes()[at] = 0;
  EXPECT_EQ(locate(texture(40, 40, 1), picture).score, 0);
}

}  // namespace
}  // namespace wordbrush::precision
