// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mention_model.h"

#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

using Labels = std::vector<std::string>;

class MentionModelTest : public testing::Test {
 protected:
  MentionModelTest() {
    std::vector<Mention> mentions;
    for (const char* label : {"Background", "Blue sky", "Sky", "Himmel ÄÖ", "天空", "Risk"})
      mentions.push_back({.label = label, .insert_text = std::string("image of ") + label});
    model_.set_mentions(std::move(mentions));
  }

  Labels offered(std::string_view before_cursor) {
    Labels labels;
    model_.look_at(before_cursor);
    for (const auto match : model_.matches()) labels.push_back(model_.mentions()[match].label);
    return labels;
  }

  MentionModel model_;
};

TEST_F(MentionModelTest, OffersAllAtAnAt) {
  EXPECT_TRUE(model_.look_at("like @"));
  EXPECT_EQ(model_.matches().size(), 6U);
  EXPECT_EQ(model_.replaced_length(), 1);
  EXPECT_FALSE(model_.look_at("like "));
  EXPECT_TRUE(model_.matches().empty());
}

TEST_F(MentionModelTest, FitsWhatIsTypedBestFirst) {
  EXPECT_EQ(offered("@sk"), (Labels{"Sky", "Blue sky", "Risk"}));
  EXPECT_EQ(offered("as @BLUE s"), Labels{"Blue sky"});
  EXPECT_EQ(model_.replaced_length(), 7);
  EXPECT_EQ(offered("@äö"), Labels{"Himmel ÄÖ"});
  EXPECT_EQ(offered("@nothing such"), Labels{});
}

TEST_F(MentionModelTest, ALowerRankComesFirstHoweverWellTheOthersFit) {
  model_.set_mentions({{.label = "Sky", .rank = 1}, {.label = "A sky"}, {.label = "Task"}});
  EXPECT_EQ(offered("@sk"), (Labels{"A sky", "Task", "Sky"}));
}

TEST_F(MentionModelTest, CountsCharactersAndFollowsScriptsWithoutSpaces) {
  EXPECT_EQ(offered("像@天"), Labels{"天空"});
  EXPECT_EQ(model_.replaced_length(), 2);
}

class NoMentionTest : public MentionModelTest, public testing::WithParamInterface<const char*> {};

TEST_P(NoMentionTest, IsOffered) {
  EXPECT_EQ(offered(GetParam()), Labels{});
}

INSTANTIATE_TEST_SUITE_P(Texts, NoMentionTest,
                         testing::Values("", "sky", "me@sky", "a.b+c_@sk", "@ sky", "@sky\n",
                                         "@sky\nblue", "@sky and more"));

TEST_F(MentionModelTest, PicksWithinWhatFits) {
  model_.look_at("@sk");
  EXPECT_EQ(model_.picked(), 0U);
  model_.pick_previous();
  EXPECT_EQ(model_.picked(), 0U);
  model_.pick_next();
  model_.pick_next();
  EXPECT_EQ(model_.picked(), 2U);
  model_.pick_next();
  EXPECT_EQ(model_.picked(), 2U);
  model_.pick(99);
  EXPECT_EQ(model_.picked(), 2U);
  model_.look_at("@sky");
  EXPECT_EQ(model_.picked(), 0U) << "other matches are picked from anew";
}

TEST_F(MentionModelTest, LeavesAnAtAloneThatWasDismissed) {
  model_.look_at("a @s");
  model_.dismiss();
  EXPECT_EQ(offered("a @s"), Labels{});
  EXPECT_EQ(offered("a @sk"), Labels{});
  EXPECT_EQ(offered("a @sk and @sk").size(), 3U) << "another one calls again";
}

TEST_F(MentionModelTest, OffersAgainAtAnAtThatIsTypedAnew) {
  model_.look_at("a @s");
  model_.dismiss();
  offered("a @");
  offered("a ");
  EXPECT_EQ(offered("a @").size(), 6U);
}

TEST_F(MentionModelTest, HasNothingToOfferWithoutMentions) {
  model_.set_mentions({});
  EXPECT_FALSE(model_.look_at("@"));
  model_.pick_next();
  EXPECT_EQ(model_.picked(), 0U);
}

}  // namespace
}  // namespace wordbrush::ui
