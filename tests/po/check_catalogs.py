#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a catalog of po/ is not what the sources of plugin/ say: one line for each fault."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from catalog import read_catalog

DOCUMENTS = [
    Path("data/manual/manual.xml"),
    Path("data/packaging/org.gimp.GIMP.Plugin.Wordbrush.metainfo.xml.in"),
]
KEYWORDS = ["--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2"]


def extract(root, folder):
    """What the sources hold now."""
    sources = [path.relative_to(root).as_posix() for path in (root / "plugin").rglob("*.[ch]*")]
    template = folder / "fresh.pot"
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--language=C++", "--add-location=file", "--omit-header"]
        + KEYWORDS
        + ["-o", template, *sorted(sources)],
        cwd=root,
        check=True,
    )
    # What is no C++ is read as it says itself, or as the manual's rules do.
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-location=file", "--omit-header", "--join-existing"]
        + ["-o", template, *map(str, DOCUMENTS)],
        cwd=root,
        check=True,
        env={**os.environ, "GETTEXTDATADIRS": str(root / "data" / "manual")},
    )
    return read_catalog(template)


def list_faults(potfiles, fresh):
    listed = [
        line
        for line in potfiles.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    needed = {file for entry in fresh.values() for file in entry.files}
    for file in sorted(needed.difference(listed)):
        yield f"{potfiles}: {file} has strings to translate and is not listed"
    for file in sorted(set(listed).difference(needed)):
        yield f"{potfiles}: {file} is listed and has no string to translate"
    if listed != sorted(set(listed)):
        yield f"{potfiles}: the files are not sorted, or one is listed twice"


def msgfmt_faults(path, *options):
    """What msgfmt finds: syntax, header, plurals, placeholders, lost mnemonics."""
    checked = subprocess.run(
        ["msgfmt", *options, "-o", "/dev/null", path],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in checked.stderr.splitlines() if line.startswith(str(path))]
    if checked.returncode != 0 and not lines:
        lines = [f"{path}: msgfmt fails: {checked.stderr.strip()}"]
    return lines


def entry_faults(source, entry):
    """`source`: the entry as it is in the sources."""
    if "fuzzy" in entry.flags:
        yield "is fuzzy"
    if not all(text.strip() for text in entry.texts):
        yield "is not translated"
    if entry.plural != source.plural:
        yield "has another plural than the sources"
    if "c-format" in source.flags and "c-format" not in entry.flags:
        yield "has placeholders and no mark c-format"
    if "_" not in source.id and any("_" in text for text in entry.texts):
        yield "got a mnemonic that the original has not"


def catalog_faults(path, fresh):
    """`fresh`: the entries of the sources."""
    if unreadable := msgfmt_faults(path):
        yield from unreadable
        return
    yield from msgfmt_faults(path, "--check", "--check-accelerators=_")
    catalog = read_catalog(path)
    for key, source in fresh.items():
        entry = catalog.get(key)
        if entry is None or entry.is_obsolete:
            yield f'{path}: "{source.id}" of {source.files[0]} is missing'
        else:
            for fault in entry_faults(source, entry):
                yield f'{path}:{entry.line}: "{source.id}" {fault}'
    for key, entry in catalog.items():
        if entry.is_obsolete or key not in fresh:
            yield f'{path}:{entry.line}: "{entry.id}" is obsolete'


def faults(root):
    with tempfile.TemporaryDirectory() as folder:
        fresh = extract(root, Path(folder))
    yield from list_faults(root / "po" / "POTFILES.in", fresh)
    linguas = root / "po" / "LINGUAS"
    languages = linguas.read_text(encoding="utf-8").split()
    catalogs = {path.stem: path for path in sorted((root / "po").glob("*.po"))}
    for language in sorted(catalogs.keys() ^ set(languages)):
        yield f"{linguas}: {language} is not both in this list and a catalog"
    for language, path in catalogs.items():
        if language in languages:
            yield from catalog_faults(path, fresh)


if __name__ == "__main__":
    found = [fault.replace("\n", "\\n") for fault in faults(Path(sys.argv[1]))]
    print("\n".join(found) or "every string is translated")
    sys.exit(bool(found))
