#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager as small as can be: drag_source.py FILE shows a window to drag it from."""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

window = Gtk.Window(title="Drag source")
button = Gtk.Button(label="Drag me")
button.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
button.drag_source_add_uri_targets()
button.connect("drag-data-get", lambda _widget, _context, data, _info, _time:
               data.set_uris([Path(sys.argv[1]).resolve().as_uri()]))
# Let go before the place below has agreed, it is no drop.
button.connect("drag-begin", lambda _widget, context: context.connect(
    "action-changed", lambda _context, action: button.set_label("Drop me" if action else "Drag me")))
window.add(button)
window.connect("destroy", Gtk.main_quit)
# Beside whatever is large.
window.move(0, 600)
window.show_all()
Gtk.main()
