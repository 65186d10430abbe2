# SPDX-License-Identifier: GPL-3.0-or-later
"""A GIMP with windows, on a screen that nobody sees."""

import contextlib
import os
import socket
import struct
import subprocess
import time

PATIENCE_S = 60

SET_UP = """
(define image (car (gimp-image-new 64 48 RGB)))
(define photo (car (gimp-layer-new image "photo" 64 48 RGB-IMAGE 100 LAYER-MODE-NORMAL)))
(gimp-image-insert-layer image photo 0 0)
(gimp-drawable-fill photo FILL-WHITE)
(gimp-image-set-file image "NAME.xcf")
(gimp-image-clean-all image)
(gimp-display-new image)
"""


def wait_until(claim, what):
    deadline = time.monotonic() + PATIENCE_S
    while not claim():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.05)


def windows(name):
    """The ids of the visible windows whose title has this name."""
    search = ["xdotool", "search", "--onlyvisible", "--name", name]
    return subprocess.run(search, stdout=subprocess.PIPE, text=True, check=False).stdout.split()


class Gimp:
    """A GIMP with a window that answers Script-Fu."""

    def __init__(self, port, spool):
        self.port = port
        self.spool = spool
        self.socket = None
        self.window = ""

    def connect(self):
        with contextlib.suppress(OSError):
            self.socket = socket.create_connection(("127.0.0.1", self.port), PATIENCE_S)
        return self.socket is not None

    def _read(self, size):
        data = b""
        while len(data) < size:
            piece = self.socket.recv(size - len(data))
            if not piece:
                raise EOFError("GIMP's Script-Fu server hung up")
            data += piece
        return data

    def say(self, script):
        """Runs Script-Fu; gives what it prints."""
        text = script.encode()
        self.socket.sendall(b"G" + struct.pack(">H", len(text)) + text)
        _, failed, size = struct.unpack(">cBH", self._read(4))
        answer = self._read(size).decode("utf-8", "replace")
        if failed:
            raise RuntimeError(answer)
        return answer.strip().strip('"')

    def open(self, name):
        """Opens a new image, with a window of its name."""
        self.say(SET_UP.replace("NAME", name))
        self.window = name
        wait_until(lambda: windows(name), "GIMP's window did not appear")

    def press(self, keys):
        """Presses keys in the image's window, which gets the focus first."""
        window = windows(self.window)[0]
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)
        subprocess.run(["xdotool", "key", "--clearmodifiers", keys], check=True)

    def layers(self):
        """The names of the top layers."""
        return self.say(
            """(let loop ((layers (vector->list (car (gimp-image-get-layers image)))) (names ""))
                 (if (null? layers) names
                   (loop (cdr layers)
                     (string-append names "/" (car (gimp-item-get-name (car layers)))))))"""
        )

    def is_clean(self):
        return self.say("(car (gimp-image-is-dirty image))") in ("0", "#f")

    def edit(self, prompt, address, drawable="photo", more=""):
        self.say(
            f"""(plug-in-wordbrush-edit #:run-mode RUN-NONINTERACTIVE #:image image
                  #:drawables (vector {drawable}) #:prompt "{prompt}" #:connection "{address}/v1"
                  #:model "scripted" #:align FALSE #:match-colors FALSE #:only-changes FALSE
                  {more})"""
        )


@contextlib.contextmanager
def running(command, **options):
    """A process that is ended at the end, with what it started."""
    process = subprocess.Popen(command, start_new_session=True, **options)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        process.wait()


@contextlib.contextmanager
def screen(env):
    """A screen that nobody sees, with a window manager, since focus needs one."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        display = ":" + server.stdout.readline().strip()
        env["DISPLAY"] = os.environ["DISPLAY"] = display
        with running(["openbox"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            yield


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
