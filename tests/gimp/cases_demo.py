# SPDX-License-Identifier: GPL-3.0-or-later
"""Without any setting, key or network: the offline demo is the default connection."""

from pictures import picture, pixels, select, source, visible
from rig import EDIT, GENERATE, MODELS, Gimp, case, model, refused, requests, run


def demo(prompt, image, **arguments):
    outcome = run(EDIT, [source(image)], image=image, prompt=prompt, **arguments)
    assert outcome.ok, outcome.message
    return outcome


@case
def an_edit_works_without_any_setting():
    image = picture(160, 120)
    before = visible(image)
    outcome = demo("make it black and white", image)
    data = pixels(outcome.layer)
    spread = max(max(data[i : i + 3]) - min(data[i : i + 3]) for i in range(0, len(data), 4))
    assert spread <= 12, f"not black and white: {spread}"
    assert visible(image) != before
    assert outcome.text.strip(), "the demo says what it did"
    assert requests() == []


@case
def the_demo_stays_inside_the_selection():
    image = picture(160, 120)
    select(image, 40, 30, 80, 60)
    before = visible(image)
    demo("invert the colors", image)
    after = visible(image)
    for y in range(120):
        for x in range(160):
            at = (y * 160 + x) * 4
            inside = 40 <= x < 120 and 30 <= y < 90
            assert inside or before[at : at + 4] == after[at : at + 4], (x, y)
    middle = (60 * 160 + 80) * 4
    assert before[middle : middle + 4] != after[middle : middle + 4]


@case
def the_demo_says_that_it_is_no_ai_when_it_knew_no_instruction():
    image = picture(160, 120)
    outcome = run(EDIT, [source(image)], image=image, prompt="add a friendly dragon")
    refused(outcome, "no_image", "no AI")


@case
def words_alone_make_an_image():
    outcome = run(GENERATE, [], prompt="a mountain lake at dusk")
    assert outcome.ok, outcome.message
    assert len(set(pixels(outcome.layer))) > 20, "the picture is empty"


@case
def the_demo_has_models():
    outcome = run(MODELS)
    assert outcome.ok, outcome.message
    assert len(outcome.values["models"]) >= 1


@case
def an_endpoint_that_wants_a_key_is_told_when_there_is_none():
    image = picture()
    outcome = run(
        EDIT, [source(image)], image=image, prompt="x", connection=model("key=needed")
    )
    refused(outcome, "auth")
    assert "authorization" not in requests()[0]["headers"]


@case
def the_default_settings_are_enough_for_every_kind_of_image():
    for precision in (Gimp.Precision.U16_LINEAR, Gimp.Precision.FLOAT_LINEAR):
        image = picture(precision=precision)
        demo("make it warmer", image)
    gray = picture(base=Gimp.ImageBaseType.GRAY)
    demo("make it brighter", gray)
