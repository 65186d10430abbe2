// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include <functional>

#include "base/gobject_ptr.h"
#include "base/request_body.h"

namespace wordbrush::net {

/// A stream of the body's bytes as they go over the wire, made while they are
/// read. It cannot be rewound, so that libsoup never sends a body twice.
///
/// `is_answered` is asked before each read and may be null: once it is true, the
/// stream ends, so that what the server has said is read instead of sending on.
GObjectPtr<GInputStream> make_body_stream(RequestBody body, std::function<bool()> is_answered);

}  // namespace wordbrush::net
