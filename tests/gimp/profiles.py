# SPDX-License-Identifier: GPL-3.0-or-later
"""ICC profiles, written byte by byte, beside what their values mean (colors.py)."""

import struct

from colors import D50, D65, LabTable, Matrix, srgb_light, to_d50

# (g, a, b, c, d): (a x + b)^g where x >= d, else c x.
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _fixed(value):
    return struct.pack(">i", round(value * 65536))


def _xyz(values):
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, values))


def _text(text):
    data = text.encode("utf-16-be")
    head = struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28)
    return b"mluc" + bytes(4) + head + data


def _curve(numbers):
    kind = {1: 0, 5: 3}[len(numbers)]
    return b"para" + bytes(4) + struct.pack(">HH", kind, 0) + b"".join(map(_fixed, numbers))


def _table():
    """Values in, the same values out, by two points a side."""
    corners = [(r, g, b) for r in (0, 65535) for g in (0, 65535) for b in (0, 65535)]
    line = struct.pack(">HH", 0, 65535) * 3
    identity = b"".join(_fixed(value) for value in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    head = struct.pack(">BBBB", 3, 3, 2, 0) + identity + struct.pack(">HH", 2, 2)
    grid = b"".join(struct.pack(">HHH", *corner) for corner in corners)
    return b"mft2" + bytes(4) + head + line + grid + line


def _profile(name, color, connection, tags):
    tags = {b"desc": _text(name), b"cprt": _text("CC0"), b"wtpt": _xyz(D50)} | tags
    at = 132 + 12 * len(tags)
    entries, body = b"", b""
    for tag, data in tags.items():
        data += bytes(-len(data) % 4)
        entries += struct.pack(">4sII", tag, at + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"", 0x04300000, b"mntr", color, connection)
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(28)
    head += b"".join(map(_fixed, D50)) + bytes(48)
    return head + struct.pack(">I", len(tags)) + entries + body


def _of_primaries(name, primaries, white, curve):
    matrix = to_d50(primaries, white)
    tags = {bytes([letter]) + b"TRC": _curve(curve) for letter in b"rgb"}
    for letter, column in zip(b"rgb", zip(*matrix)):
        tags[bytes([letter]) + b"XYZ"] = _xyz(column)
    light = srgb_light if curve is SRGB_CURVE else lambda value: max(0.0, value) ** curve[0]
    return _profile(name, b"RGB ", b"XYZ ", tags), Matrix(matrix, light)


# Each: the bytes, and the space.
ADOBE_RGB = _of_primaries(
    "Like Adobe RGB", ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)), D65, (2.19921875,)
)
DISPLAY_P3 = _of_primaries(
    "Like Display P3", ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), D65, SRGB_CURVE
)
PROPHOTO = _of_primaries(
    "Like ProPhoto",
    ((0.734699, 0.265301), (0.159597, 0.840403), (0.036598, 0.000105)),
    (0.345704, 0.358540),
    (1.8,),
)
SRGB_LIKE = _of_primaries(
    "Like sRGB", ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)), D65, SRGB_CURVE
)


def _gray(gamma):
    matrix = tuple((0.0, whole, 0.0) for whole in D50)
    light = lambda value: max(0.0, value) ** gamma  # noqa: E731
    data = _profile(f"Gray {gamma}", b"GRAY", b"XYZ ", {b"kTRC": _curve((gamma,))})
    return data, Matrix(matrix, light)


GRAY_22 = _gray(2.2)
GRAY_18 = _gray(1.8)

TABLE = (
    _profile("A scanner's", b"RGB ", b"Lab ", {b"A2B0": _table(), b"B2A0": _table()}),
    LabTable(),
)
# A camera's: nobody is told how to get back to its values.
ONE_WAY = _profile("A camera's", b"RGB ", b"Lab ", {b"A2B0": _table()})
# They say of what kind they are, and nothing about its colors.
HOLLOW = _profile("Hollow", b"RGB ", b"XYZ ", {})
HOLLOW_GRAY = _profile("Hollow gray", b"GRAY", b"XYZ ", {})


def _flat():
    third = _xyz([value / 3 for value in D50])
    tags = {bytes([letter]) + b"XYZ": third for letter in b"rgb"}
    tags |= {bytes([letter]) + b"TRC": _curve(SRGB_CURVE) for letter in b"rgb"}
    return _profile("Flat", b"RGB ", b"XYZ ", tags)


# Red, green and blue are the same.
FLAT = _flat()
