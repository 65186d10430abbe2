// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/job_loop.h"

#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "net/session.h"
#include "procedures/gimp_progress.h"

namespace wordbrush::procedures {

namespace {

class JobLoop {
 public:
  explicit JobLoop(StartJob start) : start_(std::move(start)) {}

  Result<edit::Outcome> run(Endpoints& endpoints, const Wish& wish) {
    endpoints.find(wish, [this](Result<edit::Route> route) { begin(std::move(route)); });
    if (!outcome_) g_main_loop_run(loop_.get());
    return std::move(*outcome_);
  }

 private:
  void begin(Result<edit::Route> route) {
    if (outcome_) return;
    if (!route) return end(fail(std::move(route.error())));
    job_.emplace(
        start_(session_.get(), std::move(*route),
               {.on_progress = [this](const edit::Progress& progress) { shown_.show(progress); },
                .on_words = {},
                .on_end = [this](Result<edit::Outcome> outcome) { end(std::move(outcome)); }}));
  }

  void end(Result<edit::Outcome> outcome) {
    if (outcome_) return;
    outcome_ = std::move(outcome);
    job_.reset();
    g_main_loop_quit(loop_.get());
  }

  const GMainLoopPtr loop_{g_main_loop_new(nullptr, FALSE)};
  const GObjectPtr<SoupSession> session_ = net::make_session();
  StartJob start_;
  GimpProgress shown_;
  std::optional<edit::Job> job_;
  std::optional<Result<edit::Outcome>> outcome_;
};

}  // namespace

Result<edit::Outcome> run_job(Endpoints& endpoints, const Wish& wish, const StartJob& start) {
  return JobLoop(start).run(endpoints, wish);
}

}  // namespace wordbrush::procedures
