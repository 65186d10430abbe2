// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "precision/color_match.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;
using pixels::Mask;

constexpr int side = 160;

/// Nearly black, with a few lights: most pixels are as dark after other light as before.
Bitmap night_sky() {
  Bitmap sky = make_picture(Motif::Clouds, side, side, 51);
  for (std::size_t at = 0; at < sky.size(); ++at)
    if (at % Bitmap::channels != 3)
      sky.bytes()[at] = static_cast<std::uint8_t>(sky.bytes()[at] / 12);
  std::mt19937 random(51);
  for (int light = 0; light < 20; ++light) {
    const int left = static_cast<int>(random() % (side - 12));
    const int top = static_cast<int>(random() % (side - 12));
    const auto level = static_cast<std::uint8_t>(60 + random() % 180);
    for (int y = top; y < top + 9; ++y)
      for (int x = left; x < left + 9; ++x)
        std::fill_n(sky.row(y) + std::ptrdiff_t{x} * Bitmap::channels, 3, level);
  }
  return sky;
}

const std::vector<Bitmap>& pictures() {
  static const std::vector<Bitmap> all = [] {
    std::vector<Bitmap> some = photographs(side);
    some.push_back(night_sky());
    return some;
  }();
  return all;
}

ColorOutcome outcome_of(const Bitmap& frame, const Bitmap& reply) {
  const Mask all(frame.width(), frame.height(), 255);
  return match_colors(frame, reply, {all}).outcome;
}

TEST(RelightTest, EveningLightSurvivesOnEveryPicture) {
  for (const Bitmap& picture : pictures()) {
    const Scene scene = make_scene(picture.clone(), {}, Edit::Relight, {.jpeg_quality = 90}, 52);
    const ColorOutcome outcome = outcome_of(scene.frame, scene.reply);
    EXPECT_TRUE(outcome == ColorOutcome::Relight || outcome == ColorOutcome::TooFewUnchanged)
        << name_of(outcome);
  }
}

TEST(RelightTest, WhatModelsChangeByAccidentIsNoRelight) {
  for (const Bitmap& picture : pictures())
    for (const Light light : {Light::Gain, Light::Desaturated, Light::Gamma, Light::Shading}) {
      const Scene scene = make_scene(picture.clone(), {}, Edit::None,
                                     {.light = light, .noise = 3, .jpeg_quality = 85}, 53);
      const ColorOutcome outcome = outcome_of(scene.frame, scene.reply);
      EXPECT_TRUE(outcome == ColorOutcome::Matched || outcome == ColorOutcome::AlreadyMatched)
          << name_of(outcome);
    }
}

TEST(RelightTest, ACastOfTheLightsAloneIsMatched) {
  Bitmap sky = night_sky();
  Bitmap dimmed = sky.clone();
  for (std::size_t at = 0; at < sky.size(); ++at) {
    if (at % Bitmap::channels == 3) continue;
    if (sky.bytes()[at] < 30) sky.bytes()[at] /= 6;
    dimmed.bytes()[at] = static_cast<std::uint8_t>(std::lround(sky.bytes()[at] * 0.94));
  }
  EXPECT_EQ(outcome_of(sky, dimmed), ColorOutcome::Matched);
  EXPECT_EQ(outcome_of(sky, sky), ColorOutcome::AlreadyMatched);
}

TEST(RelightTest, ASlopeOfTheLightsAloneIsMatched) {
  const Bitmap sky = night_sky();
  Bitmap sloping = sky.clone();
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      for (int c = 0; c < 3; ++c) {
        auto& level = sloping.row(y)[x * Bitmap::channels + c];
        level = static_cast<std::uint8_t>(std::lround(level * (0.95 + 0.1 * x / side)));
      }
  const Mask all(side, side, 255);
  EXPECT_FALSE(match_colors(sky, sloping, {all}).field.empty());
}

TEST(RelightTest, LightsThatWerePutOutAreNoRelight) {
  const Bitmap sky = night_sky();
  const Scene scene = make_scene(sky.clone(), {}, Edit::None, {.light = Light::Gain}, 54);
  Bitmap reply = scene.reply.clone();
  for (int y = 0; y < side / 2; ++y)
    std::fill_n(reply.row(y), std::ptrdiff_t{side} * Bitmap::channels, std::uint8_t{10});
  for (std::size_t at = 3; at < reply.size(); at += Bitmap::channels) reply.bytes()[at] = 255;
  EXPECT_EQ(outcome_of(sky, reply), ColorOutcome::Matched);
}

}  // namespace
}  // namespace wordbrush::precision
