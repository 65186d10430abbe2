// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "edit/options.h"
#include "edit/packing.h"
#include "edit/progress.h"
#include "edit/report.h"
#include "edit/spool.h"
#include "edit/variation.h"
#include "net/session.h"

namespace wordbrush::edit {

struct AttemptEvents {
  /// Of the request that is least far.
  std::function<void(const Progress&)> on_progress;
  /// The model's words so far; of the first variation, which is enough for people who wait.
  std::function<void(std::string_view words)> on_words;
  /// A variation has ended, well or not. The last one's event may destroy the attempt.
  std::function<void(std::size_t index)> on_answer;
};

/// Where answers are kept.
struct Keeping {
  Spool* spool = nullptr;  ///< null: none is kept
  KeepRecord record = KeepRecord::OnDisk;
};

/// The variations of one request, side by side. Destroying it closes its connections,
/// and nothing is called after that.
class [[nodiscard]] Attempt {
 public:
  /// Sends at once; its events come from the main loop. `session` and the spool outlive
  /// it.
  Attempt(SoupSession* session, Parcel parcel, Request request, Route route, Keeping keeping,
          AttemptEvents events);
  Attempt(const Attempt&) = delete;
  Attempt& operator=(const Attempt&) = delete;
  ~Attempt() = default;

  const Request& request() const { return request_; }
  const Route& route() const { return route_; }
  Parcel& parcel() { return parcel_; }

  std::size_t count() const { return variations_.size(); }
  Variation& variation(std::size_t index) { return *variations_[index]; }
  const Variation& variation(std::size_t index) const { return *variations_[index]; }
  bool has_ended() const;

  std::uint64_t bytes_sent() const;
  std::uint64_t bytes_received() const;

  /// What was sent, what came so far, how long it took, and what the user should know
  /// of how it was sent. Of the answers themselves it says nothing.
  Report report() const;

 private:
  VariationEvents events_of(std::size_t index);
  void tell_transfer();
  bool any_retry(bool (RetryPolicy::*was)() const) const;

  Parcel parcel_;
  const Request request_;
  const Route route_;
  const AttemptEvents events_;
  std::string prompt_;
  std::vector<std::unique_ptr<Variation>> variations_;
};

}  // namespace wordbrush::edit
