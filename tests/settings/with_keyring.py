#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs COMMAND on a session bus of its own, with all of the user's folders private.

usage: with_keyring.py unlocked|locked|none COMMAND...
none: a bus on which nobody offers secrets. Exits with 77 (skipped) where the
programs for it are missing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

KEYRING = {
    "unlocked": ["gnome-keyring-daemon", "--unlock", "--components=secrets"],
    "locked": ["gnome-keyring-daemon", "--start", "--components=secrets"],
}


def inside(mode, command):
    """Runs on the private bus."""
    if mode in KEYRING:
        # The daemon has criticals of its own, which must not end it.
        environment = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
        subprocess.run(KEYRING[mode], input=b"test", env=environment, stdout=subprocess.DEVNULL,
                       check=True)
        subprocess.run(["gdbus", "wait", "--session", "--timeout=20", "org.freedesktop.secrets"],
                       check=True)
    return subprocess.run(command, check=False).returncode


def outside(mode, command):
    needed = ["dbus-run-session", "gdbus", *KEYRING.get(mode, [])[:1]]
    if missing := [program for program in needed if not shutil.which(program)]:
        print("missing:", *missing)
        return 77
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "bus.conf")
        config.write_text(BUS, encoding="utf-8")
        private = {"HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_DATA_HOME": "data",
                   "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache"}
        environment = dict(os.environ)
        for variable, name in private.items():
            path = Path(folder, name)
            path.mkdir(mode=0o700)
            environment[variable] = str(path)
        for variable in ("DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"):
            environment.pop(variable, None)
        return subprocess.run(
            ["dbus-run-session", f"--config-file={config}", "--", sys.executable, __file__,
             "--inside", mode, *command],
            env=environment, check=False).returncode


if sys.argv[1] == "--inside":
    sys.exit(inside(sys.argv[2], sys.argv[3:]))
sys.exit(outside(sys.argv[1], sys.argv[2:]))
