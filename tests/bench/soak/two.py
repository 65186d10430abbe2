# SPDX-License-Identifier: GPL-3.0-or-later
"""Two GIMPs at once with one profile: nothing of either is lost, nothing comes twice."""

from concurrent.futures import ThreadPoolExecutor

from ground import ground

SECONDS = 200
EDITS = 12
CONNECTIONS = 12
NAMES = ("Left", "Right")


def measure(arguments, tally):
    with ground(arguments) as place:
        def run(name):
            task = {"name": name, "others": NAMES, "edits": EDITS, "connections": CONNECTIONS}
            return place.run("two_in_gimp", task, SECONDS, env=place.preload("interfere"))

        with ThreadPoolExecutor(len(NAMES)) as pool:
            told = [entry for entries in pool.map(run, NAMES) for entry in entries]
        tally.take(told)
        recovered = [answer for entry in told for answer in entry.get("recovered", [])]
        wanted = sorted(f"{name} {number}" for name in NAMES for number in range(EDITS))
        tally.claim(sorted(recovered) == wanted,
                    f"{len(recovered)} recovered, {len(set(recovered))} of {len(wanted)} different")
        tally.figure(f"2 GIMPs; {len(wanted)} answers kept by both, each recovered once")
        after = place.run("two_in_gimp", {"name": "", "others": NAMES, "connections": CONNECTIONS},
                          SECONDS)
        tally.take(after)
        tally.claim(not place.crashes, f"crashes and warnings: {place.crashes}")
