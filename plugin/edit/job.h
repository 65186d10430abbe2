// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "edit/options.h"
#include "edit/progress.h"
#include "edit/report.h"
#include "edit/spool.h"
#include "host/canvas.h"
#include "net/session.h"

namespace wordbrush::edit {

struct Outcome {
  host::Inserted inserted;
  std::string text;  ///< what the model said
  Report report;
};

struct JobEvents {
  std::function<void(const Progress&)> on_progress;
  std::function<void(std::string_view words)> on_words;
  /// Called once, last. Where some of several answers failed, the others are
  /// inserted and the failures are warnings.
  std::function<void(Result<Outcome>)> on_end;
};

/// One run of the whole way: read, encode, send, receive, fit, insert.
///
/// Destroying it closes its connections, inserts nothing, and nothing is called
/// after that. Its events come from the main loop of the thread that made it, never
/// before the maker has it, and may destroy it. `session` and `canvas` outlive it.
class [[nodiscard]] Job {
 public:
  static Job edit(SoupSession* session, host::Canvas& canvas, Request request, Treatment treatment,
                  Route route, JobEvents events);
  static Job generate(SoupSession* session, host::Canvas& canvas, Request request, Route route,
                      JobEvents events);

  /// Keeps each answer in `spool`, which outlives the job, from when it is complete
  /// until it stands in an image. To be called before the main loop runs.
  void keep_in(Spool& spool);

  Job(Job&&) noexcept;
  Job& operator=(Job&&) noexcept;
  ~Job();

 private:
  class Impl;
  explicit Job(std::unique_ptr<Impl> impl) noexcept;

  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::edit
