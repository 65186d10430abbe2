#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the windows of ui/ as a screen reader does, in the real GIMP under Xvfb.

usage: screen_test.py DIALOGS_PLUGIN, on a private bus (with_keyring.py none)
Exits with 77 (skipped) where the programs for it are missing.
"""

import configparser
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCRIPT_FU = Path("gimp/3.0/plug-ins/script-fu")
WAIT_S = 30
EVENTS = ("object:children-changed", "object:property-change", "object:state-changed",
          "object:text-changed", "window")
# What a person reaches with the keyboard, and so what must have a name.
# AT-SPI 2.56 calls a push button a button.
CONTROLS = {"button", "push button", "text", "password text", "combo box", "check box",
            "toggle button", "spin button", "list", "list box", "list item"}


def wait_for(find, what):
    """The first true answer of find(), which is asked again whenever something changes."""
    context = GLib.MainContext.default()
    is_over = []
    GLib.timeout_add_seconds(WAIT_S, lambda: is_over.append(True))
    while True:
        with contextlib.suppress(Exception):  # what is being asked may have just gone
            if found := find():
                return found
        if is_over:
            raise AssertionError(f"no {what} in {WAIT_S} s")
        context.iteration(True)


def name_of(node):
    """The name that a screen reader speaks."""
    if node.name:
        return node.name
    for relation in node.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            return relation.getTarget(0).name
    return ""


def nodes(root):
    yield root
    for child in root:
        if child is not None:
            yield from nodes(child)


class Window:
    """The window that a procedure of the plug-in shows."""

    def __init__(self, procedure, folder):
        self.folder = folder
        self.output = open(folder / "output", "w+", encoding="utf-8")
        self.gimp = subprocess.Popen(
            ["gimp-console", "-idf", "--quit", "--batch-interpreter=plug-in-script-fu-eval",
             "-b", f"({procedure} #:run-mode RUN-INTERACTIVE)"],
            stdout=self.output, stderr=subprocess.STDOUT,
            env={**os.environ, "GIMP3_DIRECTORY": str(folder)})
        self.root = wait_for(self.find_window, "window")

    @staticmethod
    def find_window():
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.name == "dialogs" and len(program) > 0:
                return program
        return None

    def find(self, name, role):
        return wait_for(
            lambda: next((node for node in nodes(self.root)
                          if node.getRoleName().endswith(role) and name_of(node) == name
                          and node.getState().contains(pyatspi.STATE_SHOWING)), None),
            f"{role} named {name}")

    def press(self, name):
        self.find(name, "button").queryAction().doAction(0)

    def type(self, name, text, role="text"):
        self.find(name, role).queryEditableText().setTextContents(text)

    def choose(self, shown, number):
        """Chooses from the list that now shows `shown`: GTK names it by that."""
        self.find(shown, "combo box").querySelection().selectChild(number)

    def is_sensitive(self, name):
        state = self.find(name, "button").getState()
        return state.contains(pyatspi.STATE_SENSITIVE)

    def wait_until_gone(self):
        self.gimp.wait(WAIT_S)
        self.output.seek(0)
        return self.output.read()

    def close(self):
        if self.gimp.poll() is None:
            self.gimp.kill()
            self.gimp.wait()
        self.output.close()


class ScreenTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="wordbrush-screen-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def show(self, procedure):
        window = Window(procedure, self.folder)
        self.addCleanup(window.close)
        return window

    def settings(self, name):
        file = configparser.ConfigParser(interpolation=None)
        file.read(self.folder / "wordbrush" / name)
        return file

    def test_a_connection_is_added_checked_and_used(self):
        window = self.show("plug-in-dialogs-connections")
        window.press("Add")
        window.type("Name:", "My server")
        window.type("Address:", "http://localhost:8080/v1")
        window.type("API key:", "sk-typed", role="password text")
        window.press("Check")
        window.find("The connection works. The service lists 2 models.", "label")
        self.assertEqual(window.find("API key:", "password text").queryText().characterCount, 0)
        window.press("Use")
        window.find("My server (in use)", "list item")
        window.press("Close")
        self.assertIn("connections closed: well", window.wait_until_gone())

        saved = self.settings("connections.ini")
        self.assertEqual(saved["connection 1"]["name"], "My server")
        self.assertEqual(saved["connection 1"]["base_url"], "http://localhost:8080/v1")
        self.assertEqual(saved["general"]["chosen"], "My server")
        key = self.settings("keys.ini")["key 1"]
        self.assertEqual((key["host"], key["key"]), ("localhost:8080", "sk-typed"))

    def test_what_a_service_speaks_is_chosen_and_saved(self):
        window = self.show("plug-in-dialogs-connections")
        window.press("Add")
        window.type("Name:", "My Gemini")
        window.type("Address:", "http://localhost:8080/v1beta")
        window.choose("What its address shows", 1)
        window.choose("As is usual there", 1)
        window.press("Use")
        window.find("My Gemini (in use)", "list item")
        window.press("Close")
        self.assertIn("connections closed: well", window.wait_until_gone())
        saved = self.settings("connections.ini")["connection 1"]
        self.assertEqual((saved["dialect"], saved["size_fields"]), ("gemini", "flat"))

    def test_what_cannot_be_saved_keeps_the_window_until_closed_again(self):
        window = self.show("plug-in-dialogs-connections")
        window.press("Add")
        window.type("Address:", "no address")
        window.press("Close")
        window.find("This is no address. Close again to leave without saving it.", "label")
        window.press("Close")
        window.wait_until_gone()
        self.assertFalse((self.folder / "wordbrush" / "connections.ini").exists())

    def test_a_picture_needs_a_prompt(self):
        window = self.show("plug-in-dialogs-generate")
        self.assertFalse(window.is_sensitive("Generate"))
        window.type("What should be painted?", " \n")
        self.assertFalse(window.is_sensitive("Generate"))
        window.type("What should be painted?", "a cat\non a wall")
        wait_for(lambda: window.is_sensitive("Generate"), "way to start")
        window.press("Generate")
        output = window.wait_until_gone()
        self.assertIn("prompt=a cat\non a wall\n", output)
        self.assertIn("connection=Offline demo\n", output)

    def test_the_last_prompt_is_there_again(self):
        window = self.show("plug-in-dialogs-edit")
        prompt = window.find("What should change?", "text").queryText()
        self.assertEqual(prompt.getText(0, -1), "make the sky orange")
        self.assertTrue(window.is_sensitive("Edit"))

    def test_an_answer_that_is_kept_is_told(self):
        window = self.show("plug-in-dialogs-edit")
        window.find("An answer is kept.", "label")

    def test_cancelling_ends_the_progress_window(self):
        window = self.show("plug-in-dialogs-progress")
        window.find("Waiting for the answer...", "label")
        window.press("Cancel")
        self.assertIn("cancelled", window.wait_until_gone())

    def test_every_control_has_a_name(self):
        for procedure in ("edit", "generate", "progress", "connections"):
            with self.subTest(procedure):
                window = self.show(f"plug-in-dialogs-{procedure}")
                nameless = [node.getRoleName() for node in nodes(window.root)
                            if node.getRoleName() in CONTROLS and not name_of(node)
                            and node.getState().contains(pyatspi.STATE_FOCUSABLE)
                            and node.getState().contains(pyatspi.STATE_SHOWING)]
                self.assertEqual(nameless, [])
                window.close()
                wait_for(lambda: window.find_window() is None, "end of the window")


def start_screen(folder):
    """Xvfb and the bus of screen readers; both end with this process's bus."""
    read, write = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1024x600x24"],
                              pass_fds=[write], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as display:
        os.environ["DISPLAY"] = ":" + display.readline().strip()
    launcher = next(path for path in BUS_LAUNCHERS if os.path.exists(path))
    bus = subprocess.Popen([launcher, "--launch-immediately"],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(["gdbus", "wait", "--session", "--timeout=20", "org.a11y.Bus"], check=True)
    plugins = Path(folder, "plug-ins", "dialogs")
    plugins.mkdir(parents=True)
    shutil.copy2(sys.argv[1], plugins / "dialogs")
    script_fu = next(path / SCRIPT_FU for path in Path("/usr/lib").glob("*")
                     if (path / SCRIPT_FU).exists())
    os.environ["GIMP_TESTING_PLUGINDIRS"] = f"{plugins}:{script_fu}"
    return screen, bus


missing = [program for program in ("Xvfb", "gimp-console") if not shutil.which(program)]
try:
    import pyatspi
    from gi.repository import GLib
except ImportError:
    missing.append("pyatspi")
if not any(map(os.path.exists, BUS_LAUNCHERS)):
    missing.append("at-spi-bus-launcher")
if missing:
    print("missing:", *missing)
    sys.exit(77)

with tempfile.TemporaryDirectory() as private:
    started = start_screen(private)
    pyatspi.Registry.registerEventListener(lambda event: None, *EVENTS)
    try:
        outcome = unittest.main(argv=sys.argv[:1] + sys.argv[2:], exit=False, verbosity=2)
    finally:
        for process in started:
            process.terminate()
            process.wait()
sys.exit(not outcome.result.wasSuccessful())
