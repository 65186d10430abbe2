# SPDX-License-Identifier: GPL-3.0-or-later
"""PNG and JPEG files taken apart, so that tests see every byte that a picture carries."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}


def chunks(png):
    """The chunks of a PNG file: [(name, data)]."""
    assert png.startswith(SIGNATURE), "no PNG file"
    found, at = [], len(SIGNATURE)
    while at < len(png):
        size, name = struct.unpack_from(">I4s", png, at)
        found.append((name.decode("ascii"), png[at + 8 : at + 8 + size]))
        at += 12 + size
    return found


def _paeth(left, above, corner):
    guess = left + above - corner
    distances = abs(guess - left), abs(guess - above), abs(guess - corner)
    return (left, above, corner)[distances.index(min(distances))]


def _unfilter(kind, row, above, step):
    for i in range(len(row)):
        left = row[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        guess = (0, left, above[i], (left + above[i]) // 2, 0)[kind]
        if kind == 4:
            guess = _paeth(left, above[i], corner)
        row[i] = (row[i] + guess) & 0xFF


def rgba(png):
    """(width, height, bytes of R, G, B, A) of an 8-bit PNG without palette or interlacing."""
    parts = chunks(png)
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", dict(parts)["IHDR"])
    assert depth == 8 and not interlaced, "only plain 8-bit PNG files are read"
    step = CHANNELS[kind]
    raw = zlib.decompress(b"".join(data for name, data in parts if name == "IDAT"))
    pixels, above = bytearray(), bytearray(width * step)
    for y in range(height):
        start = y * (width * step + 1)
        row = bytearray(raw[start + 1 : start + 1 + width * step])
        _unfilter(raw[start], row, above, step)
        above = row
        for x in range(0, len(row), step):
            value = tuple(row[x : x + step])
            color = value[:3] if step >= 3 else value[:1] * 3
            pixels += bytes(color) + bytes(value[-1:] if step in (2, 4) else b"\xff")
    return width, height, bytes(pixels)


def plain(width, height, color):
    """A PNG file of one color (R, G, B)."""

    def chunk(name, data):
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    rows = (b"\0" + bytes(color) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(name, data) for name, data in parts)


def jpeg_markers(jpeg):
    """The markers of a JPEG file before its picture: 0xE1 is EXIF or XMP, 0xE2 a profile."""
    assert jpeg.startswith(b"\xff\xd8\xff"), "no JPEG file"
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + struct.unpack_from(">H", jpeg, at + 2)[0]
    return found


def encode(width, height, pixels):
    """A PNG file of R, G, B, A bytes."""

    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (pixels[y * width * 4 :][: width * 4] for y in range(height))
    return (
        SIGNATURE
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows)))
        + chunk(b"IEND", b"")
    )
