#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed, kept and paid for: window_words_test.py WORDBRUSH -- MODEL PHOTOGRAPH"""

import configparser
import http.server
import json
import os
import signal
import subprocess
import threading

import live_gimp
import pyatspi
import rig
from rig import wait_for

PROMPT = "make it orange"
SUBSCRIPTION = "/v1/dashboard/billing/subscription"
USAGE = "/v1/dashboard/billing/usage"
# By this name the computer itself is reached, and taken for another one, which asks for money.
HOST = "0.0.0.0"
# One white pixel.
PNG = ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5Er"
       "kJggg==")


class PayingService:
    """A service with an account of 10 USD, of which each answer costs 2.5."""

    def __init__(self, content, host):
        self.content = content
        self.host = host
        self.asked = 0
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *words):
                pass

            def answer(self, body):
                data = json.dumps(body).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def do_GET(self):
                if self.path == SUBSCRIPTION:
                    return self.answer({"hard_limit_usd": 10})
                if self.path.startswith(USAGE):
                    return self.answer({"total_usage": 250 * service.asked})
                return self.send_error(404)

            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                service.asked += 1
                self.answer({"choices": [{"message": {"content": service.content},
                                          "finish_reason": "stop"}],
                             "usage": {"completion_tokens": 12, "cost": 2.5}})

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def name(self):
        return f"{self.host}:{self.server.server_address[1]}"

    def url(self):
        return f"http://{self.name()}/v1"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class WindowWordsTest(live_gimp.LiveTest):
    def own_file(self, name):
        return self.folder / "wordbrush" / name

    def prompt(self):
        return self.window.find("What should change?", "text").queryText().getText(0, -1)

    def write(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--delay", "20", *names], check=True)

    def add_layer(self, name, image="image"):
        self.gimp.script.run(
            f'(define sky (car (gimp-layer-new {image} "{name}" 40 30 RGB-IMAGE 100'
            f" LAYER-MODE-NORMAL)))(gimp-image-insert-layer {image} sky 0 1)")

    def kill_plug_in(self):
        [number] = self.gimp.plug_ins()
        os.kill(number, signal.SIGKILL)
        wait_for(lambda: not self.gimp.plug_ins(), "end of the plug-in")

    def reopen(self):
        self.kill_plug_in()
        self.window = self.gimp.open_window()

    # --- Layers after an @

    def start_with_layers(self):
        self.connect(self.model.url("edit=tint"))
        self.start_gimp()
        self.add_layer("Sky_blue")
        self.gimp.script.run(
            "(gimp-image-set-selected-layers image (vector (vector-ref (car"
            " (gimp-image-get-layers image)) 0)))"
            "(define other (car (gimp-image-new 40 30 RGB)))"
            '(define ground (car (gimp-layer-new other "Sky_blue" 20 10 RGB-IMAGE 100'
            " LAYER-MODE-NORMAL)))(gimp-image-insert-layer other ground 0 0)"
            f'(gimp-image-set-file other "{self.folder}/other.xcf")')
        self.window = self.gimp.open_window()
        live_gimp.activate("Edit with Words")

    def test_layers_are_named_by_keyboard_and_sent(self):
        self.start_with_layers()
        self.write("like @sky")
        self.window.find("Sky_blue", "table cell")
        self.window.find("Sky_blue (other.xcf)", "table cell")
        self.keys("Down", "Return")
        self.window.find("Reference 2: Sky_blue", "list item")
        wait_for(lambda: self.prompt() == "like image 2", "mention")
        self.write(" and @sky")
        self.window.find("Sky_blue (other.xcf)", "table cell")
        self.keys("Down", "Return")
        self.window.find("Reference 3: Sky_blue", "list item")
        wait_for(lambda: self.prompt() == "like image 2 and image 3", "mention")
        self.write(" and @sky")
        self.window.find("Sky_blue", "table cell")
        self.keys("Return")
        wait_for(lambda: self.prompt() == "like image 2 and image 3 and image 2", "mention")
        self.keys("ctrl+Return")
        self.window.find("Result 1", "list item")
        [request] = self.model.requests()
        self.assertEqual([(picture["width"], picture["height"]) for picture in
                          request["pictures"]], [(400, 300), (20, 10), (40, 30)])

    # --- What was typed

    def test_what_was_typed_outlives_the_process(self):
        self.start_with_layers()
        self.write("never sent, like @sky")
        self.window.find("Sky_blue", "table cell")
        self.keys("Return")
        wait_for(lambda: "image 2" in self.own_file("draft.ini").read_text(), "draft")
        self.reopen()
        wait_for(lambda: self.prompt() == "never sent, like image 2", "prompt")
        self.window.find("Reference 2: Sky_blue", "list item")
        self.assertEqual(self.model.requests(), [])

    def test_nothing_leaves_before_the_words_are_on_the_disk(self):
        self.connect(self.model.url("edit=tint"))
        self.own_file("prompts.lock").mkdir()
        self.start_gimp()
        self.window = self.gimp.open_window()
        self.ask(PROMPT)
        self.window.find_starting(str(self.own_file("prompts.lock")), "notification")
        self.assertEqual(self.model.requests(), [])

    # --- Money

    def start_paying(self, content, host="127.0.0.1"):
        service = PayingService(content, host)
        self.addCleanup(service.close)
        self.connect(service.url())
        # The user was asked already whether anything may be sent there.
        self.own_file("window.ini").write_text(f"[window]\nknown_hosts={service.name()};\n")
        self.start_gimp()
        self.window = self.gimp.open_window()
        self.window.find("Left in the account: 10.00, in the service's currency.", "label")

    def test_the_balance_follows_what_is_paid(self):
        self.start_paying(f"![](data:image/png;base64,{PNG})")
        self.ask(PROMPT)
        self.window.find("Result 1", "list item")
        self.window.find("Left in the account: 7.50, in the service's currency.", "label")

    def test_words_without_a_picture_are_paid_for_too(self):
        self.start_paying("I would rather not.", HOST)
        self.ask(PROMPT)
        self.window.find_starting("The model answered without a picture", "notification")
        ledger = configparser.ConfigParser()
        self.assertTrue(ledger.read(self.own_file("spending.ini")))
        [month] = ledger.sections()
        self.assertEqual(dict(ledger[month]),
                         {"micro_usd": "2500000", "requests": "1", "unknown": "0"})
        self.window.find("Left in the account: 7.50, in the service's currency.", "label")

    def reach_the_cap(self):
        """Three variations cost more than may be spent."""
        self.connect(self.model.url("edit=tint"))
        connections = self.own_file("connections.ini")
        connections.write_text(connections.read_text().replace(
            "model=scripted", "model=gemini-2.5-flash-image"))
        self.own_file("spending.ini").write_text("[general]\ncap_micro_usd=100000\n")
        self.start_gimp()
        self.window = self.gimp.open_window()
        self.window.find("Variations", "spin button").queryValue().currentValue = 3
        self.window.find_starting("About 0.12 USD for 3 pictures", "label")
        self.ask(PROMPT)
        self.window.find_starting("This would cost about 0.12 USD", "notification")
        self.assertEqual(self.model.requests(), [])

    def test_the_cap_counts_every_variation_before_the_first_is_sent(self):
        self.reach_the_cap()
        self.window.find("Variations", "spin button").queryValue().currentValue = 2
        self.ask("make it more orange")
        self.window.find("Result 2", "list item")
        self.assertEqual(len(self.model.requests()), 2)

    def test_the_cap_is_raised_where_it_stops_a_request(self):
        self.reach_the_cap()
        self.window.press("Change the Limit")
        cap = self.window.find("USD a month at most:", "spin button")
        wait_for(lambda: cap.getState().contains(pyatspi.STATE_FOCUSED), "focus")
        cap.queryValue().currentValue = 1
        self.window.press("Edit")
        wait_for(lambda: len(self.model.requests()) == 3, "requests")
        self.result("Result 3")

    # --- Results

    def result_is_there_again(self):
        self.reopen()
        self.window.find("Results", "radio button").queryAction().doAction(0)
        self.window.find("Result 1", "list item")

    def start_without_file(self):
        """A result of an image that was never saved."""
        self.connect(self.model.url("edit=tint"))
        self.gimp = live_gimp.Gimp(self.folder)
        self.addCleanup(self.gimp.close)
        self.gimp.script.run(
            "(define image (car (gimp-image-new 200 150 RGB)))"
            '(define ground (car (gimp-layer-new image "Ground" 200 150 RGB-IMAGE 100'
            " LAYER-MODE-NORMAL)))(gimp-image-insert-layer image ground 0 0)"
            "(gimp-display-new image)")
        self.window = self.gimp.open_window()
        self.ask(PROMPT)
        self.window.find("Result 1", "list item")

    def save(self):
        self.gimp.script.run(f'(gimp-image-set-file image "{self.folder}/saved.xcf")')

    def is_kept_with_the_file(self):
        [record] = self.own_file("results").glob("*/record.json")
        wait_for(lambda: json.loads(record.read_text())["image_file"].endswith("/saved.xcf"),
                 "record of the file")

    def test_results_of_an_image_without_a_file_come_back(self):
        self.start_without_file()
        self.result_is_there_again()
        self.save()
        self.result_is_there_again()
        self.is_kept_with_the_file()

    def test_results_go_to_the_file_though_nobody_looks(self):
        self.start_without_file()
        live_gimp.activate("GIMP$")
        self.save()
        self.is_kept_with_the_file()

    def test_results_outlive_a_gimp_that_is_killed_before_anything_is_saved(self):
        self.start_without_file()
        self.gimp.close()
        self.gimp = live_gimp.Gimp(self.folder)
        self.addCleanup(self.gimp.close)
        self.window = self.gimp.open_window(r"Generate Layer\.\.\.")
        self.window.find("Results", "radio button").queryAction().doAction(0)
        self.window.find("Result 1", "list item")


if __name__ == "__main__":
    rig.main("1280x900")
