// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/change_mask.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "precision/painted_over.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

Scene still_scene(Motif motif, Edit edit, unsigned seed) {
  return make_scene(drawn(motif, changed_width, changed_height), {220, 140, 220, 180}, edit,
                    {.noise = 2, .jpeg_quality = 85}, seed);
}

/// 255 outside of `area` and a few pixels around it.
pixels::Mask outside_of(const Rect& area) {
  constexpr int margin = 6;
  pixels::Mask mask(changed_width, changed_height, 255);
  for (int y = area.y - margin; y < area.bottom() + margin; ++y)
    std::fill_n(mask.row(y) + area.x - margin, area.width + 2 * margin, std::uint8_t{0});
  return mask;
}

struct Score {
  double kept = 0;    ///< of the pixels without an edit
  double missed = 0;  ///< of the pixels with a visible one
};

Score score(const ChangeMask& found, const Scene& scene) {
  double untouched = 0;
  double kept = 0;
  double edited = 0;
  double missed = 0;
  for (std::size_t at = 0; at < found.mask.values.size(); ++at) {
    int difference = 0;
    for (std::size_t c = 0; c < 3; ++c)
      difference = std::max(
          difference, std::abs(scene.frame.bytes()[at * 4 + c] - scene.wanted.bytes()[at * 4 + c]));
    if (scene.edited.values[at] == 0) {
      untouched += 1;
      kept += found.mask.values[at] == 0;
    } else if (difference > 12) {
      edited += 1;
      missed += found.mask.values[at] < 255;
    }
  }
  return {kept / untouched, edited > 0 ? missed / edited : 0};
}

TEST(ChangeMaskTest, KeepsWhatIsUntouchedAndMissesNoEdit) {
  Edit edit = Edit::Object;
  for (const Motif motif : all_motifs) {
    const Scene scene = still_scene(motif, edit, 41);
    const ChangeMask found = find_changes(scene.frame, scene.reply, {.target = scene.target});
    const Score result = score(found, scene);
    EXPECT_GE(result.kept, 0.99) << static_cast<int>(motif);
    EXPECT_LE(result.missed, 0.001) << static_cast<int>(motif);
    EXPECT_EQ(found.outcome, ChangeOutcome::Found);
    edit = edit == Edit::Object ? Edit::Tint : Edit::Object;
  }
}

TEST(ChangeMaskTest, NoiseAndJpegAreNoChange) {
  for (const Motif motif : all_motifs) {
    const Scene scene = still_scene(motif, Edit::None, 41);
    const ChangeMask found = find_changes(scene.frame, scene.reply, {.target = scene.target});
    EXPECT_GE(score(found, scene).kept, 0.99) << static_cast<int>(motif);
  }
}

TEST(ChangeMaskTest, TheSamePictureHasNoChange) {
  const Bitmap picture = drawn(Motif::Foliage, changed_width, changed_height);
  const ChangeMask found = find_changes(
      picture, picture, {.target = {0, 0, changed_width, changed_height}, .sensitivity = 1});
  EXPECT_EQ(found.outcome, ChangeOutcome::Nothing);
  EXPECT_TRUE(std::ranges::all_of(found.mask.values, [](int v) { return v == 0; }));
}

TEST(ChangeMaskTest, AnotherPictureIsMostlyChanged) {
  const ChangeMask found = find_changes(drawn(Motif::Clouds, changed_width, changed_height),
                                        drawn(Motif::Lines, changed_width, changed_height),
                                        {.target = {50, 50, 300, 300}});
  EXPECT_EQ(found.outcome, ChangeOutcome::MostlyChanged);
}

TEST(ChangeMaskTest, TheShareIsThatOfWhatMayChange) {
  constexpr Rect target{200, 100, 200, 200};
  const Bitmap picture = drawn(Motif::Foliage, changed_width, changed_height);
  Bitmap striped = picture.clone();
  pixels::Mask selection(changed_width, changed_height);
  for (int y = 100; y < 300; ++y) {
    std::fill_n(selection.row(y) + 260, 80, std::uint8_t{100});
    std::fill_n(striped.row(y) + std::ptrdiff_t{260} * 4, 80 * 4, std::uint8_t{255});
  }
  const ChangeMask found =
      find_changes(picture, striped, {.target = target, .selection = &selection});
  EXPECT_GT(found.changed_share, 0.98);
  EXPECT_EQ(found.outcome, ChangeOutcome::MostlyChanged);
  EXPECT_LT(find_changes(picture, striped, {.target = target}).changed_share, 0.5);
}

TEST(ChangeMaskTest, SensitivityKeepsSmallerSpecks) {
  const Bitmap picture = drawn(Motif::Sky, changed_width, changed_height);
  Bitmap spotted = picture.clone();
  for (int y = 200; y < 203; ++y)
    std::fill_n(spotted.row(y) + std::ptrdiff_t{300} * 4, 2 * 4, std::uint8_t{255});
  const auto outcome = [&](double sensitivity) {
    return find_changes(picture, spotted,
                        {.target = {200, 100, 200, 200}, .sensitivity = sensitivity})
        .outcome;
  };
  EXPECT_EQ(outcome(0), ChangeOutcome::Nothing);
  EXPECT_EQ(outcome(1), ChangeOutcome::Found);
}

