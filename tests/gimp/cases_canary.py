# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of a saved connection, in success and in failure, is in its own file and its header only.

run_cases.py looks for it once more in every file that the run leaves behind.
"""

from pathlib import Path

from cases_faults import PNG, ROWS
from fault_server import FaultServer, error, message, picture as picture_answer
from key import key_of
from pictures import picture, save_xcf, source
from rig import CASES, FOLDER, GENERATE, MODELS, Gimp, case, edit, run

# The cases of cases_faults.py run in their own file.
CASES.clear()

WHOLE_RUN = Path(FOLDER).parent
KEY = key_of(WHOLE_RUN)
SETTINGS = Path(Gimp.directory()) / "wordbrush"
NAME = "canary"

SAYING = {
    "picture": picture_answer(PNG, words=f"Made for {KEY}."),
    "echo": error("401 Unauthorized", f"Nobody has the key {KEY} here"),
    "echo_in_html": error("403 Forbidden", f"<b>Bearer {KEY}</b>"),
    "echo_in_words": message(f"I cannot paint {KEY}"),
    "echo_in_a_200": error("200 OK", f"{KEY}: unknown"),
}
ALL_ROWS = ROWS | SAYING


def save_connection(address):
    host = address.split("/")[2]
    SETTINGS.mkdir(mode=0o700, exist_ok=True)
    (SETTINGS / "connections.ini").write_text(
        f"[connection 1]\nname={NAME}\nbase_url={address}\nmodel=m\nstream=true\n", encoding="utf-8"
    )
    keys = SETTINGS / "keys.ini"
    keys.write_text(f"[key 1]\nconnection={NAME}\nhost={host}\nkey={KEY}\n", encoding="utf-8")
    keys.chmod(0o600)


def of_processes():
    """The arguments and the environments of all processes that may be looked into."""
    for folder in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ"):
            try:
                yield folder / name, (folder / name).read_bytes()
            except OSError:
                continue


def of_files():
    for path in WHOLE_RUN.rglob("*"):
        if path.is_file() and path.name != "keys.ini":
            yield path, path.read_bytes()


def places(found):
    return [str(path) for path, data in found if KEY.encode() in data]


def each_answer(call):
    """call()s the plug-in once for each answer; gives all that it said."""
    seen_in_processes, heads = [], []

    def look(head):
        heads.append(head)
        seen_in_processes.extend(places(of_processes()))

    said = []
    server = FaultServer(ALL_ROWS, on_request=look)
    for row in ALL_ROWS:
        save_connection(server.url(row))
        said.append(call())
    server.close()
    assert len(heads) >= len(ALL_ROWS), "not every answer was asked for"
    assert all(f"Authorization: Bearer {KEY}\r\n" in head for head in heads), "without the key"
    assert not seen_in_processes, seen_in_processes
    return said


def told(outcome):
    """All the texts that a caller gets."""
    return outcome.message if not outcome.ok else str(outcome.values.values())


@case
def an_edit_keeps_the_key_to_itself():
    image = picture()

    def call():
        return told(edit(image, [source(image)], connection=NAME))

    assert not [words for words in each_answer(call) if KEY in words]
    assert KEY.encode() not in save_xcf(image, "canary.xcf")
    assert len(image.get_layers()) > 1, "no edit came through"
    assert places(of_files()) == []


@case
def a_generation_keeps_the_key_to_itself():
    image = picture()

    def call():
        return told(run(GENERATE, [], image=image, prompt="a hat", connection=NAME))

    assert not [words for words in each_answer(call) if KEY in words]
    assert KEY.encode() not in save_xcf(image, "canary.xcf")
    assert places(of_files()) == []


@case
def a_list_of_models_keeps_the_key_to_itself():
    def call():
        return told(run(MODELS, connection=NAME))

    assert not [words for words in each_answer(call) if KEY in words]
    assert places(of_files()) == []


@case
def the_file_of_keys_is_where_it_is_found():
    """What the other cases rest on; and nothing is left for run_cases.py to find."""
    keys = SETTINGS / "keys.ini"
    assert KEY.encode() in keys.read_bytes()
    assert keys.stat().st_mode & 0o077 == 0
    keys.unlink()
