#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual, opened from the window: help_test.py WORDBRUSH -- MODEL PHOTOGRAPH MANUAL

MANUAL is the folder of the built manuals beside the sources' own, in two arguments.
"""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlparse

import live_gimp
import rig
from rig import wait_for

# By its number: for the name, xdotool holds Alt where the keyboard also has it with Alt.
F1_KEY = "67"
# Stands for the user's browser: it writes down what it is asked to show.
READER = """[Desktop Entry]
Type=Application
Name=Reader
Exec=sh -c 'echo "$1" >>"{shown}"' reader %u
MimeType=text/html;application/xhtml+xml;
"""


class HelpTest(live_gimp.LiveTest):
    def setUp(self):
        super().setUp()
        self.shown = self.folder / "shown"
        self.place = Path(os.environ["GIMP_TESTING_PLUGINDIRS"].split(":")[0]) / "manual"
        built, source = map(Path, rig.arguments[2:])
        shutil.copytree(source / "pictures", self.place / "pictures")
        self.addCleanup(shutil.rmtree, self.place)
        shutil.copy(source / "manual.xml", self.place / "manual.en.html")
        for language in built.glob("manual.*.html"):
            shutil.copy(language, self.place)

    def install_reader(self):
        programs = Path(os.environ["XDG_DATA_HOME"], "applications")
        programs.mkdir(exist_ok=True)
        self.addCleanup(shutil.rmtree, programs)
        (programs / "reader.desktop").write_text(READER.format(shown=self.shown))
        choices = Path(os.environ["XDG_CONFIG_HOME"], "mimeapps.list")
        choices.write_text("[Default Applications]\n" + "".join(
            f"{kind}=reader.desktop\n" for kind in ("text/html", "application/xhtml+xml")))
        self.addCleanup(choices.unlink)

    def pages(self):
        return self.shown.read_text().splitlines() if self.shown.exists() else []

    def press_f1(self):
        live_gimp.activate("Edit with Words")
        subprocess.run(["xdotool", "key", F1_KEY], check=True)

    def test_f1_and_the_button_open_the_manual(self):
        self.install_reader()
        self.start()
        self.press_f1()
        wait_for(lambda: len(self.pages()) == 1, "manual")
        self.window.press("Help")
        wait_for(lambda: len(self.pages()) == 2, "manual again")
        [page] = {unquote(urlparse(page).path) for page in self.pages()}
        self.assertEqual(page, str(self.place / "manual.en.html"))
        self.assertIn("<h1", Path(page).read_text(encoding="utf-8"))
        self.assertIsNone(self.window.found("Close", "button"))

    def test_it_opens_in_the_language_of_the_user(self):
        self.install_reader()
        self.start_gimp(environment={"LANGUAGE": "zh_CN:en", "LC_ALL": "en_US.UTF-8"})
        self.window = self.gimp.open_window()
        self.press_f1()
        wait_for(self.pages, "manual")
        self.assertTrue(self.pages()[0].endswith("/manual.zh_CN.html"), self.pages())

    def test_where_nothing_opens_it_its_place_is_told(self):
        self.start()
        self.press_f1()
        self.window.find_starting("No program opens the manual", "label")
        self.window.find(str(self.place / "manual.en.html"), "label")
        self.window.press("Close")


if __name__ == "__main__":
    rig.main("1280x900")
