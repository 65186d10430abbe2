# SPDX-License-Identifier: GPL-3.0-or-later
"""Many edits by a script in one GIMP, faults mixed in: nothing is left behind by any of them.

GIMP's own memory is measured; the plug-in is a process for each call, so of it the most that
one call took is compared between the beginning and the end, and that none is left.
"""

from ground import ground
from processes import slope

SECONDS_EACH = 3
# Of the edits, until caches are full and fonts and modules are loaded; GIMP 3.2 takes 5 MiB in
# two steps within its first hundred edits and nothing after that.
WARM_UP = 0.3
WARM_UP_EDITS = 120
WARM_UP_KIB = 10240
# GIMP keeps something of each procedure call, and the heap grows in steps. A leak of one
# picture of 96 x 72 (its layer and mask) would be 34 KiB.
GIMP_KIB_AN_EDIT = 8.0
# Of the most that a call took in the second half, against the first: chance sends pictures of
# other sizes.
PLUG_IN_GROWTH = 1.1


def measure(arguments, tally):
    with ground(arguments) as place:
        told = place.run("edits_in_gimp", {"edits": arguments.edits, "seed": arguments.seed},
                         60 + SECONDS_EACH * arguments.edits)
        left = [str(path) for path in (place.folder / "tmp").rglob("*") if path.is_file()]
    samples = [entry["sample"] for entry in told if "sample" in entry]
    counts = next(entry["counts"] for entry in told if "counts" in entry)
    failed = sum(count for name, count in counts.items() if name != "good")
    tally.figure(f"{sum(counts.values())} edits, {failed} of them with {len(counts) - 1} faults")
    tally.take(told)
    warm = [sample for sample in samples if sample["edit"] >= WARM_UP * arguments.edits]
    judge(tally, samples[0], warm)
    tally.claim(not left, f"left in the folder for temporary files: {left}")
    tally.claim(not place.crashes, f"crashes and warnings: {place.crashes}")


def judge(tally, first, warm):
    last = warm[-1]
    tally.at_most("GIMP's memory grew by", last["gimp_kib"] - first["gimp_kib"],
                  WARM_UP_KIB + GIMP_KIB_AN_EDIT * last["edit"], " KiB in all")
    steady = [(one["edit"], one["gimp_kib"]) for one in warm if one["edit"] >= WARM_UP_EDITS]
    if len(steady) > 1:
        tally.at_most("and then", slope(steady), GIMP_KIB_AN_EDIT, " KiB an edit")
    peaks = [sample["plug_in_kib"] for sample in warm]
    first_half, second_half = max(peaks[: len(peaks) // 2]), max(peaks[len(peaks) // 2 :])
    tally.at_most(f"the plug-in's peak is {second_half / 1024:.0f} MiB, grown by the factor",
                  second_half / first_half, PLUG_IN_GROWTH)
    for what in ("images", "descriptors", "sockets", "processes", "zombies", "swap"):
        most = max(sample[what] for sample in warm)
        tally.figure(f"{what} {first[what]} -> {last[what]}")
        tally.claim(last[what] <= first[what] and most <= first[what],
                    f"{what}: {first[what]} at first, {most} at most, {last[what]} at last")
