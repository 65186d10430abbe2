// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preset.h"

#include <gtest/gtest.h>

#include <set>

#include "settings/text_rules.h"

namespace wordbrush::settings {
namespace {

struct AppliedCase {
  const char* text;
  const char* prompt;
  const char* expected;
};

class ApplyPresetTest : public testing::TestWithParam<AppliedCase> {};

TEST_P(ApplyPresetTest, PutsThePromptWhereItBelongs) {
  EXPECT_EQ(apply_preset(GetParam().text, GetParam().prompt), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, ApplyPresetTest,
    testing::Values(AppliedCase{"Make it night.", "with stars", "Make it night.\nwith stars"},
                    AppliedCase{"Make it night.", " \n", "Make it night."},
                    AppliedCase{"Put {prompt} here.", "a cat", "Put a cat here."},
                    AppliedCase{"{prompt}, and {prompt} again", "one", "one, and one again"},
                    AppliedCase{"Draw it. {prompt}", "", "Draw it."},
                    AppliedCase{"{prompt}", "", ""},
                    // What was typed is no preset.
                    AppliedCase{"Say {prompt}.", "{prompt}", "Say {prompt}."},
                    AppliedCase{"{Prompt} {prompt", "x", "{Prompt} {prompt\nx"},
                    AppliedCase{"画成 {prompt} 的样子", "夜晚", "画成 夜晚 的样子"},
                    AppliedCase{"", "only this", "\nonly this"}));

TEST(PresetTest, IsCleanedOfWhiteSpaceAndForeignBreaks) {
  const auto preset = cleaned({.name = " a\t", .text = "\r\none\r\ntwo\rthree\n\n"});
  EXPECT_EQ(preset.name, "a");
  EXPECT_EQ(preset.text, "one\ntwo\nthree");
}

TEST(PresetTest, TakesTheLongestTexts) {
  std::string name;
  for (std::size_t i = 0; i < max_name_characters; ++i) name += "\xe5\xa4\x9c";
  EXPECT_TRUE(check({.name = name, .text = std::string(max_preset_bytes, 't')}));
}

class RefusedPresetTest : public testing::TestWithParam<Preset> {};

TEST_P(RefusedPresetTest, IsAnInputErrorInWords) {
  const auto checked = check(cleaned(GetParam()));
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().kind, ErrorKind::Input);
  EXPECT_FALSE(checked.error().detail.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Texts, RefusedPresetTest,
    testing::Values(Preset{.name = "", .text = "t"}, Preset{.name = " \n", .text = "t"},
                    Preset{.name = "a\nb", .text = "t"}, Preset{.name = "a\xff", .text = "t"},
                    Preset{.name = std::string(max_name_characters + 1, 'n'), .text = "t"},
                    Preset{.name = "a", .text = ""}, Preset{.name = "a", .text = " \n\t "},
                    Preset{.name = "a", .text = "t\x1b[31m"}, Preset{.name = "a", .text = "t\xff"},
                    Preset{.name = "a", .text = std::string("t\0t", 3)},
                    Preset{.name = "a", .text = std::string(max_preset_bytes + 1, 't')}));

TEST(BuiltInPresetTest, AreSoundAndToldApart) {
  std::set<std::string> ids;
  std::set<std::string> names;
  for (const auto& preset : built_in_presets()) {
    EXPECT_TRUE(check(preset)) << preset.name;
    EXPECT_EQ(preset, cleaned(preset));
    EXPECT_TRUE(preset.is_built_in);
    EXPECT_FALSE(preset.is_hidden);
    EXPECT_TRUE(ids.insert(preset.id).second) << preset.id;
    EXPECT_TRUE(names.insert(without_case(preset.name)).second) << preset.name;
  }
  EXPECT_GE(ids.size(), 5U);
}

}  // namespace
}  // namespace wordbrush::settings
