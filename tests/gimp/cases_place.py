# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent and where the result stands: areas, groups, masks, offsets."""

from pictures import (
    add_group,
    add_layer,
    crop,
    fill,
    names,
    pattern,
    picture,
    pixel,
    pixels,
    place,
    raw,
    select,
    source,
    tinted,
    visible,
    worst,
)
from rig import Gimp, case, edited, model, sent


@case
def a_selection_sends_its_bounds_and_the_result_stands_there():
    image = picture()
    select(image, 10, 8, 30, 20)
    outcome = edited(image, [source(image)])
    assert sent() == (30, 20, crop(pattern(64, 48), 64, (10, 8, 30, 20)))
    assert place(outcome.layer) == (10, 8, 30, 20), place(outcome.layer)
    assert pixels(outcome.layer) == tinted(crop(pattern(64, 48), 64, (10, 8, 30, 20)))


@case
def without_a_selection_the_layer_is_sent():
    image = picture()
    outcome = edited(image, [source(image)], area="auto")
    assert sent() == (64, 48, pattern(64, 48))
    assert place(outcome.layer) == (0, 0, 64, 48)
    assert outcome.layer.get_mask() is None


@case
def area_layer_ignores_what_is_sent_of_the_selection_but_not_its_limits():
    image = picture()
    select(image, 10, 8, 30, 20)
    outcome = edited(image, [source(image)], area="layer")
    assert sent()[:2] == (64, 48)
    before, after = pattern(64, 48), visible(image)
    assert pixel(after, 64, 2, 2) == pixel(before, 64, 2, 2), "it changed outside the selection"
    assert pixel(after, 64, 20, 20) == pixel(tinted(before), 64, 20, 20)
    assert outcome.report["target"]


@case
def area_visible_sends_the_canvas_as_it_looks():
    image = picture()
    top = add_layer(image, "top", 20, 10, (5, 6))
    fill(top, bytes((10, 200, 30, 255)) * 200)
    shown = visible(image)
    assert shown != pattern(64, 48)
    edited(image, [source(image)], area="visible")
    assert sent() == (64, 48, shown)
    assert visible(image) == tinted(shown)


@case
def area_visible_needs_no_layer():
    image = picture()
    outcome = edited(image, [], area="visible")
    assert sent() == (64, 48, pattern(64, 48))
    assert outcome.layer.get_image().get_id() == image.get_id()


@case
def a_layer_with_offsets_is_edited_in_its_place():
    image = picture()
    small = add_layer(image, "small", 20, 16, (30, 20))
    fill(small)
    outcome = edited(image, [small])
    assert sent() == (20, 16, pattern(20, 16))
    assert place(outcome.layer) == (30, 20, 20, 16), place(outcome.layer)


@case
def an_off_canvas_layer_in_a_group_with_a_mask_is_edited_where_it_is():
    image = picture()
    group = add_group(image, "group")
    wide = add_layer(image, "wide", 40, 30, (-12, 30), group)
    fill(wide)
    mask = wide.create_mask(Gimp.AddMaskType.BLACK)
    wide.add_mask(mask)
    fill(mask, bytes([0, 255] * (40 * 30 // 2)), "Y u8")
    wide.set_edit_mask(False)
    mask_before, pixels_before = pixels(mask, pixel_format="Y u8"), raw(wide)
    outcome = edited(image, [wide])
    width, height, got = sent()
    assert (width, height) == (40, 30), (width, height)
    assert got[3::4] == bytes([0, 255] * 600), "the mask was not sent as transparency"
    shown = [i for i in range(1200) if i % 2]
    for i in shown:
        assert got[4 * i : 4 * i + 3] == pattern(40, 30)[4 * i : 4 * i + 3], i
    assert place(outcome.layer) == (-12, 30, 40, 30), place(outcome.layer)
    assert outcome.layer.get_parent().get_id() == group.get_id()
    assert names(image)[:3] == ["group", "group/make it orange", "group/wide"], names(image)
    assert pixels(mask, pixel_format="Y u8") == mask_before
    assert raw(wide) == pixels_before


@case
def the_result_stands_above_its_source_in_the_same_group():
    image = picture()
    group = add_group(image, "group")
    for name in ("low", "middle", "high"):
        fill(add_layer(image, name, 64, 48, parent=group))
    middle = image.get_layer_by_name("middle")
    edited(image, [middle], prompt="the result")
    assert names(image) == [
        "group",
        "group/high",
        "group/the result",
        "group/middle",
        "group/low",
        "photo",
    ], names(image)


@case
def a_group_is_edited_as_it_looks_and_the_result_stands_above_it():
    image = picture()
    group = add_group(image, "group")
    fill(add_layer(image, "left", 20, 20, (4, 4), group))
    fill(add_layer(image, "right", 20, 20, (34, 20), group))
    outcome = edited(image, [group], prompt="the result")
    assert sent()[:2] == (50, 36), sent()[:2]
    assert place(outcome.layer) == (4, 4, 50, 36)
    assert names(image)[:2] == ["the result", "group"], names(image)


@case
def a_layer_mask_as_the_drawable_means_its_layer():
    image = picture()
    mask = source(image).create_mask(Gimp.AddMaskType.WHITE)
    source(image).add_mask(mask)
    before = raw(mask)
    outcome = edited(image, [mask], prompt="the result")
    assert sent() == (64, 48, pattern(64, 48))
    assert names(image) == ["the result", "photo"], names(image)
    assert raw(mask) == before
    assert outcome.layer.is_layer()


@case
def a_text_layer_is_sent_as_it_looks_and_stays_text():
    image = picture(200, 80)
    text = Gimp.TextLayer.new(image, "Hello", Gimp.context_get_font(), 30.0, Gimp.Unit.pixel())
    image.insert_layer(text, None, 0)
    text.set_offsets(10, 10)
    where, look = place(text), pixels(text)
    outcome = edited(image, [text])
    got = sent()
    assert got[:2] == where[2:] and got[2][3::4] == look[3::4]
    assert max(got[2][3::4]) == 255 and min(got[2][3::4]) == 0, "no letters were sent"
    assert place(outcome.layer) == where
    assert text.is_text_layer() and text.get_text() == "Hello"


@case
def a_layer_s_opacity_is_not_sent_twice():
    image = picture()
    source(image).set_opacity(50.0)
    edited(image, [source(image)])
    assert sent()[2] == pattern(64, 48)


@case
def an_answer_of_another_size_is_fitted_to_the_area():
    for scenario in ("edit=noop,scale=2", "edit=noop,scale=0.5", "edit=noop,size=96x72"):
        image = picture()
        outcome = edited(image, [source(image)], connection=model(scenario))
        assert place(outcome.layer) == (0, 0, 64, 48), (scenario, place(outcome.layer))
        # The texture is lost in small answers; the gradients are not.
        assert worst(pixels(outcome.layer), pattern(64, 48)) <= 40, scenario
