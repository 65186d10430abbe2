# SPDX-License-Identifier: GPL-3.0-or-later
"""A private GIMP for tests: a profile in a folder of its own, only the plug-ins it needs."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

# Of GIMP's own plug-ins; each one more makes the first start longer.
SYSTEM_PLUG_INS = ("python-eval", "script-fu", "file-png", "file-jpeg")

NAME = "wordbrush"


@contextlib.contextmanager
def scripted_model(executable):
    """Runs tests/model's server; gives its address. It ends with its standard input."""
    with subprocess.Popen(
        [executable], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            word, port = process.stdout.readline().split()
            assert word == "port"
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def stage_plug_in(folder, executable, catalogues):
    """Puts the plug-in and its translations as GIMP wants them: NAME/NAME and NAME/locale/."""
    place = Path(folder) / "plug-ins" / NAME
    place.mkdir(parents=True)
    shutil.copy2(executable, place / NAME)
    for catalogue in Path(catalogues).glob(f"*/LC_MESSAGES/{NAME}.mo"):
        target = place / "locale" / catalogue.relative_to(catalogues)
        target.parent.mkdir(parents=True)
        shutil.copy2(catalogue, target)
    return place.parent


def stage_script(plug_ins, script):
    """Puts a plug-in in Python beside the others."""
    place = Path(plug_ins) / script.stem
    place.mkdir()
    shutil.copy(script, place / script.name)
    (place / script.name).chmod(0o700)


def environment(folder, plug_ins, gimp_library, system_plug_ins=SYSTEM_PLUG_INS):
    """The environment for GIMP: nothing of the user's, no display, no session bus."""
    folder = Path(folder)
    system = Path(gimp_library) / "plug-ins"
    own = {
        "HOME": folder / "home",
        "GIMP3_DIRECTORY": folder / "gimp",
        "XDG_RUNTIME_DIR": folder / "run",
        "XDG_CONFIG_HOME": folder / "home" / ".config",
        "XDG_CACHE_HOME": folder / "home" / ".cache",
        "XDG_DATA_HOME": folder / "home" / ".local" / "share",
    }
    for path in own.values():
        path.mkdir(parents=True, exist_ok=True)
    (folder / "run").chmod(0o700)
    plug_in_path = [plug_ins, *(system / name for name in system_plug_ins)]
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in left_out and not name.startswith("WORDBRUSH_")
    }
    return kept | {
        **{name: str(path) for name, path in own.items()},
        "GIMP_TESTING_PLUGINDIRS": os.pathsep.join(str(path) for path in plug_in_path),
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "no_proxy": "127.0.0.1",
    }


def run_python(script, env, log, timeout, fonts=False, wrap=()):
    """Runs a Python-Fu script in gimp-console; its output goes to `log`. Gives the exit code.

    `wrap` is a command that runs GIMP.
    """
    batch = f"exec(compile(open({str(script)!r}).read(), {str(script)!r}, 'exec'), globals())"
    command = [*wrap, "gimp-console", "-id" if fonts else "-idf", "--quit"]
    command += ["--batch-interpreter=python-fu-eval", "-b", batch]
    with open(log, "wb") as out:
        return subprocess.run(
            command, env=env, stdout=out, stderr=subprocess.STDOUT, timeout=timeout, check=False
        ).returncode
