# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers and images from words alone; variations, references, streaming and shapes."""

from pictures import (
    add_layer,
    fill,
    mixed,
    names,
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
from rig import (
    GENERATE,
    KEY,
    MODELS,
    Gimp,
    case,
    edit,
    edited,
    model,
    refused,
    request,
    requests,
    run,
    uploaded,
)

import png


def generated(image, prompt="a red barn", connection=None, drawables=None, **arguments):
    arguments = {"model": "scripted"} | arguments
    if image is not None:
        arguments["image"] = image
    outcome = run(
        GENERATE,
        drawables if drawables is not None else [],
        prompt=prompt,
        connection=connection or model("color=cc2244,size=64x48"),
        **arguments,
    )
    assert outcome.ok, outcome.message
    return outcome


@case
def words_alone_make_a_layer_of_the_open_image():
    image = picture()
    outcome = generated(image, drawables=[source(image)])
    assert names(image) == ["a red barn", "photo"], names(image)
    assert place(outcome.layer) == (0, 0, 64, 48)
    assert pixels(outcome.layer) == bytes((0xCC, 0x22, 0x44, 255)) * (64 * 48)
    assert request()["pictures"] == [] and request()["prompt"] == "a red barn"


@case
def words_alone_make_a_new_image_where_none_is_open():
    before = len(Gimp.get_images())
    outcome = generated(None, connection=model("color=112233,size=96x64"))
    image = outcome.layer.get_image()
    assert len(Gimp.get_images()) == before + 1
    assert (image.get_width(), image.get_height()) == (96, 64)
    assert image.get_base_type() == Gimp.ImageBaseType.RGB
    assert pixel(pixels(outcome.layer), 96, 50, 30) == (0x11, 0x22, 0x33, 255)
    assert outcome.layer.get_name() == "a red barn"


@case
def words_alone_fill_a_selection():
    image = picture()
    select_softly(image, 16, 12, 32, 24, 6.0)
    values, before = selection_values(image), visible(image)
    outcome = generated(image, drawables=[source(image)])
    after = visible(image)
    for i, value in enumerate(values):
        for c, color in enumerate((0xCC, 0x22, 0x44)):
            at = 4 * i + c
            assert abs(after[at] - mixed(before[at], color, value)) <= 1.5, (i % 64, i // 64)
    assert outcome.layer.get_mask() is not None
    assert selection_values(image) == values


@case
def a_generated_layer_stands_above_the_current_one():
    image = picture()
    add_layer(image, "top", 64, 48)
    generated(image, drawables=[source(image)])
    assert names(image) == ["top", "a red barn", "photo"], names(image)


@case
def a_generated_layer_keeps_its_proportions():
    image = picture(64, 48)
    outcome = generated(image, connection=model("color=cc2244,size=100x100"))
    assert place(outcome.layer) == (8, 0, 48, 48), place(outcome.layer)


@case
def the_size_and_the_ratio_that_were_asked_for_reach_the_model():
    generated(None, aspect_ratio="16:9", size="2K").layer.get_image().delete()
    sent = request()["prompt"]
    assert sent.startswith("a red barn") and "16:9" in sent and "2K" in sent, sent


@case
def three_variations_are_three_requests_and_three_layers():
    image = picture()
    outcome = edited(image, [source(image)], variations=3, prompt="vary")
    assert len(requests()) == 3 and len(outcome.layers) == 3
    group = outcome.layers[0].get_parent()
    assert group is not None and group.is_group() and group.get_name() == "vary"
    assert len(group.get_children()) == 3
    shown = [layer.get_visible() for layer in group.get_children()]
    assert shown == [True, False, False], shown
    assert all(pixels(layer) == tinted(pattern(64, 48)) for layer in outcome.layers)
    assert len(outcome.report["answers"]) == 3


def with_references(layers):
    """The arguments that send `layers` along."""
    ids = ", ".join(str(layer.get_id()) for layer in layers)
    return {"references": ids, "upload_format": "png"}


def sizes_sent():
    return [(each["width"], each["height"]) for each in request()["pictures"]]


@case
def references_are_sent_after_the_picture_in_their_order():
    image = picture()
    first = add_layer(image, "first", 20, 10)
    fill(first, bytes((1, 2, 3, 255)) * 200)
    other = picture(30, 20)
    edited(image, [source(image)], prompt="like these", **with_references([first, source(other)]))
    assert sizes_sent() == [(64, 48), (20, 10), (30, 20)], sizes_sent()
    assert png.rgba(uploaded(1))[2] == bytes((1, 2, 3, 255)) * 200
    assert png.rgba(uploaded(2))[2] == pattern(30, 20)
    assert request()["prompt"].startswith("like these")
    assert names(image) == ["first", "like these", "photo"], names(image)


@case
def references_go_with_words_alone_too():
    image = picture()
    references = with_references([source(image)])
    generated(image, "a barn", model("edit=tint"), [source(image)], **references)
    assert sizes_sent() == [(64, 48)], sizes_sent()
    assert names(image) == ["a barn", "photo"], names(image)


@case
def streaming_is_asked_for_as_the_argument_says():
    image = picture()
    for stream in ("on", "off", "auto"):
        edited(image, [source(image)], stream=stream)
    assert [entry["stream"] for entry in requests()] == [True, False, True]


@case
def every_shape_is_read_streamed_and_whole_whatever_was_asked_for():
    for shape in ("v1", "v2", "v4"):
        for answered in ("yes", "no"):
            for asked in ("on", "off"):
                image = picture()
                scenario = f"edit=tint,shape={shape},stream={answered}"
                outcome = edited(image, [source(image)], connection=model(scenario), stream=asked)
                assert pixels(outcome.layer) == tinted(pattern(64, 48)), (shape, answered, asked)
                assert "make it orange" in outcome.text, outcome.text
                assert "base64" not in outcome.text


@case
def an_answer_in_jpeg_is_read():
    image = picture()
    outcome = edited(image, [source(image)], connection=model("edit=noop,format=jpeg"))
    assert (outcome.layer.get_width(), outcome.layer.get_height()) == (64, 48)


@case
def the_models_are_listed_with_the_picture_makers_first():
    outcome = run(MODELS, connection=model(f"key={KEY}"))
    assert outcome.ok, outcome.message
    assert list(outcome.values["models"]) == [
        "gemini-3-pro-image-preview",
        "gpt-image-1",
        "words-only",
    ], outcome.values
    assert request()["key_is_right"] and request()["method"] == "GET"


@case
def a_service_that_does_not_tell_the_balance_is_no_error():
    outcome = run(MODELS, connection=model(f"key={KEY}"), balance=True)
    assert outcome.ok, outcome.message
    assert len(outcome.values["models"]) == 3, outcome.values
    assert outcome.values["balance-left"] == "{}", outcome.values


@case
def a_wrong_key_for_the_models_is_told():
    outcome = run(MODELS, connection=model("key=another"))
    refused(outcome, "auth", "Incorrect API key provided")


@case
def the_base_url_is_understood_as_people_paste_it():
    image = picture()
    base = model("edit=tint")
    for pasted in (base, base + "/", base + "/chat/completions", f"  {base}  "):
        edited(image, [source(image)], connection=pasted)
    assert {entry["path"] for entry in requests()} == {"/edit=tint/v1/chat/completions"}


@case
def the_default_model_is_the_connection_s():
    image = picture()
    edit(image, [source(image)], model="")
    assert request()["model"] == "gemini-3-pro-image-preview", request()["model"]


@case
def a_selection_that_the_answer_does_not_cover_is_still_its_limit():
    image = picture()
    select(image, 20, 4, 8, 40)
    before = visible(image)
    generated(image, drawables=[source(image)])
    after = visible(image)
    for y in range(48):
        for x in range(64):
            inside = 20 <= x < 28 and 4 <= y < 44
            assert inside or pixel(after, 64, x, y) == pixel(before, 64, x, y), (x, y)
    assert pixel(after, 64, 24, 24) == (0xCC, 0x22, 0x44, 255)
