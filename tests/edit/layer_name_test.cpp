// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/layer_name.h"

#include <glib.h>
#include <gtest/gtest.h>

namespace wordbrush::edit {
namespace {

struct NameCase {
  const char* name;
  std::string prompt;
  std::string expected;
};

void PrintTo(const NameCase& c, std::ostream* os) {
  *os << c.name;
}

class LayerNameTest : public testing::TestWithParam<NameCase> {};

TEST_P(LayerNameTest, IsThePromptOnOneLine) {
  EXPECT_EQ(to_layer_name(GetParam().prompt), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Prompts, LayerNameTest,
    testing::Values(NameCase{"Short", "a red hat", "a red hat"},
                    NameCase{"Lines", "  a red\n\n\that \r\n", "a red hat"},
                    NameCase{"Chinese", "把天空变红", "把天空变红"},
                    NameCase{"Control", std::string("a\0b", 1) + "\x01z", "a z"},
                    NameCase{"Sixty", std::string(60, 'x'), std::string(60, 'x')},
                    NameCase{"SixtyOne", std::string(61, 'x'), std::string(59, 'x') + "\u2026"},
                    NameCase{"Blank", " \n ", "Wordbrush"}, NameCase{"Empty", "", "Wordbrush"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(LayerNameTest, IsUtf8WhateverThePromptIs) {
  const std::string name = to_layer_name("a\xff\xfe b");
  EXPECT_TRUE(g_utf8_validate(name.c_str(), -1, nullptr)) << name;
}

TEST(LayerNameTest, CutsBetweenCharacters) {
  std::string prompt;
  for (int i = 0; i < 100; ++i) prompt += "天";
  const std::string name = to_layer_name(prompt);
  EXPECT_TRUE(g_utf8_validate(name.c_str(), -1, nullptr));
  EXPECT_EQ(g_utf8_strlen(name.c_str(), -1), 60);
}

}  // namespace
}  // namespace wordbrush::edit
