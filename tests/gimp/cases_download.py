# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that name an address, or only a task: the picture is fetched."""

from pictures import names, picture, pixels, source, tinted, worst
from rig import KEY, MODEL, case, edit, edited, model, refused, requests


def fetched(scenario):
    """The edit by this scenario becomes the layer that was promised; gives the requests."""
    image = picture()
    outcome = edited(image, [source(image)], connection=model(scenario))
    difference = worst(pixels(outcome.layer), tinted(pixels(source(image))))
    assert difference <= 1, f"{difference} levels off"
    assert outcome.report["warnings"] == [], outcome.report["warnings"]
    assert "](" not in outcome.text.replace("[Download](", ""), outcome.text
    return requests()


def paths(received):
    return [entry["path"] for entry in received]


@case
def a_link_becomes_a_layer():
    for how in ("stream=yes", "stream=no"):
        received = fetched(f"edit=tint,link=markdown,{how}")
        assert paths(received)[-1].startswith("/files/"), paths(received)


@case
def a_link_without_a_host_leads_to_the_service():
    received = fetched("edit=tint,link=relative")
    assert len(received) == 2, paths(received)
    assert received[1]["headers"]["authorization"], "the service's own file may need the key"


@case
def a_second_link_to_load_the_same_is_left_alone():
    received = fetched("edit=tint,link=both")
    assert len(received) == 2, paths(received)
    assert not any("/download/" in path for path in paths(received)), paths(received)


@case
def a_link_that_leads_nowhere_is_shown():
    image = picture()
    outcome = edit(image, [source(image)], connection=model("link=lost"))
    message = refused(outcome, "download", "404")
    assert message.endswith(f"{MODEL}/files/999999.png?sign=x"), message
    assert KEY not in message
    assert names(image) == ["photo"]
    assert len(requests()) == 2, paths(requests())


@case
def a_task_is_asked_for_until_it_is_done():
    received = fetched("edit=tint,link=task")
    assert len(received) == 4, paths(received)
    assert all("/v1/tasks/t" in path for path in paths(received)[1:3]), paths(received)
    assert all(entry["headers"].get("authorization") for entry in received), received
