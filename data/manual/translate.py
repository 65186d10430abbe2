#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the manual of a language: translate.py MANUAL CATALOG LANGUAGE OUTPUT

The words come from the catalog; the pictures are those of the language where it has some.
"""

import os
import subprocess
import sys
from pathlib import Path

manual, catalog, language, output = sys.argv[1:]
folder = Path(manual).parent
subprocess.run(
    ["msgfmt", "--xml", "--replace-text", f"--locale={language}", f"--template={manual}",
     f"--output-file={output}", catalog],
    check=True, env={**os.environ, "GETTEXTDATADIRS": str(folder)})
text = Path(output).read_text(encoding="utf-8").replace("<html ", f'<html lang="{language.replace("_", "-")}" ', 1)
if list((folder / "pictures").glob(f"{language}-*")):
    text = text.replace('"pictures/en-', f'"pictures/{language}-')
Path(output).write_text(text, encoding="utf-8")
