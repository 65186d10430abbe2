// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <gtest/gtest.h>

namespace wordbrush::model {
namespace {

Scenario parsed(std::string_view text) {
  const auto scenario = parse_scenario(text);
  EXPECT_TRUE(scenario) << scenario.error().detail;
  return scenario.value_or(Scenario{});
}

TEST(ScenarioTest, EmptyTextIsATintAsAsked) {
  const auto scenario = parsed("");
  EXPECT_EQ(scenario.edit, EditKind::Tint);
  EXPECT_EQ(scenario.shape, Shape::ContentArray);
  EXPECT_EQ(scenario.status, 200);
  EXPECT_FALSE(scenario.stream);
  EXPECT_FALSE(scenario.size);
}

TEST(ScenarioTest, ReadsEverySetting) {
  const auto scenario = parsed(
      "edit=object,shape=v4,stream=no,size=640x480,scale=0.5,format=jpeg,status=429,times=2,"
      "reply=refusal,key=secret,color=0180ff,slow=release,canned=yes,link=task");
  EXPECT_EQ(scenario.edit, EditKind::Object);
  EXPECT_EQ(scenario.shape, Shape::Images);
  EXPECT_EQ(scenario.stream, false);
  EXPECT_EQ(scenario.size, (Size{640, 480}));
  EXPECT_EQ(scenario.scale, 0.5);
  EXPECT_TRUE(scenario.jpeg);
  EXPECT_EQ(scenario.status, 429);
  EXPECT_EQ(scenario.times, 2);
  EXPECT_EQ(scenario.outcome, Outcome::Refusal);
  EXPECT_EQ(scenario.key, "secret");
  EXPECT_EQ(scenario.color, (Color{1, 128, 255}));
  EXPECT_TRUE(scenario.held);
  EXPECT_TRUE(scenario.canned);
  EXPECT_EQ(scenario.link, Link::Task);
}

TEST(ScenarioTest, ReadsWhatHappensBesidesTheEdit) {
  const auto scenario = parsed(
      "area=10:20:30:40.5,seed=7,zoom=1.01,shift=12:-7.5,turn=-0.3,light=gamma,noise=3,quality=85,"
      "blur=25,fit=crop,redraw=yes,truth=yes");
  EXPECT_EQ(scenario.area.height, 40.5);
  EXPECT_EQ(scenario.seed, 7U);
  EXPECT_TRUE(scenario.shows_truth);
  const scenes::Distortion& d = scenario.distortion;
  EXPECT_EQ(d.scale, 1.01);
  EXPECT_EQ(d.dx, 12);
  EXPECT_EQ(d.dy, -7.5);
  EXPECT_NEAR(d.rotation, -0.005236, 1e-6);
  EXPECT_EQ(d.light, scenes::Light::Gamma);
  EXPECT_EQ(d.noise, 3);
  EXPECT_EQ(d.jpeg_quality, 85);
  EXPECT_EQ(d.blur, 0.25);
  EXPECT_EQ(d.fit, scenes::Fit::Crop);
  EXPECT_TRUE(d.redrawn);
}

TEST(ScenarioTest, EveryEditHasAName) {
  for (const char* name :
       {"noop", "invert", "tint", "object", "removal", "text", "redden", "relight"})
    EXPECT_EQ(name_of(parsed(std::string("edit=") + name).edit), name);
}

TEST(ScenarioTest, StreamAsAskedIsNeitherYesNorNo) {
  EXPECT_FALSE(parsed("stream=asked").stream);
  EXPECT_EQ(parsed("stream=yes").stream, true);
}

class ScenarioMistakeTest : public testing::TestWithParam<const char*> {};

TEST_P(ScenarioMistakeTest, IsRefusedByName) {
  const auto scenario = parse_scenario(GetParam());
  ASSERT_FALSE(scenario);
  EXPECT_EQ(scenario.error().kind, ErrorKind::Input);
  EXPECT_FALSE(scenario.error().detail.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, ScenarioMistakeTest,
    testing::Values("edit=paint", "edits=tint", "edit", "=", ",", "edit=tint,", "shape=v3",
                    "stream=maybe", "size=10", "size=0x5", "size=5x70000", "size=5x5x5", "scale=0",
                    "scale=-1", "scale=nan", "scale=1.5x", "status=200", "status=600", "status=x",
                    "times=0", "reply=none", "key=", "color=fff", "color=gggggg", "format=gif",
                    "slow=5", "canned=1", "zoom=9", "zoom=nan", "shift=5", "shift=1:2:3",
                    "shift=1:", "turn=x", "light=red", "noise=-1", "quality=0", "blur=99",
                    "fit=tight", "redraw=1", "seed=-1", "area=1:2:3", "area=1:2:0:4", "truth=1"));

}  // namespace
}  // namespace wordbrush::model
