"""Films from films over HTTP: remixes, edits and extensions, against a real server with the fake engine."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.acceptance.test_openai_videos import CREATE, KEYS, UNKNOWN, ended
from tests.acceptance.test_sora_contract import refused
from tests.servers import FAKE, Server, kinema

PLAIN = Path(__file__).parents[1] / "plain"
MODELS = {
    **json.loads(FAKE["KINEMA_MODELS"]),
    "small": {"engine": "fake", "sizes": ["128x72"], "seconds": [4], "price": 10},
    "plain": {"engine": "plain", "sizes": ["128x72"]},
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server that has a model of small films, and one whose engine can derive nothing."""
    path = os.pathsep.join([str(PLAIN), *filter(None, [os.environ.get("PYTHONPATH")])])
    with Server.running(
        KINEMA_MODELS=json.dumps(MODELS), KINEMA_SLOTS='{"fake": 1, "plain": 1}', PYTHONPATH=path
    ) as running:
        yield running


def post(server: Server, path: str, body: dict[str, Any], **more: Any) -> httpx2.Response:
    """Send a JSON body below the route of videos."""
    return server.ask("POST", f"{CREATE}/{path}", json=body, **more)


def film(server: Server, **fields: Any) -> dict[str, Any]:
    """Return a completed film."""
    made = server.ask("POST", CREATE, json={"prompt": "A cat", "model": "small", **fields})
    return ended(server, made.json()["id"])


def extended(server: Server, source: str, seconds: str = "4") -> dict[str, Any]:
    """Return a completed extension of a film."""
    made = post(server, "extensions", {"prompt": "on", "seconds": seconds, "video": {"id": source}})
    assert made.status_code == 200, made.text
    return ended(server, made.json()["id"])


@pytest.fixture(scope="module")
def source(server: Server) -> dict[str, Any]:
    """Give a completed film of 4 s."""
    return film(server)


def greys(server: Server, video_id: str) -> list[int]:
    """Return the grey of each of a film's frames."""
    import av

    content = server.ask("GET", f"{CREATE}/{video_id}/content").content
    with av.open(io.BytesIO(content)) as box:
        return [int(frame.to_ndarray(format="gray").mean()) for frame in box.decode(video=0)]


@pytest.mark.parametrize("prefix", ["", "/kyyReactApiServer"])
@pytest.mark.parametrize("way", ["remix", "edit", "form"])
def test_a_change_of_a_film(server: Server, source: dict[str, Any], way: str, prefix: str) -> None:
    """A remix and an edit are new films of the source's model, size and length, and name it."""
    prompt, route = "It snows at dawn", prefix + CREATE
    match way:
        case "remix":
            answer = server.ask("POST", f"{route}/{source['id']}/remix", json={"prompt": prompt})
        case "edit":
            body = {"prompt": prompt, "video": {"id": source["id"]}}
            answer = server.ask("POST", f"{route}/edits", json=body)
        case _:
            form = {"prompt": (None, prompt), "video[id]": (None, source["id"])}
            answer = server.ask("POST", f"{route}/edits", files=form)
    made = answer.json()
    assert answer.status_code == 200, made
    assert list(made) == KEYS
    assert int(answer.headers["openai-poll-after-ms"]) >= 1000
    done = ended(server, made["id"])
    assert done["status"] == "completed", done
    assert (done["prompt"], done["remixed_from_video_id"]) == (prompt, source["id"])
    assert made["remixed_from_video_id"] == source["id"]
    assert [done[key] for key in ("model", "size", "seconds")] == ["small", "128x72", "4"]
    assert server.result(made["id"])["actualDuration"] == 4.0


