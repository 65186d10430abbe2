# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of window.py: window_edits.py WORDBRUSH -- MODEL PHOTOGRAPH REPORT EDITS SEED"""

import random
from collections import Counter

from processes import children, descriptors, memory, slope
from window import GIMP_KIB_AN_EDIT, KIB_AN_EDIT, SHARE
from window_room import EDITS, SEED, claim, room, say, wait_for

# What the model does: (share, how the window ends it).
FAULTS = {
    "edit=tint": (12, "result"),
    "edit=tint,format=jpeg": (3, "result"),
    "key=another": (2, "failure"),
    "reply=refusal": (2, "failure"),
    "reply=broken": (2, "failure"),
    "reply=badimage": (1, "failure"),
    "reply=text": (2, "failure"),
    "reply=html": (1, "failure"),
    "link=lost": (1, "failure"),
    "reply=hang": (3, "cancel"),
}
WARM_UP = 0.4
SAMPLES = 30
SIZE = (160, 120)
EDITS_A_LEAK = 40


def sample(stage, number):
    (pid,) = stage.gimp.plug_ins()
    gimp = stage.gimp.process.pid
    opened, sockets = descriptors(pid)
    around = children(gimp) + children(pid)
    return {"edit": number, "kib": memory(pid), "gimp_kib": memory(gimp), "descriptors": opened,
            "sockets": sockets, "gimp_descriptors": descriptors(gimp)[0],
            "zombies": sum(state == "Z" for _, _, state in around)}


def apply_and_forget(stage):
    """Inserts the result, and makes the document what it was, without its history."""
    stage.window.press("Apply")
    wait_for(lambda: len(stage.gimp.layers()) == 2, "layer")
    stage.gimp.script.run(
        "(gimp-image-undo-disable image)"
        "(gimp-image-remove-layer image (vector-ref (car (gimp-image-get-layers image)) 0))"
        "(gimp-image-undo-enable image) (gimp-image-clean-all image)")


def edit(stage, scenario, number):
    """What was wrong with it; empty where nothing was."""
    _, end = FAULTS[scenario]
    prompt = f"make it {number}"
    stage.model._http("/reset", b"")
    stage.ask(prompt)
    wait_for(stage.model.requests, "request")
    cancel = f'Cancel "{prompt}"'
    if end == "cancel":
        stage.window.press(cancel)
    wait_for(lambda: stage.window.found(cancel, "button") is None, "end of the request")
    if end == "result":
        wait_for(lambda: stage.window.is_sensitive("Apply"), "result")
        apply_and_forget(stage)
        stage.window.press("Discard")
        return ""
    if end == "failure":
        stage.window.find_starting("", "notification")
    return "the image changed" if len(stage.gimp.layers()) > 1 or stage.gimp.is_dirty() else ""


def soak(stage, edits):
    chance = random.Random(SEED)
    counts = Counter()
    samples = [sample(stage, 0)]
    shares = [share for share, _ in FAULTS.values()]
    used = next(iter(FAULTS))
    for number in range(edits):
        (scenario,) = chance.choices(list(FAULTS), shares)
        counts[FAULTS[scenario][1]] += 1
        if scenario != used:
            stage.use(scenario)
            used = scenario
        wrong = edit(stage, scenario, number)
        claim(not wrong, f"edit {number} ({scenario}): {wrong}")
        if number % max(1, edits // SAMPLES) == 0:
            samples.append(sample(stage, number))
    return samples, counts


def judge(samples, counts, edits):
    warm = [one for one in samples if one["edit"] >= WARM_UP * edits]
    say(figure=f"{edits} edits in one window ({dict(counts)})")
    for what, name, limit in (("the window's memory", "kib", KIB_AN_EDIT),
                              ("GIMP's", "gimp_kib", GIMP_KIB_AN_EDIT)):
        grown = slope([(one["edit"], one[name]) for one in warm])
        say(figure=f"{what} ({warm[-1][name] / 1024:.0f} MiB) grows {grown:.1f} of at most "
                   f"{limit:g} KiB an edit")
        claim(grown <= limit, f"{what} grows {grown:.1f} KiB an edit")
    for name in ("descriptors", "sockets", "gimp_descriptors", "zombies"):
        # Connections stay open for a while, some more or some fewer of them: what counts is where
        # it comes back to, and a leak leaves something at every so many edits.
        half = len(warm) // 2
        seen = [one[name] for one in warm]
        first, last = min(seen[:half]), min(seen[half:])
        say(figure=f"{name} {first} -> {last}, {max(seen)} at most")
        claim(last <= first + edits // EDITS_A_LEAK, f"{name}: {seen}")


def main():
    edits = max(1, EDITS // SHARE)
    with room(lambda model: {name: model.url(name) for name in FAULTS}) as stage:
        stage.open_window()
        stage.gimp.script.run("(gimp-image-scale image %d %d) (gimp-image-clean-all image)" % SIZE)
        judge(*soak(stage, edits), edits)
        stage.close_window()


main()
