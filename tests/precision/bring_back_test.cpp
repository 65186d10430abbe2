// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/bring_back.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "precision/comparison.h"
#include "precision/lay.h"
#include "precision/resize.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

constexpr BringBackOptions plainly{.align = false, .match_colors = false, .only_changes = false};

bool warns(const Patch& patch, Warning warning) {
  return std::ranges::contains(patch.report.warnings, warning);
}

/// Both ways on a canvas: what is sent, and a reply that is just that.
struct Round {
  Bitmap canvas;
  FramePlan plan;
  Bitmap sent;

  Round(Bitmap picture, const FrameRequest& request)
      : canvas(std::move(picture)), plan(*plan_frame(request)) {
    const Rect whole{0, 0, canvas.width(), canvas.height()};
    const Bitmap framed = extend_edges(crop(canvas, intersection(plan.frame, whole)), plan.padding);
    sent = resize(framed, plan.upload_width, plan.upload_height);
  }
};

TEST(BringBackTest, AReplyOfTheTargetsSizeIsHandedOn) {
  FramePlan plan{.frame = {7, 9, usual_width, usual_height},
                 .target = {7, 9, usual_width, usual_height},
                 .upload_width = usual_width,
                 .upload_height = usual_height};
  Bitmap reply = drawn(Motif::Clouds, usual_width, usual_height);
  const std::uint8_t* pixels = reply.row(0);
  const Patch patch = bring_back(std::move(reply), plan, nullptr, plainly);
  EXPECT_EQ(patch.pixels.row(0), pixels) << "moved, not copied";
  EXPECT_FALSE(patch.change);
  EXPECT_TRUE(patch.report.warnings.empty());
}

TEST(BringBackTest, PlainlyItIsACrop) {
  const Scene scene = make_scene(drawn(Motif::Clouds, usual_width, usual_height),
                                 {31, 42, 200, 150}, Edit::Object, {}, 51);
  const Patch patch = bring_back(scene.reply.clone(), plan_of(scene), nullptr, plainly);
  EXPECT_TRUE(same(patch.pixels, crop(scene.reply, scene.target)));
}

TEST(BringBackTest, AnEchoChangesNothing) {
  for (const char* model : {"", "gemini-2.5-flash-image", "gpt-image-1"}) {
    const Round round(drawn(Motif::Foliage, 900, 500), {.canvas_width = 900,
                                                        .canvas_height = 500,
                                                        .target = {500, 300, 300, 200},
                                                        .sizes = sizes_of(model),
                                                        .max_side = 400});
    const Patch patch = bring_back(round.sent.clone(), round.plan, &round.sent, {});
    ASSERT_TRUE(patch.change);
    EXPECT_EQ(patch.change->width, 300);
    EXPECT_EQ(patch.pixels.height(), 200);
    EXPECT_TRUE(std::ranges::all_of(patch.change->values, [](int v) { return v == 0; }));
    EXPECT_TRUE(warns(patch, Warning::NothingChanged));
    EXPECT_FALSE(patch.report.registration->used);
  }
}

TEST(BringBackTest, AnEchoAtAnotherSizeLiesWhereItWas) {
  const Round round(drawn(Motif::Clouds, 800, 600),
                    {.canvas_width = 800, .canvas_height = 600, .target = {100, 350, 300, 200}});
  const Bitmap original = crop(round.canvas, round.plan.target);
  for (const double factor : {0.7, 1.3, 2.0}) {
    const int w = static_cast<int>(round.plan.upload_width * factor);
    const int h = static_cast<int>(round.plan.upload_height * factor);
    const Patch patch = bring_back(resize(round.sent, w, h), round.plan, &round.sent, {});
    EXPECT_LE(mean_distance(patch.pixels, original), 1.5) << factor;
    EXPECT_EQ(warns(patch, Warning::Coarse), factor < 0.95) << factor;
  }
}

TEST(BringBackTest, ADistortedReplyComesBackInPlace) {
  std::mt19937 random(54);
  for (const Motif motif : {Motif::Clouds, Motif::Foliage, Motif::Buildings, Motif::Grain}) {
    const Scene scene =
        make_scene(drawn(motif, usual_width, usual_height), {140, 100, 250, 200}, Edit::Object,
                   {.scale = uniform(random, 0.985, 1.015),
                    .dx = uniform(random, -15, 15),
                    .dy = uniform(random, -15, 15),
                    .light = Light::Gain,
                    .noise = 1.5,
                    .jpeg_quality = 92},
                   54);
    const Patch patch = bring_back(scene.reply.clone(), plan_of(scene), &scene.frame, {});
    EXPECT_TRUE(patch.report.registration->used);
    EXPECT_TRUE(patch.report.colors->used());
    EXPECT_LE(seam(patch.pixels, scene), 1.5);
    ASSERT_TRUE(patch.change);
    EXPECT_NEAR(*patch.report.changed_share, 0.53, 0.12);
    EXPECT_TRUE(patch.report.warnings.empty());
  }
}

