#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompt pane by itself, by keyboard: prompt_test.py PROMPT_PLUGIN"""

import os
import unittest
from pathlib import Path
from unittest import mock

import rig
from prompt_rig import PromptTest

CLAUSE = "Change only what is asked for. Keep everything else exactly as it is."
has_dictionary = Path("/usr/share/hunspell/en_US.dic").exists() and "gspell" in rig.arguments
PROMPTS = ["make the sky orange", "replace the man by a lamp post", "remove the power lines"]


class PaneTest(PromptTest):
    def end(self, window, text):
        self.expect(text)
        window.press("Close")
        return window.wait_until_gone()

    def test_what_is_sent_is_what_is_seen(self):
        window = self.show()
        self.write("make it red")
        self.expect("make it red")
        self.keys("ctrl+Return")
        # Keys come another way than what AT-SPI does, and may come later.
        window.wait_until_printed("sent=")
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

    def show_in(self, **languages):
        with mock.patch.dict(os.environ, languages):
            return self.show()

    def misspelt(self):
        """The marked words of the prompt."""
        text = self.prompt.queryText()
        marked, at = [], 0
        while at < text.characterCount:
            attributes, start, end = text.getAttributeRun(at, False)
            if any(name.startswith("underline:") for name in attributes):
                marked.append(text.getText(start, end))
            at = max(end, at + 1)
        return marked

    @unittest.skipUnless(has_dictionary, "no English dictionary, or built without gspell")
    def test_a_misspelt_word_is_marked_and_mended(self):
        window = self.show_in(LC_ALL="en_US.UTF-8", LANGUAGE="en_US")
        self.write("make the skyy red ")
        rig.wait_for(lambda: self.misspelt() == ["skyy"], "mark")
        self.keys(*["Left"] * 6, "Menu")
        self.suggestion(window).queryAction().doAction(0)
        self.expect("make the sky red ")
        rig.wait_for(lambda: self.misspelt() == [], "end of the mark")
        self.keys("ctrl+z")
        self.expect("make the skyy red ")

    def suggestion(self, window):
        return rig.wait_for(
            lambda: next(node for node in rig.nodes(window.root)
                         if node.getRoleName() == "menu item" and node.name == "sky"),
            "suggestion")

    def test_without_a_dictionary_nothing_is_marked_nor_said(self):
        window = self.show_in(LC_ALL="en_US.UTF-8", LANGUAGE="zh_CN")
        self.write("make the skyy red ")
        self.expect("make the skyy red ")
        self.assertEqual(self.misspelt(), [])
        output = self.end(window, "make the skyy red ")
        self.assertNotIn("spell", output.lower())
        self.assertNotIn("enchant", output.lower())

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
        rig.wait_for(lambda: window.found("Words in the prompt", "text") is None, "end of the list")
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
