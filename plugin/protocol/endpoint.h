// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace wordbrush::protocol {

struct Dialect;

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Where a service is, made of the base URL as people paste it: with or without
/// /v1, a slash at the end, or the whole address of a call.
struct Endpoint {
  std::string host;                  ///< "api.example.com" or "127.0.0.1:8080", for people
  std::string origin;                ///< "https://api.example.com:8443", without a path
  std::vector<std::string> path;     ///< the segments that calls follow: {"api", "v1"}
  std::string query;                 ///< "?api-version=1" that follows calls; mostly empty
  std::string model;                 ///< that a pasted call names; mostly empty
  const Dialect* dialect = nullptr;  ///< what the service speaks; of parse_endpoint() never
                                     ///< null: what the address shows
  Headers extra_headers;             ///< of the user's; sent with each call, to `origin` alone

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// Fails with ErrorKind::Input, in words for the user, where `base_url` is no http
/// or https URL or holds a user name or password.
Result<Endpoint> parse_endpoint(std::string_view base_url);

/// Whether the endpoint is on `domain` or a host below it.
bool is_at(const Endpoint& endpoint, std::string_view domain);

/// The URL of a call: "/chat/completions" behind `path`, and the endpoint's query.
std::string url_of(const Endpoint& endpoint, const std::vector<std::string>& path,
                   std::string_view call);

/// "v1", "v3", "v1beta".
bool is_version(std::string_view segment);

}  // namespace wordbrush::protocol
