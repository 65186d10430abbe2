// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include "base/gobject_ptr.h"
#include "net/http_stream.h"

namespace wordbrush::net {

/// A message with the request's method, address and headers, still without its
/// body: on a connection of its own, never repeated by libsoup, in HTTP/1.1.
/// Fails with ErrorKind::Input as HttpStream::start does.
Result<GObjectPtr<SoupMessage>> make_message(const HttpRequest& request);

}  // namespace wordbrush::net
