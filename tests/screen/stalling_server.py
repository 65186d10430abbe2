# SPDX-License-Identifier: GPL-3.0-or-later
"""A service that goes as far as a stage of the answer and then says nothing more."""

import json
import socket
import sys
import threading
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "gimp"))
import fault_server  # noqa: E402
from loopback import LoopbackServer  # noqa: E402

WORDS = ("I will ", "paint it.")
TLS_HANDSHAKE = b"\x16"
# As little as the kernel gives, so that what is sent does not just wait in its buffers.
BUFFER = 4096


def _event(delta):
    return b"data: " + json.dumps({"choices": [{"index": 0, "delta": delta}]}).encode() + b"\n\n"


class Request:
    def __init__(self, stage):
        self.stage = stage
        self.has_left = False
        # Of an upload; it is read once go_on is set.
        self.length = 0
        self.received = 0
        self.go_on = threading.Event()


class StallingServer(LoopbackServer):
    """The stage is in the URL: connect, upload, answer, words, download, retry, once, whole.

    once: the first request gets the picture back that it brought, the others get nothing;
    whole: each does.
    """

    def __init__(self):
        self.requests = []
        super().__init__(self._answer, receive_buffer=BUFFER)

    def url(self, stage):
        scheme = "https" if stage == "connect" else "http"
        return f"{scheme}://127.0.0.1:{self.port}/{stage}/v1"

    def of(self, stage):
        return [request for request in list(self.requests) if request.stage == stage]

    def _answer(self, connection):
        with connection:
            request = None
            if connection.recv(1, socket.MSG_PEEK) == TLS_HANDSHAKE:
                request = self._log("connect")
            else:
                with connection.makefile("rb") as stream:
                    request = self._answer_http(connection, stream)
            if request:
                self._wait_until_left(connection, request)

    def _log(self, stage):
        self.requests.append(Request(stage))
        return self.requests[-1]

    def _answer_http(self, connection, stream):
        head = b"".join(iter(stream.readline, b"\r\n")).decode()
        stage = head.split("/")[1]
        if head.startswith("GET") and stage != "file":
            connection.sendall(fault_server.error("404 Not Found"))  # such as for the balance
            return None
        request = self._log(stage)
        is_first = request is self.of(stage)[0]
        fields = dict(line.split(": ", 1) for line in head.splitlines()[1:])
        request.length = int(fields.get("Content-Length", 0))
        if stage == "upload":
            return request
        body = stream.read(request.length)
        if stage == "words":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
            for words in WORDS:
                connection.sendall(_event({"content": words}))
        elif stage == "download":
            link = f"http://127.0.0.1:{self.port}/file/picture.png"
            connection.sendall(fault_server.message(f"![image]({link})"))
        elif stage == "retry":
            connection.sendall(fault_server.error("503 Service Unavailable").replace(
                b"Retry-After: 0", b"Retry-After: 90"))
        elif stage == "whole" or stage == "once" and is_first:
            connection.sendall(_given_back(body))
        return request

    def _wait_until_left(self, connection, request):
        if request.stage == "upload":
            request.go_on.wait()
        try:
            while count := len(connection.recv(BUFFER)):
                request.received += count
        except ConnectionError:
            pass
        request.has_left = True


def _given_back(body):
    """The picture that the request brought, as the answer."""
    for message in json.loads(body)["messages"]:
        for part in message["content"] if isinstance(message["content"], list) else []:
            if part["type"] == "image_url":
                return fault_server.message([part])
    raise ValueError("no picture in the request")
