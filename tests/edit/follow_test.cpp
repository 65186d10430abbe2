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
pixels::Bitmap texture(int width, int height) {
  std::mt19937 random(5);
  pixels::Bitmap noise(width / 6, height / 6);
  for (std::uint8_t& value : noise.bytes()) value = static_cast<std::uint8_t>(random() & 255U);
  for (std::size_t at = 3; at < noise.size(); at += 4) noise.bytes()[at] = 255;
  return precision::resize(noise, width, height);
}

constexpr int width = 600;
constexpr int height = 420;
constexpr Rect target{300, 150, 80, 60};

class FindAgainTest : public testing::Test {
 protected:
  FindAgainTest() {
    canvas_.set_picture(texture(width, height));
    source_ = canvas_.look(host::Area::Layer).value();
    const Rect frame{target.x - 40, target.y - 40, target.width + 80, target.height + 80};
    witness_ = make_witness(canvas_.read(source_, frame).value(), frame, source_.extents, target);
  }

  Rect found() {
    const auto whereabouts = find_again(canvas_, source_, witness_);
    if (!whereabouts) return {};
    is_sure_ = whereabouts->is_sure;
    orientation_ = whereabouts->movement.orientation;
    return follow(whereabouts->movement, target);
  }

  FakeCanvas canvas_{width, height};
  host::Source source_;
  Witness witness_;
  bool is_sure_ = false;
  pixels::Orientation orientation_;
};

TEST_F(FindAgainTest, WhatStayedIsWhereItWas) {
  EXPECT_EQ(found(), target);
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FollowsALayerThatWasMoved) {
  canvas_.move_layer(-31, 17);
  EXPECT_EQ(found(), moved(target, -31, 17));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FindsWhatIsLeftOfACrop) {
  canvas_.set_picture(precision::crop(texture(width, height), {141, 63, 350, 290}));
  EXPECT_EQ(found(), moved(target, -141, -63));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FollowsAnImageThatWasScaled) {
  canvas_.set_picture(precision::resize(texture(width, height), width / 2, height / 2));
  EXPECT_EQ(found(), (Rect{150, 75, 40, 30}));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, FollowsEachTurn) {
  const struct {
    pixels::Orientation orientation;
    Rect expected;
  } turns[] = {
      {{true, true, false}, {height - target.bottom(), target.x, target.height, target.width}},
      {{true, false, true}, {target.y, width - target.right(), target.height, target.width}},
      {{false, true, true},
       {width - target.right(), height - target.bottom(), target.width, target.height}},
      {{false, true, false}, {width - target.right(), target.y, target.width, target.height}},
  };
  for (const auto& turn : turns) {
    canvas_.set_picture(pixels::oriented(texture(width, height), turn.orientation));
    EXPECT_EQ(found(), turn.expected);
    EXPECT_EQ(orientation_, turn.orientation);
    EXPECT_TRUE(is_sure_);
  }
}

TEST_F(FindAgainTest, OtherColorsAreTheSamePixels) {
  auto darker = texture(width, height);
  for (std::size_t at = 0; at < darker.size(); ++at)
    if (at % 4 != 3) darker.bytes()[at] /= 2;
  canvas_.set_picture(std::move(darker));
  canvas_.move_layer(9, 9);
  EXPECT_EQ(found(), moved(target, 9, 9));
  EXPECT_TRUE(is_sure_);
}

TEST_F(FindAgainTest, WhatWasPaintedOverIsWhereItWas) {
  canvas_.paint({0, 0, width, height}, {90, 90, 90, 255});
  EXPECT_EQ(found(), target);
  EXPECT_TRUE(is_sure_) << "nothing has moved";
}

TEST_F(FindAgainTest, IsNotSureOfWhatIsGone) {
  canvas_.set_picture(pixels::oriented(texture(width, width), {}));
  canvas_.paint({0, 0, width, width}, {90, 90, 90, 255});
  EXPECT_EQ(found(), target);
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
