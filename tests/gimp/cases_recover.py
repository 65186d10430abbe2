# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that was paid for is lost: what was not inserted is kept, and can be recovered."""

import json
import stat

from pictures import names, picture, pixels, source, visible
from recovery import (RECOVER, SPOOL, WHERE, interfering, kept, looks, recover, recovered,
                      refused_edit, remove, selected_picture, usual, warnings)
from rig import FOLDER, GENERATE, KEY, Gimp, Gio, case, edit, edited, model, refused, run


@case
def what_is_inserted_is_not_kept():
    edited(selected_picture())
    assert kept() == [] and SPOOL.is_dir(), kept()


@case
def only_what_was_made_of_the_image_is_taken_where_that_is_asked_for():
    files = [Gio.File.new_for_path(f"{FOLDER}/{name}.xcf") for name in ("mine", "other")]
    mine, other = selected_picture(), picture()
    mine.set_file(files[0])
    other.set_file(files[1])
    refused_edit(mine)
    only = {"only_this_image": True}
    refused(run(RECOVER, other.get_selected_drawables(), image=other, **only), "input", "no answer")
    assert len(kept()) == 1, kept()
    assert run(RECOVER, mine.get_selected_drawables(), image=mine, **only).ok
    assert kept() == [], kept()


@case
def with_nothing_kept_there_is_nothing_to_recover():
    image = picture()
    refused(recover(image), "input", "no answer")
    refused(recover(), "input", "no answer")
    assert names(image) == ["photo"]


@case
def what_gimp_refuses_is_recovered_pixel_for_pixel():
    image = selected_picture()
    refused_edit(image)
    assert names(image) == ["photo"], names(image)
    outcome = recovered(image)
    assert looks(outcome.layer) == usual()
    recipe = json.loads(bytes(outcome.layer.get_parasite("wordbrush-recipe").get_data()))
    assert recipe["prompt"] == "make it orange" and recipe["target"] == recipe["place"], recipe
    assert "compositeWithTrainedAlgorithmicMedia" in image.get_metadata().serialize()
    assert names(image) == ["make it orange", "photo"], names(image)
    assert warnings(outcome) == [], outcome.report
    assert outcome.report["model"] == "scripted" and outcome.report["prompt"] == "make it orange"


@case
def it_looks_as_if_nothing_had_gone_wrong():
    image, other = selected_picture(), selected_picture()
    refused_edit(image)
    recovered(image)
    edited(other)
    assert visible(image) == visible(other)


@case
def it_is_recovered_once():
    image = picture()
    refused_edit(image)
    recovered(image)
    refused(recover(image), "input", "no answer")
    assert len(names(image)) == 2, names(image)


@case
def refused_again_it_stays():
    image = picture()
    refused_edit(image)
    with interfering("refuse"):
        refused(recover(image), "host", WHERE)
    recovered(image)


@case
def it_is_private_and_holds_no_key():
    image = selected_picture()
    refused_edit(image, connection=model(f"key={KEY}"))
    assert stat.S_IMODE(SPOOL.stat().st_mode) == 0o700
    (record,) = kept()
    assert stat.S_IMODE(record.stat().st_mode) == 0o700
    files = sorted(record.iterdir())
    assert [file.name for file in files] == ["picture-1.png", "record.json", "selection.pgm", "sent.png"], files
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
        assert KEY.encode() not in file.read_bytes(), file
    recovered(image)


@case
def where_no_image_is_given_it_makes_one():
    refused_edit(selected_picture())
    layer = recovered().layer
    image = layer.get_image()
    assert looks(layer) == usual()
    assert (image.get_width(), image.get_height()) == (64, 48)
    assert names(image) == ["make it orange"], names(image)


@case
def an_image_of_another_size_gets_it_with_a_warning():
    refused_edit(selected_picture())
    outcome = recovered(picture(200, 100))
    assert warnings(outcome) == ["other_size"], outcome.report
    assert looks(outcome.layer) == usual()


@case
def an_image_closed_meanwhile_opens_anew_and_keeps_nothing():
    with interfering("close"):
        outcome = edited(selected_picture())
    assert warnings(outcome) == ["image_closed"], outcome.report
    assert looks(outcome.layer) == usual()
    assert kept() == [], kept()


@case
def closed_and_refused_it_is_recovered():
    with interfering("close", "refuse"):
        refused(edit(selected_picture()), "host", WHERE)
    assert looks(recovered().layer) == usual()


@case
def a_picture_that_cannot_be_read_stays_on_the_disk():
    image = picture()
    refused(edit(image, connection=model("reply=badimage")), "bad_image", WHERE)
    (record,) = kept()
    refused(recover(image), "bad_image", str(record))
    assert any(file.name.startswith("picture-1.") for file in record.iterdir())
    refused(recover(image), "input", "no answer")
    assert warnings(edited(image, [source(image)])) == [], "it is offered once"
    assert names(image) == ["make it orange", "photo"], names(image)
    remove(record)


@case
def a_damaged_record_is_told_and_the_next_one_taken():
    image = selected_picture()
    refused_edit(image)
    damaged = SPOOL / "99991231-235959-000000-00000000"
    damaged.mkdir(mode=0o700)
    (damaged / "record.json").write_text("{", encoding="utf-8")
    outcome = recover(image)
    assert outcome.ok, outcome.message
    assert "record_unreadable" in warnings(outcome), outcome.report
    assert looks(outcome.layer) == usual()
    assert kept() == [damaged], kept()
    remove(damaged)


@case
def a_generated_layer_is_recovered():
    image, other = picture(), picture()
    arguments = {"prompt": "a red barn", "connection": model("color=cc2244,size=100x100")}
    with interfering("refuse"):
        refused(run(GENERATE, [source(image)], image=image, **arguments), "host", WHERE)
    right = run(GENERATE, [source(other)], image=other, **arguments)
    assert looks(recovered(image).layer) == looks(right.layer)


@case
def a_generated_image_is_recovered():
    arguments = {"prompt": "a red barn", "connection": model("color=cc2244,size=96x64")}
    with interfering("refuse"):
        refused(run(GENERATE, [], **arguments), "host", WHERE)
    layer = recovered().layer
    image = layer.get_image()
    assert (image.get_width(), image.get_height()) == (96, 64)
    assert pixels(layer) == bytes((0xCC, 0x22, 0x44, 255)) * (96 * 64)


@case
def an_indexed_image_gets_it_as_a_new_one():
    refused_edit(selected_picture())
    image = picture()
    image.convert_indexed(Gimp.ConvertDitherType.NONE, Gimp.ConvertPaletteType.GENERATE, 8, 0, 0, "")
    outcome = recovered(image)
    assert warnings(outcome) == ["image_indexed"], outcome.report
    assert looks(outcome.layer) == usual()
