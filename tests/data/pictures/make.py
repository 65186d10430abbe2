#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures of this folder (needs Pillow with WebP). Run again only to
change them: other versions of Pillow may give other bytes.

All are 9 x 7 pixels. What each shows is written in tests/pixels/decode_test.cpp
beside its name: those functions and the ones here must agree.
"""

import struct
import zlib
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
WIDTH, HEIGHT = 9, 7
GRAY, RGB, PALETTE, GRAY_ALPHA, RGBA = 0, 2, 3, 4, 6
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def color(x, y):
    return x * 28, y * 40, (x + y) * 16


def gray(x, y):
    return x * 25 + y * 8


def alpha(x, y):
    return 255 - (x * 20 + y * 10)


def deep(value):
    """16 bits that round to `value`, and whose first byte is another value from 156 on."""
    return min(value * 257 + 100, 65535)


def chunk(kind, body, crc_error=0):
    crc = zlib.crc32(kind + body) ^ crc_error
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)


def packed(samples, depth):
    bits = "".join(f"{sample:0{depth}b}" for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at:at + 8], 2) for at in range(0, len(bits), 8))


def png(kind, depth, pixel, interlaced=False, size=(WIDTH, HEIGHT), before=b"", crc_error=0):
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    rows = b""
    for x0, y0, dx, dy in passes:
        for y in range(y0, HEIGHT, dy):
            samples = [sample for x in range(x0, WIDTH, dx) for sample in pixel(x, y)]
            if samples:
                rows += b"\0" + packed(samples, depth)
    header = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, interlaced)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before
            + chunk(b"IDAT", zlib.compress(rows, 9), crc_error) + chunk(b"IEND", b""))


def palette(count):
    return chunk(b"PLTE", bytes(v for i in range(count) for v in (i * 255 // (count - 1), 10 + i, 200 - i)))


def step(count):
    return lambda x, y: ((x + y) % count,)


def pngs():
    for depth in (1, 2, 4):
        yield f"gray{depth}", png(GRAY, depth, step(2**depth))
        yield f"palette{depth}", png(PALETTE, depth, step(2**depth), before=palette(2**depth))
        yield f"gray{depth}-interlaced", png(GRAY, depth, step(2**depth), True)
    for interlaced in (False, True):
        end = "-interlaced" if interlaced else ""
        yield "gray8" + end, png(GRAY, 8, lambda x, y: (gray(x, y),), interlaced)
        yield "gray16" + end, png(GRAY, 16, lambda x, y: (deep(gray(x, y)),), interlaced)
        yield "gray-alpha8" + end, png(GRAY_ALPHA, 8, lambda x, y: (gray(x, y), alpha(x, y)), interlaced)
        yield "gray-alpha16" + end, png(
            GRAY_ALPHA, 16, lambda x, y: (deep(gray(x, y)), deep(alpha(x, y))), interlaced)
        yield "rgb8" + end, png(RGB, 8, color, interlaced)
        yield "rgb16" + end, png(RGB, 16, lambda x, y: map(deep, color(x, y)), interlaced)
        yield "rgba8" + end, png(RGBA, 8, lambda x, y: (*color(x, y), alpha(x, y)), interlaced)
        yield "rgba16" + end, png(
            RGBA, 16, lambda x, y: map(deep, (*color(x, y), alpha(x, y))), interlaced)
        yield "palette8" + end, png(PALETTE, 8, step(16), interlaced, before=palette(16))
    yield "palette8-alpha", png(
        PALETTE, 8, step(16), before=palette(16) + chunk(b"tRNS", bytes([0, 100, 200])))
    yield "gray8-key", png(GRAY, 8, step(16), before=chunk(b"tRNS", struct.pack(">H", 5)))
    yield "rgb8-key", png(RGB, 8, color, before=chunk(b"tRNS", struct.pack(">HHH", *color(2, 3))))
    # A gamma of 1.0, a profile that is none, a text that says too much.
    yield "rgb8-tagged", png(
        RGB, 8, color, before=chunk(b"gAMA", struct.pack(">I", 100000))
        + chunk(b"iCCP", b"x\0\0" + zlib.compress(b"no profile"))
        + chunk(b"tEXt", b"Comment\0hello", crc_error=1))
    # 7 MB of text in 7 kB; decode_test.cpp repeats it.
    yield "long-text", png(
        RGB, 8, color, before=chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b" " * 7000000, 9)))
    yield "bad-size-60000", png(RGB, 8, color, size=(60000, 60000))
    yield "bad-size-2147483647", png(RGB, 8, color, size=(2147483647, 2147483647))
    yield "bad-size-12000", png(RGB, 8, color, size=(12000, 12000))
    yield "bad-size-0", png(RGB, 8, color, size=(9, 0))
    yield "bad-more-rows", png(RGB, 8, color, size=(WIDTH, HEIGHT + 1))
    yield "bad-crc", png(RGB, 8, color, crc_error=1)
    yield "bad-palette", png(PALETTE, 8, step(16))


def picture(mode, pixel):
    image = Image.new(mode, (WIDTH, HEIGHT))
    image.putdata([pixel(x, y) for y in range(HEIGHT) for x in range(WIDTH)])
    return image


def without_segment(jpeg, marker):
    at = jpeg.index(marker)
    return jpeg[:at] + jpeg[at + 2 + struct.unpack(">H", jpeg[at + 2:at + 4])[0]:]


def ycck(x, y):
    """What the file of color(x, y) without black holds, after Adobe's manner inverted."""
    red, green, blue = (255 - value for value in color(x, y))
    values = (0.299 * red + 0.587 * green + 0.114 * blue,
              128 - 0.168736 * red - 0.331264 * green + 0.5 * blue,
              128 + 0.5 * red - 0.418688 * green - 0.081312 * blue)
    # Pillow inverts on saving.
    return (*(255 - max(0, min(255, round(value))) for value in values), 0)


