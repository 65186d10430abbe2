#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each button of an error does what it says: trouble_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import gi
import live_gimp
import rig
from rig import wait_for
from shared_gimp import SharedTest
from stalling_server import fault_server

# Of no shape that a key is known by.
SECRET = "correct-horse-battery-9"
WORDS = "I will not make this picture."
ROWS = {
    "telltale": fault_server.error("400 Bad Request", f"The key {SECRET} may not paint this."),
    "balance": fault_server.error("402 Payment Required", "Your balance is used up."),
}


class TroubleTest(SharedTest):
    """The prompt stays, the document too, whatever goes wrong."""

    @classmethod
    def addresses(cls):
        cls.server = fault_server.FaultServer(ROWS)
        cls.addClassCleanup(cls.server.close)
        addresses = {name: cls.server.url(name) for name in ROWS}
        # What is refused is refused once, so that trying again is seen to do it.
        addresses |= {name: cls.model.url(scenario) for name, scenario in {
            "stumbles": "status=500,times=1,edit=tint",
            "busy": "status=429,times=3,edit=tint",
            "stranger": "status=401",
            "narrow": "status=413,times=1,edit=tint",
            "refuses": "reply=refusal"}.items()}
        addresses["asleep"] = f"http://127.0.0.1:{live_gimp.free_port()}/v1"
        cls.save_key("telltale", addresses["telltale"])
        return addresses

    @classmethod
    def save_key(cls, name, address):
        (cls.folder / "wordbrush").mkdir(mode=0o700)
        file = cls.folder / "wordbrush" / "keys.ini"
        file.write_text(f"[key 1]\nconnection={name}\nhost={address.split('/')[2]}\nkey={SECRET}\n",
                        encoding="utf-8")
        file.chmod(0o600)

    def fail_with(self, connection, sentence, button):
        """Asks, and is told that, with that one button; the button's label may go on."""
        self.prompt = f"make it {connection}"
        self.use(connection)
        self.ask(self.prompt)
        self.window.find_starting(sentence, "notification")
        [label] = self.buttons()
        self.assertTrue(label.startswith(button), label)
        self.assertEqual(self.prompt_text(), self.prompt)
        self.unchanged()

    def comes(self, count):
        """The request that now succeeds; it was sent `count` times."""
        wait_for(lambda: len(self.model.requests()) == count, f"{count} requests")
        self.window.find_starting("Result ", "list item")
        wait_for(lambda: self.window.found(f'Cancel "{self.prompt}"', "button") is None, "end")
        self.assertIsNone(self.window.found("Try Again", "button"))
        self.unchanged()

    def test_try_again_sends_the_same(self):
        self.fail_with("stumbles", "The service failed", "Try Again")
        self.window.press("Try Again")
        self.comes(2)
        first, second = self.lengths()
        self.assertEqual(first, second)

    def test_a_busy_service_is_asked_again_when_the_seconds_are_over(self):
        self.fail_with("busy", "The service asks to wait", "Try Again in ")
        self.assertIsNone(self.window.found("Try Again", "button"))
        wait_for(lambda: self.window.found("Try Again", "button"), "end of the countdown")
        self.window.press("Try Again")
        self.comes(4)

    def test_what_is_too_large_is_sent_smaller(self):
        self.fail_with("narrow", "The picture is too large for the service",
                       "Send a Smaller Picture")
        self.window.press("Send a Smaller Picture")
        self.comes(2)
        first, second = self.lengths()
        self.assertLess(second, first / 2)
        self.assertEqual(self.model.requests()[1]["pictures"][0]["mime"], "image/jpeg")

    def lengths(self):
        """Of the requests' bodies; the model does not read those that it refuses."""
        return [int(request["headers"]["content-length"]) for request in self.model.requests()]

    def test_the_models_words_are_shown(self):
        self.fail_with("refuses", f"The model refused: {WORDS}", "Show the Model's Words")
        self.window.press("Show the Model's Words")
        self.window.find("The model's words", "label")
        self.window.find(WORDS, "label")
        self.window.press("Close")

    def test_connections_are_opened_where_a_key_is_wrong(self):
        self.fail_with("stranger", "The service does not accept the key", "Open Connections")
        self.connections_open()

    def test_connections_are_opened_where_an_account_is_empty(self):
        self.fail_with("balance", "There is no credit left", "Open Connections")
        self.connections_open()

    def connections_open(self):
        self.window.press("Open Connections")
        self.window.find("Address:", "text")
        self.window.press("Close")

    def test_details_are_copied_without_secrets(self):
        self.fail_with("telltale", "The service refuses the request", "Copy Details")
        self.assertIn(f"Authorization: Bearer {SECRET}", self.server.heads[-1])
        self.window.press("Copy Details")
        copied = wait_for(self.clipboard, "copied text")
        self.assertIn("[bad_request] The service refuses the request: The key", copied)
        self.assertIn(self.server.url("telltale").split("/")[2], copied)
        self.assertNotIn(SECRET, copied)

    def clipboard(self):
        # GTK looks for the screen when it is imported, and there was none yet.
        gi.require_version("Gdk", "3.0")
        gi.require_version("Gtk", "3.0")
        from gi.repository import Gdk, Gtk
        return Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).wait_for_text()

    def test_a_service_that_is_not_there_leaves_everything(self):
        self.fail_with("asleep", "127.0.0.1 refused the connection.", "Try Again")


if __name__ == "__main__":
    rig.main("1280x900")
