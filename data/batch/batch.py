#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits every picture of a folder by one instruction, in gimp-console with Wordbrush.

    python3 batch.py --prompt "make it black and white" --calls 50 PICTURES RESULTS

What comes back is saved into RESULTS, as a PNG of the picture's name. At most --calls
requests are sent in one run; the next run goes on where this one ended, however it ended.
RESULTS/wordbrush-batch.jsonl tells what was asked for: nothing is asked for twice that a
service may have charged for, unless --again says so. An answer that was there when a run was
killed is taken from where Wordbrush keeps it.

The connection is the one in use in GIMP, or --connection with the name of a saved one or an
address; for an address the key comes from the environment variable WORDBRUSH_API_KEY.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ENDINGS = {".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp", ".xcf"}
JOURNAL = "wordbrush-batch.jsonl"
SETTINGS = "WORDBRUSH_BATCH"
# Of these nobody is asked for money, and they are tried again in the next run.
NEVER_BILLED = {"auth", "bad_request", "cap_reached", "input", "not_found", "permission", "quota",
                "rate_limit", "settings", "too_large"}
PERHAPS_PAID = {"asked", "billed"}
# They would be said of each picture.
HOPELESS = {"auth", "cap_reached", "network", "not_found", "permission", "quota", "settings"}


class Journal:
    """What was done with each picture; each line is on the disk before the next step."""

    def __init__(self, path):
        self.states = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                self._read(line)
        self.file = path.open("a", encoding="utf-8")
        # A line that a kill cut off would swallow the next one.
        if path.stat().st_size and not path.read_bytes().endswith(b"\n"):
            self.file.write("\n")

    def _read(self, line):
        try:
            entry = json.loads(line)
            self.states[entry["picture"]] = entry["state"]
        except (ValueError, KeyError, TypeError):
            pass  # cut off by a kill, and so nothing followed it

    def write(self, picture, state, **more):
        self.states[picture] = state
        self.file.write(json.dumps({"picture": picture, "state": state, **more}) + "\n")
        self.file.flush()
        os.fsync(self.file.fileno())


# --- Inside GIMP


def run(name, **arguments):
    """The procedure's values; ValueError with its error, which begins with its [kind]."""
    procedure = Gimp.get_pdb().lookup_procedure(name)
    if procedure is None:
        raise SystemExit("This GIMP has no Wordbrush.")
    config = procedure.create_config()
    for key, value in arguments.items():
        if key == "drawables":
            config.set_core_object_array(key, value)
        else:
            config.set_property(key, value)
    values = procedure.run(config)
    if values.index(0) != Gimp.PDBStatusType.SUCCESS:
        raise ValueError(Gimp.get_pdb().get_last_error())
    return values


def save(image, target):
    """Whole or not at all; with the metadata, which tells that a model had a part in it."""
    part = target.with_name(f".{target.stem}.part.png")
    image.flatten()
    try:
        run("file-png-export", image=image, file=Gio.File.new_for_path(str(part)),
            **{"include-xmp": True})
    except ValueError as error:
        raise SystemExit(f"{target} could not be saved: {error}") from error
    part.replace(target)


class Batch:
    def __init__(self, settings):
        self.settings = settings
        self.results = Path(settings["results"])
        self.journal = Journal(self.results / JOURNAL)
        self.calls = 0

    def go(self):
        for picture in sorted(Path(self.settings["pictures"]).iterdir()):
            if picture.suffix.lower() in ENDINGS and not self.is_done(picture):
                self.open(picture)

    def target(self, picture):
        # Of boats.jpg and boats.png neither takes the other one's place.
        return self.results / f"{picture.name}.png"

    def is_done(self, picture):
        return self.target(picture).exists()

    def open(self, picture):
        try:
            image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, Gio.File.new_for_path(str(picture)))
        except GLib.Error as error:
            return print(f"{picture.name}: cannot be opened: {error.message}")
        if image is None:
            return print(f"{picture.name}: cannot be opened: {Gimp.get_pdb().get_last_error()}")
        try:
            self.edit(image, picture)
        finally:
            image.delete()

    def edit(self, image, picture):
        state = self.journal.states.get(picture.name)
        if state in PERHAPS_PAID and self.take_kept(image, picture):
            return None
        if state in PERHAPS_PAID and not self.settings["again"]:
            return print(f"{picture.name}: was asked for already and may have been charged for; "
                         "--again asks once more")
        if self.calls >= self.settings["calls"]:
            raise SystemExit(f"Stopped after {self.calls} requests, as --calls says.")
        self.calls += 1
        self.journal.write(picture.name, "asked")
        return self.ask(image, picture)

    def take_kept(self, image, picture):
        """Whether the answer had come before the run was killed."""
        try:
            run("plug-in-wordbrush-recover", image=image, **{"only-this-image": True})
        except ValueError:
            return False
        self.finish(image, picture, "taken from what was kept")
        return True

    def ask(self, image, picture):
        arguments = {"prompt": self.settings["prompt"]}
        if self.settings["connection"]:
            arguments["connection"] = self.settings["connection"]
        try:
            run("plug-in-wordbrush-edit", image=image, drawables=image.get_selected_drawables(),
                **arguments)
        except ValueError as error:
            return self.fail(picture, str(error))
        return self.finish(image, picture, "edited")

    def finish(self, image, picture, how):
        save(image, self.target(picture))
        self.journal.write(picture.name, "done")
        print(f"{picture.name}: {how}")

    def fail(self, picture, error):
        kind = error.partition("[")[2].partition("]")[0]
        self.journal.write(picture.name, "failed" if kind in NEVER_BILLED else "billed",
                           error=error)
        print(f"{picture.name}: {error}")
        if kind in HOPELESS:
            raise SystemExit("Stopped: it would be the same for all the others.")


# --- In the shell


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", type=Path, help="the folder of the pictures")
    parser.add_argument("results", type=Path, help="the folder for what comes back")
    parser.add_argument("--prompt", required=True, help="what should change")
    parser.add_argument("--calls", type=int, required=True, help="send at most so many requests")
    parser.add_argument("--connection", default="", help="a saved connection, or an address")
    parser.add_argument("--again", action="store_true",
                        help="ask again for what may have been charged for without a result")
    return parser.parse_args()


def main():
    arguments = read_arguments()
    if not arguments.pictures.is_dir():
        sys.exit(f"{arguments.pictures} is no folder.")
    arguments.results.mkdir(parents=True, exist_ok=True)
    settings = {**vars(arguments), "pictures": str(arguments.pictures.resolve()),
                "results": str(arguments.results.resolve())}
    code = f"exec(compile(open({__file__!r}).read(), {__file__!r}, 'exec'))"
    gimp = subprocess.run(
        ["gimp-console", "-idf", "--quit", "--batch-interpreter=python-fu-eval", "-b", code],
        env={**os.environ, SETTINGS: json.dumps(settings)}, check=False)
    sys.exit(gimp.returncode)


if SETTINGS in os.environ:
    try:
        Batch(json.loads(os.environ[SETTINGS])).go()
    except SystemExit as stop:
        print(stop)
else:
    main()
