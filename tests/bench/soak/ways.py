# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways in which a file comes to harm. Each is called with its path and what was in it."""

import os
import random
import shutil

HUGE = 17 << 20  # past what the plug-in reads


def _replaced(make):
    def way(path, good):
        path.write_bytes(make(good))
    return way


def _instead(make):
    def way(path, good):
        path.unlink()
        make(path, good)
    return way


def _folder_with_file(path, good):
    path.mkdir()
    (path / "inside").write_bytes(good)


def _forbidden(path, good):
    path.chmod(0)


def _wrong_types(good):
    """Every number and every yes is a word, every word a number."""
    def change(line):
        name, equals, value = line.partition(b"=")
        if not equals:
            return line.replace(b"[", b"{").replace(b": ", b": [") if b":" in line else line
        return name + equals + (b"banana" if value.strip().isdigit() or value in (b"true", b"false")
                                else b"-7")
    return b"\n".join(change(line) for line in good.split(b"\n"))


WAYS = {
    "empty": _replaced(lambda good: b""),
    "one byte": _replaced(lambda good: good[:1]),
    "cut": _replaced(lambda good: good[: len(good) // 2]),
    "cut at its end": _replaced(lambda good: good.rstrip()[:-1]),
    "binary": _replaced(lambda good: random.Random(7).randbytes(4096)),
    "zeros": _replaced(lambda good: bytes(len(good))),
    "a NUL in it": _replaced(lambda good: good[: len(good) // 2] + b"\0" + good[len(good) // 2 :]),
    "another byte": _replaced(
        lambda good: good[: len(good) // 2] + b"\x07" + good[len(good) // 2 + 1 :]),
    "no UTF-8": _replaced(lambda good: good + b"\nname=\xff\xfe\xc0\xaf\n"),
    "byte order mark": _replaced(lambda good: b"\xef\xbb\xbf" + good),
    "UTF-16": _replaced(lambda good: good.decode("latin-1").encode("utf-16")),
    "CRLF": _replaced(lambda good: good.replace(b"\n", b"\r\n")),
    "twice": _replaced(lambda good: good + b"\n" + good),
    "wrong types": _replaced(_wrong_types),
    "another kind": _replaced(lambda good: b'{"a": [1, 2, {"b": null}]}\n'),
    "nested": _replaced(lambda good: b"[" * 200000),
    "one long line": _replaced(lambda good: good + b"name=" + b"x" * (1 << 20) + b"\n"),
    "huge": _replaced(lambda good: good + b"#" * HUGE),
    "folder": _instead(lambda path, good: path.mkdir()),
    "folder with a file": _instead(_folder_with_file),
    "pipe": _instead(lambda path, good: os.mkfifo(path)),
    "loop of links": _instead(lambda path, good: path.symlink_to(path.name)),
    "link to nothing": _instead(lambda path, good: path.symlink_to("nothing")),
    "forbidden": _forbidden,
}


def look(path):
    """What is at a path now, to be compared with what is there later; nothing where it is free."""
    if path.is_symlink():
        return "link", os.readlink(path)
    if path.is_dir():
        return "folder", sorted((at.name, at.read_bytes()) for at in path.iterdir())
    if path.is_fifo():
        return "pipe", ""
    if not path.exists():
        return None
    mode = path.stat().st_mode
    path.chmod(0o600)
    bytes_now = path.read_bytes()
    path.chmod(mode & 0o777)
    return "file", bytes_now


def is_still_there(path, before):
    """Whether what was at `path` is there yet, or was put aside."""
    aside = path.parent.glob(path.name + ".damaged-*")
    return before is None or any(look(at) == before for at in (path, *aside))


def clear(path):
    """Makes room, whatever is there and beside it."""
    for at in (path, *path.parent.glob(path.name + ".damaged-*")):
        if at.is_dir() and not at.is_symlink():
            shutil.rmtree(at)
        else:
            at.unlink(missing_ok=True)
