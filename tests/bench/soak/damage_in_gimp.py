# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of damage.py."""

import shutil
from collections import Counter

from inside import (PROFILE, SPOOL, claim, connections, kept, recover, say, selected_picture, state,
                    wished)
from pictures import picture
from rig import EDIT, KEY, PLAIN, model, run
from ways import WAYS, clear, is_still_there, look

FILES = ("connections.ini", "keys.ini")
became = Counter()


def edit_by_name(image):
    return run(EDIT, image.get_selected_drawables(), image=image, prompt="orange",
               connection="Mine", **PLAIN | {"model": ""})


def save(name, **more):
    return connections("save", name=name, base_url=model(f"edit=tint,key={KEY}"), model="scripted",
                       **more)


def answer(what, outcome):
    """Counts what came of a call: a success, or a failure in words."""
    became["well" if outcome.ok else "told"] += 1
    claim(outcome.ok or outcome.message.startswith("["), f"{what}: {outcome.message}")
    claim(outcome.ok or len(outcome.message) > 30, f"{what}: no sentence: {outcome.message}")


def damage(name, way):
    """Harms one file of the profile, and does all that scripts do."""
    path = PROFILE / name
    good = {file: (PROFILE / file).read_bytes() for file in FILES}
    WAYS[way](path, good[name])
    before = look(path)
    what = f"{name}, {way}"
    image = picture(32, 24)
    image.clean_all()
    clean = state(image)
    outcome = edit_by_name(image)
    answer(what + ", edit", outcome)
    claim(outcome.ok or state(image) == clean, f"{what}: the image changed")
    listed = connections()
    answer(what + ", list", listed)
    claim(is_still_there(path, before), f"{what}: reading changed it")
    saved = save("Other")
    answer(what + ", save", saved)
    answer(what + ", choose", connections("choose", name="Other"))
    answer(what + ", remove", connections("remove", name="Other"))
    check_loss(what, path, before, good[name], saved)
    image.delete()
    for file, data in good.items():
        clear(PROFILE / file)
        (PROFILE / file).write_bytes(data)
        (PROFILE / file).chmod(0o600)


def check_loss(what, path, before, good, saved):
    """Where something was written, all that could be read before must be in it."""
    if is_still_there(path, before):
        return
    now = look(path)
    could_be_read = {"connections.ini": b"name=Mine", "keys.ini": KEY.encode()}[path.name]
    # An empty file, or a link to none, holds nothing.
    if before in (("file", b""), ("link", "nothing")):
        return
    if could_be_read not in before[1]:
        return
    claim(now and now[0] == "file" and could_be_read in now[1] and saved.ok,
          f"{what}: written over, and {could_be_read!r} is not in it any more")


def keep_an_answer(image):
    with wished("refuse"):
        outcome = edit_by_name(image)
    assert not outcome.ok and len(kept()) == 1, (outcome.message, kept())
    return kept()[0]


def damage_answer(name, way):
    """Harms one file of an answer on the disk, and recovers it."""
    image = selected_picture(32, 24)
    record = keep_an_answer(image)
    path = record / name
    WAYS[way](path, path.read_bytes())
    before = look(path)
    clean = state(image)
    outcome = recover(image)
    what = f"an answer's {name}, {way}"
    answer(what, outcome)
    claim(outcome.ok or state(image) == clean, f"{what}: the image changed")
    claim(outcome.ok or look(path) == before, f"{what}: its files are gone")
    claim(not recover(image).ok, f"{what}: it is offered again")
    image.delete()
    shutil.rmtree(SPOOL)


def main():
    assert save("Mine").ok
    assert (PROFILE / "keys.ini").exists()
    for name in FILES:
        for way in WAYS:
            damage(name, way)
    for name in ("record.json", "picture-1.png", "selection.pgm", "sent.png"):
        for way in WAYS:
            damage_answer(name, way)
    say(figure=f"of {became.total()} calls of scripts {became['well']} did well and "
               f"{became['told']} told why not")
