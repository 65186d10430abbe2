// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/color_match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "precision/comparison.h"
#include "precision/resize.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;
using pixels::Mask;

Mask outside(const Rect& target) {
  Mask mask(usual_width, usual_height, 255);
  for (int y = target.y; y < target.bottom(); ++y)
    std::fill_n(mask.row(y) + target.x, target.width, std::uint8_t{0});
  return mask;
}

Mask inverted(Mask mask) {
  for (std::uint8_t& value : mask.values) value = static_cast<std::uint8_t>(255 - value);
  return mask;
}

Scene still_scene(Motif motif, const Rect& target, Edit edit, Light light, unsigned seed) {
  return make_scene(drawn(motif, usual_width, usual_height, seed), target, edit,
                    {.light = light, .noise = 2, .jpeg_quality = 90}, seed);
}

/// The seam that a match leaves along the scene's target.
double seam_after(const ColorMatch& match, const Scene& scene) {
  Bitmap corrected = scene.reply.clone();
  recolor(corrected, match, {});
  return seam(crop(corrected, scene.target), scene);
}

struct CastCase {
  const char* name;
  Light light;
  double target_share;
  double most;
};

class ColorMatchTest : public testing::TestWithParam<CastCase> {};

TEST_P(ColorMatchTest, LeavesNoSeam) {
  std::mt19937 random(31);
  for (const Motif motif : {Motif::Clouds, Motif::Foliage, Motif::Buildings, Motif::Sky}) {
    const Rect target =
        random_target(Bitmap(usual_width, usual_height), GetParam().target_share, random);
    Scene scene = still_scene(motif, target, Edit::Object, GetParam().light, 31);
    const ColorMatch match = match_colors(scene.frame, scene.reply, {outside(target)});
    recolor(scene.reply, match, {});
    EXPECT_LE(seam(crop(scene.reply, target), scene), GetParam().most);
    EXPECT_GT(match.unchanged_share, 0.9);
  }
}

