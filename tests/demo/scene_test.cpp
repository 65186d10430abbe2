// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "demo/demo_pictures.h"
#include "demo/label.h"

namespace wordbrush::demo {
namespace {

using test::pixel_at;

struct SceneCase {
  const char* name;
  const char* prompt;
  Mood mood;
  int width;
  int height;
};

void PrintTo(const SceneCase& scene, std::ostream* os) {
  *os << scene.prompt;
}

class ReadSceneTest : public testing::TestWithParam<SceneCase> {};

TEST_P(ReadSceneTest, FindsMoodAndSize) {
  const auto scene = read_scene(GetParam().prompt);
  EXPECT_EQ(scene.mood, GetParam().mood);
  EXPECT_EQ(scene.width, GetParam().width);
  EXPECT_EQ(scene.height, GetParam().height);
}

INSTANTIATE_TEST_SUITE_P(
    Prompts, ReadSceneTest,
    testing::Values(SceneCase{"Empty", "", Mood::Day, 1024, 1024},
                    SceneCase{"Anything", "a dog in a hat", Mood::Day, 1024, 1024},
                    SceneCase{"Night", "hills at night", Mood::Night, 1024, 1024},
                    SceneCase{"Sunset", "SUNSET over the sea", Mood::Sunset, 1024, 1024},
                    SceneCase{"Sea", "the ocean", Mood::Sea, 1024, 1024},
                    SceneCase{"Forest", "a dark forest", Mood::Forest, 1024, 1024},
                    SceneCase{"GermanNight", "Mond über dem Wald", Mood::Night, 1024, 1024},
                    SceneCase{"GermanForest", "Bäume", Mood::Forest, 1024, 1024},
                    SceneCase{"ChineseSunset", "夕阳下的山", Mood::Sunset, 1024, 1024},
                    SceneCase{"ChineseSea", "大海", Mood::Sea, 1024, 1024},
                    SceneCase{"WholeWords", "seasons of nightingales", Mood::Day, 1024, 1024},
                    SceneCase{"Size", "hills\n\nSize: 1536x1024.", Mood::Day, 1536, 1024},
                    SceneCase{"SizeWithSpaces", "640 × 480", Mood::Day, 640, 480},
                    SceneCase{"SizeBeforeAspect", "16:9, 300*400", Mood::Day, 300, 400},
                    SceneCase{"TooLarge", "99999x50", Mood::Day, 4096, 96},
                    SceneCase{"Thousands", "Size: 2K.", Mood::Day, 2048, 2048},
                    SceneCase{"ThousandsAndAspect", "Aspect ratio: 1:4.\n\nSize: 4K.", Mood::Day,
                              2048, 4096},
                    SceneCase{"Aspect", "Aspect ratio: 16:9.", Mood::Day, 1365, 768},
                    SceneCase{"NoAspect", "at 12:345", Mood::Day, 1024, 1024},
                    SceneCase{"NoUtf8", "\xff sea \xc3", Mood::Sea, 1024, 1024}),
    [](const auto& test) { return std::string(test.param.name); });

class PaintTest : public testing::TestWithParam<Mood> {};

TEST_P(PaintTest, IsOpaqueAndTheSameEachTime) {
  const Scene scene{.mood = GetParam(), .width = 200, .height = 120};
  const auto first = paint(scene);
  const auto second = paint(scene);
  EXPECT_EQ(first.width(), 200);
  EXPECT_EQ(first.height(), 120);
  EXPECT_TRUE(pixels::is_opaque(first));
  EXPECT_TRUE(std::ranges::equal(first.bytes(), second.bytes()));
}

TEST_P(PaintTest, TakesTheSmallestAndTheNarrowest) {
  for (const auto& [width, height] : {std::pair{96, 96}, {96, 400}, {400, 96}})
    EXPECT_EQ(paint({.mood = GetParam(), .width = width, .height = height}).width(), width);
}

INSTANTIATE_TEST_SUITE_P(Moods, PaintTest,
                         testing::Values(Mood::Day, Mood::Sunset, Mood::Night, Mood::Sea,
                                         Mood::Forest));

TEST(PaintTest, LooksLikeItsMood) {
  const auto sky = [](Mood mood) {
    return pixel_at(paint({.mood = mood, .width = 200, .height = 200}), 10, 30);
  };
  EXPECT_GT(sky(Mood::Day)[2], sky(Mood::Day)[0] + 40) << "a blue sky";
  EXPECT_LT(sky(Mood::Night)[2], 110) << "a dark one";
  const auto sunset =
      pixel_at(paint({.mood = Mood::Sunset, .width = 200, .height = 200}), 100, 110);
  EXPECT_GT(sunset[0], sunset[2] + 30) << "a red horizon";
}

TEST(LabelTest, StandsInTheBottomLeftCorner) {
  auto bitmap = test::filled(340, 100, {128, 128, 128, 77});
  draw_label(bitmap);
  int light = 0;
  int elsewhere = 0;
  for (int y = 0; y < 100; ++y)
    for (int x = 0; x < 340; ++x) {
      const auto pixel = pixel_at(bitmap, x, y);
      const bool is_inside = x >= 4 && x < 4 + 14 * 6 && y >= 89 && y < 97;
      if (pixel[0] == 245) ++light;
      if (pixel[0] != 128 && !is_inside) ++elsewhere;
      ASSERT_EQ(pixel[3], 77);
    }
  EXPECT_GT(light, 150);
  EXPECT_EQ(elsewhere, 0);
  // The left stroke of the W.
  for (int y = 89; y < 96; ++y) EXPECT_EQ(pixel_at(bitmap, 4, y)[0], 245);
}

TEST(LabelTest, IsCutWhereThePictureEnds) {
  auto tiny = test::filled(3, 3, {0, 0, 0, 255});
  draw_label(tiny);
  EXPECT_EQ(tiny.width(), 3);
}

}  // namespace
}  // namespace wordbrush::demo
