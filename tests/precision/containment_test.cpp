// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/containment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace wordbrush::precision {
namespace {

using pixels::Mask;

/// Selections of every kind: hard, soft, islands, holes, single pixels, touching
/// the borders, everything and nothing.
class RandomSelections {
 public:
  explicit RandomSelections(unsigned seed) : random_(seed) {}

  Mask next() {
    Mask mask(between(1, 60), between(1, 60));
    switch (between(0, 5)) {
      case 0:
        break;
      case 1:
        std::ranges::fill(mask.values, 255);
        break;
      case 2:
        pixel(mask) = 255;
        break;
      default:
        add_shapes(mask);
    }
    return mask;
  }

  Mask values_like(const Mask& shape) {
    Mask mask(shape.width, shape.height);
    for (auto& value : mask.values) value = static_cast<std::uint8_t>(between(0, 255));
    return mask;
  }

  int between(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }

 private:
  std::uint8_t& pixel(Mask& mask) {
    return mask.row(between(0, mask.height - 1))[between(0, mask.width - 1)];
  }

  void add_shapes(Mask& mask) {
    for (int shapes = between(1, 6); shapes > 0; --shapes) {
      const int cx = between(-5, mask.width + 5);
      const int cy = between(-5, mask.height + 5);
      const int radius = between(1, 25);
      const int softness = between(0, 2) == 0 ? between(1, 20) : 0;
      const bool hole = between(0, 2) == 0;
      for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
          const double depth = radius - std::hypot(x - cx, y - cy);
          if (depth < 0) continue;
          const double value = softness == 0 ? 255 : std::min(255.0, 255 * depth / softness);
          std::uint8_t& at = mask.row(y)[x];
          at = hole ? static_cast<std::uint8_t>(at * (255 - value) / 255)
                    : std::max(at, static_cast<std::uint8_t>(value));
        }
    }
  }

  std::mt19937 random_;
};

/// From (x, y) to the edge of the nearest unselected pixel, beyond the mask too.
double depth_at(const Mask& mask, int x, int y) {
  double nearest = std::min({x + 1, y + 1, mask.width - x, mask.height - y});
  for (int v = 0; v < mask.height; ++v)
    for (int u = 0; u < mask.width; ++u)
      if (mask.row(v)[u] == 0) nearest = std::min(nearest, std::hypot(u - x, v - y));
  return nearest - 0.5;
}

TEST(ContainmentPropertyTest, NeverExceedsTheSelection) {
  RandomSelections masks(1);
  for (int i = 0; i < 500; ++i) {
    const Mask selection = masks.next();
    const Mask change = masks.values_like(selection);
    const bool changed = masks.between(0, 1) == 1;
    const PictureEnds ends{masks.between(0, 1) == 1, masks.between(0, 1) == 1,
                           masks.between(0, 1) == 1, masks.between(0, 1) == 1};
    const Mask result =
        contain(selection, changed ? &change : nullptr, masks.between(0, 40), 0, ends);
    ASSERT_EQ(result.values.size(), selection.values.size());
    for (std::size_t at = 0; at < result.values.size(); ++at) {
      ASSERT_LE(result.values[at], selection.values[at]) << "mask " << i;
      if (changed) {
        ASSERT_LE(result.values[at], change.values[at]) << "mask " << i;
      }
    }
  }
}

TEST(ContainmentPropertyTest, DeeperThanTheFeatherItIsTheSelection) {
  RandomSelections masks(2);
  for (int i = 0; i < 60; ++i) {
    const Mask selection = masks.next();
    const int feather = masks.between(1, 12);
    const Mask result = contain(selection, nullptr, feather, 0);
    for (int y = 0; y < selection.height; ++y)
      for (int x = 0; x < selection.width; ++x) {
        const int value = selection.row(y)[x];
        if (value == 0) continue;
        const double depth = depth_at(selection, x, y);
        if (depth >= feather) {
          ASSERT_EQ(result.row(y)[x], value) << "mask " << i;
        }
        if (value == 255 && depth < feather * 0.8) {
          ASSERT_LT(result.row(y)[x], 255);
        }
      }
  }
}

