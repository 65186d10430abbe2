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
  std::size_t edited;
  std::string expected;
};

void PrintTo(const PromptCase& c, std::ostream* os) {
  *os << c.name;
}

class SentPromptTest : public testing::TestWithParam<PromptCase> {};

TEST_P(SentPromptTest, SaysWhatNoFieldCan) {
  EXPECT_EQ(to_sent_prompt(GetParam().request, GetParam().edited), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Requests, SentPromptTest,
    testing::Values(PromptCase{"AsTyped", {.prompt = " a hat \n"}, 1, " a hat \n"},
                    PromptCase{"OneReference",
                               {.prompt = "a hat", .references = {7}},
                               1,
                               "a hat\n\nChange picture 1 only. Take picture 2 as reference."},
                    PromptCase{
                        "References",
                        {.prompt = "a hat", .references = {7, 8, 9}},
                        1,
                        "a hat\n\nChange picture 1 only. Take pictures 2 to 4 as reference."},
                    PromptCase{"ReferencesOnly",
                               {.prompt = "a hat", .references = {7, 8}},
                               0,
                               "a hat\n\nTake pictures 1 to 2 as reference."},
                    PromptCase{"RatioAndSizeAreToldElsewhere",
                               {.prompt = "a hat", .aspect_ratio = "16:9", .size = "2K"},
                               0,
                               "a hat"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::edit
