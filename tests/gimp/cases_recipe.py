# SPDX-License-Identifier: GPL-3.0-or-later
"""The recipe that a layer holds makes the same layer again."""

import base64
import json
import os

from pictures import names, picture, pixels, place, select, select_softly, source
from rig import (
    EDIT,
    FOLDER,
    GENERATE,
    MODEL,
    Gimp,
    Gio,
    case,
    edited,
    forget,
    model,
    refused,
    request,
    requests,
    run,
    uploaded,
)


def recipe_text(layer):
    return bytes(layer.get_parasite("wordbrush-recipe").get_data()).decode()


def looks(layer):
    """All that an inserted layer is."""
    mask = layer.get_mask()
    values = pixels(mask, pixel_format="Y u8") if mask else None
    return layer.get_name(), place(layer), pixels(layer), values


def repeated(image, recipe, connection=None, **arguments):
    connection = model("edit=tint") if connection is None else connection
    return run(EDIT, [source(image)], image=image, recipe=recipe, connection=connection, **arguments)


def same_again(image, layer, recipe, **arguments):
    """Asserts that the recipe sends the same, and makes the same, as it did for `layer`."""
    before, picture_before = request(), uploaded()
    layer.set_visible(False)
    forget()
    outcome = repeated(image, recipe, **arguments)
    assert outcome.ok, outcome.message
    assert request()["body_sha256"] == before["body_sha256"], (before, request())
    assert uploaded() == picture_before
    assert looks(outcome.layer)[1:] == looks(layer)[1:]
    return outcome.layer


def softly_edited(**arguments):
    image = picture(120, 90)
    select_softly(image, 20, 16, 48, 32, 4.0)
    forget()
    outcome = edited(image, [source(image)], connection=model("edit=tint"), **arguments)
    return image, outcome.layer


WAYS = (
    {},
    {"context": 12.5, "align": True, "match_colors": True, "only_changes": True},
    {"spill": 5, "feather": 3, "sensitivity": 0.3, "upload_format": "jpeg"},
    {"area": "layer"},
    {"area": "visible", "context": 0.0},
    {"stream": "off", "aspect_ratio": "16:9", "size": "2K", "overview": False},
)


@case
def it_sends_and_makes_the_same_byte_for_byte():
    for way in WAYS:
        image, layer = softly_edited(**way)
        same_again(image, layer, recipe_text(layer))


@case
def it_does_so_without_the_selection():
    for way in WAYS:
        image, layer = softly_edited(**way)
        Gimp.Selection.none(image)
        same_again(image, layer, recipe_text(layer))


@case
def another_selection_is_none_of_its_business():
    image, layer = softly_edited()
    select(image, 0, 0, 8, 8)
    same_again(image, layer, recipe_text(layer))
    whole = picture()
    forget()
    layer = edited(whole, [source(whole)], connection=model("edit=tint")).layer
    select(whole, 0, 0, 8, 8)
    same_again(whole, layer, recipe_text(layer))


@case
def a_file_keeps_it():
    image, layer = softly_edited(context=10.0, only_changes=True)
    file = Gio.File.new_for_path(f"{FOLDER}/recipe.xcf")
    assert Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, file, None)
    again = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, file)
    Gimp.Selection.none(again)
    twin = again.get_layers()[0]
    assert looks(twin) == looks(layer)
    same_again(again, twin, recipe_text(twin))


@case
def the_repeated_layer_holds_the_same_recipe():
    image, layer = softly_edited(spill=4)
    again = same_again(image, layer, recipe_text(layer))
    ours, theirs = json.loads(recipe_text(again)), json.loads(recipe_text(layer))
    assert ours.pop("time") and theirs.pop("time")
    assert ours == theirs


@case
def a_layer_from_words_alone_is_repeated_too():
    image = picture()
    select(image, 8, 8, 40, 24)
    forget()
    words = {"image": image, "connection": model()}
    first = run(GENERATE, [source(image)], prompt="a boat", model="scripted", **words).layer
    before = request()["body_sha256"]
    Gimp.Selection.none(image)
    forget()
    again = run(GENERATE, [source(image)], recipe=recipe_text(first), **words)
    assert again.ok, again.message
    assert request()["body_sha256"] == before
    assert looks(again.layer)[1:] == looks(first)[1:]
    refused(repeated(image, recipe_text(first)), "input", "words alone")
    edit = softly_edited()[1]
    refused(run(GENERATE, [source(image)], recipe=recipe_text(edit), **words), "input", "an edit")


@case
def other_words_can_be_given_with_it():
    image, layer = softly_edited()
    forget()
    outcome = repeated(image, recipe_text(layer), prompt="make it blue", model="other")
    assert outcome.ok, outcome.message
    assert request()["prompt"] == "make it blue" and request()["model"] == "other"
    assert outcome.layer.get_name() == "make it blue"


