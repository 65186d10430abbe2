# SPDX-License-Identifier: GPL-3.0-or-later
"""What a selection lets the result change, and how softly."""

from pictures import (
    add_layer,
    crop,
    mixed,
    pattern,
    picture,
    pixel,
    pixels,
    place,
    select,
    select_softly,
    selection_values,
    source,
    tinted,
    visible,
)
from rig import case, edit, edited, model, refused, request, requests, sent


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
def area_selection_without_a_selection_is_refused():
    image = picture()
    refused(edit(image, [source(image)], area="selection"), "input")
    assert requests() == []


@case
def a_selection_beside_the_layer_is_refused():
    image = picture()
    small = add_layer(image, "small", 10, 10, (0, 0))
    select(image, 40, 30, 10, 10)
    refused(edit(image, [small]), "input")


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
def one_pixel_can_be_edited():
    image = picture()
    select(image, 33, 20, 1, 1)
    outcome = edited(image, [source(image)])
    assert place(outcome.layer) == (33, 20, 1, 1)
    assert pixel(visible(image), 64, 33, 20) == pixel(tinted(pattern(64, 48)), 64, 33, 20)


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
