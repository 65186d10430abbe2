// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <ostream>
#include <random>
#include <string>

#include "precision/bring_back.h"
#include "precision/comparison.h"
#include "precision/lay.h"
#include "precision/resize.h"
#include "precision/scene.h"

namespace wordbrush::precision {
namespace {

using pixels::Bitmap;

constexpr int sent_width = 400;
constexpr int sent_height = 300;
constexpr Rect asked_target{117, 75, 158, 142};

Bitmap filled_opaque(int w, int h, std::uint8_t value) {
  Bitmap bitmap(w, h);
  std::ranges::fill(bitmap.bytes(), value);
  for (std::size_t at = 3; at < bitmap.size(); at += 4) bitmap.bytes()[at] = 255;
  return bitmap;
}

Bitmap mirrored(const Bitmap& picture) {
  Bitmap result = picture.clone();
  for (int y = 0; y < result.height(); ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(result.row(y));
    std::reverse(row, row + result.width());
  }
  return result;
}

Bitmap another(int w, int h) {
  return drawn(Motif::Clouds, w, h);
}

/// An answer that cannot be aligned: what it is, and how it must lie.
struct BadAnswer {
  const char* name;
  std::function<Bitmap(const Bitmap& frame)> make;
  Placement placement;
  Warning warning = Warning::Redrawn;

  friend void PrintTo(const BadAnswer& answer, std::ostream* out) { *out << answer.name; }
};

/// The rule that bring_back.h states, written anew.
Affine ruled(const Bitmap& reply, Placement placement) {
  const double x = static_cast<double>(reply.width()) / sent_width;
  const double y = static_cast<double>(reply.height()) / sent_height;
  if (placement == Placement::Frame) return {x, 0, 0, 0, y, 0};
  const double scale = std::min(x, y);
  return {scale, 0,     (reply.width() - scale * sent_width) / 2,
          0,     scale, (reply.height() - scale * sent_height) / 2};
}

FramePlan plan() {
  return {.frame = {0, 0, sent_width, sent_height},
          .target = asked_target,
          .upload_width = sent_width,
          .upload_height = sent_height};
}

class HonestFailureTest : public testing::TestWithParam<BadAnswer> {};

TEST_P(HonestFailureTest, LiesByTheRuleAndIsSaid) {
  for (const Motif motif : {Motif::Foliage, Motif::Buildings}) {
    const Bitmap frame = drawn(motif, sent_width, sent_height);
    const Bitmap reply = GetParam().make(frame);
    const Patch patch = bring_back(reply.clone(), plan(), &frame, {});
    EXPECT_EQ(name_of(patch.report.placement), name_of(GetParam().placement));
    ASSERT_TRUE(patch.report.registration);
    EXPECT_FALSE(patch.report.registration->used);
    EXPECT_TRUE(std::ranges::contains(patch.report.warnings, GetParam().warning));
    EXPECT_EQ(std::ranges::contains(patch.report.warnings, Warning::OtherRatio),
              GetParam().placement != Placement::Frame);
    const Affine rule =
        compose(ruled(reply, GetParam().placement), shift(asked_target.x, asked_target.y));
    const Bitmap expected = lay(reply, rule, asked_target.width, asked_target.height);
    EXPECT_TRUE(std::ranges::equal(patch.pixels.bytes(), expected.bytes())) << "warped";
    EXPECT_FALSE(patch.change) << "no part of it is the frame's";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Answers, HonestFailureTest,
    testing::Values(
        BadAnswer{"AnotherPicture", [](const Bitmap&) { return another(sent_width, sent_height); },
                  Placement::Frame},
        BadAnswer{"AnotherPictureOfAnotherRatio",
                  [](const Bitmap&) { return another(sent_height, sent_height); },
                  Placement::Letterbox},
        BadAnswer{"Mirrored", mirrored, Placement::Frame},
        BadAnswer{"Blank",
                  [](const Bitmap&) { return filled_opaque(sent_width, sent_height, 200); },
                  Placement::Frame},
        BadAnswer{"BlankSquare", [](const Bitmap&) { return filled_opaque(512, 512, 0); },
                  Placement::Letterbox},
        BadAnswer{"OnePixel", [](const Bitmap&) { return filled_opaque(1, 1, 90); },
                  Placement::Letterbox},
        BadAnswer{"Strip", [](const Bitmap&) { return another(900, 3); }, Placement::Letterbox},
        BadAnswer{"GiantAnotherPicture",
                  [](const Bitmap&) {
                    return resize(another(sent_width, sent_height), 4 * sent_width,
                                  4 * sent_height);
                  },
                  Placement::Frame}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(HonestFailureTest, AGiantEchoIsTheFrame) {
  const Bitmap frame = drawn(Motif::Foliage, sent_width, sent_height);
  const Patch patch =
      bring_back(resize(frame, 5 * sent_width, 5 * sent_height), plan(), &frame, {});
  EXPECT_EQ(name_of(patch.report.registration->outcome),
            name_of(RegistrationOutcome::AlreadyAligned));
  EXPECT_TRUE(std::ranges::contains(patch.report.warnings, Warning::NothingChanged));
}

TEST(HonestFailureTest, ATinyEchoIsSaidToBeCoarse) {
  const Bitmap frame = drawn(Motif::Foliage, sent_width, sent_height);
  const Patch patch = bring_back(resize(frame, 16, 12), plan(), &frame, {});
  EXPECT_FALSE(patch.report.registration->used);
  EXPECT_TRUE(std::ranges::contains(patch.report.warnings, Warning::Coarse));
}

TEST(HonestFailureTest, AThinAnswerIsNeverWarpedToStripes) {
  Bitmap blinds = filled_opaque(sent_width, sent_height, 255);
  for (int y = 0; y < sent_height; ++y)
    for (int x = 0; x < sent_width; ++x)
      std::fill_n(blinds.row(y) + std::ptrdiff_t{x} * 4, 3,
                  static_cast<std::uint8_t>(255 * scenes::hashed(0, y / 6, 9)));
  for (const int thin : {1, 2, 5, 20, 26}) {
    const Patch patch = bring_back(resize(blinds, thin, 900), plan(), &blinds, {});
    EXPECT_NE(patch.report.registration->outcome, RegistrationOutcome::Aligned) << thin;
    EXPECT_EQ(patch.pixels.width(), asked_target.width);
  }
}

}  // namespace
}  // namespace wordbrush::precision
