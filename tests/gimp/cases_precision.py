# SPDX-License-Identifier: GPL-3.0-or-later
"""The answer is brought back: aligned, in the colours of before, and only where it changed.

A canned answer was made for one picture and is given for another: what differs between the two
is what the model "did" to the second.
"""

import itertools
from pathlib import Path

from pictures import (
    crop,
    fill,
    pattern,
    picture,
    pixel,
    pixels,
    select,
    select_softly,
    selection_values,
    source,
    tinted,
    visible,
)
from rig import EDIT, Gimp, Gio, case, edited, model, request, run


PHOTO = Path(__file__).resolve().parents[2] / "data" / "photos" / "boats.jpg"
WIDTH, HEIGHT = 480, 360
SELECTED = (120, 80, 240, 200)
numbers = itertools.count()
STEPS = ("align", "match_colors", "only_changes")


def photograph(dx=0, dy=0, light=None):
    """A part of the photograph, shifted and with its values mapped by `light`."""
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, Gio.File.new_for_path(str(PHOTO)))
    image.crop(WIDTH, HEIGHT, 500 + dx, 500 + dy)
    layer = image.get_layers()[0]
    layer.set_name("photo")
    if light:
        table = bytes(light(value) for value in range(256))
        data = pixels(layer, pixel_format="R'G'B' u8").translate(table)
        fill(layer, data, "R'G'B' u8")
    select(image, *SELECTED)
    return image


def treated(image, scenario, **settings):
    """An edit with only the steps that are named; the frame goes with context, and exactly."""
    steps = dict.fromkeys(STEPS, False) | {"context": 20.0, "overview": False}
    return edited(image, [source(image)], connection=model(scenario), **(steps | settings))


def answered_for(other, image, **settings):
    """What comes of `image` when it gets the answer that was made for `other`."""
    # The server cans an answer for each path; the color is none that an edit needs.
    scenario = f"edit=object,canned=yes,color={next(numbers):06x}"
    treated(other, scenario)
    return treated(image, scenario, **settings)


def fit_of(outcome):
    (answer,) = outcome.report["answers"]
    return answer["fit"]


def warnings(outcome):
    return [warning["name"] for warning in outcome.report["warnings"]]


def mask_of(layer):
    return pixels(layer.get_mask(), pixel_format="Y u8")


def original(image, area=SELECTED):
    return pixels(source(image), area)


def distance_beside_the_object(image, outcome):
    """The mean difference of the result and the picture near the selection's upper edge."""
    width, rows = SELECTED[2], 16
    a = pixels(outcome.layer)[: width * rows * 4]
    b = original(image)[: width * rows * 4]
    return sum(abs(p - q) for p, q in zip(a, b)) / (len(a) * 3 / 4)


@case
def what_the_model_shifted_is_aligned():
    image = photograph()
    outcome = answered_for(photograph(6, 4), image, align=True)
    registration = fit_of(outcome)["registration"]
    _, _, x0, _, _, y0 = registration["transform"]
    assert registration["outcome"] == "aligned", registration
    # From what was sent to the answer: there all lies further left and higher.
    assert abs(x0 + 6) < 0.3 and abs(y0 + 4) < 0.3, registration
    assert registration["confidence"] > 0.5 and registration["corner_error"] < 0.5
    assert distance_beside_the_object(image, outcome) < 1.5


@case
def without_alignment_it_stays_shifted():
    image = photograph()
    outcome = answered_for(photograph(6, 4), image)
    assert "registration" not in fit_of(outcome)
    assert distance_beside_the_object(image, outcome) > 5


@case
def what_the_model_made_darker_is_matched():
    image = photograph()
    darker = photograph(light=lambda value: int(value * 0.92))
    outcome = answered_for(darker, image, match_colors=True)
    colors = fit_of(outcome)["colors"]
    assert colors["outcome"] == "matched" and colors["change"] > 2, colors
    assert colors["unchanged_share"] > 0.5, colors
    assert distance_beside_the_object(image, outcome) < 1.5


@case
def without_matching_it_stays_darker():
    image = photograph()
    outcome = answered_for(photograph(light=lambda value: int(value * 0.92)), image)
    assert "colors" not in fit_of(outcome)
    assert distance_beside_the_object(image, outcome) > 5


