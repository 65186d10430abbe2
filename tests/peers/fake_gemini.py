# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands behind a gateway: Gemini's own API on loopback, and the gateway's settings before it."""

import base64
import http.client
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def serve(handler):
    """Serves on a free loopback port, on a thread; gives the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


class Quiet(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def body(self):
        return self.rfile.read(int(self.headers["Content-Length"]))

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def gemini(picture, keep):
    """Answers with a picture, streamed or not; the picture that it got goes into the file `keep`."""
    part = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(picture).decode()}}
    candidate = {"content": {"role": "model", "parts": [part]}, "finishReason": "STOP", "index": 0}
    reply = json.dumps({"candidates": [candidate], "usageMetadata": {"totalTokenCount": 3}})

    class Gemini(Quiet):
        def do_POST(self):
            parts = json.loads(self.body())["contents"][0]["parts"]
            data = next(part["inlineData"]["data"] for part in parts if "inlineData" in part)
            keep.write_bytes(base64.b64decode(data))
            if "streamGenerateContent" in self.path:
                self.answer(200, "text/event-stream", f"data: {reply}\r\n\r\n".encode())
            else:
                self.answer(200, "application/json", reply.encode())

    return serve(Gemini)


def with_headers(port, headers):
    """Passes requests on to a gateway, with the headers that tell it where to."""

    class Front(Quiet):
        def do_POST(self):
            behind = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            own = {name: self.headers[name] for name in ("Content-Type", "Authorization")}
            behind.request("POST", self.path, self.body(), own | headers)
            answer = behind.getresponse()
            self.answer(answer.status, answer.headers["Content-Type"], answer.read())

    return serve(Front)
