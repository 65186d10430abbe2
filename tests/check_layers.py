#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a file of plugin/ includes what its module may not use."""

import re
import sys
from pathlib import Path

# Module: the modules whose headers it may include, besides its own.
MODULES = {
    "base": set(),
    "pixels": {"base"},
    "precision": {"base", "pixels"},
    "protocol": {"base"},
    "net": {"base"},
    "host": {"base", "pixels"},
    "settings": {"base"},
    "demo": {"base", "pixels", "protocol"},
    "edit": {"base", "pixels", "precision", "protocol", "net", "host", "settings"},
    "ui": {"base", "pixels", "host", "settings", "edit"},
}

# Library: the only places that may include it.
LIBRARIES = {
    "libsoup": {"net", "demo"},
    "json-glib": {"protocol", "settings", "edit"},
    "libsecret": {"settings"},
    "opencv2": {"precision"},
    "libgimp": {"host", "ui", "procedures", "main.cpp"},
    "gtk": {"ui", "procedures", "main.cpp"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"/]+)/')


def faults(plugin):
    for path in sorted(plugin.rglob("*.[hc]*")):
        file = path.relative_to(plugin).as_posix()
        module = file.split("/")[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            quote, first = found.groups()
            if quote == '"' and module in MODULES and first not in MODULES[module] | {module}:
                yield f"{path}:{number}: {module}/ may not include {first}/"
            if quote == "<" and not LIBRARIES.get(first, {module}) & {module, file}:
                yield f"{path}:{number}: {first} may be included only by {sorted(LIBRARIES[first])}"


found = list(faults(Path(sys.argv[1])))
print("\n".join(found) or "every #include follows the layers")
sys.exit(bool(found))
