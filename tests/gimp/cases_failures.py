# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong is said in one sentence after its kind, and leaves the image as it was."""

import socket

from pictures import add_layer, names, picture, raw, select, source
from rig import (
    GENERATE,
    KEY,
    Gimp,
    case,
    edit,
    edited,
    forget,
    model,
    refused,
    request,
    requests,
    run,
)


def fails(scenario, kind, words="", **arguments):
    """An edit by this scenario fails so, and nothing of the image changes; gives the message."""
    image = picture()
    select(image, 8, 8, 20, 20)
    before = raw(source(image)), raw(image.get_selection()), names(image), image.is_dirty()
    outcome = edit(image, [source(image)], connection=model(scenario), **arguments)
    message = refused(outcome, kind, words)
    assert outcome.status == Gimp.PDBStatusType.EXECUTION_ERROR, outcome.status
    after = raw(source(image)), raw(image.get_selection()), names(image), image.is_dirty()
    assert after == before, "the image changed"
    assert KEY not in message and "base64" not in message, message
    return message


def say_each_status():
    yield 400, "bad_request", "This request cannot be served"
    yield 402, "quota", "Your balance is used up"
    yield 403, "permission", "This key may not use this model"
    yield 404, "not_found", "The model does not exist here"
    yield 413, "too_large", "The request body is too large"
    yield 429, "rate_limit", "Rate limit reached for this model"
    yield 500, "upstream", "The model stumbled"
    yield 503, "upstream", "The model is overloaded"


@case
def each_status_is_told_by_its_kind_with_the_endpoint_s_words():
    for status, kind, words in say_each_status():
        fails(f"status={status}", kind, words)


@case
def a_wrong_key_is_told():
    fails("key=another-key", "auth", "Incorrect API key provided")
    assert not request()["key_is_right"]


@case
def the_right_key_opens():
    image = picture()
    edited(image, [source(image)], connection=model(f"key={KEY}"))
    assert request()["key_is_right"]


@case
def a_refused_request_is_not_sent_again():
    fails("status=402", "quota")
    assert len(requests()) == 1


@case
def a_busy_service_is_asked_again():
    for status in (429, 503):
        before = len(requests())
        image = picture()
        edited(image, [source(image)], connection=model(f"status={status},times=2"))
        assert len(requests()) - before == 3, requests()
        assert len(names(image)) == 2, names(image)


@case
def a_service_that_stays_busy_is_asked_three_times():
    fails("status=429", "rate_limit")
    assert len(requests()) == 3


@case
def a_reply_without_a_picture_tells_its_words():
    for how in ("stream=yes", "stream=no", "shape=v2,stream=yes", "shape=v4,stream=no"):
        fails(f"reply=text,{how}", "no_image", "I can only describe it: a quiet scene.")


@case
def a_refusal_tells_its_words():
    for how in ("stream=yes", "stream=no"):
        fails(f"reply=refusal,{how}", "safety", "I will not make this picture")


@case
def an_empty_reply_is_told():
    fails("reply=empty", "empty")


@case
def a_cut_connection_is_told():
    for how in ("stream=yes", "stream=no"):
        image = picture()
        outcome = edit(image, [source(image)], connection=model(f"reply=broken,{how}"))
        assert outcome.message.startswith(("[truncated] ", "[network] ")), outcome.message
        assert names(image) == ["photo"]


@case
def a_paid_answer_that_broke_is_not_asked_for_again():
    image = picture()
    edit(image, [source(image)], connection=model("reply=broken"))
    assert len(requests()) == 1


@case
def a_bad_picture_is_told():
    fails("reply=badimage", "bad_image")


@case
def a_web_page_is_told():
    fails("reply=html", "protocol")


@case
def an_endpoint_that_is_not_there_is_told():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    image = picture()
    outcome = edit(image, [source(image)], connection=f"http://127.0.0.1:{port}/v1")
    refused(outcome, "network")
    assert names(image) == ["photo"]


@case
def an_empty_prompt_is_refused_before_anything_is_sent():
    for prompt in ("", "  \n\t "):
        image = picture()
        refused(edit(image, [source(image)], prompt=prompt), "input")
        refused(run(GENERATE, [], image=image, prompt=prompt, connection=model()), "input")
    assert requests() == []


@case
def two_layers_at_once_are_a_calling_error():
    image = picture()
    other = add_layer(image, "other", 20, 20)
    outcome = edit(image, [source(image), other])
    refused(outcome, "input")
    assert outcome.status == Gimp.PDBStatusType.CALLING_ERROR, outcome.status
    assert requests() == []


@case
def no_layer_at_all_is_a_calling_error():
    image = picture()
    outcome = edit(image, [])
    refused(outcome, "input")
    assert outcome.status == Gimp.PDBStatusType.CALLING_ERROR, outcome.status
    assert requests() == []


@case
def a_connection_that_nobody_saved_is_told_by_its_name():
    image = picture()
    outcome = edit(image, [source(image)], connection="my old relay")
    message = refused(outcome, "input") if outcome.message.startswith("[input]") else refused(
        outcome, "settings"
    )
    assert "my old relay" in message, message


@case
def an_address_with_a_password_is_refused():
    image = picture()
    outcome = edit(image, [source(image)], connection="http://me:secret@127.0.0.1:1/v1")
    refused(outcome, "input")
    assert "secret" not in outcome.message, outcome.message


@case
def a_wholly_transparent_selection_is_refused():
    image = picture()
    clear = add_layer(image, "clear", 64, 48)
    refused(edit(image, [clear], area="layer"), "input")
    assert requests() == []


@case
def a_floating_selection_is_told():
    image = picture()
    select(image, 8, 8, 20, 20)
    Gimp.edit_copy([source(image)])
    Gimp.edit_paste(source(image), False)
    assert image.get_floating_sel() is not None
    refused(edit(image, [source(image)]), "input")


@case
def a_failure_leaves_the_image_ready_for_the_next_edit():
    image = picture()
    refused(edit(image, [source(image)], connection=model("status=500")), "upstream")
    forget()
    edited(image, [source(image)])
    assert len(names(image)) == 2
