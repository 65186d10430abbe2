// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/sentence.h"

#include <gtest/gtest.h>

namespace wordbrush::edit {
namespace {

constexpr int kinds = static_cast<int>(ErrorKind::Host) + 1;

class SentenceTest : public testing::TestWithParam<int> {
 protected:
  ErrorKind kind() const { return static_cast<ErrorKind>(GetParam()); }
};

TEST_P(SentenceTest, IsASentenceWithoutADetail) {
  const std::string sentence = to_sentence({kind(), ""});
  EXPECT_TRUE(sentence.ends_with('.')) << sentence;
  EXPECT_EQ(sentence.find('%'), std::string::npos) << sentence;
}

TEST_P(SentenceTest, HoldsTheDetailAsItIs) {
  const std::string detail = "100 %s of what the endpoint said";
  const std::string sentence = to_sentence({kind(), detail});
  EXPECT_NE(sentence.find(detail), std::string::npos) << sentence;
}

TEST_P(SentenceTest, NamesTheKindForScripts) {
  const std::string message = to_message({kind(), "words"});
  EXPECT_TRUE(message.starts_with("[" + std::string(name_of(kind())) + "] ")) << message;
}

INSTANTIATE_TEST_SUITE_P(Kinds, SentenceTest, testing::Range(0, kinds), [](const auto& test) {
  return std::string(name_of(static_cast<ErrorKind>(test.param)));
});

TEST(SentenceTest, DoesNotDoubleTheFullStop) {
  const std::string sentence = to_sentence({ErrorKind::Auth, "Incorrect key."});
  EXPECT_NE(sentence.find("Incorrect key. Check"), std::string::npos) << sentence;
}

TEST(SentenceTest, DoesNotDoubleAChineseFullStop) {
  const std::string sentence = to_sentence({ErrorKind::Auth, "\u5bc6\u94a5\u65e0\u6548\u3002\n"});
  EXPECT_NE(sentence.find("\u5bc6\u94a5\u65e0\u6548. Check"), std::string::npos) << sentence;
}

TEST(SentenceTest, SaysASentenceOfOursOnce) {
  EXPECT_EQ(to_sentence({ErrorKind::Truncated, "The answer stopped in the middle."}),
            "The answer stopped in the middle. Try again.");
  EXPECT_EQ(to_sentence({ErrorKind::Empty, "The service returned nothing."}),
            "The service returned nothing.");
}

}  // namespace
}  // namespace wordbrush::edit