def test_an_extension_holds_the_old_and_the_new_seconds(server: Server, source: dict[str, Any]) -> None:
    """An extension, and one of that, is one film that goes on without a cut; its source stays as it was."""
    answer = post(server, "extensions", {"prompt": "on", "seconds": "8", "video": {"id": source["id"]}})
    assert (answer.json()["seconds"], answer.json()["status"]) == ("12", "queued")
    once = ended(server, answer.json()["id"])
    twice = extended(server, once["id"])
    assert [(video["seconds"], video["remixed_from_video_id"]) for video in (once, twice)] == [
        ("12", None),
        ("16", None),
    ]
    assert server.result(twice["id"])["actualDuration"] == 16.0
    seen = greys(server, twice["id"])
    drawn = [255 - abs(number % 510 - 255) for number in range(16 * 24)]
    assert max(abs(one - other) for one, other in zip(seen, drawn, strict=True)) <= 10
    assert len(greys(server, source["id"])) == 96
    remix = post(server, f"{twice['id']}/remix", {"prompt": "by night"}).json()
    assert (remix["seconds"], ended(server, remix["id"])["status"]) == ("16", "completed")


def test_only_new_seconds_are_charged(server: Server, source: dict[str, Any]) -> None:
    """An extension costs what its own seconds do, at the model's price; a remix costs the whole film."""

    def used() -> tuple[int, int]:
        today = server.ask("GET", "/v1/usage").json()["data"][0]
        return today["seconds"], today["micros"]

    before = used()
    body = {"prompt": "on", "seconds": "8", "video": {"id": source["id"]}}
    assert post(server, "extensions", body).status_code == 200
    between = used()
    assert (between[0] - before[0], between[1] - before[1]) == (8, 80)
    assert post(server, f"{source['id']}/remix", {"prompt": "by night"}).status_code == 200
    assert (used()[0] - between[0], used()[1] - between[1]) == (4, 40)


def test_what_an_engine_cannot_do_is_refused_at_once(server: Server) -> None:
    """A film of an engine that derives nothing is refused, naming the models whose films can be derived."""
    made = server.ask("POST", CREATE, json={"prompt": "A cat", "model": "plain"}).json()["id"]
    ended(server, made)
    for path, body in (
        (f"{made}/remix", {}),
        ("edits", {"video": {"id": made}}),
        ("extensions", {"video": {"id": made}, "seconds": "4"}),
    ):
        answer = post(server, path, {"prompt": "on", **body})
        error = refused(answer, 400, "video", "plain", "sora-2", "small")
        assert error["code"] == "unsupported_capability"
    form = {"prompt": (None, "snow"), "model": (None, "plain"), "video": ("a.mp4", b"a film")}
    for path in ("edits", "extensions"):
        brought = server.ask("POST", f"{CREATE}/{path}", files=form)
        assert refused(brought, 400, "video", "plain", "sora-2")["code"] == "unsupported_capability"
    body = {"prompt": "A cat", "model": "plain", "characters": [{"id": "char_1"}]}
    playing = server.ask("POST", CREATE, json=body)
    assert refused(playing, 400, "characters", "plain", "sora-2")["code"] == "unsupported_capability"


def test_a_film_must_be_completed(server: Server) -> None:
    """What is being rendered and what has failed cannot be derived from."""
    slow = server.ask("POST", CREATE, json={"prompt": "[sleep=30]", "model": "small"}).json()["id"]
    answer = post(server, f"{slow}/remix", {"prompt": "on"})
    assert refused(answer, 400, "video", "completed")["code"] == "video_not_ready"
    server.ask("POST", f"{CREATE}/{slow}/cancel")
    ended(server, slow)
    refused(post(server, "edits", {"prompt": "on", "video": {"id": slow}}), 400, "video", "failed")


def test_a_film_that_was_lost(server: Server) -> None:
    """Where the storage has lost the film, its extension fails and says so; its remix needs none."""
    lost = film(server)["id"]
    (server.data_dir / "objects" / "films" / lost / "1.mp4").unlink()
    done = ended(server, post(server, "extensions", {"prompt": "on", "video": {"id": lost}}).json()["id"])
    assert (done["status"], done["error"]["code"]) == ("failed", "source_gone")
    remix = post(server, f"{lost}/remix", {"prompt": "on"}).json()["id"]
    assert ended(server, remix)["status"] == "completed"


