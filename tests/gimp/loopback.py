# SPDX-License-Identifier: GPL-3.0-or-later
"""A server on this machine that meets each connection in a thread of its own."""

import socket
import threading


class LoopbackServer:
    """Calls `meet` with each connection; whoever meets it closes it."""

    def __init__(self, meet, receive_buffer=None):
        self._meet = meet
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=16)
        if receive_buffer:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        self._socket.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._meet, args=(connection,), daemon=True).start()
