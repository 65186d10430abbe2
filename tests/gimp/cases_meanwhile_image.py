# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does to the image, its mode or its selection while a request runs.

The result lies over the pixels it was made from. What a script cannot do meanwhile is tried
elsewhere: undo by run_undo.py, closing the image by cases_recover.py.
"""

from meanwhile import (
    SELECTED,
    done,
    follows,
    follows_scaled,
    place,
    selected_picture,
    warnings,
)
from pictures import crop, names, pattern, picture, pixels, select_softly, selection_values, tinted
from rig import Gimp, case


@case
def the_image_is_flattened():
    image, _ = follows("image.flatten()", SELECTED, ["layer_gone"])
    assert len(image.get_layers()) == 2, names(image)


@case
def the_image_is_flattened_and_cropped():
    follows("image.flatten(); image.crop(50, 40, 6, 5)", (4, 3, 30, 20), ["layer_gone"])


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
