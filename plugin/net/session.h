// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include "base/gobject_ptr.h"

namespace wordbrush::net {

/// The session for HttpStream::start: names the program and its version, goes
/// through the desktop's proxy, keeps no cookies, no cache and no log, and accepts
/// no certificate that the system does not. Used on the thread that made it.
GObjectPtr<SoupSession> make_session();

/// The desktop's proxy for `message`, but none for this machine: only to look for one
/// loads libraries for 20 ms.
void choose_proxy(SoupSession* session, SoupMessage* message);

}  // namespace wordbrush::net