def jpegs():
    def save(name, image, **how):
        path = HERE / f"{name}.jpg"
        image.save(path, quality=98, **how)
        return path.read_bytes()

    rgb = picture("RGB", color)
    save("gray", picture("L", gray))
    plain = save("ycc444", rgb, subsampling=0)
    save("ycc420", picture("RGB", lambda x, y: (200, 100, 50)), subsampling=2,
         comment=b"a segment to be skipped")
    save("progressive", rgb, subsampling=0, progressive=True)
    restarts = save("restarts", rgb, subsampling=0, restart_marker_blocks=1)
    (HERE / "bad-restart.jpg").write_bytes(restarts.replace(b"\xff\xd0", b"\xff\xd4"))
    save("rgb", rgb, keep_rgb=True)
    inks = picture("CMYK", lambda x, y: (x * 28, y * 40, 0, (x + y) * 8))
    adobe = save("cmyk-adobe", inks, subsampling=0)
    bare = without_segment(adobe, b"\xff\xee")
    (HERE / "cmyk-bare.jpg").write_bytes(bare)
    as_ycck = bytearray(save("ycck", picture("CMYK", ycck), subsampling=0))
    as_ycck[as_ycck.index(b"Adobe") + 11] = 2
    (HERE / "ycck.jpg").write_bytes(as_ycck)

    size = plain.index(b"\xff\xc0") + 5
    (HERE / "bad-size-65500.jpg").write_bytes(
        plain[:size] + struct.pack(">HH", 65500, 65500) + plain[size + 4:])
    (HERE / "bad-size-0.jpg").write_bytes(plain[:size + 2] + b"\0\0" + plain[size + 4:])
    # The end in the middle of the pixels, although the file goes on.
    (HERE / "bad-early-end.jpg").write_bytes(plain[:-60] + b"\xff\xd9" + bytes(60))
    # All ones are no code of any table.
    pixels = plain.index(b"\xff\xda") + 14
    (HERE / "bad-codes.jpg").write_bytes(plain[:pixels + 9] + b"\xff\0" * 9 + plain[pixels + 27:])
    more_rows = struct.pack(">HH", 70, WIDTH)
    (HERE / "bad-more-rows.jpg").write_bytes(plain[:size] + more_rows + plain[size + 4:])
    progressive = (HERE / "progressive.jpg").read_bytes()
    scan = progressive.index(b"\xff\xda")
    scan_end = progressive.index(b"\xff\xc4", scan)
    (HERE / "bad-many-scans.jpg").write_bytes(
        progressive[:scan] + progressive[scan:scan_end] * 120 + progressive[scan_end:])


def webps():
    rgba = picture("RGBA", lambda x, y: (*color(x, y), alpha(x, y)))
    flat = picture("RGB", lambda x, y: (200, 100, 50))
    picture("RGB", color).save(HERE / "lossless.webp", lossless=True)
    rgba.save(HERE / "lossless-alpha.webp", lossless=True, exact=True)
    flat.save(HERE / "lossy.webp", quality=95)
    faded = flat.convert("RGBA")
    faded.putalpha(rgba.getchannel("A"))
    faded.save(HERE / "lossy-alpha.webp", quality=95)
    flat.save(HERE / "bad-animated.webp", save_all=True, append_images=[picture("RGB", color)])


for name, content in pngs():
    (HERE / f"{name}.png").write_bytes(content)
jpegs()
webps()
picture("RGB", color).save(HERE / "bad-type.gif")
