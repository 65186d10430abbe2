# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edit leaves in the user's image, and what it never does."""

import hashlib

from pictures import (
    Gegl,
    add_group,
    add_layer,
    fill,
    names,
    pattern,
    picture,
    pixels,
    raw,
    save_xcf,
    select,
    select_softly,
    selection_values,
    source,
    tinted,
)
from rig import KEY, MODEL, Gimp, case, edit, edited, model, request, requests, scheme, uploaded

import png

SECRET_PROMPT = "zebra-canary in a purple barn"


@case
def the_prompt_becomes_the_layer_s_name():
    image = picture()
    outcome = edited(image, [source(image)], prompt="make the sky red")
    assert outcome.layer.get_name() == "make the sky red"


@case
def a_long_prompt_becomes_a_short_name():
    image = picture()
    prompt = "paint " + "a very long wish " * 40
    outcome = edited(image, [source(image)], prompt=prompt)
    name = outcome.layer.get_name()
    assert len(name) <= 61 and name.startswith("paint a very long wish"), name
    assert name.endswith("\u2026"), name
    assert request()["prompt"] == prompt


@case
def a_prompt_of_several_lines_becomes_one_line():
    image = picture()
    prompt = "make it orange\n\n  and\twarm\r\nplease "
    outcome = edited(image, [source(image)], prompt=prompt)
    assert outcome.layer.get_name() == "make it orange and warm please"
    assert request()["prompt"] == prompt


@case
def a_prompt_in_any_script_is_sent_and_named_as_it_is():
    image = picture()
    for prompt in ("\u628a\u5929\u7a7a\u53d8\u7ea2", "mach es sch\u00f6n \U0001f308", "\u05e9\u05dc\u05d5\u05dd"):
        outcome = edited(image, [source(image)], prompt=prompt)
        assert outcome.layer.get_name() == prompt, outcome.layer.get_name()
        assert requests()[-1]["prompt"] == prompt


@case
def a_long_prompt_in_any_script_is_cut_between_characters():
    image = picture()
    outcome = edited(image, [source(image)], prompt="\u7ea2" * 300)
    name = outcome.layer.get_name()
    assert set(name[:-1]) == {"\u7ea2"} and name[-1] == "\u2026", name


@case
def other_layers_the_selection_and_the_colours_stay_as_they_are():
    image = picture()
    group = add_group(image, "group")
    inner = add_layer(image, "inner", 30, 20, (3, 4), group)
    fill(inner)
    mask = inner.create_mask(Gimp.AddMaskType.WHITE)
    inner.add_mask(mask)
    channel = Gimp.Channel.new(image, "channel", 64, 48, 50.0, Gegl.Color.new("red"))
    image.insert_channel(channel, None, 0)
    select_softly(image, 10, 10, 30, 20, 4.0)
    Gimp.context_set_foreground(Gegl.Color.new("rgb(0.1,0.2,0.3)"))
    Gimp.context_set_background(Gegl.Color.new("rgb(0.6,0.5,0.4)"))

    def state():
        drawables = [source(image), inner, mask, channel]
        return (
            [hashlib.sha256(raw(drawable)).hexdigest() for drawable in drawables],
            selection_values(image),
            tuple(Gimp.context_get_foreground().get_rgba()),
            tuple(Gimp.context_get_background().get_rgba()),
            [(layer.get_name(), layer.get_visible()) for layer in image.get_layers() if
             layer.get_name() in ("photo", "group")],
            [each.get_name() for each in image.get_channels()],
            inner.get_edit_mask(),
            image.get_width(),
            image.get_height(),
        )

    before = state()
    edited(image, [source(image)])
    assert state() == before


@case
def the_new_layer_is_selected_and_ready_to_paint_on():
    image = picture()
    select_softly(image, 10, 10, 30, 20, 4.0)
    outcome = edited(image, [source(image)])
    selected = [layer.get_id() for layer in image.get_selected_layers()]
    assert selected == [outcome.layer.get_id()], selected
    assert not outcome.layer.get_edit_mask(), "the mask would be painted on"
    assert outcome.layer.get_visible() and outcome.layer.get_opacity() == 100.0


@case
def neither_prompt_nor_endpoint_are_in_the_image_s_arguments():
    image = picture()
    edited(image, [source(image)], prompt=SECRET_PROMPT)
    for name in image.get_parasite_list():
        data = bytes(image.get_parasite(name).get_data()).decode("utf-8", "replace")
        assert "zebra-canary" not in data and "127.0.0.1" not in data, (name, data)


@case
def a_saved_image_holds_the_prompt_and_the_host_in_the_recipe_alone():
    image = picture()
    outcome = edited(image, [source(image)], prompt=SECRET_PROMPT, connection=model(f"key={KEY}"))
    # The name is the prompt by design.
    outcome.layer.set_name("renamed")
    assert KEY.encode() not in save_xcf(image, "with-recipe.xcf")
    outcome.layer.detach_parasite("wordbrush-recipe")
    saved = save_xcf(image, "saved.xcf")
    assert b"renamed" in saved
    for secret in (KEY, MODEL.split("//")[1], "zebra-canary"):
        assert secret.encode() not in saved, secret


