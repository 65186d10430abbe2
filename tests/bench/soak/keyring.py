# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's keyring: there, slow, silent, locked, and not there at all.

It is the real one, on a bus of its own; it is slow and silent while it is stopped.
"""

import sys

import screen
from ground import ground

SECONDS = 200
WINDOW_SECONDS = 200
MODES = ("unlocked", "locked", "none")


def measure(arguments, tally):
    with_keyring = str(screen.TESTS / "settings" / "with_keyring.py")
    for mode in MODES:
        with ground(arguments) as place:
            told = place.run("keyring_in_gimp", {"mode": mode}, SECONDS,
                             (sys.executable, with_keyring, mode))
            tally.take(told)
            tally.claim(not place.crashes, f"{mode}: crashes and warnings: {place.crashes}")
    screen.run("window_keyring.py", arguments, tally, WINDOW_SECONDS, keyring="unlocked")
