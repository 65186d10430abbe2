# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of start_up.py: calls the empty plug-in and ours in turn, on a small photograph."""

import json
import os
import time

import gi

gi.require_version("Gimp", "3.0")
from gi.repository import Gimp, Gio  # noqa: E402

TASK = json.loads(os.environ["WORDBRUSH_BENCH_TASK"])


def call(name, image, **settings):
    """When it was called, and how long it took."""
    procedure = Gimp.get_pdb().lookup_procedure(name)
    config = procedure.create_config()
    config.set_core_object_array("drawables", image.get_layers())
    for setting, value in ({"image": image} | settings).items():
        config.set_property(setting, value)
    start = time.monotonic()
    procedure.run(config)
    return start, time.monotonic() - start


def main():
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, Gio.File.new_for_path(TASK["photo"]))
    image.scale(256, 256)
    empty, called = [], []
    for _ in range(TASK["runs"] + 1):
        empty.append(call("plug-in-empty-window", image)[1])
        called.append(call("plug-in-wordbrush-edit", image, prompt="start",
                           connection=TASK["connection"], model="start")[0])
    with open(TASK["results"], "w", encoding="utf-8") as out:
        json.dump({"empty": empty, "called": called}, out)


main()
