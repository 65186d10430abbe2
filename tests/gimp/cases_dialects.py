# SPDX-License-Identifier: GPL-3.0-or-later
"""Native Gemini and OpenAI's Images API: what goes over the wire, and that it comes back."""

import json
import os

from pictures import (
    add_layer,
    fill,
    pattern,
    picture,
    pixel,
    pixels,
    select,
    source,
    tinted,
    visible,
)
from rig import (
    GENERATE,
    KEY,
    MODEL,
    MODELS,
    Gimp,
    case,
    edit,
    edited,
    forget,
    model,
    refused,
    request,
    run,
    uploaded,
    uploaded_mask,
)

import png


def address(scenario, call):
    """The address of a call, as people paste it."""
    return f"{MODEL}/{scenario}{call}" if scenario else f"{MODEL}{call}"


def gemini(scenario="edit=tint"):
    return address(scenario, "/v1beta/models/pasted:generateContent")


def images(scenario="edit=tint"):
    return address(scenario, "/v1/images/generations")


def generated(connection, **arguments):
    arguments = {"model": "scripted"} | arguments
    outcome = run(GENERATE, [], prompt="a red barn", connection=connection, **arguments)
    assert outcome.ok, outcome.message
    return outcome


def an_edit_comes_back(connection, stream, path):
    """Edits by this connection; gives the request that the model received."""
    forget()
    image = picture()
    outcome = edited(image, [source(image)], connection=connection, stream=stream)
    assert pixels(outcome.layer) == tinted(pattern(64, 48))
    received = request()
    assert received["path"].endswith(path), received["path"]
    assert received["model"] == "scripted" and received["prompt"] == "make it orange", received
    assert received["stream"] == (stream == "on"), received
    assert [sent["mime"] for sent in received["pictures"]] == ["image/png"], received
    assert png.rgba(uploaded())[2] == pattern(64, 48)
    return received


def a_generation_comes_back(connection, stream, path):
    forget()
    outcome = generated(connection("color=cc2244,size=64x48"), stream=stream)
    assert pixels(outcome.layer) == bytes((0xCC, 0x22, 0x44, 255)) * (64 * 48)
    outcome.layer.get_image().delete()
    received = request()
    assert received["path"].endswith(path), received["path"]
    assert received["pictures"] == [] and received["prompt"] == "a red barn", received
    assert received["stream"] == (stream == "on"), received
    return received


@case
def an_edit_goes_through_native_gemini():
    for stream, call in (("off", "generateContent"), ("on", "streamGenerateContent")):
        received = an_edit_comes_back(gemini(), stream, f"/v1beta/models/scripted:{call}")
        assert received["members"] == ["contents", "generationConfig"], received["members"]
        config = json.loads(received["fields"]["generationConfig"])
        assert config == {"responseModalities": ["TEXT", "IMAGE"]}, config


@case
def words_alone_go_through_native_gemini():
    for stream, call in (("off", "generateContent"), ("on", "streamGenerateContent")):
        a_generation_comes_back(gemini, stream, f"/v1beta/models/scripted:{call}")


@case
def an_edit_goes_through_the_images_api_as_a_form():
    for stream in ("off", "on"):
        received = an_edit_comes_back(images(), stream, "/v1/images/edits")
        expected = ["image", "model", "prompt"] + (["stream"] if stream == "on" else [])
        assert received["members"] == expected, received["members"]
        assert received["mask"] is None
        kind = received["headers"]["content-type"]
        assert kind.startswith("multipart/form-data; boundary="), kind
        assert int(received["headers"]["content-length"]) == received["body_bytes"], received


@case
def words_alone_go_through_the_images_api():
    for stream in ("off", "on"):
        received = a_generation_comes_back(images, stream, "/v1/images/generations")
        expected = ["model", "prompt"] + (["stream"] if stream == "on" else [])
        assert received["members"] == expected, received["members"]


@case
def the_words_of_native_gemini_reach_the_user():
    image = picture()
    outcome = edited(image, [source(image)], connection=gemini(), stream="on")
    assert outcome.text == "Here is the picture: make it orange", outcome.text


@case
def a_jpeg_arrives_as_it_is_in_a_form():
    image = picture()
    edited(image, [source(image)], connection=images("edit=noop"), upload_format="jpeg")
    received = request()["pictures"][0]
    assert received["mime"] == "image/jpeg" and received["width"] == 64, received
    assert len(uploaded()) == received["bytes"] and uploaded().endswith(b"\xff\xd9")


@case
def references_are_further_pictures_of_a_form():
    image = picture()
    reference = add_layer(image, "reference", 20, 10)
    fill(reference, bytes((1, 2, 3, 255)) * 200)
    edited(image, [source(image)], connection=images(), references=str(reference.get_id()))
    received = request()
    assert received["members"].count("image[]") == 2, received["members"]
    sizes = [(sent["width"], sent["height"]) for sent in received["pictures"]]
    assert sizes == [(64, 48), (20, 10)], sizes
    assert png.rgba(uploaded(1))[2] == bytes((1, 2, 3, 255)) * 200


