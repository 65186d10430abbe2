#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at results, and ways to work: habits_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import contextlib
import os
import subprocess

import live_gimp
import pyatspi
import rig
from rig import name_of, nodes, wait_for
from shared_gimp import SharedTest

PROMPTS = ["make it orange", "make it orange, too"]


class HabitsTest(SharedTest):
    @classmethod
    def addresses(cls):
        return {"Scripted": cls.model.url("edit=tint")}

    def setUp(self):
        super().setUp()
        self.addCleanup(self.discard_all)

    def discard_all(self):
        """The next test's results are numbered from 1 again."""
        while strip := self.window.found("Results", "table"):
            strip.querySelection().selectAll()
            self.window.press("Discard")
            wait_for(lambda: self.window.found("Results", "table") is None, "end of the results")

    def canvas(self):
        return next(node for node in nodes(self.window.root) if node.getRoleName() == "image"
                    and node.getState().contains(pyatspi.STATE_SHOWING))

    def result(self, prompt=PROMPTS[0]):
        self.ask(prompt)
        return self.window.find("Result 1", "list item")

    def keys(self, *names):
        live_gimp.activate("Edit with Words")
        subprocess.run(["xdotool", "key", "--delay", "20", *names], check=True)

    @contextlib.contextmanager
    def held(self, key):
        live_gimp.activate("Edit with Words")
        subprocess.run(["xdotool", "keydown", key], check=True)
        yield
        subprocess.run(["xdotool", "keyup", key], check=True)

    def focus(self, node):
        live_gimp.activate("Edit with Words")
        node.queryComponent().grabFocus()
        wait_for(lambda: node.getState().contains(pyatspi.STATE_FOCUSED), "focus")

    def test_the_original_is_seen_while_its_key_is_held(self):
        self.result()
        canvas = self.canvas()
        self.focus(canvas)
        with self.held("o"):
            wait_for(lambda: canvas.description == "Shows the original.", "original")
        wait_for(lambda: "the result" in canvas.description, "result")
        self.unchanged()

    def test_a_result_is_seen_pixel_by_pixel(self):
        self.result()
        self.window.press("One to one")
        wait_for(lambda: name_of(self.canvas()) == "Result 1, 100 %", "one to one")
        self.window.press("Fit in the view")
        wait_for(lambda: name_of(self.canvas()) != "Result 1, 100 %", "all of it")

    def test_a_discarded_result_is_gone_and_nothing_changes(self):
        self.result()
        self.window.press("Discard")
        wait_for(lambda: self.window.found("Result 1", "list item") is None, "end of the result")
        self.unchanged()

    def test_a_softer_edge_needs_no_new_request(self):
        self.gimp.script.run("(gimp-image-select-rectangle image CHANNEL-OP-REPLACE 100 75 200 150)"
                             "(gimp-image-clean-all image)")
        self.result()
        self.window.find("Feather", "spin button").queryValue().currentValue = 20
        self.window.press("Apply")
        wait_for(lambda: len(self.gimp.layers()) == 2, "layer")
        shares = [self.shown(x, 150) for x in range(100, 200, 4)]
        self.assertTrue(any(0.2 < share < 0.8 for share in shares), shares)
        self.assertEqual(shares, sorted(shares))
        self.assertEqual(len(self.model.requests()), 1)
        self.gimp.undo()
        self.layers_are("Background")
        self.gimp.script.run("(gimp-selection-none image) (gimp-image-clean-all image)")

    def test_the_metadata_says_what_is_visible(self):
        self.result()
        self.window.press("Apply")
        self.layers_are(PROMPTS[0], "Background")
        self.assertTrue(self.tells_of_a_model())
        layer = "(vector-ref (car (gimp-image-get-layers image)) 0)"
        self.gimp.script.run(f"(gimp-item-set-visible {layer} FALSE) (gimp-displays-flush)")
        # Nobody has to wait for GIMP who works in the window.
        live_gimp.activate("GIMP$")
        wait_for(lambda: not self.tells_of_a_model(), "metadata without the model")
        self.gimp.undo()
        self.assertTrue(self.gimp.script.is_true(f"(car (gimp-item-get-visible {layer}))"),
                        "one step back is not the user's last one")
        wait_for(self.tells_of_a_model, "metadata with the model")
        self.gimp.undo()
        self.layers_are("Background")
        self.assertFalse(self.tells_of_a_model())
        self.gimp.script.run("(gimp-image-clean-all image)")

    def tells_of_a_model(self):
        """Whether a file that GIMP exports now does."""
        file = self.folder / "exported.png"
        self.gimp.script.run(f'(file-png-export #:run-mode RUN-NONINTERACTIVE #:image image'
                             f' #:file "{file}" #:include-xmp TRUE)')
        return b"compositeWithTrainedAlgorithmicMedia" in file.read_bytes()

    def test_who_wants_no_recipe_gets_none(self):
        parasites = ("(car (gimp-item-get-parasite-list"
                     " (vector-ref (car (gimp-image-get-layers image)) 0)))")
        box = self.window.find("Keep the recipe in new layers", "check box").queryAction()
        self.result()
        self.window.press("Apply")
        self.layers_are(PROMPTS[0], "Background")
        self.assertIn("wordbrush-recipe", self.gimp.script.run(parasites))
        self.gimp.undo()
        self.layers_are("Background")
        box.doAction(0)
        self.addCleanup(box.doAction, 0)
        self.window.press("Apply")
        self.layers_are(PROMPTS[0], "Background")
        self.assertNotIn("wordbrush-recipe", self.gimp.script.run(parasites))
        self.gimp.undo()
        self.layers_are("Background")
        self.gimp.script.run("(gimp-image-clean-all image)")

    def shown(self, x, y):
        """How much of the topmost layer its mask shows at a place in the image."""
        layer = "(vector-ref (car (gimp-image-get-layers image)) 0)"
        left, top = map(int, self.gimp.script.run(
            f"(gimp-drawable-get-offsets {layer})").strip("()").split())
        color = self.gimp.script.run(f"(car (gimp-drawable-get-pixel (car (gimp-layer-get-mask"
                                     f" {layer})) {x - left} {y - top}))")
        return float(color.strip("()").split()[0]) / 255

    def test_the_first_result_is_applied_at_once_where_that_is_wanted(self):
        box = self.window.find("Apply the first result at once", "check box").queryAction()
        box.doAction(0)
        self.addCleanup(box.doAction, 0)
        self.ask(PROMPTS[0])
        self.layers_are(PROMPTS[0], "Background")
        self.window.find("Result 1, applied", "list item")
        self.gimp.undo()
        self.layers_are("Background")
        self.assertFalse(self.gimp.is_dirty())

    def test_earlier_prompts_come_back_by_keys(self):
        for number, prompt in enumerate(PROMPTS, 1):
            self.ask(prompt)
            self.window.find(f"Result {number}", "list item")
        prompt = self.window.find("What should change?", "text")
        self.focus(prompt)
        self.keys("ctrl+a", "Delete", "alt+Up")
        self.says(PROMPTS[1])
        self.keys("alt+Up")
        self.says(PROMPTS[0])
        self.keys("alt+Down")
        self.says(PROMPTS[1])

    def says(self, text):
        try:
            wait_for(lambda: self.prompt_text() == text, "such prompt")
        except AssertionError:
            self.assertEqual(self.prompt_text(), text)

    def test_a_file_is_dropped_onto_the_references(self):
        process = subprocess.Popen(["python3", os.path.join(os.path.dirname(__file__),
                                                           "drag_source.py"), self.PHOTO])
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        source = rig.Program("drag_source.py")
        self.drag(source, self.window.find("Add Reference", "button"))
        name = os.path.basename(self.PHOTO)
        self.window.find(f"Reference 2: {name}", "list item")
        self.ask("make it like image 2")
        self.window.find("Result 1", "list item")
        [request] = self.model.requests()
        self.assertEqual(len(request["pictures"]), 2)
        self.assertIn("Image 2 is a reference.", request["prompt"])
        self.window.press(f"Remove reference 2: {name}")

    def drag(self, program, target):
        def middle(node):
            place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            return place.x + place.width // 2, place.y + place.height // 2
        live_gimp.activate("Edit with Words")
        live_gimp.activate("Drag source")
        (x, y), (to_x, to_y) = middle(program.find("Drag me", "button")), middle(target)
        steps = [["mousemove", x, y], ["mousedown", 1]]
        # GTK takes it for a drag after some pixels; X asks what is below at each move.
        steps += [["mousemove", x + (to_x - x) * at // 10, y + (to_y - y) * at // 10]
                  for at in range(1, 11)]
        steps += [["mousemove", to_x + 1, to_y], ["mousemove", to_x, to_y]]
        for step in steps:
            subprocess.run(["xdotool", *map(str, step)], check=True)
        program.find("Drop me", "button")
        subprocess.run(["xdotool", "mouseup", "1"], check=True)


if __name__ == "__main__":
    rig.main("1280x900")
