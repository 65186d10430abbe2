// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "edit/options.h"
#include "edit/retry_policy.h"
#include "net/session.h"
#include "protocol/picture_request.h"
#include "protocol/reply.h"

namespace wordbrush::edit {

/// How far a request has come, and when (microseconds of the monotonic clock; 0:
/// not yet). A request that is sent again starts anew, all but `tries`.
struct ExchangeProgress {
  int tries = 0;              ///< how often it was begun to send
  std::int64_t retry_at = 0;  ///< the service is busy: it is sent again then
  std::uint64_t bytes_to_send = 0;
  std::uint64_t bytes_sent = 0;
  std::uint64_t bytes_received = 0;
  std::int64_t started = 0;
  std::int64_t sent = 0;          ///< the last byte of the body left
  std::int64_t first_answer = 0;  ///< the first byte of the answer came
  std::int64_t ended = 0;
  protocol::Usage usage;  ///< as far as the answer told it, be it of any use or not
  bool is_near = false;   ///< the server is on this computer or in a private network
};

struct ExchangeEvents {
  /// Also once a second while it waits to be sent again.
  std::function<void(const ExchangeProgress&)> on_progress;
  /// The model's words so far, each time they grow.
  std::function<void(std::string_view)> on_words;
  /// Called once, last.
  std::function<void(Result<protocol::Reply>)> on_end;
};

/// One request for a picture and its answer, sent again where RetryPolicy allows.
/// Destroying it closes the connection, and nothing is called after that.
class [[nodiscard]] Exchange {
 public:
  Exchange(SoupSession* session, const Route& route, const protocol::PictureRequest& request,
           ExchangeEvents events);
  Exchange(Exchange&&) noexcept;
  Exchange& operator=(Exchange&&) noexcept;
  ~Exchange();

  const ExchangeProgress& progress() const;

  /// What the service refused about the request, and so was sent otherwise.
  const RetryPolicy& retries() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::edit
