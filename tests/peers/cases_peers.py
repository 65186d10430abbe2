# SPDX-License-Identifier: GPL-3.0-or-later
"""Other people's software between the plug-in and the model."""

import os
from pathlib import Path

from pictures import picture, pixels, source
from rig import FOLDER, case, edited

import png

COLOR = bytes((200, 100, 50, 255))


def comes_through(address, **arguments):
    """Edits a picture there; gives it and the layer that came."""
    image = picture()
    before = pixels(source(image))
    layer = edited(image, [source(image)], connection=address, **arguments).layer
    assert pixels(layer) == COLOR * (64 * 48), "another picture came"
    return before


@case
def portkey_s_gateway_passes_pictures_on():
    for stream in (False, True):
        uploaded = Path(FOLDER) / "uploaded.png"
        uploaded.unlink(missing_ok=True)
        before = comes_through(os.environ["WORDBRUSH_TEST_PORTKEY"], stream=stream)
        assert png.rgba(uploaded.read_bytes()) == (64, 48, before), "Gemini saw another picture"


@case
def aimock_s_pictures_come_in_small_pieces():
    for stream in (False, True):
        comes_through(os.environ["WORDBRUSH_TEST_AIMOCK"], stream=stream)
