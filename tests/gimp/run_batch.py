#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs data/batch/batch.py on folders of pictures, kills it, and goes on; tells TAP."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import console
import png
from gimp_window import wait_until
from key import key_of
from tap import Tap, parse_arguments

BATCH = Path(__file__).resolve().parents[2] / "data" / "batch" / "batch.py"
SIZE = (32, 24)
TIMEOUT_S = 120


class Batch:
    """A folder of pictures, and a GIMP that edits them."""

    def __init__(self, folder, env, address):
        self.folder = Path(folder)
        self.pictures = self.folder / "pictures"
        self.results = self.folder / "results"
        self.pictures.mkdir()
        self.env = env
        self.address = address

    def picture(self, name, gray):
        (self.pictures / name).write_bytes(png.plain(*SIZE, (gray, gray, gray)))

    def command(self, *more, calls=9, scenario="edit=invert"):
        return [sys.executable, str(BATCH), "--prompt", "invert it", "--calls", str(calls),
                "--connection", f"{self.address}/{scenario}/v1", *more,
                str(self.pictures), str(self.results)]

    def run(self, *more, **how):
        done = subprocess.run(self.command(*more, **how), env=self.env, text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=TIMEOUT_S)
        return done.stdout

    def made(self):
        return sorted(path.name for path in self.results.glob("*.png"))

    def http(self, path, data=None):
        with urllib.request.urlopen(self.address + path, data=data, timeout=TIMEOUT_S) as answer:
            return answer.read()

    def requests(self):
        return len(json.loads(self.http("/log")))


def says(output, *texts):
    for text in texts:
        assert text in output, f"no \"{text}\" in:\n{output}"


def every_picture_is_edited_once(batch):
    for name in ("a.png", "b.png"):
        batch.picture(name, 40)
    (batch.pictures / "notes.txt").write_text("no picture")
    says(batch.run(), "a.png: edited", "b.png: edited")
    assert batch.made() == ["a.png.png", "b.png.png"], batch.made()
    assert batch.requests() == 2, batch.requests()
    before = [path.read_bytes() for path in sorted(batch.results.glob("*.png"))]
    batch.run()
    assert batch.requests() == 2, "what was done was asked for again"
    assert before == [path.read_bytes() for path in sorted(batch.results.glob("*.png"))]


def no_more_is_sent_than_allowed(batch):
    for name in ("a.png", "b.png", "c.png"):
        batch.picture(name, 40)
    says(batch.run(calls=2), "Stopped after 2 requests")
    assert (batch.requests(), batch.made()) == (2, ["a.png.png", "b.png.png"])
    says(batch.run(calls=2), "c.png: edited")
    assert (batch.requests(), len(batch.made())) == (3, 3)


def what_was_asked_for_when_it_was_killed_is_not_asked_for_again(batch):
    batch.picture("a.png", 40)
    batch.picture("b.png", 80)
    process = subprocess.Popen(batch.command(scenario="edit=invert,slow=release"), env=batch.env,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    wait_until(batch.requests, "no request came")
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    batch.http("/release", b"")
    assert batch.requests() == 1, batch.requests()
    says(batch.run(), "a.png: was asked for already", "b.png: edited")
    assert batch.requests() == 2, "the picture was asked for twice"
    says(batch.run("--again"), "a.png: edited")
    assert batch.made() == ["a.png.png", "b.png.png"], batch.made()


def what_would_fail_for_all_stops_it(batch):
    batch.picture("a.png", 40)
    batch.picture("b.png", 40)
    says(batch.run(scenario="status=401"), "Stopped: it would be the same")
    assert batch.requests() == 1, batch.requests()
    # Nobody pays for a refused key, so it is asked for again.
    says(batch.run(), "a.png: edited", "b.png: edited")


def what_was_kept_is_taken_and_not_asked_for_again(batch):
    batch.picture("a.png", 40)
    says(batch.run(scenario="reply=badimage"), "a.png: ", "Recover Last Result")
    [picture] = Path(batch.env["GIMP3_DIRECTORY"]).glob("wordbrush/spool/*/picture-1.*")
    picture.write_bytes(png.plain(*SIZE, (204, 34, 68)))
    says(batch.run(), "a.png: taken from what was kept")
    assert (batch.requests(), batch.made()) == (1, ["a.png.png"])


CASES = (every_picture_is_edited_once, no_more_is_sent_than_allowed,
         what_was_asked_for_when_it_was_killed_is_not_asked_for_again,
         what_was_kept_is_taken_and_not_asked_for_again, what_would_fail_for_all_stops_it)


def main():
    arguments = parse_arguments(__doc__)
    tap = Tap()
    with tempfile.TemporaryDirectory() as shared:
        plug_ins = console.stage_plug_in(shared, arguments.plug_in, arguments.catalogues)
        for case in CASES:
            with tempfile.TemporaryDirectory() as folder, \
                    console.scripted_model(arguments.model) as address:
                env = console.environment(shared, plug_ins, arguments.gimp_library)
                env["WORDBRUSH_API_KEY"] = key_of(address)
                tap.run(case, Batch(folder, env, address))
    tap.end(Path(shared) / "no-log")


if __name__ == "__main__":
    main()
