#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the Flatpak manifest says of this tree: check_manifest.py MANIFEST OPTIONS.

What flatpak-builder knows of manifests it says itself (--show-manifest); it does not look
whether an option exists, whether a path leads here, or whether a source is pinned.
"""

import json
import re
import sys
import unittest
from pathlib import Path

MANIFEST, OPTIONS = map(Path, sys.argv[1:])
ID = "org.gimp.GIMP.Plugin.Wordbrush"


class ManifestTest(unittest.TestCase):
    def setUp(self):
        self.manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
        self.modules = {module["name"]: module for module in self.manifest["modules"]}

    def test_it_extends_gimp_by_the_name_of_the_metainfo(self):
        self.assertEqual(self.manifest["id"], ID)
        self.assertEqual(MANIFEST.stem, ID)
        self.assertTrue(MANIFEST.with_suffix(".metainfo.xml.in").exists())
        self.assertEqual(self.manifest["runtime"], "org.gimp.GIMP")
        self.assertTrue(self.manifest["build-extension"])

    def test_our_options_exist_and_the_plug_in_goes_where_gimp_looks(self):
        known = set(re.findall(r"option\(\s*'(\w+)'", OPTIONS.read_text(encoding="utf-8")))
        given = dict(option.removeprefix("-D").split("=")
                     for option in self.modules["wordbrush"]["config-opts"])
        self.assertEqual(set(given) - known, set())
        prefix = self.manifest["build-options"]["prefix"]
        self.assertEqual(prefix, f"/app/extensions/{ID.rpartition('.')[2]}")
        self.assertEqual(given["plugin_dir"], f"{prefix}/plug-ins/wordbrush")

    def test_the_source_is_this_tree(self):
        [source] = self.modules["wordbrush"]["sources"]
        self.assertEqual((MANIFEST.parent / source["path"]).resolve(), OPTIONS.resolve().parent)

    def test_what_is_fetched_is_pinned(self):
        fetched = [source for module in self.modules.values() for source in module["sources"]
                   if source["type"] != "dir"]
        self.assertGreater(len(fetched), 0)
        for source in fetched:
            self.assertEqual(source["type"], "git")
            self.assertRegex(source["commit"], "^[0-9a-f]{40}$")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
