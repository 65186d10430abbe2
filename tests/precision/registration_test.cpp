// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/registration.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <random>

#include "precision/comparison.h"
#include "precision/resize.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

constexpr int largest_width = 800;

/// Decoding and drawing take longer than aligning, so each is done once, or not at all.
const std::vector<Bitmap>& all_photographs() {
  static const std::vector<Bitmap> all = photographs(largest_width);
  return all;
}

Bitmap picture_at(std::size_t at, int wide) {
  const std::size_t motifs = std::size(all_motifs);
  if (at < motifs) return drawn(all_motifs[at], wide, wide * 3 / 4);
  const Bitmap& photograph = all_photographs()[at - motifs];
  return resize(photograph, wide, photograph.height() * wide / photograph.width());
}

/// Some motifs and some photographs, as many as there is time for; which, says the seed.
std::vector<Bitmap> pictures(unsigned seed, int wide = usual_width) {
  constexpr std::size_t many = 5;
  std::vector<std::size_t> order(std::size(all_motifs) + all_photographs().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::shuffle(order, std::mt19937(seed));
  order.resize(std::min(many, order.size()));
  std::vector<Bitmap> some;
  some.reserve(order.size());
  for (const std::size_t at : order) some.push_back(picture_at(at, wide));
  return some;
}

/// `strength` 1: 2 % scale, 24 px, 0.3 degrees.
Distortion random_distortion(std::mt19937& random, double strength) {
  constexpr double most_rotation = 0.00524;
  const auto within = [&](double most) { return uniform(random, -most, most) * strength; };
  return {.scale = 1 + within(0.02),
          .dx = within(24),
          .dy = within(24),
          .rotation = within(most_rotation),
          .light = static_cast<Light>(random() % 5),
          .noise = 4 * strength,
          .jpeg_quality = strength < 1 ? 90 : 85};
}

TEST(RegistrationTest, NominalScenesAlignToAQuarterOfAPixel) {
  std::mt19937 random(11);
  for (Bitmap& picture : pictures(11)) {
    const Rect target = random_target(picture, 0.3, random);
    const auto edit = static_cast<Edit>(random() % 4);
    const Scene scene =
        make_scene(std::move(picture), target, edit, random_distortion(random, 0.5), 11);
    const Registration result = registered(scene);
    EXPECT_LE(error_of(result, scene), 0.25) << "expected: " << result.corner_error;
    EXPECT_EQ(result.outcome, RegistrationOutcome::Aligned) << name_of(result.outcome);
    EXPECT_GT(result.confidence, 0.5);
  }
}

TEST(RegistrationTest, HardScenesAlignToHalfAPixel) {
  std::mt19937 random(12);
  for (Bitmap& picture : pictures(12, largest_width)) {
    const Rect target = random_target(picture, 0.5, random);
    const Scene scene =
        make_scene(std::move(picture), target, Edit::Object, random_distortion(random, 1), 12);
    EXPECT_LE(error_of(registered(scene), scene), 0.5);
  }
}

TEST(RegistrationTest, WhatDidNotMoveStays) {
  std::mt19937 random(13);
  for (Bitmap& picture : pictures(13)) {
    const Rect target = random_target(picture, 0.3, random);
    const Distortion photometry{
        .light = static_cast<Light>(random() % 5), .noise = 2, .jpeg_quality = 90};
    const Scene scene = make_scene(std::move(picture), target, Edit::Tint, photometry, 13);
    const Registration result = registered(scene);
    EXPECT_LE(error_of(result, scene), 0.05) << result.corner_error;
    EXPECT_EQ(result.outcome, RegistrationOutcome::AlreadyAligned);
    EXPECT_FALSE(result.used);
  }
}

TEST(RegistrationTest, AnotherPictureIsRecognized) {
  std::mt19937 random(14);
  const std::vector<Bitmap> all = pictures(14);
  int recognized = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    Scene scene{.target = random_target(all[at], 0.3, random)};
    scene.frame = all[at].clone();
    scene.reply = resize(all[(at + 1) % all.size()], usual_width, usual_height);
    const Registration result = registered(scene);
    EXPECT_FALSE(result.used);
    EXPECT_EQ(result.transform, plain_start(scene).start);
    recognized += result.outcome == RegistrationOutcome::Redrawn;
  }
  EXPECT_GE(recognized, 0.95 * static_cast<double>(all.size()));
}

TEST(RegistrationTest, AMirroredReplyIsNotWarped) {
  Scene scene{.target = {}};
  scene.frame = drawn(Motif::Foliage, usual_width, usual_height);
  scene.reply = scene.frame.clone();
  for (int y = 0; y < usual_height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(scene.reply.row(y));
    std::reverse(row, row + usual_width);
  }
  EXPECT_EQ(registered(scene).outcome, RegistrationOutcome::Redrawn);
}

TEST(RegistrationTest, APlainPictureHasNothingToGoBy) {
  Scene scene{.target = {100, 100, 200, 200}};
  scene.frame = Bitmap(usual_width, usual_height);
  std::ranges::fill(scene.frame.bytes(), std::uint8_t{255});
  scene.reply = drawn(Motif::Clouds, usual_width, usual_height);
  const Registration result = registered(scene);
  EXPECT_EQ(result.outcome, RegistrationOutcome::NoTexture);
  EXPECT_FALSE(result.used);
}

