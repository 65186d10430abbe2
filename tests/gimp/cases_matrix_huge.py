# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of 16384 x 16384 pixels, by a model that changes nothing."""

import colors
import makers
from checks import MOST_LAB, shown_difference
from memory import PeakMemory, limit
from pictures import Gegl, pattern, pixels, place
from rig import Gimp, case, edit, model, request, sent, tell
from views import Projection, selected

HUGE = 16384


def fill_part(layer, part):
    buffer = layer.get_buffer()
    buffer.set(Gegl.Rectangle.new(*part), "R'G'B'A u8", pattern(*part[2:]))
    buffer.flush()


@case
def a_small_part_of_16384_x_16384():
    image, layer = makers.of_size(HUGE, HUGE)()
    part = (8000, 12000, 64, 48)
    around = (7900, 11900, 264, 248)
    fill_part(layer, part)
    Gimp.context_push()
    Gimp.context_set_feather(False)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, *part)
    Gimp.context_pop()
    where = selected(image, around)
    before = Projection(image, colors.SRGB, around)
    with PeakMemory() as memory:
        outcome = edit(image, [layer], connection=model("edit=noop"))
    assert outcome.ok, outcome.message
    assert place(outcome.layer) == part, place(outcome.layer)
    assert sent() == (*part[2:], pattern(*part[2:])), "not its pixels were sent"
    after = Projection(image, colors.SRGB, around)
    outside = [value == 0 for value in where]
    assert before.is_same_where(after, outside), "it changed outside of the selection"
    assert shown_difference(before, after, where) <= MOST_LAB
    tell(f"{memory.peak:.0f} MiB at most")
    assert 20 < memory.peak <= limit(outcome.report["frame"]), memory.peak


def opened(layer, spot, channels):
    return colors.Seen(pixels(layer, spot, None), channels, "U8_NON_LINEAR", colors.SRGB)


@case
def all_of_16384_x_16384():
    image, layer = makers.of_size(HUGE, HUGE)()
    spots = [(at, HUGE - at - 9, 8, 8) for at in range(40, HUGE - 40, 1200)]
    before = [opened(layer, spot, 3) for spot in spots]
    with PeakMemory() as memory:
        outcome = edit(image, [layer], connection=model("edit=noop"))
    assert outcome.ok, outcome.message
    (picture,) = request()["pictures"]
    assert (picture["width"], picture["height"]) == (4096, 4096), picture
    assert place(outcome.layer) == (0, 0, HUGE, HUGE)
    worst = 0.0
    for spot, seen in zip(spots, before):
        result = opened(outcome.layer, spot, 4)
        worst = max(worst, colors.mean_difference(seen, result, result.alpha))
    tell(f"pasted {worst:.3f}; {memory.peak:.0f} MiB at most")
    assert worst <= MOST_LAB, worst
    assert 1024 < memory.peak <= limit(outcome.report["frame"]), memory.peak
