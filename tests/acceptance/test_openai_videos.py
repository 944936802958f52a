"""OpenAI's Videos API over plain HTTP, against a real server with the fake engine."""

from __future__ import annotations

import io
import re
import time
from typing import Any

import httpx2
import pytest
from PIL import Image
from tests.acceptance.test_sora_contract import inline, picture, refused
from tests.servers import Server, eventually

CREATE = "/v1/videos"
PROMPT = "A cat dancing in the rain"
KEYS = [
    *("id", "object", "model", "status", "progress", "created_at", "completed_at", "expires_at", "prompt"),
    *("size", "seconds", "remixed_from_video_id", "error"),
]
UNKNOWN = "video_" + "0" * 32


def made(server: Server, prompt: str = PROMPT, **fields: Any) -> dict[str, Any]:
    """Create a video that must be accepted; return the answer."""
    answer = server.ask("POST", CREATE, json={"prompt": prompt, **fields})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def ended(server: Server, video_id: str) -> dict[str, Any]:
    """Poll a video until it is over; return how it ended."""

    def over() -> dict[str, Any] | None:
        body: dict[str, Any] = server.ask("GET", f"{CREATE}/{video_id}").json()
        return body if body["status"] in ("completed", "failed") else None

    return eventually(over, what=f"the end of {video_id}")


@pytest.fixture(scope="module")
def film(server: Server) -> dict[str, Any]:
    """Give a completed video."""
    return ended(server, made(server)["id"])


@pytest.mark.parametrize("prefix", ["", "/kyyReactApiServer"])
def test_the_answer_to_a_creation(server: Server, prefix: str) -> None:
    """Every key of a video is there at once, queued, with its defaults, and it says when to poll."""
    answer = server.ask("POST", prefix + CREATE, json={"prompt": f" {PROMPT} "})
    body = answer.json()
    assert list(body) == KEYS
    assert re.fullmatch(r"video_[0-9a-f]{32}", body["id"])
    assert abs(body["created_at"] - time.time()) < 60
    assert {key: body[key] for key in KEYS if key not in ("id", "created_at")} == {
        "object": "video",
        "model": "sora-2",
        "status": "queued",
        "progress": 0,
        "completed_at": None,
        "expires_at": None,
        "prompt": PROMPT,
        "size": "720x1280",
        "seconds": "4",
        "error": None,
        "remixed_from_video_id": None,
    }
    assert int(answer.headers["openai-poll-after-ms"]) >= 1000


def test_json_and_a_form_are_the_same_request(server: Server) -> None:
    """A form, with a bracketed name too, makes what the same JSON makes: one idempotency key covers both."""
    url = inline(picture(720, 1280))
    headers = {"Idempotency-Key": "form-and-json"}
    body = {"prompt": PROMPT, "seconds": "8", "input_reference": {"image_url": url}}
    first = server.ask("POST", CREATE, json=body, headers=headers)
    form = {name: (None, text) for name, text in {"prompt": PROMPT, "seconds": "8"}.items()}
    form["input_reference[image_url]"] = (None, url)
    again = server.ask("POST", CREATE, files=form, headers=headers)
    assert (first.status_code, again.status_code) == (200, 200), again.text
    assert again.json() == first.json()
    form["seconds"] = (None, "4")
    other = server.ask("POST", CREATE, files=form, headers=headers)
    refused(other, 409, None)


def test_the_statuses_are_openais(server: Server) -> None:
    """A video goes from queued through in_progress to completed, with progress that rises to 100."""
    body = made(server, PROMPT + " [sleep=0.6]")
    seen = []
    while not seen or seen[-1][0] not in ("completed", "failed"):
        answer = server.ask("GET", f"{CREATE}/{body['id']}")
        assert list(answer.json()) == KEYS
        assert ("openai-poll-after-ms" in answer.headers) == (answer.json()["status"] != "completed")
        seen.append((answer.json()["status"], answer.json()["progress"]))
        time.sleep(0.02)
    words = list(dict.fromkeys(status for status, _ in seen))
    assert words[-2:] == ["in_progress", "completed"]
    assert set(words) <= {"queued", "in_progress", "completed"}
    assert [progress for _, progress in seen] == sorted(progress for _, progress in seen)
    assert seen[-1][1] == 100


