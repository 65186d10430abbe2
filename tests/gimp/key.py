# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of a run."""

import hashlib
from pathlib import Path


def key_of(folder):
    """Another key for each run's folder: runs side by side can see each other's environment.

    It is made anew where it is needed, so that only what is to be tested holds it.
    """
    return f"canary-{hashlib.sha256(str(Path(folder)).encode()).hexdigest()[:12]}-key"
