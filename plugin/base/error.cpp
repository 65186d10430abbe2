// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace wordbrush {

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Auth:
      return "auth";
    case ErrorKind::Permission:
      return "permission";
    case ErrorKind::Quota:
      return "quota";
    case ErrorKind::RateLimit:
      return "rate_limit";
    case ErrorKind::NotFound:
      return "not_found";
    case ErrorKind::BadRequest:
      return "bad_request";
    case ErrorKind::TooLarge:
      return "too_large";
    case ErrorKind::Safety:
      return "safety";
    case ErrorKind::Upstream:
      return "upstream";
    case ErrorKind::Timeout:
      return "timeout";
    case ErrorKind::Protocol:
      return "protocol";
    case ErrorKind::Truncated:
      return "truncated";
    case ErrorKind::Empty:
      return "empty";
    case ErrorKind::NoImage:
      return "no_image";
    case ErrorKind::BadImage:
      return "bad_image";
    case ErrorKind::Download:
      return "download";
    case ErrorKind::Network:
      return "network";
    case ErrorKind::Cancelled:
      return "cancelled";
    case ErrorKind::Input:
      return "input";
    case ErrorKind::CapReached:
      return "cap_reached";
    case ErrorKind::Settings:
      return "settings";
    case ErrorKind::Host:
      return "host";
  }
  return "host";
}

}  // namespace wordbrush
