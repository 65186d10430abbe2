# SPDX-License-Identifier: GPL-3.0-or-later
"""What the cases of answers that are kept and recovered share."""

import contextlib
import os
from pathlib import Path

from pictures import picture, pixels, place, select_softly
from rig import FOLDER, edit, edited, refused, run

RECOVER = "plug-in-wordbrush-recover"
SPOOL = Path(os.environ["GIMP3_DIRECTORY"]) / "wordbrush" / "spool"
WHERE = "Filters > Wordbrush > Recover Last Result"


@contextlib.contextmanager
def interfering(*wishes):
    """Makes bad luck happen; see interfere.cpp."""
    files = [Path(FOLDER) / wish for wish in wishes]
    for file in files:
        file.touch()
    yield
    left = [file.name for file in files if file.exists()]
    for file in files:
        file.unlink(missing_ok=True)
    assert left in ([], ["refuse"]), f"{left} did not happen"


def kept():
    return sorted(SPOOL.iterdir()) if SPOOL.exists() else []


def recover(image=None, drawables=None):
    if image is None:
        return run(RECOVER, [])
    drawables = image.get_selected_drawables() if drawables is None else drawables
    return run(RECOVER, drawables, image=image)


def recovered(*positional, **arguments):
    outcome = recover(*positional, **arguments)
    assert outcome.ok, outcome.message
    assert kept() == [], kept()
    return outcome


def warnings(outcome):
    return [warning["name"] for warning in outcome.report["warnings"]]


def selected_picture():
    image = picture()
    select_softly(image, 8, 8, 40, 24, 4.0)
    return image


def looks(layer):
    """All that an inserted layer is."""
    mask = layer.get_mask()
    values = pixels(mask, pixel_format="Y u8") if mask else None
    return layer.get_name(), place(layer), pixels(layer), values


def usual():
    """What the same edit gives where nothing goes wrong."""
    return looks(edited(selected_picture()).layer)


def refused_edit(image, **arguments):
    """An edit whose answer GIMP does not let in."""
    with interfering("refuse"):
        outcome = edit(image, **arguments)
    message = refused(outcome, "host", WHERE)
    assert len(kept()) == 1, kept()
    return message


def remove(record):
    for file in record.iterdir():
        file.unlink()
    record.rmdir()
