// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/prompt_history.h"

#include <gtest/gtest.h>

#include "settings/at_once.h"
#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

using test::mode_of;
using test::TempFolder;
using Prompts = std::vector<std::string>;

class PromptHistoryTest : public testing::Test {
 protected:
  TempFolder folder_;
  PromptHistory history_{folder_.path()};
};

TEST_F(PromptHistoryTest, StartsEmpty) {
  EXPECT_TRUE(history_.load().empty());
}

TEST_F(PromptHistoryTest, KeepsTheNewestFirst) {
  ASSERT_TRUE(history_.add("one"));
  ASSERT_TRUE(history_.add("two"));
  EXPECT_EQ(PromptHistory(folder_.path()).load(), (Prompts{"two", "one"}));
  EXPECT_EQ(mode_of(folder_.path() / "prompts"), 0600U);
}

TEST_F(PromptHistoryTest, ARepeatedPromptMovesToTheFront) {
  for (const auto* prompt : {"one", "two", "three", "one"}) ASSERT_TRUE(history_.add(prompt));
  EXPECT_EQ(history_.load(), (Prompts{"one", "three", "two"}));
}

TEST_F(PromptHistoryTest, ForgetsTheOldestBeyondItsSize) {
  for (std::size_t i = 0; i <= PromptHistory::max_prompts; ++i)
    ASSERT_TRUE(history_.add("prompt " + std::to_string(i)));
  const auto prompts = history_.load();
  EXPECT_EQ(prompts.size(), PromptHistory::max_prompts);
  EXPECT_EQ(prompts.front(), "prompt " + std::to_string(PromptHistory::max_prompts));
  EXPECT_EQ(prompts.back(), "prompt 1");
}

TEST_F(PromptHistoryTest, KeepsNoBlankPrompt) {
  ASSERT_TRUE(history_.add(""));
  ASSERT_TRUE(history_.add(" \n\t"));
  EXPECT_TRUE(history_.load().empty());
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "prompts"));
}

TEST_F(PromptHistoryTest, RefusesWhatIsNoPrompt) {
  const std::string longest(PromptHistory::max_prompt_bytes, 'x');
  EXPECT_TRUE(history_.add(longest));
  for (const auto& prompt : {longest + 'x', std::string("a\xff"), std::string("a\0b", 3)}) {
    const auto added = history_.add(prompt);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().kind, ErrorKind::Input);
  }
  EXPECT_EQ(history_.load(), Prompts{longest});
}

TEST_F(PromptHistoryTest, SkipsDamagedLines) {
  folder_.write("prompts", "good\n\\x\nends in \\\n\xff\xfe\n\n \nalso good\\n");
  EXPECT_EQ(history_.load(), (Prompts{"good", "also good\n"}));
  ASSERT_TRUE(history_.add("new"));
  EXPECT_EQ(history_.load(), (Prompts{"new", "good", "also good\n"}));
}

TEST_F(PromptHistoryTest, DamagedLinesArePutAside) {
  const std::string damaged = "good\nbad \xff\nbad \\x\n";
  folder_.write("prompts", damaged);
  ASSERT_TRUE(history_.add("new"));
  EXPECT_EQ(history_.load(), (Prompts{"new", "good"}));
  EXPECT_EQ(test::put_aside_of(folder_.path(), "prompts"), damaged);
}

TEST_F(PromptHistoryTest, TooLongALineIsNoPrompt) {
  const std::string long_line(PromptHistory::max_prompt_bytes + 1, '[');
  folder_.write("prompts", long_line + "\ngood\n");
  EXPECT_EQ(history_.load(), Prompts{"good"});
  ASSERT_TRUE(history_.add("new"));
  EXPECT_EQ(test::put_aside_of(folder_.path(), "prompts"), long_line + "\ngood\n");
}

TEST_F(PromptHistoryTest, TwoAtOnceLoseNothingOfEachOther) {
  test::write_at_once(
      [this](const std::string& name) { EXPECT_TRUE(PromptHistory(folder_.path()).add(name)); });
  EXPECT_EQ(history_.load().size(), test::names_at_once);
}

TEST_F(PromptHistoryTest, WhatCannotBeReadIsPutAside) {
  std::filesystem::create_directory(folder_.path() / "prompts");
  EXPECT_TRUE(history_.load().empty());
  ASSERT_TRUE(history_.add("new"));
  EXPECT_EQ(history_.load(), Prompts{"new"});
  std::size_t folders = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
    folders += entry.is_directory() ? 1 : 0;
  EXPECT_EQ(folders, 1u);
}

class AnyPromptTest : public testing::TestWithParam<const char*> {};

TEST_P(AnyPromptTest, SurvivesARoundTrip) {
  const TempFolder folder;
  PromptHistory history(folder.path());
  ASSERT_TRUE(history.add("before"));
  ASSERT_TRUE(history.add(GetParam()));
  ASSERT_TRUE(history.add("after"));
  EXPECT_EQ(history.load(), (Prompts{"after", GetParam(), "before"}));
}

INSTANTIATE_TEST_SUITE_P(Texts, AnyPromptTest,
                         testing::Values("two\nlines", "\nstarts and ends\n", "C:\\new\\\\", "\\n",
                                         "\\", "carriage\r\nreturn", "tab\t and \"quotes\"",
                                         " spaces around ",
                                         "\xe5\xa4\x95\xe6\x97\xa5 \xf0\x9f\x8c\x87"));

}  // namespace
}  // namespace wordbrush::settings
