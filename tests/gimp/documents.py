# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of picture that GIMP can hold, as a table: what each is called and how it is made."""

import dataclasses
import typing

import makers
import profiles
from colors import SRGB
from makers import GRAY, assigned, beside, filled, group, inside, locked, plain
from rig import Gimp


@dataclasses.dataclass
class Document:
    """One row of the table."""

    name: str
    make: typing.Callable  # gives the image, and the drawable that is edited
    space: typing.Any = SRGB  # what the values of its pixels mean, see colors.py
    area: str = "auto"
    sends_canvas: bool = False  # what is sent is the canvas as it looks
    shown: bool = True  # what is sent is what one sees there, wherever it is opaque
    duller: bool = False  # its colors are beyond sRGB: that is said, and they are not as before
    refused: str = ""  # words of the sentence that says why it cannot be edited


PASS_THROUGH = Gimp.LayerMode.PASS_THROUGH
DEPTHS = ("U8", "U16", "U32", "HALF", "FLOAT", "DOUBLE")
KINDS = ("LINEAR", "NON_LINEAR", "PERCEPTUAL")


def spoken(precision):
    return precision.lower().replace("_", " ", 1).replace("_", "-")


def of_precisions():
    for precision in (f"{depth}_{kind}" for depth in DEPTHS for kind in KINDS):
        alpha = "NON_LINEAR" not in precision
        yield Document(f"RGB{'A' * alpha}, {spoken(precision)}", plain(precision, alpha=alpha))
    for precision in ("U8_NON_LINEAR", "U16_LINEAR", "FLOAT_PERCEPTUAL"):
        for alpha in (False, True):
            name = f"gray{' with alpha' * alpha}, {spoken(precision)}"
            yield Document(name, plain(precision, GRAY, alpha))
    yield Document("indexed", makers.indexed(False))
    yield Document("indexed with alpha", makers.indexed(True))


def of_profiles():
    for name, precision, (data, space) in (
        ("sRGB", "U8_NON_LINEAR", profiles.SRGB_LIKE),
        ("Adobe RGB", "U8_NON_LINEAR", profiles.ADOBE_RGB),
        ("Adobe RGB", "U16_LINEAR", profiles.ADOBE_RGB),
        ("Display P3", "U8_NON_LINEAR", profiles.DISPLAY_P3),
        ("Display P3", "FLOAT_LINEAR", profiles.DISPLAY_P3),
        ("Display P3", "U16_PERCEPTUAL", profiles.DISPLAY_P3),
        ("ProPhoto", "U16_NON_LINEAR", profiles.PROPHOTO),
        ("ProPhoto", "HALF_LINEAR", profiles.PROPHOTO),
    ):
        yield Document(f"{name}, {spoken(precision)}", plain(precision, profile=data), space)
    for name, precision, (data, space) in (
        ("gray of gamma 2.2", "U8_NON_LINEAR", profiles.GRAY_22),
        ("gray of gamma 1.8", "U16_NON_LINEAR", profiles.GRAY_18),
        ("gray of gamma 1.8", "FLOAT_LINEAR", profiles.GRAY_18),
    ):
        yield Document(f"{name}, {spoken(precision)}", plain(precision, GRAY, profile=data), space)
    data, space = profiles.TABLE
    yield Document("a scanner's profile, of tables", assigned(data, makers.dull), space)


def of_vivid_colors():
    data, space = profiles.PROPHOTO
    yield Document("ProPhoto beyond sRGB", assigned(data, bytes), space, duller=True)
    yield Document(
        "all that is visible beyond sRGB",
        assigned(data, bytes),
        space,
        area="visible",
        sends_canvas=True,
        duller=True,
    )
    yield Document("brighter than white", makers.bright, duller=True)


def of_broken_profiles():
    """GIMP shows the first three as if they were sRGB."""
    yield Document("a profile of no profile's bytes", makers.damaged)
    yield Document("a profile without colors", assigned(profiles.HOLLOW, bytes))
    yield Document("a gray profile without a curve", assigned(profiles.HOLLOW_GRAY, bytes, GRAY))
    for name, data in (
        ("a profile that leads one way", profiles.ONE_WAY),
        ("a profile of one color only", profiles.FLAT),
    ):
        yield Document(name, assigned(data, makers.dull), refused="color profile")


def of_layers():
    for name, change in (
        ("smaller than the canvas", filled(20, 16, (30, 20))),
        ("larger than the canvas", filled(90, 80, (-10, -20))),
        ("locked pixels", locked("content")),
        ("locked position", locked("position")),
        ("locked visibility", locked("visibility")),
        ("locked alpha", locked("alpha")),
        ("with a mask", makers.masked),
        ("a mask that is painted on", makers.mask_itself),
        ("with a filter", makers.filtered),
        ("a text layer", makers.text),
    ):
        yield Document(name, beside(change))
    for name, change in (
        ("beside the canvas", filled(20, 16, (70, 60))),
        ("hidden", makers.hidden),
        ("of half opacity and another mode", makers.see_through),
    ):
        yield Document(name, beside(change), shown=False)
    if hasattr(Gimp, "LinkLayer"):
        yield Document("a link layer", beside(makers.linked))
        yield Document("a vector layer", beside(makers.drawn))


def of_groups():
    for name, change in (
        ("a group", group()),
        ("a pass-through group", group(mode=PASS_THROUGH)),
        ("a locked group", group(lock_content=True)),
        ("in a group", inside()),
        ("in a pass-through group", inside(mode=PASS_THROUGH)),
        ("in a locked group", inside(lock_content=True, lock_position=True)),
    ):
        yield Document(name, beside(change))
    yield Document("in a hidden group", beside(inside(visible=False)), shown=False)
    yield Document("an empty group", beside(makers.empty_group), sends_canvas=True)
    yield Document(
        "an empty group alone", beside(makers.empty_group), area="layer", refused="transparent"
    )


def of_the_rest():
    yield Document("a photograph", makers.photograph)
    yield Document(
        "all that is visible", beside(makers.see_through), area="visible", sends_canvas=True
    )
    for width, height in ((1, 1), (1, 20000), (20000, 1)):
        yield Document(f"{width} x {height}", makers.of_size(width, height))
    yield Document("a floating selection", beside(makers.floating), refused="floating")
    yield Document("a channel", beside(makers.channel), refused="No layer")
