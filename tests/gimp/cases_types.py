# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of image that GIMP has: its pixels are sent as sRGB and come back as its own."""

import struct

from pictures import (
    Gegl,
    add_layer,
    fill,
    names,
    pattern,
    picture,
    pixels,
    raw,
    select,
    source,
    tinted,
    visible,
    worst,
)
from rig import Gimp, case, edited, forget, model, uploaded

import png

P = Gimp.Precision
PRECISIONS = (
    P.U8_NON_LINEAR,
    P.U8_LINEAR,
    P.U8_PERCEPTUAL,
    P.U16_NON_LINEAR,
    P.U16_LINEAR,
    P.U32_LINEAR,
    P.U32_NON_LINEAR,
    P.HALF_LINEAR,
    P.HALF_NON_LINEAR,
    P.FLOAT_LINEAR,
    P.FLOAT_NON_LINEAR,
    P.FLOAT_PERCEPTUAL,
    P.DOUBLE_LINEAR,
)

# What 8 bits of linear light cannot tell apart in the shadows, in sRGB values.
U8_LINEAR_STEP = 7


def sent_and_shown(image):
    """Tints the whole layer; gives what was sent and what the new layer holds."""
    outcome = edited(image, [source(image)], connection=model("edit=tint"))
    width, height, sent = png.rgba(uploaded())
    assert (width, height) == (image.get_width(), image.get_height()), (width, height)
    return sent, outcome.layer


@case
def every_precision_is_sent_as_srgb_and_comes_back():
    for precision in PRECISIONS:
        forget()
        image = picture(precision=precision)
        before = pixels(source(image))
        sent, layer = sent_and_shown(image)
        allowed = U8_LINEAR_STEP if precision == P.U8_LINEAR else 1
        assert worst(sent, before) <= allowed, f"sent {precision}: {worst(sent, before)}"
        back = pixels(layer)
        assert worst(back, tinted(sent)) <= allowed, f"{precision}: {worst(back, tinted(sent))}"
        assert image.get_precision() == precision, "the image's precision changed"


@case
def an_eight_bit_picture_is_sent_bit_by_bit():
    image = picture()
    sent, layer = sent_and_shown(image)
    assert sent == pattern(64, 48)
    assert pixels(layer) == tinted(pattern(64, 48))


@case
def transparency_is_sent_and_comes_back():
    image = picture(alpha=True)
    holes = bytearray(pattern(64, 48))
    holes[3::8] = bytes(len(holes[3::8]))
    fill(source(image), bytes(holes))
    sent, layer = sent_and_shown(image)
    assert sent[3::4] == bytes(holes[3::4]), "the alpha that was sent"
    assert pixels(layer)[3::4] == bytes(holes[3::4]), "the alpha that came back"


@case
def a_gray_image_stays_gray():
    for alpha in (False, True):
        forget()
        image = picture(base=Gimp.ImageBaseType.GRAY, alpha=alpha)
        before = pixels(source(image))
        sent, layer = sent_and_shown(image)
        assert worst(sent, before) == 0, worst(sent, before)
        assert layer.type() == Gimp.ImageType.GRAYA_IMAGE, layer.type()
        back = pixels(layer)
        assert back[0::4] == back[1::4] == back[2::4], "the layer has colours"
        assert image.get_base_type() == Gimp.ImageBaseType.GRAY


@case
def a_gray_image_takes_an_answer_that_is_gray_exactly():
    image = picture(base=Gimp.ImageBaseType.GRAY)
    before = pixels(source(image))
    outcome = edited(image, [source(image)], connection=model("edit=invert"))
    back = pixels(outcome.layer)
    inverted = bytes(v if i % 4 == 3 else 255 - v for i, v in enumerate(before))
    assert worst(back, inverted) <= 1, worst(back, inverted)


