# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures inside GIMP: made, selected in, read and compared."""

import os

import gi

gi.require_version("Gimp", "3.0")
gi.require_version("Gegl", "0.4")
from gi.repository import Gegl, Gimp, Gio  # noqa: E402


def pattern(width, height):
    """Bytes of R'G'B'A u8, opaque: gradients and a texture, every pixel unlike its neighbours."""
    out = bytearray()
    for y in range(height):
        for x in range(width):
            noise = (x * 7919 + y * 104729 + x * y * 31) % 23
            out += bytes(
                (
                    40 + 150 * x // width + noise,
                    30 + 180 * y // height + noise,
                    200 - 120 * (x + y) // (width + height) - noise,
                    255,
                )
            )
    return bytes(out)


def fill(drawable, pixels=None, pixel_format="R'G'B'A u8"):
    """Puts pixels into the whole drawable; the pattern where none are given."""
    width, height = drawable.get_width(), drawable.get_height()
    buffer = drawable.get_buffer()
    area = Gegl.Rectangle.new(0, 0, width, height)
    buffer.set(area, pixel_format, pixels or pattern(width, height))
    buffer.flush()
    drawable.update(0, 0, width, height)


LAYER_TYPES = {
    Gimp.ImageBaseType.RGB: (Gimp.ImageType.RGB_IMAGE, Gimp.ImageType.RGBA_IMAGE),
    Gimp.ImageBaseType.GRAY: (Gimp.ImageType.GRAY_IMAGE, Gimp.ImageType.GRAYA_IMAGE),
}


def picture(
    width=64,
    height=48,
    base=Gimp.ImageBaseType.RGB,
    precision=Gimp.Precision.U8_NON_LINEAR,
    alpha=False,
    profile=None,
):
    """An image with one layer, "photo", that holds the pattern."""
    image = Gimp.Image.new_with_precision(width, height, base, precision)
    if profile is not None:
        image.set_color_profile(profile)
    layer = add_layer(image, "photo", width, height, alpha=alpha)
    fill(layer)
    return image


def add_layer(image, name, width, height, offsets=(0, 0), parent=None, alpha=True):
    kind = LAYER_TYPES[image.get_base_type()][alpha]
    layer = Gimp.Layer.new(image, name, width, height, kind, 100.0, Gimp.LayerMode.NORMAL)
    image.insert_layer(layer, parent, 0)
    layer.set_offsets(*offsets)
    return layer


def add_group(image, name):
    group = Gimp.GroupLayer.new(image, name)
    image.insert_layer(group, None, 0)
    return group


def source(image):
    return image.get_layer_by_name("photo")


def place(layer):
    """Where it lies in the image: x, y, width, height."""
    _, x, y = layer.get_offsets()
    return x, y, layer.get_width(), layer.get_height()


def pixels(drawable, area=None, pixel_format="R'G'B'A u8"):
    """The bytes of a drawable, or of an area (x, y, width, height) in its own coordinates."""
    buffer = drawable.get_buffer()
    where = area or (0, 0, drawable.get_width(), drawable.get_height())
    return buffer.get(Gegl.Rectangle.new(*where), 1.0, pixel_format, Gegl.AbyssPolicy.NONE)


def raw(drawable):
    """The bytes of a drawable as GIMP stores them."""
    return pixels(drawable, pixel_format=None)


def visible(image, pixel_format="R'G'B'A u8"):
    """What the canvas shows, flattened."""
    layer = Gimp.Layer.new_from_visible(image, image, "visible")
    shown = pixels(layer, pixel_format=pixel_format)
    layer.delete()
    return shown


def pixel(data, width, x, y, size=4):
    start = (y * width + x) * size
    return tuple(data[start : start + size])


def crop(data, width, area, size=4):
    """The bytes of an area (x, y, width, height) of a picture `width` pixels wide."""
    x, y, across, down = area
    rows = (data[((y + row) * width + x) * size :][: across * size] for row in range(down))
    return b"".join(rows)


def worst(a, b):
    """The largest difference between two pictures."""
    assert len(a) == len(b), f"{len(a)} bytes against {len(b)}"
    return max((abs(p - q) for p, q in zip(a, b)), default=0)


def tinted(data):
    """What the scripted model's edit=tint makes of R'G'B'A u8."""
    orange = (255, 128, 0)
    return bytes(v if i % 4 == 3 else (v + orange[i % 4]) // 2 for i, v in enumerate(data))


def _linear(value):
    value /= 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _srgb(light):
    return 255 * (light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def mixed(below, above, share):
    """What GIMP shows where a layer covers another by share / 255: it mixes light."""
    light = _linear(below) + (_linear(above) - _linear(below)) * share / 255
    return _srgb(light)


def select(image, x, y, width, height):
    image.select_rectangle(Gimp.ChannelOps.REPLACE, x, y, width, height)


def select_softly(image, x, y, width, height, radius):
    Gimp.context_push()
    Gimp.context_set_feather(True)
    Gimp.context_set_feather_radius(radius, radius)
    select(image, x, y, width, height)
    Gimp.context_pop()


def selection_values(image):
    return pixels(image.get_selection(), pixel_format="Y u8")


def names(image):
    """All layers, top first, as "name" or "group/name"."""

    def walk(layers, path):
        for layer in layers:
            yield path + layer.get_name()
            if layer.is_group():
                yield from walk(layer.get_children(), path + layer.get_name() + "/")

    return list(walk(image.get_layers(), ""))


def save_xcf(image, name):
    """Saves an XCF file in the case folder; gives its bytes."""
    file = Gio.File.new_for_path(os.path.join(os.environ["WORDBRUSH_TEST_FOLDER"], name))
    assert Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, file, None)
    with open(file.get_path(), "rb") as saved:
        return saved.read()
