// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/answer.h"

#include <gtest/gtest.h>

#include "demo/demo_pictures.h"
#include "demo/instructions.h"
#include "pixels/decode.h"
#include "pixels/encode.h"
#include "protocol/chat_request.h"
#include "protocol/http_failure.h"
#include "protocol/models_reply.h"
#include "protocol/reply_reader.h"

namespace wordbrush::demo {
namespace {

using protocol::ImagePart;
using protocol::PictureRequest;
using test::filled;
using test::part_of;
using test::Pixel;
using test::pixel_at;

Answer answer_to(const PictureRequest& request) {
  return answer_chat(to_text(protocol::make_chat_body(request)));
}

std::string text_of(const Answer& answer) {
  std::string text;
  for (const auto& piece : answer.pieces) text += piece;
  return text;
}

Result<protocol::Reply> reply_of(const Answer& answer) {
  protocol::ReplyReader reader;
  for (const auto& piece : answer.pieces)
    if (auto fed = reader.feed(piece); !fed) return fail(fed.error());
  return reader.finish();
}

class AnswerTest : public testing::TestWithParam<bool> {
 protected:
  PictureRequest request(std::string prompt, std::vector<ImagePart> images = {}) const {
    return {.model = "wordbrush-demo",
            .prompt = std::move(prompt),
            .images = std::move(images),
            .stream = GetParam()};
  }
};

TEST_P(AnswerTest, ChangesThePictureAndSaysSo) {
  const auto answer = answer_to(request("invert", {part_of(filled(20, 10, {0, 100, 255, 128}))}));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, GetParam() ? "text/event-stream" : "application/json");
  const auto reply = reply_of(answer);
  ASSERT_TRUE(reply) << reply.error().detail;
  EXPECT_EQ(reply->text, describe({Action::Invert}));
  EXPECT_EQ(reply->model, "wordbrush-demo");
  EXPECT_EQ(reply->finish_reason, "stop");
  EXPECT_EQ(reply->usage.cost, 0);
  ASSERT_EQ(reply->pictures.size(), 1U);
  const auto picture = pixels::decode(*reply->pictures[0].bytes);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width(), 20);
  EXPECT_EQ(pixel_at(*picture, 3, 3), (Pixel{255, 155, 0, 128}));
}

TEST_P(AnswerTest, AppliesSeveralInOrder) {
  const auto reply = reply_of(answer_to(
      request("black and white, then invert", {part_of(filled(4, 4, {0, 255, 0, 255}))})));
  ASSERT_TRUE(reply);
  const auto picture = pixels::decode(*reply->pictures.at(0).bytes);
  EXPECT_EQ(pixel_at(*picture, 0, 0), (Pixel{35, 35, 35, 255}));
}

TEST_P(AnswerTest, ChangesTheFirstOfTwoPictures) {
  const auto reply =
      reply_of(answer_to(request("invert", {part_of(filled(5, 5, {255, 255, 255, 255})),
                                            part_of(filled(9, 9, {9, 9, 9, 255}))})));
  ASSERT_TRUE(reply);
  ASSERT_EQ(reply->pictures.size(), 1U);
  EXPECT_EQ(pixels::decode(*reply->pictures[0].bytes)->width(), 5);
}

TEST_P(AnswerTest, SaysWhatItKnowsWhenItUnderstandsNothing) {
  for (const auto* const prompt : {"put a hat on the dog", ""}) {
    const auto reply = reply_of(answer_to(request(prompt, {part_of(filled(5, 5, {}))})));
    ASSERT_FALSE(reply) << prompt;
    EXPECT_EQ(reply.error().kind, ErrorKind::NoImage);
    EXPECT_EQ(reply.error().detail, describe_abilities());
  }
}

TEST_P(AnswerTest, PaintsWhereNoPictureWasSent) {
  for (const auto* const prompt : {"a night, 200x100", "200x100"}) {
    const auto reply = reply_of(answer_to(request(prompt)));
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(reply->text, describe_scene());
    const auto picture = pixels::decode(*reply->pictures.at(0).bytes);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width(), 200);
    EXPECT_EQ(picture->height(), 100);
  }
}

TEST_P(AnswerTest, RefusesWhatIsNoPicture) {
  const ImagePart broken{"image/png", std::make_shared<const Bytes>(Bytes{1, 2, 3})};
  const auto answer = answer_to(request("invert", {broken}));
  EXPECT_EQ(answer.status, 400);
  const auto error = protocol::read_http_failure(answer.status, text_of(answer));
  EXPECT_FALSE(error.detail.empty());
}

INSTANTIATE_TEST_SUITE_P(Kinds, AnswerTest, testing::Bool(), [](const auto& test) {
  return std::string(test.param ? "Streamed" : "Whole");
});

TEST(AnswerErrorTest, MalformedRequestsAreRefused) {
  for (const auto* const body : {"", "{", "[]", "{\"messages\":[]}", "{\"messages\":7}"}) {
    const auto answer = answer_chat(body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_EQ(protocol::read_http_failure(answer.status, text_of(answer)).kind,
              ErrorKind::BadRequest)
        << body;
  }
}

TEST(AnswerErrorTest, WrongKeyIsReadAsSuch) {
  const auto answer = answer_error(401, "invalid_api_key", "Not \"the\" key");
  const auto error = protocol::read_http_failure(answer.status, text_of(answer));
  EXPECT_EQ(error.kind, ErrorKind::Auth);
  EXPECT_EQ(error.detail, "Not \"the\" key");
}

TEST(AnswerModelsTest, NamesOneModel) {
  const auto models = protocol::read_models(text_of(answer_models()));
  ASSERT_TRUE(models);
  EXPECT_EQ(protocol::names_of(*models), std::vector<std::string>{"wordbrush-demo"});
}

TEST(StreamedAnswerTest, HasTheFormOfTheApi) {
  const auto text = text_of(answer_to(
      {.model = "m", .prompt = "invert", .images = {part_of(filled(2, 2, {1, 2, 3, 255}))}}));
  EXPECT_TRUE(text.starts_with("data: {\"id\":"));
  EXPECT_NE(text.find("\n\n: PING\n\n"), std::string::npos);
  EXPECT_NE(
      text.find("\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;"
                "base64,iVBO"),
      std::string::npos);
  EXPECT_NE(text.find("\"choices\":[],\"usage\":{"), std::string::npos);
  EXPECT_TRUE(text.ends_with("\n\ndata: [DONE]\n\n"));
}

}  // namespace
}  // namespace wordbrush::demo
