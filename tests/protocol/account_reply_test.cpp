// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/account_reply.h"

#include <gtest/gtest.h>

#include <ostream>

namespace wordbrush::protocol {
namespace {

struct BalanceCase {
  const char* name;
  std::vector<const char*> bodies;
  Balance expected;
  std::optional<double> remaining;
};

void PrintTo(const BalanceCase& c, std::ostream* os) {
  *os << c.name;
}

class BalanceTest : public testing::TestWithParam<BalanceCase> {};

TEST_P(BalanceTest, IsReadInWhateverSpelling) {
  Balance balance;
  for (const char* const body : GetParam().bodies) read_balance(body, balance);
  EXPECT_EQ(balance, GetParam().expected);
  EXPECT_EQ(remaining_of(balance), GetParam().remaining);
  EXPECT_EQ(balance.is_known(), GetParam().expected != Balance{});
}

const char* const subscription =
    R"({"object":"billing_subscription","hard_limit_usd":10,"soft_limit_usd":10,"access_until":0})";
const char* const usage = R"({"object":"list","total_usage":256.5})";

INSTANTIATE_TEST_SUITE_P(
    Services, BalanceTest,
    testing::Values(
        BalanceCase{"Subscription", {subscription}, {.granted = 10}, {}},
        BalanceCase{"SubscriptionAndUsage",
                    {subscription, usage},
                    {.granted = 10, .used = 2.565},
                    10 - 2.565},
        BalanceCase{
            "UsageFirst", {usage, subscription}, {.granted = 10, .used = 2.565}, 10 - 2.565},
        BalanceCase{"Unlimited", {R"({"hard_limit_usd":100000000})"}, {.is_unlimited = true}, {}},
        BalanceCase{"TokenUsage",
                    {R"({"code":true,"message":"ok","data":{"object":"token_usage",)"
                     R"("total_granted":5000000,"total_used":1000000,"total_available":4000000,)"
                     R"("unlimited_quota":false}})"},
                    {.granted = 10, .used = 2, .remaining = 8},
                    8.0},
        BalanceCase{"UnlimitedToken",
                    {R"({"data":{"object":"token_usage","unlimited_quota":true}})"},
                    {.is_unlimited = true},
                    {}},
        BalanceCase{"OpenRouterCredits",
                    {R"({"data":{"total_credits":100.5,"total_usage":25.75}})"},
                    {.granted = 100.5, .used = 25.75},
                    74.75},
        BalanceCase{"OpenRouterKey",
                    {R"({"data":{"label":"sk","limit":20,"usage":5,"limit_remaining":15}})"},
                    {.granted = 20, .used = 5, .remaining = 15},
                    15.0},
        BalanceCase{"OpenRouterKeyWithoutLimit",
                    {R"({"data":{"label":"sk","limit":null,"usage":5,"limit_remaining":null}})"},
                    {.used = 5},
                    {}},
        BalanceCase{"Vercel",
                    {R"({"balance":"95.50","total_used":"4.50"})"},
                    {.used = 4.5, .remaining = 95.5},
                    95.5},
        BalanceCase{"Error", {R"({"error":{"message":"no"},"hard_limit_usd":10})"}, {}, {}},
        BalanceCase{"Failure", {R"({"success":false,"message":"not logged in"})"}, {}, {}},
        BalanceCase{"Page", {"<html></html>"}, {}, {}},
        BalanceCase{"Words", {"404 page not found"}, {}, {}},
        BalanceCase{"List", {"[1,2]"}, {}, {}},
        BalanceCase{
            "WrongTypes", {R"({"hard_limit_usd":"many","total_usage":{},"data":[]})"}, {}, {}},
        BalanceCase{"Huge", {R"({"total_usage":1e999})"}, {}, {}},
        BalanceCase{"Nothing", {""}, {}, {}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(BalanceJsonTest, HoldsWhatIsKnown) {
  EXPECT_EQ(to_json({}), "{}");
  EXPECT_EQ(to_json({.granted = 10, .used = 2.565}),
            R"({"granted":10,"used":2.565,"remaining":7.435,"unlimited":false})");
  EXPECT_EQ(to_json({.is_unlimited = true}), R"({"unlimited":true})");
}

struct BalanceUrlCase {
  const char* base_url;
  std::vector<std::string> expected;
};

void PrintTo(const BalanceUrlCase& c, std::ostream* os) {
  *os << c.base_url;
}

class BalanceUrlTest : public testing::TestWithParam<BalanceUrlCase> {};

TEST_P(BalanceUrlTest, IsWhereTheServiceHasIt) {
  const auto endpoint = parse_endpoint(GetParam().base_url);
  ASSERT_TRUE(endpoint);
  EXPECT_EQ(balance_urls(*endpoint, "2026-10-17"), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Services, BalanceUrlTest,
    testing::Values(BalanceUrlCase{"https://relay.example/v1",
                                   {"https://relay.example/v1/dashboard/billing/subscription",
                                    "https://relay.example/v1/dashboard/billing/usage"
                                    "?start_date=2026-10-17&end_date=2026-10-17",
                                    "https://relay.example/api/usage/token"}},
                    BalanceUrlCase{"https://openrouter.ai/api/v1",
                                   {"https://openrouter.ai/api/v1/credits",
                                    "https://openrouter.ai/api/v1/key"}},
                    BalanceUrlCase{"https://ai-gateway.vercel.sh/v1",
                                   {"https://ai-gateway.vercel.sh/v1/credits"}},
                    BalanceUrlCase{"https://notopenrouter.ai/v1",
                                   {"https://notopenrouter.ai/v1/dashboard/billing/subscription",
                                    "https://notopenrouter.ai/v1/dashboard/billing/usage"
                                    "?start_date=2026-10-17&end_date=2026-10-17",
                                    "https://notopenrouter.ai/api/usage/token"}}));

}  // namespace
}  // namespace wordbrush::protocol
