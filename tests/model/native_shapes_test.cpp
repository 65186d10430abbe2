// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/native_shapes.h"

#include <gtest/gtest.h>

#include "protocol/models_reply.h"
#include "protocol/reply_reader.h"

namespace wordbrush::model {
namespace {

Answer answer() {
  Answer made{.model = "m", .text = "Here."};
  made.picture = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
  made.draft = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 2};
  return made;
}

struct NativeShapeCase {
  const char* name;
  std::string body;
  const char* text;
};

void PrintTo(const NativeShapeCase& c, std::ostream* os) {
  *os << c.name;
}

class NativeShapeTest : public testing::TestWithParam<NativeShapeCase> {};

TEST_P(NativeShapeTest, TheReaderFindsThePictureAndNotTheDraft) {
  protocol::ReplyReader reader;
  ASSERT_TRUE(reader.feed(GetParam().body));
  const auto reply = reader.finish();
  ASSERT_TRUE(reply) << reply.error().detail;
  ASSERT_EQ(reply->pictures.size(), 1U);
  EXPECT_EQ(*reply->pictures[0].bytes, answer().picture);
  EXPECT_EQ(reply->text, GetParam().text);
  EXPECT_EQ(reply->usage.prompt_tokens, 271);
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, NativeShapeTest,
    testing::Values(NativeShapeCase{"Gemini", gemini_reply(answer()), "Here."},
                    NativeShapeCase{"GeminiEvents", streamed_gemini_reply(answer(), true), "Here."},
                    NativeShapeCase{"GeminiList", streamed_gemini_reply(answer(), false), "Here."},
                    NativeShapeCase{"Images", images_reply(answer()), ""},
                    NativeShapeCase{"ImagesEvents", streamed_images_reply(answer(), "image_edit"),
                                    ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(GeminiRefusalTest, IsOneOfSafety) {
  protocol::ReplyReader reader;
  ASSERT_TRUE(reader.feed(gemini_reply({.model = "m", .refusal = "I will not."})));
  const auto reply = reader.finish();
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, ErrorKind::Safety);
  EXPECT_EQ(reply.error().detail, "I will not.");
}

TEST(GeminiModelsTest, AreListed) {
  EXPECT_EQ(protocol::read_models(gemini_models_reply()).transform(protocol::names_of),
            (std::vector<std::string>{"gemini-3-pro-image", "words-only"}));
}

}  // namespace
}  // namespace wordbrush::model
