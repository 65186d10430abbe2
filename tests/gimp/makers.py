# SPDX-License-Identifier: GPL-3.0-or-later
"""How the pictures of documents.py are made. Each gives an image, and the drawable to edit."""

import os
import struct
from pathlib import Path

import profiles
from pictures import Gegl, add_group, add_layer, fill, pattern, picture, source
from rig import FOLDER, Gimp, Gio

import png

RGB, GRAY = Gimp.ImageBaseType.RGB, Gimp.ImageBaseType.GRAY
PHOTO = Path(__file__).resolve().parents[2] / "data" / "photos" / "boats.jpg"
WIDTH, HEIGHT = 64, 48
TILE = 128  # GEGL's; whole ones of one color are made at once


def holes(data):
    """Of R, G, B, A: every third pixel transparent, every third half transparent."""
    out = bytearray(data)
    out[3::12] = bytes(len(out[3::12]))
    out[7::12] = bytes([128]) * len(out[7::12])
    return bytes(out)


def fill_finely(layer, data):
    """Fills it with R, G, B, A of 8 bits, and with shades between them that 8 bits have not."""
    shades = (v / 255 + (at % 4 < 3) * (at % 7 - 3) / 1600 for at, v in enumerate(data))
    fill(layer, struct.pack(f"{len(data)}f", *shades), "R'G'B'A float")


def profile_of(data):
    return Gimp.ColorProfile.new_from_icc_profile(data) if data else None


def plain(precision="U8_NON_LINEAR", base=RGB, alpha=False, profile=None):
    """One layer of the canvas's size, with the pattern's colors."""

    def make():
        precise = getattr(Gimp.Precision, precision)
        image = picture(base=base, precision=precise, alpha=alpha, profile=profile_of(profile))
        data = pattern(WIDTH, HEIGHT)
        fill_finely(source(image), holes(data) if alpha else data)
        return image, source(image)

    return make


def photograph():
    """A part of one, with the grain that a JPEG does not keep."""
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, Gio.File.new_for_path(str(PHOTO)))
    image.scale(image.get_width() // 2, image.get_height() // 2)
    image.crop(2 * WIDTH, 2 * HEIGHT, 200, 400)
    image.get_layers()[0].set_name("photo")
    return image, source(image)


def assigned(profile, values, base=RGB):
    """A layer whose own values are `values` of the pattern, whatever `profile` says of them."""

    def make():
        image = picture(base=base, precision=Gimp.Precision.U16_NON_LINEAR)
        fill(source(image), values(pattern(WIDTH, HEIGHT)))
        image.set_color_profile(profile_of(profile))
        return image, source(image)

    return make


def dull(data):
    """Values of which Lab has dull colors, if they are its own."""
    return bytes(v if i % 4 in (0, 3) else 118 + v // 16 for i, v in enumerate(data))


def bright():
    """Light of up to four times white."""
    image = picture(precision=Gimp.Precision.FLOAT_LINEAR)
    lights = [v / 64 if i % 4 < 3 else 1.0 for i, v in enumerate(pattern(WIDTH, HEIGHT))]
    fill(source(image), struct.pack(f"{len(lights)}f", *lights), "RGBA float")
    return image, source(image)


def damaged():
    """Read from a file in which the profile's bytes are no profile."""
    data = profiles.ADOBE_RGB[0]
    image = picture(profile=profile_of(data))
    path = os.path.join(FOLDER, "damaged.xcf")
    file = Gio.File.new_for_path(path)
    Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, file, None)
    with open(path, "rb") as saved:
        whole = saved.read()
    assert data in whole
    with open(path, "wb") as out:
        out.write(whole.replace(data, bytes([7]) * len(data)))
    image.delete()
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, file)
    return image, source(image)


def indexed(alpha):
    def make():
        image, layer = plain(alpha=alpha)()
        image.convert_indexed(
            Gimp.ConvertDitherType.NONE, Gimp.ConvertPaletteType.GENERATE, 16, False, False, ""
        )
        return image, layer

    return make


