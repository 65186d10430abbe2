// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "precision/comparison.h"
#include "precision/registration.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

/// Most of a photograph selected, `share` of it, and most of that edited.
Scene mostly_selected(std::string_view name, int wide, double share, Edit edit,
                      const Distortion& distortion, unsigned seed) {
  constexpr double edited_part = 0.9;
  Bitmap picture = photograph(name, wide);
  const auto inner = [&](double part) {
    const auto w = static_cast<int>(picture.width() * part);
    const auto h = static_cast<int>(picture.height() * part);
    return Rect{(picture.width() - w) / 2, (picture.height() - h) / 2, w, h};
  };
  const Rect target = inner(std::sqrt(share));
  const Rect area = inner(std::sqrt(share) * edited_part);
  Scene scene = make_scene(std::move(picture), area, edit, distortion, seed);
  scene.target = target;
  return scene;
}

// A pixel or two leave every patch explained.
TEST(FewSurroundingsTest, ASmallTurnIsUndone) {
  for (const double rotation : {0.002, 0.003, 0.004}) {
    const Scene scene = mostly_selected("dogs", 640, 0.83, Edit::Text,
                                        {.rotation = rotation, .light = Light::Shading}, 2);
    const Registration result = registered(scene);
    EXPECT_EQ(result.outcome, RegistrationOutcome::Aligned) << name_of(result.outcome);
    EXPECT_LE(error_of(result, scene), 0.25);
  }
}

// Paper hardly differs; by its measure every blurred line would be an outlier.
TEST(FewSurroundingsTest, LinesOnPaperCount) {
  const Scene scene =
      mostly_selected("drawing", 640, 0.5, Edit::Object, {.scale = 0.985, .blur = 0.25}, 1);
  EXPECT_LE(error_of(registered(scene), scene), 0.25);
}

TEST(FewSurroundingsTest, WhatDidNotChangeOfTheTargetHelpsFewSurroundings) {
  const Scene scene = mostly_selected(
      "drawing", 560, 0.75, Edit::Text,
      {.scale = 1.018, .dx = 18, .dy = 15, .rotation = 0.002, .noise = 3, .jpeg_quality = 85}, 2);
  EXPECT_LE(error_of(registered(scene), scene), 0.25);
}

// What is seen of it in noise may be noise.
TEST(FewSurroundingsTest, AShiftIsNoTurnAndNoZoom) {
  const Scene scene =
      mostly_selected("dusk", 900, 0.6, Edit::Object, {.dx = -8.6, .dy = 22.06, .noise = 4}, 3);
  const Registration result = registered(scene);
  EXPECT_EQ(result.outcome, RegistrationOutcome::Aligned) << name_of(result.outcome);
  EXPECT_EQ(result.transform.xx, 1);
  EXPECT_EQ(result.transform.xy, 0);
}

/// Levels about `middle`, alike along a few pixels.
Bitmap faintly_textured(double deviation, unsigned seed) {
  constexpr double middle = 40;
  Bitmap picture(400, 380);
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) {
      const double level =
          middle + deviation * (4 * scenes::smooth_noise(x / 7.0, y / 7.0, seed) - 2);
      std::fill_n(picture.row(y) + std::ptrdiff_t{x} * 4, 3, static_cast<std::uint8_t>(level));
      picture.row(y)[x * 4 + 3] = 255;
    }
  return picture;
}

constexpr Rect middle_of_faint{80, 80, 240, 220};

TEST(FewSurroundingsTest, AFaintTextureCountsWhereThereIsNoOther) {
  const Scene scene =
      make_scene(faintly_textured(0.4, 1), middle_of_faint, Edit::Tint, {.dx = -15, .dy = 20}, 4);
  const Registration result = registered(scene);
  EXPECT_EQ(result.outcome, RegistrationOutcome::Aligned) << name_of(result.outcome);
  EXPECT_LE(error_of(result, scene), 0.25);
}

TEST(FewSurroundingsTest, OtherGrainIsNoTextureToGoBy) {
  const Bitmap frame = faintly_textured(0.4, 1);
  const Bitmap other = faintly_textured(0.4, 2);
  const Rect whole{0, 0, frame.width(), frame.height()};
  const Registration result = register_reply(frame, other, {middle_of_faint, whole, {}});
  EXPECT_EQ(result.outcome, RegistrationOutcome::NoTexture) << name_of(result.outcome);
}

TEST(FewSurroundingsTest, WhatNothingConfirmsIsNotUsed) {
  const Scene scene = mostly_selected(
      "dusk", 560, 0.8, Edit::Text,
      {.scale = 0.982, .dx = 18, .dy = -22, .rotation = 0.002, .noise = 3, .jpeg_quality = 85}, 1);
  const Registration result = registered(scene);
  EXPECT_FALSE(result.used) << "off by " << error_of(result, scene);
  EXPECT_EQ(result.outcome, RegistrationOutcome::Uncertain) << name_of(result.outcome);
}

}  // namespace
}  // namespace wordbrush::precision
