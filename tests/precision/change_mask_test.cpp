// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/change_mask.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

constexpr int width = 640;
constexpr int height = 480;

Scene still_scene(Motif motif, Edit edit, unsigned seed) {
  return make_scene(drawn(motif, width, height), {220, 140, 220, 180}, edit,
                    {.noise = 2, .jpeg_quality = 85}, seed);
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
    EXPECT_GE(result.kept, 0.985) << static_cast<int>(motif);
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
  const Bitmap picture = drawn(Motif::Foliage, width, height);
  const ChangeMask found =
      find_changes(picture, picture, {.target = {0, 0, width, height}, .sensitivity = 1});
  EXPECT_EQ(found.outcome, ChangeOutcome::Nothing);
  EXPECT_TRUE(std::ranges::all_of(found.mask.values, [](int v) { return v == 0; }));
}

TEST(ChangeMaskTest, AnotherPictureIsMostlyChanged) {
  const ChangeMask found =
      find_changes(drawn(Motif::Clouds, width, height), drawn(Motif::Lines, width, height),
                   {.target = {50, 50, 300, 300}});
  EXPECT_EQ(found.outcome, ChangeOutcome::MostlyChanged);
}

TEST(ChangeMaskTest, SensitivityRevealsFaintChanges) {
  const Bitmap picture = drawn(Motif::Clouds, width, height);
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
  const Bitmap picture = drawn(Motif::Sky, width, height);
  const Scene noisy =
      make_scene(picture.clone(), {220, 140, 220, 180}, Edit::Object, {.noise = 12}, 47);
  const pixels::Mask counts(width, height, 255);
  const double unaware = find_changes(noisy.frame, noisy.reply, {.target = noisy.target}).threshold;
  const ChangeMask aware =
      find_changes(noisy.frame, noisy.reply, {.target = noisy.target, .counts = &counts});
  EXPECT_GT(aware.threshold, unaware);
  EXPECT_GE(score(aware, noisy).kept, 0.95);
}

/// `picture` with the pixels painted that `is_painted` says.
template <class IsPainted>
Bitmap painted_over(const Bitmap& picture, IsPainted is_painted) {
  Bitmap edited = picture.clone();
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      if (is_painted(x, y))
        std::fill_n(edited.row(y) + std::ptrdiff_t{x} * 4, 3, std::uint8_t{250});
  return edited;
}

TEST(ChangeMaskTest, AHoleOfTheBackgroundsColorIsPartOfTheObject) {
  const Bitmap picture = drawn(Motif::Foliage, width, height);
  const Bitmap ring = painted_over(picture, [](int x, int y) {
    const double radius = std::hypot(x - 300, y - 200);
    return radius > 25 && radius < 40;
  });
  const ChangeMask found = find_changes(picture, ring, {.target = {200, 100, 200, 200}});
  EXPECT_EQ(found.mask.row(200)[300], 255);
  EXPECT_EQ(found.mask.row(200)[370], 0);
}

TEST(ChangeMaskTest, GrowsAFewPixelsAndNoFurther) {
  const Bitmap picture = drawn(Motif::Foliage, width, height);
  const Bitmap box = painted_over(
      picture, [](int x, int y) { return x >= 200 && x < 300 && y >= 150 && y < 250; });
  const ChangeMask found = find_changes(picture, box, {.target = {150, 100, 250, 250}});
  EXPECT_EQ(found.mask.row(200)[200 - 1], 255);
  EXPECT_EQ(found.mask.row(200)[300], 255);
  EXPECT_EQ(found.mask.row(200)[200 - 7], 0);
  EXPECT_EQ(found.mask.row(200)[300 + 6], 0);
}

TEST(ChangeMaskTest, TransparentPixelsOfTheReplyAreUnchanged) {
  const Bitmap picture = drawn(Motif::Clouds, width, height);
  Bitmap reply = drawn(Motif::Lines, width, height);
  for (std::size_t at = 3; at < reply.size(); at += 4) reply.bytes()[at] = 0;
  EXPECT_EQ(find_changes(picture, reply, {.target = {0, 0, width, height}}).outcome,
            ChangeOutcome::Nothing);
}

}  // namespace
}  // namespace wordbrush::precision
