// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include <string>
#include <string_view>

#include "base/result.h"

namespace wordbrush::net {

/// Whether `address` is on this computer or in a private network, where an answer
/// from the internet has nothing to point to: loopback, RFC 1918, RFC 6598, link-local
/// (with the address where clouds keep their secrets), unique local, multicast,
/// reserved; also where it is written as IPv6.
bool is_near(GInetAddress* address);

/// The same of the address that a connection is made to. Behind a proxy nobody but
/// the proxy looks up the name: there the name alone tells.
bool is_near(GSocketAddress* address);

/// Whether a URL's host says of itself that it is near: an address, "localhost".
bool is_near_host(std::string_view host);

/// Where something comes from that holds addresses: an answer, or a redirect.
struct AddressSource {
  std::string url;       ///< http or https, which relative addresses refer to
  bool is_near = false;  ///< may itself point to near addresses
  /// A redirect, which may not lead from https to http.
  bool is_redirect = false;
};

/// The absolute http or https URL that `address` means, ready for HttpRequest, with
/// what may not stand in a URL escaped and without its fragment.
///
/// Fails with ErrorKind::Download, with a sentence for the user, where it may not be
/// fetched: another scheme, a user name or password, a near host from afar. Names
/// are not looked up here: HttpRequest::only_public holds the rule for what they
/// turn out to be.
Result<std::string> follow(const AddressSource& source, std::string_view address);

/// Whether scheme, host and port of both are the same.
bool have_same_origin(const std::string& url, const std::string& other);

}  // namespace wordbrush::net
