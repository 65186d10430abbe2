# SPDX-License-Identifier: GPL-3.0-or-later
"""The small picture of the whole layer that goes along where only a small part is sent."""

from pictures import add_layer, crop, fill, pattern, picture, pixel, pixels, select, source, worst
from rig import GENERATE, Gimp, case, edited, forget, model, request, requests, run, uploaded

import png

RED = (255, 0, 0, 255)
WORDS = "the last picture only shows where it lies"


def selected_picture(width=300, height=200, selected=(200, 40, 20, 16), **kind):
    image = picture(width, height, **kind)
    select(image, *selected)
    return image


def sent():
    """How many pictures arrived."""
    return len(request()["pictures"])


def overview():
    return png.rgba(uploaded(1))


def is_outside(rect, x, y, line=2):
    """Whether a pixel is neither in the frame nor in the line around it."""
    left, top = rect["x"] - line, rect["y"] - line
    right, bottom = rect["x"] + rect["width"] + line, rect["y"] + rect["height"] + line
    return not (left <= x < right and top <= y < bottom)


def shows_the_layer_with_its_frame(outcome, whole, tolerance=0):
    """The overview holds what the layer holds, and a red line around the frame that was sent."""
    width, height, got = overview()
    frame = outcome.report["frame"]
    assert len(got) == len(whole), (width, height)
    for y in range(height):
        for x in range(width):
            at = 4 * (y * width + x)
            if is_outside(frame, x, y):
                away = worst(got[at : at + 4], whole[at : at + 4])
                assert away <= tolerance, (x, y, got[at : at + 4], whole[at : at + 4])
    middle = frame["y"] + frame["height"] // 2
    assert pixel(got, width, frame["x"] - 1, middle) == RED, "no line at its left"
    assert pixel(got, width, frame["x"] + frame["width"], middle) == RED, "no line at its right"
    inside = pixel(got, width, frame["x"], middle)
    at = 4 * (middle * width + frame["x"])
    assert worst(inside, whole[at : at + 4]) <= tolerance, "the line is within the frame"


@case
def a_small_part_goes_with_an_overview_and_words_for_it():
    image = selected_picture()
    outcome = edited(image, [source(image)], context=10.0)
    assert sent() == 2, request()["pictures"]
    frame = outcome.report["frame"]
    part = (frame["x"], frame["y"], frame["width"], frame["height"])
    assert png.rgba(uploaded(0)) == (*part[2:], crop(pattern(300, 200), 300, part))
    assert overview()[:2] == (300, 200)
    shows_the_layer_with_its_frame(outcome, pattern(300, 200))
    prompt = request()["prompt"]
    assert prompt.startswith("make it orange\n\n") and WORDS in prompt, prompt
    assert outcome.report["plan"]["overview"] and WORDS in outcome.report["prompt"]
    assert outcome.layer.get_name() == "make it orange", "the words are in the layer's name"


@case
def it_is_small():
    image = selected_picture(2400, 1200, (100, 100, 60, 60))
    outcome = edited(image, [source(image)], context=10.0)
    width, height, _ = overview()
    assert (width, height) == (1024, 512), (width, height)
    assert [each["width"] for each in outcome.report["sent"]] == [124, 1024]


@case
def it_can_be_turned_off():
    image = selected_picture()
    outcome = edited(image, [source(image)], context=10.0, overview=False)
    assert sent() == 1 and request()["prompt"] == "make it orange"
    assert not outcome.report["plan"]["overview"]


@case
def its_words_can_be_changed():
    image = selected_picture()
    edited(image, [source(image)], context=10.0, overview_words="The second one is the map.")
    assert request()["prompt"] == "make it orange\n\nThe second one is the map."


@case
def its_words_can_be_left_out():
    image = selected_picture()
    edited(image, [source(image)], context=10.0, overview_words="")
    assert sent() == 2 and request()["prompt"] == "make it orange"


@case
def references_come_before_it():
    image = selected_picture()
    other = add_layer(image, "other", 30, 20)
    fill(other)
    edited(image, [source(image)], context=10.0, references=str(other.get_id()))
    assert sent() == 3, request()["pictures"]
    assert png.rgba(uploaded(1)) == (30, 20, pattern(30, 20))
    assert "Take picture 2 as reference." in request()["prompt"], request()["prompt"]


@case
def most_of_a_layer_needs_none():
    image = selected_picture(120, 90, (10, 10, 90, 70))
    edited(image, [source(image)], context=10.0)
    assert sent() == 1


@case
def a_layer_that_is_sent_alone_needs_none():
    image = selected_picture()
    small = add_layer(image, "small", 40, 30, (10, 10))
    fill(small)
    select(image, 15, 15, 10, 10)
    for area in ("layer", "visible"):
        edited(image, [small], context=10.0, area=area)
    Gimp.Selection.none(image)
    edited(image, [small], context=10.0)
    assert [len(each["pictures"]) for each in requests()] == [1, 1, 1]


@case
def without_context_there_is_none():
    image = selected_picture()
    edited(image, [source(image)], context=0.0)
    assert sent() == 1


@case
def words_alone_need_none():
    image = selected_picture()
    outcome = run(GENERATE, [source(image)], image=image, prompt="a hat", connection=model())
    assert outcome.ok, outcome.message
    assert sent() == 0 and request()["prompt"] == "a hat", request()["prompt"]


@case
def it_shows_what_is_sent_and_no_other_layer():
    image = selected_picture()
    fill(add_layer(image, "secret", 300, 200))
    outcome = edited(image, [source(image)], context=10.0)
    shows_the_layer_with_its_frame(outcome, pattern(300, 200))


@case
def it_shows_a_layer_with_offsets_by_itself():
    image = picture(300, 200)
    part = add_layer(image, "part", 200, 120, (-20, 60), alpha=False)
    fill(part)
    select(image, 30, 90, 10, 10)
    outcome = edited(image, [part], context=10.0)
    width, height, got = overview()
    assert (width, height) == (200, 120), (width, height)
    frame = dict(outcome.report["frame"])
    frame["x"] += 20
    frame["y"] -= 60
    whole = pattern(200, 120)
    for x in range(width):
        at = 4 * (5 * width + x)
        assert not is_outside(frame, x, 5) or got[at : at + 4] == whole[at : at + 4], x
    assert pixel(got, width, frame["x"] - 1, frame["y"] + 5) == RED


@case
def its_colors_are_right_in_every_kind_of_image():
    for precision in (Gimp.Precision.U16_LINEAR, Gimp.Precision.FLOAT_NON_LINEAR):
        image = selected_picture(precision=precision)
        outcome = edited(image, [source(image)], context=10.0)
        shows_the_layer_with_its_frame(outcome, pattern(300, 200), 1)
        forget()
    gray = selected_picture(base=Gimp.ImageBaseType.GRAY)
    outcome = edited(gray, [source(gray)], context=10.0)
    shows_the_layer_with_its_frame(outcome, pixels(source(gray)), 1)


@case
def what_is_transparent_stays_so():
    image = selected_picture(alpha=True)
    layer = source(image)
    mask = layer.create_mask(Gimp.AddMaskType.BLACK)
    layer.add_mask(mask)
    fill(mask, bytes([0] * 150 + [255] * 150) * 200, "Y u8")
    edited(image, [layer], context=10.0)
    width, _, got = overview()
    assert pixel(got, width, 40, 20)[3] == 0 and pixel(got, width, 290, 20)[3] == 255

