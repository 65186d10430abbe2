// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/error.h"
#include "edit/report.h"
#include "net/http_stream.h"
#include "protocol/picture_request.h"

namespace wordbrush::edit {

/// What services refused of how requests were written.
struct Refusals {
  bool fields = false;  ///< for ratio and size, or the mask
  bool stream = false;  ///< as the connection has it
};

/// How the user saves the second try; `stream` is as the connection has it.
std::vector<Warning> warnings_of(const Refusals& refusals, bool stream);

/// Another try after one that was refused.
struct NextTry {
  std::chrono::milliseconds wait{0};
  protocol::PictureRequest request;
};

/// Whether a request is sent again.
///
/// What a service may have begun to work on is paid for, so nothing is repeated but
/// what it refused before that (protocol.md, 5.2): at most twice where it is busy
/// (429, 503, 529) and does not ask to wait for long, and once in other words where
/// it refuses how the request is written.
class RetryPolicy {
 public:
  static constexpr int max_waits = 2;
  static constexpr std::chrono::seconds max_wait{120};

  /// What follows `request`, which `answer` (no 2xx) refused as `error`; nothing
  /// where the error stands.
  std::optional<NextTry> next(const protocol::PictureRequest& request,
                              const net::HttpAnswer& answer, const Error& error);

  /// How long an answer asks to wait, in its headers or its body; none where it does not say.
  static std::optional<std::chrono::milliseconds> asked_wait(const net::HttpAnswer& answer);

  /// Whether a service has refused `stream` as the request had it.
  bool changed_stream() const { return changed_stream_; }

  /// Whether a service has refused the fields for ratio and size, or the mask.
  bool left_out_fields() const { return left_out_fields_; }

 private:
  std::optional<std::chrono::milliseconds> wait_after(const net::HttpAnswer& answer) const;
  std::optional<NextTry> in_other_words(const protocol::PictureRequest& request,
                                        const net::HttpAnswer& answer);

  int waits_ = 0;
  bool changed_stream_ = false;
  bool left_out_fields_ = false;
};

}  // namespace wordbrush::edit
