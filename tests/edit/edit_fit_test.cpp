// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "edit/prepared.h"
#include "host/fake_canvas.h"
#include "pixels/decode.h"
#include "pixels/encode.h"
#include "precision/resize.h"

namespace wordbrush::edit {
namespace {

using precision::ColorOutcome;
using test::FakeCanvas;

constexpr int texture_side = 320;
constexpr Rect fit_selection{110, 110, 100, 100};
const Request fit_request{.prompt = "a hat"};
const Treatment careful{.context = 1, .align = true, .match_colors = true, .only_changes = true};

pixels::Bitmap texture() {
  std::mt19937 random(11);
  pixels::Bitmap noise(texture_side / 8, texture_side / 8);
  for (std::uint8_t& value : noise.bytes())
    value = static_cast<std::uint8_t>(60 + (random() & 127U));
  for (std::size_t at = 3; at < noise.size(); at += 4) noise.bytes()[at] = 255;
  return precision::resize(noise, texture_side, texture_side);
}

/// Red more, blue less, by so many levels.
pixels::Bitmap warmed(pixels::Bitmap picture, int levels) {
  for (std::size_t at = 0; at < picture.size(); at += 4) {
    picture.bytes()[at] = static_cast<std::uint8_t>(picture.bytes()[at] + levels);
    picture.bytes()[at + 2] = static_cast<std::uint8_t>(picture.bytes()[at + 2] - levels);
  }
  return picture;
}

pixels::Bitmap grayed(pixels::Bitmap picture) {
  for (std::size_t at = 0; at < picture.size(); at += 4) {
    auto* const pixel = picture.bytes().data() + at;
    std::fill_n(pixel, 3, static_cast<std::uint8_t>((pixel[0] + pixel[1] + pixel[2]) / 3));
  }
  return picture;
}

/// A part of it faintly lighter, as cut off highlights are once their colors are matched.
pixels::Bitmap with_leftover(pixels::Bitmap picture) {
  for (int y = 40; y < 80; ++y)
    for (int x = 40; x < 80; ++x)
      for (int c = 0; c < 3; ++c)
        picture.row(y)[4 * x + c] = static_cast<std::uint8_t>(picture.row(y)[4 * x + c] + 18);
  return picture;
}

pixels::Bitmap with_disc(pixels::Bitmap picture) {
  for (int y = 140; y < 180; ++y)
    for (int x = 140; x < 180; ++x) picture.row(y)[4 * x + 1] = 250;
  return picture;
}

class EditFitTest : public testing::Test {
 protected:
  EditFitTest() { canvas_.set_picture(texture()); }

  /// What becomes of an answer, which is as large as what was sent.
  Fitted fitted(const pixels::Bitmap& answer) {
    const auto prepared = prepare_edit(canvas_, fit_request, careful, "some-model").value();
    const Rect& frame = prepared.frame;
    auto fitted = prepared.fit(precision::crop(answer, frame)).value();
    return fitted.again ? fitted.again(precision::crop(answer, frame)) : std::move(fitted);
  }

  static bool has(const Fitted& fitted, precision::Warning warning) {
    return std::ranges::contains(fitted.report.warnings, warning);
  }

