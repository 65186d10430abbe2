// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/later.h"

#include <gtest/gtest.h>

#include <optional>

namespace wordbrush {
namespace {

void run_what_is_due() {
  while (g_main_context_iteration(nullptr, FALSE)) {
  }
}

TEST(LaterTest, CallsOnceFromTheMainLoop) {
  int calls = 0;
  const Later later([&calls] { ++calls; });
  EXPECT_EQ(calls, 0) << "never before the maker has it";
  run_what_is_due();
  run_what_is_due();
  EXPECT_EQ(calls, 1);
}

TEST(LaterTest, DestroyedFirstIsNotCalled) {
  int calls = 0;
  {
    const Later later([&calls] { ++calls; });
  }
  run_what_is_due();
  EXPECT_EQ(calls, 0);
}

TEST(LaterTest, MayBeDestroyedByItsCall) {
  std::optional<Later> later;
  int calls = 0;
  later.emplace([&] {
    later.reset();
    ++calls;
  });
  run_what_is_due();
  EXPECT_EQ(calls, 1);
}

TEST(LaterTest, WaitsForItsTime) {
  constexpr auto time = std::chrono::milliseconds(5);
  const auto start = g_get_monotonic_time();
  bool is_called = false;
  const Later later(time, [&] { is_called = true; });
  while (!is_called) g_main_context_iteration(nullptr, TRUE);
  EXPECT_GE(std::chrono::microseconds(g_get_monotonic_time() - start), time);
}

TEST(LaterTest, DestroyedBeforeItsTimeIsNotCalled) {
  int calls = 0;
  {
    const Later later(std::chrono::milliseconds(0), [&calls] { ++calls; });
  }
  run_what_is_due();
  EXPECT_EQ(calls, 0);
}

TEST(LaterTest, MovesWithItsCall) {
  int calls = 0;
  Later first([&calls] { ++calls; });
  const Later second(std::move(first));
  run_what_is_due();
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace wordbrush
