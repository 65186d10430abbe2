// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <string_view>

#include "precision/registration.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

Registration registered(const Scene& scene) {
  const Rect whole{0, 0, scene.frame.width(), scene.frame.height()};
  return register_reply(scene.frame, scene.reply, {scene.target, whole, {}});
}

double error_of(const Registration& registration, const Scene& scene) {
  return worst_corner(registration.transform, scene.truth, scene.frame.width(),
                      scene.frame.height());
}

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
