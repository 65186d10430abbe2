#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the manual's pictures: FOLDER/LANGUAGE-SCHEME-WHAT.jpg; ./dev screenshots calls it.

manual_pictures.py WORDBRUSH -- MODEL PHOTOGRAPH LOOK CATALOGS SOURCE_CATALOG FOLDER
"""

import live_gimp
import look
import picture
import rig
from look import LookTest
from rig import name_of

WIDTH = 960
# In pixels of the photograph, which the window shows smaller.
PHOTO_SIZE = (1600, 1000)
SELECTION = "180 400 1100 500"


class ManualPictures(LookTest):
    def take(self, what, window):
        taken = picture.Picture(look.SIZE)
        look.FOLDER.mkdir(parents=True, exist_ok=True)
        name = f"{look.LANGUAGE or 'en'}-{look.SCHEME}-{what}.jpg"
        taken.save_part(look.FOLDER / name, picture.box_of(window), WIDTH)

    def test_pictures(self):
        self.start_look()
        self.press("Edit the _Image", "radio button")
        self.gimp.open(self.PHOTO, *PHOTO_SIZE, name="boats")
        self.gimp.script.run(f"(gimp-image-select-rectangle image CHANNEL-OP-REPLACE {SELECTION})"
                             "(gimp-image-clean-all image)")
        live_gimp.activate(self.word("Edit with Words"))
        [window] = self.window.root
        self.preview_comes()
        self.prompt().queryEditableText().setTextContents("make it sepia")
        self.take("sent", window)
        self.ask("make it sepia")
        self.result(self.word("Result %d") % 1)
        self.press("Side by Side", "radio button")
        self.take("window", window)
        self.press("Connections")
        self.press("A_dd")
        self.window.find("OpenRouter", "menu item").queryAction().doAction(0)
        self.take("connections", self.window_of(lambda node: name_of(node) == self.word("Chec_k")))


if __name__ == "__main__":
    rig.main(look.SIZE)
