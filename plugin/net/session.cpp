// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/session.h"

namespace wordbrush::net {

GObjectPtr<SoupSession> make_session() {
  // Several variations go to one host at once; libsoup's own limit is 2.
  constexpr int max_connections_per_host = 16;
  constexpr int max_connections = 64;
  // No connection is used twice (see HttpStream), so none is kept waiting.
  constexpr int kept_s = 1;
  return GObjectPtr<SoupSession>::adopt(soup_session_new_with_options(
      "user-agent", "Wordbrush/" WORDBRUSH_VERSION, "max-conns", max_connections,
      "max-conns-per-host", max_connections_per_host, "idle-timeout", kept_s, nullptr));
}

}  // namespace wordbrush::net
