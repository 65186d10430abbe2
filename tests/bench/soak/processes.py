# SPDX-License-Identifier: GPL-3.0-or-later
"""What /proc tells of processes."""

import contextlib
import os
from pathlib import Path


def stat_fields(pid):
    """Behind the name: the state, the parent..."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def name_of(pid):
    return Path(f"/proc/{pid}/comm").read_text().strip()


def children(pid):
    """(number, name, state) of those that are there, zombies too."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, parent = stat_fields(place.name)[:2]
            if int(parent) == pid:
                found.append((int(place.name), name_of(place.name), state))
    return found


def plug_in(gimp):
    """The number of the plug-in's process that runs; 0: none does."""
    # Quicker than children(), for who looks a thousand times a second.
    with contextlib.suppress(OSError):
        for child in Path(f"/proc/{gimp}/task/{gimp}/children").read_text().split():
            with contextlib.suppress(OSError):
                if name_of(child) == "wordbrush" and stat_fields(child)[0] != "Z":
                    return int(child)
    return 0


def memory(pid, what="VmRSS"):
    """KiB; VmHWM is the most there ever was."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(what + ":"):
            return int(line.split()[1])
    return 0


def descriptors(pid):
    """(all, those that are sockets)"""
    opened = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            opened.append(os.readlink(link))
    return len(opened), sum(target.startswith("socket:") for target in opened)


def slope(points):
    """Of the straight line that fits (x, y) best."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0
