# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP with the plug-in on a screen of its own, for the insides that need the window."""

import contextlib
import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "screen"), str(HERE.parents[1] / "gimp")]

import live_gimp  # noqa: E402
import rig  # noqa: E402
from rig import name_of, nodes, wait_for  # noqa: E402

MODEL, PHOTO, REPORT = rig.arguments[:3]
EDITS, SEED = map(int, rig.arguments[3:5])
SCREEN = "1280x1024"


def say(**entry):
    with open(REPORT, "a", encoding="utf-8") as out:
        out.write(json.dumps(entry) + "\n")


def claim(holds, otherwise):
    if not holds:
        say(miss=otherwise)


class Room:
    """`addresses` by the names of their connections, the first one in use."""

    def __init__(self, folder, model, addresses, **how):
        self.folder = folder
        self.model = model
        self.connections = addresses
        if addresses:
            live_gimp.save_connections(folder, addresses)
        self.gimp = live_gimp.Gimp(folder, **how)
        self.gimp.open(PHOTO)

    def open_window(self):
        self.window = self.gimp.open_window()
        self.window.find("What should change?", "text")
        return self.window

    def close_window(self):
        live_gimp.activate("Edit with Words")
        live_gimp.subprocess.run(["xdotool", "key", "alt+F4"], check=True)
        wait_for(lambda: not self.gimp.plug_ins(), "end of the window")

    def use(self, name):
        """Chooses a connection; the window's list is named by what it shows."""
        def chosen():
            return next(node for node in nodes(self.window.root)
                        if node.getRoleName() == "combo box" and name_of(node) in self.connections)
        wait_for(chosen, "list of connections").querySelection().selectChild(
            list(self.connections).index(name) + 1)
        wait_for(lambda: name_of(chosen()) == name, f"connection {name}")

    def ask(self, prompt):
        self.window.type("What should change?", prompt)
        self.window.press("Edit")

    def close(self):
        self.gimp.close()


@contextlib.contextmanager
def room(addresses, **how):
    """`addresses` makes them of the model."""
    with rig.screen(SCREEN), tempfile.TemporaryDirectory(prefix="wordbrush-soak-") as folder:
        rig.pyatspi.Registry.registerEventListener(lambda event: None, *rig.EVENTS)
        manager = live_gimp.start_manager()
        model = live_gimp.ScriptedModel(MODEL)
        made = Room(Path(folder), model, addresses(model), **how)
        try:
            yield made
        finally:
            made.close()
            model.close()
            manager.terminate()
            manager.wait()
