# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of edits.py."""

import os
import random
import threading
import time
import urllib.request
from collections import Counter

import fault_server
from inside import GIMP, TASK, claim, kept, say, selected_picture, state
from processes import children, descriptors, memory, plug_in
from rig import MODEL, Gimp, edit, model

SIZE = (96, 72)
EDITS_OF_AN_IMAGE = 8
SAMPLES = 60
LOOK_S = 0.01
SETTLE_S = 5

ROWS = {
    "cut": fault_server.cut(fault_server.message("half of it")),
    "hung_up": b"",
    "forbidden": fault_server.error("403 Forbidden"),
    "quota": fault_server.error("402 Payment Required"),
    "teapot": b"\x00\x01 no HTTP at all\r\n\r\n",
}
# Name: (share, scenario of the model, the kind of failure; empty: it is edited all the same).
FAULTS = {
    "good": (30, "edit=tint", ""),
    "slow": (3, "edit=tint,slow=release", ""),
    "limited once": (3, "edit=tint,status=429,times=1,seed={number}", ""),
    "big": (1, "edit=tint,size=1024x1024,canned=yes", ""),
    "jpeg": (3, "edit=tint,format=jpeg", ""),
    "link": (3, "edit=tint,link=markdown", ""),
    "whole": (3, "edit=tint,stream=no,shape=v2", ""),
    "moved": (3, "edit=tint,shift=2:-1,light=gain", ""),
    "wrong key": (3, "key=another", "auth"),
    "refusal": (3, "reply=refusal", "safety"),
    "broken": (2, "reply=broken", "network"),
    "bad picture": (3, "reply=badimage", "bad_image"),
    "no picture": (3, "reply=text", "no_image"),
    "empty": (2, "reply=empty", "empty"),
    "page": (2, "reply=html", "protocol"),
    "too large": (2, "status=413", "too_large"),
    "lost link": (2, "link=lost", "download"),
    "cut": (2, None, "truncated"),
    "hung_up": (1, None, "network"),
    "forbidden": (2, None, "permission"),
    "quota": (2, None, "quota"),
    "teapot": (1, None, ""),
}


class Watcher(threading.Thread):
    """The most memory that any of the plug-in's processes has had since forget(), in KiB."""

    def __init__(self):
        super().__init__(daemon=True)
        self.peak = 0

    def run(self):
        while True:
            try:
                if pid := plug_in(GIMP):
                    self.peak = max(self.peak, memory(pid, "VmHWM"))
            except OSError:
                pass
            time.sleep(LOOK_S)

    def take(self):
        peak, self.peak = self.peak, 0
        return peak


def keep_releasing():
    """Lets go what slow=release holds."""
    while True:
        time.sleep(0.2)
        urllib.request.urlopen(MODEL + "/release", b"", timeout=30).close()


def settle():
    """Waits until the plug-in's process has ended and GIMP has heard of it."""
    deadline = time.monotonic() + SETTLE_S
    while any(name == "wordbrush" for _, name, _ in children(GIMP)):
        if time.monotonic() > deadline:
            return
        time.sleep(LOOK_S)


def swap_files():
    """What GIMP and GEGL have put into their folders meanwhile."""
    tmp = os.environ["TMPDIR"]
    return sum(len(files) for _, _, files in os.walk(tmp))


def sample(number, watcher):
    settle()
    around = children(GIMP)
    opened, sockets = descriptors(GIMP)
    say(sample={
        "edit": number, "gimp_kib": memory(GIMP), "plug_in_kib": watcher.take(),
        "images": len(Gimp.get_images()), "descriptors": opened, "sockets": sockets,
        "processes": len(around), "zombies": sum(state == "Z" for _, _, state in around),
        "swap": swap_files(),
    })


def soak_one(name, number, image, server):
    """Edits once; what was wrong with it, empty where nothing was."""
    _, scenario, kind = FAULTS[name]
    before = state(image)
    layers = len(image.get_layers())
    address = model(scenario.format(number=number)) if scenario else server.url(name)
    outcome = edit(image, [image.get_layers()[-1]], connection=address)
    if name == "teapot":
        kind = "" if outcome.ok else outcome.message[1:].partition("]")[0]
    if not kind:
        if not outcome.ok:
            return f"it failed: {outcome.message}"
        added = len(image.get_layers()) - layers
        return "" if added == 1 else f"{added} layers came"
    if outcome.ok:
        return "it succeeded"
    if not outcome.message.startswith(f"[{kind}] ") or len(outcome.message) < len(kind) + 10:
        return f"not {kind}: {outcome.message}"
    return "" if state(image) == before else "the image changed"


def soak(server):
    chance = random.Random(TASK["seed"])
    watcher = Watcher()
    watcher.start()
    threading.Thread(target=keep_releasing, daemon=True).start()
    every = max(1, TASK["edits"] // SAMPLES)
    counts = Counter()
    shares = [share for share, _, _ in FAULTS.values()]
    image = None
    for number in range(TASK["edits"]):
        if number % EDITS_OF_AN_IMAGE == 0:
            if image:
                image.delete()
                image = None
            if number == 0 or number // EDITS_OF_AN_IMAGE % max(1, every // EDITS_OF_AN_IMAGE) == 0:
                sample(number, watcher)
            image = selected_picture(*SIZE)
        (name,) = chance.choices(list(FAULTS), shares)
        counts[name] += 1
        wrong = soak_one(name, number, image, server)
        claim(not wrong, f"edit {number} ({name}): {wrong}")
    image.delete()
    sample(TASK["edits"], watcher)
    return counts


def main():
    server = fault_server.FaultServer(ROWS)
    # The first call of all loads what stays.
    selected_picture(*SIZE).delete()
    counts = soak(server)
    say(counts=dict(counts))
    # Answers that nobody can read are what was paid for all the same: they stay for two weeks.
    unread = len(kept())
    claim(unread == counts["bad picture"],
          f"{unread} answers on the disk after {counts['bad picture']} that cannot be read")
    say(figure=f"{unread} answers that cannot be read kept")
