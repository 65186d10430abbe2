// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/prompt.h"

#include <gtest/gtest.h>

namespace wordbrush::edit {
namespace {

TEST(PromptTest, IsBlankWithoutAWord) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \t\r\n"));
  EXPECT_FALSE(is_blank(" a "));
  EXPECT_FALSE(is_blank("天"));
}

struct PromptCase {
  const char* name;
  Request request;
  PictureOrder order;
  std::string expected;
};

void PrintTo(const PromptCase& c, std::ostream* os) {
  *os << c.name;
}

class SentPromptTest : public testing::TestWithParam<PromptCase> {};

TEST_P(SentPromptTest, SaysWhatNoFieldCan) {
  EXPECT_EQ(to_sent_prompt(GetParam().request, GetParam().order, "Picture 2 is small."),
            GetParam().expected);
}

constexpr PictureOrder edited{.edited = true};

INSTANTIATE_TEST_SUITE_P(
    Requests, SentPromptTest,
    testing::Values(PromptCase{"AsTyped", {.prompt = " a hat \n"}, edited, " a hat \n"},
                    PromptCase{"OneReference",
                               {.prompt = "a hat", .references = {{7}}},
                               edited,
                               "a hat\n\nChange picture 1 only. Take picture 2 as reference."},
                    PromptCase{
                        "References",
                        {.prompt = "a hat", .references = {{7}, {8}, {9}}},
                        edited,
                        "a hat\n\nChange picture 1 only. Take pictures 2 to 4 as reference."},
                    PromptCase{"Overview",
                               {.prompt = "a hat"},
                               {.edited = true, .overview = true},
                               "a hat\n\nPicture 2 is small."},
                    PromptCase{"OverviewAndReferences",
                               {.prompt = "a hat", .references = {{7}, {8}}},
                               {.edited = true, .overview = true},
                               "a hat\n\nPicture 2 is small.\n\nChange picture 1 only. Take "
                               "pictures 2 to 3 as reference."},
                    PromptCase{"ReferencesOnly",
                               {.prompt = "a hat", .references = {{7}, {8}}},
                               {},
                               "a hat\n\nTake pictures 1 to 2 as reference."},
                    PromptCase{"RatioAndSizeAreToldElsewhere",
                               {.prompt = "a hat", .aspect_ratio = "16:9", .size = "2K"},
                               {},
                               "a hat"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PromptTest, SaysNothingOfAnOverviewWhoseWordsWereTakenOut) {
  EXPECT_EQ(to_sent_prompt({.prompt = "a hat"}, {.edited = true, .overview = true}, " "), "a hat");
}

}  // namespace
}  // namespace wordbrush::edit
