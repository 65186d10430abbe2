// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/turns.h"

#include <gtest/gtest.h>

#include <optional>
#include <thread>
#include <vector>

#include "base/later.h"
#include "base/worker.h"
#include "support/main_loop.h"

namespace wordbrush {
namespace {

using test::run_until;

TEST(TurnsTest, TheMainLoopIsFreeBetweenTwoOfThem) {
  const Turns turns;
  const auto main_thread = std::this_thread::get_id();
  std::vector<std::string> events;
  Later other;
  std::optional<bool> done;
  const auto first = [&] {
    EXPECT_EQ(std::this_thread::get_id(), main_thread);
    events.emplace_back("first");
    other = Later([&] { events.emplace_back("other"); });
  };
  const Worker worker = run_on_worker<bool>(
      [&] { return turns.run(first) && turns.run([&] { events.emplace_back("second"); }); },
      [&](bool ran) { done = ran; });
  ASSERT_TRUE(run_until([&] { return done.has_value(); }));
  EXPECT_TRUE(*done);
  EXPECT_EQ(events, (std::vector<std::string>{"first", "other", "second"}));
}

TEST(TurnsTest, AfterTheEndNothingIsRunAndNobodyWaits) {
  const Turns turns;
  bool has_run = false;
  std::optional<bool> done;
  const Worker worker = run_on_worker<bool>([&] { return turns.run([&] { has_run = true; }); },
                                            [&](bool ran) { done = ran; });
  turns.close();
  ASSERT_TRUE(run_until([&] { return done.has_value(); }));
  EXPECT_FALSE(*done);
  EXPECT_FALSE(has_run);
}

}  // namespace
}  // namespace wordbrush
