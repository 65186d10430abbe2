#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits through gateways and mock servers that other people wrote, in the real gimp-console.

They are npm packages in a folder of the cache, which `./dev test --suite peers` installs.
"""

import base64
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
GIMP_CASES = HERE.parent / "gimp"
sys.path.insert(0, str(GIMP_CASES))

import console  # noqa: E402
import png  # noqa: E402
from fake_gemini import gemini, with_headers  # noqa: E402
from tap import Tap, parse_arguments  # noqa: E402

SKIPPED = 77
TIMEOUT_S = 120
LOG = "outputs/gimp.log"
PORTKEY = "node_modules/@portkey-ai/gateway/build/start-server.js"
AIMOCK = "node_modules/@copilotkit/aimock/dist/cli.js"
ANSWER = png.encode(64, 48, bytes((200, 100, 50, 255)) * (64 * 48))


def skip(why):
    print(f"1..0 # SKIP {why}")
    print(f"The peers suite was NOT RUN: {why}", file=sys.stderr)
    sys.exit(SKIPPED)


def find_node(packages):
    for node in (packages / "node", shutil.which("node")):
        if node and Path(node).exists():
            return str(node)
    skip("there is no node. ./dev test --suite peers takes the system's.")


def free_port():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


def wait_for(port, process):
    """Until something listens there; it starts within seconds, or has ended."""
    while process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args[1]} ended with {process.returncode}")


@contextlib.contextmanager
def running(command, port, log, **env):
    with open(log, "wb") as out:
        process = subprocess.Popen(
            command, env=os.environ | env, stdout=out, stderr=out, stdin=subprocess.DEVNULL
        )
        try:
            wait_for(port, process)
            yield
        finally:
            process.terminate()
            process.wait()


@contextlib.contextmanager
def portkey(node, packages, folder):
    """Gives the address of the gateway before a Gemini that keeps what it gets."""
    port, upstream = free_port(), gemini(ANSWER, folder / "uploaded.png")
    headers = {
        "x-portkey-provider": "google",
        "x-portkey-custom-host": f"http://127.0.0.1:{upstream}",
        "x-portkey-strict-open-ai-compliance": "false",
    }
    command = [node, packages / PORTKEY, f"--port={port}", "--headless"]
    with running(command, port, folder / "portkey.log", TRUSTED_CUSTOM_HOSTS="127.0.0.1"):
        yield f"http://127.0.0.1:{with_headers(port, headers)}/v1"


@contextlib.contextmanager
def aimock(node, packages, folder):
    port, fixture = free_port(), folder / "aimock.json"
    content = f"![image](data:image/png;base64,{base64.b64encode(ANSWER).decode()})"
    row = {"match": {"userMessage": "orange"}, "response": {"content": content}}
    fixture.write_text(json.dumps({"fixtures": [row]}), encoding="utf-8")
    command = [node, packages / AIMOCK, "--port", str(port), "--fixtures", fixture]
    with running(command, port, folder / "aimock.log"):
        yield f"http://127.0.0.1:{port}/v1"


def run(arguments, packages, folder):
    """Runs the cases; gives the report's entries and GIMP's exit code."""
    plug_ins = console.stage_plug_in(folder, arguments.plug_in, arguments.catalogues)
    env = console.environment(folder, plug_ins, arguments.gimp_library)
    outputs, report = folder / "outputs", folder / "report.json"
    outputs.mkdir()
    node = find_node(packages)
    with (
        console.scripted_model(arguments.model) as model,
        portkey(node, packages, outputs) as portkey_address,
        aimock(node, packages, outputs) as aimock_address,
    ):
        env |= {
            "PYTHONPATH": str(HERE),
            "WORDBRUSH_API_KEY": "a-key",
            "WORDBRUSH_TEST_MODEL": model,
            "WORDBRUSH_TEST_PORTKEY": portkey_address,
            "WORDBRUSH_TEST_AIMOCK": aimock_address,
            "WORDBRUSH_TEST_FOLDER": str(outputs),
            "WORDBRUSH_TEST_CASES": str(GIMP_CASES),
            "WORDBRUSH_TEST_FILE": "cases_peers",
            "WORDBRUSH_TEST_REPORT": str(report),
        }
        code = console.run_python(GIMP_CASES / "in_gimp.py", env, folder / LOG, TIMEOUT_S)
    return [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()], code


def main():
    arguments = parse_arguments(__doc__)
    packages = Path(os.environ.get("WORDBRUSH_CACHE", "/nonexistent")) / "peers"
    for script in (PORTKEY, AIMOCK):
        if not (packages / script).exists():
            skip(f"{packages / script} is missing. ./dev test --suite peers installs it with npm.")
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="wordbrush-peers-") as name:
        told, code = run(arguments, packages, Path(name))
        for entry in told:
            if "case" in entry:
                tap.result(entry["case"].replace("_", " "), entry["why"])
        broken = "\n".join(entry["broken"] for entry in told if "broken" in entry)
        tap.result("gimp ends well", "" if code == 0 and not broken else f"{code}\n{broken}")
        tap.end(Path(name) / LOG)
    return bool(tap.failed)


sys.exit(main())
