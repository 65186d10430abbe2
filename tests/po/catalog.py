# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads catalogs (PO files)."""

import ast
import re
from dataclasses import dataclass, field

LINE = re.compile(r'(?P<old>#~ ?)?(?:(?P<word>msg\w+)(?:\[\d+\])? )?(?P<string>".*")$')


@dataclass
class Entry:
    line: int  # of its msgid
    context: str | None = None
    id: str = ""
    plural: str | None = None
    texts: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)
    is_obsolete: bool = False

    def add(self, word, string):
        """A string of the member that `word` begins."""
        if word == "msgctxt":
            self.context = (self.context or "") + string
        elif word == "msgid":
            self.id += string
        elif word == "msgid_plural":
            self.plural = (self.plural or "") + string
        else:
            self.texts[-1] += string


def read_entry(number, lines):
    """The entry of a paragraph that starts at line `number`; none in comments alone."""
    entry = Entry(line=0)
    word = None
    for offset, line in enumerate(lines):
        if line.startswith("#: "):
            entry.files += line[3:].split()
        if line.startswith("#, "):
            entry.flags |= {flag.strip() for flag in line[3:].split(",")}
        found = LINE.match(line)
        if not found:
            continue
        word = found["word"] or word
        if found["word"] == "msgid":
            entry.line = number + offset
        if found["word"] == "msgstr":
            entry.texts.append("")
        entry.is_obsolete |= found["old"] is not None
        entry.add(word, ast.literal_eval(found["string"]))
    return entry if entry.line else None


def paragraphs(lines):
    """Runs of lines that are not empty, each with the number of its first line."""
    start = 0
    for end in [i for i, line in enumerate(lines) if not line.strip()] + [len(lines)]:
        if end > start:
            yield start + 1, lines[start:end]
        start = end + 1


def read_catalog(path):
    """The entries by (context, id), without the header."""
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [read_entry(number, lines) for number, lines in paragraphs(lines)]
    return {(e.context, e.id): e for e in entries if e is not None and e.id}
