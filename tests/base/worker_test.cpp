// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/worker.h"

#include <gtest/gtest.h>

#include <memory>
#include <semaphore>
#include <thread>

#include "support/main_loop.h"

namespace wordbrush {
namespace {

using test::run_until;

TEST(WorkerTest, WorksOnAnotherThreadAndEndsOnThisOne) {
  std::thread::id worked_on;
  std::optional<std::thread::id> ended_on;
  const Worker worker = run_on_worker<int>(
      [&worked_on] {
        worked_on = std::this_thread::get_id();
        return 7;
      },
      [&ended_on](int) { ended_on = std::this_thread::get_id(); });
  ASSERT_TRUE(run_until([&] { return ended_on.has_value(); }));
  EXPECT_EQ(*ended_on, std::this_thread::get_id());
  EXPECT_NE(worked_on, std::this_thread::get_id());
}

TEST(WorkerTest, HandsOnWhatCanOnlyMove) {
  std::unique_ptr<int> got;
  const Worker worker = run_on_worker<std::unique_ptr<int>>(
      [] { return std::make_unique<int>(7); },
      [&got](std::unique_ptr<int> result) { got = std::move(result); });
  ASSERT_TRUE(run_until([&] { return bool(got); }));
  EXPECT_EQ(*got, 7);
}

TEST(WorkerTest, DroppedIsNotHeard) {
  std::binary_semaphore may_end(0);
  auto alive = std::make_shared<int>(0);
  const std::weak_ptr<int> work_lives = alive;
  int heard = 0;
  {
    const Worker dropped = run_on_worker<int>(
        [&may_end, held = std::move(alive)] {
          may_end.acquire();
          return 1;
        },
        [&heard](int) { ++heard; });
  }
  may_end.release();
  ASSERT_TRUE(run_until([&] { return work_lives.expired(); })) << "the work is freed at its end";
  EXPECT_EQ(heard, 0);
}

TEST(WorkerTest, ReplacedIsNotHeard) {
  int first = 0;
  int second = 0;
  Worker worker = run_on_worker<int>([] { return 1; }, [&first](int) { ++first; });
  worker = run_on_worker<int>([] { return 1; }, [&second](int) { ++second; });
  ASSERT_TRUE(run_until([&] { return second == 1; }));
  EXPECT_EQ(first, 0);
}

}  // namespace
}  // namespace wordbrush
