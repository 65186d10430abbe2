// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/models_reply.h"

#include <gtest/gtest.h>

namespace wordbrush::protocol {
namespace {

using Names = std::vector<std::string>;

struct ModelsCase {
  const char* name;
  const char* body;
  Names names;
};

void PrintTo(const ModelsCase& c, std::ostream* os) {
  *os << c.body;
}

const ModelsCase models_cases[] = {
    {"PictureModelsFirst",
     R"({"object":"list","data":[{"id":"gpt-5"},{"id":"gemini-3-pro-image"},{"id":"claude"},)"
     R"({"id":"flux-kontext-pro"},{"id":"Nano-Banana"}]})",
     {"flux-kontext-pro", "gemini-3-pro-image", "Nano-Banana", "claude", "gpt-5"}},
    {"NewApiSuccess", R"({"success":true,"data":[{"id":"b"},{"id":"a"}]})", {"a", "b"}},
    {"Twice", R"({"data":[{"id":"a"},{"id":"b"},{"id":"a"}]})", {"a", "b"}},
    {"OpenRouterSaysWhatComesOut",
     R"({"data":[{"id":"z","architecture":{"output_modalities":["text","image"]}},)"
     R"({"id":"image-reader","architecture":{"output_modalities":["text"]}}]})",
     {"z", "image-reader"}},
    {"GoogleNative",
     R"({"models":[{"name":"models/imagen-4"},{"name":"models/a"}]})",
     {"imagen-4", "a"}},
    {"PlainList", R"(["b","a"])", {"a", "b"}},
    {"OddEntries", R"({"data":[null,1,{},{"id":""},{"id":"a"},"b"]})", {"a", "b"}},
    {"NoModels", R"({"data":[]})", {}},
};

class ModelsReplyTest : public testing::TestWithParam<ModelsCase> {};

TEST_P(ModelsReplyTest, GivesTheNames) {
  const auto names = read_models(GetParam().body);
  ASSERT_TRUE(names) << names.error().detail;
  EXPECT_EQ(*names, GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(Bodies, ModelsReplyTest, testing::ValuesIn(models_cases),
                         [](const auto& test) { return std::string(test.param.name); });

struct BadModelsCase {
  const char* name;
  const char* body;
  ErrorKind kind;
};

void PrintTo(const BadModelsCase& c, std::ostream* os) {
  *os << c.body;
}

const BadModelsCase bad_models_cases[] = {
    {"Nothing", "", ErrorKind::Protocol},
    {"Html", "<html></html>", ErrorKind::Protocol},
    {"OtherJson", R"({"hello":1})", ErrorKind::Protocol},
    {"Login", R"({"success":false,"message":"Invalid token"})", ErrorKind::Auth},
    {"ErrorObject", R"({"error":{"message":"m","code":429}})", ErrorKind::RateLimit},
};

class BadModelsTest : public testing::TestWithParam<BadModelsCase> {};

TEST_P(BadModelsTest, IsAnError) {
  const auto names = read_models(GetParam().body);
  ASSERT_FALSE(names);
  EXPECT_EQ(name_of(names.error().kind), name_of(GetParam().kind));
  EXPECT_FALSE(names.error().detail.empty());
}

INSTANTIATE_TEST_SUITE_P(Bodies, BadModelsTest, testing::ValuesIn(bad_models_cases),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::protocol
