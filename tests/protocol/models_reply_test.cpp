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

class ModelNamesTest : public testing::TestWithParam<ModelsCase> {};

TEST_P(ModelNamesTest, AreInOrder) {
  const auto names = read_models(GetParam().body);
  ASSERT_TRUE(names) << names.error().detail;
  EXPECT_EQ(names_of(*names), GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(Bodies, ModelNamesTest, testing::ValuesIn(models_cases),
                         [](const auto& test) { return std::string(test.param.name); });

struct PicturesCase {
  const char* name;
  const char* entry;
  bool makes_pictures;
};

void PrintTo(const PicturesCase& c, std::ostream* os) {
  *os << c.entry;
}

const PicturesCase pictures_cases[] = {
    {"ByItsName", R"({"id":"x/FLUX.2-max"})", true},
    {"NotByItsName", R"({"id":"gpt-5"})", false},
    {"OpenRouter", R"({"id":"a","architecture":{"output_modalities":["image","text"]}})", true},
    {"OpenRouterReader",
     R"({"id":"image-x","architecture":{"input_modalities":["image"],"output_modalities":["text"]}})",
     false},
    {"AtTheTop", R"({"id":"a","output_modalities":["image"]})", true},
    {"VercelType", R"({"id":"a","type":"image"})", true},
    {"VercelTag", R"({"id":"a","type":"language","tags":["vision","image-generation"]})", true},
    {"VercelLanguage", R"({"id":"a","type":"language","tags":["vision"]})", false},
    {"NewApi", R"({"id":"a","supported_endpoint_types":["image-generation","openai"]})", true},
    {"OddFields", R"({"id":"a","architecture":[],"output_modalities":"image","tags":[1]})", false},
};

class PictureModelTest : public testing::TestWithParam<PicturesCase> {};

TEST_P(PictureModelTest, IsToldFromOthers) {
  const auto models = read_models("[" + std::string(GetParam().entry) + "]");
  ASSERT_TRUE(models);
  EXPECT_EQ(models->at(0).makes_pictures, GetParam().makes_pictures);
}

INSTANTIATE_TEST_SUITE_P(Entries, PictureModelTest, testing::ValuesIn(pictures_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(ModelsReplyTest, TakesOpenRoutersPrices) {
  const auto models = read_models(
      R"({"data":[{"id":"a","pricing":{"prompt":"0.000002","image_output":"0.00012","request":"0.01"}},)"
      R"({"id":"b","pricing":{"image_output":"-1","request":0}},{"id":"c","pricing":{"request":0.5}},)"
      R"({"id":"d","pricing":{"image_output":"dear"}}]})");
  ASSERT_TRUE(models);
  EXPECT_EQ(models->at(0).price, (ListedPrice{.image_output = 0.00012, .request = 0.01}));
  EXPECT_EQ(models->at(1).price, std::nullopt);
  EXPECT_EQ(models->at(2).price, ListedPrice{.request = 0.5});
  EXPECT_EQ(models->at(3).price, std::nullopt);
}

TEST(ModelsReplyTest, TellsAWebPage) {
  EXPECT_TRUE(read_models("\n<!DOCTYPE html><html></html>").error().detail.contains("web page"));
  EXPECT_FALSE(read_models("no page").error().detail.contains("web page"));
}

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
