# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks that every document of documents.py goes through, by a model that changes nothing.

What is sent is sRGB to 1/255. Where the answer is pasted, colors are as before, and what was
transparent still is; where it is not, no bit differs. What cannot be edited is said before
anything is sent.
"""

import colors
from pictures import add_layer, place
from rig import CASES, Gimp, case, edit, model, refused, requests, sent, tell
from views import Projection, selected, state, view

MOST_LAB = 0.5
MOST_WIRE = 1
FIGURES = {"wire": [], "pasted": [], "as shipped": [], "selected": []}
# The settings that people have who change none.
AS_SHIPPED = {
    "upload_format": "auto",
    "context": 10.0,
    "align": True,
    "match_colors": True,
    "only_changes": True,
}


def keep(what, value, most, document):
    FIGURES[what].append((value, document.name))
    tell(f"{what} {value:.3f}")
    assert value <= most, f"{what}: {value}"


def wire_difference(seen, size):
    """The largest difference of what was sent and of what is there, in steps of sRGB."""
    width, height, got = sent()
    wanted = seen.srgb()
    worst = 0
    for y in range(height):
        for x in range(width):
            # Of a picture that is sent smaller, the pixel in the middle.
            column = (2 * x + 1) * size[0] // (2 * width)
            row = (2 * y + 1) * size[1] // (2 * height)
            at, there = 4 * (y * width + x), 4 * (row * size[0] + column)
            first = 3 if wanted[there + 3] == 0 else 0  # nobody sees the color of nothing
            for c in range(first, 4):
                worst = max(worst, abs(got[at + c] - wanted[there + c]))
    return worst


def edited(image, drawable, document, **settings):
    """Gives the outcome, of which nothing else in the image may have changed."""
    before = state(image)
    outcome = edit(
        image, [drawable], connection=model("edit=noop"), area=document.area, **settings
    )
    assert outcome.ok, outcome.message
    warnings = [warning["name"] for warning in outcome.report["warnings"]]
    assert ("colors_beyond_srgb" in warnings) == document.duller, warnings
    assert state(image, without=outcome.layers) == before, "something else changed"
    return outcome


def opaque_or_clear(image, area, seen):
    """Of each pixel of the canvas: not where the layer `seen` at `area` is half transparent.

    A second layer over such a one makes it less transparent, whatever its pixels are.
    """
    width, height = image.get_width(), image.get_height()
    found = [True] * (width * height)
    left, top, across, _ = area
    for i, alpha in enumerate(seen.alpha):
        x, y = left + i % across, top + i // across
        if 0 < alpha < 1 and 0 <= x < width and 0 <= y < height:
            found[y * width + x] = False
    return found


def shown_difference(before, after, where):
    """Of two projections where `where` says so and what was there was opaque."""
    opaque = [counts and alpha == 1 for counts, alpha in zip(where, before.seen.alpha)]
    return colors.mean_difference(before.seen, after.seen, opaque)


def stays_transparent(before, after):
    return all(a > 0 or b == 0 for a, b in zip(before.alpha, after.alpha))


class Sent:
    """What of a document is going to be sent: where it lies, and how it looks."""

    def __init__(self, document, image, drawable):
        if document.sends_canvas:
            self.area = (0, 0, image.get_width(), image.get_height())
            self.seen = Projection(image, document.space).seen
        else:
            self.area = place(drawable)
            self.seen = view(image, drawable, document.space)
        self.solid = opaque_or_clear(image, self.area, self.seen)


def check_whole(document):
    """All of the drawable: what is sent of it, and the layer that is made of it."""
    image, drawable = document.make()
    before = Projection(image, document.space)
    source = Sent(document, image, drawable)
    outcome = edited(image, drawable, document)
    assert place(outcome.layer) == source.area, place(outcome.layer)
    keep("wire", wire_difference(source.seen, source.area[2:]), MOST_WIRE, document)
    made = outcome.layer.get_image()
    is_new = made.get_id() != image.get_id()
    result = view(made, outcome.layer, colors.SRGB if is_new else document.space)
    assert stays_transparent(source.seen, result), "what was transparent is not"
    difference = colors.mean_difference(source.seen, result, source.seen.alpha)
    if before.seen and document.shown:
        after = Projection(image, document.space)
        difference = max(difference, shown_difference(before, after, source.solid))
        assert stays_transparent(before.seen, after.seen), "what was transparent is covered"
    if document.duller:
        tell(f"pasted {difference:.3f}, as it was said")
    else:
        keep("pasted", difference, MOST_LAB, document)


def check_as_shipped(document):
    """All of the drawable with the settings that nobody changed; it goes as a JPEG or a PNG."""
    image, drawable = document.make()
    before = Projection(image, document.space)
    source = Sent(document, image, drawable)
    edited(image, drawable, document, **AS_SHIPPED)
    if before.seen and document.shown and not document.duller:
        after = Projection(image, document.space)
        keep("as shipped", shown_difference(before, after, source.solid), MOST_LAB, document)


def select_softly_in(image, drawable):
    """An ellipse, soft where there is room; false where the drawable is not on the canvas."""
    x, y, width, height = place(drawable)
    left, top = max(x, 0), max(y, 0)
    right = min(x + width, image.get_width())
    bottom = min(y + height, image.get_height())
    if right <= left or bottom <= top:
        return False
    width, height = right - left, bottom - top
    Gimp.context_push()
    Gimp.context_set_feather(min(width, height) > 8)
    Gimp.context_set_feather_radius(4, 4)
    shape = (left + width // 4, top + height // 4, max(1, width // 2), max(1, height // 2))
    image.select_ellipse(Gimp.ChannelOps.REPLACE, *shape)
    Gimp.context_pop()
    return True


def is_as_below(document, before, after, where):
    """Whether `after` shows there what lies below the new layer, to the last bit.

    GIMP mixes layers as 32-bit floats. A picture of one layer that these cannot hold is shown
    rounded as soon as any other layer, be it an empty one, lies above it.
    """
    if before.is_same_where(after, where):
        return True
    image, _ = document.make()
    add_layer(image, "empty", image.get_width(), image.get_height())
    tell("GIMP's own rounding")
    return Projection(image, document.space).is_same_where(after, where)


def check_selected(document, **settings):
    """A soft selection: no bit differs outside of it, nor in any of the layers."""
    image, drawable = document.make()
    if not select_softly_in(image, drawable):
        return
    where = selected(image)
    before = Projection(image, document.space)
    source = Sent(document, image, drawable)
    edited(image, drawable, document, **settings)
    after = Projection(image, document.space)
    outside = [value == 0 for value in where]
    assert is_as_below(document, before, after, outside), "it changed outside of the selection"
    if before.seen and document.shown and not document.duller:
        inside = [value > 0 and solid for value, solid in zip(where, source.solid)]
        keep("selected", shown_difference(before, after, inside), MOST_LAB, document)


def check_refused(document):
    for selects in (False, True):
        image, drawable = document.make()
        if selects:
            image.select_rectangle(Gimp.ChannelOps.REPLACE, 10, 10, 20, 20)
        before = state(image)
        outcome = edit(image, [drawable], area=document.area)
        message = refused(outcome, "input")
        if not selects:
            assert document.refused in message, message
            tell(message)
        assert state(image) == before, "something changed"
        assert requests() == [], "it was sent"


def checks(document):
    if document.refused:
        return check_refused(document)
    check_whole(document)
    check_as_shipped(document)
    check_selected(document, context=20.0, overview=False)
    check_selected(document, **AS_SHIPPED)


def case_of(document):
    def one():
        checks(document)

    one.__name__ = document.name
    return one


def check_all(documents):
    """Makes each a case, and one of what was worst."""

    def the_worst_figures_of_all():
        tell(f"{len(documents)} documents")
        for what, figures in FIGURES.items():
            assert figures, what
            value, name = max(figures)
            tell(f"{what}: {value:.3f} at worst ({name}), in {len(figures)} edits")

    CASES.extend(map(case_of, documents))
    case(the_worst_figures_of_all)
