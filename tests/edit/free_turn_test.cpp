// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/free_turn.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>

#include "edit/follow.h"
#include "host/fake_canvas.h"
#include "precision/lay.h"
#include "precision/locate_turned.h"
#include "scenes/motif.h"
#include "scenes/noise.h"

namespace wordbrush::edit {
namespace {

using precision::Affine;
using precision::Point;
using test::FakeCanvas;

constexpr double degree = std::numbers::pi / 180;

/// A picture, turned about its middle as GIMP does it: on a layer that holds all of it.
struct Turned {
  Affine truth;  ///< from the canvas as it was
  Rect place;
  pixels::Bitmap picture;
};

Affine turned_about(Point middle, double angle) {
  return compose(precision::shift(middle.x, middle.y),
                 compose(precision::turning(angle), precision::shift(-middle.x, -middle.y)));
}

Turned turned(const pixels::Bitmap& picture, double angle) {
  const Rect whole{0, 0, picture.width(), picture.height()};
  const Affine truth = turned_about({whole.width / 2.0, whole.height / 2.0}, angle);
  host::NewLayer layer{.place = whole, .pixels = picture.clone()};
  follow(truth, layer);
  return {truth, layer.place, std::move(layer.pixels)};
}

class FreeTurnTest : public testing::Test {
 protected:
  void freeze(pixels::Bitmap picture, const Rect& target, int context) {
    target_ = target;
    picture_ = std::move(picture);
    canvas_.set_picture(picture_.clone());
    canvas_.move_layer(0, 0);
    source_ = canvas_.look(host::Area::Layer).value();
    const Rect frame{target.x - context, target.y - context, target.width + (2 * context),
                     target.height + (2 * context)};
    witness_ = make_witness(canvas_.read(source_, frame).value(), frame, source_.extents, target);
  }

  void turn(double angle, int dx = 0, int dy = 0) {
    Turned layer = turned(picture_, angle);
    canvas_.set_picture(std::move(layer.picture));
    canvas_.move_layer(layer.place.x + dx, layer.place.y + dy);
    truth_ = compose(precision::shift(dx, dy), layer.truth);
  }

  /// How far a corner of the target is off, in pixels.
  double error() {
    found_ = find_again(canvas_, source_, witness_);
    if (!found_ || !found_->turn) return 1000;
    const Affine to_canvas = precision::shift(target_.x, target_.y);
    return worst_corner(compose(*found_->turn, to_canvas), compose(truth_, to_canvas),
                        target_.width, target_.height);
  }