TEST(ContainmentPropertyTest, SpillReachesItsWidthAndNoFurther) {
  RandomSelections masks(3);
  for (int i = 0; i < 60; ++i) {
    const Mask selection = masks.next();
    const int spill = masks.between(1, 12);
    const Mask result = contain(selection, nullptr, masks.between(0, 8), spill);
    for (int y = 0; y < selection.height; ++y)
      for (int x = 0; x < selection.width; ++x) {
        double nearest = std::numeric_limits<double>::max();
        for (int v = 0; v < selection.height; ++v)
          for (int u = 0; u < selection.width; ++u)
            if (selection.row(v)[u] != 0) nearest = std::min(nearest, std::hypot(u - x, v - y));
        if (nearest - 0.5 >= spill) {
          ASSERT_EQ(result.row(y)[x], 0) << "mask " << i;
        }
      }
  }
}

TEST(ContainmentTest, WithoutOptionsItIsTheSelection) {
  RandomSelections masks(4);
  for (int i = 0; i < 50; ++i) {
    const Mask selection = masks.next();
    EXPECT_EQ(contain(selection, nullptr, 0, 0).values, selection.values);
  }
}

Mask bar(int width, int from, int to) {
  Mask mask(width, 1);
  std::fill(mask.values.begin() + from, mask.values.begin() + to, std::uint8_t{255});
  return mask;
}

constexpr PictureEnds strip{.top = true, .bottom = true};

TEST(ContainmentTest, TheFeatherRisesInward) {
  const Mask result = contain(bar(30, 5, 25), nullptr, 6, 0, strip);
  for (int x = 5; x < 12; ++x) EXPECT_LE(result.values[x - 1], result.values[x]) << x;
  EXPECT_EQ(result.values[4], 0);
  EXPECT_LT(result.values[5], 20);
  EXPECT_EQ(result.values[11], 255);
}

TEST(ContainmentTest, NothingFadesWhereThePictureEnds) {
  const Mask all(20, 20, 255);
  EXPECT_EQ(contain(all, nullptr, 8, 0, {true, true, true, true}).values, all.values);
  const Mask left = contain(bar(30, 0, 20), nullptr, 6, 0, {true, true, false, true});
  EXPECT_EQ(left.values[0], 255);
  EXPECT_LT(left.values[19], 20);
  const Mask open = contain(bar(30, 0, 20), nullptr, 6, 0, strip);
  EXPECT_LT(open.values[0], 20);
}

TEST(ContainmentTest, TheSpillCarriesTheFadeOnOutside) {
  const Mask result = contain(bar(40, 15, 25), nullptr, 0, 8, strip);
  for (int x = 8; x < 15; ++x) EXPECT_LT(result.values[x - 1], result.values[x]) << x;
  EXPECT_EQ(result.values[15], 255);
  EXPECT_GT(result.values[8], 0);
  EXPECT_EQ(result.values[6], 0);
}

TEST(ContainmentTest, FeatherAndSpillAreOneFade) {
  const Mask result = contain(bar(60, 20, 40), nullptr, 6, 6, strip);
  for (int x = 14; x < 27; ++x) EXPECT_LE(result.values[x - 1], result.values[x]) << x;
  EXPECT_NEAR(result.values[19] + result.values[20], 255, 2);
}

TEST(ContainmentTest, NothingSelectedSpillsNothing) {
  const Mask nothing(10, 10, 0);
  EXPECT_EQ(contain(nothing, nullptr, 3, 5).values, nothing.values);
  EXPECT_TRUE(contain({}, nullptr, 3, 5).empty());
}

}  // namespace
}  // namespace wordbrush::precision
