#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompt pane by itself, by keyboard: prompt_test.py PROMPT_PLUGIN"""

import configparser
import json
import subprocess

import rig

CLAUSE = "Change only what is asked for. Keep everything else exactly as it is."
PROMPTS = ["make the sky orange", "replace the man by a lamp post", "remove the power lines"]


class PromptTest(rig.ScreenTest):
    def setUp(self):
        super().setUp()
        (self.folder / "wordbrush").mkdir()

    def show(self, *prompts):
        lines = "".join(prompt + "\n" for prompt in prompts)
        (self.folder / "wordbrush" / "prompts").write_text(lines, encoding="utf-8")
        window = self.run_script("(plug-in-prompt-pane #:run-mode RUN-INTERACTIVE)", "prompt")
        self.focus("Prompt")
        self.prompt = window.find("What should change?", "text")
        return window

    def focus(self, title):
        """There is no window manager that would do it."""
        found = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{title}$"],
            check=True, capture_output=True, text=True, timeout=rig.WAIT_S)
        subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[0]], check=True,
                       timeout=rig.WAIT_S)

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--delay", "20", *names], check=True)

    def write(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def expect(self, text):
        read = lambda: self.prompt.queryText().getText(0, -1)
        try:
            rig.wait_for(lambda: read() == text, "such prompt")
        except AssertionError:
            self.assertEqual(read(), text)

    def end(self, window, text):
        self.expect(text)
        window.press("Close")
        return window.wait_until_gone()

    def presets(self):
        file = configparser.ConfigParser(interpolation=None)
        file.read(self.folder / "wordbrush" / "presets.ini", encoding="utf-8")
        return {file[group]["name"]: file[group]["text"] for group in file.sections()}

    def open_menu(self, window, item):
        window.press("Presets")
        window.find(item, "menu item").queryAction().doAction(0)

    def test_what_is_sent_is_what_is_seen(self):
        window = self.show()
        self.write("make it red")
        self.expect("make it red")
        self.keys("ctrl+Return")
        window.find("Add a sentence to the prompt", "check box").queryAction().doAction(0)
        self.keys("ctrl+Return", "Return")
        output = self.end(window, "make it red\n")
        self.assertIn(f"sent=make it red\\n\\n{CLAUSE}\n", output)
        self.assertIn("sent=make it red\n", output)
        self.assertIn(f"no clause={CLAUSE}\n", output)

    def test_the_clause_is_edited(self):
        window = self.show()
        self.write("red")
        window.type("Sentence added to the prompt", "Nothing else.")
        self.keys("ctrl+Return")
        output = self.end(window, "red")
        self.assertIn("clause=Nothing else.\n", output)
        self.assertIn("sent=red\\n\\nNothing else.\n", output)

    def test_typing_is_undone_and_redone(self):
        self.show()
        self.write("one two")
        self.expect("one two")
        self.keys("ctrl+z")
        self.expect("one ")
        self.keys("ctrl+shift+z")
        self.expect("one two")
        self.keys("ctrl+z", "ctrl+z", "ctrl+y")
        self.expect("one ")

    def test_earlier_prompts_are_walked_through(self):
        self.show(*PROMPTS)
        self.write("typed")
        self.keys("alt+Up", "alt+Up")
        self.expect(PROMPTS[1])
        self.keys("alt+Up", "alt+Up")
        self.expect(PROMPTS[2])
        self.keys("alt+Down", "alt+Down", "alt+Down", "alt+Down")
        self.expect("typed")

    def test_what_was_sent_is_the_newest(self):
        self.show(*PROMPTS)
        self.write("sent")
        self.keys("ctrl+Return", "alt+Up", "alt+Up")
        self.expect(PROMPTS[0])

    def test_an_earlier_prompt_is_found_by_its_words(self):
        window = self.show(*PROMPTS)
        self.keys("alt+h")
        window.find("Words in the prompt", "text")
        window.find(PROMPTS[0], "list item")
        self.write("POST man")
        rig.wait_for(lambda: self.shown_prompts(window) == [PROMPTS[1]], "one prompt only")
        self.keys("Return")
        self.expect(PROMPTS[1])
        self.keys("ctrl+z")
        self.expect("")

    def shown_prompts(self, window):
        return [rig.name_of(node) for node in rig.nodes(window.root)
                if node.getRoleName() == "list item"
                and node.getState().contains(rig.pyatspi.STATE_SHOWING)]

    def test_an_at_offers_names(self):
        window = self.show()
        self.write("like @sk")
        window.find("Sky layer", "table cell")
        self.keys("Return")
        self.expect("like image 2")
        self.write(" and @layer #4")
        window.find("Layer #40", "table cell")
        self.keys("Down", "Down", "Up", "Return")
        self.expect("like image 2 and layer 40")
        self.keys("ctrl+z")
        self.expect("like image 2 and @layer #4")

    def test_an_at_is_only_an_at_after_escape(self):
        window = self.show()
        self.write("@sk")
        window.find("Sky layer", "table cell")
        self.keys("Escape", "y", "Return", "x")
        self.expect("@sky\nx")

    def test_names_of_any_script_are_offered(self):
        window = self.show()
        self.write("x")
        self.expect("x")
        self.prompt.queryEditableText().insertText(1, "像@天", len("像@天".encode()))
        window.find("天空", "table cell")
        self.keys("Return")
        self.expect("x像image 3")

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
        window = self.show()
        self.write("paint it blue")
        self.expect("paint it blue")
        self.open_menu(window, "Save as Preset...")
        self.focus("Presets")
        self.write("Blue")
        self.keys("Return")
        rig.wait_for(lambda: self.presets() == {"Blue": "paint it blue"}, "saved preset")
        self.focus("Prompt")
        self.keys("ctrl+a", "Delete")
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
        place = rig.wait_for(lambda: self.focused_entry(window), "place to type a file name")
        self.write(str(shared))
        rig.wait_for(lambda: place.queryText().getText(0, -1) == str(shared), "file name")
        rig.wait_for(lambda: window.is_sensitive("Import"), "way to import")
        window.press("Import")
        window.find("2 presets imported: 1 new, 1 changed, 0 as before.", "label")
        self.assertEqual(self.presets(),
                         {"雪": "Make it snow.", "Turn into Line Art": "Draw it."})
        window.find("雪", "list item")

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

    def test_everything_is_reached_by_tab(self):
        window = self.show()
        reached = []
        for _ in range(7):
            reached.append(rig.wait_for(lambda: self.focused(window, reached), "focus"))
            self.keys("Tab")
        self.assertEqual(set(reached), {
            "What should change?", "Add a sentence to the prompt", "Sentence added to the prompt",
            "History", "Presets", "Close", "What should change? again"})

    def focused(self, window, reached):
        for node in rig.nodes(window.root):
            if node.getState().contains(rig.pyatspi.STATE_FOCUSED):
                name = rig.name_of(node)
                if not reached or name != reached[-1]:
                    return name + " again" if name in reached else name
        return None

    def test_every_control_has_a_name(self):
        window = self.show(*PROMPTS)
        self.check_names(window)
        self.keys("alt+h")
        window.find(PROMPTS[0], "list item")
        self.check_names(window)
        self.keys("Escape")
        self.open_menu(window, "Manage Presets...")
        window.find("Name:", "text")
        self.check_names(window)

    def check_names(self, window):
        nameless = [node.getRoleName() for node in rig.nodes(window.root)
                    if node.getRoleName() in rig.CONTROLS and not rig.name_of(node)
                    and node.getState().contains(rig.pyatspi.STATE_FOCUSABLE)
                    and node.getState().contains(rig.pyatspi.STATE_SHOWING)]
        self.assertEqual(nameless, [])


if __name__ == "__main__":
    rig.main()
