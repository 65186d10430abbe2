# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug-in killed at random moments of an edit: all or nothing, and what is paid is there.

Moments are taken from the whole life of its process, from the time after the answer's last
byte, and, with a library that is loaded before it, exactly where something comes about.
"""

from ground import ground

SECONDS_EACH = 8


def measure(arguments, tally):
    with ground(arguments) as place:
        task = {"kills": arguments.kills, "seed": arguments.seed}
        told = place.run("kills_in_gimp", task, 120 + SECONDS_EACH * arguments.kills,
                         env=place.preload("interfere"))
        tally.take(told)
        killed = next(entry["killed"] for entry in told if "killed" in entry)
        crashed = [line for line in place.crashes if "Plug-in crashed" in line]
        # Who is killed before it has said hello has not crashed.
        tally.claim(len(crashed) <= killed, f"{len(crashed)} crashes after {killed} kills")
        others = [line for line in place.crashes if line not in crashed]
        tally.claim(not others, f"warnings: {others}")
