#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing with the window in the whole of GIMP: window_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import live_gimp
import rig
from gi.repository import GLib
from rig import name_of, wait_for

PROMPT = "make it orange"
FIRST_RUN_S = 10


class WindowTest(live_gimp.LiveTest):
    def layers_are(self, *names):
        try:
            wait_for(lambda: self.gimp.layers() == list(names), "such layers")
        except AssertionError:
            self.assertEqual(self.gimp.layers(), list(names))

    def untouched(self, *names):
        self.assertEqual(self.gimp.layers(), list(names))
        self.assertFalse(self.gimp.is_dirty())

    def undone_at_once(self, *names):
        """One step back there is nothing more to undo."""
        self.gimp.undo()
        self.layers_are(*names)
        self.assertFalse(self.gimp.is_dirty())

    def select_results(self, *numbers):
        """By their places in the strip."""
        strip = self.window.find("Results", "table").querySelection()
        strip.clearSelection()
        for number in numbers:
            strip.selectChild(number)

    def set_variations(self, count):
        field = self.window.find("Variations", "spin button")
        field.queryValue().currentValue = count

    def test_a_new_user_edits_with_the_offline_demo_in_three_actions(self):
        self.start_gimp()
        self.assertFalse((self.folder / "wordbrush").exists())
        before = self.gimp.colors()
        self.window = self.gimp.open_window()
        self.window.type("What should change?", "make it sepia")
        wait_for(lambda: self.window.is_sensitive("Edit"), "button to press")
        self.window.press("Edit")
        self.result("Result 1")
        self.untouched("Background")
        self.window.press("Apply")
        self.layers_are("make it sepia", "Background")
        # Its own time, whatever else the computer does: the demo waits for nobody.
        [plug_in] = self.gimp.plug_ins()
        self.assertLess(live_gimp.seconds_of(plug_in), FIRST_RUN_S)
        self.assertNotEqual(self.gimp.colors(), before)
        self.result("Result 1, applied")
        self.undone_at_once("Background")
        self.assertEqual(self.gimp.colors(), before)

    def test_only_the_selection_changes(self):
        self.start(self.model.url("edit=tint"))
        self.gimp.script.run("(gimp-image-select-rectangle image CHANNEL-OP-REPLACE 100 75 200 150)"
                             "(gimp-image-clean-all image)")
        before = self.gimp.colors()
        self.ask(PROMPT)
        self.result("Result 1")
        self.window.press("Apply")
        self.layers_are(PROMPT, "Background")
        after = self.gimp.colors()
        changed = {point for point in before if after[point] != before[point]}
        inside = {(x, y) for x, y in before if 100 <= x < 300 and 75 <= y < 225}
        self.assertEqual(changed - inside, set())
        self.assertGreater(len(changed), len(inside) // 2)
        self.gimp.undo()
        self.layers_are("Background")
        self.assertEqual(self.gimp.colors(), before)

    def test_two_of_four_variations_become_a_group(self):
        self.start(self.model.url("edit=tint"))
        self.set_variations(4)
        self.ask(PROMPT)
        for number in range(1, 5):
            self.result(f"Result {number}")
        self.assertEqual(len(self.model.requests()), 4)
        self.untouched("Background")
        self.select_results(0, 2)
        self.window.press("Apply 2 as Group")
        wait_for(lambda: len(self.gimp.layers()) == 2, "group")
        self.assertEqual(self.gimp.layers(),
                         [(PROMPT, [f"{PROMPT} (2)", f"{PROMPT} (1)"]), "Background"])
        self.result("Result 4, applied")
        self.result("Result 2, applied")
        self.result("Result 3")
        self.undone_at_once("Background")

    def test_two_requests_come_while_the_document_changes(self):
        self.start(self.model.url("edit=tint,slow=release"))
        self.ask(PROMPT)
        self.ask("make it brighter")
        wait_for(lambda: len(self.model.requests()) == 2, "two requests")
        for prompt in (PROMPT, "make it brighter"):
            self.window.find(f'Cancel "{prompt}"', "button")
        self.gimp.script.run(
            '(define other (car (gimp-layer-new image "other" 40 30 RGBA-IMAGE 100'
            " LAYER-MODE-NORMAL)))"
            "(gimp-image-insert-layer image other 0 0) (gimp-displays-flush)")
        self.gimp.undo()
        self.layers_are("Background")
        self.gimp.script.run("(gimp-drawable-invert (vector-ref (car"
                             " (gimp-image-get-layers image)) 0) FALSE) (gimp-displays-flush)")
        self.model.release()
        self.result("Result 2")
        self.layers_are("Background")
        self.select_results(0, 1)
        self.window.press("Apply 2 as Group")
        wait_for(lambda: len(self.gimp.layers()) == 2, "group")
        group, names = self.gimp.layers()[0]
        self.assertEqual((group, sorted(names)), ("Wordbrush", ["make it brighter", PROMPT]))
        self.gimp.undo()
        self.layers_are("Background")

    def test_a_reference_is_sent(self):
        self.connect(self.model.url("edit=tint"))
        self.start_gimp()
        self.gimp.script.run(
            '(define sky (car (gimp-layer-new image "Sky_blue" 40 30 RGB-IMAGE 100'
            " LAYER-MODE-NORMAL)))"
            "(gimp-image-insert-layer image sky 0 1) (gimp-image-set-selected-layers image"
            " (vector (vector-ref (car (gimp-image-get-layers image)) 0)))")
        self.window = self.gimp.open_window()
        self.window.press("Add Reference")
        self.window.find("Sky_blue", "menu item").queryAction().doAction(0)
        self.window.find("Reference 2: Sky_blue", "list item")
        self.ask("make it as blue as image 2")
        self.result("Result 1")
        [request] = self.model.requests()
        self.assertEqual([(picture["width"], picture["height"]) for picture in
                          request["pictures"]], [(400, 300), (40, 30)])
        self.assertIn("Image 2 is a reference.", request["prompt"])

    def test_what_is_sent_is_what_was_previewed(self):
        self.start(self.model.url("edit=tint"))
        self.gimp.script.run("(gimp-image-select-rectangle image CHANNEL-OP-REPLACE 90 70 150 90)")
        self.window.type("What should change?", PROMPT)
        self.window.press("Use Current Layer")
        selection = wait_for(lambda: self.caption_unlike("400 x 300"), "preview of the selection")
        self.window.find("Picture that is sent", "combo box").querySelection().selectChild(1)
        overview = wait_for(lambda: self.caption_unlike(selection), "preview of the overview")
        self.window.press("Edit")
        self.result("Result 1")
        [request] = self.model.requests()
        self.assertEqual([selection, overview], [
            "{width} x {height} pixels, {}, {}".format(
                picture["mime"].removeprefix("image/").upper(),
                GLib.format_size(picture["bytes"]), **picture)
            for picture in request["pictures"]])

    def caption_unlike(self, start):
        """What stands under the preview, once it does not start so."""
        captions = (name_of(node) for node in rig.nodes(self.window.root)
                    if node.getRoleName() == "label")
        return next((text for text in captions
                     if " pixels, " in text and not text.startswith(start)), None)


if __name__ == "__main__":
    rig.main("1280x900")
