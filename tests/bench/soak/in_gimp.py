# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the inside of a part in gimp-console's Python; see ground.py, which starts it."""

import importlib
import json
import os
import sys
import traceback
from pathlib import Path

SOAK = Path(os.environ["WORDBRUSH_SOAK"])
sys.path[:0] = [str(SOAK), str(SOAK.parent / "window"), str(SOAK.parents[1] / "gimp")]

try:
    importlib.import_module(json.loads(os.environ["WORDBRUSH_SOAK_TASK"])["inside"]).main()
except Exception:
    with open(os.environ["WORDBRUSH_TEST_REPORT"], "a", encoding="utf-8") as out:
        out.write(json.dumps({"broken": traceback.format_exc()}) + "\n")
