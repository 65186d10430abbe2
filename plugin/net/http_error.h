// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include <chrono>
#include <string>

#include "base/error.h"
#include "net/deadlines.h"

namespace wordbrush::net {

/// How far a request has come.
enum class Stage { Connecting, Sending, Waiting, Receiving };

/// What is known about a request that failed.
struct Failure {
  std::string host;
  Stage stage = Stage::Connecting;
  /// Why the server's certificate was refused.
  GTlsCertificateFlags certificate_faults = G_TLS_CERTIFICATE_NO_FLAGS;
};

/// For a request that got no whole answer: Network or Timeout, with a sentence for
/// the user.
Error network_error(const GError& error, const Failure& failure);

/// For a connection that ended too soon at `failure.stage`.
Error lost_connection(const Failure& failure);

/// For a server that may not be asked because it is in a private network.
Error near_address(const Failure& failure);

/// For a request that `limit` ended after `time`.
Error timeout_error(Limit limit, std::chrono::milliseconds time, const std::string& host);

}  // namespace wordbrush::net
