# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten edits from end to end: outside the selection no bit of the flattened picture changes.

All steps of precision are on. The answers are what models give: another size, JPEG, a change of
light all over the picture.
"""

from pictures import (
    add_group,
    add_layer,
    fill,
    picture,
    select,
    select_softly,
    selection_values,
    source,
    visible,
)
from rig import EDIT, Gimp, case, model, run


WIDTH, HEIGHT = 240, 180
U16 = Gimp.Precision.U16_NON_LINEAR
FLOAT = Gimp.Precision.FLOAT_LINEAR


def edits(image, scenario, layer=None, **settings):
    """Edits with the default settings by a model that does more than it was asked.

    All that is not selected is compared bit by bit.
    """
    selected = selection_values(image)
    before = visible(image, None)
    outcome = run(
        EDIT,
        [layer or source(image)],
        image=image,
        prompt="a ball",
        connection=model(scenario),
        model="scripted",
        **settings,
    )
    assert outcome.ok, outcome.message
    after = visible(image, None)
    assert selection_values(image) == selected, "the selection changed"
    size = len(before) // len(selected)
    moved = [
        i
        for i, value in enumerate(selected)
        if value == 0 and before[i * size : (i + 1) * size] != after[i * size : (i + 1) * size]
    ]
    where = [(i % WIDTH, i // WIDTH) for i in moved[:3]]
    assert not moved, f"{len(moved)} pixels changed outside the selection: {where}"
    assert before != after, "nothing changed inside"
    assert 0 < sum(value == 0 for value in selected) < len(selected)
    return outcome


@case
def a_rectangle_and_an_opaque_object():
    image = picture(WIDTH, HEIGHT)
    select(image, 70, 50, 90, 70)
    edits(image, "edit=object,shift=5:-3,light=gain")


@case
def a_soft_ellipse_and_a_removal_in_jpeg():
    image = picture(WIDTH, HEIGHT)
    Gimp.context_push()
    Gimp.context_set_feather(True)
    Gimp.context_set_feather_radius(14.0, 14.0)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 70, 40, 100, 90)
    Gimp.context_pop()
    edits(image, "edit=removal,zoom=1.01,quality=85")


@case
def islands_with_a_hole():
    image = picture(WIDTH, HEIGHT)
    select(image, 30, 30, 60, 50)
    image.select_rectangle(Gimp.ChannelOps.ADD, 120, 60, 80, 90)
    image.select_ellipse(Gimp.ChannelOps.SUBTRACT, 140, 80, 30, 30)
    edits(image, "edit=text,scale=1.5,turn=0.3")


@case
def a_selection_that_touches_three_borders():
    image = picture(WIDTH, HEIGHT)
    select(image, 0, 90, WIDTH, 90)
    edits(image, "edit=invert,scale=0.7")


@case
def a_thread_of_one_pixel():
    image = picture(WIDTH, HEIGHT)
    select(image, 20, 91, 200, 1)
    edits(image, "edit=invert")


@case
def sixteen_bits_and_a_relight_of_all():
    image = picture(WIDTH, HEIGHT, precision=U16)
    select_softly(image, 60, 50, 110, 80, 10.0)
    edits(image, "edit=relight,noise=3")


@case
def linear_floats_and_an_answer_of_another_shape():
    image = picture(WIDTH, HEIGHT, precision=FLOAT)
    select(image, 60, 50, 110, 80)
    edits(image, "edit=object,size=256x256")


@case
def a_gray_layer_with_offsets():
    image = picture(WIDTH, HEIGHT, base=Gimp.ImageBaseType.GRAY)
    part = add_layer(image, "part", 150, 130, (-20, 70))
    fill(part)
    select(image, -10, 90, 90, 60)
    edits(image, "edit=object,shift=-8:6,light=gamma,format=jpeg", part)


@case
def a_masked_layer_in_a_translucent_group():
    image = picture(WIDTH, HEIGHT)
    group = add_group(image, "group")
    group.set_opacity(70.0)
    inner = add_layer(image, "inner", 160, 120, (40, 30), group)
    fill(inner)
    mask = inner.create_mask(Gimp.AddMaskType.WHITE)
    inner.add_mask(mask)
    fill(mask, bytes(x * 255 // 159 for _ in range(120) for x in range(160)), "Y u8")
    fill(add_layer(image, "top", 40, 30, (10, 10), group))
    select_softly(image, 70, 50, 70, 60, 6.0)
    edits(image, "edit=object,blur=25,light=desaturated", inner)


@case
def a_spread_selection_with_a_feather_and_three_variations():
    image = picture(WIDTH, HEIGHT, precision=U16)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 80, 40, 90, 100)
    Gimp.Selection.grow(image, 3)
    Gimp.Selection.feather(image, 8.0)
    outcome = edits(image, "edit=object", feather=7, variations=3)
    assert len(outcome.layers) == 3
