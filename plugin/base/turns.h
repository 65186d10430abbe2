// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace wordbrush {

/// Lets a worker have things done on the main loop: each whenever the loop is idle, so that
/// people are heard in between. Copies are the same one.
class Turns {
 public:
  Turns();

  /// Of a worker: runs `call` on the main loop and returns when it is done. False where it
  /// was not run, as nobody wants it any more.
  bool run(std::move_only_function<void()> call) const;

  /// Of the main loop's thread: from now on nothing is run, and nobody waits for it.
  void close() const;

 private:
  struct State;
  struct Turn;
  std::shared_ptr<State> state_;
};

}  // namespace wordbrush
