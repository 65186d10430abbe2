# SPDX-License-Identifier: GPL-3.0-or-later
"""All of GIMP on a screen, asked and changed through its Script-Fu server."""

import json
import os
import re
import signal
import socket
import struct
import subprocess
import urllib.request
from pathlib import Path

import pyatspi
import rig
from rig import wait_for

EDIT_MENU_ITEM = r"Edit with Words\.\.\."
# Of GIMP's own plug-ins; each one more makes the first start longer.
SYSTEM_PLUG_INS = ("script-fu-server", "file-jpeg", "file-png")


def start_manager():
    """Windows of several programs want somebody who gives them the focus."""
    return subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


def activate(title):
    """Gives the focus to the window whose title holds that."""
    def is_given():
        # A tooltip may go while windows are searched, which xdotool takes for a failure.
        return subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title,
                               "windowactivate", "--sync"], check=False, timeout=rig.WAIT_S,
                              stderr=subprocess.DEVNULL).returncode == 0
    wait_for(is_given, f"window named {title}")


def active_title():
    return subprocess.run(["xdotool", "getactivewindow", "getwindowname"], check=True,
                          capture_output=True, text=True).stdout.strip()


def is_running(number):
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def save_connections(folder, addresses, is_in_use=True):
    """Writes them into a profile, by their names; the first one is in use, or else the demo."""
    (folder / "wordbrush").mkdir(mode=0o700, exist_ok=True)
    text = "[general]\nversion=1\n"
    if is_in_use:
        text += f"chosen={next(iter(addresses))}\n"
    for number, (name, address) in enumerate(addresses.items(), 1):
        text += (f"\n[connection {number}]\nname={name}\nbase_url={address}\nmodel=scripted\n"
                 "stream=true\n")
    (folder / "wordbrush" / "connections.ini").write_text(text, encoding="utf-8")


def seconds_of(number):
    """How long the process has had a processor."""
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    user, system = 11, 12
    return (int(fields[user]) + int(fields[system])) / os.sysconf("SC_CLK_TCK")


