# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that break, byte for byte: a server on loopback, on threads of its own."""

import base64
import json

from loopback import LoopbackServer

CLOSE = "Connection: close\r\nRetry-After: 0\r\n"


def answer(status, body, kind="application/json"):
    """A whole answer; the body as text or as what JSON says."""
    text = body if isinstance(body, str) else json.dumps(body)
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{CLOSE}"
    return f"{head}Content-Length: {len(text.encode())}\r\n\r\n{text}".encode()


def error(status, message="the words of the service", **more):
    return answer(status, {"error": {"message": message, **more}})


def message(content, finish="stop"):
    """An answer of the model, not streamed."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}}
    return answer("200 OK", {"model": "m", "choices": [choice | {"finish_reason": finish}]})


def picture(png, words="Done."):
    url = "data:image/png;base64," + base64.b64encode(png).decode()
    return message(
        [{"type": "text", "text": words}, {"type": "image_url", "image_url": {"url": url}}]
    )


def cut(whole):
    """Half of an answer as if it were all: its length fits, its JSON does not."""
    head, body = whole.split(b"\r\n\r\n", 1)
    body = body[: len(body) // 2]
    head = head[: head.index(b"Content-Length")] + b"Content-Length: %d" % len(body)
    return head + b"\r\n\r\n" + body


class FaultServer(LoopbackServer):
    """Gives `rows[NAME]` to whoever asks for url(NAME); `on_request` sees each request's head."""

    def __init__(self, rows, on_request=lambda head: None):
        self.rows = rows
        self.on_request = on_request
        self.heads = []
        super().__init__(self._answer)

    def url(self, row):
        return f"http://127.0.0.1:{self.port}/{row}/v1"

    def _answer(self, connection):
        with connection, connection.makefile("rb") as stream:
            head = b"".join(iter(stream.readline, b"\r\n")).decode()
            fields = dict(line.split(": ", 1) for line in head.splitlines()[1:])
            stream.read(int(fields.get("Content-Length", 0)))
            self.heads.append(head)
            self.on_request(head)
            connection.sendall(self.rows[head.split("/")[1]])
