#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long an edit takes, and how much memory, in the real GIMP; each stage beside its floor.

The endpoint is on loopback and answers at once with a PNG file that was made before, as large
as what it received. The picture is a photograph. A floor is what the same bytes take through
libjpeg or libpng, through base64, and through one copy (bench-floors).

./dev bench speed [--defaults] [--runs N]
"""

import argparse
import base64
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "gimp"))

import console  # noqa: E402
import start_up  # noqa: E402

PHOTO = HERE.parents[1] / "data" / "photos" / "boats.jpg"
SCENARIO = "edit=tint,canned=yes"
STAGES = ("read", "encode", "send", "wait", "receive", "decode", "fit", "insert")
TIMEOUT_S = 900
START_UPS = 20

# What is measured, and what it may take: seconds of wall and of CPU, MiB of the plug-in.
JOBS = (
    {"name": "2048 x 2048, whole", "side": 2048, "selection": 0, "wall": 0.4},
    {"name": "4096 x 4096, whole", "side": 4096, "selection": 0, "wall": 1.2, "cpu": 1.2,
     "memory": 220},
    {"name": "512 x 512 selected in 4096 x 4096", "side": 4096, "selection": 512, "wall": 0.12},
)

# The bare way there and back; what precision adds has its own benchmark.
BARE = {"align": False, "match-colors": False, "only-changes": False, "context": 0.0}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--defaults", action="store_true", help="with the procedure's default settings"
    )
    return parser.parse_args()


class PeakMemory(threading.Thread):
    """Watches the plug-in's processes from the outside; `peak` in MiB."""

    def __init__(self, ready):
        super().__init__(daemon=True)
        self.ready = ready
        self.peak = 0.0
        self.ended = threading.Event()

    def run(self):
        while not self.ended.wait(0.004 if self.ready.exists() else 0.1):
            if self.ready.exists():
                self.look()

    def look(self):
        for comm in Path("/proc").glob("[0-9]*/comm"):
            try:
                if comm.read_text(encoding="ascii").strip() != "wordbrush":
                    continue
                status = comm.with_name("status").read_text(encoding="ascii")
            except (OSError, UnicodeDecodeError):
                continue
            found = re.search(r"VmHWM:\s+(\d+) kB", status)
            if found:
                self.peak = max(self.peak, int(found[1]) / 1024)


def run_gimp(job, env, folder, settings, address, runs):
    """The results of speed_in_gimp.py for a job."""
    name = f"{job['side']}-{job['selection']}-{runs}"
    task = {
        "photo": str(PHOTO),
        "side": job["side"],
        "selection": job["selection"],
        "connection": f"{address}/{SCENARIO},{size_of(job)}/v1",
        "settings": {"model": "speed"} | settings,
        "runs": runs,
        "ready": str(folder / (name + ".ready")),
        "results": str(folder / (name + ".json")),
    }
    log = folder / (name + ".log")
    script = HERE / "speed_in_gimp.py"
    console.run_python(script, env | {"WORDBRUSH_BENCH_TASK": json.dumps(task)}, log, TIMEOUT_S)
    if not Path(task["results"]).exists():
        sys.exit(f"The edit failed:\n{log.read_text(encoding='utf-8', errors='replace')}")
    return json.loads(Path(task["results"]).read_text(encoding="utf-8"))


def size_of(job):
    side = job["selection"] or job["side"]
    return f"size={side}x{side}"


def peak_memory(job, env, folder, settings, address):
    """Measured apart, since looking takes time."""
    watcher = PeakMemory(folder / f"{job['side']}-{job['selection']}-2.ready")
    watcher.start()
    run_gimp(job, env, folder, settings, address, 2)
    watcher.ended.set()
    watcher.join()
    return watcher.peak


def http(url, data=None):
    with urllib.request.urlopen(url, data=data, timeout=60) as answer:
        return answer.read()


def floors(job, folder, address, program):
    """What bench-floors measures for the bytes that this job sent and received."""
    log = json.loads(http(f"{address}/log"))
    number = max(i for i, entry in enumerate(log) if size_of(job) in entry["path"])
    upload = folder / "upload"
    upload.write_bytes(http(f"{address}/log/{number}/picture/0"))
    answer = http(f"{address}/{SCENARIO},{size_of(job)}/v1/chat/completions", b"{}")
    reply = folder / "reply.png"
    reply.write_bytes(base64.b64decode(re.search(rb'base64,([^"]+)"', answer)[1]))
    print(
        f"  sent {upload.stat().st_size / 1e6:.1f} MB ({log[number]['pictures'][0]['mime']}), "
        f"received {reply.stat().st_size / 1e6:.1f} MB (image/png)"
    )
    return json.loads(subprocess.check_output([program, upload, reply]))


def median(results, *path):
    def value(result):
        for name in path:
            result = result[name]
        return result

    return statistics.median(value(result) for result in results)


def judge(name, value, unit, limit):
    """Prints a figure beside its target; whether it is met."""
    met = limit is None or value <= limit
    verdict = "" if limit is None else f"   target {limit:g} {unit}: {'met' if met else 'MISSED'}"
    print(f"  {name:<28}{value:9.3f} {unit}{verdict}")
    return met


def tell(job, results, memory, least):
    wall, cpu = median(results, "wall"), median(results, "cpu")
    met = judge("wall, the whole call", wall, "s", job["wall"])
    met &= judge("CPU, GIMP and plug-in", cpu, "s", job.get("cpu"))
    met &= judge("peak memory of the plug-in", memory, "MiB", job.get("memory"))
    total = median(results, "report", "times_ms", "total")
    print(f"\n  {'stage':<12}{'ms':>10}{'floor ms':>12}")
    for stage in STAGES:
        taken = median(results, "report", "times_ms", stage)
        floor = f"{least[stage]:12.1f}" if stage in least else f"{'-':>12}"
        print(f"  {stage:<12}{taken:10.1f}{floor}")
    print(f"  {'in all':<12}{total:10.1f}{sum(least.values()):12.1f}")
    print(f"  {'around it':<12}{wall * 1000 - total:10.1f}{'-':>12}   (GIMP starts the plug-in)\n")
    return met


def main():
    arguments = parse_arguments()
    settings = {} if arguments.defaults else BARE
    build = Path(os.environ["WORDBRUSH_PLUGIN_DIR"]).parent
    library = subprocess.check_output(
        ["pkg-config", "--variable=gimplibdir", "gimp-3.0"], text=True
    ).strip()
    met = True
    with tempfile.TemporaryDirectory(prefix="wordbrush-bench-") as name:
        folder = Path(name)
        env = console.environment(folder, build / "plug-ins", library)
        met &= start_up.measure(folder, build, library, PHOTO, START_UPS)
        for job in JOBS:
            # A server for each job, so that it holds one answer.
            with console.scripted_model(build / "tests" / "scripted-model") as address:
                print(f"{job['name']}, median of {arguments.runs} runs", flush=True)
                started = time.monotonic()
                results = run_gimp(job, env, folder, settings, address, arguments.runs)
                memory = peak_memory(job, env, folder, settings, address)
                least = floors(job, folder, address, build / "tests" / "bench-floors")
                met &= tell(job, results, memory, least)
                print(f"  (measured in {time.monotonic() - started:.0f} s)\n", flush=True)
    print("All targets are met." if met else "Not all targets are met.")
    return 0 if met else 1


sys.exit(main())
