// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "precision/lay.h"
#include "precision/resize.h"
#include "scenes/motif.h"
#include "scenes/noise.h"
#include "scenes/photographs.h"
#include "scenes/pixel.h"
#include "scenes/scene.h"
#include "scenes/selection.h"

namespace wordbrush::scenes {
namespace {

using pixels::Bitmap;

constexpr int width = 300;
constexpr int height = 220;
constexpr Rect area{60, 50, 160, 120};
constexpr Edit all_edits[] = {Edit::None, Edit::Object, Edit::Removal,
                              Edit::Tint, Edit::Text,   Edit::Relight};

bool same(const Bitmap& a, const Bitmap& b) {
  return a.width() == b.width() && std::ranges::equal(a.bytes(), b.bytes());
}

/// The mean difference of the colors in levels, `margin` pixels off the border.
double distance(const Bitmap& a, const Bitmap& b, int margin) {
  double sum = 0;
  for (int y = margin; y < a.height() - margin; ++y)
    for (int x = margin; x < a.width() - margin; ++x)
      for (std::size_t c = 0; c < 3; ++c)
        sum += std::abs(color_at(a, x, y)[c] - color_at(b, x, y)[c]) / 3;
  return sum / ((a.width() - 2.0 * margin) * (a.height() - 2.0 * margin));
}

TEST(ScenesTest, TheSameSeedGivesTheSameScene) {
  const Distortion everything{.scale = 1.01,
                              .dx = 3,
                              .dy = -2,
                              .rotation = 0.002,
                              .light = Light::Gain,
                              .noise = 3,
                              .jpeg_quality = 85,
                              .blur = 0.25};
  for (const bool redrawn : {false, true}) {
    Distortion distortion = everything;
    distortion.redrawn = redrawn;
    const auto make = [&](unsigned seed) {
      return make_scene(make_picture(Motif::Foliage, width, height, 1), area, Edit::Object,
                        distortion, seed);
    };
    EXPECT_TRUE(same(make(7).reply, make(7).reply));
    EXPECT_FALSE(same(make(7).reply, make(8).reply));
  }
}

TEST(ScenesTest, TheTruthBringsTheReplyBack) {
  const Bitmap picture = make_picture(Motif::Clouds, width, height, 2);
  const Distortion distortions[] = {
      {.scale = 1.02, .dx = 12, .dy = -7, .rotation = 0.005},
      {.dx = -24, .width = 330, .height = 250},
      {.scale = 0.98, .width = 260, .height = 260, .fit = Fit::Crop},
      {.width = 400, .height = 400, .fit = Fit::Letterbox},
      {.width = 150, .height = 110},
  };
  for (const Distortion& distortion : distortions) {
    const Reply reply = distort(picture, distortion, 2);
    const Bitmap back = precision::lay(reply.picture, reply.truth, width, height);
    const Bitmap aside =
        precision::lay(reply.picture, compose(reply.truth, precision::shift(1, 0)), width, height);
    const int margin = distortion.fit == Fit::Crop ? 50 : 30;
    EXPECT_LE(distance(back, picture, margin), 1.2);
    EXPECT_GT(distance(aside, picture, margin), 1.5 * distance(back, picture, margin));
  }
}

TEST(ScenesTest, NothingAskedForIsNothingDone) {
  const Bitmap picture = make_picture(Motif::Grain, width, height, 3);
  EXPECT_TRUE(same(distort(picture, {}, 3).picture, picture));
  EXPECT_EQ(distort(picture, {}, 3).truth, precision::Affine{});
}

TEST(ScenesTest, WhatWasRedrawnKeepsItsColorsOnly) {
  for (unsigned seed = 4; seed < 7; ++seed) {
    const Bitmap picture = make_picture(Motif::Buildings, width, height, seed);
    const Bitmap anew = distort(picture, {.redrawn = true}, seed).picture;
    EXPECT_GT(distance(anew, picture, 0), 15);
    EXPECT_LT(distance(precision::resize(anew, 4, 3), precision::resize(picture, 4, 3), 0), 40);
  }
}

TEST(ScenesTest, ChangedIsWhereAPixelDiffers) {
  const Bitmap picture = make_picture(Motif::Clouds, width, height, 5);
  for (const Edit edit : all_edits) {
    const Edited after = edited(picture, area, edit, 5);
    int changed = 0;
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x) {
        const bool differs = color_at(after.picture, x, y) != color_at(picture, x, y);
        ASSERT_EQ(after.changed.row(y)[x], differs ? 255 : 0);
        const bool inside = x >= area.x && x < area.right() && y >= area.y && y < area.bottom();
        ASSERT_TRUE(inside || !differs || edit == Edit::Relight);
        changed += differs ? 1 : 0;
      }
    EXPECT_EQ(changed > 0, edit != Edit::None) << static_cast<int>(edit);
  }
}

struct LightCase {
  const char* name;
  Light light;
  Color color;
  Color lit;
};

class LightTest : public testing::TestWithParam<LightCase> {};

TEST_P(LightTest, IsAsMuchAsItSays) {
  const Bitmap plain = painted(8, 8, [](int, int) { return GetParam().color; });
  const Bitmap lit = distort(plain, {.light = GetParam().light}, 1).picture;
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(color_at(lit, 0, 0)[c], GetParam().lit[c], 0.5);
}

INSTANTIATE_TEST_SUITE_P(
    Lights, LightTest,
    testing::Values(LightCase{"Gain", Light::Gain, {100, 100, 100}, {102, 100, 100}},
                    LightCase{
                        "Desaturated", Light::Desaturated, {200, 100, 0}, {190.3, 102.3, 14.3}},
                    LightCase{"Gamma", Light::Gamma, {128, 128, 128}, {121.2, 121.2, 121.2}},
                    LightCase{"Shading", Light::Shading, {200, 200, 200}, {204.8, 204.8, 204.8}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ScenesTest, NoiseIsAsStrongAsItSays) {
  const Bitmap plain = painted(100, 100, [](int, int) { return Color{128, 128, 128}; });
  const Bitmap noisy = distort(plain, {.noise = 4}, 6).picture;
  double squares = 0;
  for (int y = 0; y < 100; ++y)
    for (int x = 0; x < 100; ++x) squares += std::pow(color_at(noisy, x, y)[1] - 128, 2);
  EXPECT_NEAR(std::sqrt(squares / 10000), 4, 0.15);
}

TEST(SelectionTest, TakesAboutItsShare) {
  std::mt19937 random(7);
  for (const Shape shape : all_shapes)
    for (const double share : {0.1, 0.3, 0.5}) {
      const pixels::Mask mask = random_selection(shape, width, height, share, random);
      double sum = 0;
      for (const int value : mask.values) sum += value / 255.0;
      EXPECT_NEAR(sum / (width * height), share, 0.35 * share) << static_cast<int>(shape);
      EXPECT_FALSE(bounds_of(mask).empty());
    }
  EXPECT_TRUE(bounds_of(pixels::Mask(5, 5)).empty());
}

TEST(PhotographsTest, AreAtLeastEightKinds) {
  const auto all = named_photographs(400);
  EXPECT_GE(all.size(), 8U);
  for (const auto& [name, picture] : all) {
    EXPECT_FALSE(name.empty());
    EXPECT_EQ(std::max(picture.width(), picture.height()), 400) << name;
  }
}

}  // namespace
}  // namespace wordbrush::scenes
