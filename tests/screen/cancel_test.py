#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug-in itself, cancelled: cancel_test.py WORDBRUSH -- SCRIPTED_MODEL"""

import json
import subprocess
import urllib.request

import rig


class CancelTest(rig.ScreenTest):
    """The plug-in itself, with a model that never answers."""

    EDIT = """
        (let* ((image (car (gimp-image-new 64 48 RGB)))
               (layer (car (gimp-layer-new image "photo" 64 48 RGB-IMAGE 100 LAYER-MODE-NORMAL))))
          (gimp-image-insert-layer image layer 0 -1)
          (plug-in-wordbrush-edit #:run-mode RUN-INTERACTIVE #:image image
                                  #:drawables (vector layer))
          (gimp-message
            (string-append "layers: "
                           (number->string (vector-length (car (gimp-image-get-layers image)))))))
    """

    def setUp(self):
        super().setUp()
        model = subprocess.Popen([rig.arguments[0]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 text=True)
        self.addCleanup(model.communicate)
        self.model = f"http://127.0.0.1:{model.stdout.readline().split()[1]}"
        (self.folder / "wordbrush").mkdir()
        (self.folder / "wordbrush" / "connections.ini").write_text(
            "[general]\nversion=1\nchosen=Slow\n\n[connection 1]\nname=Slow\n"
            f"base_url={self.model}/reply=hang/v1\nmodel=scripted\nstream=true\n")

    def test_cancel_hangs_up_and_leaves_no_layer(self):
        window = self.run_script(self.EDIT, "wordbrush")
        window.type("What should change?", "make it orange")
        window.press("Edit")
        window.find("Waiting for the model", "label")
        window.press("Cancel")
        self.assertIn("layers: 1\n", window.wait_until_gone())
        with urllib.request.urlopen(self.model + "/log") as log:
            requests = json.load(log)
        self.assertEqual([request["client_left"] for request in requests], [True])


if __name__ == "__main__":
    rig.main()
