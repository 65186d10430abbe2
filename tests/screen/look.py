# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in one of its looks, whose words may be of another language.

Called with -- MODEL PHOTOGRAPH LOOK CATALOGS SOURCE_CATALOG FOLDER; LOOK is light, dark,
small (1024 x 600), double (two pixels for one), a language of po/, pseudo (longer words) or
mirrored (longer words from right to left); zh_CN-light is both.
"""

import contextlib
import gettext
import os
import re
import shutil
import subprocess
from pathlib import Path

import live_gimp
import picture
import pseudo_catalog
import pyatspi
import rig
from rig import name_of, nodes, wait_for

LOOK = rig.arguments[2]
WORDS_OF_LOOK = LOOK.split("-")
CATALOGS, SOURCE_CATALOG, FOLDER = map(Path, rig.arguments[3:6])
SIZE = {"small": "1024x600", "double": "2560x1600", "pseudo": "1024x600",
        "mirrored": "1024x600"}.get(LOOK, "1280x900")
SCALE = 2 if LOOK == "double" else 1
# GTK knows that Arabic is written from right to left; ours is the pseudo-language there, too.
LANGUAGES = {"pseudo": "en_XA", "mirrored": "ar", **{name: name for name in (
    "de", "es", "fr", "ja", "ko", "pt_BR", "ru", "zh_CN", "zh_TW")}}
LANGUAGE = next((LANGUAGES[word] for word in WORDS_OF_LOOK if word in LANGUAGES), None)
# What the window says may be drawn only after it was asked for it.
MOST_LOOKS = 5
SCHEME = "light" if "light" in WORDS_OF_LOOK else "dark"


def find_catalog(place):
    """Puts the catalogs beside the plug-in, as GIMP finds them; the one of the look's language."""
    for catalog in CATALOGS.glob("*/LC_MESSAGES/wordbrush.mo"):
        target = place / catalog.relative_to(CATALOGS)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(catalog, target)
    if LOOK in ("pseudo", "mirrored"):
        pseudo_catalog.write(SOURCE_CATALOG,
                             place / LANGUAGE / "LC_MESSAGES" / "wordbrush.mo")
    return gettext.translation("wordbrush", place, [LANGUAGE or "en"], fallback=True)


