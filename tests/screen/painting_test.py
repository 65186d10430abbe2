#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting on while requests are under way: painting_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import subprocess

import live_gimp
import rig
from rig import wait_for
from shared_gimp import SharedTest

GROUND = (0, 120, 130)
# Without its data, GIMP has a brush of what was copied last and no other.
BRUSH = """
(define dot (car (gimp-image-new 17 17 RGB)))
(define black (car (gimp-layer-new dot "black" 17 17 RGB-IMAGE 100 LAYER-MODE-NORMAL)))
(gimp-image-insert-layer dot black 0 0)
(gimp-drawable-fill black FILL-TRANSPARENT)
(gimp-edit-copy (vector black))
(gimp-image-delete dot)
"""
SCREEN = (2300, 900)
# Where the window goes; GIMP's own is left of it.
WINDOW_X = 1000
LEFT, RIGHT = "make the left orange", "make the right orange"
# x, y, width, height of what each of them selects
AREAS = {LEFT: (40, 60, 120, 180), RIGHT: (240, 60, 120, 180)}


def mouse(*commands):
    subprocess.run(["xdotool", *map(str, commands)], check=True, timeout=rig.WAIT_S)


class PaintingTest(SharedTest):
    @classmethod
    def addresses(cls):
        return {"Scripted": cls.model.url("edit=tint,slow=release")}

    def setUp(self):
        super().setUp()
        self.gimp.script.run(
            "(define ground (vector-ref (car (gimp-image-get-layers image)) 0))"
            "(gimp-context-set-foreground '({} {} {}))".format(*GROUND)
            + "(gimp-drawable-fill ground FILL-FOREGROUND) (gimp-displays-flush)"
              "(gimp-image-clean-all image)" + BRUSH)
        live_gimp.activate("Edit with Words")
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name",
                                "Edit with Words"], check=True, capture_output=True, text=True)
        mouse("windowmove", found.stdout.split()[0], WINDOW_X, 0)
        self.to_gimp()
        self.corner = wait_for(self.find_corner, "image on the screen")

    def to_gimp(self):
        live_gimp.activate("GIMP$")

    def find_corner(self):
        """Where the image's first pixel is on the screen, which shows it 1:1; to a few pixels."""
        screen = subprocess.run(["import", "-window", "root", "-crop",
                                 f"{WINDOW_X}x{SCREEN[1]}+0+0", "+repage", "-depth", "8", "rgb:-"],
                                check=True, capture_output=True).stdout
        # A line around the layer is drawn over its edge.
        at = screen.find(bytes(GROUND) * 380)
        return (at // 3 % WINDOW_X, at // 3 // WINDOW_X) if at >= 0 else None

    def color(self, x, y):
        return self.gimp.script.run(f"(car (gimp-drawable-get-pixel ground {x} {y}))")

    def stroke(self, y):
        """Across the image, with the tool that GIMP begins with."""
        left, top = self.corner
        mouse("mousemove", left + 20, top + y, "mousedown", 1)
        for x in range(60, 381, 40):
            mouse("mousemove", left + x, top + y)
        mouse("mouseup", 1)
        wait_for(lambda: self.is_painted(y), f"stroke at {y}")

    def is_painted(self, y):
        return self.color(200, y) != self.ground

    def keys(self, *names):
        self.to_gimp()
        mouse("key", *names)

    def strokes_are(self, *expected):
        def seen():
            return tuple(y for y in (20, 280) if self.is_painted(y))
        try:
            wait_for(lambda: seen() == expected, "such strokes")
        except AssertionError:
            self.assertEqual(seen(), expected)

    def ask_for(self, prompt):
        self.gimp.script.run("(gimp-image-select-rectangle image CHANNEL-OP-REPLACE {} {} {} {})"
                             .format(*AREAS[prompt]))
        self.ask(prompt)
        wait_for(lambda: prompt in "".join(r["prompt"] for r in self.model.requests()), prompt)

    def test_painting_undoing_and_redoing_while_two_requests_run(self):
        self.ground = self.color(200, 150)
        for prompt in (LEFT, RIGHT):
            self.ask_for(prompt)
        self.gimp.script.run("(gimp-selection-none image) (gimp-image-clean-all image)")
        self.stroke(20)
        self.stroke(280)
        self.keys("ctrl+z")
        self.strokes_are(20)
        self.keys("ctrl+z")
        self.strokes_are()
        self.keys("ctrl+y", "ctrl+y")
        self.strokes_are(20, 280)
        self.model.release()
        self.window.find("Result 2", "list item")
        self.assertEqual(self.gimp.layers(), ["Background"])
        self.strokes_are(20, 280)
        self.window.find("Results", "table").querySelection().selectAll()
        self.window.press("Apply 2 as Group")
        self.grouped()
        self.counted_back()

    def grouped(self):
        wait_for(lambda: len(self.gimp.layers()) == 2, "group")
        (_, names), background = self.gimp.layers()
        self.assertEqual(background, "Background")
        self.assertEqual({name.partition(" #")[0] for name in names}, {LEFT, RIGHT})
        for at in range(2):
            self.in_place(at)

    def in_place(self, at):
        """The layer lies where its own selection was, though there is none any more."""
        item = ("(vector-ref (car (gimp-item-get-children (vector-ref (car"
                f" (gimp-image-get-layers image)) 0))) {at})")
        name = self.gimp.script.run(f"(car (gimp-item-get-name {item}))").strip('"')
        x, y, width, height = AREAS[name.partition(" #")[0]]
        offsets = self.gimp.script.run(f"(gimp-drawable-get-offsets {item})")
        size = [self.gimp.script.number(f"(car (gimp-drawable-get-{side} {item}))")
                for side in ("width", "height")]
        self.assertEqual((offsets, size), (f"({x} {y})", [width, height]))

    def counted_back(self):
        """The results are one step, and each stroke is one: no more, no less."""
        self.keys("ctrl+z")
        self.layers_are("Background")
        self.strokes_are(20, 280)
        self.keys("ctrl+z")
        self.strokes_are(20)
        self.assertTrue(self.gimp.is_dirty())
        self.keys("ctrl+z")
        self.strokes_are()
        self.assertFalse(self.gimp.is_dirty())
        self.keys("ctrl+y", "ctrl+y", "ctrl+y")
        wait_for(lambda: len(self.gimp.layers()) == 2, "group, again")
        self.strokes_are(20, 280)


if __name__ == "__main__":
    rig.main("{}x{}".format(*SCREEN))
