# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bytes of a drawable mean, by arithmetic of our own: neither babl nor littlecms.

The conversions that are tested go through babl or littlecms, so what they give is held against
the definitions of the color spaces.
"""

import math
import struct

D50 = (0.9642, 1.0, 0.8249)
D65 = (0.3127, 0.3290)
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))


def times(matrix, vector):
    x, y, z = vector
    return tuple(a * x + b * y + c * z for a, b, c in matrix)


def product(left, right):
    return transposed(tuple(times(left, column) for column in transposed(right)))


def transposed(matrix):
    return tuple(zip(*matrix))


def inverse(matrix):
    (a, b, c), (d, e, f), (g, h, i) = matrix
    cofactors = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    size = a * cofactors[0][0] + b * cofactors[1][0] + c * cofactors[2][0]
    return tuple(tuple(value / size for value in row) for row in cofactors)


def xyz_of(x, y):
    return x / y, 1.0, (1 - x - y) / y


def diagonal(vector):
    return tuple(tuple(v if i == j else 0.0 for j in range(3)) for i, v in enumerate(vector))


def to_d50(primaries, white):
    """From linear R, G, B to XYZ as ICC profiles have it, for chromaticities (x, y)."""
    columns = transposed(tuple(xyz_of(*each) for each in primaries))
    whole = times(inverse(columns), xyz_of(*white))
    plain = product(columns, diagonal(whole))
    from_cone, to_cone = times(BRADFORD, xyz_of(*white)), times(BRADFORD, D50)
    scale = diagonal(tuple(to / of for to, of in zip(to_cone, from_cone)))
    return product(product(product(inverse(BRADFORD), scale), BRADFORD), plain)


def srgb_light(value):
    """The light of an sRGB value; below 0 as its mirror image."""
    size = abs(value)
    light = size / 12.92 if size <= 0.04045 else ((size + 0.055) / 1.055) ** 2.4
    return math.copysign(light, value)


def srgb_value(light):
    size = abs(light)
    value = size * 12.92 if size <= 0.0031308 else 1.055 * size ** (1 / 2.4) - 0.055
    return math.copysign(value, light)


def eight_bits(value):
    return round(255 * max(0.0, min(1.0, value)))


SRGB_MATRIX = to_d50(((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)), D65)
SRGB_FROM_XYZ = inverse(SRGB_MATRIX)


def _lab_share(t):
    return t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29


def _lab_unshare(t):
    return t**3 if t > 6 / 29 else 3 * (6 / 29) ** 2 * (t - 4 / 29)


def lab_of(xyz):
    x, y, z = (_lab_share(v / white) for v, white in zip(xyz, D50))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def xyz_of_lab(lightness, a, b):
    y = (lightness + 16) / 116
    shares = (y + a / 500, y, y - b / 200)
    return tuple(_lab_unshare(share) * white for share, white in zip(shares, D50))


class Matrix:
    """A space of three primaries and one curve, which may be that of light itself."""

    def __init__(self, matrix, light):
        self.matrix, self.light = matrix, light

    def xyz(self, values, is_light):
        values = values if is_light else tuple(map(self.light, values))
        return times(self.matrix, values)


class LabTable:
    """The space of profiles.table(): its values are those of Lab in 16 bits."""

    def xyz(self, values, _):
        lightness, a, b = (value * 65535 for value in values)
        return xyz_of_lab(lightness / 652.8, a / 256 - 128, b / 256 - 128)


SRGB = Matrix(SRGB_MATRIX, srgb_light)

# By the first letters of a precision's name: struct's code, and what is 1.0.
STORED = {"U8": ("B", 255), "U16": ("H", 65535), "U32": ("I", 4294967295)}
STORED |= {"HALF": ("e", 1), "FLOAT": ("f", 1), "DOUBLE": ("d", 1)}


def values_of(data, precision):
    """The values of a drawable's own bytes as floats; `precision` by name, "U8_LINEAR"."""
    code, one = STORED[precision.split("_")[0]]
    values = struct.unpack(f"={len(data) // struct.calcsize(code)}{code}", data)
    return [value / one for value in values]


class Seen:
    """The pixels of a drawable: XYZ and how opaque each is."""

    def __init__(self, data, channels, precision, space):
        values = values_of(data, precision)
        colors = 3 if channels >= 3 else 1
        self.alpha = values[channels - 1 :: channels] if channels in (2, 4) else None
        kind = precision.split("_", 1)[1]
        self.xyz = []
        seen = {}  # pictures hold many pixels of one color
        for at in range(0, len(values), channels):
            color = tuple(values[at : at + colors])
            if color not in seen:
                seen[color] = self._xyz(color if colors == 3 else color * 3, kind, space)
            self.xyz.append(seen[color])
        if self.alpha is None:
            self.alpha = [1.0] * len(self.xyz)

    @staticmethod
    def _xyz(color, kind, space):
        if kind == "PERCEPTUAL":
            return space.xyz(tuple(map(srgb_light, color)), True)
        return space.xyz(color, kind == "LINEAR")

    def srgb(self):
        """Bytes of R, G, B, A, as sRGB has them."""
        out = bytearray()
        known = {}
        for xyz, alpha in zip(self.xyz, self.alpha):
            if xyz not in known:
                values = map(srgb_value, times(SRGB_FROM_XYZ, xyz))
                known[xyz] = bytes(map(eight_bits, values))
            out += known[xyz]
            out.append(eight_bits(alpha))
        return bytes(out)

    def lab(self):
        known = {xyz: lab_of(xyz) for xyz in set(self.xyz)}
        return [known[xyz] for xyz in self.xyz]


def mean_difference(before, after, where):
    """The mean distance in Lab of two Seen where `where` says so; 0 where it never does."""
    a, b = before.lab(), after.lab()
    differences = [math.dist(p, q) for p, q, counts in zip(a, b, where) if counts]
    return sum(differences) / len(differences) if differences else 0.0
