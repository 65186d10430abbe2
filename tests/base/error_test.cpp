// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "base/result.h"

namespace wordbrush {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorKind::Input, "odd");
  return number / 2;
}

Result<long> half_as_long(int number) {
  auto result = half(number);
  if (!result) return fail(std::move(result.error()));
  return *result;
}

TEST(ResultTest, HoldsAValueOrAnErrorThroughACaller) {
  EXPECT_EQ(half_as_long(4).value(), 2);
  const auto failed = half_as_long(3);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, ErrorKind::Input);
  EXPECT_EQ(failed.error().detail, "odd");
}

TEST(ErrorKindTest, EachHasANameOfItsOwn) {
  std::set<std::string_view> names;
  const int count = static_cast<int>(ErrorKind::Host) + 1;
  for (int i = 0; i < count; ++i) names.insert(name_of(static_cast<ErrorKind>(i)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(count));
  EXPECT_TRUE(names.contains("rate_limit"));
}

}  // namespace
}  // namespace wordbrush
