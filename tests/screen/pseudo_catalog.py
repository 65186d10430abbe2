# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks: English with accents, and longer by two fifths.

What does not fit in it would not fit in many a real language; what shows without accents
is not translated.
"""

import re
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "po"))
from catalog import read_catalog  # noqa: E402

ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")
LONGER = 0.4
FILLING = "ëẋţŕå"
# What a program or a model reads stays: placeholders, {prompt}, mnemonics' next letter too.
KEPT = re.compile(r"(%(?:\d+\$)?[-+0 #]*\d*(?:\.\d+)?[hlz]*[a-zA-Z%]|\{\w+\}|https?://\S+)")


def pseudo(text):
    parts = KEPT.split(text)
    letters = sum(len(part) for part in parts[::2])
    more = (FILLING * (1 + letters // 5))[:round(letters * LONGER)]
    accented = "".join(part if at % 2 else part.translate(ACCENTS)
                       for at, part in enumerate(parts))
    # Behind the last word, in words that may be wrapped, before what ends the sentence.
    body = accented.rstrip(" .:?…!")
    words = " ".join(more[start:start + 7] for start in range(0, len(more), 7))
    return f"{body} {words}{accented[len(body):]}" if more else accented


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def write(source, target):
    """Makes the catalog `target` (.mo) of all that the catalog `source` (.po) translates."""
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n'
             'Plural-Forms: nplurals=2; plural=(n != 1);\\n"']
    for entry in read_catalog(source).values():
        if not entry.id or entry.is_obsolete:
            continue
        if entry.context is not None:
            lines.append(f"msgctxt {quoted(entry.context)}")
        lines.append(f"msgid {quoted(entry.id)}")
        if entry.plural is None:
            lines.append(f"msgstr {quoted(pseudo(entry.id))}")
        else:
            lines += [f"msgid_plural {quoted(entry.plural)}",
                      f"msgstr[0] {quoted(pseudo(entry.id))}",
                      f"msgstr[1] {quoted(pseudo(entry.plural))}"]
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["msgfmt", "-o", target, "-"], input="\n".join(lines), text=True, check=True)
