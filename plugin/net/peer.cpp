// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/peer.h"

#include <poll.h>

namespace wordbrush::net {

void Peer::watch(GIOStream* connection) {
  if (!G_IS_SOCKET_CONNECTION(connection)) return;
  socket_ =
      GObjectPtr<GSocket>::share(g_socket_connection_get_socket(G_SOCKET_CONNECTION(connection)));
}

bool Peer::has_hung_up() const {
  if (!socket_) return false;
  // Not whether bytes wait: under TLS these may be no part of an answer.
  pollfd state{.fd = g_socket_get_fd(socket_.get()), .events = POLLRDHUP, .revents = 0};
  return poll(&state, 1, 0) > 0;
}

}  // namespace wordbrush::net
