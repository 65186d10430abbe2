#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the window begins, is reached and ends: window_life_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import contextlib
import subprocess

import live_gimp
import picture
import pyatspi
import rig
from gi.repository import GLib
from rig import name_of, nodes, wait_for

PROMPT = "make it orange"
TITLE = "Edit with Words"
GENERATE_MENU_ITEM = r"Generate Layer\.\.\."
FOCUS_EVENT = "object:state-changed:focused"


class WindowLifeTest(live_gimp.LiveTest):
    def hang(self):
        self.start(self.model.url("reply=hang"))
        self.ask(PROMPT)
        wait_for(self.model.requests, "request")
        self.window.find_starting("Waiting for the model", "label")

    def model_sees_the_hang_up(self):
        wait_for(lambda: [request["client_left"] for request in self.model.requests()] == [True],
                 "hang-up")

    def test_a_second_call_raises_the_same_window(self):
        self.start()
        [first] = self.gimp.plug_ins()
        live_gimp.activate("GIMP$")
        self.gimp.choose_menu_item(GENERATE_MENU_ITEM)
        self.window.find("Generate", "button")
        wait_for(lambda: live_gimp.active_title() == "Generate Layer", "window in front")
        wait_for(lambda: self.gimp.plug_ins() == [first], "one process")

    def test_without_an_image_a_layer_makes_one(self):
        self.connect(self.model.url("color=ff8000,size=320x240"))
        self.gimp = live_gimp.Gimp(self.folder)
        self.addCleanup(self.gimp.close)
        self.window = self.gimp.open_window(GENERATE_MENU_ITEM)
        self.window.type("What should be painted?", "an orange")
        self.assertFalse(self.window.is_sensitive("Use Current Layer"))
        self.window.press("Generate")
        self.window.find("Result 1", "list item")
        images = "(vector-length (car (gimp-get-images)))"
        self.assertEqual(self.gimp.script.number(images), 0)
        self.window.press("Apply")
        wait_for(lambda: self.gimp.script.number(images) == 1, "image")
        self.gimp.script.run("(define image (vector-ref (car (gimp-get-images)) 0))")
        wait_for(lambda: self.gimp.layers() == ["an orange"], "layer")
        self.assertEqual([self.gimp.script.number(f"(car (gimp-image-get-{side} image))")
                          for side in ("width", "height")], [320, 240])

    def test_its_size_is_remembered(self):
        self.start()
        self.xdotool("windowsize", "--sync", self.shown(), "1180", "780")
        wait_for(lambda: self.size() == (1180, 780), "size")
        live_gimp.activate(TITLE)
        self.xdotool("key", "alt+F4")
        wait_for(lambda: not self.gimp.plug_ins(), "end of the window")
        self.window = self.gimp.open_window()
        wait_for(lambda: self.size() == (1180, 780), "the same size")

    def shown(self):
        return self.xdotool("search", "--sync", "--onlyvisible", "--name", TITLE).split()[0]

    def size(self):
        told = dict(line.split("=") for line in
                    self.xdotool("getwindowgeometry", "--shell", self.shown()).split())
        return int(told["WIDTH"]), int(told["HEIGHT"])

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], check=True, capture_output=True, text=True,
                              timeout=rig.WAIT_S).stdout

    def test_the_window_ends_with_gimp(self):
        self.hang()
        [plug_in] = self.gimp.plug_ins()
        self.gimp.choose_menu_item("Quit")
        self.gimp.process.wait(rig.WAIT_S)
        wait_for(lambda: not live_gimp.is_running(plug_in), "end of the plug-in")
        self.model_sees_the_hang_up()

    def test_every_control_has_a_name_and_is_reached_with_tab(self):
        live_gimp.save_connections(self.folder, {
            "Hangs": self.model.url("reply=hang"), "Key": self.model.url("status=401")},
            is_in_use=False)
        self.start()
        self.ask("make it sepia")
        self.window.find("Result 1", "list item")
        self.gimp.script.run(
            '(define sky (car (gimp-layer-new image "Sky" 40 30 RGB-IMAGE 100 LAYER-MODE-NORMAL)))'
            "(gimp-image-insert-layer image sky 0 1)")
        self.window.press("Add Reference")
        self.window.find("Sky", "menu item").queryAction().doAction(0)
        self.window.find_starting("Reference 2", "list item")
        self.window.choose("Offline demo", 1)
        self.ask("make it orange")
        self.window.find('Cancel "make it orange"', "button")
        self.window.choose("Hangs", 2)
        self.ask("make it blue")
        self.window.find("Open Connections", "button")
        self.window.find("More", "toggle button").queryAction().doAction(0)
        self.all_are_reached(self.window.root)

    def test_every_control_of_the_connections_is_reached_with_tab(self):
        self.start()
        self.window.press("Connections")
        self.window.press("Add")
        self.window.find("OpenRouter", "menu item").queryAction().doAction(0)
        dialog = list(picture.above(self.window.find("Check", "button")))[-1]
        self.all_are_reached(dialog, dialog.name)

    def all_are_reached(self, root, title=TITLE):
        controls = [node for node in nodes(root) if is_control(node)]
        self.assertEqual([node.getRoleName() for node in controls if not name_of(node)], [])
        self.tab_through({name_of(node) for node in controls if is_stop(node)}, title)

    def tab_through(self, wanted, title):
        """Presses Tab until all of them have had the focus."""
        def forget(event):
            # What had it may be gone by now.
            with contextlib.suppress(GLib.GError):
                if event.detail1:
                    wanted.discard(name_of(event.source))
        pyatspi.Registry.registerEventListener(forget, FOCUS_EVENT)
        self.addCleanup(pyatspi.Registry.deregisterEventListener, forget, FOCUS_EVENT)
        live_gimp.activate(title)
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
    return node.getRoleName() in ("frame", "dialog") or (
        has(node, pyatspi.STATE_VISIBLE) and is_visible(node.parent))


def is_control(node):
    role = node.getRoleName()
    return (has(node, pyatspi.STATE_FOCUSABLE, pyatspi.STATE_SENSITIVE) and is_visible(node)
            and role not in ("scroll pane", "split pane", "frame", "separator", "menu item", "menu",
                             "panel", "info bar"))


def is_stop(node):
    """Whether Tab should stop at it; the arrow keys go on from what is chosen among several."""
    chosen = {"radio button": pyatspi.STATE_CHECKED, "list item": pyatspi.STATE_SELECTED}
    state = chosen.get(node.getRoleName())
    return has(node, pyatspi.STATE_SHOWING) and (state is None or has(node, state))


if __name__ == "__main__":
    rig.main("1280x900")
