# SPDX-License-Identifier: GPL-3.0-or-later
"""What the insides of several parts need, in gimp-console's Python."""

import contextlib
import hashlib
import json
import os
from pathlib import Path

from pictures import names, picture, pixels, place, raw, select_softly
from rig import FOLDER, Gimp, Outcome, procedure, run

TASK = json.loads(os.environ["WORDBRUSH_SOAK_TASK"])
GIMP = os.getppid()
PROFILE = Path(os.environ["GIMP3_DIRECTORY"]) / "wordbrush"
SPOOL = PROFILE / "spool"
RECOVER = "plug-in-wordbrush-recover"
CONNECTIONS = "plug-in-wordbrush-connections"


def say(**entry):
    with open(os.environ["WORDBRUSH_TEST_REPORT"], "a", encoding="utf-8") as out:
        out.write(json.dumps(entry) + "\n")


def claim(holds, otherwise):
    if not holds:
        say(miss=otherwise)


@contextlib.contextmanager
def wished(wish):
    """Makes bad luck happen; see tests/gimp/interfere.cpp."""
    file = Path(FOLDER) / wish
    file.touch()
    yield
    file.unlink(missing_ok=True)


def selected_picture(width=64, height=48):
    image = picture(width, height)
    select_softly(image, width // 8, height // 6, width * 5 // 8, height // 2, 4.0)
    image.clean_all()
    return image


def state(image):
    """All of the image that an edit may touch; clean before it, any step of undo shows."""
    layers = [hashlib.sha256(raw(layer)).hexdigest() for layer in image.get_layers()]
    selection = hashlib.sha256(raw(image.get_selection())).hexdigest()
    parasites = sorted(image.get_parasite_list())
    return layers, selection, names(image), parasites, image.is_dirty()


def looks(layer):
    """All that an inserted layer is."""
    mask = layer.get_mask()
    values = pixels(mask, pixel_format="Y u8") if mask else None
    return layer.get_name(), place(layer), pixels(layer), values


def kept():
    """The records in the spool that are offered."""
    if not SPOOL.exists():
        return []
    return sorted(at for at in SPOOL.iterdir()
                  if not at.name.startswith(".") and not (at / "set-aside").exists())


def recover(image, **arguments):
    return run(RECOVER, list(image.get_selected_drawables()), image=image, **arguments)


def connections(action="list", **arguments):
    called = procedure(CONNECTIONS)
    config = called.create_config()
    settings = {"run-mode": Gimp.RunMode.NONINTERACTIVE, "action": action}
    for argument, value in (settings | arguments).items():
        config.set_property(argument.replace("_", "-"), value)
    return Outcome(called.run(config), [spec.name for spec in called.get_return_values()])