@case
def the_report_and_the_messages_hold_no_key():
    image = picture()
    outcome = edited(image, [source(image)], connection=model(f"key={KEY}"))
    assert KEY not in outcome.values["report"] and KEY not in outcome.text
    failed = edit(image, [source(image)], connection=model("status=401"))
    assert KEY not in failed.message


@case
def the_key_goes_into_the_authorization_header_alone():
    image = picture()
    edited(image, [source(image)], connection=model(f"key={KEY}"))
    received = request()
    assert received["headers"]["authorization"] == f"Bearer ({len(KEY)} characters)"
    others = {name: value for name, value in received["headers"].items() if name != "authorization"}
    # The scenario in the path names the key that it wants.
    assert KEY not in str(others) and KEY not in received["prompt"]


@case
def a_png_upload_has_no_metadata():
    image = picture()
    image.set_resolution(300.0, 300.0)
    image.attach_parasite(Gimp.Parasite.new("gimp-comment", Gimp.PARASITE_PERSISTENT, b"my comment"))
    image.set_color_profile(Gimp.ColorProfile.new_rgb_adobe())
    edited(image, [source(image)])
    parts = {name for name, _ in png.chunks(uploaded())}
    assert parts <= {"IHDR", "sRGB", "IDAT", "IEND"}, parts


@case
def a_jpeg_upload_has_no_metadata():
    image = picture()
    image.attach_parasite(Gimp.Parasite.new("gimp-comment", Gimp.PARASITE_PERSISTENT, b"my comment"))
    edited(image, [source(image)], upload_format="jpeg")
    assert request()["pictures"][0]["mime"] == "image/jpeg"
    markers = set(png.jpeg_markers(uploaded()))
    app_and_comments = {marker for marker in markers if 0xE1 <= marker <= 0xEF or marker == 0xFE}
    assert not app_and_comments, [hex(marker) for marker in app_and_comments]


@case
def the_automatic_format_is_jpeg_for_opaque_and_png_for_transparent_pictures():
    image = picture()
    edited(image, [source(image)], upload_format="auto")
    clear = add_layer(image, "clear", 64, 48)
    fill(clear, bytes(v // 2 if i % 4 == 3 else v for i, v in enumerate(pattern(64, 48))))
    edited(image, [clear], upload_format="auto")
    assert [entry["pictures"][0]["mime"] for entry in requests()] == ["image/jpeg", "image/png"]


@case
def the_body_holds_what_every_endpoint_accepts_and_no_more():
    image = picture()
    edited(image, [source(image)])
    received = request()
    assert received["members"] == ["messages", "model", "stream"], received["members"]
    assert received["model"] == "scripted"
    assert received["headers"]["content-type"].startswith("application/json")
    assert received["headers"]["user-agent"], "no user agent"
    assert int(received["headers"]["content-length"]) == received["body_bytes"]


@case
def two_edits_in_a_row_stand_on_each_other():
    image = picture()
    first = edited(image, [source(image)], prompt="first").layer
    assert pixels(first) == tinted(pattern(64, 48))
    second = edited(image, [first], prompt="second").layer
    assert pixels(second) == tinted(tinted(pattern(64, 48)))
    assert names(image) == ["second", "first", "photo"], names(image)


@case
def the_return_values_tell_what_happened():
    image = picture()
    select(image, 10, 8, 30, 20)
    outcome = edited(image, [source(image)], prompt="orange please")
    report = outcome.report
    assert "orange please" in outcome.text, outcome.text
    assert report["model"] == "scripted", report
    assert report["frame"] == {"x": 10, "y": 8, "width": 30, "height": 20}, report["frame"]
    assert report["target"] == report["frame"], report
    assert report["bytes_sent"] == request()["body_bytes"], report["bytes_sent"]
    assert report["bytes_received"] > 0 and report["warnings"] == [], report
    assert report["sent"][0]["type"] == "image/png", report["sent"]
    stages = {"read", "encode", "send", "wait", "receive", "decode", "fit", "insert", "total"}
    assert stages <= set(report["times_ms"]), report["times_ms"]
    assert all(value >= 0 for value in report["times_ms"].values()), report["times_ms"]
    assert report["times_ms"]["total"] > 0


@case
def script_fu_calls_it_too():
    image = picture()
    failure = scheme(
        f"""(plug-in-wordbrush-edit #:run-mode RUN-NONINTERACTIVE #:image {image.get_id()}
             #:drawables (vector {source(image).get_id()}) #:prompt "by script-fu"
             #:connection "{model()}" #:upload-format "png" #:context 0 #:align FALSE
             #:match-colors FALSE #:only-changes FALSE #:model "scripted")"""
    )
    assert not failure, failure
    assert names(image) == ["by script-fu", "photo"], names(image)
    assert pixels(image.get_layer_by_name("by script-fu")) == tinted(pattern(64, 48))


@case
def script_fu_sees_a_failure_as_its_error():
    image = picture()
    failure = scheme(
        f"""(plug-in-wordbrush-edit #:run-mode RUN-NONINTERACTIVE #:image {image.get_id()}
             #:drawables (vector {source(image).get_id()}) #:prompt "by script-fu"
             #:connection "{model('status=402')}")"""
    )
    assert "[quota] " in failure, failure
