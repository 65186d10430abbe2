#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Undoes edits by Ctrl+Z in a GIMP with a window, on a screen of its own; tells TAP.

Undo cannot be called from a script. GIMP's Script-Fu server says what the image holds while
xdotool presses the keys.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from concurrent import futures
from pathlib import Path

import console
import png
from gimp_window import PATIENCE_S, Gimp, free_port, running, screen, wait_until
from tap import Tap, parse_arguments

PLUG_INS = (*console.SYSTEM_PLUG_INS, "script-fu-server")

SELECT = """
(gimp-context-set-feather TRUE)
(gimp-context-set-feather-radius 4 4)
(gimp-image-select-rectangle image CHANNEL-OP-REPLACE 8 8 40 24)
(gimp-image-clean-all image)
"""


def http(url, data=None):
    with urllib.request.urlopen(url, data=data, timeout=PATIENCE_S) as answer:
        return answer.read()


def undo_brings(gimp, layers):
    gimp.press("ctrl+z")
    wait_until(lambda: gimp.layers() == layers, f"{gimp.layers()} instead of {layers}")


def two_edits_in_a_row_are_undone_by_two_steps(gimp, address):
    gimp.edit("first", address)
    gimp.edit("second", address, "(vector-ref (car (gimp-image-get-layers image)) 0)")
    assert gimp.layers() == "/second/first/photo", gimp.layers()
    undo_brings(gimp, "/first/photo")
    assert not gimp.is_clean(), "one step undid both edits"
    undo_brings(gimp, "/photo")
    assert gimp.is_clean(), "the second edit left a step behind"


def an_undone_edit_can_be_done_again(gimp, address):
    gimp.edit("again", address)
    undo_brings(gimp, "/photo")
    gimp.press("ctrl+y")
    wait_until(lambda: gimp.layers() == "/again/photo", gimp.layers())
    undo_brings(gimp, "/photo")
    assert gimp.is_clean()


def an_edit_with_a_soft_selection_is_one_step(gimp, address):
    gimp.say(SELECT)
    gimp.edit("soft", address)
    mask = gimp.say("(car (gimp-layer-get-mask (vector-ref (car (gimp-image-get-layers image)) 0)))")
    assert mask not in ("-1", "0"), "there is no mask"
    undo_brings(gimp, "/photo")
    assert gimp.is_clean(), "there was more than one step"


def three_variations_are_one_step(gimp, address):
    gimp.edit("three", address, more="#:variations 3")
    assert gimp.layers() == "/three/photo", gimp.layers()
    undo_brings(gimp, "/photo")
    assert gimp.is_clean(), "there was more than one step"


def a_failed_edit_is_no_step(gimp, address):
    try:
        gimp.edit("fails", f"{address}/status=402")
    except RuntimeError as error:
        assert "[quota]" in str(error), error
    else:
        raise AssertionError("it succeeded")
    assert gimp.is_clean() and gimp.layers() == "/photo"


def a_generated_layer_is_one_step(gimp, address):
    gimp.say(
        f"""(plug-in-wordbrush-generate #:run-mode RUN-NONINTERACTIVE #:image image
              #:drawables (vector photo) #:prompt "made" #:connection "{address}/v1")"""
    )
    assert gimp.layers() == "/made/photo", gimp.layers()
    undo_brings(gimp, "/photo")
    assert gimp.is_clean(), "there was more than one step"


def a_recovered_layer_with_its_mask_is_one_step(gimp, address):
    gimp.say(SELECT)
    try:
        gimp.edit("kept", f"{address}/reply=badimage")
    except RuntimeError as error:
        assert "Recover Last Result" in str(error), error
    else:
        raise AssertionError("it succeeded")
    (picture,) = gimp.spool.glob("*/picture-1.*")
    picture.write_bytes(png.plain(40, 24, (204, 34, 68)))
    gimp.say(
        """(plug-in-wordbrush-recover #:run-mode RUN-NONINTERACTIVE #:image image
             #:drawables (vector photo))"""
    )
    assert gimp.layers() == "/kept/photo", gimp.layers()
    assert list(gimp.spool.iterdir()) == [], "it is still kept"
    undo_brings(gimp, "/photo")
    assert gimp.is_clean(), "there was more than one step"


def what_is_undone_meanwhile_stays_undone(gimp, address):
    gimp.say(
        """(gimp-context-set-feather FALSE)
           (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 8 8 40 24)
           (gimp-image-clean-all image)
           (gimp-layer-set-offsets photo 10 5)"""
    )
    http(f"{address}/reset", b"")
    with futures.ThreadPoolExecutor() as pool:
        edit = pool.submit(gimp.edit, "meanwhile", f"{address}/slow=release")
        try:
            wait_until(lambda: json.loads(http(f"{address}/log")), "no request came")
            gimp.press("ctrl+z")
        finally:
            http(f"{address}/release", b"")
        edit.result(PATIENCE_S)
    # The move was undone: the result lies over the photo's pixels, which went back by it.
    assert gimp.layers() == "/meanwhile/photo", gimp.layers()
    top = "(vector-ref (car (gimp-image-get-layers image)) 0)"
    offsets = [gimp.say(f"(gimp-drawable-get-offsets {layer})") for layer in (top, "photo")]
    assert offsets == ["(0 3)", "(0 0)"], offsets
    undo_brings(gimp, "/photo")
    assert gimp.is_clean()


CASES = (
    two_edits_in_a_row_are_undone_by_two_steps,
    an_undone_edit_can_be_done_again,
    a_failed_edit_is_no_step,
    a_generated_layer_is_one_step,
    three_variations_are_one_step,
    an_edit_with_a_soft_selection_is_one_step,
    a_recovered_layer_with_its_mask_is_one_step,
    what_is_undone_meanwhile_stays_undone,
)


def run_cases(tap, arguments, folder, log):
    env = console.environment(
        folder,
        console.stage_plug_in(folder, arguments.plug_in, arguments.catalogues),
        arguments.gimp_library,
        PLUG_INS,
    )
    (folder / "gimp" / "gimprc").write_text(
        "(check-updates no)\n(show-welcome-dialog no)\n", encoding="utf-8"
    )
    gimp = Gimp(free_port(), folder / "gimp" / "wordbrush" / "spool")
    server = (
        "(plug-in-script-fu-server #:run-mode RUN-NONINTERACTIVE "
        f'#:ip "127.0.0.1" #:port {gimp.port} #:logfile "")'
    )
    command = ["gimp", "--new-instance", "--no-splash", "-d", "-f", "--console-messages"]
    command += ["--batch-interpreter=plug-in-script-fu-eval", "-b", server]
    with console.scripted_model(arguments.model) as address, screen(env), open(
        log, "wb"
    ) as out, running(command, env=env, stdout=out, stderr=subprocess.STDOUT):
        wait_until(gimp.connect, "GIMP's Script-Fu server did not start")
        for number, case in enumerate(CASES):
            gimp.open(f"undo{number}")
            tap.run(case, gimp, address)


def main():
    arguments = parse_arguments(__doc__)
    tap = Tap()
    for program in ("Xvfb", "openbox", "xdotool"):
        if shutil.which(program) is None:
            print(f"1..0 # SKIP {program} is not installed")
            return 0
    with tempfile.TemporaryDirectory(prefix="wordbrush-undo-") as name:
        log = Path(name) / "gimp.log"
        try:
            run_cases(tap, arguments, Path(name), log)
        except Exception as error:  # the rest of the plan would be silent
            tap.result("GIMP can be driven", repr(error))
        tap.end(log)
    return bool(tap.failed)


sys.exit(main())
