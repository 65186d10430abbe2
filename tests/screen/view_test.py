#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The canvas view, the strip of results and the references, without the window around."""

import contextlib
import re

import pyatspi
import rig
from rig import name_of, nodes, wait_for


class ViewTest(rig.ScreenTest):
    def setUp(self):
        super().setUp()
        self.window = self.run_script("(plug-in-view-show #:run-mode RUN-INTERACTIVE)", "view")

    def canvas(self, name):
        return self.window.find(name, "image")

    def result(self, name):
        """Also where the strip has scrolled it away."""
        return rig.wait_for(lambda: next(node for node in rig.nodes(self.window.root)
                                         if node.getRoleName() == "list item"
                                         and node.name == name), name)

    def printed(self, text):
        """Waits for a line that the window printed."""
        self.window.wait_until_printed(text)

    def focus(self, node):
        node.queryComponent().grabFocus()
        wait_for(lambda: node.getState().contains(pyatspi.STATE_FOCUSED), "focus")

    def key(self, name):
        keyval = {"Delete": 0xFFFF, "Return": 0xFF0D, "Right": 0xFF53, "Up": 0xFF52, "Down": 0xFF54,
                  "space": 0x20}.get(name) or ord(name)
        pyatspi.Registry.generateKeyboardEvent(keyval, None, pyatspi.KEY_SYM)

    @contextlib.contextmanager
    def held(self, name):
        keycode = {"Alt": 64, "o": 32}[name]
        pyatspi.Registry.generateKeyboardEvent(keycode, None, pyatspi.KEY_PRESS)
        yield
        pyatspi.Registry.generateKeyboardEvent(keycode, None, pyatspi.KEY_RELEASE)

    def select(self, name):
        self.focus(self.result(name))
        self.key("space")

    def test_a_result_is_previewed_applied_and_discarded_by_keys(self):
        self.select("Result 3")
        self.printed("preview 3\nselected 3\n")
        self.canvas("Result 3 of 5, 44 %")
        self.key("Down")
        self.printed("preview 2\nselected 2\n")
        self.key("Return")
        self.printed("apply 2\n")
        self.key("Up")
        self.key("Return")
        self.printed("apply 3\n")
        self.result("Result 3, applied")
        self.key("Delete")
        self.printed("discard 3\npreview 2\nselected 2\n")
        self.canvas("Result 2 of 5, 44 %")

    def test_what_has_no_picture_is_not_applied(self):
        self.select("Result 4, failed")
        self.printed("selected 4\n")
        self.key("Return")
        self.key("Down")
        self.printed("selected 3\n")
        self.assertNotIn("apply", self.window.printed())

    def test_the_view_is_zoomed_by_keys_and_buttons_and_says_so(self):
        self.select("Result 1")
        self.focus(self.canvas("Result 1 of 5, 44 %"))
        self.key("1")
        self.canvas("Result 1 of 5, 100 %")
        self.key("-")
        self.canvas("Result 1 of 5, 67 %")
        self.window.press("Zoom in")
        self.canvas("Result 1 of 5, 100 %")
        self.window.press("Fit in the view")
        self.canvas("Result 1 of 5, 44 %")

    def test_the_view_says_what_of_both_it_shows(self):
        self.select("Result 1")
        canvas = self.canvas("Result 1 of 5, 44 %")
        for mode, description in (("Split", "on one side"), ("Side by Side", "side by side"),
                                  ("Original", "the original."), ("Result", "the result.")):
            self.window.press(mode)
            wait_for(lambda: description in canvas.description, description)

    def test_the_original_is_seen_while_its_key_is_held(self):
        self.select("Result 1")
        canvas = self.canvas("Result 1 of 5, 44 %")
        self.focus(canvas)
        with self.held("o"):
            wait_for(lambda: canvas.description == "Shows the original.", "original")
        wait_for(lambda: "the result" in canvas.description, "result")

    def add_reference(self, layer):
        self.window.press("Add Reference")
        self.window.find(layer, "menu item").queryAction().doAction(0)

    def test_references_have_roles_and_move(self):
        self.add_reference("Sky_blue")
        self.add_reference("Water")
        self.window.find("Reference 3: Water", "list item")
        self.window.find("Role of reference 3", "combo box").querySelection().selectChild(1)
        self.window.find("Image 2 is a reference.\n"
                         "Image 3 is a style reference: use its style only.", "label")
        self.window.press("Remove reference 2: Sky_blue")
        self.window.find("Reference 2: Water", "list item")
        self.window.find("Image 2 is a style reference: use its style only.", "label")
        self.add_reference("Water")
        self.window.find("This picture is a reference already.", "label")

    def test_references_move_and_go_by_keys(self):
        self.add_reference("Sky_blue")
        self.add_reference("Water")
        self.focus(self.window.find("Reference 2: Sky_blue", "list item"))
        with self.held("Alt"):
            self.key("Right")
        moved = self.window.find("Reference 3: Sky_blue", "list item")
        wait_for(lambda: moved.getState().contains(pyatspi.STATE_FOCUSED), "focus")
        self.key("Delete")
        left = self.window.find("Reference 2: Water", "list item")
        wait_for(lambda: left.getState().contains(pyatspi.STATE_FOCUSED), "focus")

    def test_a_reference_that_cannot_be_read_goes_and_says_why(self):
        self.add_reference("broken.png")
        self.window.find("broken.png is no picture.", "label")
        self.printed("legend:\n\n")

    def test_every_control_has_a_name(self):
        self.add_reference("Sky_blue")
        self.window.find("Reference 2: Sky_blue", "list item")
        nameless = [node.getRoleName() for node in nodes(self.window.root)
                    if node.getState().contains(pyatspi.STATE_FOCUSABLE)
                    and node.getState().contains(pyatspi.STATE_SHOWING)
                    and not re.fullmatch("scroll pane|frame|separator", node.getRoleName())
                    and not name_of(node)]
        self.assertEqual(nameless, [])


rig.main()
