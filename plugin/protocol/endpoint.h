// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wordbrush::protocol {

/// Where an endpoint is called, made of the base URL as people paste it: with or
/// without /v1, a slash at the end, or the whole /chat/completions.
struct Endpoint {
  std::string chat_url;    ///< POST
  std::string models_url;  ///< GET
  std::string host;        ///< "api.example.com" or "127.0.0.1:8080", for people
  std::string origin;      ///< "https://api.example.com:8443", without a path

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// Fails with ErrorKind::Input, in words for the user, where `base_url` is no http
/// or https URL or holds a user name or password.
Result<Endpoint> parse_endpoint(std::string_view base_url);

}  // namespace wordbrush::protocol
