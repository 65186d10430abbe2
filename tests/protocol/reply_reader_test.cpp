// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/reply_reader.h"

#include <gtest/gtest.h>

#include "protocol/reading.h"

namespace wordbrush::protocol {
namespace {

// Every body in tests/data/replies is read small and large, whole and cut, with
// every kind of line end.
const auto every_picture = testing::ValuesIn(reply_cases("pictures"));
const auto every_error = testing::ValuesIn(reply_cases("errors"));

std::string case_name(const testing::TestParamInfo<ReplyCase>& test) {
  return test.param.name;
}

class ReplyPictureTest : public testing::TestWithParam<ReplyCase> {};

TEST_P(ReplyPictureTest, GivesPicturesAndWords) {
  for (const Pictures& pictures : {small_pictures(), large_pictures()}) {
    const std::string body = filled(GetParam().body, pictures);
    const auto reply = read_in_pieces(body, body.size());
    ASSERT_TRUE(reply) << described(reply);
    EXPECT_EQ(names_of(*reply, pictures), GetParam().fields.at("pictures"));
    EXPECT_EQ(reply->text, GetParam().fields.at("text"));
  }
}

INSTANTIATE_TEST_SUITE_P(Data, ReplyPictureTest, every_picture, case_name);

class ReplyErrorTest : public testing::TestWithParam<ReplyCase> {};

TEST_P(ReplyErrorTest, SaysWhatWentWrong) {
  for (const Pictures& pictures : {small_pictures(), large_pictures()}) {
    const std::string body = filled(GetParam().body, pictures);
    const auto reply = read_in_pieces(body, body.size());
    ASSERT_FALSE(reply) << described(reply);
    EXPECT_EQ(name_of(reply.error().kind), GetParam().fields.at("kind"));
    EXPECT_EQ(reply.error().detail, GetParam().fields.at("detail"));
  }
}

INSTANTIATE_TEST_SUITE_P(Data, ReplyErrorTest, every_error, case_name);

class ReplyCutTest : public testing::TestWithParam<ReplyCase> {};

TEST_P(ReplyCutTest, ChangesNothing) {
  for (const Pictures& pictures : {small_pictures(), large_pictures()}) {
    const std::string body = filled(GetParam().body, pictures);
    const std::string whole = described(read_in_pieces(body, body.size()));
    for (const std::size_t piece : {1, 2, 7, 255, 256, 4093})
      EXPECT_EQ(described(read_in_pieces(body, piece)), whole) << "in pieces of " << piece;
  }
}

TEST_P(ReplyCutTest, ChangesNothingWithOtherLineEnds) {
  const std::string body = filled(GetParam().body, large_pictures());
  const std::string with_lf = described(read_in_pieces(body, body.size()));
  for (const char* const line_end : {"\r\n", "\r"}) {
    const std::string other = replaced(body, "\n", line_end);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, other.size()})
      EXPECT_EQ(described(read_in_pieces(other, piece)), with_lf) << "in pieces of " << piece;
  }
}

INSTANTIATE_TEST_SUITE_P(Pictures, ReplyCutTest, every_picture, case_name);
INSTANTIATE_TEST_SUITE_P(Errors, ReplyCutTest, every_error, case_name);

// --- A data URL cut over deltas ---

/// A stream whose deltas hold `content` in pieces of `piece` bytes.
std::string stream_of(std::string_view content, std::size_t piece) {
  std::string stream;
  for (std::size_t at = 0; at < content.size(); at += piece) {
    stream += "data: {\"choices\":[{\"delta\":{\"content\":\"" +
              std::string(content.substr(at, piece)) + "\"}}]}\n\n";
  }
  return stream + "data: [DONE]\n\n";
}

class CutDataUrlTest : public testing::TestWithParam<std::size_t> {};

TEST_P(CutDataUrlTest, JoinsAtAnyPhase) {
  for (const std::size_t size : {1000, 1001, 1002}) {
    const Bytes bytes = picture_bytes(size, unsigned(size));
    const std::string content = "Hi ![image](data:image/png;base64," + to_base64(bytes) + ") you";
    const auto reply = read_in_pieces(stream_of(content, GetParam()), 1000);
    ASSERT_TRUE(reply) << described(reply);
    ASSERT_EQ(reply->pictures.size(), 1U);
    EXPECT_EQ(*reply->pictures[0].bytes, bytes);
    EXPECT_EQ(reply->text, "Hi  you");
  }
}

// Some below and above the length of what is taken out, and all four remainders.
INSTANTIATE_TEST_SUITE_P(Deltas, CutDataUrlTest,
                         testing::Values(1, 3, 4, 5, 64, 255, 256, 257, 258, 259, 260, 300, 401,
                                         402, 403, 700));

// --- What comes with a reply ---

