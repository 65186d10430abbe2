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

void choose_proxy(SoupSession* session, SoupMessage* message) {
  const char* const host = g_uri_get_host(soup_message_get_uri(message));
  const auto address = GObjectPtr<GInetAddress>::adopt(g_inet_address_new_from_string(host));
  const bool is_here = address ? g_inet_address_get_is_loopback(address.get()) != FALSE
                               : g_str_equal(host, "localhost") != FALSE;
  soup_session_set_proxy_resolver(session, is_here ? nullptr : g_proxy_resolver_get_default());
}

}  // namespace wordbrush::net