@case
def only_what_changed_is_shown():
    image = photograph()
    outcome = treated(image, "edit=object", only_changes=True)
    mask, width = mask_of(outcome.layer), SELECTED[2]
    assert mask[100 * width + 120] == 255, "the object is hidden"
    assert set(crop(mask, width, (0, 0, 30, 30), 1)) == {0}, "what did not change is shown"
    assert 0 < fit_of(outcome)["changed_share"] < 0.8, fit_of(outcome)
    before = photograph()
    a, b = pixels(source(before)), visible(image)
    for i, value in enumerate(mask):
        at = 4 * ((SELECTED[1] + i // width) * WIDTH + SELECTED[0] + i % width)
        assert value or a[at : at + 4] == b[at : at + 4], (i % width, i // width)


@case
def the_layer_holds_the_whole_answer_and_its_mask_can_be_repainted():
    darker = photograph(light=lambda value: int(value * 0.92))
    whole = pixels(answered_for(darker, photograph()).layer)
    image = photograph()
    layer = answered_for(darker, image, only_changes=True, feather=9).layer
    assert pixels(layer) == whole, "what the mask hides is lost"
    mask = layer.get_mask()
    assert Gimp.Layer.from_mask(mask).get_id() == layer.get_id() and layer.get_apply_mask()
    hidden = visible(image)
    mask.fill(Gimp.FillType.WHITE)
    mask.update(0, 0, mask.get_width(), mask.get_height())
    assert visible(image) != hidden
    assert crop(visible(image), WIDTH, SELECTED) == whole


@case
def sensitivity_decides_what_counts():
    def shown(sensitivity):
        image = photograph()
        slightly = photograph(light=lambda value: min(255, value + (9 if value > 128 else 0)))
        outcome = answered_for(slightly, image, only_changes=True, sensitivity=sensitivity)
        mask = outcome.layer.get_mask()
        return sum(pixels(mask, pixel_format="Y u8"))

    low, high = shown(0.0), shown(1.0)
    assert high > 1.2 * low, (low, high)


@case
def spill_reaches_out_of_the_selection_so_far_and_no_further():
    for spill in (0, 8):
        image = picture(160, 120)
        select(image, 50, 40, 60, 40)
        before = visible(image)
        outcome = edited(image, [source(image)], spill=spill, context=10.0, overview=False)
        after = visible(image)
        assert outcome.report["plan"]["spill"] == spill
        beyond = [
            max(50 - x, x - 109, 40 - y, y - 79)
            for y in range(120)
            for x in range(160)
            if pixel(before, 160, x, y) != pixel(after, 160, x, y)
        ]
        assert max(beyond) <= spill, f"{max(beyond)} pixels out of the selection"
        assert spill == 0 or max(beyond) > spill // 2, "nothing spills"


@case
def feather_never_shows_more_than_is_selected():
    image = picture(160, 120)
    select_softly(image, 50, 40, 60, 40, 12.0)
    values = selection_values(image)
    outcome = edited(image, [source(image)], feather=9)
    _, x, y = outcome.layer.get_offsets()
    width, height = outcome.layer.get_width(), outcome.layer.get_height()
    mask, selected = mask_of(outcome.layer), crop(values, 160, (x, y, width, height), 1)
    assert all(shown <= limit for shown, limit in zip(mask, selected))
    assert sum(mask) < sum(selected) and max(mask) > 200
    assert outcome.report["plan"]["feather"] == 9


@case
def the_steps_are_taken_unless_they_are_turned_off():
    image = photograph()
    outcome = run(
        EDIT,
        [source(image)],
        image=image,
        prompt="a ball",
        connection=model("edit=object"),
        model="scripted",
    )
    assert outcome.ok, outcome.message
    fit = fit_of(outcome)
    assert fit["registration"]["outcome"] in ("aligned", "already_aligned"), fit
    assert fit["colors"]["outcome"] in ("matched", "already_matched"), fit
    assert 0 < fit["changed_share"] < 0.8, fit
    plan = outcome.report["plan"]
    assert plan["feather"] == plan["spill"] == 0 and 0 < plan["scale"] <= 1, plan
    assert len(request()["pictures"]) == 2, "the frame covers less than half of the picture"
    mask, width = mask_of(outcome.layer), SELECTED[2]
    assert mask[100 * width + 120] == 255 and mask[5 * width + 5] == 0
    assert warnings(outcome) == [], warnings(outcome)


@case
def a_change_of_colors_that_was_asked_for_is_kept():
    image = photograph()
    before = visible(image)
    outcome = run(EDIT, [source(image)], image=image, prompt="make it warmer")
    assert outcome.ok, outcome.message
    assert warnings(outcome) == ["colors_not_matched"], warnings(outcome)
    assert visible(image) != before and min(mask_of(outcome.layer)) == 255


@case
def a_whole_picture_that_is_drawn_anew_is_no_news():
    image = photograph()
    Gimp.Selection.none(image)
    outcome = run(EDIT, [source(image)], image=image, prompt="invert the colors")
    assert outcome.ok, outcome.message
    assert warnings(outcome) == [], warnings(outcome)
    assert outcome.layer.get_mask() is None


@case
def an_answer_of_another_picture_is_placed_with_a_warning():
    image = photograph()
    other = picture(WIDTH, HEIGHT)
    select(other, *SELECTED)
    outcome = answered_for(other, image, align=True, match_colors=True, only_changes=True)
    assert "redrawn" in warnings(outcome), warnings(outcome)
    sentence = outcome.report["warnings"][0]["sentence"]
    assert "placed without alignment" in sentence, sentence
    _, x, y = outcome.layer.get_offsets()
    assert (x, y, outcome.layer.get_width(), outcome.layer.get_height()) == SELECTED
    values = mask_of(outcome.layer)
    assert min(values) == 255, "all of it is shown"


@case
def an_answer_of_another_shape_is_placed_with_a_warning():
    image = picture(160, 120)
    select(image, 50, 40, 60, 40)
    outcome = treated(image, "edit=tint,size=100x100", align=True)
    assert "other_ratio" in warnings(outcome), warnings(outcome)
    assert fit_of(outcome)["placement"] in ("letterbox", "crop", "stretch")


@case
def nothing_to_do_leaves_every_pixel_of_the_answer():
    image = picture(160, 120)
    select(image, 50, 40, 60, 40)
    outcome = treated(image, "edit=tint")
    assert pixels(outcome.layer) == tinted(crop(pattern(160, 120), 160, (50, 40, 60, 40)))
