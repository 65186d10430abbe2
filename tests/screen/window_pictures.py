#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the window's states in one look, takes their pictures, and checks them.

window_pictures.py WORDBRUSH -- MODEL PHOTOGRAPH LOOK CATALOGS SOURCE_CATALOG FOLDER

A picture is FOLDER/LOOK-NUMBER-STATE.png, for people to look at; look.py has the looks.
"""

import contextlib
import time

import live_gimp
import look
import rig
from look import LookTest, focus, has_showing, wait_until_gone
from picture import box_of
from rig import name_of, nodes, wait_for
from stalling_server import StallingServer, WORDS

SPENT = "[month {month}]\nmicro_usd=5000000\nrequests=3\n\n[general]\ncap_micro_usd=4000000\n"

DULLER = ("Some colors here are brighter or more vivid than what can be sent. Where the result "
          "covers them, they become duller.")
NEW_IMAGE = ("The palette of an indexed image cannot hold the result, so it will open as a "
             "new image.")


class WindowPictures(LookTest):
    def test_every_state(self):
        self.connections(Hangs="reply=hang", Key="status=401", Refuses="reply=refusal",
                         Gone=f"http://127.0.0.1:{live_gimp.free_port()}/v1",
                         Same="edit=noop", Cloud="https://images.example.com/v1",
                         Talks=self.talker().url("words"))
        self.start_look()
        self.press("Edit the _Image", "radio button")
        self.window.find(self.word("Open an image to edit a part of it."), "label")
        self.shoot("no-image")
        self.press("Results", "radio button")
        self.shoot("no-result")
        self.press("What Is Sent", "radio button")
        self.gimp.open(self.PHOTO)
        self.gimp.script.run("(gimp-image-select-rectangle image CHANNEL-OP-REPLACE 100 75 200 150)"
                             "(gimp-image-clean-all image)")
        live_gimp.activate(self.word("Edit with Words"))  # it looks again then
        self.preview_comes()
        self.shoot("first-run")
        self.reads_from_its_side()
        self.results()
        self.popovers()
        self.presets()
        self.failures()
        self.reference()
        self.queue()
        self.generate()
        self.limits()
        self.dialogs()
        self.assertEqual(self.faults, [], "\n".join(self.faults))

    def talker(self):
        """It says what it is about to do, and then nothing more."""
        server = StallingServer()
        self.addCleanup(server.close)
        return server

    def reads_from_its_side(self):
        """What is asked for stands before what is shown, as the language reads."""
        asked, shown = (box_of(node).x for node in (self.prompt(), self.canvas()))
        self.assertEqual(asked > shown, look.LOOK == "mirrored")

    def results(self):
        self.set_variations(4)
        self.ask("make it sepia")
        for number in (1, 4):
            self.result(self.word("Result %d") % number)
        self.shoot("results")
        for mode, state in (("Side by Side", "side-by-side"), ("Split", "split"),
                            ("Original", "original"), ("Result", "")):
            with self.shown_differently():
                self.press(mode, "radio button")
            if state:
                self.shoot(state)
        self.held_original()
        self.press("One to one")
        self.shoot("one-to-one")
        self.press("Fit in the view")
        self.set_variations(1)

    @contextlib.contextmanager
    def shown_differently(self):
        """Waits until the view says that it shows something else than before."""
        canvas = self.canvas()
        before = canvas.description
        yield
        wait_for(lambda: canvas.description != before, "another view")

    def held_original(self):
        canvas = self.canvas()
        result = canvas.description
        focus(canvas)
        with self.held("o"):
            wait_for(lambda: canvas.description != result, "original")
            self.shoot("held-original")
        wait_for(lambda: canvas.description == result, "result")

    def popovers(self):
        self.press("_History", "toggle button")
        history = self.window_of(lambda node: node.getRoleName() == "list box")
        self.shoot("history", history)
        self.key("Escape")
        wait_until_gone(history)
        self.press("_More", "toggle button")
        self.shoot("more")
        self.press("_More", "toggle button")

    def presets(self):
        self.press("_Presets")
        item = self.window.find(self.word("_Manage Presets..."), "menu item")
        self.shoot("presets-menu", item.parent)
        item.queryAction().doAction(0)
        dialog = self.window_of(lambda node: name_of(node) == self.word("_Import..."))
        self.shoot("presets", dialog)
        self.press("_Close")
        wait_until_gone(dialog)

    def failures(self):
        self.fails("Key", "wrong-key")
        self.fails("Refuses", "refusal")
        self.fails("Gone", "offline")
        spending = self.folder / "wordbrush" / "spending.ini"
        spending.write_text(SPENT.format(month=time.strftime("%Y-%m")))
        self.fails("Same", "cap-reached")
        spending.unlink()
        self.use("Same")
        self.ask("keep it as it is")
        self.result(self.word("Result %d") % 5)
        self.shoot("nothing-changed")

    def reference(self):
        self.gimp.script.run(
            '(define sky (car (gimp-layer-new image "Sky" 40 30 RGB-IMAGE 100 LAYER-MODE-NORMAL)))'
            "(gimp-image-insert-layer image sky 0 1)")
        self.press("What Is Sent", "radio button")
        self.press("Add _Reference")
        self.window.find("Sky", "menu item").queryAction().doAction(0)
        self.find_role("list item")
        last = self.word("Picture %d of %d") % (1, 3)
        wait_for(lambda: any(name_of(node) == last for node in nodes(self.window.root)), last)
        self.shoot("references")

    def queue(self):
        self.use("Talks")
        self.ask("make it snow")
        self.window.find("".join(WORDS), "label")
        self.use("Hangs")
        self.ask("make it orange\nand a little warmer")
        self.ask("a long prompt that tells of a harbor in the evening, when the boats have come "
                 "back and the lamps are lit one after the other along the quay")
        wait_for(self.model.requests, "request")
        self.shoot("queue")

    def generate(self):
        self.press("New _Layer", "radio button")
        self.shoot("generate")
        self.press("Edit the _Image", "radio button")

    def limits(self):
        """What cannot be done is said beside what would be sent."""
        self.press("What Is Sent", "radio button")
        self.changes("(gimp-image-convert-precision image PRECISION-FLOAT-LINEAR)"
                     "(define photograph (vector-ref (car (gimp-image-get-layers image)) 0))"
                     '(gimp-drawable-merge-new-filter photograph "gegl:exposure" 0'
                     ' LAYER-MODE-REPLACE 1.0 "exposure" 1.0)')
        self.told(self.word(DULLER))
        self.shoot("duller-colors")
        self.changes("(gimp-image-convert-precision image PRECISION-U8-NON-LINEAR)"
                     "(gimp-image-convert-indexed image CONVERT-DITHER-NONE"
                     ' CONVERT-PALETTE-GENERATE 32 FALSE FALSE "")')
        self.told(self.word(NEW_IMAGE))
        self.shoot("new-image")
        self.changes("(gimp-image-convert-rgb image)")

    def told(self, words, times=1):
        wait_for(lambda: sum(words in name_of(node) and has_showing(node)
                             and node.getRoleName() == "label"
                             for node in nodes(self.window.root)) >= times, words)

    def changes(self, script):
        """The window looks again when it gets the focus."""
        live_gimp.activate("photo.xcf")
        self.gimp.script.run(script)
        live_gimp.activate(self.word("Edit with Words"))

    def dialogs(self):
        self.use("Cloud")
        self.ask()
        self.told("images.example.com", times=2)  # in the question, and below the preview
        self.shoot("new-host", self.window_of(lambda node: name_of(node) == self.word("_Send")))
        self.press("_Cancel")
        self.press("Connections")
        self.shoot("connections",
                   self.window_of(lambda node: name_of(node) == self.word("Chec_k")))


if __name__ == "__main__":
    rig.main(look.SIZE)
