// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/text_rules.h"

#include <gtest/gtest.h>

namespace wordbrush::settings {
namespace {

struct LineCase {
  const char* name;
  std::string_view text;
  bool one_line;
};

void PrintTo(const LineCase& line, std::ostream* os) {
  *os << line.name;
}

class OneLineTest : public testing::TestWithParam<LineCase> {};

TEST_P(OneLineTest, IsTold) {
  EXPECT_EQ(is_one_line(GetParam().text), GetParam().one_line);
}

using namespace std::string_view_literals;
INSTANTIATE_TEST_SUITE_P(
    Texts, OneLineTest,
    testing::Values(LineCase{"Empty", "", true}, LineCase{"Plain", "My [server] = #1", true},
                    LineCase{"OtherScripts", "\xd0\x9c\xd0\xbe\xd0\xb9 \xe6\x9c\x8d", true},
                    LineCase{"JoinedEmoji", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8e\xa8", true},
                    LineCase{"Newline", "a\nb", false}, LineCase{"Tab", "a\tb", false},
                    LineCase{"Escape", "a\x1b[2J", false}, LineCase{"Delete", "a\x7f", false},
                    LineCase{"Nul", "a\0b"sv, false}, LineCase{"NextLine", "a\xc2\x85z", false},
                    LineCase{"LineSeparator", "a\xe2\x80\xa8z", false},
                    LineCase{"ParagraphSeparator", "a\xe2\x80\xa9z", false},
                    LineCase{"NoUtf8", "a\xff", false}, LineCase{"CutUtf8", "a\xe2\x80", false}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(TextRulesTest, TrimsAroundButNotInside) {
  EXPECT_EQ(trimmed(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trimmed(" \n "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(TextRulesTest, CountsCharactersNotBytes) {
  EXPECT_EQ(character_count("\xe6\x9c\x8d!"), 2U);
}

TEST(TextRulesTest, ComparesLettersOfAnyScriptWithoutCase) {
  EXPECT_EQ(without_case("\xd0\x9c\xd0\x9e\xd0\x99 A"), without_case("\xd0\xbc\xd0\xbe\xd0\xb9 a"));
  EXPECT_NE(without_case("a"), without_case("b"));
  EXPECT_EQ(without_case({}), "");
}

struct KeyCase {
  const char* name;
  std::string pasted;
  const char* key;  // null: refused
};

void PrintTo(const KeyCase& key, std::ostream* os) {
  *os << key.name;
}

class CleanKeyTest : public testing::TestWithParam<KeyCase> {};

TEST_P(CleanKeyTest, IsTakenOrRefusedWithoutRepeatingIt) {
  const auto& [name, pasted, key] = GetParam();
  const auto cleaned = clean_key(pasted);
  ASSERT_EQ(cleaned.has_value(), key != nullptr);
  if (cleaned) {
    EXPECT_EQ(*cleaned, key);
  } else {
    EXPECT_EQ(cleaned.error().kind, ErrorKind::Input);
    EXPECT_FALSE(cleaned.error().detail.contains("sk-")) << cleaned.error().detail;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Pasted, CleanKeyTest,
    testing::Values(KeyCase{"Plain", "sk-1_A.~", "sk-1_A.~"},
                    KeyCase{"WithLineBreaksAround", "\r\n sk-1\r\n\t", "sk-1"},
                    KeyCase{"LineBreakInside", "sk-1\nX-Evil: 1", nullptr},
                    KeyCase{"SpaceInside", "Bearer sk-1", nullptr},
                    KeyCase{"ControlInside", "sk-\x01", nullptr},
                    KeyCase{"NoAscii", "sk-\xc3\xa9", nullptr},
                    KeyCase{"Nul", std::string("sk-\0", 4), nullptr}, KeyCase{"Empty", "", nullptr},
                    KeyCase{"Blank", " \n", nullptr},
                    KeyCase{"TooLong", "sk-" + std::string(max_key_bytes, 'x'), nullptr}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(CleanKeyTest, TakesTheLongestKey) {
  const std::string longest(max_key_bytes, 'k');
  EXPECT_EQ(clean_key(longest), longest);
}

}  // namespace
}  // namespace wordbrush::settings
