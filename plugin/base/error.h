// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace wordbrush {

/// What went wrong, as finely as a caller or a user acts on it. Scripts see the
/// name (name_of) in brackets before the message.
enum class ErrorKind {
  Auth,        ///< the endpoint does not accept the key
  Permission,  ///< the key may not do this
  Quota,       ///< no credit left
  RateLimit,   ///< too many requests: the same one may work later
  NotFound,    ///< no such model or no such address
  BadRequest,  ///< the endpoint refuses the request itself
  TooLarge,    ///< the endpoint refuses the size of the request
  Safety,      ///< refused for what it shows or says
  Upstream,    ///< the endpoint failed
  Timeout,     ///< no answer in time
  Protocol,    ///< an answer that is no chat completion
  Truncated,   ///< the answer stopped in the middle
  Empty,       ///< an answer without anything in it
  NoImage,     ///< words but no picture
  BadImage,    ///< a picture that cannot be decoded
  Download,    ///< a picture's address that cannot be read
  Network,     ///< no connection: name lookup, refused, TLS, lost
  Cancelled,   ///< the user stopped it
  Input,       ///< what was asked for cannot be done: a setting, an area, a prompt
  CapReached,  ///< the user allows no more to be spent
  Settings,    ///< a connection or a key cannot be read or saved
  Host,        ///< GIMP could not do its part
};

/// The kind's name in messages and reports: "rate_limit".
std::string_view name_of(ErrorKind kind);

struct Error {
  ErrorKind kind;
  /// What exactly, for the user: the endpoint's own words, or a translated
  /// sentence of ours. Never a key, never a picture's bytes; may be empty.
  std::string detail;
  /// How long the endpoint asks to wait before another try; none where it does not say.
  std::optional<std::chrono::milliseconds> retry_after;
};

}  // namespace wordbrush
