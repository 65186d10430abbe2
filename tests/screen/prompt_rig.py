# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompt pane in a window of its own, used by keyboard."""

import subprocess

import rig


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
        rig.wait_for(lambda: self.is_focused(title), f"window named {title}")

    def is_focused(self, title):
        """False, too, where another window went while xdotool searched, which it fails by."""
        found = self.xdotool("search", "--sync", "--onlyvisible", "--name", f"^{title}$")
        return (found.returncode == 0 and self.xdotool(
            "windowfocus", "--sync", found.stdout.split()[0]).returncode == 0)

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], check=False, capture_output=True, text=True,
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

    def open_menu(self, window, item):
        window.press("Presets")
        window.find(item, "menu item").queryAction().doAction(0)