class ScriptedModel:
    """tests/model's server; it ends with its standard input."""

    def __init__(self, executable):
        self.process = subprocess.Popen([executable], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.origin = f"http://127.0.0.1:{self.process.stdout.readline().split()[1]}"

    def url(self, scenario=""):
        """The base URL of a scenario (tests/model/scenario.h)."""
        return f"{self.origin}/{scenario}/v1" if scenario else f"{self.origin}/v1"

    def _http(self, path, data=None):
        with urllib.request.urlopen(self.origin + path, data=data, timeout=rig.WAIT_S) as answer:
            return answer.read()

    def requests(self):
        """What it received, the oldest first."""
        return json.loads(self._http("/log"))

    def release(self):
        """Lets the answers of slow=release go."""
        self._http("/release", b"")

    def close(self):
        self.process.communicate()


class ScriptFu:
    """A line to GIMP's Script-Fu server."""

    def __init__(self, port):
        self.line = socket.create_connection(("127.0.0.1", port), rig.WAIT_S)

    def _read(self, count):
        data = b""
        while len(data) < count:
            more = self.line.recv(count - len(data))
            if not more:
                raise EOFError("GIMP is gone")
            data += more
        return data

    def close(self):
        self.line.close()

    def run(self, script):
        """The value of its last expression, as the server prints it."""
        sent = script.encode()
        self.line.sendall(b"G" + struct.pack(">H", len(sent)) + sent)
        _, failed, length = struct.unpack(">cBH", self._read(4))
        answer = self._read(length).decode()
        if failed:
            raise RuntimeError(f"{answer} in {script}")
        return answer

    def number(self, expression):
        return int(self.run(expression))

    def is_true(self, expression):
        return self.run(expression) in ("1", "#t")


class Gimp(rig.Program):
    """A GIMP with a profile of its own, in `folder`."""

    def __init__(self, folder, settings="", environment=None, name="gimp"):
        self.folder = folder
        version = subprocess.run(["gimp-console", "--version"], capture_output=True, check=True,
                                 text=True).stdout.split()[-1]
        (folder / "gimprc").write_text(
            f'(config-version "{version}")\n(check-updates no)\n(show-welcome-dialog no)\n'
            + settings)
        port = free_port()
        script = (f'(plug-in-script-fu-server #:run-mode RUN-NONINTERACTIVE #:ip "127.0.0.1" '
                  f'#:port {port} #:logfile "")')
        plug_ins = os.environ["GIMP_TESTING_PLUGINDIRS"]
        system = Path(plug_ins.split(":")[-1]).parent
        self.output = open(folder / f"output-{name}", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            ["gimp", "--new-instance", "--no-splash", "-df", "--console-messages",
             "--batch-interpreter=plug-in-script-fu-eval", "-b", script],
            stdout=self.output, stderr=subprocess.STDOUT, start_new_session=True,
            env={**os.environ, **(environment or {}), "GIMP3_DIRECTORY": str(folder),
                 "GIMP_TESTING_PLUGINDIRS": ":".join(
                     [plug_ins, *(str(system / name) for name in SYSTEM_PLUG_INS)])})
        self.script = wait_for(lambda: ScriptFu(port), "Script-Fu server")
        super().__init__("gimp", process=self.process.pid)

    # --- The document, `image` for scripts

    def open(self, photo, width=400, height=300, name="photo"):
        """Shows a photograph that has no history, as a file of that name; gives the image's number."""
        self.script.run(
            f'(define image (car (gimp-file-load RUN-NONINTERACTIVE "{photo}")))'
            f"(gimp-image-undo-disable image)"
            f"(gimp-image-scale image {width} {height})"
            f'(gimp-image-set-file image "{self.folder}/{name}.xcf")'
            f"(gimp-display-new image)")
        # A script's image has no history at first.
        while not self.script.is_true("(car (gimp-image-undo-is-enabled image))"):
            self.script.run("(gimp-image-undo-enable image)")
        self.script.run("(gimp-image-clean-all image)")
        return self.script.number("image")

    def layers(self, of="(gimp-image-get-layers image)"):
        """Names, top first; a group is a pair of its name and its layers' names."""
        count = self.script.number(f"(vector-length (car {of}))")
        found = []
        for at in range(count):
            item = f"(vector-ref (car {of}) {at})"
            name = self.script.run(f"(car (gimp-item-get-name {item}))").strip('"')
            is_group = self.script.is_true(f"(car (gimp-item-is-group {item}))")
            found.append((name, self.layers(f"(gimp-item-get-children {item})"))
                         if is_group else name)
        return found

    def is_dirty(self):
        return self.script.is_true("(car (gimp-image-is-dirty image))")

    def colors(self, step=50):
        """What is seen at every `step` pixels: {(x, y): "r g b a"}."""
        width, height = (self.script.number(f"(car (gimp-image-get-{side} image))")
                         for side in ("width", "height"))
        points = [(x, y) for y in range(step // 2, height, step)
                  for x in range(step // 2, width, step)]
        self.script.run("(define seen (car (gimp-layer-new-from-visible image image \"seen\")))")
        read = {point: self.script.run("(car (gimp-drawable-get-pixel seen {} {}))"
                                       .format(*point)) for point in points}
        self.script.run("(gimp-item-delete seen)")
        return read

    def undo(self):
        """As a user does: undo cannot be called from a script."""
        self.choose_menu_item(r"Undo (?!History).*")

    def choose_menu_item(self, pattern):
        def find():
            return next(node for node in rig.nodes(self.root)
                        if node.getRoleName() == "menu item" and re.fullmatch(pattern, node.name)
                        and node.getState().contains(pyatspi.STATE_SENSITIVE))
        wait_for(find, f"menu item {pattern}").queryAction().doAction(0)

    # --- The plug-in

    def open_window(self, name=EDIT_MENU_ITEM):
        self.choose_menu_item(name)
        return rig.Program("wordbrush")

    def plug_ins(self):
        """The numbers of the plug-in's processes."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            try:
                parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
                name = os.path.basename(os.readlink(place / "exe"))
            except OSError:
                continue
            if parent == self.process.pid and name == "wordbrush":
                found.append(int(place.name))
        return found

    def close(self):
        # The Script-Fu server outlives GIMP.
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        self.script.close()
        self.output.close()


class LiveTest(rig.ScreenTest):
    """Called with -- SCRIPTED_MODEL PHOTOGRAPH..."""

    PHOTO = rig.arguments[1]

    @classmethod
    def setUpClass(cls):
        manager = start_manager()
        cls.addClassCleanup(manager.wait)
        # It has nothing to put in order, so nobody waits until it is willing to end.
        cls.addClassCleanup(manager.kill)

    def setUp(self):
        super().setUp()
        self.model = ScriptedModel(rig.arguments[0])
        self.addCleanup(self.model.close)

    def connect(self, address):
        """Makes it the connection that is in use."""
        save_connections(self.folder, {"Scripted": address})

    def start_gimp(self, **how):
        self.gimp = Gimp(self.folder, **how)
        self.addCleanup(self.gimp.close)
        self.gimp.open(self.PHOTO)

    def start(self, address=None, **how):
        """The window on a photograph; of a new user where no address is given."""
        if address:
            self.connect(address)
        self.start_gimp(**how)
        self.window = self.gimp.open_window()

    # --- Using the window

    def result(self, name):
        """Also where the strip has scrolled it away."""
        return wait_for(lambda: next(node for node in rig.nodes(self.window.root)
                                     if node.getRoleName() == "list item" and node.name == name),
                        f"list item {name}")

    def ask(self, prompt, button="Edit"):
        self.window.type("What should change?", prompt)
        wait_for(lambda: self.window.is_sensitive(button), "button to press")
        self.window.press(button)