@case
def an_indexed_image_keeps_its_palette_and_the_result_opens_as_a_new_image():
    image = picture()
    image.convert_indexed(
        Gimp.ConvertDitherType.NONE, Gimp.ConvertPaletteType.GENERATE, 16, False, False, ""
    )
    shown, before, count = visible(image), raw(source(image)), len(Gimp.get_images())
    outcome = edited(image, [source(image)], connection=model("edit=tint"))
    assert png.rgba(uploaded())[2] == shown, "the palette's colours were not sent"
    assert names(image) == ["photo"], names(image)
    assert raw(source(image)) == before, "the source changed"
    assert len(Gimp.get_images()) == count + 1, "no new image"
    made = outcome.layer.get_image()
    assert made.get_id() != image.get_id()
    assert made.get_base_type() == Gimp.ImageBaseType.RGB
    assert pixels(outcome.layer) == tinted(shown)
    warnings = [warning["name"] for warning in outcome.report["warnings"]]
    assert "image_indexed" in warnings, outcome.report["warnings"]
    made.delete()


def adobe_rgb():
    return Gimp.ColorProfile.new_rgb_adobe()


def srgb_by_gimp(image):
    """What the layer looks like in sRGB when GIMP's own colour management converts the image."""
    copy = image.duplicate()
    copy.convert_precision(P.FLOAT_NON_LINEAR)
    copy.convert_color_profile(
        Gimp.ColorProfile.new_rgb_srgb(), Gimp.ColorRenderingIntent.RELATIVE_COLORIMETRIC, True
    )
    floats = pixels(copy.get_layer_by_name("photo"), pixel_format="R'G'B'A float")
    copy.delete()
    values = struct.unpack(f"{len(floats) // 4}f", floats)
    return bytes(max(0, min(255, round(value * 255))) for value in values)


@case
def a_sixteen_bit_linear_image_with_a_profile_is_sent_as_srgb_and_comes_back_in_its_profile():
    linear = adobe_rgb().new_linear_from_color_profile()
    image = picture(precision=P.U16_LINEAR)
    image.set_color_profile(linear)  # assigned, so the same values become colours past sRGB
    expected = srgb_by_gimp(image)
    sent, layer = sent_and_shown(image)
    assert worst(sent, expected) <= 1, f"sent: {worst(sent, expected)}"
    assert worst(pixels(layer), tinted(sent)) <= 1, worst(pixels(layer), tinted(sent))
    kept = image.get_color_profile()
    assert kept is not None and kept.is_equal(linear), "the image's profile changed"
    assert image.get_precision() == P.U16_LINEAR


@case
def an_eight_bit_image_with_a_profile_is_sent_as_srgb():
    image = picture(profile=adobe_rgb())
    flat = Gegl.Color.new("rgb(0.2,0.8,0.3)")
    Gimp.context_push()
    Gimp.context_set_foreground(flat)
    source(image).edit_fill(Gimp.FillType.FOREGROUND)
    Gimp.context_pop()
    expected = srgb_by_gimp(image)
    sent, _ = sent_and_shown(image)
    assert worst(sent, expected) <= 1, worst(sent, expected)


def assert_outside_is_untouched(precision, base=Gimp.ImageBaseType.RGB, profile=None):
    image = picture(precision=precision, base=base, profile=profile)
    add_layer(image, "under", 64, 48)
    before = raw_visible(image)
    select(image, 16, 12, 24, 20)
    edited(image, [source(image)], connection=model("edit=noop"), upload_format="auto")
    after = raw_visible(image)
    size = len(before) // (64 * 48)
    for y in range(48):
        for x in range(64):
            at = (y * 64 + x) * size
            inside = 16 <= x < 40 and 12 <= y < 32
            assert inside or before[at : at + size] == after[at : at + size], (precision, x, y)


def raw_visible(image):
    layer = Gimp.Layer.new_from_visible(image, image, "visible")
    shown = raw(layer)
    layer.delete()
    return shown


@case
def a_no_op_model_leaves_every_pixel_outside_the_selection_bit_identical():
    for precision in PRECISIONS:
        assert_outside_is_untouched(precision)
    assert_outside_is_untouched(P.U8_NON_LINEAR, base=Gimp.ImageBaseType.GRAY)
    assert_outside_is_untouched(P.U16_LINEAR, profile=adobe_rgb())


@case
def a_no_op_model_leaves_an_eight_bit_picture_sent_as_png_bit_identical_everywhere():
    image = picture()
    before = visible(image)
    select(image, 16, 12, 24, 20)
    edited(image, [source(image)], connection=model("edit=noop"))
    assert visible(image) == before
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 0, 0, 64, 48)
    edited(image, [source(image)], connection=model("edit=noop"))
    assert visible(image) == before
