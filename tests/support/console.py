#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a Python-Fu or Script-Fu script in gimp-console, with a private profile.

Usage: console.py --plug-ins FOLDER SCRIPT [ARGUMENT...]
FOLDER holds wordbrush/wordbrush. The status is 0 only if the script succeeded.
"""

import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

SUPPORT = pathlib.Path(__file__).resolve().parent

# Few plug-ins: a first start queries each of them.
SYSTEM_PLUG_INS = ("python-eval", "script-fu", "file-png", "file-jpeg", "file-tiff", "file-webp")

# What GIMP itself says in every good run, or when a script leaves an image open.
NOISE = re.compile(
    r"""
    Failed\ to\ parse\ tag\ cache:\ No\ such\ file\ or\ directory
    | \(script-fu:\d+\):\ scriptfu-WARNING\ .*\ declared\ resource\ name\ is\ invalid\ .*
    | INFO:\ argument\ .*\ ignored\ because\ resources\ of\ type\ \w+\ are\ not\ loaded\.
    | GIMP-(Warning|Message):\ Welcome\ to\ GIMP\ [\d.]+!
    | \(gimp[-.\w]*:\d+\):\ GLib-GObject-CRITICAL\ .*:\ g_object_unref:\ assertion\ .*
    | \(gimp[-.\w]*:\d+\):\ Gimp-Core-WARNING\ .*\ gimp_finalize:\ list\ of\ contexts\ not\ empty\ .*
    | stale\ context:\ .*\ \(of\ type\ Gimp\w+\)
    | INFO:\ a\ stray\ image\ seems\ to\ have\ been\ left\ around\ by\ a\ plug-in:\ .*
    | .*gimp_flush\(\):\ error:\ Broken\ pipe
    | .*gimp_wire_read\(\):\ (unexpected\ EOF|error)
    | .*[Gg]lycin.*without\ sandbox.*
    | Zombie\ plug-in:\ the\ process\ of\ plug-in\ 'python-eval\.py'\ never\ exited\.
    | batch\ command\ executed\ successfully
    | batch\ command\ experienced\ an\ execution\ error:
    | Stopping\ at\ failing\ batch\ command\ \[0\]:\ .*
    """,
    re.VERBOSE,
)


def without_noise(lines):
    """Drops GIMP's own lines, each with an empty line before or after it."""
    blank = None
    after_noise = False
    for line in lines:
        text = line.rstrip("\n")
        if NOISE.fullmatch(text):
            blank = None
            after_noise = not text.startswith(("batch", "Stopping"))
            continue
        if blank is not None:
            yield blank
        blank = None
        if text == "":
            if not after_noise:
                blank = line
        else:
            # Script-Fu's (display) ends no line.
            yield text.removesuffix("batch command executed successfully") + line[len(text):]
        after_noise = False
    if blank is not None:
        yield blank


def pump(source, target):
    for line in without_noise(source):
        target.write(line)
        target.flush()


def scheme_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def batch_arguments(script, arguments, status_file):
    if script.suffix == ".py":
        inside = str(SUPPORT / "run_in_gimp.py")
        code = (
            f"exec(compile(open({inside!r}).read(), {inside!r}, 'exec')); "
            f"run_and_report({str(script)!r}, {arguments!r}, {str(status_file)!r})"
        )
        return ["--batch-interpreter=python-fu-eval", "-b", code]
    strings = " ".join(map(scheme_string, arguments))
    code = (
        f"(begin (define args (list {strings})) (load {scheme_string(str(script))}) "
        f"(let ((port (open-output-file {scheme_string(str(status_file))}))) "
        '(display "0" port) (close-output-port port)))'
    )
    return ["--batch-interpreter=plug-in-script-fu-eval", "-b", code]


def system_plug_ins():
    query = ["pkg-config", "--variable=gimplibdir", "gimp-3.0"]
    return pathlib.Path(subprocess.check_output(query, text=True).strip()) / "plug-ins"


def private_environment(profile, plug_ins):
    environment = dict(os.environ)
    folders = {
        "GIMP3_DIRECTORY": "gimp",
        "HOME": "home",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_RUNTIME_DIR": "run",
        "TMPDIR": "tmp",
    }
    for variable, folder in folders.items():
        (profile / folder).mkdir(parents=True, mode=0o700, exist_ok=True)
        environment[variable] = str(profile / folder)
    system = system_plug_ins()
    searched = [str(plug_ins), *(str(system / name) for name in SYSTEM_PLUG_INS)]
    environment["GIMP_TESTING_PLUGINDIRS"] = ":".join(searched)
    environment.setdefault("LC_ALL", "C.UTF-8")
    return environment


def end_group(process):
    """Ends what a script may have left running."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run_gimp(command, environment):
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        start_new_session=True,
    )
    try:
        streams = ((process.stdout, sys.stdout), (process.stderr, sys.stderr))
        pumps = [threading.Thread(target=pump, args=pair, daemon=True) for pair in streams]
        for thread in pumps:
            thread.start()
        status = process.wait()
    finally:
        end_group(process)
    for thread in pumps:
        thread.join()
    return status


def run(script, arguments, plug_ins):
    profile = pathlib.Path(tempfile.mkdtemp(prefix="wordbrush-console-"))
    try:
        status_file = profile / "status"
        command = ["gimp-console", "--no-interface", "--no-data", "--no-fonts", "--quit"]
        command += batch_arguments(script, arguments, status_file)
        gimp_status = run_gimp(command, private_environment(profile, plug_ins))
        if status_file.exists():
            return int(status_file.read_text(encoding="ascii") or 1)
        if gimp_status == 0:
            print(f"{script.name} ended GIMP before its own end; it needs no (gimp-quit).", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plug-ins", required=True, type=pathlib.Path)
    parser.add_argument("script", type=pathlib.Path)
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    script = options.script.resolve()
    if script.suffix not in (".py", ".scm"):
        parser.error(f"{script} is neither a .py nor a .scm file")
    if not script.is_file():
        parser.error(f"there is no script {script}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    sys.exit(run(script, options.arguments, options.plug_ins.resolve()))


if __name__ == "__main__":
    main()
