# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of speed.py: edits one picture again and again in gimp-console and measures it."""

import json
import os
import time

import gi

gi.require_version("Gimp", "3.0")
from gi.repository import Gimp, Gio  # noqa: E402

TASK = json.loads(os.environ["WORDBRUSH_BENCH_TASK"])
TICKS = os.sysconf("SC_CLK_TCK")
GIMP = os.getppid()


def cpu_seconds():
    """GIMP's CPU time and that of the plug-ins that have ended; not this interpreter's."""
    with open(f"/proc/{GIMP}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def settle():
    """Waits until the plug-in that answered has ended, so that its time counts."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        children = open(f"/proc/{GIMP}/task/{GIMP}/children", encoding="ascii").read().split()
        names = [open(f"/proc/{child}/comm", encoding="ascii").read().strip() for child in children]
        if "wordbrush" not in names:
            return
        time.sleep(0.02)


def rest():
    """Waits until GIMP does nothing: it renders what is new in slices of 67 ms, which calls wait for."""
    before = -1
    while (now := cpu_seconds()) != before:
        before = now
        time.sleep(0.1)


def photograph(side):
    file = Gio.File.new_for_path(TASK["photo"])
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, file)
    square = min(image.get_width(), image.get_height())
    image.crop(square, square, (image.get_width() - square) // 2, 0)
    image.scale(side, side)
    return image


def edit_once(original):
    image = original.duplicate()
    if TASK["selection"]:
        side = TASK["selection"]
        at = (image.get_width() - side) // 2
        image.select_rectangle(Gimp.ChannelOps.REPLACE, at, at, side, side)
    procedure = Gimp.get_pdb().lookup_procedure("plug-in-wordbrush-edit")
    config = procedure.create_config()
    config.set_core_object_array("drawables", image.get_layers())
    rest()
    settings = {"image": image, "prompt": "speed", "connection": TASK["connection"]}
    for name, value in (settings | TASK["settings"]).items():
        config.set_property(name, value)
    cpu, start = cpu_seconds(), time.monotonic()
    values = procedure.run(config)
    wall = time.monotonic() - start
    if values.index(0) != Gimp.PDBStatusType.SUCCESS:
        raise RuntimeError(values.index(1))
    settle()
    cpu = cpu_seconds() - cpu
    image.delete()
    return {"wall": wall, "cpu": cpu, "report": json.loads(values.index(3))}


def main():
    original = photograph(TASK["side"])
    results = []
    for run in range(TASK["runs"] + 1):
        results.append(edit_once(original))
        if run == 0:
            # The server has made its answer; from now on it gives it at once.
            open(TASK["ready"], "w", encoding="ascii").close()
    original.delete()
    with open(TASK["results"], "w", encoding="utf-8") as out:
        json.dump(results[1:], out)


main()
