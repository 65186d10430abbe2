#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cancelling at each stage: cancel_test.py WORDBRUSH -- MODEL PHOTOGRAPH SLOW_DISK"""

import os

import live_gimp
import rig
from rig import nodes, wait_for
from shared_gimp import SharedTest
from stalling_server import StallingServer, WORDS

BEFORE = "Canceled before the request was sent: there is nothing to pay."
AFTER = "Canceled. The service already had the whole request, so it may charge for it."
BUSY = "Canceled. The service was busy and did not take the request: there is nothing to pay."
STAGES = ("connect", "upload", "answer", "words", "download", "retry", "once", "whole")


class CancelTest(SharedTest):
    @classmethod
    def setUpClass(cls):
        gate = live_gimp.Path(rig.plugins[0]).parent / "no-such-gate"
        cls.SETTINGS = {"environment": {"LD_PRELOAD": os.path.abspath(rig.arguments[2]),
                                        "SLOW_DISK_GATE": str(gate)}}
        super().setUpClass()

    @classmethod
    def addresses(cls):
        cls.server = StallingServer()
        cls.addClassCleanup(cls.server.close)
        cls.gate = cls.folder / "slow-disk"
        cls.SETTINGS["environment"]["SLOW_DISK_GATE"] = str(cls.gate)
        return {f"Stalls: {stage}": cls.server.url(stage) for stage in STAGES}

    def ask_until(self, stage, sentence):
        """Asks, and waits for what the window says of that stage."""
        self.prompt = f"make it {stage}"
        self.use(f"Stalls: {stage}")
        self.ask(self.prompt)
        self.window.find_starting(sentence, "label")

    def cancel(self, stage, told, requests=1):
        self.window.press(f'Cancel "{self.prompt}"')
        self.cancelled(stage, told, requests)

    def cancelled(self, stage, told, requests=1):
        self.window.find(told, "notification")
        wait_for(lambda: all(request.has_left for request in self.server.of(stage)), "hang-up")
        # Who looks at a handshake cannot tell the question for the balance from the request.
        if stage != "connect":
            self.assertEqual(len(self.server.of(stage)), requests)
        self.assertIsNone(self.window.found(f'Cancel "{self.prompt}"', "button"))
        self.assertEqual(self.prompt_text(), self.prompt)
        self.assertTrue(self.window.is_sensitive("Edit"))
        self.unchanged()

    def test_while_the_connection_is_made(self):
        self.ask_until("connect", "Sending")
        wait_for(lambda: self.server.of("connect"), "handshake")
        self.cancel("connect", BEFORE)

    def test_while_the_picture_is_sent(self):
        self.open_noise()
        self.ask_until("upload", "Sending")
        [request] = wait_for(lambda: self.server.of("upload"), "request")
        self.window.press(f'Cancel "{self.prompt}"')
        # What the kernel has taken in still goes out, and the end of it only then.
        request.go_on.set()
        self.cancelled("upload", BEFORE)
        self.assertLess(request.received, request.length)

    def open_noise(self):
        """A picture that no kernel's buffer takes in."""
        self.gimp.script.run(
            "(define noise (car (gimp-image-new 2400 1800 RGB)))"
            '(define grain (car (gimp-layer-new noise "grain" 2400 1800 RGB-IMAGE 100'
            " LAYER-MODE-NORMAL)))"
            "(gimp-image-insert-layer noise grain 0 0)"
            '(gimp-drawable-merge-new-filter grain "gegl:noise-hurl" 0 LAYER-MODE-REPLACE 1.0'
            ' "pct-random" 100.0)'
            "(gimp-image-clean-all noise)"
            "(define noise-display (car (gimp-display-new noise)))")
        self.addCleanup(self.close_noise)
        self.gimp.open_window()
        self.window.press("What Is Sent")
        self.window.find_starting("2400 x 1800 pixels", "label")

    def close_noise(self):
        self.gimp.script.run("(gimp-display-delete noise-display)")
        self.gimp.open_window()

    def test_while_the_model_thinks(self):
        self.ask_until("answer", "Waiting for the model")
        self.cancel("answer", AFTER)

    def test_while_the_model_speaks(self):
        self.ask_until("words", "Receiving the answer")
        self.window.find("".join(WORDS), "label")
        self.cancel("words", AFTER)

    def test_while_the_picture_is_fetched(self):
        self.ask_until("download", "Receiving the answer")
        wait_for(lambda: self.server.of("file"), "download")
        self.cancel("file", AFTER)

    def test_while_the_answer_is_fitted(self):
        self.gate.touch()
        self.addCleanup(self.gate.unlink)
        self.ask_until("whole", "Fitting the answer")
        self.cancel("whole", AFTER)

    def test_while_a_busy_service_is_waited_for(self):
        self.ask_until("retry", "The service is busy; trying again in")
        self.cancel("retry", BUSY)

    def test_with_one_of_several_variations(self):
        variations = self.window.find("Variations", "spin button").queryValue()
        variations.currentValue = 3
        self.addCleanup(lambda: setattr(variations, "currentValue", 1))
        self.ask_until("once", "Waiting for the model \u00b7 1 of 3 results")
        result = self.window.find("Result 1", "list item")
        self.cancel("once", AFTER, 3)
        self.assertIn(result, nodes(self.window.root))


if __name__ == "__main__":
    rig.main("1280x900")