def of_size(width, height):
    """Its colors change so slowly that a smaller copy shows the same."""

    def make():
        image = picture(1, 1)
        image.resize(width, height, 0, 0)
        source(image).resize_to_image_size()
        slow(source(image))
        return image, source(image)

    return make


def slow(layer):
    """Fills it with bands of color, those of its longer side."""
    width, height = layer.get_width(), layer.get_height()
    buffer, longer, band = layer.get_buffer(), max(width, height), TILE
    for at in range(0, longer, band):
        color = Gegl.Color.new(f"rgb({0.2 + 0.5 * at / longer}, 0.5, {0.7 - 0.4 * at / longer})")
        part = (at, 0, band, height) if width > height else (0, at, width, band)
        buffer.set_color(Gegl.Rectangle.new(*part), color)
    buffer.flush()
    layer.update(0, 0, width, height)


# --- what is done to an ordinary picture


def beside(change):
    """An ordinary picture, and what `change` makes of it and gives to edit; else its layer."""

    def make():
        image = picture()
        return image, change(image) or source(image)

    return make


def filled(width, height, offsets):
    def change(image):
        layer = add_layer(image, "other", width, height, offsets)
        fill(layer, holes(pattern(width, height)))
        return layer

    return change


def locked(which):
    def change(image):
        getattr(source(image), f"set_lock_{which}")(True)

    return change


def group(**properties):
    """A group of two layers; its properties by the names of their setters."""

    def change(image):
        made = add_group(image, "group")
        fill(add_layer(image, "left", 20, 20, (4, 4), made))
        fill(add_layer(image, "right", 20, 20, (34, 20), made))
        for name, value in properties.items():
            getattr(made, f"set_{name}")(value)
        return made

    return change


def inside(**properties):
    """A layer in such a group."""

    def change(image):
        return group(**properties)(image).get_children()[0]

    return change


def empty_group(image):
    return add_group(image, "group")


def masked(image):
    mask = source(image).create_mask(Gimp.AddMaskType.WHITE)
    source(image).add_mask(mask)
    fill(mask, bytes(range(0, 256, 4)) * HEIGHT, "Y u8")
    source(image).set_edit_mask(False)


def mask_itself(image):
    masked(image)
    return source(image).get_mask()


def hidden(image):
    source(image).set_visible(False)


def see_through(image):
    layer = filled(WIDTH, HEIGHT, (0, 0))(image)
    layer.set_opacity(50.0)
    layer.set_mode(Gimp.LayerMode.MULTIPLY)
    return layer


def filtered(image):
    inverted = Gimp.DrawableFilter.new(source(image), "gegl:invert-gamma", "inverted")
    source(image).append_filter(inverted)


def floating(image):
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 8, 8, 20, 20)
    Gimp.edit_copy([source(image)])
    Gimp.edit_paste(source(image), False)
    Gimp.Selection.none(image)


def channel(image):
    made = Gimp.Channel.new(image, "channel", WIDTH, HEIGHT, 50.0, Gegl.Color.new("red"))
    image.insert_channel(made, None, 0)
    return made


def text(image):
    made = Gimp.TextLayer.new(image, "Hey", Gimp.context_get_font(), 24.0, Gimp.Unit.pixel())
    image.insert_layer(made, None, 0)
    return made


def linked(image):
    path = os.path.join(FOLDER, "linked.png")
    with open(path, "wb") as out:
        out.write(png.encode(40, 30, holes(pattern(40, 30))))
    made = Gimp.LinkLayer.new(image, Gio.File.new_for_path(path))
    image.insert_layer(made, None, 0)
    return made


def drawn(image):
    path = Gimp.Path.new(image, "path")
    image.insert_path(path, None, 0)
    path.bezier_stroke_new_ellipse(32, 24, 20, 15, 0)
    made = Gimp.VectorLayer.new(image, path)
    image.insert_layer(made, None, 0)
    made.set_fill_color(Gegl.Color.new("rgb(0.8,0.3,0.2)"))
    made.refresh()
    return made
