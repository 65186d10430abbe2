# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does while a request runs: the result lies over the pixels it was made from.

What a script cannot do meanwhile is tried elsewhere: undo by run_undo.py, closing the image by
cases_recover.py.
"""

from rig import (
    Gimp,
    add_group,
    add_layer,
    case,
    crop,
    edit_while,
    fill,
    names,
    pattern,
    picture,
    pixels,
    raw,
    requests,
    select,
    select_softly,
    selection_values,
    source,
    tinted,
    uploaded,
)

import png

SELECTED = (10, 8, 30, 20)
# GIMP turns what is selected, by itself, where something is.
DESELECT = "Gimp.Selection.none(image); "


def place(layer):
    _, x, y = layer.get_offsets()
    return x, y, layer.get_width(), layer.get_height()


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
        DESELECT + "layer.transform_rotate_simple(Gimp.RotationType.DEGREES90, True, 0, 0)", (28, 2, 20, 30)
    )


@case
def the_layer_is_turned_half():
    follows(
        DESELECT + "layer.transform_rotate_simple(Gimp.RotationType.DEGREES180, True, 0, 0)", (24, 20, 30, 20)
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


@case
def the_layer_is_turned_a_little():
    image = selected_picture()
    outcome = done(image, DESELECT + "layer.transform_rotate(0.3, True, 0, 0)")
    assert place(outcome.layer) == SELECTED, place(outcome.layer)
    assert warnings(outcome) == ["layer_changed"], warnings(outcome)
    assert not outcome.report["place"]["is_sure"]


@case
def the_image_is_flattened():
    image, _ = follows("image.flatten()", SELECTED, ["layer_gone"])
    assert len(image.get_layers()) == 2, names(image)


@case
def the_image_is_flattened_and_cropped():
    follows("image.flatten(); image.crop(50, 40, 6, 5)", (4, 3, 30, 20), ["layer_gone"])


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
def something_else_is_selected():
    image, outcome = follows(
        "image.select_rectangle(Gimp.ChannelOps.REPLACE, 40, 30, 10, 10)", SELECTED
    )
    mask = pixels(outcome.layer.get_mask(), pixel_format="Y u8")
    assert set(mask) == {255}, "the new selection limits the old result"
    selected = selection_values(image)
    assert sum(selected) == 100 * 255 and selected[35 * 64 + 45] == 255, "the selection is lost"


@case
def the_selection_is_cleared():
    image = picture()
    select_softly(image, 16, 12, 30, 24, 10.0)
    values = selection_values(image)
    outcome = done(image, "Gimp.Selection.none(image)")
    mask = outcome.layer.get_mask()
    assert pixels(mask, pixel_format="Y u8") == crop(values, 64, place(outcome.layer), 1)
    assert Gimp.Selection.is_empty(image)


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
def the_image_becomes_gray():
    image = selected_picture()
    outcome = done(image, "image.convert_grayscale()")
    assert place(outcome.layer) == SELECTED and warnings(outcome) == [], warnings(outcome)
    assert outcome.layer.get_image().get_id() == image.get_id() and outcome.layer.is_gray()


@case
def the_image_becomes_gray_and_is_cropped():
    image = selected_picture()
    outcome = done(image, "image.convert_grayscale(); image.crop(50, 40, 6, 5)")
    assert place(outcome.layer) == (4, 3, 30, 20), place(outcome.layer)


@case
def the_image_becomes_indexed():
    image = selected_picture()
    outcome = done(
        image,
        "image.convert_indexed(Gimp.ConvertDitherType.NONE, Gimp.ConvertPaletteType.GENERATE,"
        " 16, False, False, '')",
    )
    opened = outcome.layer.get_image()
    assert warnings(outcome) == ["image_indexed"], warnings(outcome)
    assert names(image) == ["photo"] and opened.get_id() != image.get_id()
    assert place(outcome.layer) == SELECTED
    assert (opened.get_width(), opened.get_height()) == (64, 48)
    assert pixels(outcome.layer) == tinted(crop(pattern(64, 48), 64, SELECTED))


@case
def the_image_becomes_more_precise():
    follows("image.convert_precision(Gimp.Precision.U16_NON_LINEAR)", SELECTED)


@case
def the_image_is_cropped():
    follows("image.crop(50, 40, 6, 5)", (4, 3, 30, 20))


@case
def the_image_is_cropped_through_what_was_edited():
    image = selected_picture((8, 6, 40, 30))
    outcome = done(image, "image.crop(30, 48, 0, 0)")
    # Half of the witness is gone, and with it what it could be found by; nothing has moved.
    assert place(outcome.layer) == (8, 6, 40, 30), place(outcome.layer)


@case
def what_was_edited_is_cropped_away():
    image = selected_picture()
    outcome = done(image, "image.crop(20, 20, 44, 28)")
    assert warnings(outcome) == ["layer_changed"], warnings(outcome)
    assert pixels(outcome.layer) == tinted(crop(pattern(64, 48), 64, SELECTED)), "it is lost"


@case
def what_was_edited_is_moved_off_the_canvas():
    image = selected_picture()
    outcome = done(image, "layer.set_offsets(100, 0)")
    assert place(outcome.layer) == (110, 8, 30, 20), place(outcome.layer)
    assert warnings(outcome) == ["outside_canvas"], warnings(outcome)


@case
def the_canvas_is_made_larger():
    follows("image.resize(100, 90, 20, 15)", (30, 23, 30, 20))


@case
def the_image_is_scaled():
    follows_scaled("image.scale(128, 96)", (20, 16, 60, 40))


@case
def the_image_is_scaled_down():
    follows_scaled("image.scale(32, 24)", (5, 4, 15, 10))


@case
def the_image_is_turned():
    follows("image.rotate(Gimp.RotationType.DEGREES90)", (20, 10, 20, 30))


@case
def the_image_is_turned_the_other_way():
    follows("image.rotate(Gimp.RotationType.DEGREES270)", (8, 24, 20, 30))


@case
def the_image_is_flipped():
    follows("image.flip(Gimp.OrientationType.HORIZONTAL)", (24, 8, 30, 20))


@case
def all_that_is_visible_is_followed_too():
    image = picture()
    outcome = done(image, "image.crop(50, 40, 6, 5)", area="visible")
    assert place(outcome.layer) == (-6, -5, 64, 48), place(outcome.layer)
    assert warnings(outcome) == []


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