TEST(RegistrationTest, AReplyOfAnotherSizeAligns) {
  for (const double factor : {0.5, 0.8, 1.7, 2.0}) {
    Scene scene = make_scene(drawn(Motif::Clouds, usual_width, usual_height), {200, 100, 150, 150},
                             Edit::Object, {.scale = 1.01, .dx = 6, .dy = -4}, 17);
    scene.reply = resize(scene.reply, static_cast<int>(usual_width * factor),
                         static_cast<int>(usual_height * factor));
    scene.truth = compose(scaling(factor, factor), scene.truth);
    EXPECT_LE(error_of(registered(scene), scene) / factor, 0.25) << factor;
  }
}

TEST(RegistrationTest, UnevenScaleTakesTheAffineTransform) {
  const Bitmap wide = drawn(Motif::Foliage, usual_width, usual_height);
  Scene scene{.target = {0, 0, 100, 100}};
  scene.frame = wide.clone();
  scene.reply =
      crop(resize(wide, usual_width + 12, usual_height), {6, 0, usual_width, usual_height});
  scene.truth = compose(shift(-6, 0), scaling((usual_width + 12.0) / usual_width, 1));
  EXPECT_LE(error_of(registered(scene), scene), 0.25);
}

// Shrunk, a soft picture seems to say as surely where it lies as at full size, and says it worse.
TEST(RegistrationTest, ASoftPictureAlignsByItsEdges) {
  Bitmap dusk = photograph("dusk", 1280);
  constexpr int edge = 60;
  const Rect target{edge, edge, dusk.width() - 2 * edge, dusk.height() - 2 * edge};
  const Scene scene = make_scene(std::move(dusk), target, Edit::Removal,
                                 {.scale = 0.98,
                                  .dx = 24,
                                  .dy = 20,
                                  .rotation = -0.002,
                                  .light = Light::Desaturated,
                                  .noise = 3,
                                  .jpeg_quality = 85},
                                 11);
  EXPECT_LE(error_of(registered(scene), scene), 0.5);
}

TEST(RegistrationTest, LightThatBendsEdgesMovesNothing) {
  Bitmap facade = crop(photograph("facade", 1280), {486, 0, 454, 430});
  Scene scene =
      make_scene(std::move(facade), {120, 83, 219, 233}, Edit::Text, {.light = Light::Gamma}, 40);
  scene.target = {52, 6, 350, 372};
  EXPECT_FALSE(registered(scene).used);
}

TEST(RegistrationTest, UnevenScaleIsFollowedToItsEnd) {
  Bitmap drawing = crop(photograph("drawing", 1000), {17, 0, 979, 749});
  const Scene scene = make_scene(std::move(drawing), {225, 175, 450, 350}, Edit::Object,
                                 {.width = 900, .height = 700, .fit = scenes::Fit::Crop}, 2);
  EXPECT_LE(error_of(registered(scene), scene), 0.4);
}

TEST(RegistrationTest, ATargetThatIsEverythingIsNoHindrance) {
  const Scene scene =
      make_scene(drawn(Motif::Buildings, usual_width, usual_height), {150, 100, 250, 200},
                 Edit::Object, {.scale = 0.99, .dx = 9, .dy = 5, .noise = 2}, 19);
  RegistrationStart start = plain_start(scene);
  start.target = {0, 0, usual_width, usual_height};
  EXPECT_LE(error_of(register_reply(scene.frame, scene.reply, start), scene), 0.25);
}

TEST(RegistrationTest, WhatRepeatsIsNotTakenForItsNeighbor) {
  // Windows 36 px apart, and a reply that hardly moved: a step aside fits as well.
  Bitmap windows(900, 680);
  for (int y = 0; y < windows.height(); ++y)
    for (int x = 0; x < windows.width(); ++x) {
      const int shade = (x % 36 < 20 && y % 48 < 30 ? 60 : 170) + (x + y) / 40;
      std::fill_n(windows.row(y) + std::ptrdiff_t{x} * 4, 3, static_cast<std::uint8_t>(shade));
      windows.row(y)[x * 4 + 3] = 255;
    }
  const Scene scene = make_scene(std::move(windows), {200, 150, 500, 400}, Edit::Object,
                                 {.scale = 1.002, .dx = 3, .dy = -2, .noise = 2}, 23);
  EXPECT_LE(error_of(registered(scene), scene), 0.25);
}

TEST(RegistrationTest, PaddingAndTransparencyDoNotCount) {
  Scene scene = make_scene(drawn(Motif::Foliage, usual_width, usual_height), {200, 100, 120, 120},
                           Edit::Object, {.dx = 8, .dy = -6}, 20);
  const Bitmap other = drawn(Motif::Lines, usual_width, usual_height);
  for (int y = 0; y < usual_height; ++y) {
    std::copy_n(other.row(y), 160 * 4, scene.frame.row(y));
    for (int x = usual_width - 160; x < usual_width; ++x) scene.frame.row(y)[x * 4 + 3] = 0;
  }
  RegistrationStart start = plain_start(scene);
  start.real = {160, 0, usual_width - 160, usual_height};
  const Registration result = register_reply(scene.frame, scene.reply, start);
  EXPECT_LE(error_of(result, scene), 0.25);
  EXPECT_GT(result.confidence, 0.9);
}

TEST(RegistrationTest, TinyPicturesDoNoHarm) {
  for (const auto& [w, h] : {std::pair{1, 1}, {3, 200}, {17, 9}, {40, 40}}) {
    Scene scene{.target = {0, 0, 1, 1}};
    scene.frame = drawn(Motif::Clouds, w, h);
    scene.reply = resize(scene.frame, 2 * w, h);
    EXPECT_LE(error_of(registered(scene),
                       {.frame = scene.frame.clone(), .truth = plain_start(scene).start}),
              0.05 * 2);
  }
}

}  // namespace
}  // namespace wordbrush::precision
