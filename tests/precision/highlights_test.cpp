// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/highlights.h"

#include <gtest/gtest.h>

#include <vector>

namespace wordbrush::precision {
namespace {

/// Of an evening sky: a red of 255 was up to 280 before it was cut off.
std::vector<ColorSample> evening() {
  std::vector<ColorSample> samples;
  for (int others = 60; others < 140; ++others) {
    const auto level = static_cast<float>(others);
    samples.push_back({.from = {255, level, level},
                       .to = {230 + level / 10, level, level},
                       .now = {230, level, level}});
  }
  return samples;
}

cv::Vec4b restored(const cv::Vec4b& came, const cv::Vec4b& corrected,
                   const std::array<Highlight, 3>& highlights) {
  std::vector<cv::Vec4b> row{corrected};
  restore_highlights(std::vector<cv::Vec4b>{came}, row, highlights);
  return row.front();
}

TEST(HighlightsTest, ACutOffRedIsRestoredByTheOtherColors) {
  const auto highlights = fit_highlights(evening());
  const cv::Vec4b color = restored({255, 100, 100, 255}, {230, 100, 100, 255}, highlights);
  EXPECT_NEAR(color[0], 240, 1);
  EXPECT_EQ(color[1], 100);
}

TEST(HighlightsTest, AWhiteThingInARedLightStaysWhite) {
  const auto highlights = fit_highlights(evening());
  const cv::Vec4b white = restored({255, 255, 255, 255}, {230, 230, 230, 255}, highlights);
  EXPECT_EQ(white, cv::Vec4b(230, 230, 230, 255));
}

TEST(HighlightsTest, GrayStaysGray) {
  const Highlight light{.level = 20, .slope = 1};
  const cv::Vec4b gray =
      restored({255, 255, 255, 255}, {210, 210, 210, 255}, {light, light, light});
  EXPECT_EQ(gray, cv::Vec4b(230, 230, 230, 255));
}

TEST(HighlightsTest, WhatWasNotCutOffStays) {
  const auto highlights = fit_highlights(evening());
  const cv::Vec4b color{200, 100, 100, 255};
  EXPECT_EQ(restored(color, color, highlights), color);
}

}  // namespace
}  // namespace wordbrush::precision
