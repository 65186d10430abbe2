# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP with the plug-in, a model that answers and a picture, watched from the outside."""

import os
import sys
import time

import live_gimp
import rig
from relay import Relay
from rig import wait_for
from seen import do

MODEL, PHOTO, WATCH, *OPTIONS = rig.arguments
PAUSE_S = 1  # until what the last step started is over
# Named by what their models do.
CONNECTIONS = ("tint", "invert")


class Watched:
    """What watch.cpp tells about a program."""

    def __init__(self, folder, program):
        self.file = folder / program
        self.file.touch()

    def forget(self):
        os.truncate(self.file, 0)

    def lines(self, what):
        lines = (line.split() for line in self.file.read_text(encoding="ascii").splitlines())
        return [[int(number) / 1e6 for number in numbers] for word, *numbers in lines
                if word == what]

    def ready_at(self):
        return wait_for(lambda: self.lines("ready"), "window that can be used")[0][0]

    def stalls(self, start, end=float("inf")):
        """(at, length) in ms, the longest first."""
        busy = [(at - start, length) for at, length in self.lines("busy") if start <= at < end]
        return sorted(((at * 1e3, length * 1e3) for at, length in busy), key=lambda s: -s[1])


class Stage:
    """GIMP with the plug-in, a model that answers, and a picture."""

    def __init__(self, folder, size, how, stacks):
        self.folder = folder
        self.how = how
        watch = folder / "watch"
        watch.mkdir()
        self.watched = {name: Watched(watch, name) for name in ("wordbrush", "empty")}
        if stacks:
            (watch / "stacks").touch()
        self.model = live_gimp.ScriptedModel(MODEL)
        self.relay = Relay(self.model.origin)
        self.connect()
        self.gimp = live_gimp.Gimp(folder, environment={
            "LD_PRELOAD": WATCH, "WORDBRUSH_WATCH": str(watch)})
        self.gimp.open(PHOTO, *size)
        self.port = self.gimp.script.line.getpeername()[1]
        self.stacks = stacks

    def connect(self):
        """Two connections whose answers do not look alike."""
        (self.folder / "wordbrush").mkdir()
        text = "[general]\nversion=1\nchosen=tint\n"
        for number, edit in enumerate(CONNECTIONS, 1):
            address = self.relay.url(f"edit={edit},{self.how}")
            text += (f"\n[connection {number}]\nname={edit}\nbase_url={address}\nmodel=scripted\n"
                     "stream=true\n")
        (self.folder / "wordbrush" / "connections.ini").write_text(text)

    def close(self):
        self.gimp.close()
        self.relay.close()
        self.model.close()
        if self.stacks:
            sys.stderr.write((self.folder / "output").read_text(errors="replace"))

    def call(self, procedure):
        """Calls it as a menu does, on a line of its own, since it comes back at the window's end."""
        line = live_gimp.ScriptFu(self.port)
        script = (f"({procedure} #:run-mode RUN-INTERACTIVE #:image image #:drawables"
                  " (car (gimp-image-get-layers image)))").encode()
        start = time.monotonic()
        line.line.sendall(b"G" + len(script).to_bytes(2, "big") + script)
        return start, line

    def open_window(self):
        self.window = self.gimp.open_window()
        self.watched["wordbrush"].ready_at()
        settle()

    def stalls(self, start, end=float("inf")):
        return self.watched["wordbrush"].stalls(start, end)

    # --- Using the window; what asks it by name takes its time, so not while measuring

    def ask(self, prompt):
        sent = self.relay.requests
        do("key", "ctrl+a")
        do("type", "--delay", 20, prompt)
        start = do("key", "ctrl+Return")
        wait_for(lambda: self.relay.requests > sent, "request")
        return start

    def result(self, number):
        return self.window.find(f"Result {number}", "list item")

    def canvas(self):
        return next(node for node in rig.nodes(self.window.root) if node.getRoleName() == "image"
                    and node.getState().contains(rig.pyatspi.STATE_SHOWING)
                    and node.queryComponent().getExtents(0).width > 200)

    def use(self, connection, instead_of):
        # The first one is the offline demo.
        self.window.choose(instead_of, CONNECTIONS.index(connection) + 1)
        self.window.find(connection, "combo box")

    def focus_prompt(self):
        live_gimp.activate("Edit with Words")
        self.window.find("What should change?", "text").queryComponent().grabFocus()
        settle()


def settle():
    time.sleep(PAUSE_S)
