# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits in one window of one GIMP, faults and cancelling mixed in: its process does not grow.

On a screen of its own, used as a screen reader does (window_edits.py). A fifth of --edits.
"""

import screen

SECONDS_EACH = 4
SHARE = 5
# A result stays in the window as a small picture and what was said; whoever kept the result
# itself would keep 350 KiB and more.
KIB_AN_EDIT = 48.0
GIMP_KIB_AN_EDIT = 64.0


def measure(arguments, tally):
    screen.run("window_edits.py", arguments, tally, 120 + SECONDS_EACH * arguments.edits // SHARE)
