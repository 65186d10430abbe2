#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much bad luck the plug-in stands in the real GIMP: one line of figures for each part.

./dev bench soak [--edits N] [--kills N] [--only PART] [--seed S]
"""

import argparse
import os
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "gimp")]

import damage  # noqa: E402
import disk  # noqa: E402
import edits  # noqa: E402
import keyring  # noqa: E402
import kills  # noqa: E402
import two  # noqa: E402
import window  # noqa: E402
from tally import Tally  # noqa: E402

# In the order in which they run; each module says at its head what it claims.
PARTS = {
    "edits": edits,
    "window": window,
    "kills": kills,
    "disk": disk,
    "damage": damage,
    "two": two,
    "keyring": keyring,
}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; may be repeated")
    parser.add_argument("--seed", type=int, default=1, help="of all that is left to chance")
    arguments = parser.parse_args()
    arguments.build = Path(os.environ["WORDBRUSH_PLUGIN_DIR"]).parent
    return arguments


def measure(name, arguments):
    tally = Tally(name)
    start = time.monotonic()
    try:
        PARTS[name].measure(arguments, tally)
    except Exception as error:  # the parts after it are still of interest
        tally.claim(False, f"it broke off: {type(error).__name__}: {error}")
    return tally.tell(time.monotonic() - start)


def main():
    arguments = parse_arguments()
    holds = [measure(name, arguments) for name in arguments.only or PARTS]
    print("Everything holds." if all(holds) else "Not everything holds.")
    return 0 if all(holds) else 1


sys.exit(main())
