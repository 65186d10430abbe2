// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/model_sizes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace wordbrush::precision {
namespace {

struct NameCase {
  const char* name;
  const char* model;
  std::size_t sizes;
};

class ModelSizesTest : public testing::TestWithParam<NameCase> {};

TEST_P(ModelSizesTest, FindsTheModelByName) {
  EXPECT_EQ(sizes_of(GetParam().model).size(), GetParam().sizes) << GetParam().model;
}

INSTANTIATE_TEST_SUITE_P(
    Names, ModelSizesTest,
    testing::Values(
        NameCase{"Plain", "gemini-2.5-flash-image", 10},
        NameCase{"ProviderAndPreview", "google/gemini-3-pro-image-preview", 30},
        NameCase{"Variant", "google/gemini-3.1-flash-image:free", 56},
        NameCase{"LongPath", "router/v1/models/gemini-2.5-flash-image", 10},
        NameCase{"UpperCase", "Google/Gemini-2.5-Flash-Image", 10},
        NameCase{"Gpt", "openai/gpt-image-1", 3}, NameCase{"GptDated", "gpt-image-1-2026-01-01", 3},
        NameCase{"GptMini", "gpt-image-1-mini", 3}, NameCase{"AnotherVersion", "gpt-image-1.5", 0},
        NameCase{"AnotherNumber", "gpt-image-11", 0}, NameCase{"PartOfAWord", "notgpt-image-1", 0},
        NameCase{"Unknown", "black-forest-labs/flux.2-pro", 0}, NameCase{"Nothing", "", 0}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ModelSizesTableTest, TiersOfARatioGrowAndAreOfOneShape) {
  for (const char* model :
       {"gemini-2.5-flash-image", "gemini-3-pro-image", "gemini-3.1-flash-image", "gpt-image-2"}) {
    const auto sizes = sizes_of(model);
    for (std::size_t at = 1; at < sizes.size(); ++at) {
      if (sizes[at].ratio != sizes[at - 1].ratio) continue;
      EXPECT_GT(sizes[at].width, sizes[at - 1].width);
      EXPECT_EQ(sizes[at].width * sizes[at - 1].height, sizes[at].height * sizes[at - 1].width)
          << model << " " << sizes[at].ratio;
    }
  }
}

TEST(ModelSizesTableTest, SizesAreOfTheRatioThatTheirNameSays) {
  for (const char* model : {"gemini-2.5-flash-image", "gemini-3.1-flash-image", "gpt-image-2"}) {
    for (const ModelSize& size : sizes_of(model)) {
      const auto colon = size.ratio.find(':');
      const double named = std::stod(std::string(size.ratio.substr(0, colon))) /
                           std::stod(std::string(size.ratio.substr(colon + 1)));
      EXPECT_NEAR(static_cast<double>(size.width) / size.height / named, 1, 0.04)
          << model << " " << size.ratio;
    }
  }
}

}  // namespace
}  // namespace wordbrush::precision