def test_both_dialects_see_one_task(server: Server, film: dict[str, Any]) -> None:
    """A task made through either dialect is readable through the other by its id."""
    assert server.result(film["id"])["status"] == "completed"
    assert server.result(film["id"])["model"] == "sora-2"
    theirs = server.accept()
    server.finish(theirs)
    ours = server.ask("GET", f"{CREATE}/{theirs}").json()
    assert (ours["id"], ours["status"], ours["model"]) == (theirs, "completed", "openAiSora2Plus")


def test_a_cancelled_video_has_failed(server: Server) -> None:
    """Cancelling answers with the video, which ends as failed with the code `cancelled`."""
    body = made(server, PROMPT + " [sleep=30]")
    assert server.ask("POST", f"{CREATE}/{body['id']}/cancel").status_code == 200
    done = ended(server, body["id"])
    assert (done["status"], done["error"]["code"]) == ("failed", "cancelled")
    assert list(done["error"]) == ["code", "message"]
    assert (done["completed_at"], done["expires_at"]) == (None, None)
    refused(server.ask("GET", f"{CREATE}/{done['id']}/content"), 400, None, "failed")


def test_content_with_ranges(server: Server, film: dict[str, Any]) -> None:
    """The content is the film, needs the key, and is served in parts as the links are."""
    path = f"{CREATE}/{film['id']}/content"
    whole = server.ask("GET", path, headers={"Accept": "application/binary"})
    assert (whole.status_code, whole.headers["content-type"]) == (200, "video/mp4")
    part = server.ask("GET", path + "?variant=video", headers={"Range": "bytes=-100"})
    assert (part.status_code, part.content) == (206, whole.content[-100:])
    assert server.ask("HEAD", path).headers["content-length"] == str(len(whole.content))
    assert server.ask("GET", path, headers={"If-None-Match": whole.headers["etag"]}).status_code == 304
    refused(server.ask("GET", path, key=None), 401)
    refused(server.ask("GET", path + "?variant=gif"), 400, "variant", "spritesheet")
    assert httpx2.get(server.result(film["id"])["video_url"], trust_env=False).content == whole.content


