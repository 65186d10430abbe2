# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of disk.py."""

import contextlib
import errno
import os

from inside import (PROFILE, SPOOL, claim, connections, kept, looks, recover, say,
                    selected_picture, state, wished)
from rig import GENERATE, edit, edited, model, refused, run

FILL = PROFILE / "fill"
BLOCK = 4096
# Blocks that are left free: not even a folder fits, or the beginning of an answer does.
LEFT = (0, 1, 2, 3, 5, 8)
FILES = ("connections.ini", "keys.ini")


@contextlib.contextmanager
def full(left=0):
    """While the disk has room for that many blocks."""
    with open(FILL, "wb", buffering=0) as file:
        try:
            while file.write(bytes(BLOCK)) == BLOCK:
                pass
        except OSError as error:
            assert error.errno == errno.ENOSPC, error
        os.truncate(FILL, max(0, FILL.stat().st_size - left * BLOCK))
    yield
    FILL.unlink()


def save(name):
    return connections("save", name=name, base_url=model(), model="scripted")


def bytes_of_files():
    return {name: (PROFILE / name).read_bytes() for name in FILES}


def warned(outcome):
    return [warning["name"] for warning in outcome.report["warnings"]]


def an_edit_comes_all_the_same(left):
    image = selected_picture()
    usual = looks(edited(selected_picture()).layer)
    with full(left):
        outcome = edit(image)
        half = [at.name for at in SPOOL.iterdir()] if SPOOL.exists() else []
    claim(outcome.ok and looks(outcome.layer) == usual, f"{left} blocks left: {outcome.message}")
    claim(not half, f"{left} blocks left: half an answer stays: {half}")
    if outcome.ok and "spool_failed" in warned(outcome):
        (text,) = [w["sentence"] for w in outcome.report["warnings"] if w["name"] == "spool_failed"]
        claim("could not be saved" in text, f"{left} blocks left: {text}")
        return 1
    return 0


def what_was_not_kept_is_not_promised():
    image = selected_picture()
    before = state(image)
    with full(), wished("refuse"):
        outcome = edit(image)
    claim(not outcome.ok and "Recover" not in outcome.message and not kept() and
          "could not be saved" in outcome.message, f"neither inserted nor kept: {outcome.message}")
    claim(state(image) == before, "neither inserted nor kept, the image changed")
    say(figure=f"neither inserted nor kept is told: \"{outcome.message}\"")


def nothing_saved_is_lost(left):
    before = bytes_of_files()
    with full(left):
        outcomes = [save("Other"), save("Mine"), connections("choose", name="Mine"),
                    connections("remove", name="Mine")]
        claim(bytes_of_files() == before or any(outcome.ok for outcome in outcomes),
              f"{left} blocks left: settings are not what they were")
        for outcome in outcomes:
            claim(outcome.ok or (outcome.message.startswith("[settings] ")
                                 and "cannot be written" in outcome.message), outcome.message)
        listed = connections()
        claim(listed.ok, f"{left} blocks left, list: {listed.message}")
        halves = [at.name for at in PROFILE.iterdir() if not at.name.endswith(".lock")
                  and at.name.startswith((".", "connections.ini."))]
        claim(not halves, f"{left} blocks left: half a file stays: {halves}")
    for name, data in before.items():
        (PROFILE / name).write_bytes(data)
    return sum(not outcome.ok for outcome in outcomes)


def an_answer_is_recovered():
    """Kept while there was room; the disk is full when it is wanted."""
    image = selected_picture()
    with wished("refuse"):
        refused(edit(image), "host")
    with full():
        back = recover(image)
    claim(back.ok and not kept(), f"recovering: {back.message} {kept()}")
    claim(not recover(image).ok, "recovered twice")


def main():
    assert save("Mine").ok
    for name in FILES:
        claim((PROFILE / name).exists(), f"there is no {name}")
    unkept = sum(an_edit_comes_all_the_same(left) for left in LEFT)
    refusals = sum(nothing_saved_is_lost(left) for left in LEFT)
    what_was_not_kept_is_not_promised()
    an_answer_is_recovered()
    with full():
        made = run(GENERATE, [], prompt="a barn", connection=model("color=cc2244,size=96x64"))
    claim(made.ok, f"generating: {made.message}")
    claim(not kept() and edited(selected_picture()), "with room again")
    say(figure=f"{len(LEFT)} edits came, {unkept} of them with a warning; "
               f"{refusals} of {4 * len(LEFT)} changes of settings refused in words")
