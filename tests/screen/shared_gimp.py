# SPDX-License-Identifier: GPL-3.0-or-later
"""One GIMP and one window for all tests of a class: most of a test's time is GIMP's start."""

import shutil
import tempfile
from pathlib import Path

import live_gimp
import pyatspi
import rig
from rig import name_of, nodes, wait_for


class SharedTest(live_gimp.LiveTest):
    """`addresses()` gives the saved connections' addresses by their names."""

    # How GIMP is started.
    SETTINGS = {}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = Path(tempfile.mkdtemp(prefix="wordbrush-screen-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.model = live_gimp.ScriptedModel(rig.arguments[0])
        cls.addClassCleanup(cls.model.close)
        cls.connections = cls.addresses()
        live_gimp.save_connections(cls.folder, cls.connections)
        cls.gimp = live_gimp.Gimp(cls.folder, **cls.SETTINGS)
        cls.addClassCleanup(cls.gimp.close)
        cls.gimp.open(cls.PHOTO)
        cls.window = cls.gimp.open_window()

    @classmethod
    def addresses(cls):
        raise NotImplementedError

    def setUp(self):
        """What LiveTest makes for each test is there already."""
        self.model._http("/reset", b"")

    def use(self, name):
        """Chooses a connection in the window, whose list is named by what it shows."""
        def chosen():
            return next(node for node in nodes(self.window.root)
                        if node.getRoleName() == "combo box" and name_of(node) in self.connections)
        wait_for(chosen, "list of connections").querySelection().selectChild(
            list(self.connections).index(name) + self.first_place())
        wait_for(lambda: name_of(chosen()) == name, f"connection {name}")

    def first_place(self):
        """The demo stands first."""
        return 1

    def prompt_text(self):
        return self.window.find("What should change?", "text").queryText().getText(0, -1)

    def layers_are(self, *names):
        try:
            wait_for(lambda: self.gimp.layers() == list(names), "such layers")
        except AssertionError:
            self.assertEqual(self.gimp.layers(), list(names))

    def unchanged(self):
        """The document, as nobody has touched it."""
        self.assertEqual(self.gimp.layers(), ["Background"])
        self.assertFalse(self.gimp.is_dirty())

    def buttons(self):
        """What the message offers to press, besides closing it."""
        message = self.window.find_starting("", "notification")
        bar = next(node for node in nodes(self.window.root)
                   if node.getRoleName() == "info bar" and message in nodes(node))
        return [name_of(node) for node in nodes(bar) if node.getRoleName() == "button"
                and node.getState().contains(pyatspi.STATE_SHOWING) and name_of(node) != "Close"]
