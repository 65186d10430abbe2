// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/choice_field.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

const Choices dialect_choices{{"", "What its address shows"}, {"gemini", "Gemini"}};

TEST(ChoicesTest, AreAsTheyAreForAKnownOne) {
  EXPECT_EQ(with_choice(dialect_choices, "gemini"), dialect_choices);
  EXPECT_EQ(with_choice(dialect_choices, ""), dialect_choices);
}

TEST(ChoicesTest, KeepWhatAnotherVersionSaved) {
  Choices expected = dialect_choices;
  expected.push_back({"klingon", "klingon"});
  EXPECT_EQ(with_choice(dialect_choices, "klingon"), expected);
}

}  // namespace
}  // namespace wordbrush::ui
