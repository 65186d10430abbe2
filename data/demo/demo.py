# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits a photograph by words, and makes a layer from words, with the offline demo model.

./dev demo runs it in gimp-console. What it makes goes into the folder WORDBRUSH_DEMO_DIR.
"""

import json
import os
import time
from pathlib import Path

PHOTO = Path(__file__).resolve().parents[1] / "photos" / "boats.jpg"
FOLDER = Path(os.environ["WORDBRUSH_DEMO_DIR"])

EDIT_PROMPT = "turn it into a pencil drawing"
SCENE_PROMPT = "a mountain lake at night under a full moon"

# x, y, width, height in the photograph, which has 1920 x 1200 pixels.
BOATS = (150, 540, 1330, 500)
POSTCARD = (1440, 876, 420, 280)


def select_softly(image, area, radius):
    Gimp.context_push()
    Gimp.context_set_feather(True)
    Gimp.context_set_feather_radius(radius, radius)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, *area)
    Gimp.context_pop()


def save(image, name):
    """Saves a flat copy, or the image itself as .xcf."""
    file = Gio.File.new_for_path(str(FOLDER / name))
    copy = image.duplicate()
    if not name.endswith(".xcf"):
        copy.flatten()
    if not Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, copy, file, None):
        raise RuntimeError(f"{name} could not be saved: {Gimp.get_pdb().get_last_error()}")
    copy.delete()
    print(f"  saved {file.get_path()}")


def ask(image, procedure, prompt, **arguments):
    """Calls Wordbrush and tells what came of it. The new layer is the selected one then."""
    print(f'\n"{prompt}"')
    started = time.monotonic()
    _, text, report = call(
        procedure, image=image, drawables=image.get_selected_drawables(), prompt=prompt, **arguments
    )
    seconds = time.monotonic() - started
    facts = json.loads(report)
    print(f"  the model: {text}")
    print(
        f"  {facts['bytes_sent'] // 1000} kB sent, {facts['bytes_received'] // 1000} kB received, "
        f'{seconds:.1f} s; the new layer is "{image.get_selected_layers()[0].get_name()}"'
    )


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, Gio.File.new_for_path(str(PHOTO)))
    photo = image.get_layers()[0]
    print(f"Opened {PHOTO.name}: {image.get_width()} x {image.get_height()} pixels.")
    save(image, "before.png")

    select_softly(image, BOATS, 90.0)
    ask(image, "plug-in-wordbrush-edit", EDIT_PROMPT)

    image.select_round_rectangle(Gimp.ChannelOps.REPLACE, *POSTCARD, 6.0, 6.0)
    ask(image, "plug-in-wordbrush-generate", SCENE_PROMPT, aspect_ratio="3:2")

    Gimp.Selection.none(image)
    image.set_selected_layers([photo])
    print()
    save(image, "after.png")
    save(image, "demo.xcf")
    image.delete()


main()
