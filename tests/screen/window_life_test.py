#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""When something goes wrong or ends: window_life_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import contextlib
import subprocess

import live_gimp
import pyatspi
import rig
from rig import name_of, nodes, wait_for

PROMPT = "make it orange"
FOCUS_EVENT = "object:state-changed:focused"


class WindowLifeTest(live_gimp.LiveTest):
    def error(self, start, button):
        """It tells what is wrong and has one button for it; the prompt is still there."""
        message = self.window.find_starting(start, "notification")
        bar = next(node for node in nodes(self.window.root)
                   if node.getRoleName() == "info bar" and message in nodes(node))
        buttons = [name_of(node) for node in nodes(bar) if node.getRoleName() == "button"
                   and node.getState().contains(pyatspi.STATE_SHOWING) and name_of(node) != "Close"]
        self.assertEqual(buttons, [button])
        prompt = self.window.find("What should change?", "text").queryText()
        self.assertEqual(prompt.getText(0, -1), PROMPT)
        self.assertEqual(self.gimp.layers(), ["Background"])
        self.assertFalse(self.gimp.is_dirty())

    def hang(self):
        self.start(self.model.url("reply=hang"))
        self.ask(PROMPT)
        wait_for(self.model.requests, "request")
        self.window.find_starting("Waiting for the model", "label")

    def model_sees_the_hang_up(self):
        wait_for(lambda: [request["client_left"] for request in self.model.requests()] == [True],
                 "hang-up")

    def test_cancelling_hangs_up_and_says_what_it_may_cost(self):
        self.hang()
        self.window.press(f'Cancel "{PROMPT}"')
        self.window.find("Canceled. The service already had the whole request, so it may charge "
                         "for it.", "notification")
        self.model_sees_the_hang_up()
        self.assertEqual(self.gimp.layers(), ["Background"])
        self.assertFalse(self.gimp.is_dirty())

    def test_a_wrong_key_leads_to_the_connections(self):
        self.start(self.model.url("status=401"))
        self.ask(PROMPT)
        self.error("The service does not accept the key", "Open Connections")
        self.window.press("Open Connections")
        self.window.find("Address:", "text")

    def test_a_refusal_is_told_in_the_models_words(self):
        self.start(self.model.url("reply=refusal"))
        self.ask(PROMPT)
        self.error("The model refused: I will not make this picture.", "Show the Model's Words")

    def test_a_service_that_is_not_there_is_asked_again(self):
        self.start(f"http://127.0.0.1:{live_gimp.free_port()}/v1")
        self.ask(PROMPT)
        self.error("127.0.0.1 refused the connection.", "Try Again")

    def test_a_second_call_raises_the_same_window(self):
        self.start()
        [first] = self.gimp.plug_ins()
        live_gimp.activate("GIMP$")
        self.gimp.choose_menu_item(r"Generate Layer\.\.\.")
        self.window.find("Generate", "button")
        wait_for(lambda: live_gimp.active_title() == "Generate Layer", "window in front")
        wait_for(lambda: self.gimp.plug_ins() == [first], "one process")

    def test_the_window_ends_with_gimp(self):
        self.hang()
        [plug_in] = self.gimp.plug_ins()
        self.gimp.choose_menu_item("Quit")
        self.gimp.process.wait(rig.WAIT_S)
        wait_for(lambda: not live_gimp.is_running(plug_in), "end of the plug-in")
        self.model_sees_the_hang_up()

    def test_every_control_has_a_name_and_is_reached_with_tab(self):
        self.start()
        self.ask("make it sepia")
        self.window.find("Result 1", "list item")
        self.window.find("More", "toggle button").queryAction().doAction(0)
        controls = [node for node in nodes(self.window.root) if is_control(node)]
        self.assertEqual([node.getRoleName() for node in controls if not name_of(node)], [])
        wanted = {name_of(node) for node in controls if is_stop(node)}
        self.tab_through(wanted)

    def tab_through(self, wanted):
        """Presses Tab until all of them have had the focus."""
        def forget(event):
            if event.detail1:
                wanted.discard(name_of(event.source))
        pyatspi.Registry.registerEventListener(forget, FOCUS_EVENT)
        self.addCleanup(pyatspi.Registry.deregisterEventListener, forget, FOCUS_EVENT)
        live_gimp.activate("Edit with Words")
        # A list that drops down tells nobody that it has the focus, so there are more stops.
        subprocess.run(["xdotool", "key", "--delay", "20", *["Tab"] * (2 * len(wanted))],
                       check=True)
        with contextlib.suppress(AssertionError):
            wait_for(lambda: not wanted, "focus everywhere")
        self.assertEqual(wanted, set())


def has(node, *states):
    own = node.getState()
    return all(own.contains(state) for state in states)


def is_visible(node):
    """Also where it is scrolled away."""
    return node.getRoleName() == "frame" or (has(node, pyatspi.STATE_VISIBLE)
                                             and is_visible(node.parent))


def is_control(node):
    role = node.getRoleName()
    return (has(node, pyatspi.STATE_FOCUSABLE, pyatspi.STATE_SENSITIVE) and is_visible(node)
            and role not in ("scroll pane", "split pane", "frame", "separator", "menu item", "menu",
                             "panel", "info bar"))


def is_stop(node):
    """Whether Tab should stop at it; the arrow keys go on from the button that is pressed."""
    return (has(node, pyatspi.STATE_SHOWING)
            and (node.getRoleName() != "radio button" or has(node, pyatspi.STATE_CHECKED)))


if __name__ == "__main__":
    rig.main("1280x900")