INSTANTIATE_TEST_SUITE_P(Casts, ColorMatchTest,
                         testing::Values(CastCase{"Nothing10", Light::As, 0.1, 1.8},
                                         CastCase{"Gain10", Light::Gain, 0.1, 1.8},
                                         CastCase{"Gain30", Light::Gain, 0.3, 1.5},
                                         CastCase{"Gain60", Light::Gain, 0.6, 1.5},
                                         CastCase{"Desaturated60", Light::Desaturated, 0.6, 1.5},
                                         CastCase{"Gamma10", Light::Gamma, 0.1, 1.8},
                                         CastCase{"Gamma60", Light::Gamma, 0.6, 1.5},
                                         CastCase{"Shading10", Light::Shading, 0.1, 1.8},
                                         CastCase{"Shading30", Light::Shading, 0.3, 1.5},
                                         CastCase{"Shading60", Light::Shading, 0.6, 1.5}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(ColorMatchRefusalTest, ThePictureItselfStaysAsItIs) {
  for (const Motif motif : all_motifs) {
    const Bitmap picture = drawn(motif, usual_width, usual_height);
    Bitmap same = picture.clone();
    const ColorMatch match = match_colors(picture, same, {Mask(usual_width, usual_height, 255)});
    EXPECT_EQ(match.outcome, ColorOutcome::AlreadyMatched);
    recolor(same, match, {});
    EXPECT_TRUE(std::ranges::equal(same.bytes(), picture.bytes()));
  }
}

TEST(ColorMatchRefusalTest, NoiseAndJpegAreNoCast) {
  Scene scene = still_scene(Motif::Clouds, {100, 100, 100, 100}, Edit::None, Light::As, 33);
  const Bitmap before = scene.reply.clone();
  recolor(scene.reply,
          match_colors(scene.frame, scene.reply, {Mask(usual_width, usual_height, 255)}), {});
  EXPECT_LE(mean_distance(before, scene.reply), 0.3);
}

TEST(ColorMatchRefusalTest, NothingOutsideTheTargetIsSaid) {
  const Bitmap picture = drawn(Motif::Clouds, usual_width, usual_height);
  const ColorMatch match = match_colors(picture, picture, {Mask(usual_width, usual_height, 0)});
  EXPECT_EQ(match.outcome, ColorOutcome::NoSurroundings);
  EXPECT_FALSE(match.used());
}

TEST(ColorMatchRefusalTest, AnotherPictureIsNotMatched) {
  const Bitmap picture = drawn(Motif::Clouds, usual_width, usual_height);
  const Bitmap other = drawn(Motif::Lines, usual_width, usual_height);
  const ColorMatch match = match_colors(picture, other, {Mask(usual_width, usual_height, 255)});
  EXPECT_EQ(match.outcome, ColorOutcome::TooFewUnchanged);
}

TEST(ColorMatchRefusalTest, AWantedRelightSurvives) {
  const Bitmap day = drawn(Motif::Clouds, usual_width, usual_height);
  Bitmap night = day.clone();
  for (std::size_t at = 0; at < night.size(); ++at)
    if (at % 4 != 3) night.bytes()[at] = static_cast<std::uint8_t>(night.bytes()[at] / 2);
  const Bitmap before = night.clone();
  const ColorMatch match = match_colors(day, night, {Mask(usual_width, usual_height, 255)});
  EXPECT_EQ(match.outcome, ColorOutcome::Relight);
  recolor(night, match, {});
  EXPECT_LE(mean_distance(before, night), 2);
}

TEST(ColorMatchRefusalTest, ADarkPictureIsRelitByFewLevels) {
  const Bitmap dusk = drawn(Motif::Night, usual_width, usual_height);
  Bitmap night = dusk.clone();
  for (std::size_t at = 0; at < night.size(); ++at)
    if (at % 4 != 3) night.bytes()[at] = static_cast<std::uint8_t>(night.bytes()[at] / 2);
  const Mask none(usual_width, usual_height, 0);
  const Mask all(usual_width, usual_height, 255);
  EXPECT_FALSE(match_colors(dusk, night, {none, &all}).used());
}

TEST(ColorMatchTest, AWholeFrameIsMatchedByWhatMostOfItHasInCommon) {
  std::mt19937 random(41);
  for (const auto& [motif, light] : {std::pair{Motif::Clouds, Light::Gain},
                                     {Motif::Foliage, Light::Desaturated},
                                     {Motif::Buildings, Light::Gamma}}) {
    const Rect spot = random_target(Bitmap(usual_width, usual_height), 0.3, random);
    Scene scene = still_scene(motif, spot, Edit::Object, light, 31);
    const Mask none(usual_width, usual_height, 0);
    const Mask all(usual_width, usual_height, 255);
    const double before = seam(crop(scene.reply, spot), scene);
    recolor(scene.reply, match_colors(scene.frame, scene.reply, {none, &all}), {});
    EXPECT_LE(seam(crop(scene.reply, spot), scene), std::min(1.5, before));
  }
}

/// Gray from `darkest` on the left to white on the right, with a white page at the top and
/// some dark writing.
Bitmap bright_picture(int darkest) {
  Bitmap picture = make_picture(Motif::Pale, usual_width, usual_height, 44);
  for (int y = 0; y < usual_height; ++y)
    for (int x = 0; x < usual_width; ++x) {
      const bool written = x % 40 < 8 && y % 24 < 10;
      const int gray = y < usual_height / 4 ? 255 : darkest + (255 - darkest) * x / usual_width;
      std::fill_n(picture.row(y) + std::ptrdiff_t{x} * Bitmap::channels, 3,
                  static_cast<std::uint8_t>(written ? 60 + x % 80 : gray));
    }
  return picture;
}

TEST(ColorMatchTest, WhatWasCutOffIsAsTheOtherChannelsSay) {
  for (const int darkest : {60, 200, 240}) {
    const Scene scene = make_scene(bright_picture(darkest), {}, Edit::None,
                                   {.light = Light::Gain, .noise = 2, .jpeg_quality = 90}, 44);
    Bitmap corrected = scene.reply.clone();
    const ColorMatch match =
        match_colors(scene.frame, scene.reply, {Mask(usual_width, usual_height, 255)});
    EXPECT_TRUE(match.highlights[0].is_known());
    recolor(corrected, match, {});
    const Rect right{usual_width / 2, usual_height / 3, usual_width / 2, usual_height / 2};
    EXPECT_LE(mean_distance(resize(crop(scene.frame, right), 12, 9),
                            resize(crop(corrected, right), 12, 9)),
              0.7);
  }
}

TEST(ColorMatchTest, WhatIsCutOffWithinAloneIsToldByWhatIsUnchangedThere) {
  const Rect target{usual_width / 2, 0, usual_width / 2, usual_height};
  const Mask around = outside(target);
  Bitmap picture = bright_picture(120);
  for (int y = 0; y < usual_height; ++y)
    for (std::ptrdiff_t at = 0; at < target.x * Bitmap::channels; ++at)
      picture.row(y)[at] = std::min<std::uint8_t>(picture.row(y)[at], 190);
  for (std::size_t at = 3; at < picture.size(); at += Bitmap::channels) picture.bytes()[at] = 255;
  const Scene scene = make_scene(picture.clone(), {}, Edit::None, {.light = Light::Gain}, 46);
  const Mask within = inverted(around);
  EXPECT_FALSE(match_colors(scene.frame, scene.reply, {around}).highlights[0].is_known());
  EXPECT_TRUE(match_colors(scene.frame, scene.reply, {around, &within}).highlights[0].is_known());
}

TEST(ColorMatchTest, APageThatIsWhiteInBothIsNoGuess) {
  const Bitmap page = bright_picture(255);
  for (const Distortion& distortion :
       {Distortion{.blur = 0.25}, Distortion{.light = Light::Gain}}) {
    const Scene scene = make_scene(page.clone(), {}, Edit::None, distortion, 45);
    Bitmap corrected = scene.reply.clone();
    recolor(corrected, match_colors(page, corrected, {Mask(usual_width, usual_height, 255)}), {});
    EXPECT_LE(mean_distance(resize(page, 12, 9), resize(corrected, 12, 9)), 0.7);
  }
}

TEST(ColorMatchTest, TheTargetsInsideTellsOfItsLight) {
  const Rect target{60, 40, 360, 280};
  const Scene scene = still_scene(Motif::Foliage, target, Edit::Object, Light::Shading, 42);
  const Mask around = outside(target);
  const Mask within = inverted(around);
  const double without = seam_after(match_colors(scene.frame, scene.reply, {around}), scene);
  EXPECT_LT(seam_after(match_colors(scene.frame, scene.reply, {around, &within}), scene), without);
}

TEST(ColorMatchTest, EditsOutsideTheTargetDoNotCount) {
  const Rect spilled{200, 50, 250, 250};
  Scene scene = still_scene(Motif::Clouds, spilled, Edit::Object, Light::Gain, 38);
  const ColorMatch match =
      match_colors(scene.frame, scene.reply, {Mask(usual_width, usual_height, 255)});
  recolor(scene.reply, match, {});
  EXPECT_LE(seam(crop(scene.reply, spilled), scene), 1.5);
}

TEST(ColorMatchTest, ACurveOfToneIsFollowed) {
  const Rect target{120, 90, 240, 180};
  double curved = 0;
  double straight = 0;
  for (const Motif motif : all_motifs) {
    const Scene scene = still_scene(motif, target, Edit::Object, Light::Gamma, 40);
    ColorMatch match = match_colors(scene.frame, scene.reply, {outside(target)});
    curved += seam_after(match, scene);
    match.tone.clear();
    straight += seam_after(match, scene);
  }
  EXPECT_LT(curved, 0.9 * straight);
}

TEST(ColorMatchTest, ACurveHoldsForColorsThatOnlyTheTargetHas) {
  const Rect target{usual_width / 2, 0, usual_width / 2, usual_height};
  Bitmap picture = make_picture(Motif::Clouds, usual_width, usual_height, 47);
  for (int y = 0; y < usual_height; ++y)
    for (int x = 0; x < usual_width; ++x) {
      std::uint8_t* pixel = picture.row(y) + std::ptrdiff_t{x} * Bitmap::channels;
      const int light = 40 + (pixel[0] * 3 + x * 7 + y * 5) % 190;
      const bool inside = x >= target.x;
      for (int c = 0; c < 3; ++c)
        pixel[c] = static_cast<std::uint8_t>(light * (inside ? 2 + c : 4 - c) / 4);
    }
  const Scene scene = make_scene(picture.clone(), {}, Edit::None, {.light = Light::Gamma}, 47);
  const Mask around = outside(target);
  const Mask within = inverted(around);
  Bitmap corrected = scene.reply.clone();
  recolor(corrected, match_colors(picture, corrected, {around, &within}), {});
  EXPECT_LE(mean_distance(crop(picture, target), crop(corrected, target)), 0.6);
}

TEST(ColorMatchTest, ASlopeOfLightIsFollowed) {
  const Rect target{120, 90, 240, 180};
  const Scene scene = still_scene(Motif::Clouds, target, Edit::Object, Light::Shading, 40);
  ColorMatch match = match_colors(scene.frame, scene.reply, {outside(target)});
  const double sloped = seam_after(match, scene);
  ASSERT_FALSE(match.field.empty());
  match.field.clear();
  EXPECT_LT(sloped, 0.7 * seam_after(match, scene));
}

TEST(ColorMatchTest, APartOfTheFrameTakesItsOwnShading) {
  Scene scene = still_scene(Motif::Clouds, {0, 0, 10, 10}, Edit::None, Light::Shading, 39);
  const ColorMatch match =
      match_colors(scene.frame, scene.reply, {Mask(usual_width, usual_height, 255)});
  ASSERT_FALSE(match.field.empty());
  const Rect area{120, 60, 200, 150};
  Bitmap part = crop(scene.reply, area);
  recolor(scene.reply, match, {});
  recolor(part, match,
          {double(area.x) / usual_width, double(area.y) / usual_height,
           double(area.width) / usual_width, double(area.height) / usual_height});
  EXPECT_LE(mean_distance(part, crop(scene.reply, area)), 0.02);
}

}  // namespace
}  // namespace wordbrush::precision
