# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does to the layer while a request runs.

The result lies over the pixels it was made from. What is done to the whole image is in
cases_meanwhile_image.py.
"""

import math
from random import Random

from meanwhile import (
    DESELECT,
    SELECTED,
    distance,
    done,
    follows,
    follows_scaled,
    place,
    selected_picture,
    under,
    warnings,
)
from pictures import (
    add_group,
    add_layer,
    crop,
    fill,
    names,
    pattern,
    picture,
    pixels,
    raw,
    select,
    select_softly,
    selection_values,
    source,
    tinted,
    worst,
)
from rig import Gimp, case


@case
def nothing_is_done():
    follows("pass", SELECTED)


@case
def the_layer_is_moved():
    _, outcome = follows("layer.set_offsets(5, -3)", (15, 5, 30, 20))
    assert outcome.report["place"]["followed"]


@case
def the_layer_is_made_larger():
    follows("layer.resize(100, 80, 20, 10)", SELECTED)


@case
def the_layer_is_cropped():
    follows("layer.resize(44, 36, -6, -4)", SELECTED)


@case
def the_layer_is_moved_and_cropped():
    follows("layer.set_offsets(9, 9); layer.resize(44, 36, -6, -4)", (19, 17, 30, 20))


@case
def the_layer_is_turned():
    follows(
        DESELECT + "layer.transform_rotate_simple(Gimp.RotationType.DEGREES90, True, 0, 0)",
        (28, 2, 20, 30),
    )


@case
def the_layer_is_turned_half():
    follows(
        DESELECT + "layer.transform_rotate_simple(Gimp.RotationType.DEGREES180, True, 0, 0)",
        (24, 20, 30, 20),
    )


@case
def the_layer_is_flipped():
    follows(
        DESELECT + "layer.transform_flip_simple(Gimp.OrientationType.VERTICAL, True, 0)",
        (10, 20, 30, 20),
    )


@case
def what_is_selected_is_turned_and_floats():
    image = selected_picture()
    outcome = done(
        image, "layer.transform_rotate_simple(Gimp.RotationType.DEGREES90, True, 0, 0)"
    )
    assert place(outcome.layer) == SELECTED, place(outcome.layer)
    floating = image.get_floating_sel()
    assert floating is not None, "the floating selection is lost"
    Gimp.floating_sel_anchor(floating)
    assert names(image) == ["make it orange", "photo"], names(image)


@case
def the_layer_is_scaled():
    follows_scaled("layer.scale(128, 96, False)", (20, 16, 60, 40))


def blotches(width, height):
    """Bytes of R'G'B'A u8 that are nowhere alike."""
    random = Random(5)
    out = bytearray()
    for _ in range(height // 4):
        cells = [bytes(random.choices(range(80, 170), k=3)) + b"\xff" for _ in range(width // 4)]
        out += 4 * b"".join(4 * cell for cell in cells)
    return bytes(out)


def turn(degrees, of="layer"):
    return DESELECT + f"{of}.transform_rotate({math.radians(degrees)}, True, 0, 0); "


def turn_and_clip(degrees):
    clip = "Gimp.context_push(); Gimp.context_set_transform_resize(Gimp.TransformResize.CLIP); "
    return clip + turn(degrees) + "Gimp.context_pop()"


def follows_freely(degrees, deed=None, parent=None, look=None):
    """Turned by so many degrees, the result covers what the selection, turned likewise, did."""
    image = picture(240, 180)
    layer = source(image)
    fill(layer, look)
    if parent:
        image.reorder_item(layer, add_group(image, parent), 0)
    select_softly(image, 70, 60, 100, 70, 12.0)
    limit = Gimp.Selection.save(image)
    outcome = done(image, deed or turn(degrees), layer)
    limit.transform_rotate(math.radians(degrees), False, 120, 90)
    assert warnings(outcome) == [], warnings(outcome)
    assert outcome.report["place"]["followed"] and outcome.report["place"]["is_sure"]
    result = outcome.layer
    x, y, width, height = place(result)
    mask = pixels(result.get_mask(), pixel_format="Y u8")
    limits = pixels(limit, (x, y, width, height), "Y' u8")
    # GIMP and we round differently where the selection is soft.
    assert worst(mask, limits) <= 6, f"its mask is another: {worst(mask, limits)}"
    inner = (x + width // 2 - 25, y + height // 2 - 15, 50, 30)
    left, top = place(layer)[:2]
    shown = pixels(result, (inner[0] - x, inner[1] - y, 50, 30))
    below = tinted(pixels(layer, (inner[0] - left, inner[1] - top, 50, 30)))
    assert distance(shown, below) < 3, f"it lies over other pixels: {distance(shown, below)}"


@case
def the_layer_is_turned_by_ten_degrees():
    follows_freely(10)


@case
def the_layer_is_turned_the_other_way_by_more():
    follows_freely(-33.3)


@case
def the_layer_is_turned_upside_down_and_on():
    follows_freely(200)


@case
def the_layer_is_turned_and_keeps_its_size():
    follows_freely(15, turn_and_clip(15), look=blotches(240, 180))


@case
def what_repeats_and_keeps_its_size_is_not_taken_for_its_like():
    image = picture(240, 180)
    select(image, 90, 70, 60, 40)
    outcome = done(image, turn_and_clip(15))
    assert place(outcome.layer) == (90, 70, 60, 40), place(outcome.layer)


@case
def the_group_of_the_layer_is_turned():
    follows_freely(20, turn(20, "layer.get_parent()"), "group")


@case
def what_is_too_small_to_be_known_turned_stays():
    image = selected_picture()
    outcome = done(image, turn(20))
    assert place(outcome.layer) == SELECTED, place(outcome.layer)
    assert warnings(outcome) == ["layer_changed"], warnings(outcome)
    assert not outcome.report["place"]["is_sure"]


@case
def the_layer_is_deleted():
    image = selected_picture()
    outcome = done(image, "image.remove_layer(layer)")
    assert place(outcome.layer) == SELECTED, place(outcome.layer)
    assert pixels(outcome.layer) == tinted(crop(pattern(64, 48), 64, SELECTED))
    assert warnings(outcome) == ["layer_gone"], warnings(outcome)


@case
def the_layer_is_renamed():
    image, _ = follows("layer.set_name('another')", SELECTED)
    assert names(image) == ["make it orange", "another"], names(image)


@case
def the_layer_is_put_into_a_group():
    image = selected_picture()
    group = add_group(image, "group")
    outcome = done(image, "image.reorder_item(layer, image.get_layer_by_name('group'), 0)")
    assert names(image) == ["group", "group/make it orange", "group/photo"], names(image)
    assert outcome.layer.get_parent().get_id() == group.get_id()


@case
def the_layer_mask_of_the_result_moves_along():
    image = picture()
    select_softly(image, 16, 12, 30, 24, 10.0)
    values = selection_values(image)
    outcome = done(image, "layer.set_offsets(7, 9)")
    x, y, width, height = place(outcome.layer)
    mask = pixels(outcome.layer.get_mask(), pixel_format="Y u8")
    assert mask == crop(values, 64, (x - 7, y - 9, width, height), 1)


@case
def the_layer_is_painted_over():
    image = selected_picture()
    outcome = done(image, "layer.fill(Gimp.FillType.WHITE)")
    assert place(outcome.layer) == SELECTED and warnings(outcome) == []
    assert pixels(outcome.layer) == tinted(crop(pattern(64, 48), 64, SELECTED))


@case
def what_was_edited_is_moved_off_the_canvas():
    image = selected_picture()
    outcome = done(image, "layer.set_offsets(100, 0)")
    assert place(outcome.layer) == (110, 8, 30, 20), place(outcome.layer)
    assert warnings(outcome) == ["outside_canvas"], warnings(outcome)


@case
def each_variation_follows():
    image = selected_picture()
    outcome = done(image, "layer.set_offsets(5, -3)", variations=2)
    assert [place(layer) for layer in outcome.layers] == [(15, 5, 30, 20)] * 2


@case
def a_layer_with_offsets_is_followed():
    image = picture()
    small = add_layer(image, "small", 40, 30, (20, 10))
    fill(small)
    before = raw(small)
    select(image, 25, 15, 20, 16)
    outcome = done(image, "layer.set_offsets(-4, 3)", small)
    assert place(outcome.layer) == (1, 8, 20, 16), place(outcome.layer)
    assert pixels(outcome.layer) == tinted(under(outcome.layer, small))
    assert raw(small) == before
