// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "protocol/dialect_requests.h"

namespace wordbrush::protocol {
namespace {

using test::picture;

std::string body_of(const PictureRequest& request) {
  const HttpCall call = test::asked("gemini", "https://relay", request);
  EXPECT_EQ(call.body.content_type, "application/json");
  const std::string text = to_text(call.body);
  EXPECT_EQ(call.body.size(), text.size());
  return text;
}

struct BodyCase {
  const char* name;
  PictureRequest request;
  std::string body;
};

void PrintTo(const BodyCase& c, std::ostream* os) {
  *os << c.name;
}

const std::string modalities = R"("responseModalities":["TEXT","IMAGE"])";

const BodyCase body_cases[] = {
    {"Words",
     {.model = "gemini-3-pro-image", .prompt = "a \"red\" sky"},
     R"({"contents":[{"role":"user","parts":[{"text":"a \"red\" sky"}]}],)"
     R"("generationConfig":{)" +
         modalities + "}}"},
    {"Pictures",
     {.model = "m",
      .prompt = "p",
      .images = {picture("image/png", {1, 2, 3}), picture("image/jpeg", {4})}},
     R"({"contents":[{"role":"user","parts":[{"text":"p"},)"
     R"({"inlineData":{"mimeType":"image/png","data":"AQID"}},)"
     R"({"inlineData":{"mimeType":"image/jpeg","data":"BA=="}}]}],)"
     R"("generationConfig":{)" +
         modalities + "}}"},
    {"RatioAndSize",
     {.model = "gemini-3-pro-image",
      .prompt = "p",
      .aspect_ratio = "16:9",
      .size = "2k",
      .size_fields = SizeFields::Google},
     R"({"contents":[{"role":"user","parts":[{"text":"p"}]}],)"
     R"("generationConfig":{)" +
         modalities + R"(,"imageConfig":{"aspectRatio":"16:9","imageSize":"2K"}}})"},
    {"SizeAlone",
     {.model = "gemini-3.1-flash-image",
      .prompt = "p",
      .size = "512",
      .size_fields = SizeFields::Google},
     R"({"contents":[{"role":"user","parts":[{"text":"p"}]}],)"
     R"("generationConfig":{)" +
         modalities + R"(,"imageConfig":{"imageSize":"512"}}})"},
    {"TheOneWithOneSize",
     {.model = "gemini-2.5-flash-image",
      .prompt = "p",
      .aspect_ratio = "3:2",
      .size = "2K",
      .size_fields = SizeFields::Google},
     R"({"contents":[{"role":"user","parts":[{"text":"p"}]}],)"
     R"("generationConfig":{)" +
         modalities + R"(,"imageConfig":{"aspectRatio":"3:2"}}})"},
    {"InThePrompt",
     {.model = "m", .prompt = "p", .aspect_ratio = "16:9", .size = "2K"},
     R"({"contents":[{"role":"user","parts":[{"text":"p\n\nAspect ratio: 16:9.\n\nSize: 2K."}]}],)"
     R"("generationConfig":{)" +
         modalities + "}}"},
};

class GeminiBodyTest : public testing::TestWithParam<BodyCase> {};

TEST_P(GeminiBodyTest, IsWrittenExactly) {
  EXPECT_EQ(body_of(GetParam().request), GetParam().body);
}

INSTANTIATE_TEST_SUITE_P(Requests, GeminiBodyTest, testing::ValuesIn(body_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(GeminiBodyTest, SharesThePicturesBytes) {
  const ImagePart image = picture("image/png", {1, 2, 3});
  const HttpCall call = test::asked("gemini", "https://relay", {.images = {image}});
  EXPECT_EQ(image.bytes.use_count(), 2);
}

}  // namespace
}  // namespace wordbrush::protocol
