# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person would see and do: pixels of the screen, keys and the mouse."""

import functools
import subprocess
import time

import pyatspi

TIMEOUT_S = 60
ALIKE = 30  # of 765


def do(*command):
    """Keys or the mouse; the time before, which counts the tool's own few milliseconds."""
    start = time.monotonic()
    subprocess.run(["xdotool", *map(str, command)], check=True, timeout=TIMEOUT_S)
    return start


def middle_of(node):
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return place.x + place.width // 2, place.y + place.height // 2


@functools.cache
def root_window():
    # GDK looks for the screen as soon as it is loaded.
    import gi
    gi.require_version("Gdk", "3.0")
    from gi.repository import Gdk
    return Gdk, Gdk.get_default_root_window()


def color_at(place, reach):
    """The mean color of a square, `reach` pixels to each side of that place."""
    gdk, root = root_window()
    (x, y), side = place, 2 * reach + 1
    pixbuf = gdk.pixbuf_get_from_window(root, x - reach, y - reach, side, side)
    rows, stride = pixbuf.get_pixels(), pixbuf.get_rowstride()
    count = side * side
    return tuple(sum(sum(rows[y * stride + channel:y * stride + 3 * side:3]) for y in range(side))
                 / count for channel in range(3))


def distance(one, other):
    return sum(abs(a - b) for a, b in zip(one, other))


def wait_for_color(place, wanted, reach):
    """The time at which the screen has it."""
    end = time.monotonic() + TIMEOUT_S
    while time.monotonic() < end:
        if distance(color_at(place, reach), wanted) <= ALIKE:
            return time.monotonic()
        time.sleep(0.001)
    raise AssertionError(f"the screen shows {color_at(place, reach)} at {place}, not {wanted}")
