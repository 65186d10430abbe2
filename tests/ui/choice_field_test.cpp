// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/choice_field.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

const Choices choices{{"", "What its address shows"}, {"gemini", "Gemini"}};

TEST(ChoicesTest, AreAsTheyAreForAKnownOne) {
  EXPECT_EQ(with_choice(choices, "gemini"), choices);
  EXPECT_EQ(with_choice(choices, ""), choices);
}

TEST(ChoicesTest, KeepWhatAnotherVersionSaved) {
  Choices expected = choices;
  expected.push_back({"klingon", "klingon"});
  EXPECT_EQ(with_choice(choices, "klingon"), expected);
}

}  // namespace
}  // namespace wordbrush::ui