class LookTest(live_gimp.LiveTest):
    """Takes pictures of the window, and checks what can be read in them."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        place = Path(os.environ["GIMP_TESTING_PLUGINDIRS"].split(":")[0])
        cls.catalog = find_catalog(place / "locale")
        cls.number = 0

    # --- How things are called in the look's language

    def word(self, text):
        return self.catalog.gettext(text).replace("_", "")

    def press(self, text, role="button"):
        """Also where it is scrolled away."""
        name = self.word(text)

        def find():
            fitting = [node for node in nodes(self.window.root)
                       if node.getRoleName().endswith(role) and name_of(node) == name]
            # Two may have one name in another language; that one of them is chosen already.
            return min(fitting, key=lambda node: (not has_showing(node),
                                                  picture.has(node, pyatspi.STATE_CHECKED)))
        wait_for(find, f"{role} {name}").queryAction().doAction(0)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)

    # --- Pictures

    def start_look(self):
        environment = {"LC_ALL": "en_US.UTF-8", "LANGUAGE": LANGUAGE} if LANGUAGE else {}
        if SCALE > 1:
            environment["GDK_SCALE"] = str(SCALE)
        self.gimp = live_gimp.Gimp(self.folder, settings=f"(theme-color-scheme {SCHEME})\n",
                                   environment=environment)
        self.addCleanup(self.gimp.close)
        self.window = self.gimp.open_window(re.escape(self.word("_Generate Layer...")))
        self.faults = []

    def shoot(self, state, seen=None):
        """`seen`: what is not covered by another window; all where not given."""
        seen = seen or self.window.root
        type(self).number += 1
        FOLDER.mkdir(parents=True, exist_ok=True)
        for _ in range(MOST_LOOKS):
            taken = picture.Picture(SIZE, SCALE)
            if not (faults := self.faults_in(taken, seen)):
                break
        taken.save(FOLDER / f"{LOOK}-{self.number:02}-{state}.png")
        self.faults += [f"{state}: {fault}" for fault in faults]

    def faults_in(self, taken, seen):
        screen = picture.Box(0, 0, taken.width // SCALE, taken.height // SCALE)
        return [*picture.text_faults(taken, seen), *picture.entry_faults(taken, seen),
                *picture.window_faults(self.window.root, screen), *nameless(self.window.root)]

    def tearDown(self):
        # Of what the window shows where a state does not come.
        if self._outcome.result.failures or self._outcome.result.errors:
            picture.Picture(SIZE, SCALE).save(FOLDER / f"{LOOK}-at-the-end.png")

    # --- Using it

    def connections(self, **scenarios):
        """A connection for each, the offline demo before them."""
        live_gimp.save_connections(
            self.folder, {name: scenario if "://" in scenario else self.model.url(scenario)
                          for name, scenario in scenarios.items()}, is_in_use=False)

    def use(self, name):
        """Chooses the connection whose name starts so."""
        for combo in nodes(self.window.root):
            if combo.getRoleName() != "combo box" or not has_showing(combo):
                continue
            names = [node.name for node in nodes(combo) if node.getRoleName() == "menu item"]
            at = next((at for at, shown in enumerate(names) if shown.startswith(name)), None)
            if at is not None:
                return combo.querySelection().selectChild(at)
        raise AssertionError(f"no connection {name}")

    def ask(self, prompt="make it orange"):
        field = self.prompt()
        field.queryEditableText().setTextContents(prompt)
        button = self.word("_Edit")
        wait_for(lambda: self.window.is_sensitive(button), "button to press")
        self.press("_Edit")

    def set_variations(self, count):
        self.find_role("spin button").queryValue().currentValue = count

    def prompt(self):
        return self.window.find(self.word("_What should change?"), "text")

    def preview_comes(self):
        """Its caption tells how many pixels it has."""
        wait_for(lambda: any(re.match(r"\d+ \D+ \d+ ", name_of(node)) and has_showing(node)
                             for node in nodes(self.window.root)), "preview")

    def fails(self, connection, state):
        self.use(connection)
        self.ask()
        bar = self.find_role("notification")
        self.shoot(state)
        self.press("Close")
        wait_until_gone(bar)

    @contextlib.contextmanager
    def held(self, key):
        subprocess.run(["xdotool", "keydown", key], check=True)
        yield
        subprocess.run(["xdotool", "keyup", key], check=True)

    def canvas(self):
        return self.find_role("image")

    def window_of(self, fits):
        """The dialog, or the list that drops down, in which that is seen."""
        inner = wait_for(lambda: next(node for node in nodes(self.window.root)
                                      if has_showing(node) and fits(node)), "inner window")
        return inner if inner.getRoleName() == "list box" else list(picture.above(inner))[-1]

    def find_role(self, role):
        return wait_for(lambda: next(node for node in nodes(self.window.root)
                                     if node.getRoleName() == role and has_showing(node)), role)


def wait_until_gone(node):
    wait_for(lambda: not has_showing(node), "end of what was shown")


def focus(node):
    node.queryComponent().grabFocus()
    wait_for(lambda: picture.has(node, pyatspi.STATE_FOCUSED), "focus")


def has_showing(node):
    return picture.has(node, pyatspi.STATE_SHOWING)


def nameless(root):
    """What a person reaches with the keyboard and no screen reader can call."""
    for node in nodes(root):
        if (node.getRoleName() in rig.CONTROLS and not name_of(node)
                and picture.has(node, pyatspi.STATE_FOCUSABLE, pyatspi.STATE_SHOWING)):
            yield f"no name: {node.getRoleName()}"