TEST(ReplyTest, HoldsModelReasonAndUsage) {
  const auto reply = read_in_pieces(
      R"({"model":"m-1","choices":[{"message":{"content":"https://host/a.png"},)"
      R"("finish_reason":"stop"}],"usage":{"prompt_tokens":271,"completion_tokens":1290,)"
      R"("cost":0.039}})",
      7);
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->model, "m-1");
  EXPECT_EQ(reply->finish_reason, "stop");
  EXPECT_EQ(reply->usage.prompt_tokens, 271);
  EXPECT_EQ(reply->usage.completion_tokens, 1290);
  EXPECT_EQ(reply->usage.cost, 0.039);
}

TEST(ReplyTest, LeavesUsageOpenWhereNothingIsSaid) {
  const auto reply =
      read_in_pieces(R"({"data":[{"url":"https://host/a.png"}],"usage":{"cost":"?"}})", 7);
  ASSERT_TRUE(reply);
  EXPECT_FALSE(reply->usage.prompt_tokens);
  EXPECT_FALSE(reply->usage.completion_tokens);
  EXPECT_FALSE(reply->usage.cost);
}

TEST(ReplyTest, KeepsAPictureWhenAnErrorFollows) {
  const std::string body = delta("Hi " + markdown(large_pictures().a)) +
                           R"(data: {"error":{"message":"It broke.","code":502}})";
  const auto reply = read_in_pieces(body, 100);
  ASSERT_TRUE(reply) << described(reply);
  EXPECT_EQ(names_of(*reply, large_pictures()), "A");
  EXPECT_EQ(reply->text, "Hi\n\nIt broke.");
}

TEST(ReplyTest, KeepsAPictureThatWasWholeWhenTheBodyIsCut) {
  const std::string body = R"({"choices":[{"message":{"content":[{"image_url":{"url":)"
                           R"("data:image/png;base64,)" +
                           large_pictures().a + R"("}},{"type":"text","text":"and no)";
  for (const std::string& cut : {body, "data: " + body}) {
    const auto reply = read_in_pieces(cut, 100);
    ASSERT_TRUE(reply) << described(reply);
    EXPECT_EQ(names_of(*reply, large_pictures()), "A");
  }
}

TEST(ReplyTest, GivesBackLongWordsThatLookLikeBase64) {
  std::string word;
  while (word.size() < 1000) word += "abcd-efg_";
  const auto reply = read_in_pieces(
      delta("![i](https://host/" + word + "?t=1) " + word + ".") + "data: [DONE]", 33);
  ASSERT_TRUE(reply) << described(reply);
  ASSERT_EQ(reply->pictures.size(), 1U);
  EXPECT_EQ(reply->pictures[0].url, "https://host/" + word + "?t=1");
  EXPECT_EQ(reply->text, word + ".");
}

TEST(ReplyTest, NeverShowsWhatStoodForBase64) {
  const std::string word(300, 'a');
  for (const std::string& body :
       {"{\"error\":\"" + word + "\"}",
        "{\"choices\":[{\"message\":{\"refusal\":\"" + word + "\"}}]}",
        "{\"promptFeedback\":{\"blockReason\":\"" + word + "\"}}",
        "{\"choices\":[{\"message\":{\"content\":\"" + word + "\"}}]}",
        "{\"candidates\":[{\"finishReason\":\"SAFETY\",\"finishMessage\":\"" + word + "\"}]}"}) {
    const auto reply = read_in_pieces(body, 7);
    ASSERT_FALSE(reply);
    EXPECT_TRUE(reply.error().detail.contains(word)) << described(reply);
  }
}

TEST(ReplyTest, KeepsTheLastOfTooManyPictures) {
  std::string parts;
  for (int i = 0; i < 40; ++i)
    parts += (i > 0 ? "," : "") + ("{\"url\":\"https://host/" + std::to_string(i) + "\"}");
  const auto reply = read_in_pieces("{\"data\":[" + parts + "]}", 1000);
  ASSERT_TRUE(reply);
  ASSERT_EQ(reply->pictures.size(), 32U);
  EXPECT_EQ(reply->pictures.back().url, "https://host/39");
}

TEST(ReplyTest, JoinsTheWordsOfSeveralChoices) {
  const auto reply = read_in_pieces(
      R"({"choices":[{"index":1,"message":{"content":"two","images":["https://host/2.png"]}},)"
      R"({"index":0,"message":{"content":"one","images":["https://host/1.png"]}}]})",
      7);
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->text, "one\n\ntwo");
  EXPECT_EQ(names_of(*reply, {}), "https://host/1.png https://host/2.png");
}

TEST(ReplyTest, QuotesAtMost500CharactersOfWords) {
  std::string words;
  for (int i = 0; i < 600; ++i) words += "\xC3\xA9";
  const auto reply = read_in_pieces(delta(words) + "data: [DONE]", 7);
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, ErrorKind::NoImage);
  EXPECT_EQ(reply.error().detail, words.substr(0, 1000) + "...");
}

}  // namespace
}  // namespace wordbrush::protocol
