# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full: the plug-in's folder is a file system of its own, of one MiB."""

import os

from ground import ground

SECONDS = 100
SIZE = "1m"
MOUNT = 'mkdir -p "$0" && mount -t tmpfs -o size={size},mode=0700 none "$0" && exec "$@"'


def measure(arguments, tally):
    with ground(arguments) as place:
        namespace = ("unshare", "-m") if os.geteuid() == 0 else ("unshare", "-Urm")
        wrap = (*namespace, "sh", "-c", MOUNT.format(size=SIZE), str(place.profile))
        tally.take(place.run("disk_in_gimp", {}, SECONDS, wrap, place.preload("interfere")))
        tally.claim(not place.crashes, f"crashes and warnings: {place.crashes}")
