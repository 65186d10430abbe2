// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace wordbrush {

/// Calls a function once, when the main loop is next idle, or once `time` has passed.
/// Destroying it first means that it is not called.
class [[nodiscard]] Later {
 public:
  Later() noexcept = default;
  explicit Later(std::move_only_function<void()> call)
      : state_(std::make_unique<State>(std::move(call))) {
    state_->source = g_idle_add(on_due, state_.get());
  }
  Later(std::chrono::milliseconds time, std::move_only_function<void()> call)
      : state_(std::make_unique<State>(std::move(call))) {
    state_->source = g_timeout_add(static_cast<guint>(time.count()), on_due, state_.get());
  }

 private:
  struct State {
    explicit State(std::move_only_function<void()> due) : call(std::move(due)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
      if (source != 0) g_source_remove(source);
    }

    std::move_only_function<void()> call;
    guint source = 0;
  };

  static gboolean on_due(gpointer data) {
    auto& state = *static_cast<State*>(data);
    state.source = 0;
    // The call may end the life of the Later, and so of the state.
    auto due = std::move(state.call);
    due();
    return G_SOURCE_REMOVE;
  }

  std::unique_ptr<State> state_;
};

}  // namespace wordbrush
