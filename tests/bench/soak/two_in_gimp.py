# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of two.py: one of both GIMPs, or, without a name, who looks at what they left."""

import os
import time
from pathlib import Path

from inside import PROFILE, SPOOL, TASK, claim, connections, kept, recover, say, state, wished
from pictures import picture
from rig import EDIT, KEY, PLAIN, Gio, edit, edited, model, run

WAIT_S = 60
TICK_S = 0.02


def meet(what):
    """Waits until the other one is here, too."""
    places = [Path(os.environ["GIMP3_DIRECTORY"]) / f"{what}-{name}" for name in TASK["others"]]
    (Path(os.environ["GIMP3_DIRECTORY"]) / f"{what}-{TASK['name']}").touch()
    deadline = time.monotonic() + WAIT_S
    while not all(place.exists() for place in places):
        assert time.monotonic() < deadline, f"nobody came to {what}"
        time.sleep(TICK_S)


def edits():
    """Edits that are inserted between ones that are refused and so kept."""
    image = picture(32, 24)
    image.set_file(Gio.File.new_for_path(f"/nowhere/{TASK['name']}.xcf"))
    for number in range(TASK["edits"]):
        edited(image, [image.get_layers()[-1]])
        before = state(image)
        with wished("refuse"):
            outcome = edit(image, [image.get_layers()[-1]], prompt=f"{TASK['name']} {number}")
        claim(not outcome.ok and state(image) == before, "it was not refused")
    image.delete()


def save_connections():
    for number in range(TASK["connections"]):
        name = f"{TASK['name']} {number}"
        saved = connections("save", name=name, base_url=model(f"edit=tint,key={KEY}"),
                            model="scripted")
        claim(saved.ok, f"saving {name}: {saved.message}")


def recover_all():
    """Until nothing is left for this one: the other one takes what it can."""
    image = picture(32, 24)
    came = []
    while (outcome := recover(image)).ok or kept():
        if outcome.ok:
            came.append(outcome.layer.get_name())
    say(recovered=came)


def look():
    """Everything of both can be used."""
    names = [f"{name} {number}" for name in TASK["others"]
             for number in range(TASK["connections"])]
    listed = connections()
    claim(listed.ok, listed.message)
    missing = set(names) - set(listed.values["connections"]) if listed.ok else names
    claim(not missing, f"connections that are gone: {sorted(missing)}")
    text = (PROFILE / "keys.ini").read_text(encoding="utf-8")
    claim(text.count(KEY) == len(names), f"{text.count(KEY)} keys of {len(names)}")
    image = picture(32, 24)
    for name in (names[0], names[-1]):
        outcome = run(EDIT, image.get_selected_drawables()[:1], image=image, prompt="orange",
                      connection=name, **PLAIN | {"model": ""})
        claim(outcome.ok, f"editing by {name}: {outcome.message}")
        image.set_selected_layers(image.get_layers()[-1:])
    left = list(SPOOL.iterdir())
    claim(not left, f"left on the disk: {left}")
    say(figure=f"{len(names)} connections and keys saved by both, all there")


def main():
    if not TASK["name"]:
        return look()
    meet("start")
    edits()
    save_connections()
    meet("recover")
    recover_all()