@pytest.mark.parametrize("variant", ["thumbnail", "spritesheet"])
def test_a_picture_shows_the_film(server: Server, film: dict[str, Any], variant: str) -> None:
    """The fake engine's grey, frame by frame lighter, is what the pictures show; HEAD sends none."""
    path = f"{CREATE}/{film['id']}/content?variant={variant}"
    answer = server.ask("GET", path)
    with Image.open(io.BytesIO(answer.content)) as image:
        colours = image.convert("RGB")
    if variant == "thumbnail":
        assert colours.size == (720, 1280)
        expected = [((360, 640), 48)]
    else:
        assert colours.size == (720, 1280)
        expected = [((90, 160), 0), ((270, 160), 6), ((630, 1120), 90)]
    for place, grey in expected:
        found = colours.getpixel(place)
        assert isinstance(found, tuple)
        assert all(abs(value - grey) <= 4 for value in found), (place, found, grey)
    assert server.ask("HEAD", path).content == b""


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", CREATE + "/{}"),
        ("DELETE", CREATE + "/{}"),
        ("POST", CREATE + "/{}/cancel"),
        ("GET", CREATE + "/{}/content"),
    ],
)
def test_foreign_unknown_and_malformed_ids_are_the_same(
    server: Server, film: dict[str, Any], method: str, path: str
) -> None:
    """None of them tells whether a task exists: one 404 for all."""
    stranger = server.new_key("stranger-of-openai")
    answers = [
        server.ask(method, path.format(video_id), key=stranger)
        for video_id in (film["id"], UNKNOWN, "x", "video_" + "0" * 31 + "%00")
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
    refused(answers[0], 404)


def test_a_list_and_its_cursor(server: Server, film: dict[str, Any]) -> None:
    """Pages hold the tenant's own, without gaps, even where what was listed is deleted on the way."""
    key = server.new_key("lister")

    def page(query: str) -> dict[str, Any]:
        answer = server.ask("GET", f"{CREATE}?{query}", key=key)
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        assert list(body) == ["object", "data", "first_id", "last_id", "has_more"]
        return body

    refused(server.ask("GET", f"{CREATE}?after={film['id']}", key=key), 400, "after")
    assert page("") == {"object": "list", "data": [], "first_id": None, "last_id": None, "has_more": False}
    ids = [
        server.ask("POST", CREATE, key=key, json={"prompt": f"Film {number}"}).json()["id"]
        for number in range(3)
    ]
    first = page("limit=2")
    assert [video["id"] for video in first["data"]] == [ids[2], ids[1]]
    assert (first["first_id"], first["last_id"], first["has_more"]) == (ids[2], ids[1], True)
    assert page("limit=0")["has_more"]
    assert server.ask("DELETE", f"{CREATE}/{ids[1]}", key=key).status_code == 200
    last = page(f"after={ids[1]}")
    assert ([video["id"] for video in last["data"]], last["has_more"]) == ([ids[0]], False)
    assert [video["id"] for video in page(f"order=asc&after={ids[0]}")["data"]] == [ids[2]]


@pytest.mark.parametrize(
    ("query", "param"),
    [
        *(("limit=" + value, "limit") for value in ("101", "-1", "x", "", "1e1", "٣", "9" * 30)),
        *(("order=" + value, "order") for value in ("up", "")),
        *(("after=" + value, "after") for value in ("", "x", UNKNOWN, "%00")),
    ],
)
def test_a_list_that_cannot_be(server: Server, query: str, param: str) -> None:
    """A limit, order or cursor that is not allowed is a 400 that names it."""
    refused(server.ask("GET", f"{CREATE}?{query}"), 400, param)


def test_bodies_that_are_no_request(server: Server) -> None:
    """A body of another type, a broken form and an unknown field are refused in the envelope."""
    refused(server.ask("POST", CREATE, content=b"prompt=a"), 415, None, "multipart/form-data")
    broken = {"Content-Type": "multipart/form-data; boundary=x"}
    refused(server.ask("POST", CREATE, content=b"--x\r\n", headers=broken), 400, None, "form")
    large = {**broken, "Content-Length": str(33 * 2**20)}
    refused(server.ask("POST", CREATE, content=b"x" * 33 * 2**20, headers=large), 413, None)
    refused(server.ask("POST", CREATE, json={"prompt": PROMPT, "second": "4"}), 400, "second", "seconds")
    refused(server.ask("POST", CREATE, json={"prompt": PROMPT}, key=None), 401)


def test_larger_sizes_of_pro(server: Server) -> None:
    """Pro's own sizes are drawn in full, and the other model refuses them saying what it takes."""
    import av

    done = ended(server, made(server, model="sora-2-pro", size="1792x1024")["id"])
    assert done["size"] == "1792x1024"
    content = server.ask("GET", f"{CREATE}/{done['id']}/content").content
    with av.open(io.BytesIO(content)) as box:
        assert (box.streams.video[0].width, box.streams.video[0].height) == (1792, 1024)
    refused(server.ask("POST", CREATE, json={"prompt": PROMPT, "size": "1792x1024"}), 400, "size", "1280x720")


def test_models_show_what_a_key_may_use(server: Server) -> None:
    """Every model says what it takes and where; the list needs a key."""
    listed = server.ask("GET", "/v1/models").json()
    assert listed["object"] == "list"
    for model in listed["data"]:
        keys = ["id", "object", "created", "owned_by", "routes", "sizes", "seconds"]
        assert list(model) == keys
        assert server.ask("GET", f"/v1/models/{model['id']}").json() == model
        assert model["routes"] == ["/v1/sora/videos" if model["id"].startswith("open") else "/v1/videos"]
    refused(server.ask("GET", "/v1/models", key=None), 401)
    refused(server.ask("GET", "/v1/models/sora-9"), 404, None, "sora-9")
