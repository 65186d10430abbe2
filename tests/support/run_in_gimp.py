# SPDX-License-Identifier: GPL-3.0-or-later
"""The inside of ./dev console: runs a Python script in GIMP's own Python interpreter.

A script fails when it raises, when it calls sys.exit(n), or when it leaves the failure of a
procedure unread. The status of a procedure counts as read when the script asks for
result.index(0), or for the last status or error of the PDB.
"""

import sys
import traceback

import gi

gi.require_version("Gegl", "0.4")
gi.require_version("Gimp", "3.0")
from gi.repository import Gegl, Gimp, Gio, GLib, GObject  # noqa: E402

SUCCESS = Gimp.PDBStatusType.SUCCESS


def message_of(result):
    """What a failed procedure says."""
    if result.length() > 1 and isinstance(result.index(1), str):
        return result.index(1)
    return Gimp.get_pdb().get_last_error()


class UnreadFailures:
    """Remembers failed calls until the script reads their status."""

    def __init__(self):
        self.results = {}
        self.last = None
        self.watch_procedures()
        self.watch_files()

    def add(self, key, result, name, message):
        # Holding the result keeps its id its own.
        self.results[key] = (result, name, message)
        self.last = key

    def watch_procedures(self):
        run, index, pdb = Gimp.Procedure.run, Gimp.ValueArray.index, Gimp.PDB

        def watched_run(procedure, config):
            result = run(procedure, config)
            if index(result, 0) != SUCCESS:
                self.add(id(result), result, procedure.get_name(), message_of(result))
            return result

        def watched_index(result, position):
            if position == 0:
                self.results.pop(id(result), None)
            return index(result, position)

        def read_last(method):
            def watched(pdb):
                self.results.pop(self.last, None)
                return method(pdb)

            return watched

        Gimp.Procedure.run = watched_run
        Gimp.ValueArray.index = watched_index
        pdb.get_last_error = read_last(pdb.get_last_error)
        pdb.get_last_status = read_last(pdb.get_last_status)

    def watch_files(self):
        for name in ("file_load", "file_load_layer", "file_load_layers", "file_save"):
            setattr(Gimp, name, self.watched_file(name, getattr(Gimp, name)))

    def watched_file(self, name, function):
        def watched(*args):
            result = function(*args)
            if not result:
                self.add(name, result, "Gimp." + name, Gimp.get_pdb().get_last_error())
            return result

        return watched

    def report(self):
        for _, name, message in self.results.values():
            print(f"{name} failed: {message}", file=sys.stderr)
        return 1 if self.results else 0


def call(name, /, **arguments):
    """Runs a procedure and returns its values without the status; raises RuntimeError where it fails."""
    procedure = Gimp.get_pdb().lookup_procedure(name)
    if procedure is None:
        raise RuntimeError(f"there is no procedure {name}")
    config = procedure.create_config()
    for key, value in arguments.items():
        key = key.replace("_", "-")
        if isinstance(value, (list, tuple)) and all(isinstance(item, GObject.Object) for item in value):
            config.set_core_object_array(key, value)
        else:
            config.set_property(key, value)
    result = procedure.run(config)
    if result.index(0) != SUCCESS:
        raise RuntimeError(f"{name} failed: {message_of(result)}")
    return [
        value_of(result, position, spec) for position, spec in enumerate(procedure.get_return_values(), 1)
    ]


def value_of(values, position, spec):
    # What index() gives for an array of layers cannot be used from Python.
    if spec.value_type.name == "GimpCoreObjectArray":
        return values.get_core_object_array(position)
    return values.index(position)


def exit_status(code):
    """The status that sys.exit(code) asks for."""
    if code is None or isinstance(code, int):
        return code or 0
    print(code, file=sys.stderr)
    return 1


def run_script(path, arguments):
    unread = UnreadFailures()
    sys.argv = [path, *arguments]
    sys.path.insert(0, path.rpartition("/")[0])
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)
    names = {"__name__": "__main__", "__file__": path, "call": call}
    names.update(Gegl=Gegl, Gimp=Gimp, Gio=Gio, GLib=GLib, GObject=GObject)
    try:
        with open(path, encoding="utf-8") as script:
            exec(compile(script.read(), path, "exec"), names)
        return unread.report()
    except SystemExit as end:
        return exit_status(end.code) or unread.report()
    except BaseException as error:
        traceback.print_exception(error.with_traceback(error.__traceback__.tb_next))
        return 1


def run_and_report(path, arguments, status_file):
    status = run_script(path, arguments)
    sys.stdout.flush()
    with open(status_file, "w", encoding="ascii") as file:
        file.write(str(status))