@case
def references_have_to_be_named_again():
    image = picture()
    forget()
    layer = edited(
        image, [source(image)], references=str(source(image).get_id()), connection=model("edit=tint")
    ).layer
    before = request()["body_sha256"]
    forget()
    refused(repeated(image, recipe_text(layer)), "input", "references")
    assert requests() == []
    outcome = repeated(image, recipe_text(layer), references=str(source(image).get_id()))
    assert outcome.ok and request()["body_sha256"] == before


# --- where it goes


def saved_connections(*connections):
    folder = os.path.join(os.environ["GIMP3_DIRECTORY"], "wordbrush")
    os.makedirs(folder, exist_ok=True)
    text = "[general]\nversion=1\n"
    for number, (name, address) in enumerate(connections, 1):
        text += f"\n[connection {number}]\nname={name}\nbase_url={address}\nmodel=scripted\n"
    with open(os.path.join(folder, "connections.ini"), "w", encoding="utf-8") as file:
        file.write(text + "stream=true\n" if connections else text)


def without_connection(image, recipe):
    return repeated(image, recipe, connection="")


@case
def it_goes_to_the_saved_connection_of_its_host():
    image, layer = softly_edited()
    before = request()["body_sha256"]
    forget()
    refused(without_connection(image, recipe_text(layer)), "input", "no saved connection")
    assert requests() == []
    saved_connections(("Elsewhere", "http://127.0.0.1:9/v1"), ("Mine", model("edit=tint")))
    try:
        outcome = without_connection(image, recipe_text(layer))
        assert outcome.ok, outcome.message
        assert request()["body_sha256"] == before
        assert json.loads(recipe_text(outcome.layer))["connection"] == "Mine"
    finally:
        saved_connections()


@case
def it_cannot_send_anything_elsewhere():
    image, layer = softly_edited()
    forget()
    told = json.loads(recipe_text(layer))
    for change in (
        {"host": "evil.example"},
        {"connection": MODEL + "/v1", "host": "evil.example"},
        {"connection": "Mine", "host": "evil.example"},
        {"base_url": MODEL, "host": ""},
    ):
        saved_connections(("Mine", model("edit=tint")))
        try:
            hostile = json.dumps(told | change)
            refused(without_connection(image, hostile), "input", "no saved connection")
        finally:
            saved_connections()
    assert requests() == []


# --- what is no recipe


def spoiled(told):
    """Recipes that say what cannot be."""
    deep = {"treatment": told["treatment"] | {"feather": 5000}}
    bomb = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(64)).decode()
    yield "nonsense"
    yield "{}"
    yield "[" * 200000
    yield json.dumps(told)[:-40]
    yield json.dumps(told | {"wordbrush_recipe": "1"})
    yield json.dumps(told | {"wordbrush_recipe": 0})
    yield json.dumps(told | {"prompt": 3})
    yield json.dumps(told | {"target": [0, 0, -4, 3]})
    yield json.dumps(told | {"target": [0, 0, 4]})
    yield json.dumps(told | {"upload_format": "bmp"})
    yield json.dumps(told | {"model": "a\nb"})
    yield json.dumps(told | {"treatment": []})
    yield json.dumps(told | deep)
    yield json.dumps(told | {"treatment": told["treatment"] | {"context_share": -1}})
    yield json.dumps(told | {"selection": bomb})
    yield json.dumps(told | {"selection": "%%%"})
    yield json.dumps(told | {"selection_bounds": [20, 16, 49, 32]})
    yield json.dumps(told | {"selection_bounds": [0, 0, 1000000, 1000000]})
    yield json.dumps({name: value for name, value in told.items() if name != "stream"})


@case
def what_is_no_recipe_is_refused_and_nothing_is_sent():
    image, layer = softly_edited()
    forget()
    before = names(image)
    told = json.loads(recipe_text(layer))
    for recipe in spoiled(told):
        refused(repeated(image, recipe), "input", "no recipe")
    newer = json.dumps(told | {"wordbrush_recipe": 2})
    refused(repeated(image, newer), "input", "newer version")
    refused(repeated(image, json.dumps(told | {"prompt": "x" * 2000000})), "input", "too long")
    refused(repeated(image, json.dumps(told | {"prompt": " "})), "input", "prompt is empty")
    assert requests() == [] and names(image) == before


@case
def it_does_not_go_with_a_layer_that_lies_elsewhere():
    _, layer = softly_edited()
    forget()
    refused(repeated(picture(40, 30), recipe_text(layer)), "input", "outside of this layer")
    assert requests() == []


@case
def without_its_selection_it_asks_for_one():
    image, layer = softly_edited()
    told = json.loads(recipe_text(layer))
    del told["selection"], told["selection_bounds"]
    told["selection_left_out"] = True
    same_again(image, layer, json.dumps(told))
    Gimp.Selection.none(image)
    forget()
    refused(repeated(image, json.dumps(told)), "input", "Select the part again")
    assert requests() == []
