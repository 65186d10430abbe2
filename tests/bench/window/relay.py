# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands a connection's bytes on and knows when the last one went."""

import contextlib
import socket
import threading
import time

CHUNK = 1 << 18


class Relay:
    """Stands at `port` for the server at `origin` (http://HOST:PORT)."""

    def __init__(self, origin):
        host, _, port = origin.removeprefix("http://").partition(":")
        self.server = (host, int(port))
        self.requests = 0  # each comes on a connection of its own
        self.last_answer = 0.0  # time.monotonic() at which the client got its last byte so far
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, scenario):
        return f"http://127.0.0.1:{self.port}/{scenario}/v1"

    def close(self):
        self.listener.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                self.requests += 1
                server = socket.create_connection(self.server)
                for source, target, is_answer in ((client, server, False), (server, client, True)):
                    threading.Thread(target=self._pump, args=(source, target, is_answer),
                                     daemon=True).start()

    def _pump(self, source, target, is_answer):
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                target.sendall(data)
                if is_answer:
                    self.last_answer = time.monotonic()
            target.shutdown(socket.SHUT_WR)
