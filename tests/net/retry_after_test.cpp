// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_after.h"

#include <gtest/gtest.h>

#include <ostream>

namespace wordbrush::net {
namespace {

using std::chrono::milliseconds;

struct Case {
  const char* name;
  const char* retry_after_ms;
  const char* retry_after;
  std::optional<milliseconds> expected;
};

void PrintTo(const Case& c, std::ostream* os) {
  *os << c.name;
}

class RetryAfterTest : public testing::TestWithParam<Case> {};

TEST_P(RetryAfterTest, IsRead) {
  const Case& c = GetParam();
  auto* const headers = soup_message_headers_new(SOUP_MESSAGE_HEADERS_RESPONSE);
  if (c.retry_after_ms != nullptr)
    soup_message_headers_append(headers, "retry-after-ms", c.retry_after_ms);
  if (c.retry_after != nullptr) soup_message_headers_append(headers, "Retry-After", c.retry_after);
  constexpr std::int64_t eight_in_the_morning = 1792224000;  // Sat, 17 Oct 2026 08:00:00 GMT
  EXPECT_EQ(retry_after(headers, eight_in_the_morning), c.expected);
  soup_message_headers_unref(headers);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, RetryAfterTest,
    testing::Values(Case{"Nothing", nullptr, nullptr, {}},
                    Case{"Seconds", nullptr, "7", milliseconds(7000)},
                    Case{"PartsOfASecond", nullptr, "0.25", milliseconds(250)},
                    Case{"WhiteSpace", nullptr, " 7 ", milliseconds(7000)},
                    Case{"Zero", nullptr, "0", milliseconds(0)},
                    Case{"BelowZero", nullptr, "-5", milliseconds(0)},
                    Case{"Milliseconds", "1500", nullptr, milliseconds(1500)},
                    Case{"MillisecondsCountFirst", "1500", "60", milliseconds(1500)},
                    Case{"BrokenMillisecondsDoNotCount", "soon", "60", milliseconds(60000)},
                    Case{"Date", nullptr, "Sat, 17 Oct 2026 08:00:20 GMT", milliseconds(20000)},
                    Case{"PastDate", nullptr, "Sat, 17 Oct 2026 07:00:00 GMT", milliseconds(0)},
                    Case{"OldDate", nullptr, "Saturday, 17-Oct-26 08:00:20 GMT",
                         milliseconds(20000)},
                    Case{"Huge", nullptr, "1e300", milliseconds(1'000'000'000'000)},
                    Case{"Infinite", nullptr, "inf", {}}, Case{"NotANumber", nullptr, "nan", {}},
                    Case{"Words", nullptr, "soon", {}},
                    Case{"NumberAndWords", nullptr, "7 days", {}}, Case{"Empty", nullptr, "", {}}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::net
