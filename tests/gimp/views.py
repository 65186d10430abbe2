# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to see in an image, by colors.py, and all that an edit must leave as it is."""

import hashlib

import colors
from pictures import pixels, place, raw
from rig import Gimp

CHANNELS = {
    Gimp.ImageType.GRAY_IMAGE: 1,
    Gimp.ImageType.GRAYA_IMAGE: 2,
    Gimp.ImageType.RGB_IMAGE: 3,
    Gimp.ImageType.RGBA_IMAGE: 4,
}


def precision_of(image):
    return image.get_precision().value_nick.upper().replace("-", "_")


def in_rgb(image, layer, space):
    """A layer of an indexed image."""
    copy = image.duplicate()
    copy.convert_rgb()
    found = view(copy, copy.get_layer_by_name(layer.get_name()), space)
    copy.delete()
    return found


def filtered(image, layer, space):
    """A layer with its filters in its pixels."""
    copy = image.duplicate()
    same = copy.get_layer_by_name(layer.get_name())
    same.merge_filters()
    found = view(copy, same, space)
    copy.delete()
    return found


def view(image, layer, space):
    """A layer as it looks by itself."""
    if layer.is_layer_mask():
        return view(image, Gimp.Layer.from_mask(layer), space)
    if image.get_base_type() == Gimp.ImageBaseType.INDEXED:
        return in_rgb(image, layer, space)
    if layer.get_filters():
        return filtered(image, layer, space)
    seen = colors.Seen(raw(layer), CHANNELS[layer.type()], precision_of(image), space)
    if layer.get_mask() is not None:
        values = colors.values_of(raw(layer.get_mask()), precision_of(image))
        seen.alpha = [alpha * value for alpha, value in zip(seen.alpha, values)]
    return seen


class Projection:
    """What the canvas shows, in a part of it or everywhere."""

    def __init__(self, image, space, area=None):
        layer = Gimp.Layer.new_from_visible(image, image, "visible")
        self.bytes = pixels(layer, area, None)
        kind = CHANNELS.get(layer.type())  # none: indexed
        layer.delete()
        self.seen = kind and colors.Seen(self.bytes, kind, precision_of(image), space)

    def is_same_where(self, other, where):
        """Whether no bit differs wherever `where` says so, but for the colors of nothing."""
        size = len(self.bytes) // len(where)

        def is_same(i):
            own, its = (each.bytes[i * size : (i + 1) * size] for each in (self, other))
            return own == its or self.seen and self.seen.alpha[i] == other.seen.alpha[i] == 0

        return all(is_same(i) for i, counts in enumerate(where) if counts)


def all_layers(image):
    def walk(layers):
        for layer in layers:
            yield layer
            if layer.is_group():
                yield from walk(layer.get_children())

    return list(walk(image.get_layers()))


def digest(drawable):
    """Of all its pixels; of so large a drawable that it takes long, of its size."""
    if drawable.get_width() * drawable.get_height() > 1 << 24:
        return place(drawable)
    return hashlib.sha256(raw(drawable)).hexdigest()


def state_of(layer):
    mask = layer.get_mask()
    parent = layer.get_parent()
    return (
        layer.get_id(),
        layer.get_name(),
        # What a group looks like follows from what is in it.
        None if layer.is_group() else (digest(layer), place(layer)),
        mask and digest(mask),
        parent and parent.get_id(),
        (layer.get_visible(), layer.get_opacity(), layer.get_mode()),
        (layer.get_lock_content(), layer.get_lock_position(), layer.get_lock_visibility()),
        (layer.get_lock_alpha(), layer.get_edit_mask(), len(layer.get_filters())),
    )


def state(image, without=()):
    """All of an image that an edit must leave as it is; `without` the layers it made."""
    made = {layer.get_id() for layer in without}
    profile = image.get_color_profile()
    floating = image.get_floating_sel()
    return (
        [state_of(layer) for layer in all_layers(image) if layer.get_id() not in made],
        [(channel.get_name(), digest(channel)) for channel in image.get_channels()],
        digest(image.get_selection()),
        profile and bytes(profile.get_icc_profile()),
        (image.get_precision(), image.get_base_type(), image.get_width(), image.get_height()),
        floating and floating.get_id(),
    )


def selected(image, area=None):
    """The selection's values, 0.0 to 1.0, in a part of the canvas or everywhere."""
    return colors.values_of(pixels(image.get_selection(), area, None), precision_of(image))
