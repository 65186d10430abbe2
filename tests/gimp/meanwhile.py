# SPDX-License-Identifier: GPL-3.0-or-later
"""What the cases need that do something to the picture while a request runs."""

from pictures import crop, pattern, picture, pixels, place, select, source, tinted
from rig import edit_while, requests, uploaded

import png

SELECTED = (10, 8, 30, 20)
# GIMP turns what is selected, by itself, where something is.
DESELECT = "Gimp.Selection.none(image); "


def warnings(outcome):
    return [warning["name"] for warning in outcome.report["warnings"]]


def under(result, layer):
    """What `layer` has where the result lies."""
    x, y, width, height = place(result)
    left, top = place(layer)[:2]
    return pixels(layer, (x - left, y - top, width, height))


def distance(a, b):
    """The mean difference of two pictures."""
    assert len(a) == len(b), f"{len(a)} bytes against {len(b)}"
    return sum(abs(p - q) for p, q in zip(a, b)) / len(a)


def selected_picture(selected=SELECTED):
    image = picture()
    select(image, *selected)
    return image


def done(image, deed, layer=None, **arguments):
    """An edit of the selected part, with this deed meanwhile; it sends what was there before."""
    outcome = edit_while(image, layer or source(image), deed, **arguments)
    assert outcome.ok, outcome.message
    assert len(requests()) == arguments.get("variations", 1)
    return outcome


def follows(deed, where, warned=(), selected=SELECTED):
    """After the deed the result lies at `where`, each of its pixels over the one it came from."""
    image = selected_picture(selected)
    layer = source(image)
    outcome = done(image, deed)
    result = outcome.layer
    assert png.rgba(uploaded())[2] == crop(pattern(64, 48), 64, selected), "it sent something else"
    assert place(result) == where, place(result)
    assert warnings(outcome) == list(warned), warnings(outcome)
    assert outcome.report["place"]["rect"] == dict(zip(("x", "y", "width", "height"), where))
    below = layer if layer.is_valid() else image.get_layers()[-1]
    assert pixels(result) == tinted(under(result, below)), "it lies over other pixels"
    return image, outcome


def follows_scaled(deed, where):
    """The same for what was scaled, whose pixels are not the same."""
    image = selected_picture()
    outcome = done(image, deed)
    result = outcome.layer
    assert place(result) == where, place(result)
    assert warnings(outcome) == [], warnings(outcome)
    away = distance(pixels(result), tinted(under(result, source(image))))
    assert away < 3, f"it lies over other pixels: {away}"
