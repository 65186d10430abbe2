#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP after GIMP, and two at once: several_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import configparser

import live_gimp
import rig
from rig import wait_for

PROMPTS = ("make it orange", "make it brighter")


class SeveralTest(live_gimp.LiveTest):
    def begin(self, folder, name):
        """A GIMP with the window on an image of that name."""
        gimp = live_gimp.Gimp(folder, name=name)
        self.addCleanup(gimp.close)
        gimp.open(self.PHOTO, name=name)
        return gimp, self.window_of(gimp)

    def window_of(self, gimp):
        gimp.choose_menu_item(live_gimp.EDIT_MENU_ITEM)
        [plug_in] = wait_for(gimp.plug_ins, "plug-in")
        return rig.Program("wordbrush", process=plug_in)

    def ask_in(self, window, prompt):
        window.type("What should change?", prompt)
        wait_for(lambda: window.is_sensitive("Edit"), "button to press")
        window.press("Edit")

    def quit(self, gimp):
        gimp.choose_menu_item("Quit")
        gimp.process.wait(rig.WAIT_S)

    def test_results_are_there_again_after_a_restart(self):
        self.connect(self.model.url("edit=tint"))
        gimp, window = self.begin(self.folder, "photo")
        self.ask_in(window, PROMPTS[0])
        window.find("Result 1", "list item")
        self.quit(gimp)
        gimp, window = self.begin(self.folder, "photo")
        self.assertEqual(len(self.model.requests()), 1)
        window.press("Results")
        window.find("Result 1", "list item")
        window.find("Results", "table").querySelection().selectChild(0)
        wait_for(lambda: window.is_sensitive("Apply"), "result to apply")
        self.assertEqual(gimp.layers(), ["Background"])
        window.press("Apply")
        wait_for(lambda: gimp.layers() == [PROMPTS[0], "Background"], "layer")
        gimp.undo()
        wait_for(lambda: gimp.layers() == ["Background"], "undone layer")
        self.assertFalse(gimp.is_dirty())

    def test_two_gimps_with_a_profile_each(self):
        self.both(self.folder / "first", self.folder / "second")

    def test_two_gimps_share_a_profile(self):
        self.both(self.folder, self.folder)
        prompts = (self.folder / "wordbrush" / "prompts").read_text(encoding="utf-8").split("\n")
        self.assertEqual({*PROMPTS} - {*prompts}, set())
        # Nobody has written into the other's file.
        for name in ("connections.ini", "window.ini"):
            file = configparser.ConfigParser(interpolation=None)
            file.read(self.folder / "wordbrush" / name)
            self.assertTrue(file.sections(), name)

    def both(self, *folders):
        """Each asks for something while the other waits, and gets just that."""
        url = self.model.url("edit=tint,slow=release")
        running = []
        for folder, name in zip(folders, ("one", "two")):
            folder.mkdir(exist_ok=True)
            if not (folder / "wordbrush").exists():
                live_gimp.save_connections(folder, {"Scripted": url})
            running.append(self.begin(folder, name))
        for (_, window), prompt in zip(running, PROMPTS):
            self.ask_in(window, prompt)
        wait_for(lambda: len(self.model.requests()) == 2, "two requests")
        self.model.release()
        for (gimp, window), prompt in zip(running, PROMPTS):
            window.find("Result 1", "list item")
            self.assertIsNone(window.found("Result 2", "list item"))
            window.press("Apply")
            wait_for(lambda gimp=gimp, prompt=prompt: gimp.layers() == [prompt, "Background"],
                     "layer")
        for gimp, _ in running:
            gimp.script.run("(gimp-image-clean-all image)")
            self.quit(gimp)


if __name__ == "__main__":
    rig.main("1280x900")
