#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a file of cases in the real gimp-console and tells the results as TAP."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import console
from key import key_of
from tap import Tap, comment, parse_arguments

HERE = Path(__file__).resolve().parent
TIMEOUT_S = 300
# A plug-in that ends says goodbye to a GIMP that may have hung up already: no fault.
BAD = re.compile(r"Plug-in crashed|\(wordbrush:\d+\): (?!LibGimp-WARNING .*gimp_flush\(\))")
LOG = "outputs/gimp.log"
ARGUMENTS = (
    ("--no-key", {"action": "store_true", "help": "without a key in the environment"}),
    ("--preload", {"help": "a library that interferes with the plug-in"}),
    ("--crashes", {"type": int, "default": 0, "help": "how often the plug-in is killed"}),
    ("--bystander", {"action": "store_true", "help": "with a plug-in that works meanwhile"}),
    ("--exports", {"action": "store_true", "help": "with GIMP's plug-ins for TIFF and WebP"}),
    ("--fonts", {"action": "store_true", "help": "with fonts, for text layers"}),
    ("file", {"help": "cases_NAME.py"}),
)


def entries(report):
    if not report.exists():
        return []
    return [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]


def files_with(folder, secret):
    """The files under a folder whose bytes hold a text."""
    return [
        path for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()
    ]


def run(arguments, folder):
    plug_ins = console.stage_plug_in(folder, arguments.plug_in, arguments.catalogues)
    if arguments.bystander:
        console.stage_script(plug_ins, HERE / "bystander.py")
    system_plug_ins = console.SYSTEM_PLUG_INS
    if arguments.exports:
        system_plug_ins += ("file-tiff", "file-webp")
    env = console.environment(folder, plug_ins, arguments.gimp_library, system_plug_ins)
    outputs = folder / "outputs"
    outputs.mkdir()
    report, log = folder / "report.json", folder / LOG
    with console.scripted_model(arguments.model) as address:
        env |= {
            "WORDBRUSH_TEST_MODEL": address,
            "WORDBRUSH_TEST_FOLDER": str(outputs),
            "WORDBRUSH_TEST_CASES": str(HERE),
            "WORDBRUSH_TEST_FILE": Path(arguments.file).stem,
            "WORDBRUSH_TEST_REPORT": str(report),
        }
        if not arguments.no_key:
            env["WORDBRUSH_API_KEY"] = key_of(folder)
        if arguments.preload:
            env["LD_PRELOAD"] = str(Path(arguments.preload).resolve())
        try:
            code = console.run_python(HERE / "in_gimp.py", env, log, TIMEOUT_S, arguments.fonts)
        except subprocess.TimeoutExpired:
            code = "none: it took too long"
    return entries(report), code, log.read_text(encoding="utf-8", errors="replace")


def bad_lines(log, crashes):
    """What the log must not hold, but for as many crashes as were made."""
    bad = [line for line in log.splitlines() if BAD.search(line)]
    crashed = [line for line in bad if "Plug-in crashed" in line]
    return bad if len(crashed) != crashes else [line for line in bad if line not in crashed]


def tell(tap, told, code, log, crashes):
    plan = next((entry["plan"] for entry in told if "plan" in entry), [])
    ended = {entry["case"]: entry for entry in told if "case" in entry}
    begun = [entry["begins"] for entry in told if "begins" in entry]
    for name in plan:
        never = "GIMP ended in it" if name in begun else "never began"
        entry = ended.get(name, {"why": never, "told": []})
        tap.result(name.replace("_", " "), entry["why"])
        comment("\n".join(entry["told"]))
    broken = "\n".join(entry["broken"] for entry in told if "broken" in entry)
    healthy = code == 0 and plan and not broken
    tap.result("gimp ends well", "" if healthy else f"exit code {code}\n{broken}")
    bad = bad_lines(log, crashes)
    tap.result("the plug-in neither crashes nor warns", "\n".join(bad))


def main():
    arguments = parse_arguments(__doc__, *ARGUMENTS)
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="wordbrush-gimp-") as name:
        folder = Path(name)
        told, code, log = run(arguments, folder)
        tell(tap, told, code, log, arguments.crashes)
        leaks = files_with(folder, key_of(folder))
        tap.result("the key is in no file", "\n".join(str(path) for path in leaks))
        tap.end(folder / LOG)
    return bool(tap.failed)


sys.exit(main())
