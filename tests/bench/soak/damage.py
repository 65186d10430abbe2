# SPDX-License-Identifier: GPL-3.0-or-later
"""Each file of the plug-in damaged in many ways: a sentence or a default, nothing written over.

Scripts come across the connections, the keys and the answers on the disk; the rest is the
window's (window_damage.py).
"""

import os

import screen
from ground import ground
from ways import WAYS

SECONDS = 400
WINDOW_SECONDS = 500


def as_owner():
    """For root no file is out of reach."""
    if os.geteuid() != 0:
        return ()
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


def measure(arguments, tally):
    with ground(arguments) as place:
        told = place.run("damage_in_gimp", {"seed": arguments.seed}, SECONDS, as_owner(),
                         place.preload("interfere"))
        tally.figure(f"{len(WAYS)} ways")
        tally.take(told)
        tally.claim(not place.crashes, f"crashes and warnings: {place.crashes}")
    screen.run("window_damage.py", arguments, tally, WINDOW_SECONDS, as_owner())
