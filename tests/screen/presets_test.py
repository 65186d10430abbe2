#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presets of the prompt pane: presets_test.py PROMPT_PLUGIN"""

import configparser
import json

import rig
from prompt_rig import PromptTest


class PresetsTest(PromptTest):
    def presets(self):
        file = configparser.ConfigParser(interpolation=None)
        file.read(self.folder / "wordbrush" / "presets.ini", encoding="utf-8")
        return {file[group]["name"]: file[group]["text"] for group in file.sections()}

    def show_with_preset(self):
        """The pane, from whose prompt a preset was made."""
        window = self.show()
        self.write("paint it blue")
        self.expect("paint it blue")
        self.open_menu(window, "Save as Preset...")
        self.focus("Presets")
        self.write("Blue")
        self.keys("Return")
        rig.wait_for(lambda: self.presets() == {"Blue": "paint it blue"}, "saved preset")
        self.focus("Prompt")
        return window

    def test_a_preset_takes_the_prompt_in(self):
        window = self.show()
        self.write("a storm")
        self.expect("a storm")
        self.open_menu(window, "Replace the Sky")
        self.expect("Replace the sky with this one: a storm\n"
                    "Let the light on everything else fit it.")
        self.keys("ctrl+z")
        self.expect("a storm")

    def test_the_prompt_becomes_a_preset(self):
        window = self.show_with_preset()
        # The dialog may still be there and have the focus.
        self.prompt.queryEditableText().setTextContents("")
        self.open_menu(window, "Blue")
        self.expect("paint it blue")

    def test_what_cannot_be_saved_keeps_the_presets_open_until_closed_again(self):
        window = self.show()
        self.open_menu(window, "Manage Presets...")
        window.press("Add")
        window.type("Name:", "No text")
        self.focus("Presets")
        self.keys("Escape")
        window.find("A preset needs a text. Close again to leave without saving it.", "label")
        self.keys("Escape")
        rig.wait_for(lambda: len(window.root) == 1, "end of the dialog")
        self.assertEqual(self.presets(), {})

    def test_presets_are_imported(self):
        shared = self.folder / "shared.json"
        shared.write_text(json.dumps({
            "format": "wordbrush-presets", "version": 1,
            "presets": [{"name": "雪", "text": "Make it snow."},
                        {"name": "Turn into Line Art", "text": "Draw it."}]}), encoding="utf-8")
        window = self.show()
        self.open_menu(window, "Manage Presets...")
        window.press("Import...")
        self.focus("Import Presets")
        self.keys("ctrl+l")
        self.name_file(window, shared)
        rig.wait_for(lambda: window.is_sensitive("Import"), "way to import")
        window.press("Import")
        window.find("2 presets imported: 1 new, 1 changed, 0 as before.", "label")
        self.assertEqual(self.presets(),
                         {"雪": "Make it snow.", "Turn into Line Art": "Draw it."})
        window.find("雪", "list item")

    def name_file(self, window, path):
        place = rig.wait_for(lambda: self.focused_entry(window), "place to type a file name")
        place.queryEditableText().setTextContents(str(path))
        rig.wait_for(lambda: place.queryText().getText(0, -1) == str(path), "file name")

    def focused_entry(self, window):
        for node in rig.nodes(window.root):
            if node.getRoleName() == "text" and node.getState().contains(rig.pyatspi.STATE_FOCUSED) \
                    and rig.name_of(node) != "What should change?":
                return node
        return None

    def test_damaged_presets_are_told_in_the_menu(self):
        (self.folder / "wordbrush" / "presets.ini").write_text("damaged")
        window = self.show()
        window.press("Presets")
        file = self.folder / "wordbrush" / "presets.ini"
        window.find(f"{file} is damaged. Repair it, or move it away to start anew.", "menu item")

    def test_presets_are_exported(self):
        window = self.show_with_preset()
        shared = self.folder / "exported.json"
        self.open_menu(window, "Manage Presets...")
        window.press("Export...")
        self.focus("Export Presets")
        self.name_file(window, shared)
        window.press("Export")
        rig.wait_for(shared.exists, "exported file")
        exported = json.loads(shared.read_text(encoding="utf-8"))
        self.assertEqual(exported["format"], "wordbrush-presets")
        self.assertIn({"name": "Blue", "text": "paint it blue"}, exported["presets"])


if __name__ == "__main__":
    rig.main()
