# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory the plug-in takes."""

import os
import re
import threading
from pathlib import Path

MIB = 1 << 20


def limit(frame):
    """Three times the frame's own pixels and 150 MiB; `frame` as a report has it."""
    return 3 * frame["width"] * frame["height"] * 4 / MIB + 150


class PeakMemory:
    """The most memory that the plug-in's process takes meanwhile, in MiB."""

    def __enter__(self):
        self.peak = 0.0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()

    def watch(self):
        while not self.ended.wait(0.004):
            for comm in Path("/proc").glob("[0-9]*/comm"):
                self.look(comm)

    def look(self, comm):
        try:
            if comm.read_text(encoding="ascii").strip() != "wordbrush":
                return
            status = comm.with_name("status").read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError):
            return
        # GIMP starts it, as it started us; other tests have theirs.
        ours = re.search(rf"PPid:\s+{os.getppid()}\n", status)
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        if ours and found:
            self.peak = max(self.peak, int(found[1]) / 1024)
