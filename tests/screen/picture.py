# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the screen, and what is wrong with the text that is seen in them."""

import subprocess
from collections import Counter
from dataclasses import dataclass

import pyatspi
from rig import name_of, nodes, wait_for

LEAST_CONTRAST = 4.5
# Frames that have to be alike, and after how many a bar that moves is no reason to wait.
ALIKE, MOST_FRAMES = 3, 15
TEXTS = ("label", "notification")


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height

    def reaches_out_of(self, other, sides="xy"):
        """By more than the pixel that rounding may take."""
        return ("x" in sides and (self.x < other.x - 1 or self.right > other.right + 1)
                or "y" in sides and (self.y < other.y - 1 or self.bottom > other.bottom + 1))


def box_of(node):
    return Box(*node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS))


def luminance(color):
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (value / 255 for value in color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


class Picture:
    """What the screen shows once it rests."""

    def __init__(self, size, scale=1):
        self.width, self.height = map(int, size.split("x"))
        self.scale = scale
        frames = []

        def is_still():
            frames.append(subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"],
                                         check=True, capture_output=True).stdout)
            return (len(frames) >= ALIKE and len(set(frames[-ALIKE:])) == 1
                    or len(frames) >= MOST_FRAMES)
        wait_for(is_still, "rest")
        self.pixels = frames[-1]

    def save(self, path):
        subprocess.run(["convert", "-size", f"{self.width}x{self.height}", "-depth", "8", "rgb:-",
                        "-quality", "15", path], input=self.pixels, check=True)

    def save_part(self, path, box, width):
        """What is in the box, as a JPEG that is so wide."""
        subprocess.run(["convert", "-size", f"{self.width}x{self.height}", "-depth", "8", "rgb:-",
                        "-crop", f"{box.width}x{box.height}+{box.x}+{box.y}", "+repage",
                        "-resize", f"{width}x>", "-strip", "-quality", "88", path],
                       input=self.pixels, check=True)

    def colors(self, box):
        """How often each is seen in a box of the desktop's pixels."""
        seen = Counter()
        left, right = (max(0, min(at * self.scale, self.width)) for at in (box.x, box.right))
        for y in range(max(0, box.y * self.scale), min(box.bottom * self.scale, self.height)):
            row = self.pixels[3 * (y * self.width + left):3 * (y * self.width + right)]
            seen.update(zip(row[::3], row[1::3], row[2::3]))
        return seen

    def contrast(self, box):
        """Of the ink to the paper, which is the color that is seen most; none: no text."""
        seen = self.colors(box)
        if len(seen) < 2:
            return None
        [(paper, _)] = seen.most_common(1)
        return max(contrast(paper, color) for color in seen)


def has(node, *states):
    own = node.getState()
    return all(own.contains(state) for state in states)


def above(node):
    """What the node is in, the nearest first."""
    while (node := node.parent) is not None and node.getRoleName() != "application":
        yield node


def letters(node):
    """Where each letter is, as the window places them; not the blanks."""
    text = node.queryText()
    content = text.getText(0, -1)
    # The ends of each of a label's lines are enough, and its shape may be long.
    for at in range(max(0, len(content) - 12), len(content)):
        if content[at].isalnum():
            yield Box(*text.getCharacterExtents(at, pyatspi.DESKTOP_COORDS))


def text_faults(picture, root):
    """One line for each text of the windows that cannot be read as it should."""
    for node in nodes(root):
        if (node.getRoleName() in TEXTS and has(node, pyatspi.STATE_SHOWING) and name_of(node)
                and not any(map(is_folded, above(node)))):
            for fault in label_faults(picture, node):
                yield f"{fault}: {name_of(node)!r}"


def is_folded(node):
    return has(node, pyatspi.STATE_EXPANDABLE) and not has(node, pyatspi.STATE_EXPANDED)


def label_faults(picture, node):
    box = box_of(node)
    scrolled = next((outer for outer in above(node) if outer.getRoleName() == "scroll pane"), None)
    frame = next((outer for outer in above(node)
                  if outer.getRoleName() in ("frame", "dialog", "window")), None)
    if frame is None or box.width <= 0 or box.height <= 0:
        return
    if scrolled is not None and box.reaches_out_of(box_of(scrolled), "y"):
        return  # scrolled away
    if box.reaches_out_of(box_of(scrolled or frame), "x" if scrolled else "xy"):
        yield "cut off"
    elif is_ellipsized(node) and node.description.split() != name_of(node).split():  # its tooltip has it all
        yield "ellipsized"
    elif any(letter.reaches_out_of(box) for letter in letters(node)):
        yield "larger than its place"
    elif has(node, pyatspi.STATE_SENSITIVE):
        measured = picture.contrast(box)
        if measured is not None and measured < LEAST_CONTRAST:
            yield f"contrast {measured:.1f}"


def is_ellipsized(node):
    """Letters that are not shown share the place of the ellipsis."""
    boxes = list(letters(node))
    return any(letter.width < 2 for letter in boxes)


def entry_faults(picture, root):
    """Of what an empty field shows in the place of a text."""
    for node in nodes(root):
        if (node.getRoleName() != "text" or node.queryText().characterCount
                or not has(node, pyatspi.STATE_SHOWING, pyatspi.STATE_SENSITIVE)):
            continue
        box = box_of(node)
        inner = Box(box.x + 6, box.y + 6, box.width - 12, box.height - 12)
        measured = picture.contrast(inner)
        if measured is not None and 1.5 < measured < LEAST_CONTRAST:
            yield f"contrast {measured:.1f} in the field {name_of(node)!r}"


def window_faults(root, screen):
    """Windows that the screen has no room for."""
    for window in root:
        if has(window, pyatspi.STATE_SHOWING) and box_of(window).reaches_out_of(screen):
            yield f"larger than the screen: {window.name!r} {box_of(window)}"
