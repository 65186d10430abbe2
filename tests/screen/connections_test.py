#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Check says of real servers: connections_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import contextlib
import ssl
import subprocess

import live_gimp
import rig
from rig import name_of, nodes, wait_for
from shared_gimp import SharedTest
from stalling_server import LoopbackServer, fault_server

SECRET = "sk-0123456789abcdef0123456789abcdef"


def closing(meet):
    """Meets a connection, which may fail, and closes it."""
    def meet_and_close(connection):
        with connection, contextlib.suppress(OSError):
            meet(connection)
    return meet_and_close


def self_signed(folder):
    """Speaks TLS with a certificate that nobody but itself has issued."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                    "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                    "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                    "-keyout", "key.pem", "-out", "certificate.pem"],
                   check=True, capture_output=True, cwd=folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return lambda connection: context.wrap_socket(connection, server_side=True).close()


def plain(connection):
    """What a web server without TLS says to somebody who begins with it."""
    connection.recv(1)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")


class ConnectionsTest(SharedTest):
    @classmethod
    def addresses(cls):
        return {"Scripted": cls.model.url("edit=tint")}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.window.press("Connections")
        cls.window.find("Add", "button")

    def add(self, name, address, key=""):
        self.window.press("Add")
        self.window.find("Other Service", "menu item").queryAction().doAction(0)
        wait_for(lambda: self.field("Address:") == "", "empty form")
        self.window.type("Name:", name)
        self.window.type("Address:", address)
        if key:
            self.window.type("API key:", key, role="password text")

    def serve(self, meet):
        """The port of a server for this test."""
        server = LoopbackServer(closing(meet))
        self.addCleanup(server.close)
        return server.port

    def field(self, name):
        return self.window.find(name, "text").queryText().getText(0, -1)

    def checked(self, sentence):
        """What Check says; nothing is paid for it."""
        self.window.press("Check")
        try:
            self.window.find(sentence, "label")
        except AssertionError:
            labels = [name_of(node) for node in nodes(self.window.root)
                      if node.getRoleName() == "label" and len(name_of(node)) > 40]
            self.fail(f"{labels} instead of {sentence}")
        self.assertEqual([request["method"] for request in self.model.requests()
                          if request["method"] != "GET"], [])

    def test_a_name_that_no_server_has(self):
        self.add("Nobody", "https://no-such-server.invalid/v1")
        self.checked("There is no server named no-such-server.invalid. Check the address and the "
                     "network.")

    def test_a_certificate_that_nobody_vouches_for(self):
        self.add("Self-signed", f"https://localhost:{self.serve(self_signed(self.folder))}/v1")
        self.checked("This computer does not know who issued the certificate of localhost, so the "
                     "connection is not safe.")

    def test_plain_text_where_tls_is_asked_for(self):
        self.add("Plain", f"https://127.0.0.1:{self.serve(plain)}/v1")
        self.checked("A safe connection to 127.0.0.1 could not be made. Check whether the address "
                     "begins with http:// or https://.")

    def test_nobody_listens(self):
        port = live_gimp.free_port()
        self.add("Asleep", f"http://127.0.0.1:{port}/v1")
        self.checked("127.0.0.1 refused the connection. Check the address, and whether the server "
                     "is running.")

    def test_a_wrong_key(self):
        self.add("Wrong key", self.model.url("key=sk-right"), SECRET)
        self.checked("The service does not accept the key (Incorrect API key provided). Copy it "
                     "again, and look whether the address is that of the service it is for.")

    def test_no_key_at_all(self):
        self.add("No key", self.model.url("key=sk-right"))
        self.checked("The service wants a key (Incorrect API key provided), and there is none.")

    def test_a_wrong_path(self):
        self.add("Wrong path", self.model.origin + "/api/v2")
        self.checked("There is no list of models at this address (The model does not exist here). "
                     "Its path may be wrong: most end in /v1. Some services have no list and work "
                     "all the same.")

    def test_a_web_page(self):
        page = fault_server.answer("200 OK", "<title>Console</title>", "text/html")
        server = fault_server.FaultServer({"page": page})
        self.addCleanup(server.close)
        self.add("Web page", server.url("page"))
        self.checked("This is not the address of a service (The address answers with a web page, "
                     "not with a list of models). Its path may be wrong: most end in /v1.")

    def test_a_service_that_works(self):
        self.add("Works", self.model.url("key=" + SECRET), SECRET)
        self.checked("The connection works. The service lists 3 models, 2 for pictures.")


if __name__ == "__main__":
    rig.main("1280x900")
