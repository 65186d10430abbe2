// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "base/result.h"
#include "edit/options.h"
#include "net/session.h"
#include "protocol/reply.h"

namespace wordbrush::edit {

struct TaskTimes {
  std::chrono::milliseconds first{3'000};     ///< before the first question
  std::chrono::milliseconds longest{10'000};  ///< between two, which grows up to this
  std::chrono::milliseconds total{900'000};   ///< from the start to the picture
};

struct TaskEvents {
  /// How much is done, 0 to 1, where the service says so.
  std::function<void(std::optional<double>)> on_progress;
  /// Called once, last.
  std::function<void(Result<protocol::Reply>)> on_end;
};

/// Asks a service for a picture that it makes after its answer (protocol.md, 3, V18)
/// until it is there, has failed, or the time is over. Destroying it ends that, and
/// nothing is called after that.
///
/// The key goes to the endpoint's own origin only, and so do all questions. Three that
/// fail in a row end the task with the last one's error.
class [[nodiscard]] TaskPoll {
 public:
  /// Calls back from the main loop, never before the maker has the poll.
  TaskPoll(SoupSession* session, const Route& route, protocol::Task task, TaskEvents events,
           TaskTimes times = {});
  TaskPoll(TaskPoll&&) noexcept;
  TaskPoll& operator=(TaskPoll&&) noexcept;
  ~TaskPoll();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::edit
