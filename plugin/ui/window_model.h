// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/later.h"
#include "edit/report.h"
#include "edit/spool.h"
#include "ui/request_run.h"
#include "ui/take_shelf.h"

namespace wordbrush::ui {

/// What went wrong with a request, and the order, so that it can be given again.
struct Failure {
  Error error;
  std::optional<Order> order;  ///< none: it was not a request that failed
  std::string host;            ///< that was asked; empty: it was not known yet
  std::string model;
  std::size_t picture_bytes = 0;  ///< of the largest picture that left; 0: none did
};

/// What the window does, without its widgets: requests on their way, results, and what
/// becomes of both.
class WindowModel {
 public:
  struct Events {
    /// A request has begun, come on, or ended.
    std::function<void()> on_runs;
    /// A result has come, changed or gone.
    std::function<void(const std::string& id)> on_result;
    std::function<void(const edit::Uploads&)> on_packed;
    std::function<void(const Bill&)> on_bill;
    /// An answer came that is of use.
    std::function<void(const Taken&)> on_taken;
    /// It is on the shelf now.
    std::function<void(const std::string& id)> on_new;
    std::function<void(Failure)> on_failure;
    /// Something that the user should know although all went well.
    std::function<void(const std::string& sentence)> on_notice;
    std::function<void(const edit::Outcome&)> on_applied;
  };

  struct Run {
    int id = 0;
    Order order;
    std::unique_ptr<RequestRun> request;  ///< null: it has just begun, or ended
  };

  /// `spool` keeps the results; it and `session` outlive the model.
  WindowModel(SoupSession* session, edit::Spool& spool, TakeShelf::MakeThumbnail make_thumbnail,
              Events events);

  /// Whether the same words were asked of the same connection a moment before `now`
  /// (microseconds of the monotonic clock): a key that is held down, or a double click, is
  /// meant once. To be asked at each press.
  bool is_repeated(const Order& order, std::int64_t now);

  /// The next press is meant, whatever came before it.
  void forget_press() { pressed_.reset(); }

  /// Throws results away. Who does that in between means the next press.
  void discard(const std::vector<std::string>& ids);

  /// Sends; results of it are applied as they come where `applies_first` is set.
  void send(Order order, RequestRun::Way way, bool applies_first);

  /// Closes the request's connections at once, and says whether it may be billed. The same
  /// may be asked again at once.
  void cancel(int run_id);

  /// Those on their way, the oldest first.
  const std::vector<Run>& runs() const { return runs_; }

  TakeShelf& shelf() { return shelf_; }
  const TakeShelf& shelf() const { return shelf_; }

  /// Inserts the results in one undo step as soon as all of them are fitted; those that
  /// are broken stay out.
  void apply(std::shared_ptr<host::Canvas> canvas, std::vector<std::string> ids);
  bool is_applying() const { return is_inserting_ || !pending_.empty(); }

 private:
  struct Pending {
    std::shared_ptr<host::Canvas> canvas;
    std::vector<std::string> ids;
  };

  struct Press {
    std::string connection;
    std::string prompt;
    std::int64_t time = 0;
  };

  RequestRun::Events events_of(int run_id, bool applies_first);
  Run* find(int run_id);
  void take(int run_id, Taken taken, bool applies_first);
  void end(int run_id, std::optional<Error> error);
  void remove(int run_id);
  void result_changed(const std::string& id);
  void apply_when_ready();
  bool is_ready(Pending& pending) const;
  void apply_now(Pending due);
  void take_applied(Result<edit::Outcome> outcome);

  SoupSession* session_;
  edit::Spool& spool_;
  Events events_;
  TakeShelf shelf_;
  std::vector<Run> runs_;
  int last_run_ = 0;
  std::optional<Press> pressed_;  // last
  std::vector<Pending> pending_;  // the oldest first
  bool is_inserting_ = false;
};

}  // namespace wordbrush::ui
