// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "protocol/reading.h"
#include "protocol/reply_reader.h"

namespace wordbrush::protocol {
namespace {

TEST(TextSoFarTest, GrowsWithoutPictures) {
  ReplyReader reader;
  const auto say = [&](const std::string& words) {
    EXPECT_TRUE(reader.feed(delta(words)));
    return reader.text_so_far();
  };
  EXPECT_EQ(reader.text_so_far(), "");
  EXPECT_EQ(say("One "), "One");
  EXPECT_EQ(say("two "), "One two");
  EXPECT_EQ(say("![im"), "One two");
  EXPECT_EQ(say("age](data:image/png;base64,"), "One two");
  EXPECT_EQ(say(large_pictures().a), "One two");
  EXPECT_EQ(say(") three"), "One two  three");
}

TEST(TextSoFarTest, HoldsLongWordsWithoutThePicture) {
  std::string words;
  while (words.size() < 16UZ * 1024) words += "word ";
  ReplyReader reader;
  ASSERT_TRUE(reader.feed(delta(words + "![image](data:image/png;base64,")));
  ASSERT_TRUE(reader.feed(delta(large_pictures().a)));
  ASSERT_TRUE(reader.feed(delta(large_pictures().b + ")")));
  EXPECT_EQ(reader.text_so_far(), words.substr(0, words.size() - 1));
}

TEST(TextSoFarTest, ComesBeforeTheEventsEnd) {
  ReplyReader reader;
  ASSERT_TRUE(reader.feed(delta("Hi") + "data: {\"ch"));
  EXPECT_EQ(reader.text_so_far(), "Hi");
}

}  // namespace
}  // namespace wordbrush::protocol
