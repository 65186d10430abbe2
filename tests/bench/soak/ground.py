# SPDX-License-Identifier: GPL-3.0-or-later
"""A GIMP of its own for a part of the soak: a profile, the plug-in and the scripted model."""

import contextlib
import json
import re
import subprocess
import tempfile
from pathlib import Path

import console
from key import key_of

HERE = Path(__file__).resolve().parent
# A plug-in that ends says goodbye to a GIMP that may have hung up already: no fault.
CRASH = re.compile(r"Plug-in crashed|\(wordbrush:\d+\): (?!LibGimp-WARNING .*gimp_flush\(\))")


class Ground:
    def __init__(self, folder, build, address):
        self.folder = folder
        self.build = build
        self.address = address
        library = subprocess.check_output(
            ["pkg-config", "--variable=gimplibdir", "gimp-3.0"], text=True
        ).strip()
        plug_ins = console.stage_plug_in(folder, build / "plugin" / "wordbrush", build / "po")
        self.env = console.environment(folder, plug_ins, library)
        self.profile = folder / "gimp" / "wordbrush"
        self.runs = 0
        self.crashes = []

    def run(self, inside, task, seconds, wrap=(), env=None):
        """Runs the module `inside` in gimp-console; what it told, one dictionary for each say().

        Fails where GIMP did not end well in that time.
        """
        self.runs += 1
        outputs = self.folder / f"run-{self.runs}"
        outputs.mkdir()
        report, log = outputs / "report.json", outputs / "gimp.log"
        own = {
            "WORDBRUSH_TEST_MODEL": self.address,
            "WORDBRUSH_TEST_FOLDER": str(outputs),
            "WORDBRUSH_TEST_REPORT": str(report),
            "WORDBRUSH_API_KEY": key_of(self.folder),
            "WORDBRUSH_SOAK": str(HERE),
            "WORDBRUSH_SOAK_TASK": json.dumps(task | {"inside": inside}),
            "TMPDIR": str(self.folder / "tmp"),
        }
        (self.folder / "tmp").mkdir(exist_ok=True)
        code = console.run_python(
            HERE / "in_gimp.py", self.env | own | (env or {}), log, seconds, wrap=wrap
        )
        text = log.read_text(encoding="utf-8", errors="replace")
        told = []
        if report.exists():
            told = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
        broken = "\n".join(entry["broken"] for entry in told if "broken" in entry)
        if code != 0 or broken or not told:
            raise RuntimeError(f"{inside} ended with {code}\n{broken or text[-2000:]}")
        self.crashes += [line for line in text.splitlines() if CRASH.search(line)]
        return told

    def preload(self, name):
        return {"LD_PRELOAD": str(self.build / "tests" / f"lib{name}.so")}


@contextlib.contextmanager
def ground(arguments):
    with tempfile.TemporaryDirectory(prefix="wordbrush-soak-", ignore_cleanup_errors=True) as name:
        with console.scripted_model(arguments.build / "tests" / "scripted-model") as address:
            yield Ground(Path(name), arguments.build, address)
