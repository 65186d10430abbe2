# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug-in is killed where something comes about: all or nothing, and what was paid is there."""

from pictures import names, picture, source, visible
from recovery import (SPOOL, interfering, kept, looks, recover, recovered, remove,
                      selected_picture, usual, warnings)
from rig import case, edit, edited, refused


@case
def killed_before_the_insertion_it_is_offered_and_recovered():
    image = selected_picture()
    with interfering("kill"):
        assert not edit(image).ok
    assert names(image) == ["photo"] and len(kept()) == 1, kept()
    other = picture()
    assert warnings(edited(other, [source(other)])) == ["result_waiting"]
    assert looks(recovered(image).layer) == usual()
    assert warnings(edited(other, [source(other)])) == []


@case
def killed_while_the_disk_works_it_is_recovered():
    image = selected_picture()
    with interfering("sync"):
        assert not edit(image).ok
    assert names(image) == ["photo"] and len(kept()) == 1, kept()
    assert looks(recovered(image).layer) == usual()


@case
def a_picture_that_brings_the_plug_in_down_is_kept():
    image = selected_picture()
    with interfering("crash"):
        assert not edit(image).ok
    assert names(image) == ["photo"] and len(kept()) == 1, kept()
    assert looks(recovered(image).layer) == usual()


@case
def killed_with_a_whole_layer_that_is_not_inserted_the_image_is_unchanged():
    image = selected_picture()
    image.clean_all()
    with interfering("whole"):
        assert not edit(image).ok
    assert names(image) == ["photo"] and not image.is_dirty(), names(image)
    assert looks(recovered(image).layer) == usual()


def killed_once_it_stands_in_the_image(moment):
    image, usual_image = selected_picture(), selected_picture()
    edited(usual_image)
    with interfering(moment):
        assert not edit(image).ok
    (layer, _) = image.get_layers()
    assert looks(layer) == usual() and visible(image) == visible(usual_image)
    assert len(kept()) == 1, kept()
    other = picture()
    assert warnings(edited(other, [source(other)])) == [], "it is offered again"
    refused(recover(image), "input", "no answer")
    assert len(names(image)) == 2, names(image)
    remove(*kept())


@case
def killed_while_it_is_inserted_it_is_whole_and_not_inserted_again():
    killed_once_it_stands_in_the_image("begun")


@case
def killed_after_it_was_inserted_it_is_not_inserted_again():
    killed_once_it_stands_in_the_image("done")


@case
def taken_out_of_the_image_again_it_is_inserted_anew():
    image = selected_picture()
    with interfering("done"):
        assert not edit(image).ok
    image.remove_layer(image.get_layers()[0])
    assert looks(recovered(image).layer) == usual()


@case
def half_a_record_of_a_killed_process_is_swept_up():
    broken = SPOOL / ".new-20260101-000000-000000-00000000"
    broken.mkdir(mode=0o700)
    (broken / "picture-1.png").write_bytes(b"half")
    edited(picture())
    assert kept() == [], kept()
