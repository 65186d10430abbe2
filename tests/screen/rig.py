# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses windows as a screen reader does, in the real GIMP under Xvfb.

This is for windows of plug-ins that GIMP without a screen shows; live_gimp.py has all of GIMP.

A test file imports this and ends with rig.main(). It is called with the plug-ins to
install, `--` before what else its tests want (rig.arguments), on a private bus
(with_keyring.py none), and exits with 77 (skipped) where the programs for it are missing.
"""

import contextlib
import faulthandler
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCRIPT_FU = Path("gimp/3.0/plug-ins/script-fu")
# For what is there in no time, on a computer that has much else to do.
WAIT_S = 60
# No test takes that long, even if it waits for several things in vain.
HANG_S = 280
TICK_MS = 100
EVENTS = ("object:children-changed", "object:property-change", "object:state-changed",
          "object:text-changed", "window")
# What a person reaches with the keyboard, and so what must have a name.
# AT-SPI 2.56 calls a push button a button.
CONTROLS = {"button", "push button", "text", "password text", "combo box", "check box",
            "toggle button", "spin button", "list", "list box", "list item"}


def wait_for(find, what):
    """The first true answer of find(), which is asked again whenever something changes.

    It is asked ten times a second, too: documents and servers do not tell when they change.
    """
    context = GLib.MainContext.default()
    is_over = []
    GLib.timeout_add_seconds(WAIT_S, lambda: is_over.append(True))
    tick = GLib.timeout_add(TICK_MS, lambda: True)
    try:
        return _wait_for(context, find, is_over, what)
    finally:
        GLib.source_remove(tick)


def _wait_for(context, find, is_over, what):
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


class Program:
    """The windows of a running program, by the name that it has for screen readers."""

    def __init__(self, program, process=None):
        """The one with that number, where several have the name."""
        self.program = program
        self.number = process
        self.root = wait_for(self.find_window, f"window of {program}")

    def find_window(self):
        for program in pyatspi.Registry.getDesktop(0):
            if (program is not None and program.name == self.program and len(program) > 0
                    and self.number in (None, program.get_process_id())):
                return program
        return None

    def find(self, name, role):
        return wait_for(lambda: self.found(name, role), f"{role} named {name}")

    def find_starting(self, start, role):
        return wait_for(lambda: self.found(start, role, str.startswith), f"{role} named {start}...")

    def found(self, name, role, fits=str.__eq__):
        return next((node for node in nodes(self.root)
                     if node.getRoleName().endswith(role) and fits(name_of(node), name)
                     and node.getState().contains(pyatspi.STATE_SHOWING)), None)

    def press(self, name):
        """Once it can be pressed."""
        wait_for(lambda: self.is_sensitive(name), f"way to press {name}")
        self.find(name, "button").queryAction().doAction(0)

    def type(self, name, text, role="text"):
        self.find(name, role).queryEditableText().setTextContents(text)

    def choose(self, shown, number):
        """Chooses from the list that now shows `shown`: GTK names it by that."""
        self.find(shown, "combo box").querySelection().selectChild(number)

    def is_sensitive(self, name):
        button = self.found(name, "button")
        return button is not None and button.getState().contains(pyatspi.STATE_SENSITIVE)


class Window(Program):
    """The window of a plug-in's program that a script in GIMP shows."""

    def __init__(self, script, folder, program):
        self.folder = folder
        self.output = open(folder / "output", "w+", encoding="utf-8")
        self.gimp = subprocess.Popen(
            ["gimp-console", "-idf", "--quit", "--batch-interpreter=plug-in-script-fu-eval",
             "-b", script],
            stdout=self.output, stderr=subprocess.STDOUT,
            env={**os.environ, "GIMP3_DIRECTORY": str(folder)})
        super().__init__(program)

    def printed(self):
        return (self.folder / "output").read_text(encoding="utf-8")

    def wait_until_printed(self, text):
        wait_for(lambda: text in self.printed(), text)

    def wait_until_gone(self):
        self.gimp.wait(WAIT_S)
        return self.printed()

    def close(self):
        if self.gimp.poll() is None:
            self.gimp.kill()
            self.gimp.wait()
        self.output.close()


def watch_for_a_hang():
    """Ends this program and says where it stood, unless it is called again in time."""
    faulthandler.dump_traceback_later(HANG_S, exit=True)


class ScreenTest(unittest.TestCase):
    def run(self, result=None):
        watch_for_a_hang()
        return super().run(result)

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="wordbrush-screen-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_script(self, script, program):
        window = Window(script, self.folder, program)
        self.addCleanup(window.close)
        return window


def rest_at_once(folder):
    """A window that fades in is half there for a while, longer on a slow computer."""
    settings = Path(folder, "gtk-3.0", "settings.ini")
    settings.parent.mkdir()
    settings.write_text("[Settings]\ngtk-enable-animations=0\n")
    os.environ["XDG_CONFIG_DIRS"] = folder


def start_screen(folder, size):
    """Xvfb and the bus of screen readers; both end with this process's bus."""
    read, write = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24"],
                              pass_fds=[write], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as display:
        os.environ["DISPLAY"] = ":" + display.readline().strip()
    launcher = next(path for path in BUS_LAUNCHERS if os.path.exists(path))
    bus = subprocess.Popen([launcher, "--launch-immediately"],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(["gdbus", "wait", "--session", "--timeout=20", "org.a11y.Bus"], check=True)
    rest_at_once(folder)
    installed = []
    for plugin in map(Path, plugins):
        installed.append(Path(folder, "plug-ins", plugin.name))
        installed[-1].mkdir(parents=True)
        shutil.copy2(plugin, installed[-1] / plugin.name)
    script_fu = next(path / SCRIPT_FU for path in Path("/usr/lib").glob("*")
                     if (path / SCRIPT_FU).exists())
    os.environ["GIMP_TESTING_PLUGINDIRS"] = ":".join(map(str, [*installed, script_fu]))
    return screen, bus


def split_arguments():
    given = sys.argv[1:]
    at = given.index("--") if "--" in given else len(given)
    return given[:at], given[at + 1:]


@contextlib.contextmanager
def screen(size):
    """A screen of that size with everything that its programs need, and the plug-ins installed."""
    with tempfile.TemporaryDirectory() as private:
        started = start_screen(private, size)
        try:
            yield
        finally:
            for process in started:
                process.terminate()
                process.wait()


def main(size="1024x600"):
    """Runs the tests of the file that called it, on a screen of that size."""
    with screen(size):
        pyatspi.Registry.registerEventListener(lambda event: None, *EVENTS)
        watch_for_a_hang()
        # PyGObject warns of its own use of asyncio, a million times in a run with Python 3.14.
        outcome = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2, warnings="ignore")
    sys.exit(not outcome.result.wasSuccessful())


plugins, arguments = split_arguments()
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
