#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window makes people wait, in the real GIMP on a screen of its own.

From the outside: what is seen is read from the screen's pixels, and how long the main loop
hears nobody is told by a library that is loaded before the plug-in (watch.cpp).

./dev bench window [--runs N] [--only open|switch|thumbnail|flow] [--stacks]
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "screen"))

import live_gimp  # noqa: E402
import rig  # noqa: E402
from rig import wait_for  # noqa: E402
from seen import color_at, do, middle_of, wait_for_color  # noqa: E402
from stage import CONNECTIONS, OPTIONS, Stage, settle  # noqa: E402

SCREEN = "1920x1080"
LARGE = (8640, 5760)   # 50 megapixels
MEDIUM = (4000, 3000)  # 12 megapixels
REACH = 10  # pixels, of what is looked at
LOOP_MS = 50


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", choices=MEASUREMENTS)
    parser.add_argument("--stacks", action="store_true", help="tell where the main loop stalls")
    return parser.parse_args(OPTIONS)


def tell(name, values, limit):
    """Prints the median beside its target; whether it is met."""
    middle = statistics.median(values)
    met = middle <= limit
    print(f"  {name:<44}{middle:8.0f} ms   worst {max(values):6.0f}   target {limit:g}: "
          f"{'met' if met else 'MISSED'}", flush=True)
    return met


# --- What is measured

def measure_open(stage, runs):
    """A window on a large picture, against an empty one."""
    times = {"plug-in-empty-window": [], "plug-in-wordbrush-edit": []}
    stalls = []
    for _ in range(runs + 1):
        for procedure, taken in times.items():
            watched = stage.watched["empty" if "empty" in procedure else "wordbrush"]
            watched.forget()
            start, line = stage.call(procedure)
            taken.append((watched.ready_at() - start) * 1e3)
            settle()
            if watched is stage.watched["wordbrush"]:
                ready = watched.ready_at()
                stalls.append(max([length for _, length in watched.stalls(ready)], default=0))
            do("key", "alt+F4")
            line.line.recv(4)
            line.close()
    empty, own = (taken[1:] for taken in times.values())  # the first one filled caches
    print(f"  empty window {statistics.median(empty):.0f} ms, ours {statistics.median(own):.0f} ms")
    met = tell("usable, over an empty window", [b - a for a, b in zip(empty, own)], 150)
    return met & tell("longest stall in the second after that", stalls[1:], LOOP_MS)


def two_results(stage):
    """Gives the middles of their tiles, the newest first."""
    for number, edit in enumerate(CONNECTIONS, 1):
        if number > 1:
            stage.use(edit, "tint")
        stage.focus_prompt()
        stage.ask(f"make it {edit}")
        stage.result(number)
        settle()
    return [middle_of(stage.result(number)) for number in (2, 1)]


def measure_switch(stage, runs):
    """From a press on another result until it is seen."""
    stage.open_window()
    tiles = two_results(stage)
    place = middle_of(stage.canvas())
    colors = []
    for tile in tiles:
        do("mousemove", *tile, "click", 1)
        settle()
        colors.append(color_at(place, REACH))
    taken, stalls = [], []
    for run in range(runs):
        do("mousemove", *tiles[run % 2])
        settle()
        # Of xdotool's own, a click sleeps at its end.
        start = do("mousedown", 1, "mouseup", 1)
        taken.append((wait_for_color(place, colors[run % 2], REACH) - start) * 1e3)
        settle()
        stalls.append(max([length for _, length in stage.stalls(start)], default=0))
    met = tell("another result of 12 megapixels is seen", taken, 100)
    return met & tell("longest stall meanwhile", stalls, LOOP_MS)


def measure_thumbnail(stage, runs):
    """From the answer's last byte until its tile shows it."""
    stage.open_window()
    tiles = two_results(stage)
    invert, tint = (color_at(tile, REACH) for tile in tiles)
    taken = []
    for run in range(runs):
        stage.use(CONNECTIONS[run % 2], CONNECTIONS[run % 2 - 1])
        stage.focus_prompt()
        stage.ask(f"once more, {run}")
        seen = wait_for_color(tiles[0], tint if run % 2 == 0 else invert, REACH)
        # What is asked next has an answer, too.
        taken.append((seen - stage.relay.last_answer) * 1e3)
        stage.result(run + 3)
        settle()
    return tell("a thumbnail after the answer's last byte", taken, 150)


def measure_flow(stage, runs):
    """The longest stall of each step, on a large picture."""
    stage.open_window()
    steps = {}
    for run in range(runs):
        for step, start, end in flow(stage, run):
            stalls = stage.stalls(start, end)
            steps.setdefault(step, []).append(stalls[0][1] if stalls else 0.0)
    return all([tell(step, lengths, LOOP_MS) for step, lengths in steps.items()])


def flow(stage, run):
    """Yields (step, start, end) in the order in which they came."""
    script = stage.gimp.script
    steps = []

    def step(name, act):
        start = time.monotonic()
        act()
        settle()
        steps.append((name, start, time.monotonic()))

    def answer():
        stage.model.release()
        stage.result(run + 1)

    def other_image():
        script.run("(define other (car (gimp-image-new 300 200 RGB)))"
                   "(define other-display (car (gimp-display-new other)))")
        live_gimp.activate("GIMP$")
        live_gimp.activate("Edit with Words")

    def apply():
        before = len(stage.gimp.layers())
        stage.window.press("Apply")
        wait_for(lambda: len(stage.gimp.layers()) > before, "layer")

    stage.focus_prompt()
    step("typing and sending", lambda: stage.ask(f"make it orange {run}"))
    step("typing while it waits", lambda: do("type", "--delay", 20, "what comes after that"))
    step("another image in GIMP", other_image)
    step("answer, thumbnail and preview", answer)
    step("apply", apply)
    script.run("(gimp-display-delete other-display)")
    settle()
    return steps


# An answer at once, made before; and one that waits.
CANNED, HELD = "canned=yes", "slow=release"
# Name: what measures it, the picture's size, and how the model answers.
MEASUREMENTS = {"open": (measure_open, LARGE, CANNED),
                "switch": (measure_switch, MEDIUM, CANNED),
                "thumbnail": (measure_thumbnail, MEDIUM, CANNED),
                "flow": (measure_flow, LARGE, HELD)}


def measure(name, options):
    run, size, how = MEASUREMENTS[name]
    print(f"{run.__doc__.rstrip('.')}; {size[0]} x {size[1]} pixels, {options.runs} runs",
          flush=True)
    with tempfile.TemporaryDirectory(prefix="wordbrush-bench-") as folder:
        stage = Stage(Path(folder), size, how, options.stacks)
        try:
            return run(stage, options.runs)
        finally:
            stage.close()


def main():
    options = parse_options()
    names = [options.only] if options.only else list(MEASUREMENTS)
    met = all([measure(name, options) for name in names])
    print("All targets are met." if met else "Not all targets are met.")
    return 0 if met else 1


if __name__ == "__main__":
    with rig.screen(SCREEN):
        manager = live_gimp.start_manager()
        status = main()
        manager.terminate()
    sys.exit(status)
