# SPDX-License-Identifier: GPL-3.0-or-later
"""What the cases need inside GIMP: calls of the plug-in, the scripted model's log.

Runs in gimp-console's Python; see run_cases.py, which starts it.
"""

import json
import os
import socket
import urllib.request

import gi

gi.require_version("Gimp", "3.0")
from gi.repository import Gimp, Gio  # noqa: E402

import png  # noqa: E402

MODEL = os.environ["WORDBRUSH_TEST_MODEL"]
FOLDER = os.environ["WORDBRUSH_TEST_FOLDER"]
KEY = os.environ.get("WORDBRUSH_API_KEY", "")

EDIT = "plug-in-wordbrush-edit"
GENERATE = "plug-in-wordbrush-generate"
MODELS = "plug-in-wordbrush-models"

# The picture goes and comes back on its own pixels: nothing around it is sent, nothing is lost
# on the way, and no step of precision touches the answer.
PLAIN = {
    "model": "scripted",
    "upload_format": "png",
    "context": 0.0,
    "align": False,
    "match_colors": False,
    "only_changes": False,
}

CASES = []
# Figures of the case that runs, for whoever reads the tests' output.
TOLD = []


def tell(text):
    TOLD.append(text)


def case(function):
    """Marks a function as a case; its name is the claim."""
    CASES.append(function)
    return function


# --- the scripted model


def model(scenario=""):
    """The base URL of the scripted model for a scenario (tests/model/scenario.h)."""
    return f"{MODEL}/{scenario}/v1" if scenario else f"{MODEL}/v1"


def _http(path, data=None):
    with urllib.request.urlopen(MODEL + path, data=data, timeout=30) as answer:
        return answer.read()


def forget():
    _http("/reset", b"")


def requests():
    """What the model received since forget()."""
    return json.loads(_http("/log"))


def request():
    """The one request that the model received since forget()."""
    received = requests()
    assert len(received) == 1, f"{len(received)} requests instead of one"
    return received[0]


def uploaded(picture=0, number=0):
    """The bytes of a picture that the model received."""
    return _http(f"/log/{number}/picture/{picture}")


def sent():
    """The pixels of the picture that the model received."""
    return png.rgba(uploaded())


def uploaded_mask(number=0):
    """The bytes of the mask that the model received."""
    return _http(f"/log/{number}/mask")


# --- calling


class Outcome:
    """What a procedure gave back."""

    def __init__(self, values, names):
        self.status = values.index(0)
        self.ok = self.status == Gimp.PDBStatusType.SUCCESS
        self.message = "" if self.ok or values.length() < 2 else values.index(1)
        self.values = {}
        if self.ok:
            # An array of objects is a box that values.index() cannot open.
            read = {"layers": values.get_core_object_array}
            for at, name in enumerate(names, 1):
                self.values[name] = read.get(name, values.index)(at)

    @property
    def layers(self):
        return list(self.values["layers"])

    @property
    def layer(self):
        assert len(self.layers) == 1, f"{len(self.layers)} layers instead of one"
        return self.layers[0]

    @property
    def text(self):
        return self.values["text"]

    @property
    def report(self):
        return json.loads(self.values["report"])


def procedure(name):
    found = Gimp.get_pdb().lookup_procedure(name)
    assert found is not None, f"there is no {name}"
    return found


def run(name, drawables=None, **arguments):
    """Calls a procedure; arguments by name, with _ for -."""
    called = procedure(name)
    config = called.create_config()
    if drawables is not None:
        config.set_core_object_array("drawables", drawables)
    for argument, value in arguments.items():
        argument = argument.replace("_", "-")
        config.set_property(argument, value)
    names = [spec.name for spec in called.get_return_values()]
    return Outcome(called.run(config), names)


def edit(image, drawables=None, prompt="make it orange", connection=None, **arguments):
    """Edits; on the picture's own pixels unless the arguments say otherwise."""
    if drawables is None:
        drawables = image.get_selected_drawables()
    settings = PLAIN | arguments
    if connection is None:
        connection = model()
    return run(EDIT, drawables, image=image, prompt=prompt, connection=connection, **settings)


def edited(*positional, **arguments):
    """edit(), which must succeed."""
    outcome = edit(*positional, **arguments)
    assert outcome.ok, outcome.message
    return outcome


def edit_while(image, layer, deed, scenario="edit=tint", **arguments):
    """Edits `layer`; while the model works, bystander.py runs `deed` with `image` and `layer`."""
    order = {
        "image": image.get_id(),
        "layer": layer.get_id(),
        "requests": arguments.get("variations", 1),
        "do": deed,
    }
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(os.path.join(FOLDER, "bystander"))
        line.sendall(json.dumps(order).encode() + b"\n")
        outcome = edit(
            image, [layer], connection=model(scenario + ",slow=release"), **arguments
        )
        told = line.makefile().read()
    assert told == "done", told
    return outcome


def refused(outcome, kind, words=""):
    """Asserts a failure of this kind whose message holds `words`."""
    assert not outcome.ok, "it succeeded"
    assert outcome.message.startswith(f"[{kind}] "), outcome.message
    assert words in outcome.message, outcome.message
    assert len(outcome.message) > len(kind) + 10, f"no sentence: {outcome.message}"
    return outcome.message


def scheme(script):
    """Runs Script-Fu; gives its error, empty where there is none."""
    called = procedure("plug-in-script-fu-eval").create_config()
    called.set_property("script", script)
    values = procedure("plug-in-script-fu-eval").run(called)
    return "" if values.index(0) == Gimp.PDBStatusType.SUCCESS else values.index(1)
