# SPDX-License-Identifier: GPL-3.0-or-later
"""A photograph of 24 megapixels with 16 bits: little leaves, little changes, little memory is taken."""

from pathlib import Path

from memory import MIB, PeakMemory, limit
from pictures import pixels, selection_values
from rig import EDIT, Gimp, Gio, case, model, request, run


PHOTO = Path(__file__).resolve().parents[2] / "data" / "photos" / "boats.jpg"
WIDTH, HEIGHT = 6000, 4000


def photograph():
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, Gio.File.new_for_path(str(PHOTO)))
    image.crop(1800, 1200, 60, 0)
    image.convert_precision(Gimp.Precision.U16_NON_LINEAR)
    image.scale(WIDTH, HEIGHT)
    return image


def edit(image, **settings):
    """An edit with the default settings; gives its report and the memory it took, in MiB."""
    layer = image.get_layers()[0]
    with PeakMemory() as memory:
        outcome = run(
            EDIT,
            [layer],
            image=image,
            prompt="remove the person",
            connection=model("edit=removal"),
            model="scripted",
            **settings,
        )
    assert outcome.ok, outcome.message
    return outcome, memory.peak


def flattened(image):
    layer = Gimp.Layer.new_from_visible(image, image, "visible")
    shown = pixels(layer, pixel_format=None)
    layer.delete()
    return shown


def changed_pixels(before, after):
    """Which pixels are not the same, row by row; rows that are the same are skipped."""
    stride, size = len(before) // HEIGHT, len(before) // HEIGHT // WIDTH
    for y in range(HEIGHT):
        a, b = before[y * stride : (y + 1) * stride], after[y * stride : (y + 1) * stride]
        if a == b:
            continue
        for x in range(WIDTH):
            if a[x * size : (x + 1) * size] != b[x * size : (x + 1) * size]:
                yield x, y


@case
def one_person_removed_from_24_megapixels():
    image = photograph()
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 3000, 1700, 420, 520)
    selected = selection_values(image)
    before = flattened(image)
    outcome, peak = edit(image)
    report = outcome.report
    frame = report["frame"]
    assert frame["width"] < 700 and frame["height"] < 800, frame
    part, overview = request()["pictures"]
    assert (part["width"], part["height"]) == (frame["width"], frame["height"]), part
    assert (overview["width"], overview["height"]) == (1024, 683), overview
    assert report["bytes_sent"] < 1.5 * MIB, report["bytes_sent"]
    changed = list(changed_pixels(before, flattened(image)))
    assert changed, "nothing changed"
    outside = [at for at in changed if selected[at[1] * WIDTH + at[0]] == 0]
    assert not outside, f"{len(outside)} pixels changed outside of the selection"
    assert len(changed) < 0.9 * sum(value > 0 for value in selected), "all of it changed"
    assert peak <= limit(report["frame"]), f"{peak:.0f} MiB instead of {limit(report['frame']):.0f}"
    assert peak > 20, "no plug-in was seen"


@case
def all_of_24_megapixels():
    outcome, peak = edit(photograph())
    part = request()["pictures"][0]
    assert max(part["width"], part["height"]) <= 4096, part
    report = outcome.report
    assert (report["target"]["width"], report["target"]["height"]) == (WIDTH, HEIGHT)
    assert peak <= limit(report["frame"]), f"{peak:.0f} MiB instead of {limit(report['frame']):.0f}"
