// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wordbrush::model {
namespace {

using pixels::Bitmap;

/// Every pixel its own colour, alpha too.
Bitmap ramp(int width, int height) {
  Bitmap bitmap(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      auto* const pixel = bitmap.row(y) + std::ptrdiff_t{x} * Bitmap::channels;
      pixel[0] = static_cast<std::uint8_t>(x * 3);
      pixel[1] = static_cast<std::uint8_t>(y * 5);
      pixel[2] = static_cast<std::uint8_t>(x ^ y);
      pixel[3] = static_cast<std::uint8_t>(255 - x);
    }
  return bitmap;
}

std::array<int, 4> pixel_at(const Bitmap& bitmap, int x, int y) {
  const auto* const pixel = bitmap.row(y) + std::ptrdiff_t{x} * Bitmap::channels;
  return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

bool inside(const Rect& area, int x, int y) {
  return x >= area.x && y >= area.y && x < area.right() && y < area.bottom();
}

struct EditCase {
  const char* name;
  EditKind edit;
};

Bitmap edited_by(EditKind edit, const Bitmap& picture) {
  return edited(Scenario{.edit = edit}, picture);
}

class EditTest : public testing::TestWithParam<std::tuple<EditCase, Size>> {
 protected:
  const Scenario scenario_{.edit = std::get<0>(GetParam()).edit};
  const Size size_ = std::get<1>(GetParam());
  const Bitmap before_ = ramp(size_.width, size_.height);
  const Bitmap after_ = edited(scenario_, before_);
};

TEST_P(EditTest, KeepsTheSizeAndTheAlpha) {
  ASSERT_EQ(after_.width(), size_.width);
  ASSERT_EQ(after_.height(), size_.height);
  for (int y = 0; y < size_.height; ++y)
    for (int x = 0; x < size_.width; ++x)
      ASSERT_EQ(pixel_at(after_, x, y)[3], pixel_at(before_, x, y)[3]) << x << ',' << y;
}

TEST_P(EditTest, ChangesOnlyItsArea) {
  const Rect area = changed_area(scenario_, size_);
  bool changed = false;
  for (int y = 0; y < size_.height; ++y)
    for (int x = 0; x < size_.width; ++x) {
      const bool same = pixel_at(after_, x, y) == pixel_at(before_, x, y);
      changed |= !same;
      ASSERT_TRUE(same || inside(area, x, y)) << x << ',' << y;
    }
  EXPECT_EQ(changed, scenario_.edit != EditKind::NoOp);
}

INSTANTIATE_TEST_SUITE_P(Edits, EditTest,
                         testing::Combine(testing::Values(EditCase{"NoOp", EditKind::NoOp},
                                                          EditCase{"Invert", EditKind::Invert},
                                                          EditCase{"Tint", EditKind::Tint},
                                                          EditCase{"Object", EditKind::Object},
                                                          EditCase{"Removal", EditKind::Removal},
                                                          EditCase{"Text", EditKind::Text},
                                                          EditCase{"Redden", EditKind::Redden},
                                                          EditCase{"Relight", EditKind::Relight}),
                                          testing::Values(Size{64, 40}, Size{31, 57})),
                         [](const auto& tested) {
                           const auto& size = std::get<Size>(tested.param);
                           return std::get<EditCase>(tested.param).name +
                                  std::to_string(size.width) + "x" + std::to_string(size.height);
                         });

TEST(EditsTest, TwoInversionsAreTheOriginal) {
  const auto before = ramp(20, 10);
  const auto twice = edited_by(EditKind::Invert, edited_by(EditKind::Invert, before));
  EXPECT_TRUE(std::ranges::equal(twice.bytes(), before.bytes()));
}

TEST(EditsTest, ColoursAreExact) {
  const auto before = painted({0, 100, 255}, {2, 2});
  EXPECT_EQ(pixel_at(edited_by(EditKind::Invert, before), 1, 1), (std::array{255, 155, 0, 255}));
  EXPECT_EQ(pixel_at(edited_by(EditKind::Tint, before), 1, 1), (std::array{127, 114, 127, 255}));
}

TEST(EditsTest, TheObjectStandsInTheArea) {
  const auto before = ramp(64, 40);
  const auto middle = edited_by(EditKind::Object, before);
  EXPECT_NE(pixel_at(middle, 32, 20), pixel_at(before, 32, 20));
  EXPECT_EQ(pixel_at(middle, 5, 5), pixel_at(before, 5, 5));
  const auto corner = edited(Scenario{.edit = EditKind::Object, .area = {0, 0, 20, 20}}, before);
  EXPECT_EQ(pixel_at(corner, 32, 20), pixel_at(before, 32, 20));
  EXPECT_NE(pixel_at(corner, 5, 4), pixel_at(before, 5, 4));
}

TEST(EditsTest, RemovalContinuesWhatIsAround) {
  // A ramp along x is what stood left and right of the disc, so removing changes nothing.
  Bitmap before(64, 64);
  for (int y = 0; y < 64; ++y)
    for (int x = 0; x < 64; ++x)
      std::fill_n(before.row(y) + std::ptrdiff_t{x} * Bitmap::channels, Bitmap::channels,
                  static_cast<std::uint8_t>(x * 2));
  EXPECT_TRUE(std::ranges::equal(edited_by(EditKind::Removal, before).bytes(), before.bytes()));
}

TEST(EditsTest, EveryEditWorksOnOnePixel) {
  for (const auto edit : {EditKind::NoOp, EditKind::Invert, EditKind::Tint, EditKind::Object,
                          EditKind::Removal, EditKind::Text, EditKind::Redden, EditKind::Relight})
    EXPECT_EQ(edited_by(edit, ramp(1, 1)).size(), 4u);
}

TEST(ResizedTest, HasTheSizeAndKeepsAPlainColour) {
  for (const Size size : {Size{10, 10}, Size{64, 8}, Size{300, 200}}) {
    const auto result = resized(painted({10, 20, 30}, {64, 64}), size);
    ASSERT_EQ(result.width(), size.width);
    ASSERT_EQ(result.height(), size.height);
    EXPECT_EQ(pixel_at(result, size.width / 2, size.height / 2), (std::array{10, 20, 30, 255}));
  }
}

TEST(ResizedTest, TheSameSizeIsTheSamePicture) {
  const auto before = ramp(33, 21);
  EXPECT_TRUE(std::ranges::equal(resized(before, {33, 21}).bytes(), before.bytes()));
}

TEST(ColorOfTest, DependsOnTheWordsAlone) {
  EXPECT_EQ(color_of("a red barn"), color_of(std::string("a red ") + "barn"));
  EXPECT_NE(color_of("a red barn"), color_of("a blue barn"));
}

}  // namespace
}  // namespace wordbrush::model
