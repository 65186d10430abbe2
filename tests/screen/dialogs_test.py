#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs by themselves: dialogs_test.py DIALOGS_PLUGIN"""

import configparser

import rig


class DialogsTest(rig.ScreenTest):
    """The windows by themselves."""

    def show(self, procedure):
        return self.run_script(f"({procedure} #:run-mode RUN-INTERACTIVE)", "dialogs")

    def settings(self, name):
        file = configparser.ConfigParser(interpolation=None)
        file.read(self.folder / "wordbrush" / name)
        return file

    def test_a_connection_is_added_checked_and_used(self):
        window = self.show("plug-in-dialogs-connections")
        self.add(window, "Other Service")
        window.type("Name:", "My server")
        window.type("Address:", "http://localhost:8080/v1")
        window.type("API key:", "sk-typed", role="password text")
        window.press("Check")
        window.find("The connection works. The service lists 3 models, 2 for pictures. Left in the "
                    "account: 7.50, in the service's currency.", "label")
        self.assertEqual(window.find("API key:", "password text").queryText().characterCount, 0)
        window.press("Use")
        window.find("My server (in use)", "list item")
        window.press("Close")
        self.assertIn("connections closed: well", window.wait_until_gone())

        saved = self.settings("connections.ini")
        self.assertEqual(saved["connection 1"]["name"], "My server")
        self.assertEqual(saved["connection 1"]["base_url"], "http://localhost:8080/v1")
        self.assertEqual(saved["general"]["chosen"], "My server")
        key = self.settings("keys.ini")["key 1"]
        self.assertEqual((key["host"], key["key"]), ("localhost:8080", "sk-typed"))

    def add(self, window, service):
        window.press("Add")
        window.find(service, "menu item").queryAction().doAction(0)

    def test_a_well_known_service_wants_its_key_alone(self):
        window = self.show("plug-in-dialogs-connections")
        self.add(window, "OpenRouter")
        window.find("No key is saved. You can make one at openrouter.ai.", "label")
        key = window.find("API key:", "password text")
        rig.wait_for(lambda: key.getState().contains(rig.pyatspi.STATE_FOCUSED), "focus on the key")
        window.type("API key:", "sk-typed", role="password text")
        window.press("Use")
        window.find("OpenRouter (in use)", "list item")
        window.press("Close")
        window.wait_until_gone()
        saved = self.settings("connections.ini")["connection 1"]
        self.assertEqual(saved["base_url"], "https://openrouter.ai/api/v1")
        self.assertEqual(self.settings("keys.ini")["key 1"]["host"], "openrouter.ai")

    def test_models_for_other_things_are_shown_on_demand(self):
        window = self.show("plug-in-dialogs-connections")
        self.add(window, "LiteLLM")
        window.press("Check")
        box = window.find("Show all", "check box")
        models = window.find("Model:", "combo box")
        self.assertEqual(self.choices(models), ["gemini-3-pro-image-preview", "painter-2"])
        box.queryAction().doAction(0)
        rig.wait_for(lambda: len(self.choices(models)) == 3, "model for words")

    def choices(self, combo):
        return [node.name for node in rig.nodes(combo) if node.getRoleName() == "menu item"]

    def test_extra_headers_are_checked_and_saved(self):
        window = self.show("plug-in-dialogs-connections")
        self.add(window, "LiteLLM")
        window.find("Extra headers", "toggle button").queryAction().doAction(0)
        window.type("Extra headers", "Host: elsewhere")
        window.press("Use")
        window.find("The header Host is set by Wordbrush itself.", "label")
        window.type("Extra headers", "X-Title:Wordbrush\nX-Team: 7")
        window.press("Use")
        window.find("LiteLLM (in use)", "list item")
        window.press("Close")
        window.wait_until_gone()
        self.assertEqual(self.settings("connections.ini")["connection 1"]["headers"],
                         "X-Title: Wordbrush\\nX-Team: 7")

    def test_what_is_wrong_is_told(self):
        window = self.show("plug-in-dialogs-connections")
        self.add(window, "Other Service")
        window.type("Name:", "Bad")
        window.type("Address:", "https://bad.example/v1")
        window.press("Check")
        window.find("The service wants a key (Incorrect API key provided), and there is none.",
                    "label")

    def test_what_a_service_speaks_is_chosen_and_saved(self):
        window = self.show("plug-in-dialogs-connections")
        self.add(window, "Other Service")
        window.type("Name:", "My Gemini")
        window.type("Address:", "http://localhost:8080/v1beta")
        window.choose("What its address shows", 1)
        window.choose("As is usual there", 1)
        window.press("Use")
        window.find("My Gemini (in use)", "list item")
        window.press("Close")
        self.assertIn("connections closed: well", window.wait_until_gone())
        saved = self.settings("connections.ini")["connection 1"]
        self.assertEqual((saved["dialect"], saved["size_fields"]), ("gemini", "flat"))

    def test_what_cannot_be_saved_keeps_the_window_until_closed_again(self):
        window = self.show("plug-in-dialogs-connections")
        self.add(window, "Other Service")
        window.type("Address:", "no address")
        window.press("Close")
        window.find("This is no address. Close again to leave without saving it.", "label")
        window.press("Close")
        window.wait_until_gone()
        self.assertFalse((self.folder / "wordbrush" / "connections.ini").exists())

    def test_nothing_leaves_for_a_new_host_before_the_user_agrees(self):
        window = self.show("plug-in-dialogs-notice")
        window.find("Send to api.example.com?", "label")
        window.press("Cancel")
        self.assertIn("sends: no", window.wait_until_gone())
        window = self.show("plug-in-dialogs-notice")
        window.press("Send")
        self.assertIn("sends: yes", window.wait_until_gone())

    def test_every_control_has_a_name(self):
        for procedure in ("connections", "notice"):
            with self.subTest(procedure):
                window = self.show(f"plug-in-dialogs-{procedure}")
                nameless = [node.getRoleName() for node in rig.nodes(window.root)
                            if node.getRoleName() in rig.CONTROLS and not rig.name_of(node)
                            and node.getState().contains(rig.pyatspi.STATE_FOCUSABLE)
                            and node.getState().contains(rig.pyatspi.STATE_SHOWING)]
                self.assertEqual(nameless, [])
                window.close()
                rig.wait_for(lambda: window.find_window() is None, "end of the window")


if __name__ == "__main__":
    rig.main()
