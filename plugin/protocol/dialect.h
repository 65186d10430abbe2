// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/request_body.h"
#include "base/result.h"
#include "protocol/endpoint.h"
#include "protocol/picture_request.h"

namespace wordbrush::protocol {

/// A call as it goes over the wire; without a body it is a GET.
struct HttpCall {
  std::string url;
  Headers headers;  ///< the endpoint's extra ones, and the key's where there is one
  RequestBody body;
};

/// What is known of an address whose end is the call itself.
struct PastedCall {
  std::size_t segments = 0;  ///< how many at the path's end are the call; 0: none
  std::string model;         ///< that they name
};

/// One way to ask a service for pictures. A new one is a file that defines it and its
/// name in dialect.cpp; answers are told apart by their shape, not by this.
struct Dialect {
  const char* name;   ///< in settings: "chat"
  const char* label;  ///< for people, to be translated
  SizeFields usual_size_fields;
  bool takes_mask;

  /// Whether the segments of a pasted path end in a call of this dialect.
  PastedCall (*find_call)(std::span<const std::string> path);
  /// Whether a service speaks this though the address names no call.
  bool (*is_at_home)(const Endpoint& endpoint);

  /// `key` may be empty: then none is sent.
  HttpCall (*ask)(const PictureRequest& request, const Endpoint& endpoint, const std::string& key);
  HttpCall (*list_models)(const Endpoint& endpoint, const std::string& key);
  /// The endpoint's extra headers and after them, so that it wins, the one that carries
  /// the key; that is left out where it is empty. All are for the endpoint's origin alone.
  Headers (*key_headers)(const Endpoint& endpoint, const std::string& key);
};

/// All of them; the first is what an address speaks that shows nothing else.
std::span<const Dialect* const> dialects();

/// Null for an empty name: what the address shows. Fails with ErrorKind::Input for
/// one that is unknown.
Result<const Dialect*> find_dialect(std::string_view name);

/// The usual key_headers(): Authorization, but at Azure api-key.
Headers bearer_headers(const Endpoint& endpoint, const std::string& key);

}  // namespace wordbrush::protocol
