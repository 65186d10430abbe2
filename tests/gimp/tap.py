# SPDX-License-Identifier: GPL-3.0-or-later
"""Results in the Test Anything Protocol, which meson counts, and what all drivers are told."""

import argparse
import traceback


def parse_arguments(description, *more):
    """The drivers' arguments; `more` as (name, options) for add_argument."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--model", required=True, help="the scripted model's executable")
    parser.add_argument("--plug-in", required=True, help="the plug-in's executable")
    parser.add_argument("--catalogues", required=True, help="the folder of LANG/LC_MESSAGES")
    parser.add_argument("--gimp-library", required=True, help="GIMP's gimplibdir")
    for name, options in more:
        parser.add_argument(name, **options)
    return parser.parse_args()


def comment(text):
    for line in text.splitlines():
        print(f"#   {line}")


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def result(self, name, why=""):
        """One test point; it failed where `why` says something."""
        self.count += 1
        self.failed += bool(why)
        print(f"{'not ok' if why else 'ok'} {self.count} - {name}", flush=True)
        comment(why)

    def run(self, case, *arguments):
        """Runs a function whose name is a claim."""
        why = ""
        try:
            case(*arguments)
        except Exception:
            why = traceback.format_exc(limit=-3)
        self.result(case.__name__.replace("_", " "), why)

    def end(self, log):
        print(f"1..{self.count}")
        if self.failed and log.exists():
            lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
            told = [line for line in lines if not line.startswith("ScriptFu server:")]
            comment("\n".join(told[-100:]))
