// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "base/bytes.h"
#include "base/result.h"
#include "edit/options.h"
#include "edit/report.h"
#include "edit/task_poll.h"
#include "net/session.h"
#include "protocol/reply.h"

namespace wordbrush::edit {

/// A reply whose result is here, as bytes.
struct Delivered {
  protocol::Reply reply;  ///< its pictures are those that are here, the result last
  int pictures = 0;       ///< how many it had
  std::optional<Warning> warning;
};

struct DeliveryEvents {
  /// The service is still at work; how much is done, 0 to 1, where it says so.
  std::function<void(std::optional<double>)> on_waiting;
  /// The picture is on its way.
  std::function<void()> on_fetching;
  /// Called once, last.
  std::function<void(Result<Delivered>)> on_end;
};

/// Brings the picture that a reply promises: asks for it where the service has only
/// begun, and fetches it where the reply holds its address. Destroying it closes the
/// connection, and nothing is called after that.
///
/// The last picture is the result: a model that thinks aloud sends its drafts first.
/// Where it cannot be fetched, the last one that is here takes its place, and a
/// warning says so.
class [[nodiscard]] Delivery {
 public:
  /// `from_near`: the endpoint is on this computer or in a private network. Calls back
  /// from the main loop, never before the maker has the delivery.
  Delivery(SoupSession* session, const Route& route, bool from_near, protocol::Reply reply,
           DeliveryEvents events, TaskTimes times = {});
  Delivery(Delivery&&) noexcept;
  Delivery& operator=(Delivery&&) noexcept;
  ~Delivery();

  std::uint64_t bytes_received() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::edit
