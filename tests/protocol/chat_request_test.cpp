// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/chat_request.h"

#include <gtest/gtest.h>

#include <memory>

namespace wordbrush::protocol {
namespace {

SharedBytes shared(Bytes bytes) {
  return std::make_shared<const Bytes>(std::move(bytes));
}

PictureRequest written_and_read(const PictureRequest& request) {
  const auto back = read_chat_request(to_text(make_chat_body(request)));
  EXPECT_TRUE(back) << back.error().detail;
  return back.value_or(PictureRequest{});
}

TEST(MakeChatBodyTest, IsTheSmallestBodyWithoutAPicture) {
  const PictureRequest request{.model = "m", .prompt = "a red sky", .stream = false};
  EXPECT_EQ(to_text(make_chat_body(request)),
            R"({"model":"m","stream":false,"messages":[{"role":"user","content":"a red sky"}]})");
}

TEST(MakeChatBodyTest, PutsTheTextBeforeThePictures) {
  const PictureRequest request{
      .model = "m",
      .prompt = "p",
      .images = {{"image/png", shared({1, 2, 3})}, {"image/jpeg", shared({4})}}};
  EXPECT_EQ(to_text(make_chat_body(request)),
            R"({"model":"m","stream":true,"messages":[{"role":"user","content":[)"
            R"({"type":"text","text":"p"},)"
            R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}},)"
            R"({"type":"image_url","image_url":{"url":"data:image/jpeg;base64,BA=="}}]}]})");
}

TEST(MakeChatBodyTest, SharesThePicturesBytes) {
  const SharedBytes bytes = shared({1, 2, 3});
  const RequestBody body = make_chat_body({.images = {{"image/png", bytes}}});
  EXPECT_EQ(bytes.use_count(), 2);
  EXPECT_EQ(body.content_type, "application/json");
  EXPECT_EQ(body.size(), to_text(body).size());
}

struct PromptCase {
  const char* name;
  std::string prompt;
  std::string read;
};

void PrintTo(const PromptCase& c, std::ostream* os) {
  *os << testing::PrintToString(c.prompt);
}

const PromptCase prompt_cases[] = {
    {"Empty", "", ""},
    {"Quotes", R"(say "hi" \ there)", R"(say "hi" \ there)"},
    {"LineBreaks", "a\nb\r\n\tc", "a\nb\r\n\tc"},
    {"ControlBytes", "a\x01\x1F\x7F", "a\x01\x1F\x7F"},
    {"OtherScripts", "\xE5\xA4\xA9\xF0\x9F\x8E\xA8", "\xE5\xA4\xA9\xF0\x9F\x8E\xA8"},
    {"Markup", "</script>\xE2\x80\xA8", "</script>\xE2\x80\xA8"},
    {"NoUtf8", "a\xFF\xC3z", "a\xEF\xBF\xBD\xEF\xBF\xBDz"},
    {"CutCharacter", "a\xE5\xA4", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"NulByte", std::string("a\0b", 3),
     "a\xEF\xBF\xBD"
     "b"},
};

class PromptTest : public testing::TestWithParam<PromptCase> {};

TEST_P(PromptTest, ComesBackWithoutAPicture) {
  EXPECT_EQ(written_and_read({.prompt = GetParam().prompt}).prompt, GetParam().read);
}

TEST_P(PromptTest, ComesBackBesideAPicture) {
  const auto back =
      written_and_read({.prompt = GetParam().prompt, .images = {{"image/png", shared({7})}}});
  EXPECT_EQ(back.prompt, GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(Prompts, PromptTest, testing::ValuesIn(prompt_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(ReadChatRequestTest, GivesBackModelStreamAndPictures) {
  for (const bool stream : {true, false}) {
    const auto back = written_and_read(
        {.model = "gemini \"x\"",
         .prompt = "p",
         .images = {{"image/png", shared({1, 2, 3, 4})}, {"image/webp", shared({0, 255})}},
         .stream = stream});
    EXPECT_EQ(back.model, "gemini \"x\"");
    EXPECT_EQ(back.stream, stream);
    ASSERT_EQ(back.images.size(), 2U);
    EXPECT_EQ(back.images[0].mime_type, "image/png");
    EXPECT_EQ(*back.images[0].bytes, (Bytes{1, 2, 3, 4}));
    EXPECT_EQ(back.images[1].mime_type, "image/webp");
    EXPECT_EQ(*back.images[1].bytes, (Bytes{0, 255}));
  }
}

TEST(ReadChatRequestTest, TakesTheLastMessageOfTheUser) {
  const auto request = read_chat_request(
      R"({"messages":[{"role":"system","content":"s"},{"role":"user","content":"first"},)"
      R"({"role":"assistant","content":"a"},{"role":"user","content":"second"}]})");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->prompt, "second");
  EXPECT_FALSE(request->stream);
}

TEST(ReadChatRequestTest, TakesAPictureWhoseAddressIsAPlainString) {
  const auto request = read_chat_request(
      R"({"messages":[{"role":"user","content":[{"type":"image_url",)"
      R"("image_url":"data:image/png;base64,AQID"},{"type":"text","text":"p"}]}]})");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->prompt, "p");
  ASSERT_EQ(request->images.size(), 1U);
  EXPECT_EQ(*request->images[0].bytes, (Bytes{1, 2, 3}));
}

struct BadRequestCase {
  const char* name;
  std::string body;
};

void PrintTo(const BadRequestCase& c, std::ostream* os) {
  *os << c.body.substr(0, 80);
}

const BadRequestCase bad_request_cases[] = {
    {"Nothing", ""},
    {"NoJson", "hello"},
    {"NoObject", "[]"},
    {"NoMessages", R"({"model":"m"})"},
    {"NullMessages", R"({"messages":null})"},
    {"NoMessageOfTheUser", R"({"messages":[{"role":"system","content":"s"}]})"},
    {"NumberAsMessage", R"({"messages":[1]})"},
    {"LinkAsPicture",
     R"({"messages":[{"role":"user","content":[{"image_url":{"url":"https://host/a.png"}}]}]})"},
    {"BrokenBase64",
     R"({"messages":[{"role":"user","content":[{"image_url":"data:image/png;base64,AQ*D"}]}]})"},
    {"NullPicture", R"({"messages":[{"role":"user","content":[{"image_url":null}]}]})"},
    {"TooDeep", std::string(100000, '[')},
};

class BadRequestTest : public testing::TestWithParam<BadRequestCase> {};

TEST_P(BadRequestTest, IsRefused) {
  const auto request = read_chat_request(GetParam().body);
  ASSERT_FALSE(request);
  EXPECT_EQ(request.error().kind, ErrorKind::BadRequest);
}

INSTANTIATE_TEST_SUITE_P(Bodies, BadRequestTest, testing::ValuesIn(bad_request_cases),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::protocol
