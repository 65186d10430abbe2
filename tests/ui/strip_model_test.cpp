// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip_model.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

using Ids = StripModel::Ids;

std::vector<StripItem> items(const Ids& ids) {
  std::vector<StripItem> made;
  for (const auto& id : ids) made.push_back({.id = id, .thumbnail = nullptr, .title = id});
  return made;
}

StripModel make(const Ids& ids) {
  StripModel model;
  model.set_items(items(ids));
  return model;
}

TEST(StripModelTest, NothingIsSelectedAtFirst) {
  const auto model = make({"c", "b", "a"});
  EXPECT_TRUE(model.selection().empty());
  EXPECT_FALSE(model.previewed());
}

TEST(StripModelTest, SelectsInTheStripsOrderAndPreviewsWhatHasTheFocus) {
  auto model = make({"d", "c", "b", "a"});
  model.select({"a", "c", "gone", "d"}, "c");
  EXPECT_EQ(model.selection(), (Ids{"d", "c", "a"}));
  EXPECT_EQ(model.previewed(), "c");
}

TEST(StripModelTest, KeepsItsPreviewWhereTheFocusIsNotSelected) {
  auto model = make({"c", "b", "a"});
  model.select({"b", "a"}, "a");
  model.select({"b", "a"}, "c");
  EXPECT_EQ(model.previewed(), "a");
  model.select({"b"}, "a");
  EXPECT_EQ(model.previewed(), "b");
  model.select({}, "b");
  EXPECT_FALSE(model.previewed());
}

TEST(StripModelTest, ANewResultLeavesTheSelection) {
  auto model = make({"b", "a"});
  model.select({"b", "a"}, "a");
  model.set_items(items({"c", "b", "a"}));
  EXPECT_EQ(model.selection(), (Ids{"b", "a"}));
  EXPECT_EQ(model.previewed(), "a");
}

struct Discard {
  const char* name;
  Ids left;
  const char* heir;
};

class DiscardTest : public testing::TestWithParam<Discard> {};

TEST_P(DiscardTest, TheOneThatTookItsPlaceIsPreviewed) {
  auto model = make({"d", "c", "b", "a"});
  model.select({"b"}, "b");
  model.set_items(items(GetParam().left));
  EXPECT_EQ(model.previewed(), GetParam().heir);
  EXPECT_EQ(model.selection(), Ids{GetParam().heir});
}

INSTANTIATE_TEST_SUITE_P(Lefts, DiscardTest,
                         testing::Values(Discard{"the_next", {"d", "c", "a"}, "a"},
                                         Discard{"the_one_before_the_end", {"d", "c"}, "c"},
                                         Discard{"with_a_new_one", {"e", "d", "c", "a"}, "a"},
                                         Discard{"where_all_before_went", {"a"}, "a"}),
                         [](const auto& discard) { return std::string(discard.param.name); });

TEST(StripModelTest, WithAllGoneNothingIsPreviewed) {
  auto model = make({"a"});
  model.select({"a"}, "a");
  model.set_items({});
  EXPECT_FALSE(model.previewed());
  EXPECT_TRUE(model.selection().empty());
}

TEST(StripModelTest, AnotherSelectedOneIsPreviewedBeforeAnHeir) {
  auto model = make({"c", "b", "a"});
  model.select({"c", "b"}, "b");
  model.set_items(items({"c", "a"}));
  EXPECT_EQ(model.previewed(), "c");
}

TEST(StripModelTest, OnlyWhatHasAPictureIsApplicable) {
  auto list = items({"d", "c", "b", "a"});
  list[0].state = StripState::Running;
  list[1].state = StripState::Failed;
  list[2].state = StripState::Applied;
  StripModel model;
  model.set_items(list);
  model.select({"a", "b", "c", "d"}, "d");
  EXPECT_EQ(model.applicable(), (Ids{"b", "a"}));
}

TEST(StripModelTest, EachStateIsSpoken) {
  StripItem item{.id = "1", .thumbnail = nullptr, .title = "Result 1"};
  EXPECT_EQ(spoken_name(item), "Result 1");
  item.state = StripState::Running;
  EXPECT_EQ(spoken_name(item), "Result 1, being made");
  item.state = StripState::Applied;
  EXPECT_EQ(spoken_name(item), "Result 1, applied");
  item.state = StripState::Failed;
  EXPECT_EQ(spoken_name(item), "Result 1, failed");
}

}  // namespace
}  // namespace wordbrush::ui
