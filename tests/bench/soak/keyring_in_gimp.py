# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of keyring.py."""

import stat
import threading
import time

from inside import PROFILE, TASK, claim, connections, say, state
from keyrings import stopped
from pictures import picture
from rig import EDIT, KEY, PLAIN, forget, model, requests, run

SLOW_S = 3.0
SOON_S = 2.0  # what a script may wait where there is nothing to wait for
PATIENCE_S = 25.0  # with a keyring that says nothing


def timed(call):
    start = time.monotonic()
    return call(), time.monotonic() - start


def edit_by_name(image):
    return run(EDIT, image.get_selected_drawables(), image=image, prompt="orange",
               connection="Mine", **PLAIN | {"model": ""})


def save():
    return connections("save", name="Mine", base_url=model(f"edit=tint,key={KEY}"),
                       model="scripted")


def is_in_file():
    file = PROFILE / "keys.ini"
    if not file.exists() or KEY not in file.read_text():
        return False
    claim(stat.S_IMODE(file.stat().st_mode) == 0o600, f"keys.ini: {file.stat().st_mode:o}")
    return True


def usual(where):
    """Saves a key and edits with it."""
    saved, taken = timed(save)
    claim(saved.ok, f"{where}: {saved.message}")
    edited, edit_taken = timed(lambda: edit_by_name(picture()))
    claim(edited.ok, f"{where}: {edited.message}")
    claim(max(taken, edit_taken) < SOON_S, f"{where}: {taken:.1f} s and {edit_taken:.1f} s")
    say(figure=f"{where}: saved in {taken:.1f} s, edited in {edit_taken:.1f} s")


def slow():
    with stopped() as go_on:
        timer = threading.Timer(SLOW_S, go_on)
        timer.start()
        edited, taken = timed(lambda: edit_by_name(picture()))
        timer.join()
    claim(edited.ok, f"slow: {edited.message}")
    claim(SLOW_S <= taken < SLOW_S + SOON_S, f"slow: {taken:.1f} s")
    say(figure=f"slow by {SLOW_S:g} s: edited in {taken:.1f} s")


def silent():
    image = picture()
    image.clean_all()
    before = state(image)
    forget()
    with stopped():
        edited, taken = timed(lambda: edit_by_name(image))
    claim(not edited.ok and edited.message.startswith("[settings] ") and
          "keyring does not answer" in edited.message, f"silent: {edited.message}")
    claim(state(image) == before and not requests(), "silent: something was sent or changed")
    claim(taken < PATIENCE_S, f"silent: {taken:.1f} s")
    with stopped():
        saved, save_taken = timed(save)
    claim(saved.ok and is_in_file(), f"silent, saving: {saved.message}")
    claim(save_taken < PATIENCE_S, f"silent, saving: {save_taken:.1f} s")
    edited, _ = timed(lambda: edit_by_name(image))
    claim(edited.ok, f"with the key in the file: {edited.message}")
    say(figure=f"silent: told in {taken:.0f} s, saved in the file in {save_taken:.0f} s")


def main():
    mode = TASK["mode"]
    usual(mode)
    claim(is_in_file() == (mode != "unlocked"), f"{mode}: the key is in the wrong place")
    if mode == "unlocked":
        slow()
        silent()
