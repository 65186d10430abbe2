#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plug-in for tests that goes on working in GIMP while an edit waits for its answer.

GIMP starts it, since it is persistent. It takes one line of JSON at a time from the socket in
WORDBRUSH_TEST_FOLDER: {"image": ID, "layer": ID, "requests": NUMBER, "do": SOURCE}. It waits
until the scripted model has received so many requests, runs the Python source, lets the model answer, and tells what went
wrong, if anything did.
"""

import json
import os
import socketserver
import sys
import time
import traceback
import urllib.request

import gi

gi.require_version("Gimp", "3.0")
from gi.repository import Gimp  # noqa: E402

MODEL = os.environ.get("WORDBRUSH_TEST_MODEL")
SOCKET = os.path.join(os.environ.get("WORDBRUSH_TEST_FOLDER", ""), "bystander")
PATIENCE_S = 60


def http(path, data=None):
    with urllib.request.urlopen(MODEL + path, data=data, timeout=30) as answer:
        return answer.read()


def wait_for_requests(number):
    deadline = time.monotonic() + PATIENCE_S
    while len(json.loads(http("/log"))) < number:
        if time.monotonic() > deadline:
            raise TimeoutError("no request came")
        time.sleep(0.02)


def act(order):
    wait_for_requests(order["requests"])
    try:
        image = Gimp.Image.get_by_id(order["image"])
        layer = Gimp.Item.get_by_id(order["layer"])
        exec(order["do"], {"Gimp": Gimp, "image": image, "layer": layer})
    finally:
        http("/release", b"")


class Order(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            act(json.loads(self.rfile.readline()))
            self.wfile.write(b"done")
        except Exception:
            self.wfile.write(traceback.format_exc().encode())


class Bystander(Gimp.PlugIn):
    def do_set_i18n(self, name):
        return False

    def do_query_procedures(self):
        return ["wordbrush-test-bystander"]

    def do_create_procedure(self, name):
        return Gimp.Procedure.new(self, name, Gimp.PDBProcType.PERSISTENT, self.run, None)

    def run(self, procedure, config, data):
        with socketserver.UnixStreamServer(SOCKET, Order) as server:
            procedure.persistent_ready()
            server.serve_forever()
        return procedure.new_return_values(Gimp.PDBStatusType.SUCCESS, None)


Gimp.main(Bystander.__gtype__, sys.argv)
