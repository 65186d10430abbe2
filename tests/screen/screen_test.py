#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the windows of ui/ as a screen reader does, in the real GIMP under Xvfb.

usage: screen_test.py DIALOGS_PLUGIN WORDBRUSH SCRIPTED_MODEL, on a private bus
(with_keyring.py none)
Exits with 77 (skipped) where the programs for it are missing.
"""

import configparser
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.request
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
    """The window of a plug-in's program that a script in GIMP shows."""

    def __init__(self, script, folder, program):
        self.folder = folder
        self.program = program
        self.output = open(folder / "output", "w+", encoding="utf-8")
        self.gimp = subprocess.Popen(
            ["gimp-console", "-idf", "--quit", "--batch-interpreter=plug-in-script-fu-eval",
             "-b", script],
            stdout=self.output, stderr=subprocess.STDOUT,
            env={**os.environ, "GIMP3_DIRECTORY": str(folder)})
        self.root = wait_for(self.find_window, "window")

    def find_window(self):
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.name == self.program and len(program) > 0:
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

    def run_script(self, script, program):
        window = Window(script, self.folder, program)
        self.addCleanup(window.close)
        return window


class DialogsTest(ScreenTest):
    """The windows by themselves."""

    def show(self, procedure):
        return self.run_script(f"({procedure} #:run-mode RUN-INTERACTIVE)", "dialogs")

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


class CancelTest(ScreenTest):
    """The plug-in itself, with a model that never answers."""

    EDIT = """
        (let* ((image (car (gimp-image-new 64 48 RGB)))
               (layer (car (gimp-layer-new image "photo" 64 48 RGB-IMAGE 100 LAYER-MODE-NORMAL))))
          (gimp-image-insert-layer image layer 0 -1)
          (plug-in-wordbrush-edit #:run-mode RUN-INTERACTIVE #:image image
                                  #:drawables (vector layer))
          (gimp-message
            (string-append "layers: "
                           (number->string (vector-length (car (gimp-image-get-layers image)))))))
    """

    def setUp(self):
        super().setUp()
        model = subprocess.Popen([sys.argv[3]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 text=True)
        self.addCleanup(model.communicate)
        self.model = f"http://127.0.0.1:{model.stdout.readline().split()[1]}"
        (self.folder / "wordbrush").mkdir()
        (self.folder / "wordbrush" / "connections.ini").write_text(
            "[general]\nversion=1\nchosen=Slow\n\n[connection 1]\nname=Slow\n"
            f"base_url={self.model}/reply=hang/v1\nmodel=scripted\nstream=true\n")

    def test_cancel_hangs_up_and_leaves_no_layer(self):
        window = self.run_script(self.EDIT, "wordbrush")
        window.type("What should change?", "make it orange")
        window.press("Edit")
        window.find("Waiting for the model", "label")
        window.press("Cancel")
        self.assertIn("layers: 1\n", window.wait_until_gone())
        with urllib.request.urlopen(self.model + "/log") as log:
            requests = json.load(log)
        self.assertEqual([request["client_left"] for request in requests], [True])


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
    plugins = []
    for plugin in map(Path, sys.argv[1:3]):
        plugins.append(Path(folder, "plug-ins", plugin.name))
        plugins[-1].mkdir(parents=True)
        shutil.copy2(plugin, plugins[-1] / plugin.name)
    script_fu = next(path / SCRIPT_FU for path in Path("/usr/lib").glob("*")
                     if (path / SCRIPT_FU).exists())
    os.environ["GIMP_TESTING_PLUGINDIRS"] = ":".join(map(str, [*plugins, script_fu]))
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
        outcome = unittest.main(argv=sys.argv[:1] + sys.argv[4:], exit=False, verbosity=2)
    finally:
        for process in started:
            process.terminate()
            process.wait()
sys.exit(not outcome.result.wasSuccessful())
