# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cases of one file inside gimp-console and writes a line of JSON for each."""

import importlib
import json
import os
import sys
import traceback

sys.path.insert(0, os.environ["WORDBRUSH_TEST_CASES"])

import rig  # noqa: E402


def run_all(report):
    importlib.import_module(os.environ["WORDBRUSH_TEST_FILE"])

    def say(**entry):
        report.write(json.dumps(entry) + "\n")
        report.flush()

    say(plan=[case.__name__ for case in rig.CASES])
    for case in rig.CASES:
        say(begins=case.__name__)
        before = {image.get_id() for image in rig.Gimp.get_images()}
        rig.forget()
        rig.TOLD.clear()
        why = ""
        try:
            case()
        except Exception:
            why = traceback.format_exc(limit=-4)
        for image in rig.Gimp.get_images():
            if image.get_id() not in before:
                image.delete()
        say(case=case.__name__, why=why, told=rig.TOLD)


with open(os.environ["WORDBRUSH_TEST_REPORT"], "a", encoding="utf-8") as out:
    try:
        run_all(out)
    except Exception:
        out.write(json.dumps({"broken": traceback.format_exc()}) + "\n")