  FakeCanvas canvas_{texture_side, texture_side};
};

TEST_F(EditFitTest, AChangeIsKeptInTheColorsOfBefore) {
  canvas_.select(fit_selection);
  const auto result = fitted(with_disc(warmed(texture(), 8)));
  ASSERT_TRUE(result.report.colors);
  EXPECT_EQ(result.report.colors->outcome, ColorOutcome::Matched);
  EXPECT_EQ(result.mask.row(50)[50], 255) << "what was painted";
  EXPECT_EQ(result.mask.row(5)[5], 0) << "what was not";
  EXPECT_NEAR(result.pixels.row(5)[20], texture().row(115)[std::ptrdiff_t{4} * 115], 2)
      << "its red";
}

TEST_F(EditFitTest, WhereOnlyColorsChangedTheyWereTheEdit) {
  canvas_.select(fit_selection);
  const auto result = fitted(warmed(texture(), 8));
  EXPECT_EQ(std::ranges::count(result.mask.values, 255), 100 * 100);
  EXPECT_EQ(result.pixels.row(5)[20], texture().row(115)[std::ptrdiff_t{4} * 115] + 8);
  EXPECT_TRUE(has(result, precision::Warning::ColorsNotMatched));
  EXPECT_FALSE(has(result, precision::Warning::NothingChanged));
  EXPECT_EQ(result.report.colors.value().outcome, ColorOutcome::Relight);
}

TEST_F(EditFitTest, WithoutASelectionColorsAloneAreTheEditToo) {
  const auto result = fitted(warmed(texture(), 8));
  EXPECT_TRUE(result.mask.empty());
  EXPECT_EQ(result.pixels.row(5)[20], texture().row(5)[20] + 8);
  EXPECT_TRUE(has(result, precision::Warning::ColorsNotMatched));
  EXPECT_FALSE(has(result, precision::Warning::NothingChanged));
}

TEST_F(EditFitTest, WithoutASelectionFaintLeftoversAreNoOtherEdit) {
  const auto result = fitted(with_leftover(warmed(texture(), 8)));
  EXPECT_TRUE(result.mask.empty());
  EXPECT_EQ(result.pixels.row(5)[20], texture().row(5)[20] + 8);
}

TEST_F(EditFitTest, WithoutASelectionBlackAndWhiteStaysSo) {
  const auto result = fitted(grayed(texture()));
  EXPECT_TRUE(result.mask.empty());
  const auto* const pixel = result.pixels.row(160) + std::ptrdiff_t{4} * 160;
  EXPECT_EQ(pixel[0], pixel[1]);
  EXPECT_EQ(pixel[1], pixel[2]);
}

TEST_F(EditFitTest, WithoutASelectionAThingLosesItsCast) {
  const auto result = fitted(with_disc(warmed(texture(), 8)));
  ASSERT_FALSE(result.mask.empty());
  EXPECT_EQ(result.mask.row(160)[160], 255);
  EXPECT_NEAR(result.pixels.row(5)[20], texture().row(5)[20], 2);
}

TEST_F(EditFitTest, WhereNothingChangedTheOriginalIsKept) {
  canvas_.select(fit_selection);
  const auto result = fitted(texture());
  EXPECT_EQ(std::ranges::count(result.mask.values, 0), 100 * 100);
  EXPECT_TRUE(has(result, precision::Warning::NothingChanged));
}

TEST_F(EditFitTest, AChangeBesideTheSelectionIsNoneWithin) {
  pixels::Mask corner(fit_selection.width, fit_selection.height);
  for (int y = 0; y < 20; ++y) std::fill_n(corner.row(y), 20, std::uint8_t{255});
  corner.row(99)[99] = 255;
  canvas_.select(fit_selection, corner);
  const auto result = fitted(with_disc(texture()));
  EXPECT_EQ(std::ranges::count(result.mask.values, 0), 100 * 100);
  EXPECT_TRUE(has(result, precision::Warning::NothingChanged));
}

TEST_F(EditFitTest, WithoutASelectionWhatCannotBeToldApartIsKeptWhole) {
  auto faint = texture();
  for (std::size_t at = 0; at < faint.size(); at += 8) faint.bytes()[at] += 3;
  const auto result = fitted(faint);
  EXPECT_TRUE(result.mask.empty());
  EXPECT_TRUE(has(result, precision::Warning::NothingChanged));
}

TEST_F(EditFitTest, WithoutASelectionTheVeryPictureThatWasSentChangesNothing) {
  const auto jpeg = pixels::encode_jpeg(texture(), 95);
  for (const bool is_jpeg : {false, true}) {
    const auto result = fitted(is_jpeg ? pixels::decode(jpeg).value() : texture());
    EXPECT_EQ(std::ranges::count(result.mask.values, 0), texture_side * texture_side);
    EXPECT_TRUE(has(result, precision::Warning::NothingChanged));
  }
}

TEST_F(EditFitTest, WithoutASelectionAChangeOfAllIsNoNews) {
  auto inverted = texture();
  for (std::size_t at = 0; at < inverted.size(); ++at)
    if (at % 4 != 3) inverted.bytes()[at] = static_cast<std::uint8_t>(255 - inverted.bytes()[at]);
  const auto result = fitted(inverted);
  EXPECT_TRUE(result.mask.empty());
  EXPECT_TRUE(result.report.warnings.empty());
}

TEST_F(EditFitTest, WithoutASelectionOneChangeIsStillMasked) {
  const auto result = fitted(with_disc(texture()));
  ASSERT_FALSE(result.mask.empty());
  EXPECT_EQ(result.mask.row(160)[160], 255);
  EXPECT_EQ(result.mask.row(20)[20], 0);
}

}  // namespace
}  // namespace wordbrush::edit