TEST(ChangeMaskTest, SensitivityRevealsFaintChanges) {
  const Bitmap picture = drawn(Motif::Clouds, changed_width, changed_height);
  Bitmap faint = picture.clone();
  for (int y = 150; y < 300; ++y)
    for (int x = 200; x < 400; ++x)
      faint.row(y)[std::ptrdiff_t{x} * 4] =
          static_cast<std::uint8_t>(std::min(255, faint.row(y)[std::ptrdiff_t{x} * 4] + 5));
  const auto share = [&](double sensitivity) {
    return find_changes(picture, faint,
                        {.target = {150, 100, 300, 250}, .sensitivity = sensitivity})
        .changed_share;
  };
  EXPECT_LT(share(0), 0.01);
  EXPECT_GT(share(1), 0.3);
}

TEST(ChangeMaskTest, NoisySurroundingsRaiseTheThreshold) {
  const Bitmap picture = drawn(Motif::Sky, changed_width, changed_height);
  const Scene noisy =
      make_scene(picture.clone(), {220, 140, 220, 180}, Edit::Object, {.noise = 12}, 47);
  const pixels::Mask counts(changed_width, changed_height, 255);
  const double unaware = find_changes(noisy.frame, noisy.reply, {.target = noisy.target}).threshold;
  const ChangeMask aware =
      find_changes(noisy.frame, noisy.reply, {.target = noisy.target, .counts = &counts});
  EXPECT_GT(aware.threshold, unaware);
  EXPECT_GE(score(aware, noisy).kept, 0.95);
}

double distance_to_middle(int x, int y) {
  return std::hypot(x - 300, y - 200);
}

TEST(ChangeMaskTest, WhatShowsThroughAnObjectStaysThePictures) {
  const Bitmap picture = drawn(Motif::Foliage, changed_width, changed_height);
  const Bitmap ring = painted_over(picture, [](int x, int y) {
    return distance_to_middle(x, y) > 25 && distance_to_middle(x, y) < 40;
  });
  const ChangeMask found = find_changes(picture, ring, {.target = {200, 100, 200, 200}});
  EXPECT_EQ(found.mask.row(200)[300], 0);
  EXPECT_EQ(found.mask.row(200)[332], 255);
}

TEST(ChangeMaskTest, ColorsMetByChanceAreNoHolesOfAnObject) {
  const Bitmap picture = drawn(Motif::Foliage, changed_width, changed_height);
  const Bitmap disk = painted_over(picture, [](int x, int y) {
    return distance_to_middle(x, y) < 40 && (x % 10 > 2 || y % 10 > 2);
  });
  const ChangeMask found = find_changes(picture, disk, {.target = {200, 100, 200, 200}});
  for (int y = 175; y < 225; ++y)
    for (int x = 275; x < 325; ++x) ASSERT_EQ(found.mask.row(y)[x], 255) << x << ' ' << y;
}

TEST(ChangeMaskTest, EndsWithinTwoPixelsOfTheChange) {
  const Bitmap picture = drawn(Motif::Foliage, changed_width, changed_height);
  const Bitmap box = painted_over(
      picture, [](int x, int y) { return x >= 200 && x < 300 && y >= 150 && y < 250; });
  const ChangeMask found = find_changes(picture, box, {.target = {150, 100, 250, 250}});
  EXPECT_EQ(found.mask.row(200)[200], 255);
  EXPECT_EQ(found.mask.row(200)[299], 255);
  EXPECT_EQ(found.mask.row(200)[200 - 3], 0);
  EXPECT_EQ(found.mask.row(200)[300 + 2], 0);
}

TEST(ChangeMaskTest, BlocksBesideAChangeAreNone) {
  const Rect target{220, 140, 220, 180};
  const pixels::Mask counts = outside_of(target);
  const Scene scene = make_scene(drawn(Motif::Sky, changed_width, changed_height), target,
                                 Edit::Object, {.jpeg_quality = 85}, 55);
  const ChangeMask found =
      find_changes(scene.frame, scene.reply, {.target = target, .counts = &counts});
  const Score result = score(found, scene);
  EXPECT_GE(result.kept, 0.994);
  EXPECT_EQ(result.missed, 0);
}

TEST(ChangeMaskTest, GrainThatGaveWayIsAChange) {
  const Rect area{220, 140, 220, 180};
  const pixels::Mask counts = outside_of(area);
  Bitmap grainy(changed_width, changed_height);
  Bitmap smooth(changed_width, changed_height);
  for (int y = 0; y < changed_height; ++y)
    for (int x = 0; x < changed_width; ++x)
      for (int c = 0; c < 4; ++c) {
        const int level =
            c == 3 ? 255 : 20 + static_cast<int>(48 * scenes::smooth_noise(x / 2.0, y / 2.0, 52));
        const bool is_edited = c < 3 && !intersection(area, {x, y, 1, 1}).empty();
        grainy.row(y)[x * 4 + c] = static_cast<std::uint8_t>(level);
        smooth.row(y)[x * 4 + c] = static_cast<std::uint8_t>(is_edited ? 44 : level);
      }
  const ChangeMask found = find_changes(grainy, smooth, {.target = area, .counts = &counts});
  long missed = 0;
  for (int y = area.y; y < area.bottom(); ++y)
    for (int x = area.x; x < area.right(); ++x) missed += found.mask.row(y)[x] < 128;
  EXPECT_LE(missed, area.width * area.height / 50);
}

