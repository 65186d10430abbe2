// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/effects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ostream>

#include "demo/demo_pictures.h"
#include "demo/light.h"

namespace wordbrush::demo {
namespace {

using pixels::Bitmap;
using test::filled;
using test::noisy;
using test::Pixel;
using test::pixel_at;
using test::set_pixel;
using enum Action;

constexpr Action all_actions[] = {
    BlackAndWhite, Sepia,        Warmer,         Cooler,       Invert, Brighter, Darker,
    MoreContrast,  LessContrast, MoreColorful,   LessColorful, Blur,   Sharpen,  Posterize,
    Night,         FlipSides,    FlipUpsideDown, Pixelate,     Sketch};

bool moves_pixels(Action action) {
  return action == FlipSides || action == FlipUpsideDown;
}

bool are_equal(const Bitmap& a, const Bitmap& b) {
  return a.width() == b.width() && a.height() == b.height() &&
         std::ranges::equal(a.bytes(), b.bytes());
}

class EveryActionTest : public testing::TestWithParam<Action> {};

TEST_P(EveryActionTest, KeepsSizeAndAlpha) {
  const auto before = noisy(37, 21);
  const auto after = apply(GetParam(), before.clone());
  ASSERT_EQ(after.width(), 37);
  ASSERT_EQ(after.height(), 21);
  if (moves_pixels(GetParam())) return;
  for (int y = 0; y < 21; ++y)
    for (int x = 0; x < 37; ++x)
      ASSERT_EQ(pixel_at(after, x, y)[3], pixel_at(before, x, y)[3]) << x << ',' << y;
}

TEST_P(EveryActionTest, ChangesAPicture) {
  const auto before = noisy(37, 21);
  EXPECT_FALSE(are_equal(apply(GetParam(), before.clone()), before));
}

TEST_P(EveryActionTest, TakesTheSmallestPictures) {
  for (const auto& [width, height] : {std::pair{1, 1}, {1, 9}, {9, 1}, {2, 2}}) {
    const auto after = apply(GetParam(), noisy(width, height));
    EXPECT_EQ(after.width(), width);
    EXPECT_EQ(after.height(), height);
  }
}

TEST_P(EveryActionTest, TakesATransparentPicture) {
  const auto after = apply(GetParam(), filled(5, 5, {10, 20, 30, 0}));
  EXPECT_EQ(pixel_at(after, 2, 2)[3], 0);
}

INSTANTIATE_TEST_SUITE_P(Actions, EveryActionTest, testing::ValuesIn(all_actions));

struct ColorCase {
  const char* name;
  Action action;
  Pixel before;
  Pixel after;
};

void PrintTo(const ColorCase& color, std::ostream* os) {
  *os << color.name;
}

class ColorTest : public testing::TestWithParam<ColorCase> {};

TEST_P(ColorTest, BecomesThisColor) {
  const auto after = apply(GetParam().action, filled(3, 2, GetParam().before));
  EXPECT_EQ(pixel_at(after, 0, 0), GetParam().after);
  EXPECT_EQ(pixel_at(after, 2, 1), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Colors, ColorTest,
    testing::Values(
        ColorCase{"GrayOfGreen", BlackAndWhite, {0, 255, 0, 9}, {220, 220, 220, 9}},
        ColorCase{"GrayOfBlue", BlackAndWhite, {0, 0, 255, 9}, {76, 76, 76, 9}},
        ColorCase{"GrayStaysGray", BlackAndWhite, {77, 77, 77, 9}, {77, 77, 77, 9}},
        ColorCase{"Inverted", Invert, {0, 100, 255, 9}, {255, 155, 0, 9}},
        ColorCase{"FiveTones", Posterize, {40, 127, 220, 9}, {64, 128, 191, 9}},
        ColorCase{"WhiteStaysWhiteWhenBrighter", Brighter, {255, 255, 255, 9}, {255, 255, 255, 9}},
        ColorCase{"BlackStaysBlackWhenDarker", Darker, {0, 0, 0, 9}, {0, 0, 0, 9}},
        ColorCase{"ContrastKeepsTheEnds", MoreContrast, {0, 255, 0, 9}, {0, 255, 0, 9}},
        ColorCase{"ColorfulKeepsGray", MoreColorful, {90, 90, 90, 9}, {90, 90, 90, 9}},
        ColorCase{"BlackStaysBlackAtNight", Night, {0, 0, 0, 9}, {0, 0, 0, 9}},
        ColorCase{"BlurKeepsAnEvenColor", Blur, {12, 130, 240, 255}, {12, 130, 240, 255}},
        ColorCase{"SharpenKeepsAnEvenColor", Sharpen, {12, 130, 240, 255}, {12, 130, 240, 255}},
        ColorCase{"PixelateKeepsAnEvenColor", Pixelate, {12, 130, 240, 7}, {12, 130, 240, 7}},
        ColorCase{"EvenIsPaperInASketch", Sketch, {40, 40, 40, 255}, {255, 255, 255, 255}}),
    [](const auto& test) { return std::string(test.param.name); });

Pixel changed(Action action, const Pixel& pixel) {
  return pixel_at(apply(action, filled(1, 1, pixel)), 0, 0);
}

TEST(TonesTest, GoTheWayTheirNamesSay) {
  constexpr Pixel gray{100, 100, 100, 255};
  EXPECT_GT(changed(Brighter, gray)[0], 120);
  EXPECT_LT(changed(Darker, gray)[0], 80);
  EXPECT_LT(changed(MoreContrast, gray)[0], 100);
  EXPECT_GT(changed(LessContrast, gray)[0], 100);
  EXPECT_GT(changed(Warmer, gray)[0], changed(Warmer, gray)[2] + 20);
  EXPECT_LT(changed(Cooler, gray)[0], changed(Cooler, gray)[2] - 20);
  const auto sepia = changed(Sepia, gray);
  EXPECT_GT(sepia[0], sepia[1]);
  EXPECT_GT(sepia[1], sepia[2]);
  const auto night = changed(Night, gray);
  EXPECT_LT(night[2], 100);
  EXPECT_GT(night[2], night[0] + 10);
  constexpr Pixel red{180, 90, 90, 255};
  EXPECT_GT(changed(MoreColorful, red)[0] - changed(MoreColorful, red)[1], 90 + 20);
  EXPECT_LT(changed(LessColorful, red)[0] - changed(LessColorful, red)[1], 90 - 20);
}

TEST(LightTest, ComesBackAsItWent) {
  for (std::size_t value = 0; value < 256; ++value)
    EXPECT_EQ(srgb_of_light()[light_of_srgb()[value]], value);
  EXPECT_EQ(light_of_srgb()[0], 0);
  EXPECT_EQ(light_of_srgb()[255], 65535);
}

TEST(FlipTest, TwiceIsThePictureItself) {
  for (const Action action : {FlipSides, FlipUpsideDown}) {
    const auto before = noisy(6, 5);
    EXPECT_TRUE(are_equal(apply(action, apply(action, before.clone())), before));
  }
}

TEST(FlipTest, MovesTheCorners) {
  const auto before = noisy(6, 5);
  EXPECT_EQ(pixel_at(apply(FlipSides, before.clone()), 5, 0), pixel_at(before, 0, 0));
  EXPECT_EQ(pixel_at(apply(FlipUpsideDown, before.clone()), 0, 4), pixel_at(before, 0, 0));
}

TEST(BlurTest, SpreadsADotEvenly) {
  auto dot = filled(41, 41, {0, 0, 0, 255});
  set_pixel(dot, 20, 20, {255, 255, 255, 255});
  const auto after = apply(Blur, std::move(dot));
  EXPECT_GT(pixel_at(after, 20, 20)[0], pixel_at(after, 22, 20)[0]);
  EXPECT_GT(pixel_at(after, 22, 20)[0], 0);
  EXPECT_EQ(pixel_at(after, 18, 20), pixel_at(after, 22, 20));
  EXPECT_EQ(pixel_at(after, 20, 18), pixel_at(after, 20, 22));
  EXPECT_EQ(pixel_at(after, 22, 20), pixel_at(after, 20, 22));
  EXPECT_EQ(pixel_at(after, 0, 0)[0], 0);
}

TEST(BlurTest, MixesLight) {
  // Half black, half white: in between stands half the light, not half the value.
  auto halves = filled(40, 3, {0, 0, 0, 255});
  for (int y = 0; y < 3; ++y)
    for (int x = 20; x < 40; ++x) set_pixel(halves, x, y, {255, 255, 255, 255});
  const auto after = apply(Blur, std::move(halves));
  const int around = (pixel_at(after, 19, 1)[0] + pixel_at(after, 20, 1)[0]) / 2;
  EXPECT_GT(around, 165);
  EXPECT_LT(around, 205);
}

TEST(BlurTest, TakesNoColorFromTransparentPixels) {
  auto halves = filled(20, 3, {200, 10, 10, 255});
  for (int y = 0; y < 3; ++y)
    for (int x = 10; x < 20; ++x) set_pixel(halves, x, y, {0, 255, 0, 0});
  const auto after = apply(Blur, std::move(halves));
  EXPECT_LE(pixel_at(after, 9, 1)[1], 11);
  EXPECT_GE(pixel_at(after, 9, 1)[0], 199);
}

TEST(SharpenTest, DeepensAnEdge) {
  auto edge = filled(20, 3, {100, 100, 100, 255});
  for (int y = 0; y < 3; ++y)
    for (int x = 10; x < 20; ++x) set_pixel(edge, x, y, {150, 150, 150, 255});
  const auto after = apply(Sharpen, std::move(edge));
  EXPECT_LT(pixel_at(after, 9, 1)[0], 100);
  EXPECT_GT(pixel_at(after, 10, 1)[0], 150);
  EXPECT_EQ(pixel_at(after, 0, 1)[0], 100);
}

TEST(SketchTest, DrawsAnEdgeOnWhitePaper) {
  auto edge = filled(40, 3, {230, 230, 230, 255});
  for (int y = 0; y < 3; ++y)
    for (int x = 20; x < 40; ++x) set_pixel(edge, x, y, {60, 60, 60, 255});
  const auto after = apply(Sketch, std::move(edge));
  EXPECT_LT(pixel_at(after, 20, 1)[0], 140);
  EXPECT_EQ(pixel_at(after, 2, 1)[0], 255);
  EXPECT_EQ(pixel_at(after, 37, 1)[0], 255);
}

TEST(PixelateTest, MakesBlocksOfOneColor) {
  const auto after = apply(Pixelate, noisy(128, 64));
  EXPECT_EQ(pixel_at(after, 0, 0)[0], pixel_at(after, 1, 1)[0]);
  EXPECT_NE(pixel_at(after, 0, 0)[0], pixel_at(after, 2, 0)[0]);
}

TEST(PixelateTest, MixesLightByAlpha) {
  auto block = filled(2, 2, {255, 0, 0, 0});
  set_pixel(block, 0, 0, {0, 0, 0, 255});
  set_pixel(block, 1, 0, {255, 255, 255, 255});
  EXPECT_EQ(pixel_at(apply(Pixelate, std::move(block)), 1, 1), (Pixel{188, 188, 188, 0}));
}

}  // namespace
}  // namespace wordbrush::demo
