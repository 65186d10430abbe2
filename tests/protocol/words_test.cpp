// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/words.h"

#include <gtest/gtest.h>

namespace wordbrush::protocol {
namespace {

struct KeyTextCase {
  const char* name;
  const char* text;
  const char* without;
};

void PrintTo(const KeyTextCase& c, std::ostream* os) {
  *os << c.text;
}

const KeyTextCase key_text_cases[] = {
    {"OpenAi", "key sk-proj-aB3_x9Z012345 is wrong", "key [...] is wrong"},
    {"Masked", "Incorrect API key provided: sk-ab***********yz.",
     "Incorrect API key provided: [...]."},
    {"OtherMasked", "Incorrect API key provided: abc123*****9.",
     "Incorrect API key provided: [...]."},
    {"Google", "AIzaSyA1234567890abcdefgh not found", "[...] not found"},
    {"Header", "Authorization: Bearer abc.def-ghi_jkl", "Authorization: Bearer [...]"},
    {"LowerCaseHeader", "bearer 0123456789", "bearer [...]"},
    {"InAUrl", "GET /v1?key=0123456789abc&x=1", "GET /v1?key=[...]&x=1"},
    {"TokenInAUrl", "?token=0123456789abc", "?token=[...]"},
    {"InQuotes", "\"sk-0123456789\"", "\"[...]\""},
    {"Twice", "sk-0123456789 sk-9876543210", "[...] [...]"},
    {"NoKey", "The token limit of the task-runner is 4096.",
     "The token limit of the task-runner is 4096."},
    {"WordBearer", "bearer of news", "bearer of news"},
    {"ShortPrefix", "sk-abc", "sk-abc"},
    {"Nothing", "", ""},
};

class KeyTest : public testing::TestWithParam<KeyTextCase> {};

TEST_P(KeyTest, IsTakenOut) {
  EXPECT_EQ(without_keys(GetParam().text), GetParam().without);
}

INSTANTIATE_TEST_SUITE_P(Texts, KeyTest, testing::ValuesIn(key_text_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(KnownKeyTest, IsTakenOutWhereverItStands) {
  EXPECT_EQ(without_key("abcd: not abcd, abcdabcd", "abcd"), "[...]: not [...], [...][...]");
  EXPECT_EQ(without_key("no such key", "abcd"), "no such key");
  EXPECT_EQ(without_key("a banana", "ana"), "a banana");
  EXPECT_EQ(without_key("words", ""), "words");
}

TEST(SecretHeaderTest, IsTakenOutButShortWordsStay) {
  EXPECT_EQ(without_secrets("Got sk-0123456789abcd from Wordbrush",
                            {{"X-Key", "sk-0123456789abcd"}, {"X-Title", "Wordbrush"}}),
            "Got [...] from Wordbrush");
}

TEST(ShortenedTest, CountsCharactersNotBytes) {
  EXPECT_EQ(shortened("\xC3\xA9\xC3\xA9\xC3\xA9", 3), "\xC3\xA9\xC3\xA9\xC3\xA9");
  EXPECT_EQ(shortened("\xC3\xA9\xC3\xA9\xC3\xA9", 2), "\xC3\xA9\xC3\xA9...");
  EXPECT_EQ(shortened(" ab \n", 2), "ab");
  EXPECT_EQ(shortened("", 2), "");
}

TEST(HtmlWordsTest, SurviveBrokenMarkup) {
  EXPECT_EQ(words_of_html("<title>never closed"), "never closed");
  EXPECT_EQ(words_of_html("<title"), "");
  EXPECT_EQ(words_of_html("a < b"), "a");
  EXPECT_EQ(words_of_html("<TITLE lang=en>A\t<i>B</i></TITLE>"), "A B");
}

}  // namespace
}  // namespace wordbrush::protocol
