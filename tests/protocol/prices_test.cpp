// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/prices.h"

#include <gtest/gtest.h>

namespace wordbrush::protocol {
namespace {

struct KnownCase {
  const char* name;
  const char* model;
  const char* size;
  std::optional<double> usd;
};

void PrintTo(const KnownCase& c, std::ostream* os) {
  *os << c.model << " " << c.size;
}

const KnownCase known_cases[] = {
    {"Pro", "gemini-3-pro-image", "", 0.134},
    {"Pro1K", "gemini-3-pro-image", "1K", 0.134},
    {"Pro2K", "gemini-3-pro-image", "2k", 0.134},
    {"Pro4K", "gemini-3-pro-image", "4K", 0.24},
    {"Preview", "gemini-3-pro-image-preview", "4K", 0.24},
    {"Gateway", "google/gemini-3-pro-image-preview", "", 0.134},
    {"NameOfAResource", "models/gemini-3-pro-image", "", 0.134},
    {"Variant", "google/gemini-2.5-flash-image:nitro", "1K", 0.039},
    {"SizeInTheName", "gemini-3-pro-image-preview-4k", "", 0.24},
    {"SizeInTheNameWins", "Gemini-3-Pro-Image-4K", "1K", 0.24},
    {"Unasked", "gemini-3.1-flash-image", "", 0.067},
    {"Small", "gemini-3.1-flash-image", "0.5K", 0.045},
    {"ASizeWithoutAPrice", "gemini-3-pro-image", "8K", std::nullopt},
    {"AnotherModel", "gemini-3-pro-image-ultra", "", std::nullopt},
    {"TheDearestQuality", "gpt-image-2", "", 0.211},
    {"TheDearestShape", "openai/gpt-image-1", "", 0.25},
    {"Nothing", "", "", std::nullopt},
};

class KnownPriceTest : public testing::TestWithParam<KnownCase> {};

TEST_P(KnownPriceTest, IsTheMakers) {
  const auto price = estimate_price(GetParam().model, GetParam().size, {});
  ASSERT_EQ(price.has_value(), GetParam().usd.has_value());
  if (!price) return;
  EXPECT_DOUBLE_EQ(price->usd, *GetParam().usd);
  EXPECT_EQ(price->source, PriceSource::KnownPrice);
}

INSTANTIATE_TEST_SUITE_P(Models, KnownPriceTest, testing::ValuesIn(known_cases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(PriceRangeTest, SpansWhatTheModelMayChoose) {
  EXPECT_EQ(estimate_price("gpt-image-1-mini", "", {})->least_usd, 0.005);
  EXPECT_EQ(estimate_price("gemini-3-pro-image", "", {})->least_usd, std::nullopt);
}

TEST(TokenCostTest, CountsWhatWasSentAndWhatWasMade) {
  const auto cost =
      cost_of_tokens("openai/gpt-image-1", {.prompt_tokens = 1000, .completion_tokens = 4160});
  ASSERT_TRUE(cost);
  EXPECT_DOUBLE_EQ(*cost, 0.01 + 0.1664);
}

TEST(TokenCostTest, IsUnknownWithoutTokensOrTheirPrice) {
  EXPECT_EQ(cost_of_tokens("gpt-image-1", {.prompt_tokens = 1000}), std::nullopt);
  EXPECT_EQ(cost_of_tokens("gemini-3-pro-image", {.completion_tokens = 1120}), std::nullopt);
}

TEST(ListedPriceTest, IsPerTokenWhereItIsSmall) {
  const ListedPrice listed{.image_output = 0.0001, .request = 0.01};
  const auto price = estimate_price("google/gemini-3-pro-image-preview", "4K", listed);
  ASSERT_TRUE(price);
  EXPECT_DOUBLE_EQ(price->usd, 0.21);
  EXPECT_EQ(price->source, PriceSource::ServiceList);
}

TEST(ListedPriceTest, IsPerPictureWhereItIsLarge) {
  const auto price = estimate_price("x/painter", "", ListedPrice{.image_output = 0.05});
  EXPECT_EQ(price, (PriceEstimate{.usd = 0.05, .source = PriceSource::ServiceList}));
}

TEST(ListedPriceTest, MayBePerCallAlone) {
  EXPECT_EQ(estimate_price("x", "", ListedPrice{.request = 0.02})->usd, 0.02);
}

TEST(ListedPriceTest, WithoutItsTokensFallsBack) {
  const ListedPrice listed{.image_output = 0.00003};
  EXPECT_EQ(estimate_price("x/painter", "", listed), std::nullopt);
  const auto known = estimate_price("gemini-3.1-flash-image", "", listed);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->source, PriceSource::KnownPrice);
}

}  // namespace
}  // namespace wordbrush::protocol
