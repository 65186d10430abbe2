# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the first byte of a request takes from GIMP's call on, over a plug-in that does nothing.

The picture is small, so that what is measured is the start: the process, its libraries, its
settings and the connection.
"""

import contextlib
import json
import shutil
import socket
import statistics
import threading
import time
from pathlib import Path

import console

HERE = Path(__file__).resolve().parent
EMPTY = "empty"
LIMIT_MS = 120
TIMEOUT_S = 300
REFUSAL = b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class FirstBytes(threading.Thread):
    """Refuses every request; `times` has when its first byte came (monotonic, seconds)."""

    def __init__(self):
        super().__init__(daemon=True)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.times = []

    @property
    def address(self):
        return "http://127.0.0.1:{}/v1".format(self.listener.getsockname()[1])

    def run(self):
        # Closing the listener ends it.
        with contextlib.suppress(OSError):
            while True:
                line, _ = self.listener.accept()
                with line, contextlib.suppress(ConnectionError):
                    self.answer(line)

    def answer(self, line):
        received = line.recv(1)
        self.times.append(time.monotonic())
        while b"\r\n\r\n" not in received:
            received += line.recv(65536)
        head, _, body = received.partition(b"\r\n\r\n")
        length = next(int(field.split(b":")[1]) for field in head.split(b"\r\n")
                      if field.lower().startswith(b"content-length:"))
        missing = length - len(body)
        while missing > 0:
            missing -= len(line.recv(65536))
        line.sendall(REFUSAL)


def stage_empty(folder, plug_ins, program):
    """A folder of plug-ins with ours and the empty one."""
    place = folder / "both"
    shutil.copytree(plug_ins, place)
    (place / EMPTY).mkdir()
    shutil.copy2(program, place / EMPTY / EMPTY)
    return place


def run_gimp(folder, plug_ins, library, photo, runs):
    """The seconds that an empty call took, and those to each first byte."""
    server = FirstBytes()
    server.start()
    results = folder / "start-up.json"
    task = {"photo": str(photo), "runs": runs, "connection": server.address,
            "results": str(results)}
    env = console.environment(folder / "start-up", plug_ins, library)
    log = folder / "start-up.log"
    console.run_python(HERE / "start_up_in_gimp.py",
                       env | {"WORDBRUSH_BENCH_TASK": json.dumps(task)}, log, TIMEOUT_S)
    server.listener.close()
    if not results.exists():
        raise SystemExit(f"The calls failed:\n{log.read_text(encoding='utf-8', errors='replace')}")
    measured = json.loads(results.read_text(encoding="utf-8"))
    first = [came - called for came, called in zip(server.times, measured["called"], strict=True)]
    return measured["empty"], first


def measure(folder, build, library, photo, runs):
    """Prints the figures; whether the target is met."""
    plug_ins = stage_empty(Path(folder), build / "plug-ins", build / "tests" / EMPTY)
    empty, first = run_gimp(Path(folder), plug_ins, library, photo, runs)
    # The first call of each reads its program from the disk.
    empty_ms, first_ms = (statistics.median(times[1:]) * 1000 for times in (empty, first))
    over = first_ms - empty_ms
    print(f"Start, 256 x 256, median of {runs} runs")
    print(f"  {'an empty plug-in, in all':<28}{empty_ms:9.1f} ms")
    print(f"  {'first byte of the request':<28}{first_ms:9.1f} ms")
    print(f"  {'over the empty one':<28}{over:9.1f} ms   target {LIMIT_MS} ms: "
          f"{'met' if over <= LIMIT_MS else 'MISSED'}\n", flush=True)
    return over <= LIMIT_MS
