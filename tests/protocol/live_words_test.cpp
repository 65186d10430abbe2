// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/live_words.h"

#include <gtest/gtest.h>

namespace wordbrush::protocol {
namespace {

/// What is shown after each of the pieces that the words come in.
std::vector<std::string> shown(const std::vector<std::string>& pieces) {
  Answer answer;
  const RunStore store;
  LiveWords live;
  std::vector<std::string> steps;
  for (const std::string& piece : pieces) {
    answer.choices[0].streamed.words += piece;
    steps.push_back(live.update(answer, store));
  }
  return steps;
}

using Steps = std::vector<std::string>;

TEST(LiveWordsTest, GrowWithTheAnswer) {
  EXPECT_EQ(shown({"Hel", "lo ", "you"}), (Steps{"Hel", "Hello", "Hello you"}));
}

TEST(LiveWordsTest, LeaveAPictureOutBeforeWhileAndAfterItComes) {
  EXPECT_EQ(shown({"Hi ![", "a](data:image/png;base64,AA", "AA", "BBBB", ") you", "!"}),
            (Steps{"Hi", "Hi", "Hi", "Hi", "Hi  you", "Hi  you!"}));
}

TEST(LiveWordsTest, ShowWhatFollowsABareDataUrl) {
  EXPECT_EQ(shown({"data:image/png;base64,AAAA", "BBBB", "CC here", " it is"}),
            (Steps{"", "", "here", "here it is"}));
}

TEST(LiveWordsTest, ShowTwoPicturesApart) {
  EXPECT_EQ(shown({"a ![x](https://h/a.png) b ![y](data:image/png;base64,AA", "AA) c"}),
            (Steps{"a  b", "a  b  c"}));
}

TEST(LiveWordsTest, BeginAnewWhereTheWordsDo) {
  Answer answer;
  const RunStore store;
  LiveWords live;
  answer.choices[0].streamed.words = "First words";
  EXPECT_EQ(live.update(answer, store), "First words");
  answer.choices[0].whole.words = "Other";
  EXPECT_EQ(live.update(answer, store), "Other");
}

TEST(LiveWordsTest, LeaveALinkOutThatIsAll) {
  EXPECT_EQ(shown({"https://host/", "a.png"}), (Steps{"", ""}));
}

}  // namespace
}  // namespace wordbrush::protocol
