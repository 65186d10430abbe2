# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's part of keyring.py: window_keyring.py WORDBRUSH -- MODEL PHOTOGRAPH REPORT ..."""

import time

from keyrings import stopped
from window_room import claim, room, say, wait_for

CANCEL = 'Cancel "make it slow"'
USABLE_S = 10  # however slow the keyring is


def main():
    with room(lambda model: {"Mine": model.url("edit=tint")}) as stage:
        with stopped() as go_on:
            start = time.monotonic()
            stage.open_window()
            taken = time.monotonic() - start
            claim(taken < USABLE_S, f"the window was there after {taken:.1f} s")
            stage.ask("make it slow")
            stage.window.find(CANCEL, "button")
            # It hears the user meanwhile.
            stage.window.press(CANCEL)
            wait_for(lambda: stage.window.found(CANCEL, "button") is None, "end of the request")
            claim(not stage.model.requests(), "something was sent")
            stage.ask("make it slow")
            stage.window.find(CANCEL, "button")
            go_on()
            stage.window.find("Result 1", "list item")
        say(figure=f"a window with a keyring that is silent: there after {taken:.1f} s, cancels, "
                   "and goes on when it answers")
        stage.close_window()


main()