TEST(ChangeMaskTest, ASoftShadowEndsSoftly) {
  const Bitmap picture = drawn(Motif::Clouds, changed_width, changed_height);
  Bitmap shadowed = picture.clone();
  const auto shadow = [](int x, int y) {
    return 70 * std::exp(-std::pow(distance_to_middle(x, y) / 60, 2));
  };
  for (int y = 0; y < changed_height; ++y)
    for (int x = 0; x < changed_width; ++x)
      for (int c = 0; c < 3; ++c)
        shadowed.row(y)[x * 4 + c] = static_cast<std::uint8_t>(
            std::max(0.0, std::round(picture.row(y)[x * 4 + c] - shadow(x, y))));
  const ChangeMask found = find_changes(picture, shadowed, {.target = {100, 0, 400, 400}});
  double steepest = 0;
  for (int x = 101; x < 500; ++x)
    steepest = std::max(steepest, std::abs(found.mask.row(200)[x] * shadow(x, 200) -
                                           found.mask.row(200)[x - 1] * shadow(x - 1, 200)));
  constexpr double steepest_of_the_shadow = 1.01;  // levels from pixel to pixel
  EXPECT_EQ(found.mask.row(200)[300], 255);
  EXPECT_LE(steepest / 255, 2 * steepest_of_the_shadow);
}

TEST(ChangeMaskTest, NoiseIsNoChangeHoweverFaintOnesAreLookedFor) {
  const Rect target{220, 140, 220, 180};
  const pixels::Mask counts = outside_of(target);
  const Scene scene = make_scene(drawn(Motif::Sky, changed_width, changed_height), target,
                                 Edit::None, {.noise = 8, .jpeg_quality = 85}, 56);
  const ChangeMask found = find_changes(scene.frame, scene.reply,
                                        {.target = target, .counts = &counts, .sensitivity = 1});
  EXPECT_EQ(found.outcome, ChangeOutcome::Nothing);
}

TEST(ChangeMaskTest, FewEdgesTellNothingOfHowFarEdgesLieApart) {
  const Rect target{60, 60, 520, 360};
  Bitmap framed = drawn(Motif::Foliage, changed_width, changed_height);
  for (int y = 0; y < changed_height; ++y)
    for (int x = 0; x < changed_width; ++x)
      if (intersection(target, {x, y, 1, 1}).empty())
        std::fill_n(framed.row(y) + std::ptrdiff_t{x} * 4, 3, std::uint8_t{128});
  const pixels::Mask counts = outside_of(target);
  const Scene scene = make_scene(std::move(framed), target, Edit::None, {.dx = 0.3}, 57);
  const ChangeMask found =
      find_changes(scene.frame, scene.reply, {.target = target, .counts = &counts});
  EXPECT_LE(found.changed_share, 0.01);
}

TEST(ChangeMaskTest, TheEndOfTheReplyIsNoChange) {
  const Bitmap picture = drawn(Motif::Lines, changed_width, changed_height);
  Bitmap reply = picture.clone();
  for (int y = 0; y < changed_height; ++y) std::fill_n(reply.row(y), 30 * 4, std::uint8_t{0});
  EXPECT_EQ(find_changes(picture, reply, {.target = {0, 0, changed_width, changed_height}}).outcome,
            ChangeOutcome::Nothing);
}

TEST(ChangeMaskTest, SharpSurroundingsLetFaintMarksOnALineBeSeen) {
  const Rect area{220, 140, 220, 180};
  const pixels::Mask counts = outside_of(area);
  const Bitmap lines = drawn(Motif::Lines, changed_width, changed_height);
  Bitmap marked = lines.clone();
  for (int y = area.y + 40; y < area.y + 100; ++y)
    for (int x = area.x + 40; x < area.x + 160; ++x)
      for (int c = 0; c < 3; ++c) {
        auto& level = marked.row(y)[x * 4 + c];
        level = static_cast<std::uint8_t>(level - level / 10);
      }
  const ChangeMask found = find_changes(lines, marked, {.target = area, .counts = &counts});
  long missed = 0;
  for (int y = area.y + 42; y < area.y + 98; ++y)
    for (int x = area.x + 42; x < area.x + 158; ++x)
      missed += lines.row(y)[std::ptrdiff_t{x} * 4] > 128 && found.mask.row(y)[x] < 128;
  EXPECT_EQ(missed, 0);
}

}  // namespace
}  // namespace wordbrush::precision