@case
def a_selection_is_the_mask_of_an_edit():
    image = picture(160, 120)
    select(image, 60, 50, 32, 24)
    before = visible(image)
    outcome = edited(image, [source(image)], connection=images(), context=0.1)
    received = request()
    sent, mask = received["pictures"][0], received["mask"]
    assert mask["mime"] == "image/png", mask
    assert (mask["width"], mask["height"]) == (sent["width"], sent["height"]), received
    frame = outcome.report["frame"]
    left, top = frame["x"], frame["y"]
    width, height, data = png.rgba(uploaded_mask())
    assert width > 32 and height > 24, "context is sent along"
    for y in range(height):
        for x in range(width):
            inside = 60 <= x + left < 92 and 50 <= y + top < 74
            assert data[4 * (y * width + x) + 3] == (0 if inside else 255), (x, y)
    after = visible(image)
    assert pixel(after, 160, 70, 60) == pixel(tinted(before), 160, 70, 60)
    assert pixel(after, 160, 10, 10) == pixel(before, 160, 10, 10)


@case
def a_mask_goes_only_where_it_is_understood():
    image = picture()
    select(image, 20, 16, 16, 16)
    for connection in (gemini(), model("edit=tint")):
        forget()
        edited(image, [source(image)], connection=connection)
        assert request()["mask"] is None


@case
def the_size_is_told_in_fields_and_not_in_the_prompt():
    generated(gemini(), aspect_ratio="16:9", size="2k").layer.get_image().delete()
    received = request()
    config = json.loads(received["fields"]["generationConfig"])
    assert config["imageConfig"] == {"aspectRatio": "16:9", "imageSize": "2K"}, config
    assert received["prompt"] == "a red barn", received["prompt"]
    forget()
    generated(images(), aspect_ratio="16:9", model="gpt-image-1").layer.get_image().delete()
    received = request()
    assert received["fields"]["size"] == '"1536x1024"', received["fields"]
    assert received["prompt"] == "a red barn", received["prompt"]


@case
def an_edit_asks_for_its_frame_s_ratio():
    image = picture(90, 60)
    edited(image, [source(image)], connection=gemini(), model="gemini-3-pro-image")
    config = json.loads(request()["fields"]["generationConfig"])
    assert config["imageConfig"] == {"aspectRatio": "3:2"}, config


@case
def the_key_is_right_in_every_dialect():
    for connection in (gemini(f"key={KEY}"), images(f"key={KEY}")):
        forget()
        image = picture()
        edited(image, [source(image)], connection=connection)
        received = request()
        assert received["key_is_right"], received
        assert "x-goog-api-key" not in received["headers"], "that one is for Google's own host"


@case
def a_wrong_key_is_told_in_every_dialect():
    for connection in (gemini("key=another"), images("key=another")):
        image = picture()
        refused(edit(image, [source(image)], connection=connection), "auth", "Incorrect API key")


@case
def failures_of_every_dialect_have_their_kind():
    image = picture()
    for scenario, kind in (("reply=refusal", "safety"), ("reply=text", "no_image")):
        refused(edit(image, [source(image)], connection=gemini(scenario)), kind)
    for connection in (gemini, images):
        for scenario, kind in (("reply=badimage", "bad_image"), ("reply=broken", "network"),
                               ("status=402", "quota"), ("reply=empty", "empty")):
            refused(edit(image, [source(image)], connection=connection(scenario)), kind)


@case
def the_models_of_native_gemini_are_listed():
    outcome = run(MODELS, connection=gemini(f"key={KEY}"))
    assert outcome.ok, outcome.message
    assert list(outcome.values["models"]) == ["gemini-3-pro-image", "words-only"], outcome.values
    assert request()["path"].endswith("/v1beta/models") and request()["key_is_right"]


@case
def a_pasted_call_names_the_model():
    image = picture()
    edited(image, [source(image)], connection=gemini(), model="")
    assert request()["model"] == "pasted", request()["model"]


def saved(**settings):
    """Writes connections.ini with one connection, "mine"."""
    folder = os.path.join(Gimp.directory(), "wordbrush")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    lines = [f"{name}={value}" for name, value in ({"name": "mine"} | settings).items()]
    with open(os.path.join(folder, "connections.ini"), "w", encoding="utf-8") as file:
        file.write("[connection 1]\n" + "\n".join(lines) + "\n")


@case
def a_saved_connection_says_what_its_service_speaks():
    for dialect, path in (("gemini", "/v1beta/models/scripted:generateContent"),
                          ("images", "/v1/images/edits"), ("chat", "/v1/chat/completions")):
        saved(base_url=model("edit=tint"), dialect=dialect)
        an_edit_comes_back("mine", "off", path)


@case
def a_saved_connection_without_a_dialect_is_what_it_was():
    saved(base_url=model("edit=tint"))
    an_edit_comes_back("mine", "off", "/v1/chat/completions")


@case
def a_saved_connection_says_how_the_size_is_told():
    saved(base_url=model("edit=tint"), size_fields="openrouter")
    generated("mine", aspect_ratio="16:9", size="2K").layer.get_image().delete()
    received = request()
    config = json.loads(received["fields"]["image_config"])
    assert config == {"aspect_ratio": "16:9", "image_size": "2K"}, config
    assert json.loads(received["fields"]["modalities"]) == ["image", "text"], received
    assert received["prompt"] == "a red barn", received["prompt"]
    forget()
    saved(base_url=gemini(), size_fields="prompt")
    generated("mine", aspect_ratio="16:9").layer.get_image().delete()
    assert request()["prompt"] == "a red barn\n\nAspect ratio: 16:9.", request()["prompt"]


@case
def what_a_saved_connection_cannot_speak_is_told():
    for settings in ({"dialect": "klingon"}, {"size_fields": "klingon"}):
        saved(base_url=model(), **settings)
        image = picture()
        refused(edit(image, [source(image)], connection="mine"), "input", '"klingon"')
