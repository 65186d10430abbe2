// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/event_template.h"

#include <gtest/gtest.h>

#include "protocol/json.h"
#include "protocol/shapes.h"

namespace wordbrush::protocol {
namespace {

std::string event(const std::string& words) {
  return R"({"id":"c-1","model":"m-1","choices":[{"index":2,"delta":{"role":"assistant",)"
         R"("content":")" +
         words + R"("},"finish_reason":null}]})";
}

Answer parsed(const std::string& text) {
  Answer answer;
  if (const JsonNodePtr document = parse_json(text)) read_shapes(document.get(), answer);
  return answer;
}

std::string described(const Answer& answer) {
  std::string text = answer.model + (answer.has_json ? " json" : "") +
                     (answer.is_known_shape ? " known" : "") + (answer.error ? " error" : "");
  for (const auto& [index, choice] : answer.choices)
    text += "\n" + std::to_string(index) + ": " + choice.streamed.words + "|" + choice.whole.words +
            "|" + choice.finish_reason;
  return text;
}

EventTemplate learned_from(const std::string& text) {
  EventTemplate made;
  made.learn(text);
  return made;
}

class SameEventTest : public testing::TestWithParam<const char*> {};

TEST_P(SameEventTest, MeansWhatTheParserSays) {
  auto made = learned_from(event("Hello"));
  Answer answer;
  ASSERT_TRUE(made.read(event(GetParam()), answer));
  EXPECT_EQ(described(answer), described(parsed(event(GetParam()))));
}

INSTANTIATE_TEST_SUITE_P(Words, SameEventTest,
                         testing::Values("", " ", "a", "{}[],:", "'", "/+=", "![i](data:,",
                                         "\u56fe\u7247", "\u00e9", "null"));

class OtherEventTest : public testing::TestWithParam<std::string> {};

TEST_P(OtherEventTest, IsLeftToTheParser) {
  auto made = learned_from(event("Hello"));
  Answer answer;
  EXPECT_FALSE(made.read(GetParam(), answer));
  EXPECT_EQ(described(answer), described(Answer()));
}

INSTANTIATE_TEST_SUITE_P(Events, OtherEventTest,
                         testing::Values(event(R"(a\nb)"), event(R"(a\u0022)"), event("a\nb"),
                                         event("\xFF"), event(std::string(1, '\0')),
                                         event(R"(a","content":"b)"),
                                         event(R"(a"},"finish_reason":"stop"}],"x":[{"y":{"z":")"),
                                         event("\\"), event("a").substr(0, 60), event("a") + " ",
                                         " " + event("a"), "", "{}",
                                         R"({"id":"c-1","model":"m-1"})"));

// Of each of these something else than the words of `content` counts, or may count.
class UnlearnedEventTest : public testing::TestWithParam<const char*> {};

TEST_P(UnlearnedEventTest, IsNoTemplate) {
  ASSERT_TRUE(parsed(GetParam()).has_json);
  auto made = learned_from(GetParam());
  Answer answer;
  EXPECT_FALSE(made.read(GetParam(), answer));
}

INSTANTIATE_TEST_SUITE_P(
    Events, UnlearnedEventTest,
    testing::Values(
        R"({"choices":[{"delta":{"content":""}}]})", R"({"choices":[{"delta":{"content":"a\n"}}]})",
        R"({"x":"\"","choices":[{"delta":{"content":"ab"}}]})",
        R"({"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]})",
        R"({"choices":[{"delta":{"content":"a"}}],"usage":{"prompt_tokens":1}})",
        R"({"choices":[{"message":{"content":"a"}}]})",
        R"({"choices":[{"delta":{"content":"a","refusal":"b"}}]})",
        R"({"choices":[{"delta":{"content":"a","reasoning":"b"}}]})",
        R"({"choices":[{"delta":{"content":"a"}}],"error":"b"})",
        R"({"choices":[{"delta":{"content":"a"}},{"index":1,"delta":{"content":"b"}}]})",
        // The words that count stand elsewhere.
        R"({"content":"a","choices":[{"delta":{"content":[{"text":"a"}]}}]})",
        R"({"content":"abcd","choices":[{"delta":{"content":["ab","cd"]}}]})",
        R"({"choices":[{"delta":{"content":"a","content":"b"}}]})"));

TEST(EventTemplateTest, GivesUpWhereNoEventIsLikeTheLast) {
  EventTemplate made;
  for (int i = 0; i < 100 && made.wants_to_learn(); ++i)
    made.learn(R"({"id":)" + std::to_string(i) + R"(,"choices":[{"delta":{"content":"a"}}]})");
  EXPECT_FALSE(made.wants_to_learn());
}

TEST(EventTemplateTest, LearnsAnewWhereTheStreamChanges) {
  EventTemplate made;
  for (int i = 0; i < 100; ++i) {
    const std::string start = R"({"created":)" + std::to_string(i);
    const std::string rest = R"(,"choices":[{"delta":{"content":"a"}}]})";
    ASSERT_TRUE(made.wants_to_learn());
    made.learn(start + rest);
    Answer answer;
    EXPECT_TRUE(made.read(start + rest, answer));
  }
}

}  // namespace
}  // namespace wordbrush::protocol
