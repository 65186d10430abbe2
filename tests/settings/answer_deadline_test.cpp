// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/answer_deadline.h"

#include <gtest/gtest.h>

namespace wordbrush::settings {
namespace {

using Cancellable = GObjectPtr<GCancellable>;

TEST(AnswerDeadlineTest, EndsWhatNobodyAnswers) {
  const auto outer = Cancellable::adopt(g_cancellable_new());
  const AnswerDeadline deadline(outer.get(), std::chrono::milliseconds(1));
  EXPECT_FALSE(deadline.has_passed());
  while (!g_cancellable_is_cancelled(deadline.cancellable()))
    g_main_context_iteration(nullptr, TRUE);
  EXPECT_TRUE(deadline.has_passed());
  EXPECT_FALSE(g_cancellable_is_cancelled(outer.get()));
}

TEST(AnswerDeadlineTest, WhoeverLeavesEndsItToo) {
  const auto outer = Cancellable::adopt(g_cancellable_new());
  const AnswerDeadline deadline(outer.get(), std::chrono::hours(1));
  g_cancellable_cancel(outer.get());
  EXPECT_TRUE(g_cancellable_is_cancelled(deadline.cancellable()));
  EXPECT_FALSE(deadline.has_passed());
}

TEST(AnswerDeadlineTest, WhatWasAnsweredIsNotEndedLater) {
  const auto outer = Cancellable::adopt(g_cancellable_new());
  Cancellable inner;
  {
    const AnswerDeadline deadline(outer.get(), std::chrono::hours(1));
    inner = Cancellable::share(deadline.cancellable());
  }
  g_cancellable_cancel(outer.get());
  EXPECT_FALSE(g_cancellable_is_cancelled(inner.get()));
}

}  // namespace
}  // namespace wordbrush::settings
