// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

#include <functional>

#include "net/http_stream.h"

namespace wordbrush::net {

enum class Limit { Connect, Idle, Total };

/// Watches the limits of one request from the moment it is made, on the main loop
/// of its thread.
///
/// One timer for all: a byte that moves costs a look at the clock, no new timer.
class Deadlines {
 public:
  /// `on_expired` is called at most once, from the main loop, and may destroy this.
  Deadlines(const HttpLimits& limits, std::function<void(Limit)> on_expired);
  Deadlines(const Deadlines&) = delete;
  Deadlines& operator=(const Deadlines&) = delete;
  ~Deadlines();

  /// The connection stands: from now on the idle limit counts instead.
  void connected();
  /// A byte moved.
  void touch() noexcept;
  /// The request is over: nothing expires any more.
  void stop() noexcept;

 private:
  struct Next {
    Limit limit;
    gint64 time;  // g_get_monotonic_time
  };

  static gboolean on_time(gpointer self);
  Next next() const noexcept;

  const HttpLimits limits_;
  std::function<void(Limit)> on_expired_;
  const gint64 start_;
  gint64 last_byte_;
  bool is_connected_ = false;
  GSource* const timer_;
};

}  // namespace wordbrush::net
