# SPDX-License-Identifier: GPL-3.0-or-later
"""What a picture says of how it came to be: layers, metadata, exported files."""

import json
import os
from pathlib import Path

from pictures import add_group, add_layer, names, picture, pixels, save_xcf, select, source
from rig import EDIT, FOLDER, GENERATE, KEY, Gimp, Gio, case, edited, model, run

UPDATE = "plug-in-wordbrush-update-metadata"
TERMS = "http://cv.iptc.org/newscodes/digitalsourcetype/"
COMPOSITE = TERMS + "compositeWithTrainedAlgorithmicMedia"
TRAINED = TERMS + "trainedAlgorithmicMedia"
CAMERA = TERMS + "digitalCapture"
FORMATS = ("png", "jpeg", "tiff", "webp")
PREFERENCES = Path(os.environ["GIMP3_DIRECTORY"]) / "wordbrush" / "window.ini"


def tag(image):
    """The digital source type in the metadata."""
    text = image.get_metadata().serialize()
    start = text.find('<tag name="Xmp.iptcExt.DigitalSourceType">')
    return text[start:].partition(">")[2].partition("<")[0] if start >= 0 else ""


def set_tag(image, term):
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about=""'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        f' Iptc4xmpExt:DigitalSourceType="{term}"/></rdf:RDF></x:xmpmeta>'
    )
    metadata = image.get_metadata()
    assert metadata.set_from_xmp(xmp.encode())
    image.set_metadata(metadata)


def update(image):
    outcome = run(UPDATE, image=image)
    assert outcome.ok, outcome.message
    assert outcome.values["digital-source-type"] == tag(image)
    return tag(image)


def text_of(item, name):
    parasite = item.get_parasite(name)
    return bytes(parasite.get_data()).decode() if parasite else ""


def recipe_of(layer):
    return json.loads(text_of(layer, "wordbrush-recipe"))


def exported(image, kind):
    """The bytes of the file that GIMP makes of it."""
    export = Gimp.get_pdb().lookup_procedure(f"file-{kind}-export")
    config = export.create_config()
    file = Gio.File.new_for_path(f"{FOLDER}/exported.{kind}")
    config.set_property("image", image)
    config.set_property("file", file)
    config.set_property("include-xmp", True)
    assert export.run(config).index(0) == Gimp.PDBStatusType.SUCCESS, kind
    return Path(file.get_path()).read_bytes()


def reloaded(image, name="reloaded.xcf"):
    save_xcf(image, name)
    file = Gio.File.new_for_path(f"{FOLDER}/{name}")
    return Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, file)


def hide(layer, is_hidden=True):
    layer.set_visible(not is_hidden)


def edited_picture(**arguments):
    image = picture()
    return image, edited(image, [source(image)], **arguments).layer


@case
def a_layer_says_how_it_was_made():
    image = picture()
    select(image, 8, 8, 40, 24)
    outcome = edited(image, [source(image)], connection=model(f"edit=tint,key={KEY}"))
    told = recipe_of(outcome.layer)
    assert told["prompt"] == "make it orange" and told["model"] == "scripted", told
    assert told["host"].startswith("127.0.0.1:") and told["connection"] == "", told
    assert told["target"] == [8, 8, 40, 24] and told["place"] == [8, 8, 40, 24], told
    assert told["frame"][:2] <= [8, 8] and len(told["answer_sha256"]) == 64, told
    assert told["program"].startswith("Wordbrush ") and told["time"].startswith("20"), told
    assert KEY not in json.dumps(told) and "http" not in json.dumps(told), told


@case
def each_variation_says_it():
    image = picture()
    outcome = edited(image, variations=2)
    for layer in outcome.layers:
        assert recipe_of(layer)["prompt"] == "make it orange"
    assert tag(image) == COMPOSITE


@case
def who_does_not_want_recipes_gets_none():
    PREFERENCES.parent.mkdir(parents=True, exist_ok=True)
    PREFERENCES.write_text("[window]\nkeeps_recipes=false\n", encoding="utf-8")
    try:
        image, layer = edited_picture()
    finally:
        PREFERENCES.unlink()
    assert layer.get_parasite("wordbrush-recipe") is None
    assert tag(image) == COMPOSITE, "the metadata goes with the picture all the same"


@case
def the_tag_comes_with_the_layer_and_goes_with_it():
    image, layer = edited_picture()
    assert tag(image) == COMPOSITE
    hide(layer)
    assert update(image) == ""
    hide(layer, False)
    assert update(image) == COMPOSITE
    layer.set_opacity(0.0)
    assert update(image) == ""
    layer.set_opacity(50.0)
    assert update(image) == COMPOSITE
    image.remove_layer(layer)
    assert update(image) == ""


@case
def a_hidden_group_hides_it():
    image, layer = edited_picture()
    group = add_group(image, "group")
    image.reorder_item(layer, group, 0)
    assert update(image) == COMPOSITE
    hide(group)
    assert update(image) == ""


@case
def what_a_camera_said_comes_back():
    image = picture()
    set_tag(image, CAMERA)
    layer = edited(image, [source(image)]).layer
    assert tag(image) == COMPOSITE
    hide(layer)
    assert update(image) == CAMERA
    # The user says something else.
    set_tag(image, TERMS + "negativeFilm")
    hide(layer, False)
    assert update(image) == COMPOSITE
    hide(layer)
    assert update(image) == TERMS + "negativeFilm"


