// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/level_cache.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/main_loop.h"

namespace wordbrush::ui {
namespace {

using Picture = std::shared_ptr<const pixels::Bitmap>;

constexpr int side = 128;
// Of levels of 64 and 32 pixels' side.
constexpr std::size_t levels_bytes = 20480;

Picture make_picture() {
  auto bitmap = std::make_shared<pixels::Bitmap>(side, side);
  std::ranges::fill(bitmap->bytes(), std::uint8_t{200});
  return bitmap;
}

class LevelCacheTest : public testing::Test {
 protected:
  const PictureLevels* wait_for(const Picture& picture) {
    const int before = ready_;
    if (const auto* const there = cache_.levels_of(picture)) return there;
    EXPECT_TRUE(test::run_until([&] { return ready_ > before; }));
    return cache_.levels_of(picture);
  }

  int ready_ = 0;
  LevelCache cache_{3 * levels_bytes, [this] { ++ready_; }};
};

TEST_F(LevelCacheTest, MakesLevelsOnceAndTellsOfThem) {
  const auto picture = make_picture();
  EXPECT_EQ(cache_.levels_of(picture), nullptr);
  EXPECT_EQ(cache_.levels_of(picture), nullptr);
  const auto* const levels = wait_for(picture);
  ASSERT_NE(levels, nullptr);
  EXPECT_EQ(levels->count(), 2);
  EXPECT_EQ(ready_, 1);
  EXPECT_EQ(cache_.levels_of(picture), levels);
}

TEST_F(LevelCacheTest, ForgetsWhatWasAskedForLongestAgo) {
  const Picture pictures[] = {make_picture(), make_picture(), make_picture(), make_picture()};
  for (int i = 0; i < 3; ++i) wait_for(pictures[i]);
  wait_for(pictures[0]);
  wait_for(pictures[3]);
  EXPECT_EQ(cache_.bytes(), 3 * levels_bytes);
  EXPECT_NE(cache_.levels_of(pictures[0]), nullptr);
  EXPECT_NE(cache_.levels_of(pictures[3]), nullptr);
  EXPECT_EQ(cache_.levels_of(pictures[1]), nullptr);
}

TEST_F(LevelCacheTest, KeepsTwoHoweverLargeTheyAre) {
  LevelCache small(1, [this] { ++ready_; });
  const Picture pictures[] = {make_picture(), make_picture(), make_picture()};
  for (const auto& picture : pictures) {
    const int before = ready_;
    small.levels_of(picture);
    ASSERT_TRUE(test::run_until([&] { return ready_ > before; }));
  }
  EXPECT_EQ(small.bytes(), 2 * levels_bytes);
}

TEST_F(LevelCacheTest, KeepsNoPictureAlive) {
  auto picture = make_picture();
  wait_for(picture);
  const std::weak_ptr<const pixels::Bitmap> watch = picture;
  picture.reset();
  // The worker lets go of it on its own thread.
  EXPECT_TRUE(test::run_until([&] { return watch.expired(); }));
  wait_for(make_picture());
  EXPECT_LE(cache_.bytes(), levels_bytes);
}

TEST_F(LevelCacheTest, IsSilentOnceDestroyed) {
  const auto picture = make_picture();
  {
    LevelCache gone(levels_bytes, [this] { ++ready_; });
    gone.levels_of(picture);
  }
  // Begun later, and so finished later by a pool that has nothing else to do.
  wait_for(picture);
  EXPECT_TRUE(test::run_until([&] { return picture.use_count() == 1; }));
  EXPECT_EQ(ready_, 1);
}

}  // namespace
}  // namespace wordbrush::ui
