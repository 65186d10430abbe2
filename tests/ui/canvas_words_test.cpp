// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas_words.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

TEST(CanvasWordsTest, ZoomIsAPercentage) {
  EXPECT_EQ(to_percent(1), "100 %");
  EXPECT_EQ(to_percent(0.5), "50 %");
  EXPECT_EQ(to_percent(2.0 / 3), "67 %");
  EXPECT_EQ(to_percent(256), "25600 %");
  EXPECT_EQ(to_percent(0.03), "3 %");
  EXPECT_EQ(to_percent(0.0052), "0.5 %");
  EXPECT_EQ(to_percent(0.0999), "10 %");
}

TEST(CanvasWordsTest, TheNameSaysWhatIsShown) {
  EXPECT_EQ(to_canvas_name("Result 2 of 4", 0.5), "Result 2 of 4, 50 %");
  EXPECT_EQ(to_canvas_name("", 0.5), "Preview");
}

}  // namespace
}  // namespace wordbrush::ui
