# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of kills.py."""

import contextlib
import os
import random
import signal
import statistics
import threading
import time
from collections import Counter

from inside import (GIMP, SPOOL, TASK, claim, kept, looks, recover, say, selected_picture, state,
                    wished)
from pictures import visible
from processes import plug_in
from relay import Relay
from rig import MODEL, edit, edited, forget, requests

SIZE = (256, 192)
TICK_S = 0.0005
# How long an answer may be on its way from the socket to the disk.
TO_DISK_S = 0.25
# What comes about while interfere.cpp waits for it.
EXACT = ("sync", "kill", "crash", "whole", "step", "begun", "done")
# GIMP takes a step of undo for a change as soon as it is open, and no call of its opens one and
# inserts a layer: of those who are killed at random, so many may hit the time between the two.
MOST_EMPTY_STEPS = 1
WARM_UPS = 4
MOST_TRIES = 4  # for each kill: at a random moment it may be over


# Of those who were killed with an answer on its way to the disk.
lags = []
# Images with all as it was, but an empty step of undo.
empty_steps = []


class Killer(threading.Thread):
    """Kills the plug-in's process `delay` seconds after `start` says that it has begun."""

    def __init__(self, start, delay):
        super().__init__(daemon=True)
        self.begins, self.delay = start, delay
        self.at = 0.0
        self.is_over = threading.Event()

    def run(self):
        while not self.begins():
            if self.is_over.wait(TICK_S):
                return
        if self.is_over.wait(self.delay):
            return
        if pid := plug_in(GIMP):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                self.at = time.monotonic()


class Lives:
    """How long an edit takes, in seconds: the process, and what of that is after the answer."""

    def __init__(self, relay):
        self.wholes, self.afters = [], []
        for _ in range(WARM_UPS):
            image = selected_picture(*SIZE)
            born = threading.Event()
            watcher = threading.Thread(target=self.watch, args=(born,), daemon=True)
            watcher.start()
            self.layer = edited(image, connection=relay.url("edit=tint")).layer
            watcher.join()
            self.usual, self.seen = looks(self.layer), visible(image)
            self.afters.append(self.gone - relay.last_answer)
            image.delete()
        # Half of the edits are over by then.
        self.whole, self.after = statistics.median(self.wholes), statistics.median(self.afters)

    def watch(self, born):
        while not plug_in(GIMP):
            time.sleep(TICK_S)
        start = time.monotonic()
        while plug_in(GIMP):
            time.sleep(TICK_S)
        self.gone = time.monotonic()
        self.wholes.append(self.gone - start)


def is_whole(image, lives):
    layers = image.get_layers()
    return len(layers) == 2 and looks(layers[0]) == lives.usual and visible(image) == lives.seen


def judge(image, before, lives, lag):
    """What became of a killed edit, in a word. `lag`: seconds from the answer to the kill."""
    inserted = len(image.get_layers()) > 1
    if inserted:
        claim(is_whole(image, lives), "killed, it is neither whole nor not there")
    else:
        *seen, is_dirty = state(image)
        claim(seen == list(before[:-1]), "killed, the image changed")
        if is_dirty:
            empty_steps.append(image)
    on_disk = len(kept())
    back = recover(image)
    again = recover(image)
    claim(not again.ok, "it is recovered twice")
    if inserted:
        claim(not back.ok, "what stands in the image is recovered once more")
        return "inserted"
    if back.ok:
        claim(is_whole(image, lives), "recovered, it is not what the edit would have been")
        return "recovered"
    claim(not on_disk, f"it is on the disk and not recovered: {back.message}")
    if lag is not None and lag >= 0:
        lags.append(lag)
        claim(lag <= TO_DISK_S, f"an answer was here for {lag * 1000:.0f} ms, and is lost")
        return "on its way to the disk"
    return "before the answer"


def kill_once(relay, lives, begins, delay):
    """Edits once and kills; what became of it, or nothing where the edit was quicker."""
    forget()
    image = selected_picture(*SIZE)
    before = state(image)
    relay.last_answer = 0.0
    killer = Killer(begins, delay)
    killer.start()
    outcome = edit(image, connection=relay.url("edit=tint"))
    killer.is_over.set()
    killer.join()
    came = ""
    if killer.at and not outcome.ok:
        answered = any(entry["status"] for entry in requests()) and relay.last_answer
        came = judge(image, before, lives, killer.at - relay.last_answer if answered else None)
    elif killer.at:  # after it had told GIMP what came of it
        claim(is_whole(image, lives) and not kept() and not recover(image).ok, "an edit that ended")
        came = "ended"
    image.delete()
    return came


def kill_exactly(moment, relay, lives):
    image = selected_picture(*SIZE)
    before = state(image)
    with wished(moment):
        outcome = edit(image, connection=relay.url("edit=tint"))
    claim(not outcome.ok, f"{moment}: nobody was killed")
    came = judge(image, before, lives, None)
    wanted = "inserted" if moment in ("begun", "done") else "recovered"
    claim(came == wanted, f"{moment}: {came} instead of {wanted}")
    image.delete()


def main():
    chance = random.Random(TASK["seed"])
    relay = Relay(MODEL)
    lives = Lives(relay)
    ways = [(lambda: plug_in(GIMP), lives.whole), (lambda: relay.last_answer, lives.after)]
    became = Counter()
    tries = 0
    while became.total() < TASK["kills"] and tries < MOST_TRIES * TASK["kills"]:
        begins, length = ways[tries % 2]
        if came := kill_once(relay, lives, begins, chance.uniform(0, length)):
            became[came] += 1
        tries += 1
    claim(became.total() == TASK["kills"], f"only {became.total()} kills in {tries} tries")
    random_steps = len(empty_steps)
    claim(random_steps <= MOST_EMPTY_STEPS, f"{random_steps} empty steps of undo")
    for moment in EXACT:
        kill_exactly(moment, relay, lives)
    told = ", ".join(f"{count} {came}" for came, count in sorted(became.items()))
    say(figure=f"{became.total()} killed at random in {lives.whole * 1000:.0f} ms ({told})")
    say(figure=f"an empty step of undo in {random_steps} of them")
    say(figure=f"an answer was not on the disk yet for {max(lags, default=0) * 1000:.0f} ms "
               "after its last byte")
    say(figure=f"{len(EXACT)} killed exactly where something comes about")
    left = [at.name for at in SPOOL.iterdir() if at.name.startswith(".new-")]
    edited(selected_picture(*SIZE), connection=relay.url("edit=tint"))
    swept = [at.name for at in SPOOL.iterdir() if at.name.startswith(".new-")]
    claim(not swept, f"half records stay: {swept}")
    say(figure=f"{len(left)} half records swept up")
    say(killed=became.total() - became["ended"] + len(EXACT))
