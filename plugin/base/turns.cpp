// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/turns.h"

#include <glib.h>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace wordbrush {

struct Turns::State {
  std::mutex mutex;
  std::condition_variable changed;
  bool is_closed = false;
};

struct Turns::Turn {
  std::shared_ptr<State> state;
  std::move_only_function<void()> call;
  bool is_done = false;

  void take() {
    // It is closed on this very thread, so it stays as it is during the call.
    if (const std::scoped_lock lock(state->mutex); state->is_closed) return;
    call();
    const std::scoped_lock lock(state->mutex);
    is_done = true;
    state->changed.notify_all();
  }
};

Turns::Turns() : state_(std::make_shared<State>()) {}

bool Turns::run(std::move_only_function<void()> call) const {
  const auto turn = std::make_shared<Turn>(state_, std::move(call));
  std::unique_lock lock(state_->mutex);
  if (state_->is_closed) return false;
  // The loop may come to it after nobody waits for it any more.
  g_idle_add_full(
      G_PRIORITY_DEFAULT_IDLE,
      [](gpointer data) {
        (*static_cast<std::shared_ptr<Turn>*>(data))->take();
        return G_SOURCE_REMOVE;
      },
      new std::shared_ptr(turn),
      [](gpointer data) { delete static_cast<std::shared_ptr<Turn>*>(data); });
  state_->changed.wait(lock, [&] { return turn->is_done || state_->is_closed; });
  return turn->is_done;
}

void Turns::close() const {
  const std::scoped_lock lock(state_->mutex);
  state_->is_closed = true;
  state_->changed.notify_all();
}

}  // namespace wordbrush
