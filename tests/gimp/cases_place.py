# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent and where the result stands: areas, selections, groups, masks, offsets."""

from rig import (
    Gimp,
    add_group,
    add_layer,
    case,
    crop,
    edit,
    edited,
    fill,
    mixed,
    model,
    names,
    pattern,
    picture,
    pixel,
    pixels,
    raw,
    refused,
    request,
    requests,
    select,
    select_softly,
    selection_values,
    source,
    tinted,
    uploaded,
    visible,
    worst,
)

import png


def place(layer):
    _, x, y = layer.get_offsets()
    return x, y, layer.get_width(), layer.get_height()


def sent():
    return png.rgba(uploaded())


@case
def a_selection_sends_its_bounds_and_the_result_stands_there():
    image = picture()
    select(image, 10, 8, 30, 20)
    outcome = edited(image, [source(image)])
    assert sent() == (30, 20, crop(pattern(64, 48), 64, (10, 8, 30, 20)))
    assert place(outcome.layer) == (10, 8, 30, 20), place(outcome.layer)
    assert pixels(outcome.layer) == tinted(crop(pattern(64, 48), 64, (10, 8, 30, 20)))


@case
def a_hard_selection_changes_exactly_its_pixels():
    image = picture()
    select(image, 10, 8, 30, 20)
    edited(image, [source(image)])
    before, after, wanted = pattern(64, 48), visible(image), tinted(pattern(64, 48))
    for y in range(48):
        for x in range(64):
            inside = 10 <= x < 40 and 8 <= y < 28
            expected = pixel(wanted if inside else before, 64, x, y)
            assert pixel(after, 64, x, y) == expected, (x, y)


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
def area_selection_without_a_selection_is_refused():
    image = picture()
    refused(edit(image, [source(image)], area="selection"), "input")
    assert requests() == []


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
def a_selection_beside_the_layer_is_refused():
    image = picture()
    small = add_layer(image, "small", 10, 10, (0, 0))
    select(image, 40, 30, 10, 10)
    refused(edit(image, [small]), "input")


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
def a_soft_selection_becomes_the_layer_mask_with_the_same_values():
    image = picture()
    select_softly(image, 16, 12, 30, 24, 10.0)
    values = selection_values(image)
    assert len(set(values)) > 10, "the selection is not soft"
    outcome = edited(image, [source(image)])
    x, y, width, height = place(outcome.layer)
    mask = outcome.layer.get_mask()
    assert mask is not None, "no layer mask"
    expected = crop(values, 64, (x, y, width, height), 1)
    assert pixels(mask, pixel_format="Y u8") == expected
    outside = sum(values) - sum(expected)
    assert outside == 0, "selected pixels are not in the layer"


@case
def a_soft_selection_mixes_the_result_as_much_as_it_selects():
    image = picture()
    select_softly(image, 16, 12, 30, 24, 10.0)
    values, before = selection_values(image), pattern(64, 48)
    edited(image, [source(image)])
    after, wanted = visible(image), tinted(before)
    for i, value in enumerate(values):
        for c in range(3):
            at = 4 * i + c
            assert abs(after[at] - mixed(before[at], wanted[at], value)) <= 1.5, (i % 64, i // 64)


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
def one_pixel_can_be_edited():
    image = picture()
    select(image, 33, 20, 1, 1)
    outcome = edited(image, [source(image)])
    assert place(outcome.layer) == (33, 20, 1, 1)
    assert pixel(visible(image), 64, 33, 20) == pixel(tinted(pattern(64, 48)), 64, 33, 20)


@case
def an_answer_of_another_size_is_fitted_to_the_area():
    for scenario in ("edit=noop,scale=2", "edit=noop,scale=0.5", "edit=noop,size=96x72"):
        image = picture()
        outcome = edited(image, [source(image)], connection=model(scenario))
        assert place(outcome.layer) == (0, 0, 64, 48), (scenario, place(outcome.layer))
        # The texture is lost in small answers; the gradients are not.
        assert worst(pixels(outcome.layer), pattern(64, 48)) <= 40, scenario


@case
def context_sends_more_than_the_selection_and_changes_no_more():
    image = picture(120, 90)
    select(image, 50, 40, 20, 16)
    before = visible(image)
    outcome = edited(image, [source(image)], context=50.0)
    width, height, got = sent()
    assert width > 20 and height > 16, (width, height)
    frame = outcome.report["frame"]
    bounds = (frame["x"], frame["y"], frame["width"], frame["height"])
    assert (width, height) == bounds[2:]
    assert got == crop(pattern(120, 90), 120, bounds)
    after, wanted = visible(image), tinted(before)
    for y in range(90):
        for x in range(120):
            inside = 50 <= x < 70 and 40 <= y < 56
            assert pixel(after, 120, x, y) == pixel(wanted if inside else before, 120, x, y), (x, y)


@case
def feather_softens_inward_only():
    image = picture()
    select(image, 12, 8, 40, 32)
    before = visible(image)
    outcome = edited(image, [source(image)], feather=6)
    mask = outcome.layer.get_mask()
    values = set(pixels(mask, pixel_format="Y u8")) if mask else set(pixels(outcome.layer)[3::4])
    assert len(values) > 3, "the edge is hard"
    after = visible(image)
    for y in range(48):
        for x in range(64):
            inside = 12 <= x < 52 and 8 <= y < 40
            assert inside or pixel(after, 64, x, y) == pixel(before, 64, x, y), (x, y)
    assert pixel(after, 64, 32, 24) == pixel(tinted(before), 64, 32, 24)


@case
def the_default_settings_change_nothing_outside_the_selection():
    image = picture(160, 120)
    select_softly(image, 50, 40, 60, 40, 8.0)
    values, before = selection_values(image), visible(image)
    outcome = edit(
        image,
        [source(image)],
        connection=model("edit=object"),
        upload_format="auto",
        context=10.0,
        align=True,
        match_colors=True,
        only_changes=True,
    )
    assert outcome.ok, outcome.message
    after = visible(image)
    for i, value in enumerate(values):
        assert value or before[4 * i : 4 * i + 4] == after[4 * i : 4 * i + 4], (i % 160, i // 160)
    assert pixel(after, 160, 80, 60) != pixel(before, 160, 80, 60), "nothing changed inside"
    assert request()["pictures"][0]["mime"] == "image/jpeg"
