// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/size_fields.h"

#include <gtest/gtest.h>

#include "protocol/chat_request.h"

namespace wordbrush::protocol {
namespace {

struct FieldsCase {
  const char* name;
  SizeFields fields;
  const char* ratio;
  const char* size;
  std::string body;
};

void PrintTo(const FieldsCase& c, std::ostream* os) {
  *os << c.name;
}

std::string words(const std::string& text) {
  return R"("messages":[{"role":"user","content":")" + text + R"("}]})";
}

// protocol.md, 1.3, row by row.
const FieldsCase fields_cases[] = {
    {"PromptOfNothing", SizeFields::Prompt, "", "", R"({"model":"m","stream":true,)" + words("p")},
    {"Prompt", SizeFields::Prompt, "16:9", "2K",
     R"({"model":"m","stream":true,)" + words(R"(p\n\nAspect ratio: 16:9.\n\nSize: 2K.)")},
    {"OpenRouterOfNothing", SizeFields::OpenRouter, "", "",
     R"({"model":"m","stream":true,"modalities":["image","text"],)" + words("p")},
    {"OpenRouter", SizeFields::OpenRouter, "16:9", "2k",
     R"({"model":"m","stream":true,"modalities":["image","text"],)"
     R"("image_config":{"aspect_ratio":"16:9","image_size":"2K"},)" +
         words("p")},
    {"OpenRoutersSmallest", SizeFields::OpenRouter, "", "512",
     R"({"model":"m","stream":true,"modalities":["image","text"],)"
     R"("image_config":{"image_size":"0.5K"},)" +
         words("p")},
    {"GoogleOfNothing", SizeFields::Google, "", "", R"({"model":"m","stream":true,)" + words("p")},
    {"Google", SizeFields::Google, "16:9", "2K",
     R"({"model":"m","stream":true,"extra_body":{"google":{)"
     R"("image_config":{"aspect_ratio":"16:9","image_size":"2K"}}},)" +
         words("p")},
    {"FlatOfNothing", SizeFields::Flat, "", "", R"({"model":"m","stream":true,)" + words("p")},
    {"Flat", SizeFields::Flat, "16:9", "4K",
     R"({"model":"m","stream":true,"aspect_ratio":"16:9","image_size":"4K",)" + words("p")},
    {"FlatRatioAlone", SizeFields::Flat, "3:2", "",
     R"({"model":"m","stream":true,"aspect_ratio":"3:2",)" + words("p")},
    {"ModelSuffix", SizeFields::ModelSuffix, "16:9", "2K",
     R"({"model":"m-2k","stream":true,)" + words(R"(p\n\nAspect ratio: 16:9.)")},
    {"ModelSuffixOfTheUsualSize", SizeFields::ModelSuffix, "", "1K",
     R"({"model":"m","stream":true,)" + words("p")},
    {"SystemMessage", SizeFields::SystemMessage, "16:9", "2K",
     R"({"model":"m","stream":true,"messages":[{"role":"system","content":"aspect_ratio=16:9"},)"
     R"({"role":"user","content":"p\n\nSize: 2K."}]})"},
    {"SystemMessageOfNothing", SizeFields::SystemMessage, "", "",
     R"({"model":"m","stream":true,)" + words("p")},
};

PictureRequest request_of(const FieldsCase& c) {
  return {.model = "m",
          .prompt = "p",
          .aspect_ratio = c.ratio,
          .size = c.size,
          .size_fields = c.fields};
}

class SizeFieldsTest : public testing::TestWithParam<FieldsCase> {};

TEST_P(SizeFieldsTest, AreWrittenExactly) {
  EXPECT_EQ(to_text(make_chat_body(request_of(GetParam()))), GetParam().body);
}

TEST_P(SizeFieldsTest, GiveWayToThePrompt) {
  const PictureRequest request = request_of(GetParam());
  const std::string plain = to_text(make_chat_body(without_optional_fields(request)));
  PictureRequest said = request;
  said.size_fields = SizeFields::Prompt;
  EXPECT_EQ(plain, to_text(make_chat_body(said)));
  // Whoever repeats a request that holds none would pay for the same failure.
  if (!has_optional_fields(request)) {
    EXPECT_EQ(plain, GetParam().body);
  }
  EXPECT_FALSE(has_optional_fields(without_optional_fields(request)));
}

INSTANTIATE_TEST_SUITE_P(Rows, SizeFieldsTest, testing::ValuesIn(fields_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(ModelSuffixTest, IsNotWrittenTwice) {
  const PictureRequest request{
      .model = "m-4k", .prompt = "p", .size = "4K", .size_fields = SizeFields::ModelSuffix};
  EXPECT_TRUE(to_text(make_chat_body(request)).contains(R"("model":"m-4k")"));
}

TEST(OptionalFieldsTest, AMaskIsOne) {
  const PictureRequest request{.mask =
                                   ImagePart{"image/png", std::make_shared<const Bytes>(Bytes{1})}};
  EXPECT_TRUE(has_optional_fields(request));
  EXPECT_FALSE(without_optional_fields(request).mask);
}

TEST(SizeFieldsNameTest, IsKnown) {
  for (const SizeFieldsName& known : size_fields_names())
    EXPECT_EQ(find_size_fields(known.name).value(), known.fields);
  EXPECT_EQ(find_size_fields("").value(), std::nullopt);
}

TEST(SizeFieldsNameTest, IsRepeatedWhereItIsNotKnown) {
  const auto found = find_size_fields("in verse");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, ErrorKind::Input);
  EXPECT_TRUE(found.error().detail.contains("\"in verse\"")) << found.error().detail;
}

}  // namespace
}  // namespace wordbrush::protocol
