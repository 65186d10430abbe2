// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_clause.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

TEST(PromptClauseTest, FollowsThePromptAsItWasTyped) {
  EXPECT_EQ(with_clause("make it red ", {}),
            std::string("make it red \n\n") + PromptClause::default_text);
  EXPECT_EQ(with_clause("rot", {.text = " Sonst nichts. "}), "rot\n\nSonst nichts.");
}

TEST(PromptClauseTest, IsLeftOutWhereItIsOffOrSaysNothing) {
  EXPECT_EQ(with_clause("red", {.is_added = false}), "red");
  EXPECT_EQ(with_clause("red", {.text = " \n"}), "red");
}

TEST(PromptClauseTest, IsNoPromptByItself) {
  EXPECT_EQ(with_clause("", {}), "");
  EXPECT_EQ(with_clause(" \n", {}), " \n");
}

}  // namespace
}  // namespace wordbrush::ui
