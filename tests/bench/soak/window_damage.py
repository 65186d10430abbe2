# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's part of damage.py: window_damage.py WORDBRUSH -- MODEL PHOTOGRAPH REPORT EDITS SEED

For each way all that the window writes by itself comes to harm at once; it opens, makes an edit
and closes. What is spent comes to harm while it is open.
"""

from ways import WAYS, clear, is_still_there, look
from window_room import claim, rig, room, say, wait_for

FILES = ("window.ini", "draft.ini", "prompts", "presets.ini", "window-arguments")
SPENDING = "spending.ini"
# Ways that leave a file such that all that it says is read.
HARMLESS = ("byte order mark", "CRLF", "cut at its end")
# What is written anew all the time keeps no line that nobody reads.
HARMLESS_TO = {"window.ini": ("wrong types",), "draft.ini": ("wrong types", "one long line"),
               "window-arguments": ("twice", "huge", "zeros", "another byte")}
PRESETS_TEXT = "[preset 1]\nname=Mine\ntext=make it mine\n"
SPENDING_TEXT = ("[general]\ncap_micro_usd=5000000\n\n"
                 "[month 2026-01]\nmicro_usd=10\nrequests=1\nunknown=0\n")


def told(window):
    """The window's words for a file that it cannot use; empty where there are none."""
    texts = (node.name or "" for node in rig.nodes(window.root)
             if node.getRoleName() in ("notification", "label"))
    return next((text for text in texts if "damaged" in text or "cannot be" in text), "")


def use_once(stage, way):
    """Asks, and throws the result away; what came of it."""
    stage.model._http("/reset", b"")
    stage.ask(f"make it {way}")
    ended = wait_for(lambda: "result" if stage.window.is_sensitive("Apply")
                     else not stage.model.requests() and told(stage.window) and "told",
                     f"end of an edit ({way})")
    if ended == "result":
        stage.window.press("Discard")
        wait_for(lambda: not stage.window.is_sensitive("Apply"), "end of the result")
    return ended


def good_files(stage, profile):
    """What a window that was used leaves behind, and what its dialogs write."""
    (profile / "presets.ini").write_text(PRESETS_TEXT)
    stage.open_window()
    use_once(stage, "good")
    stage.close_window()
    missing = [name for name in FILES if not (profile / name).exists()]
    assert not missing, missing
    return {name: (profile / name).read_bytes() for name in FILES}


def harm(path, good, way):
    clear(path)
    path.write_bytes(good)
    WAYS[way](path, good)
    return look(path)


def check(path, before, way):
    """What could be read is there yet, in its file or put aside."""
    holds_nothing = before in (("file", b""), ("link", "nothing"))
    is_read_all_the_same = way in HARMLESS or way in HARMLESS_TO.get(path.name, ())
    claim(holds_nothing or is_read_all_the_same or is_still_there(path, before) or
          has_lines_of(path, before), f"{path.name}, {way}: written over")


def has_lines_of(path, before):
    now = look(path)
    return now and before[0] == now[0] == "file" and \
        set(before[1].split(b"\n")) <= set(now[1].split(b"\n"))


def open_and_use(stage, way):
    try:
        stage.open_window()
        came = use_once(stage, way)
        stage.close_window()
    except AssertionError as error:
        raise AssertionError(f"{way}: {error}") from error
    return came


def harm_all(stage, profile, good):
    came = []
    for way in WAYS:
        before = {name: harm(profile / name, data, way) for name, data in good.items()}
        came.append(open_and_use(stage, way))
        for name in FILES:
            check(profile / name, before[name], way)
    claim(came.count("result") == len(came), f"{came.count('told')} edits did not come: {came}")
    say(figure=f"{len(came)} windows on a damaged profile, each made its edit")
    for name, data in good.items():
        clear(profile / name)
        (profile / name).write_bytes(data)


def harm_spending(stage, profile):
    stage.open_window()
    came = []
    for way in WAYS:
        before = harm(profile / SPENDING, SPENDING_TEXT.encode(), way)
        came.append(use_once(stage, way))
        check(profile / SPENDING, before, way)
    clear(profile / SPENDING)
    claim(use_once(stage, "good") == "result", "with the spending mended")
    stage.close_window()
    say(figure=f"{len(came)} ways to harm what is spent: {came.count('told')} told, "
               f"{came.count('result')} edits came")


def main():
    with room(lambda model: {"Mine": model.url("edit=tint")}) as stage:
        profile = stage.folder / "wordbrush"
        harm_all(stage, profile, good_files(stage, profile))
        harm_spending(stage, profile)
        stage.gimp.output.flush()
        text = (stage.folder / "output-gimp").read_text(errors="replace")
        claim("crashed" not in text, "a crash:\n" + text[-1500:])


main()