TEST(BringBackTest, AnAlmostOpaqueReplyComesBackAsAnOpaqueOne) {
  Scene scene = make_scene(drawn(Motif::Foliage, usual_width, usual_height), {140, 100, 250, 200},
                           Edit::Object, {.light = Light::Gain}, 61);
  for (std::size_t at = 3; at < scene.reply.size(); at += 4) scene.reply.bytes()[at] = 254;
  const Patch patch = bring_back(scene.reply.clone(), plan_of(scene), &scene.frame, {});
  EXPECT_TRUE(patch.report.colors->used());
  ASSERT_TRUE(patch.change);
  EXPECT_NEAR(*patch.report.changed_share, 0.53, 0.12);
}

TEST(BringBackTest, AllOfTheSelectionMayChangeWhereItsBoxDoesNot) {
  const Scene scene = make_scene(drawn(Motif::Foliage, usual_width, usual_height),
                                 {140, 100, 100, 200}, Edit::Object, {}, 62);
  FramePlan plan = plan_of(scene);
  plan.target = {140, 100, 250, 200};
  pixels::Mask selection(plan.target.width, plan.target.height);
  for (int y = 40; y < 160; ++y) std::fill_n(selection.row(y) + 30, 40, std::uint8_t{255});
  const Patch patch =
      bring_back(scene.reply.clone(), plan, &scene.frame, {.selection = &selection});
  EXPECT_GT(*patch.report.changed_share, 0.99);
  EXPECT_TRUE(warns(patch, Warning::MostlyChanged));
}

TEST(BringBackTest, OtherLightIsKeptWhereDarknessHidesItToo) {
  Bitmap half_dark = drawn(Motif::Sky, usual_width, usual_height);
  for (int y = 0; y < usual_height; ++y)
    for (int x = 0; x < usual_width / 2; ++x)
      for (int c = 0; c < 3; ++c) half_dark.row(y)[x * 4 + c] = 2;
  const Scene scene =
      make_scene(std::move(half_dark), {60, 40, 440, 340}, Edit::None, Distortion{}, 58);
  Bitmap dusk = scene.reply.clone();
  for (std::size_t at = 0; at < dusk.size(); ++at)
    if (at % 4 != 3) dusk.bytes()[at] /= 2;
  const Patch patch = bring_back(std::move(dusk), plan_of(scene), &scene.frame, {});
  ASSERT_EQ(patch.report.colors->outcome, ColorOutcome::Relight);
  EXPECT_LT(*patch.report.changed_share, 0.8);
  EXPECT_FALSE(patch.change);
  EXPECT_TRUE(warns(patch, Warning::MostlyChanged));
}

TEST(BringBackTest, ALightThatTheReplyCutOffIsNoChange) {
  Bitmap bright = drawn(Motif::Sky, usual_width, usual_height);
  for (int y = 60; y < 140; ++y)
    for (int x = 100; x < 400; ++x)
      std::fill_n(bright.row(y) + std::ptrdiff_t{x} * 4, 2,
                  static_cast<std::uint8_t>(246 + y % 10));
  const Scene scene = make_scene(std::move(bright), {80, 40, 400, 300}, Edit::None,
                                 {.light = Light::Gain, .jpeg_quality = 95}, 57);
  const Patch patch = bring_back(scene.reply.clone(), plan_of(scene), &scene.frame, {});
  ASSERT_TRUE(patch.change);
  EXPECT_TRUE(std::ranges::all_of(patch.change->values, [](int v) { return v == 0; }));
}

TEST(BringBackTest, WhatIsNotAskedForIsNotDone) {
  const Scene scene = make_scene(drawn(Motif::Clouds, usual_width, usual_height),
                                 {140, 100, 250, 200}, Edit::Object, {.dx = 5}, 55);
  const FramePlan plan = plan_of(scene);
  const Patch plain = bring_back(scene.reply.clone(), plan, &scene.frame, plainly);
  EXPECT_FALSE(plain.report.registration);
  EXPECT_FALSE(plain.report.colors);
  EXPECT_FALSE(plain.report.changed_share);
  EXPECT_FALSE(plain.change);
  EXPECT_TRUE(same(plain.pixels, crop(scene.reply, scene.target)));
}

