// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/follow.h"

#include <gtest/gtest.h>

#include <random>

#include "host/fake_canvas.h"
#include "precision/resize.h"

namespace wordbrush::edit {
namespace {

using test::FakeCanvas;

/// Blotches, every one of another color.
pixels::Bitmap texture(int canvas_width, int canvas_height) {
  std::mt19937 random(5);
  pixels::Bitmap noise(canvas_width / 6, canvas_height / 6);
  for (std::uint8_t& value : noise.bytes()) value = static_cast<std::uint8_t>(random() & 255U);
  for (std::size_t at = 3; at < noise.size(); at += 4) noise.bytes()[at] = 255;
  return precision::resize(noise, canvas_width, canvas_height);
}

constexpr int canvas_width = 600;
constexpr int canvas_height = 420;
constexpr Rect found_target{300, 150, 80, 60};

class FindAgainTest : public testing::Test {
 protected:
  FindAgainTest() {
    canvas_.set_picture(texture(canvas_width, canvas_height));
    source_ = canvas_.look(host::Area::Layer).value();
    const Rect frame{found_target.x - 40, found_target.y - 40, found_target.width + 80,
                     found_target.height + 80};
    witness_ =
        make_witness(canvas_.read(source_, frame).value(), frame, source_.extents, found_target);
  }

  Rect found() {
    const auto whereabouts = find_again(canvas_, source_, witness_);
    if (!whereabouts) return {};
    is_sure_ = whereabouts->is_sure;
    orientation_ = whereabouts->movement.orientation;
    return follow(whereabouts->movement, found_target);
  }

  FakeCanvas canvas_{canvas_width, canvas_height};
  host::Source source_;
  Witness witness_;
  bool is_sure_ = false;
  pixels::Orientation orientation_;
};

TEST_F(FindAgainTest, WhatStayedIsWhereItWas) {
  EXPECT_EQ(found(), found_target);
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FollowsALayerThatWasMoved) {
  canvas_.move_layer(-31, 17);
  EXPECT_EQ(found(), moved(found_target, -31, 17));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FindsWhatIsLeftOfACrop) {
  canvas_.set_picture(precision::crop(texture(canvas_width, canvas_height), {141, 63, 350, 290}));
  EXPECT_EQ(found(), moved(found_target, -141, -63));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FollowsAnImageThatWasScaled) {
  canvas_.set_picture(
      precision::resize(texture(canvas_width, canvas_height), canvas_width / 2, canvas_height / 2));
  EXPECT_EQ(found(), (Rect{150, 75, 40, 30}));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FollowsEachTurn) {
  const struct {
    pixels::Orientation orientation;
    Rect expected;
  } turns[] = {
      {{true, true, false},
       {canvas_height - found_target.bottom(), found_target.x, found_target.height,
        found_target.width}},
      {{true, false, true},
       {found_target.y, canvas_width - found_target.right(), found_target.height,
        found_target.width}},
      {{false, true, true},
       {canvas_width - found_target.right(), canvas_height - found_target.bottom(),
        found_target.width, found_target.height}},
      {{false, true, false},
       {canvas_width - found_target.right(), found_target.y, found_target.width,
        found_target.height}},
  };
  for (const auto& turn : turns) {
    canvas_.set_picture(pixels::oriented(texture(canvas_width, canvas_height), turn.orientation));
    EXPECT_EQ(found(), turn.expected);
    EXPECT_EQ(orientation_, turn.orientation);
    EXPECT_TRUE(is_sure_);
  }
}

TEST_F(FindAgainTest, OtherColorsAreTheSamePixels) {
  auto darker = texture(canvas_width, canvas_height);
  for (std::size_t at = 0; at < darker.size(); ++at)
    if (at % 4 != 3) darker.bytes()[at] /= 2;
  canvas_.set_picture(std::move(darker));
  canvas_.move_layer(9, 9);
  EXPECT_EQ(found(), moved(found_target, 9, 9));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, WhatWasPaintedOverIsWhereItWas) {
  canvas_.paint({0, 0, canvas_width, canvas_height}, {90, 90, 90, 255});
  EXPECT_EQ(found(), found_target);
  EXPECT_TRUE(is_sure_) << "nothing has moved";
}

TEST_F(FindAgainTest, IsNotSureOfWhatIsGone) {
  canvas_.set_picture(pixels::oriented(texture(canvas_width, canvas_width), {}));
  canvas_.paint({0, 0, canvas_width, canvas_width}, {90, 90, 90, 255});
  EXPECT_EQ(found(), found_target);
  EXPECT_FALSE(is_sure_);
}

TEST_F(FindAgainTest, AClosedImageHasNoPlace) {
  canvas_.close();
  EXPECT_FALSE(find_again(canvas_, source_, witness_));
}

TEST(WhereaboutsTest, WarnsOfWhatCannotBeSeen) {
  const Whereabouts found{.is_sure = true, .canvas_width = 100, .canvas_height = 100};
  EXPECT_FALSE(warning_of(found, {90, 90, 20, 20}));
  EXPECT_EQ(warning_of(found, {100, 0, 20, 20}).value().name, "outside_canvas");
}

TEST(WhereaboutsTest, WarnsOfAGuess) {
  const Whereabouts found{.is_sure = false, .canvas_width = 100, .canvas_height = 100};
  EXPECT_EQ(warning_of(found, {0, 0, 20, 20}).value().name, "layer_changed");
}

}  // namespace
}  // namespace wordbrush::edit
