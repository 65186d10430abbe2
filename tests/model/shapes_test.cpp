// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shapes.h"

#include <gtest/gtest.h>

#include "protocol/http_failure.h"
#include "protocol/models_reply.h"
#include "protocol/reply_reader.h"

namespace wordbrush::model {
namespace {

Result<protocol::Reply> read(std::string_view body) {
  protocol::ReplyReader reader;
  if (const auto fed = reader.feed(body); !fed) return fail(fed.error());
  return reader.finish();
}

/// The signature and a body that no base64 leaves in one line by chance.
Bytes picture() {
  Bytes bytes{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  for (int value = 0; value < 256; ++value) bytes.push_back(static_cast<std::uint8_t>(value));
  return bytes;
}

struct ShapeCase {
  const char* name;
  Shape shape;
};

class ShapeTest : public testing::TestWithParam<std::tuple<ShapeCase, bool>> {
 protected:
  std::string reply_of(const Answer& answer) const {
    const auto& [shape, stream] = GetParam();
    return stream ? streamed_reply(answer, shape.shape) : whole_reply(answer, shape.shape);
  }
};

TEST_P(ShapeTest, TheReaderFindsThePictureAndTheWords) {
  const auto reply = read(reply_of({.model = "scripted",
                                    .text = "Two \"lines\"\nwith a \\ and \xc3\xa4",
                                    .picture = picture()}));
  ASSERT_TRUE(reply) << reply.error().detail;
  ASSERT_EQ(reply->pictures.size(), 1u);
  ASSERT_TRUE(reply->pictures[0].bytes);
  EXPECT_EQ(*reply->pictures[0].bytes, picture());
  EXPECT_EQ(reply->text, "Two \"lines\"\nwith a \\ and \xc3\xa4");
  EXPECT_EQ(reply->model, "scripted");
  EXPECT_EQ(reply->usage.completion_tokens, 1290);
}

TEST_P(ShapeTest, WordsAloneAreNoImage) {
  const auto reply = read(reply_of({.model = "scripted", .text = "Only words."}));
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, ErrorKind::NoImage);
  EXPECT_NE(reply.error().detail.find("Only words."), std::string::npos);
}

TEST_P(ShapeTest, ARefusalIsSafety) {
  const auto reply =
      read(reply_of({.model = "m", .finish_reason = "content_filter", .refusal = "I will not."}));
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, ErrorKind::Safety);
  EXPECT_NE(reply.error().detail.find("I will not."), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Shapes, ShapeTest,
                         testing::Combine(testing::Values(ShapeCase{"V1", Shape::ContentArray},
                                                          ShapeCase{"V2", Shape::Markdown},
                                                          ShapeCase{"V4", Shape::Images}),
                                          testing::Bool()),
                         [](const auto& tested) {
                           return std::string(std::get<ShapeCase>(tested.param).name) +
                                  (std::get<bool>(tested.param) ? "Streamed" : "Whole");
                         });

struct FailureCase {
  int status;
  ErrorKind kind;
};

class FailureBodyTest : public testing::TestWithParam<FailureCase> {};

TEST_P(FailureBodyTest, IsReadAsItsKindAndWords) {
  const auto error =
      protocol::read_http_failure(GetParam().status, failure_body(GetParam().status));
  EXPECT_EQ(error.kind, GetParam().kind) << name_of(error.kind);
  EXPECT_NE(error.detail.find(failure_message(GetParam().status)), std::string::npos)
      << error.detail;
}

INSTANTIATE_TEST_SUITE_P(
    Statuses, FailureBodyTest,
    testing::Values(FailureCase{400, ErrorKind::BadRequest}, FailureCase{401, ErrorKind::Auth},
                    FailureCase{402, ErrorKind::Quota}, FailureCase{403, ErrorKind::Permission},
                    FailureCase{404, ErrorKind::NotFound}, FailureCase{413, ErrorKind::TooLarge},
                    FailureCase{429, ErrorKind::RateLimit}, FailureCase{500, ErrorKind::Upstream},
                    FailureCase{503, ErrorKind::Upstream}),
    [](const auto& tested) { return std::to_string(tested.param.status); });

TEST(ModelsReplyTest, IsAListOfNames) {
  const auto models = protocol::read_models(models_reply());
  ASSERT_TRUE(models);
  EXPECT_EQ(models->size(), 3u);
  EXPECT_EQ(models->back().name, "words-only");
}

}  // namespace
}  // namespace wordbrush::model
