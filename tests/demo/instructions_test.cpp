// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/instructions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "demo/vocabulary.h"
#include "demo/words.h"

namespace wordbrush::demo {
namespace {

struct PromptCase {
  const char* name;
  const char* prompt;
  std::vector<Action> expected;
};

void PrintTo(const PromptCase& prompt, std::ostream* os) {
  *os << prompt.prompt;
}

class ReadInstructionsTest : public testing::TestWithParam<PromptCase> {};

TEST_P(ReadInstructionsTest, FindsWhatIsAskedFor) {
  EXPECT_EQ(read_instructions(GetParam().prompt), GetParam().expected);
}

using enum Action;

INSTANTIATE_TEST_SUITE_P(
    English, ReadInstructionsTest,
    testing::Values(
        PromptCase{"BlackAndWhite", "Make it black and white, please", {BlackAndWhite}},
        PromptCase{"AnyCase", "GrayScale!", {BlackAndWhite}},
        PromptCase{"Sepia", "a sepia photograph", {Sepia}},
        PromptCase{"Warmer", "warmer colors", {Warmer}}, PromptCase{"Cooler", "cooler", {Cooler}},
        PromptCase{"Invert", "invert it", {Invert}},
        PromptCase{"Negative", "like a negative", {Invert}},
        PromptCase{"Brighter", "brighten the sky", {Brighter}},
        PromptCase{"Darker", "Darker.", {Darker}},
        PromptCase{"Contrast", "more contrast", {MoreContrast}},
        PromptCase{"LessContrast", "less contrast", {LessContrast}},
        PromptCase{"Colorful", "more colorful", {MoreColorful}},
        PromptCase{"LessColorful", "less colourful", {LessColorful}},
        PromptCase{"Blur", "blur the background", {Blur}},
        PromptCase{"Sharpen", "sharpen", {Sharpen}},
        PromptCase{"Posterize", "posterise it", {Posterize}},
        PromptCase{"Night", "turn day into night", {Night}},
        PromptCase{"Mirror", "mirror it", {FlipSides}}, PromptCase{"Flip", "flip", {FlipSides}},
        PromptCase{"UpsideDown", "flip the picture upside down", {FlipUpsideDown}},
        PromptCase{"BothFlips", "mirror it and turn it upside down", {FlipSides, FlipUpsideDown}},
        PromptCase{"Pixelate", "pixelate", {Pixelate}},
        PromptCase{"Sketch", "as a pencil sketch", {Sketch}},
        PromptCase{"InOrder", "blur it, then darker, then sepia", {Blur, Darker, Sepia}},
        PromptCase{"EachOnce", "darker, much darker", {Darker}},
        PromptCase{"WholeWords", "a blurb about fliphone nightingales", {}},
        PromptCase{"Unknown", "put a hat on the dog", {}}, PromptCase{"Empty", "", {}},
        PromptCase{"NoUtf8", "\xff\xfe sepia \xc3", {Sepia}}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    German, ReadInstructionsTest,
    testing::Values(PromptCase{"BlackAndWhite", "bitte in Schwarz-Weiß", {BlackAndWhite}},
                    PromptCase{"Warmer", "WÄRMER", {Warmer}},
                    PromptCase{"Decomposed", "wa\u0308rmer", {Warmer}},
                    PromptCase{"Cooler", "etwas kühler", {Cooler}},
                    PromptCase{"Brighter", "heller", {Brighter}},
                    PromptCase{"Darker", "dunkler und mehr Kontrast", {Darker, MoreContrast}},
                    PromptCase{"LessContrast", "weniger Kontrast", {LessContrast}},
                    PromptCase{"Colorful", "viel bunter", {MoreColorful}},
                    PromptCase{"Blur", "den Hintergrund weichzeichnen", {Blur}},
                    PromptCase{"Sharpen", "schärfer", {Sharpen}},
                    PromptCase{"NotSharp", "unscharf", {Blur}},
                    PromptCase{"Night", "bei Nacht", {Night}},
                    PromptCase{"Mirror", "spiegeln", {FlipSides}},
                    PromptCase{"UpsideDown", "auf den Kopf stellen", {FlipUpsideDown}},
                    PromptCase{"Sketch", "als Skizze", {Sketch}},
                    PromptCase{"WholeWords", "hellere Nachtigall", {}}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Chinese, ReadInstructionsTest,
    testing::Values(
        PromptCase{"BlackAndWhite", "把照片变成黑白的", {BlackAndWhite}},
        PromptCase{"Sepia", "做成老照片", {Sepia}}, PromptCase{"Warmer", "色调更暖", {Warmer}},
        PromptCase{"Brighter", "请调亮", {Brighter}}, PromptCase{"Darker", "变暗一点", {Darker}},
        PromptCase{"Contrast", "增加对比度", {MoreContrast}},
        PromptCase{"LessContrast", "降低对比度", {LessContrast}},
        PromptCase{"Colorful", "颜色更鲜艳", {MoreColorful}},
        PromptCase{"Blur", "背景模糊", {Blur}}, PromptCase{"Sharpen", "锐化", {Sharpen}},
        PromptCase{"Night", "变成夜晚", {Night}}, PromptCase{"Mirror", "左右翻转", {FlipSides}},
        PromptCase{"UpsideDown", "上下颠倒", {FlipUpsideDown}},
        PromptCase{"Mosaic", "加马赛克", {Pixelate}}, PromptCase{"Sketch", "素描", {Sketch}},
        PromptCase{"Mixed", "变成sepia色调", {Sepia}}, PromptCase{"Unknown", "给狗戴一顶帽子", {}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(VocabularyTest, EachWordIsFoundAlone) {
  for (const Word& word : vocabulary())
    EXPECT_EQ(read_instructions(word.text), std::vector{word.action}) << word.text;
}

TEST(VocabularyTest, IsLowerCaseAsItIsComparedWith) {
  for (const Word& word : vocabulary())
    EXPECT_TRUE(WordText(word.text).has_at(0, word.text)) << word.text;
}

TEST(DescribeTest, NamesEachActionAndThatItIsADemo) {
  const auto text = describe({BlackAndWhite, FlipUpsideDown});
  EXPECT_EQ(text,
            "Offline demo: Made the picture black and white. Turned the picture upside down. "
            "The demo is no AI; connect an endpoint to follow any instruction.");
}

TEST(DescribeTest, HasItsOwnWordsForEveryAction) {
  std::vector<std::string> seen;
  for (const Word& word : vocabulary()) {
    const auto text = describe({word.action});
    EXPECT_GT(text.size(), describe({}).size()) << word.text;
    if (!std::ranges::contains(seen, text)) seen.push_back(text);
  }
  EXPECT_EQ(seen.size(), 19U);
}

TEST(DescribeTest, AbilitiesAndSceneSayThatItIsNoAi) {
  EXPECT_NE(describe_abilities().find("no AI"), std::string::npos);
  EXPECT_NE(describe_scene().find("no AI"), std::string::npos);
}

}  // namespace
}  // namespace wordbrush::demo
