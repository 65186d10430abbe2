// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/price_sentence.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

using protocol::PriceSource;

TEST(PriceSentenceTest, SaysWhatAllPicturesCost) {
  EXPECT_EQ(price_sentence({.usd = 0.134}, 2),
            "About 0.27 USD for 2 pictures (from the service's list)");
  EXPECT_EQ(price_sentence({.usd = 0.24}, 1),
            "About 0.24 USD for 1 picture (from the service's list)");
}

TEST(PriceSentenceTest, HasMoreDigitsForLessMoney) {
  EXPECT_TRUE(price_sentence({.usd = 0.0336}, 1).contains(" 0.034 USD"));
  EXPECT_TRUE(price_sentence({.usd = 0}, 1).contains(" 0.00 USD"));
}

TEST(PriceSentenceTest, SaysTheLeastAndTheMost) {
  const auto sentence = price_sentence({.usd = 0.25, .least_usd = 0.011}, 2);
  EXPECT_TRUE(sentence.starts_with("About 0.022 to 0.50 USD for 2 pictures")) << sentence;
}

TEST(PriceSentenceTest, SaysHowOldAKnownPriceIs) {
  const auto sentence = price_sentence({.usd = 0.134, .source = PriceSource::KnownPrice}, 1);
  EXPECT_TRUE(sentence.contains("November 2026")) << sentence;
}

}  // namespace
}  // namespace wordbrush::ui
