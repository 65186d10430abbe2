# SPDX-License-Identifier: GPL-3.0-or-later
"""One failure of each kind through the whole plug-in: its name and a sentence, no trace in the image."""

import hashlib

from fault_server import FaultServer, answer, cut, error, message, picture as picture_answer
from pictures import names, picture, pixels, raw, select, source
from rig import KEY, Gimp, case, edit, edited, refused

import png

PNG = png.encode(4, 4, bytes((200, 100, 50, 255)) * 16)
JUNK = "data:image/png;base64,dGhpcyBpcyBubyBwaWN0dXJl"

ROWS = {
    "auth": error("401 Unauthorized", f"we do not know {KEY}"),
    "permission": error("403 Forbidden"),
    "quota": error("402 Payment Required"),
    "rate_limit": error("429 Too Many Requests"),
    "not_found": error("404 Not Found"),
    "bad_request": error("400 Bad Request"),
    "too_large": error("413 Content Too Large"),
    "safety": error("400 Bad Request", code="content_filter"),
    "upstream": error("500 Internal Server Error"),
    "timeout": answer("504 Gateway Timeout", "<title>504 Gateway Time-out</title>", "text/html"),
    "protocol": answer("200 OK", "<title>New API</title>", "text/html"),
    "truncated": cut(picture_answer(PNG)),
    "empty": answer("200 OK", ""),
    "no_image": message("I cannot paint."),
    "bad_image": message([{"type": "image_url", "image_url": {"url": JUNK}}]),
    "download": message("![a hat](https://no-such-server.invalid/hat.png)"),
    "network": b"",
}

WORDS = {
    "auth": "we do not know",
    "timeout": "504 Gateway Time-out",
    "protocol": "New API",
    "truncated": "stopped in the middle",
    "empty": "empty",
    "no_image": "I cannot paint",
    "bad_image": "",
    "download": "no-such-server.invalid",
    "network": "127.0.0.1",
}


def state(image):
    """All of the image that an edit may touch. It is clean before, so any step of undo shows."""
    layers = [hashlib.sha256(raw(layer)).hexdigest() for layer in image.get_layers()]
    selection = hashlib.sha256(raw(image.get_selection())).hexdigest()
    parasites = sorted(image.get_parasite_list())
    return layers, selection, names(image), parasites, image.is_dirty()


def fails_as(kind, connection, words):
    image = picture()
    select(image, 8, 8, 20, 20)
    image.clean_all()
    before = state(image)
    assert not before[-1], "the image is not clean"
    outcome = edit(image, [source(image)], connection=connection)
    told = refused(outcome, kind, words)
    assert outcome.status == Gimp.PDBStatusType.EXECUTION_ERROR, outcome.status
    assert state(image) == before, "the image changed"
    assert KEY not in told and "base64" not in told and len(told) < 1000, told


def add_case(kind):
    def one_kind():
        server = FaultServer(ROWS)
        fails_as(kind, server.url(kind), WORDS.get(kind, "the words of the service"))
        assert server.heads, "nothing was asked"
        server.close()

    one_kind.__name__ = f"{kind}_is_told_and_leaves_the_image"
    case(one_kind)


for each in ROWS:
    add_case(each)


@case
def a_connection_that_is_not_saved_is_told_and_leaves_the_image():
    fails_as("input", "no such connection", "no such connection")


@case
def an_edit_makes_the_image_dirty():
    """What the other cases rest on."""
    image = picture(4, 4)
    server = FaultServer({"row": picture_answer(PNG)})
    image.clean_all()
    before = state(image)
    outcome = edited(image, [source(image)], connection=server.url("row"))
    assert state(image) != before and image.is_dirty()
    assert pixels(outcome.layer)[:4] == bytes((200, 100, 50, 255))
    server.close()