@case
def a_picture_from_words_alone_is_wholly_a_models():
    outcome = run(GENERATE, prompt="a boat", connection=model(), model="scripted")
    image = outcome.layer.get_image()
    assert tag(image) == TRAINED
    add_layer(image, "drawn", 8, 8)
    assert update(image) == COMPOSITE


@case
def the_demo_is_no_trained_model():
    image = picture()
    demo = {"connection": "Offline demo", "model": ""}
    layer = edited(image, [source(image)], prompt="make it darker", **demo).layer
    assert tag(image) == TERMS + "algorithmicallyEnhanced"
    told = recipe_of(layer)
    assert told["connection"] == "Offline demo", told
    again = run(EDIT, [source(image)], image=image, recipe=json.dumps(told))
    assert again.ok, again.message
    assert pixels(again.layer) == pixels(layer)
    edited(image, [source(image)])
    assert tag(image) == COMPOSITE
    made = run(GENERATE, prompt="a sunset", connection="Offline demo").layer
    assert tag(made.get_image()) == TERMS + "algorithmicMedia"


@case
def a_models_picture_stays_one_when_it_is_edited():
    image = picture()
    set_tag(image, TRAINED)
    layer = edited(image, [source(image)]).layer
    assert tag(image) == TRAINED
    hide(layer)
    assert update(image) == TRAINED


@case
def what_is_unknown_to_us_is_left_alone():
    image = picture()
    set_tag(image, COMPOSITE)
    assert update(image) == COMPOSITE
    assert image.get_parasite("wordbrush-image-source") is None


@case
def a_look_is_no_step_and_changes_nothing():
    image, layer = edited_picture()
    hide(layer)
    image.clean_all()
    update(image)
    assert tag(image) == "" and not image.is_dirty()
    hide(layer, False)
    assert image.is_dirty()
    update(image)
    assert image.is_dirty(), "what the user did looks saved"


@case
def merged_layers_stay_ours():
    for merge in (
        lambda image, layer: image.merge_down(layer, Gimp.MergeType.EXPAND_AS_NECESSARY),
        lambda image, _: image.merge_visible_layers(Gimp.MergeType.CLIP_TO_IMAGE),
        lambda image, _: image.flatten(),
    ):
        image, layer = edited_picture()
        add_layer(image, "more", 8, 8)
        update(image)
        merge(image, layer)
        assert update(image) == COMPOSITE
        assert update(reloaded(image)) == COMPOSITE
        for left in image.get_layers():
            hide(left)
        assert update(image) == ""


@case
def a_merged_group_stays_ours():
    image, layer = edited_picture()
    group = add_group(image, "group")
    image.reorder_item(layer, group, 0)
    update(image)
    merged = group.merge()
    assert update(image) == COMPOSITE
    hide(merged)
    assert update(image) == ""


@case
def a_new_layer_inherits_nothing():
    image, layer = edited_picture()
    update(image)
    image.remove_layer(layer)
    add_layer(image, "new", 64, 48)
    assert update(image) == ""


@case
def copies_say_the_same():
    image, layer = edited_picture()
    copy = layer.copy()
    image.insert_layer(copy, None, 0)
    image.remove_layer(layer)
    assert update(image) == COMPOSITE
    twin = image.duplicate()
    assert update(twin) == COMPOSITE
    hide(twin.get_layers()[0])
    assert update(twin) == "" and update(image) == COMPOSITE
    other = picture()
    Gimp.edit_copy([copy])
    Gimp.edit_paste(source(other), True)
    assert update(other) == COMPOSITE, names(other)


@case
def all_of_it_survives_gimps_own_file():
    image = picture()
    set_tag(image, CAMERA)
    layer = edited(image, [source(image)]).layer
    again = reloaded(image)
    assert tag(again) == COMPOSITE
    twin = again.get_layers()[0]
    assert recipe_of(twin) == recipe_of(layer)
    hide(twin)
    assert update(again) == CAMERA
    hidden = reloaded(again, "hidden.xcf")
    hide(hidden.get_layers()[0], False)
    assert update(hidden) == COMPOSITE


@case
def merged_before_the_file_was_opened_again_it_is_kept():
    image, layer = edited_picture()
    image.merge_down(layer, Gimp.MergeType.EXPAND_AS_NECESSARY)
    assert update(reloaded(image)) == COMPOSITE


@case
def exported_files_say_it_only_while_it_is_seen():
    image, layer = edited_picture(prompt="a canary sings")
    for kind in FORMATS:
        data = exported(image, kind)
        assert COMPOSITE.encode() in data, kind
        assert b"wordbrush" not in data.lower() and b"sha256" not in data, kind
        # GIMP writes layers' names into TIFF files.
        assert b"canary" not in data.replace(layer.get_name().encode(), b""), kind
    hide(layer)
    update(image)
    for kind in FORMATS:
        assert b"DigitalSourceType" not in exported(image, kind), kind


@case
def a_damaged_note_of_the_last_look_is_no_harm():
    for text in ("", "nonsense", "[image]\nlast_id=x\nbefore=<evil>\n[layer 1]\nsource=trained\n"):
        image, layer = edited_picture()
        note = Gimp.Parasite.new("wordbrush-image-source", 1, text.encode())
        image.attach_parasite(note)
        assert update(image) == COMPOSITE, text
