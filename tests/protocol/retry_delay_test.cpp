// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/retry_delay.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace wordbrush::protocol {
namespace {

using std::chrono::milliseconds;

struct Case {
  const char* name;
  std::string body;
  std::optional<milliseconds> expected;
};

void PrintTo(const Case& c, std::ostream* os) {
  *os << c.name;
}

std::string with_delay(const std::string& delay) {
  return R"({"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[)"
         R"({"@type":"type.googleapis.com/google.rpc.Help","links":[]},)"
         R"({"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":)" +
         delay + "}]}}";
}

class RetryDelayTest : public testing::TestWithParam<Case> {};

TEST_P(RetryDelayTest, IsRead) {
  EXPECT_EQ(read_retry_delay(GetParam().body), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, RetryDelayTest,
    testing::Values(Case{"Seconds", with_delay("\"7s\""), milliseconds(7000)},
                    Case{"PartsOfASecond", with_delay("\"1.5s\""), milliseconds(1500)},
                    Case{"InAList", "[" + with_delay("\"7s\"") + "]", milliseconds(7000)},
                    Case{"BelowZero", with_delay("\"-7s\""), milliseconds(0)},
                    Case{"WithoutUnit", with_delay("\"7\""), {}},
                    Case{"Number", with_delay("7"), {}}, Case{"Words", with_delay("\"soons\""), {}},
                    Case{"UnitAlone", with_delay("\"s\""), {}},
                    Case{"Infinite", with_delay("\"infs\""), {}},
                    Case{"NoDetails", R"({"error":{"message":"Slow down."}})", {}},
                    Case{"EmptyList", "[]", {}}, Case{"NoJson", "<html>", {}},
                    Case{"Nothing", "", {}}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::protocol