TEST(BringBackTest, ARedrawnReplyIsPlacedAsItCame) {
  const Scene scene = make_scene(drawn(Motif::Foliage, usual_width, usual_height),
                                 {100, 100, 200, 200}, Edit::None, {}, 56);
  const Bitmap redrawn = drawn(Motif::Clouds, usual_width, usual_height);
  const Patch patch = bring_back(redrawn.clone(), plan_of(scene), &scene.frame, {});
  EXPECT_TRUE(warns(patch, Warning::Redrawn));
  EXPECT_FALSE(patch.change);
  EXPECT_TRUE(same(patch.pixels, crop(redrawn, scene.target)));
}

class BringBackRatioTest : public testing::TestWithParam<Placement> {
 protected:
  /// A square reply, made of the frame as the placement says.
  static Bitmap square_of(const Bitmap& frame) {
    switch (GetParam()) {
      case Placement::Crop:
        return crop(frame, {(usual_width - usual_height) / 2, 0, usual_height, usual_height});
      case Placement::Stretch:
        return resize(frame, usual_height, usual_height);
      default:
        break;
    }
    Bitmap square(usual_width, usual_width);
    std::ranges::fill(square.bytes(), std::uint8_t{255});
    for (int y = 0; y < usual_height; ++y)
      std::copy_n(frame.row(y), frame.stride(), square.row(y + (usual_width - usual_height) / 2));
    return square;
  }
};

TEST_P(BringBackRatioTest, AnotherRatioIsRecognizedByWhatItShows) {
  const Scene scene = make_scene(drawn(Motif::Clouds, usual_width, usual_height),
                                 {200, 130, 120, 120}, Edit::Object, {}, 58);
  const Patch patch = bring_back(square_of(scene.wanted), plan_of(scene), &scene.frame, {});
  EXPECT_EQ(name_of(patch.report.placement), name_of(GetParam()));
  EXPECT_TRUE(warns(patch, Warning::OtherRatio));
  EXPECT_LE(mean_distance(patch.pixels, crop(scene.wanted, scene.target)), 1.5);
}

INSTANTIATE_TEST_SUITE_P(Placements, BringBackRatioTest,
                         testing::Values(Placement::Letterbox, Placement::Crop, Placement::Stretch),
                         [](const auto& test) { return std::string(name_of(test.param)); });

// Smooth pictures fit in several places, after a move; the reply came right without one.
TEST(BringBackTest, ASmoothPictureThatWasStretchedIsNotMoved) {
  for (const std::string name : {"dusk", "bridge"}) {
    const Bitmap picture = photograph(name, 640);
    const Rect target{picture.width() / 9, picture.height() / 9, picture.width() * 7 / 9,
                      picture.height() * 7 / 9};
    for (const double stretch : {0.9, 0.95, 1.05, 1.1}) {
      const Scene scene = make_scene(picture.clone(), target, Edit::Object, {}, 60);
      const int tall = static_cast<int>(std::lround(picture.height() * stretch));
      const Patch patch = bring_back(resize(scene.wanted, picture.width(), tall), plan_of(scene),
                                     &scene.frame, {.match_colors = false, .only_changes = false});
      SCOPED_TRACE(name + ", stretched " + std::to_string(stretch));
      EXPECT_EQ(name_of(patch.report.placement), name_of(Placement::Stretch));
      EXPECT_LE(mean_distance(patch.pixels, crop(scene.wanted, scene.target)), 1.5);
    }
  }
}

TEST(BringBackTest, WhatTheReplyDoesNotCoverIsTransparent) {
  Scene scene = make_scene(drawn(Motif::Clouds, usual_width, usual_height), {0, 100, 300, 200},
                           Edit::Object, {.dx = -12}, 59);
  const Patch patch = bring_back(std::move(scene.reply), plan_of(scene), &scene.frame, {});
  EXPECT_TRUE(warns(patch, Warning::PartlyCovered));
  EXPECT_EQ(patch.pixels.row(50)[3], 0);
  EXPECT_EQ(patch.pixels.row(50)[20 * 4 + 3], 255);
}

TEST(LayTest, ThinPicturesShrinkToo) {
  for (const int side : {1, 2, 3, 4, 5})
    for (const double density : {1.12, 1.2, 1.33, 3.0}) {
      const Bitmap laid = lay(Bitmap(side, 40), scaling(density, density), 30, 30);
      EXPECT_EQ(laid.width(), 30) << side << " at " << density;
    }
}

TEST(LayTest, ShrinksAsResizeDoes) {
  const Bitmap picture = drawn(Motif::Grain, 400, 300);
  EXPECT_TRUE(same(lay(picture, scaling(2, 2), 200, 150), resize(picture, 200, 150)));
}

}  // namespace
}  // namespace wordbrush::precision
