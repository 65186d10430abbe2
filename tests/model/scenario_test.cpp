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

INSTANTIATE_TEST_SUITE_P(Mistakes, ScenarioMistakeTest,
                         testing::Values("edit=paint", "edits=tint", "edit", "=", ",", "edit=tint,",
                                         "shape=v3", "stream=maybe", "size=10", "size=0x5",
                                         "size=5x70000", "size=5x5x5", "scale=0", "scale=-1",
                                         "scale=nan", "scale=1.5x", "status=200", "status=600",
                                         "status=x", "times=0", "reply=none", "key=", "color=fff",
                                         "color=gggggg", "format=gif", "slow=5", "canned=1"));

}  // namespace
}  // namespace wordbrush::model
