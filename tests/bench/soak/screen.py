# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a part that needs a screen, on a private one, and takes what it tells."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parents[1]
PHOTO = TESTS.parent / "data" / "photos" / "boats.jpg"
NOT_THERE = 77


def run(script, arguments, tally, seconds, wrap=(), keyring="none"):
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as report:
        done = subprocess.run(
            [*wrap, sys.executable, str(TESTS / "settings" / "with_keyring.py"), keyring,
             sys.executable, str(HERE / script), str(arguments.build / "plugin" / "wordbrush"),
             "--", str(arguments.build / "tests" / "scripted-model"), str(PHOTO), report.name,
             str(arguments.edits), str(arguments.seed)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds, check=False)
        tally.take(json.loads(line) for line in report)
        output = done.stdout.decode(errors="replace")
        tally.claim(done.returncode != NOT_THERE, f"not measured: {output.strip()}")
        tally.claim(done.returncode == 0,
                    f"{script} ended with {done.returncode}:\n{output[-2000:]}")
