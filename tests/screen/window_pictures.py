#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of the window's states, for people to look at.

window_pictures.py WORDBRUSH -- MODEL PHOTOGRAPH CATALOGS FOLDER; a picture is FOLDER/NAME.png.
WORDBRUSH_LOOK names the look: light, dark, small, double, zh_CN or de.
"""

import gettext
import os
import re
import shutil
import subprocess
from pathlib import Path

import live_gimp
import pyatspi
import rig
from rig import name_of, nodes, wait_for

CATALOGS, FOLDER = map(Path, rig.arguments[2:4])
LOOK = os.environ.get("WORDBRUSH_LOOK", "dark")
SIZES = {"small": "1024x600", "double": "2560x1600"}
SCHEME = "light" if LOOK == "light" else "dark"
CHINESE, GERMAN = ({"LC_ALL": "en_US.UTF-8", "LANGUAGE": name} for name in ("zh_CN", "de"))
ENVIRONMENT = {"double": {"GDK_SCALE": "2"}, "zh_CN": CHINESE, "de": GERMAN}.get(LOOK, {})


class WindowPictures(live_gimp.LiveTest):
    """Finds everything by its place or role, since its name is in any language."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        place = Path(os.environ["GIMP_TESTING_PLUGINDIRS"].split(":")[0])
        for catalog in CATALOGS.glob("*/LC_MESSAGES/wordbrush.mo"):
            target = place / "locale" / catalog.relative_to(CATALOGS)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(catalog, target)

    def show(self, address=None):
        if address:
            self.connect(address)
        self.start_gimp(settings=f"(theme-color-scheme {SCHEME})\n", environment=ENVIRONMENT)
        words = gettext.translation("wordbrush", CATALOGS, [ENVIRONMENT.get("LANGUAGE", "en")],
                                    fallback=True)
        name = words.gettext("_Edit with Words...").replace("_", "")
        self.window = self.gimp.open_window(re.escape(name))

    def shoot(self, name):
        """Once nothing changes any more, or when a bar that moves has been seen for a while."""
        seen = []

        def is_still():
            seen.append(subprocess.run(["import", "-window", "root", "rgb:-"], check=True,
                                       capture_output=True).stdout)
            return len(seen) > 2 and seen[-3] == seen[-1] or len(seen) > 20
        wait_for(is_still, "rest")
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", FOLDER / f"{LOOK}-{name}.png"], check=True)

    def by_role(self, role, at=0):
        return wait_for(lambda: [node for node in nodes(self.window.root)
                                 if node.getRoleName() == role][at], role)

    def ask(self, prompt):
        field = self.by_role("text")
        field.queryEditableText().setTextContents(prompt)
        field.queryComponent().grabFocus()
        wait_for(lambda: self.by_role("frame").getState().contains(pyatspi.STATE_ACTIVE), "focus")
        subprocess.run(["xdotool", "key", "ctrl+Return"], check=True)

    def test_first_run_and_result(self):
        self.show()
        # The preview comes when nothing has changed for a while.
        wait_for(lambda: any(name_of(node).endswith("%") for node in nodes(self.window.root)),
                 "preview")
        self.shoot("1-first-run")
        self.ask("make it sepia")
        self.by_role("list item")
        self.shoot("2-result")
        modes = [node for node in nodes(self.window.root) if node.getRoleName() == "radio button"]
        for at, name in ((6, "3-side-by-side"), (7, "4-split")):
            modes[at].queryAction().doAction(0)
            self.shoot(name)

    def test_running(self):
        self.show(self.model.url("reply=hang"))
        self.ask("make it orange")
        wait_for(self.model.requests, "request")
        self.shoot("5-running")

    def test_error(self):
        self.show(self.model.url("status=401"))
        self.ask("make it orange")
        self.by_role("notification")
        self.shoot("6-error")


if __name__ == "__main__":
    rig.main(SIZES.get(LOOK, "1280x900"))
