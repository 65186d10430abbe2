// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_history_model.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

using Numbers = std::vector<std::size_t>;

PromptHistoryModel model_of(std::vector<std::string> prompts) {
  PromptHistoryModel model;
  model.set_prompts(std::move(prompts));
  return model;
}

TEST(PromptWalkTest, GoesUpAndComesBackToWhatWasTyped) {
  auto model = model_of({"newest", "middle", "oldest"});
  EXPECT_FALSE(model.is_walking());
  EXPECT_EQ(model.newer("typed"), std::nullopt);
  EXPECT_EQ(model.older("typed"), "newest");
  EXPECT_EQ(model.older("newest"), "middle");
  EXPECT_EQ(model.older("middle"), "oldest");
  EXPECT_EQ(model.older("oldest"), std::nullopt);
  EXPECT_TRUE(model.is_walking());
  EXPECT_EQ(model.newer("oldest"), "middle");
  EXPECT_EQ(model.newer("middle"), "newest");
  EXPECT_EQ(model.newer("newest"), "typed");
  EXPECT_FALSE(model.is_walking());
}

TEST(PromptWalkTest, KeepsWhatWasChangedOnTheWay) {
  auto model = model_of({"newest", "oldest"});
  model.older("");
  model.older("newest, but better");
  EXPECT_EQ(model.newer("oldest"), "newest, but better");
  model.leave();
  EXPECT_EQ(model.older("typed"), "newest");
  EXPECT_EQ(model.newer("newest"), "typed");
}

TEST(PromptWalkTest, HasNowhereToGoWithoutPrompts) {
  PromptHistoryModel model;
  EXPECT_EQ(model.older("typed"), std::nullopt);
  EXPECT_EQ(model.newer("typed"), std::nullopt);
  EXPECT_EQ(model.search(""), Numbers{});
}

TEST(PromptWalkTest, BeginsAnewWithOtherPrompts) {
  auto model = model_of({"a", "b"});
  model.older("typed");
  model.older("a");
  model.set_prompts({"new", "a", "b"});
  EXPECT_EQ(model.older("typed"), "new");
}

TEST(PromptSearchTest, WantsEveryWordInAnyOrder) {
  auto model = model_of({"Make the sky orange", "an orange cat", "sky"});
  EXPECT_EQ(model.search("orange sky"), Numbers{0});
  EXPECT_EQ(model.search("ORANGE"), (Numbers{0, 1}));
  EXPECT_EQ(model.search(" \t"), (Numbers{0, 1, 2}));
  EXPECT_EQ(model.search("ran"), (Numbers{0, 1}));
  EXPECT_EQ(model.search("sky dog"), Numbers{});
}

struct SearchCase {
  const char* prompt;
  const char* query;
  bool is_found;
};

class UnicodeSearchTest : public testing::TestWithParam<SearchCase> {};

TEST_P(UnicodeSearchTest, FindsLettersOfAnyScriptAndForm) {
  auto model = model_of({GetParam().prompt});
  EXPECT_EQ(model.search(GetParam().query).size(), GetParam().is_found ? 1U : 0U);
}

INSTANTIATE_TEST_SUITE_P(Scripts, UnicodeSearchTest,
                         testing::Values(SearchCase{"ÄNDERE den Himmel", "ändere", true},
                                         SearchCase{"die Straße", "STRASSE", true},
                                         SearchCase{"ΟΔΟΣ", "οδος", true},
                                         SearchCase{"ЗИМА в лесу", "лесу зима", true},
                                         SearchCase{"把天空变成橙色", "天空", true},
                                         SearchCase{"把天空变成橙色", "天空　橙色", true},
                                         SearchCase{"全角ＡＢＣ", "abc", true},
                                         SearchCase{"cafe\xcc\x81", "caf\xc3\xa9", true},
                                         SearchCase{"caf\xc3\xa9", "cafe\xcc\x81", true},
                                         SearchCase{"حوّل السماء", "السماء", true},
                                         SearchCase{"把天空变成橙色", "海", false}));

TEST(PromptSearchTest, KnowsNewPromptsAtOnce) {
  auto model = model_of({"Bbb", "Ccc"});
  model.search("");
  model.set_prompts({"AÄa", "Bbb", "Ccc"});
  EXPECT_EQ(model.search("aäa"), Numbers{0});
  EXPECT_EQ(model.search("c"), Numbers{2});
  model.set_prompts({"Ccc", "AÄa"});
  EXPECT_EQ(model.search("c"), Numbers{0});
}

TEST(PromptSearchTest, PreparesOnePromptAtATime) {
  auto model = model_of({"a", "b", "c"});
  while (model.prepare_one()) {
  }
  EXPECT_FALSE(model.prepare_one());
  EXPECT_EQ(model.search("b"), Numbers{1});
}

}  // namespace
}  // namespace wordbrush::ui