@pytest.mark.parametrize(
    ("path", "body", "param", "word"),
    [
        ("edits", {}, "video", "required"),
        ("edits", {"video": "video_1"}, "video", "object"),
        ("edits", {"video": {}}, "video", "object"),
        ("edits", {"video": {"id": 1}}, "video", "object"),
        ("edits", {"video": {"id": "SOURCE", "url": "https://example.com"}}, "video", "object"),
        ("edits", {"video": {"id": "SOURCE"}, "size": "1280x720"}, "size", "video"),
        ("edits", {"video": {"id": "SOURCE"}, "prompt": " "}, "prompt", "1 to 32,000"),
        ("SOURCE/remix", {"prompt": None}, "prompt", "required"),
        ("SOURCE/remix", {"seconds": "4"}, "seconds", "prompt"),
        ("extensions", {"video": {"id": "SOURCE"}, "seconds": "5"}, "seconds", "4, 8, 12, 16 or 20"),
    ],
)
def test_bodies_that_are_refused(
    server: Server, source: dict[str, Any], path: str, body: dict[str, Any], param: str, word: str
) -> None:
    """A field that is missing, unknown or of another kind is named, with what would be right."""
    body = json.loads(json.dumps({"prompt": "on", **body}).replace("SOURCE", source["id"]))
    refused(post(server, path.replace("SOURCE", source["id"]), body), 400, param, word)


def test_films_of_others_are_unknown(server: Server, source: dict[str, Any]) -> None:
    """Another tenant's film, a malformed id and an unknown id answer one 404 on every route."""
    stranger = server.new_key("stranger-to-films")
    for route in ("remix", "edits", "extensions"):
        answers = []
        for video_id in (source["id"], UNKNOWN, "x"):
            path = f"{video_id}/remix" if route == "remix" else route
            body = {} if route == "remix" else {"video": {"id": video_id}}
            answers.append(post(server, path, {"prompt": "on", **body}, key=stranger))
        refused(answers[0], 404, None if route == "remix" else "video")
        assert len({answer.text for answer in answers}) == 1


def test_a_key_derives_only_with_its_models(server: Server, source: dict[str, Any]) -> None:
    """A key that may not use the source's model may not remix it either."""
    options = ("--tenant", "operator", "--model", "sora-2", "--json", "--data-dir", str(server.data_dir))
    key = json.loads(kinema("keys", "create", *options).stdout)["key"]
    answer = post(server, f"{source['id']}/remix", {"prompt": "on"}, key=key)
    assert refused(answer, 403)["code"] == "model_not_allowed"


def test_once_and_a_deleted_source(server: Server) -> None:
    """A repeated creation answers as the first did, even once its source and what it made are deleted; a
    source that is deleted harms no film that was accepted, and is unknown to new ones."""
    first, other = film(server), film(server, prompt="A dog")
    ways = [
        (f"{first['id']}/remix", {"prompt": "on"}),
        ("extensions", {"prompt": "on", "seconds": "4", "video": {"id": first["id"]}}),
    ]
    busy = server.ask("POST", CREATE, json={"prompt": "[sleep=2]", "model": "small"}).json()["id"]
    made = [post(server, *way, headers={"Idempotency-Key": f"way-{n}"}) for n, way in enumerate(ways)]
    again = post(server, *ways[0], headers={"Idempotency-Key": "way-0"})
    assert again.json() == made[0].json()
    refused(post(server, f"{other['id']}/remix", {"prompt": "on"}, headers={"Idempotency-Key": "way-0"}), 409)
    assert server.ask("DELETE", f"{CREATE}/{first['id']}").status_code == 200
    for n, way in enumerate(ways):
        repeated = post(server, *way, headers={"Idempotency-Key": f"way-{n}"})
        assert repeated.json() == made[n].json()
        refused(post(server, *way), 404, "video" if "video" in way[1] else None)
    assert server.result(busy)["status"] == "processing"
    ends = [ended(server, answer.json()["id"]) for answer in made]
    assert [(end["status"], end["seconds"]) for end in ends] == [("completed", "4"), ("completed", "8")]
    assert server.ask("DELETE", f"{CREATE}/{ends[0]['id']}").status_code == 200
    repeated = post(server, *ways[0], headers={"Idempotency-Key": "way-0"})
    assert repeated.json() == made[0].json()
