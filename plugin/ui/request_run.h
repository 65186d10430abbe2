// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "edit/attempt.h"
#include "edit/options.h"
#include "edit/packing.h"
#include "edit/progress.h"
#include "edit/spool.h"
#include "edit/take.h"
#include "host/canvas.h"

namespace wordbrush::ui {

/// What one press of the button asks for.
struct Order {
  bool is_edit = true;  ///< false: a layer from words alone
  edit::Request request;
  edit::Treatment treatment;
  std::shared_ptr<host::Canvas> canvas;
  int image_id = 0;        ///< that the canvas is of; 0: none
  int layer_id = 0;        ///< 0: none
  std::string connection;  ///< its name
};

/// Whether two orders send the same pictures, as long as the open image stays as it is: their
/// words do not matter.
bool wants_same_pictures(const Order& one, const Order& other);

/// Reads what the order sends to that model.
edit::Packing::Prepare preparation_of(const Order& order, const std::string& model);

/// An answer that came, and what keeps it on the disk.
struct Taken {
  edit::Take take;
  std::optional<edit::Spool::Hold> hold;  ///< none: the disk did not take it
  edit::AnswerReport report;
  std::vector<edit::Warning> warnings;
};

/// An answer that somebody may ask money for, whether it is of any use or not.
struct Bill {
  std::string host;
  std::string model;       ///< as asked for
  std::string asked_size;  ///< as the request named it; empty: none
  protocol::Usage usage;   ///< as far as the service told it
  int pictures = 0;        ///< that came
};

/// How far a request is, as people watch it.
struct RunStatus {
  edit::Progress progress;
  std::string words;  ///< the model's, so far
  std::uint64_t bytes_sent = 0;
  std::uint64_t bytes_received = 0;
  std::int64_t started = 0;  ///< microseconds of the monotonic clock
  std::size_t answers = 0;   ///< of the variations, how many ended
  std::size_t taken = 0;     ///< of these, how many brought a result
  std::size_t asked = 0;     ///< how many variations there are
};

/// What giving a request up may cost.
enum class Charge {
  NotSent,   ///< nothing: the service has no whole request
  Refused,   ///< nothing: it was busy, and asked to wait
  Possible,  ///< it has all of the request
};

/// One request on its way, from the press of the button to the last of its answers.
/// Destroying it closes its connections at once, and nothing is called after that.
class [[nodiscard]] RequestRun {
 public:
  using OnRoute = std::function<void(Result<edit::Route>)>;
  /// Finds where the request goes; calls back once, at once or from the main loop.
  using FindRoute = std::function<void(OnRoute)>;
  using OnConfirmed = std::function<void(Result<void>)>;
  /// Asks whether that may go there, before it does; calls back once, at once or from the
  /// main loop.
  using Confirm = std::function<void(const edit::Route&, const edit::Uploads&, OnConfirmed)>;

  struct Way {
    FindRoute find_route;
    Confirm confirm;                 ///< null: it may
    std::shared_ptr<void> reserved;  ///< kept for as long as the request is under way
  };

  struct Events {
    std::function<void()> on_changed;
    /// What leaves now.
    std::function<void(const edit::Uploads&)> on_packed;
    std::function<void(Taken)> on_taken;
    /// Before on_taken or on_end.
    std::function<void(const Bill&)> on_bill;
    /// Called once, last; an error where one of its answers did not come. May destroy the
    /// run.
    std::function<void(std::optional<Error>)> on_end;
  };

  /// `session` and `spool`, where answers are kept, outlive it.
  RequestRun(SoupSession* session, edit::Spool& spool, Order order, Way way, Events events);
  RequestRun(const RequestRun&) = delete;
  RequestRun& operator=(const RequestRun&) = delete;
  ~RequestRun() = default;

  const Order& order() const { return order_; }
  const RunStatus& status() const { return status_; }
  /// Empty until it is known.
  const std::string& host() const { return host_; }
  const std::string& model() const { return model_; }
  /// Of the largest picture that leaves; 0 until it is known, or where none does.
  std::size_t picture_bytes() const { return picture_bytes_; }

  /// What the service may ask for even if nobody waits for the answer.
  Charge charge() const;

 private:
  void pack(Result<edit::Route> route);
  void confirm(Result<edit::Parcel> parcel);
  void send();
  void show(const edit::Progress& progress);
  void take(std::size_t index);
  Taken to_taken(edit::VariationResult& result) const;
  std::optional<Bill> bill_for(const edit::VariationResult& result) const;
  void end(std::optional<Error> error);

  SoupSession* session_;
  edit::Spool& spool_;
  Order order_;
  Confirm confirm_;
  std::shared_ptr<void> reserved_;
  Events events_;
  RunStatus status_;
  std::string host_;
  std::string model_;
  std::size_t picture_bytes_ = 0;
  std::optional<edit::Route> route_;
  std::optional<edit::Packing> packing_;
  std::optional<edit::Parcel> parcel_;  // until it leaves
  std::shared_ptr<const edit::Witness> witness_;
  std::optional<edit::Attempt> attempt_;
  std::optional<Error> error_;  ///< the first one
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace wordbrush::ui