  FakeCanvas canvas_{10, 10};
  host::Source source_;
  Rect target_;
  pixels::Bitmap picture_;
  Witness witness_;
  Affine truth_;
  std::optional<Whereabouts> found_;
};

class FreeTurnOfMotif : public FreeTurnTest, public testing::WithParamInterface<scenes::Motif> {};

/// Blue sky has nothing to go by.
bool is_plain(scenes::Motif motif) {
  return motif == scenes::Motif::Sky;
}

TEST_P(FreeTurnOfMotif, IsFollowedToAPixelOrNotAtAll) {
  std::mt19937 random(17 + static_cast<unsigned>(GetParam()));
  for (int i = 0; i < 2; ++i) {
    freeze(scenes::make_picture(GetParam(), 480, 400, random() % 1000), {160, 190, 180, 130}, 40);
    const double angle = scenes::uniform(random, 1, 45) * (random() % 2 == 0 ? 1 : -1);
    turn(angle * degree, 13, -40);
    const double away = error();
    EXPECT_EQ(found_->is_sure, found_->turn.has_value());
    EXPECT_TRUE(away < 1 || (is_plain(GetParam()) && !found_->turn)) << angle << ": " << away;
  }
}

INSTANTIATE_TEST_SUITE_P(Motifs, FreeTurnOfMotif, testing::ValuesIn(scenes::all_motifs),
                         [](const auto& test) {
                           return std::to_string(static_cast<int>(test.param));
                         });

TEST_F(FreeTurnTest, IsFollowedByAnyAngleWhateverTheSize) {
  struct Turning {
    int width, height;
    double angle;
  };
  for (const auto& [width, height, angle] :
       {Turning{400, 400, -179}, Turning{400, 400, 45}, Turning{600, 200, -44},
        Turning{600, 200, 155}, Turning{900, 640, 2}}) {
    freeze(scenes::make_picture(scenes::Motif::Clouds, width, height, 3),
           {width / 8, height / 3, width / 2, height / 3}, 30);
    turn(angle * degree);
    EXPECT_LT(error(), 1) << width << " x " << height << ", " << angle;
  }
}

TEST_F(FreeTurnTest, IsFollowedWhereTheSizeDoesNotTell) {
  std::mt19937 random(4);
  for (const double angle : {-30.0, 8.0, 100.0}) {
    freeze(scenes::make_picture(scenes::Motif::Foliage, 500, 400, random() % 1000),
           {150, 120, 160, 120}, 60);
    Turned layer = turned(picture_, angle * degree);
    truth_ = layer.truth;
    // GIMP's rotate tool may cut the layer to the size it had.
    const Rect cut{-layer.place.x, -layer.place.y, 500, 400};
    canvas_.set_picture(precision::lay(layer.picture, precision::shift(cut.x, cut.y), 500, 400));
    canvas_.move_layer(0, 0);
    EXPECT_LT(error(), 1) << angle;
  }
}

TEST_F(FreeTurnTest, WhatRepeatsIsNotTakenForItsLike) {
  pixels::Bitmap tiles(500, 400);
  for (int y = 0; y < 400; ++y)
    for (int x = 0; x < 500; ++x) {
      const bool is_dark = (x / 12 + y / 12) % 2 == 0;
      std::fill_n(tiles.row(y) + (std::ptrdiff_t{4} * x), 3, std::uint8_t(is_dark ? 40 : 200));
      tiles.row(y)[(4 * x) + 3] = 255;
    }
  freeze(std::move(tiles), {150, 120, 160, 120}, 60);
  Turned layer = turned(picture_, 20 * degree);
  canvas_.set_picture(precision::lay(layer.picture, precision::shift(60, 70), 450, 410));
  error();
  EXPECT_FALSE(found_->turn);
  EXPECT_FALSE(found_->is_sure);
}

TEST_F(FreeTurnTest, WhatRepeatsFarApartIsNotTakenForItsLike) {
  const auto tile = scenes::make_picture(scenes::Motif::Foliage, 70, 70, 9);
  pixels::Bitmap tiles(490, 420);
  for (int y = 0; y < 420; ++y)
    for (int x = 0; x < 490; ++x)
      std::copy_n(tile.row(y % 70) + (std::ptrdiff_t{4} * (x % 70)), 4,
                  tiles.row(y) + (std::ptrdiff_t{4} * x));
  freeze(std::move(tiles), {190, 160, 100, 80}, 10);
  Turned layer = turned(picture_, 20 * degree);
  canvas_.set_picture(precision::lay(layer.picture, precision::shift(60, 70), 450, 410));
  error();
  EXPECT_FALSE(found_->turn);
}

TEST_F(FreeTurnTest, AMotifOfTwoLikeHalvesMayBeEither) {
  auto picture = scenes::make_picture(scenes::Motif::Foliage, 480, 360, 8);
  for (int y = 0; y < 180; ++y)
    for (int x = 0; x < 480; ++x)
      std::copy_n(picture.row(y) + (std::ptrdiff_t{4} * x), 4,
                  picture.row(359 - y) + (std::ptrdiff_t{4} * (479 - x)));
  freeze(std::move(picture), {170, 120, 140, 120}, 40);
  turn(20 * degree);
  error();
  EXPECT_FALSE(found_->turn);
  EXPECT_FALSE(found_->is_sure);
}

TEST_F(FreeTurnTest, WhatIsGoneIsNotFound) {
  using enum scenes::Motif;
  std::mt19937 random(5);
  for (const scenes::Motif motif : {Clouds, Foliage, Lines, Night}) {
    freeze(scenes::make_picture(motif, 320, 260, random() % 1000), {100, 80, 100, 80}, 40);
    picture_ = scenes::make_picture(motif, 320, 260, 5000 + random() % 1000);
    turn(20 * degree);
    error();
    EXPECT_FALSE(found_->turn) << static_cast<int>(motif);
  }
}

TEST(FollowTurnTest, TheMaskGoesAlongAndAllowsNoMore) {
  const Rect place{10, 20, 60, 40};
  const auto laid = [&](std::uint8_t value) {
    host::NewLayer layer{
        .place = place, .pixels = pixels::Bitmap(60, 40), .mask = pixels::Mask(60, 40, value)};
    std::ranges::fill(layer.pixels.bytes(), std::uint8_t{255});
    layer.mask.row(0)[0] = 0;
    follow(turned_about({40, 40}, 30 * degree), layer);
    return layer;
  };
  const auto weak = laid(100);
  const auto strong = laid(200);
  EXPECT_EQ(weak.place, (Rect{4, 7, 72, 66}));
  ASSERT_EQ(weak.mask.values.size(), strong.mask.values.size());
  for (std::size_t at = 0; at < weak.mask.values.size(); ++at) {
    EXPECT_LE(weak.mask.values[at], strong.mask.values[at]);
    EXPECT_LE(weak.mask.values[at], 100);
  }
  EXPECT_EQ(weak.mask.row(33)[36], 100) << "the middle stays";
  EXPECT_EQ(weak.mask.row(0)[0], 0);
  EXPECT_EQ(weak.pixels.row(33)[(4 * 36) + 3], 255);
}

TEST(FollowTurnTest, WithoutAMaskThePixelsEndSoftly) {
  host::NewLayer layer{.place = {0, 0, 60, 40}, .pixels = pixels::Bitmap(60, 40)};
  std::ranges::fill(layer.pixels.bytes(), std::uint8_t{255});
  follow(turned_about({30, 20}, 30 * degree), layer);
  EXPECT_TRUE(layer.mask.empty());
  double area = 0;
  for (std::size_t at = 3; at < layer.pixels.size(); at += 4) area += layer.pixels.bytes()[at];
  EXPECT_NEAR(area / 255, 60 * 40, 20);
  EXPECT_EQ(layer.pixels.row(0)[3], 0);
}

TEST(PossibleTurnsTest, HoldTheOneThatWas) {
  std::mt19937 random(6);
  for (int i = 0; i < 200; ++i) {
    const Rect before{0, 0, 20 + static_cast<int>(random() % 8000),
                      20 + static_cast<int>(random() % 8000)};
    const double angle = scenes::uniform(random, -std::numbers::pi, std::numbers::pi);
    const double c = std::abs(std::cos(angle));
    const double s = std::abs(std::sin(angle));
    const Rect now{0, 0, static_cast<int>(std::ceil(before.width * c + before.height * s)),
                   static_cast<int>(std::ceil(before.width * s + before.height * c))};
    const auto turns = possible_turns(before, now, 0.02);
    EXPECT_TRUE(std::ranges::any_of(turns, [&](double t) { return std::abs(t - angle) <= 0.021; }))
        << before.width << " x " << before.height << " by " << angle;
  }
}

TEST(PossibleTurnsTest, AreNoneForWhatWasScaled) {
  EXPECT_TRUE(possible_turns({0, 0, 100, 80}, {0, 0, 50, 40}, 0.02).empty());
  EXPECT_TRUE(possible_turns({0, 0, 100, 80}, {0, 0, 200, 160}, 0.02).empty());
}

}  // namespace
}  // namespace wordbrush::edit
