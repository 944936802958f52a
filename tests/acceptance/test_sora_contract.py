"""The Sora gateway contract, through HTTP against a real server with the fake engine."""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest
from PIL import Image
from tests.servers import Server

PROMPT = "A cat dancing in the rain, cinematic style"
MODELS = ("openAiSora2Plus", "openAiSora2Pro")
CREATE = "/v1/sora/videos"
JSON = {"Content-Type": "application/json"}
PUBLIC = "https://films.example.org/kinema"
QUERY_KEYS = [
    *("id", "object", "created", "model", "status", "progress", "video_url", "actualDuration", "error")
]  # fmt: skip


def refused(
    answer: httpx2.Response, status: int = 400, param: str | None = None, *words: str
) -> dict[str, Any]:
    """Make sure that an answer is this refusal, in the envelope, with these words; return its error."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert list(answer.json()) == ["error"]
    error: dict[str, Any] = answer.json()["error"]
    assert list(error) == ["message", "type", "param", "code"], error
    assert error["param"] == param, error
    assert all(error[name] for name in ("message", "type", "code")), error
    if status == 400:
        assert error["type"] == "invalid_request_error"
    for word in words:
        assert word in error["message"]
    return error


def picture(width: int, height: int, kind: str = "PNG", **more: Any) -> bytes:
    """Return an encoded picture of that size."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, kind, **more)
    return out.getvalue()


def inline(data: bytes, label: str = "image/png") -> str:
    """Return the data: URL of these bytes."""
    return f"data:{label};base64," + base64.b64encode(data).decode()


def send(server: Server, content: bytes | Iterator[bytes], **headers: str) -> httpx2.Response:
    """Send these bytes as the body of a create call."""
    return server.ask("POST", CREATE, content=content, headers={**JSON, **headers})


# The answer to a create call


@pytest.mark.parametrize("model", MODELS)
def test_the_create_answer(server: Server, model: str) -> None:
    """A create call answers 200 with exactly five keys, `error` not among them, and says when to poll."""
    answer = server.create(PROMPT, model=model)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert list(body) == ["id", "object", "created", "model", "status"]
    assert re.fullmatch(r"sora_[0-9a-f]{32}", body["id"])
    assert (body["object"], body["model"]) == ("video.generation", model)
    assert type(body["created"]) is int
    assert abs(body["created"] - time.time()) < 60
    assert body["status"] in ("queued", "processing")
    assert int(answer.headers["retry-after"]) >= 1


def test_the_query_answer_from_start_to_end(server: Server) -> None:
    """Every key is in every query answer, statuses only go forward, and the end has a link and a length."""
    made = server.create(PROMPT + " [sleep=0.4]").json()
    seen: list[str] = []
    while not seen or seen[-1] not in ("completed", "failed"):
        answer = server.ask("GET", f"/v1/result/{made['id']}")
        body = answer.json()
        assert answer.status_code == 200
        assert list(body) == QUERY_KEYS
        assert int(answer.headers["retry-after"]) >= 1
        same = ("id", "object", "created", "model")
        assert [body[key] for key in same] == [made[key] for key in same]
        assert type(body["progress"]) is int
        if body["status"] == "completed":
            assert body["progress"] == 100
            assert body["video_url"].startswith("http://")
            assert abs(body["actualDuration"] - 4) < 0.05
        else:
            assert 0 <= body["progress"] < 100
            assert (body["video_url"], body["actualDuration"]) == (None, None)
        assert body["error"] is None
        seen.append(body["status"])
        time.sleep(0.02)
    order = ["queued", "processing", "completed"]
    assert [order.index(status) for status in seen] == sorted(order.index(status) for status in seen)


def test_a_failed_task(server: Server) -> None:
    """A task that fails says why, and has neither a link nor a length."""
    done = server.finish(server.accept("[fail] please"))
    assert done["status"] == "failed"
    assert done["error"] == "The prompt asked the fake engine to fail."
    assert (done["video_url"], done["actualDuration"]) == (None, None)
    assert done["progress"] < 100


@pytest.mark.parametrize(
    ("fields", "size", "seconds"),
    [
        ({}, (720, 1280), 4),
        ({"aspect_ratio": "16:9", "seconds": "8"}, (1280, 720), 8),
        ({"model": MODELS[1], "aspect_ratio": "9:16", "duration": 12, "size": None}, (720, 1280), 12),
    ],
)
def test_the_film_is_what_was_asked(
    server: Server, fields: dict[str, Any], size: tuple[int, int], seconds: int
) -> None:
    """Size, ratio, duration and seconds decide the film; portrait and four seconds are the defaults."""
    import av

    done = server.finish(server.accept(**fields))
    assert done["status"] == "completed", done
    assert abs(done["actualDuration"] - seconds) < 0.05
    film = httpx2.get(done["video_url"], trust_env=False)
    assert film.headers["content-type"] == "video/mp4"
    with av.open(io.BytesIO(film.content)) as box:
        assert (box.streams.video[0].width, box.streams.video[0].height) == size
        assert box.streams.audio


def test_the_scene_is_told_to_those_who_ask(server: Server) -> None:
    """`include=scene` adds what the engine understood, in both dialects: null until completed."""
    task_id = server.accept("[sleep=0.5] a cat in the rain")
    for path in (f"/v1/result/{task_id}", f"/v1/videos/{task_id}"):
        assert server.ask("GET", f"{path}?include=scene").json()["scene"] is None
    server.finish(task_id)
    for path in (f"/v1/result/{task_id}", f"/v1/videos/{task_id}"):
        scene = server.ask("GET", f"{path}?include=scene").json()["scene"]
        assert scene["prompt"] == "[sleep=0.5] a cat in the rain"
        assert "scene" not in server.ask("GET", path).json()
        refusal = server.ask("GET", f"{path}?include=seed")
        assert refusal.status_code == 400
        assert refusal.json()["error"]["param"] == "include"


@pytest.mark.parametrize("prefix", ["", "/kyyReactApiServer"])
def test_every_route_under_every_prefix(server: Server, prefix: str) -> None:
    """Both create routes and both query routes answer at the root and under the original's prefix."""
    for create in ("/v1/sora/videos", "/sora/videos"):
        made = server.ask("POST", prefix + create, json={"model": MODELS[0], "prompt": PROMPT})
        assert made.status_code == 200, made.text
        for query in ("/v1/result/", "/v1/sora/videos/"):
            answer = server.ask("GET", f"{prefix}{query}{made.json()['id']}")
            assert answer.status_code == 200
            assert answer.json()["id"] == made.json()["id"]


# The rules of the fields


@pytest.mark.parametrize(
    ("body", "param", "words"),
    [
        ({"model": None}, "model", MODELS),
        ({"model": "sora-9"}, "model", MODELS),
        ({"prompt": None}, "prompt", ()),
        ({"prompt": " \n "}, "prompt", ("1 to 32,000",)),
        ({"prompt": "🎬" * 32_001}, "prompt", ("32,001",)),
        ({"prompt": 7}, "prompt", ("string",)),
        ({"size": "1024x1024"}, "size", ("720x1280", "1280x720")),
        ({"aspect_ratio": "1:1"}, "aspect_ratio", ("16:9", "9:16")),
        *(
            ({name: value}, name, ("4, 8 or 12",))
            for name in ("duration", "seconds")
            for value in (0, 5, -4, 4.0, 4.5, "04", " 4", "4.0", "", True, [4], 10**30)
        ),
        ({"aspectratio": "16:9"}, "aspectratio", ("aspectratio", "aspect_ratio")),
        ({"n": 1}, "n", ("Known: ",)),
    ],
)
def test_a_broken_rule_is_400(
    server: Server, body: dict[str, Any], param: str, words: tuple[str, ...]
) -> None:
    """A broken rule is a 400 that names the field and says what is allowed."""
    sent = {"model": MODELS[0], "prompt": PROMPT, **body}
    refused(server.ask("POST", CREATE, json=sent), 400, param, *words)


PAIRS: list[tuple[str, Any, str, Any]] = [
    ("size", "1280x720", "aspect_ratio", "16:9"),
    ("duration", 4, "seconds", 4),
    ("input_reference", ["https://example.com/a.png"], "image_urls", ["https://example.com/a.png"]),
]


@pytest.mark.parametrize(("first", "one", "second", "other"), PAIRS)
def test_a_pair_excludes_itself(server: Server, first: str, one: Any, second: str, other: Any) -> None:
    """Both of a pair are refused though they agree; empty text, 0 and false count as given."""
    for values in ((one, other), ("", other), (one, 0), (False, other), ("", False)):
        for fields in ({first: values[0], second: values[1]}, {second: values[1], first: values[0]}):
            error = refused(server.create(PROMPT, **fields), 400, second, first, second, "not both")
            assert error["code"] == "mutually_exclusive"


@pytest.mark.parametrize("absent", [None, []])
@pytest.mark.parametrize(("first", "one", "second", "other"), PAIRS)
def test_null_and_an_empty_array_are_absent(
    server: Server, first: str, one: Any, second: str, other: Any, absent: Any
) -> None:
    """With null or an empty array for the one, the other of a pair may be given."""
    for fields in ({first: absent, second: other}, {first: one, second: absent}):
        assert server.create(PROMPT, **fields).status_code == 200


@pytest.mark.parametrize(
    "prompt", ["🎬" * 32_000, " \n" + "x" * 32_000 + "\t", "x", "' OR 1=1; --", "\u202e下雨的猫"]
)
def test_a_prompt_within_its_bounds(server: Server, prompt: str) -> None:
    """A prompt of 1 to 32,000 characters of any script, not counting space around it, is taken."""
    assert server.finish(server.accept(prompt))["status"] == "completed"


# The body as such


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"7",
        b"\xff\xfe",
        b'{"model": "openAiSora2Plus", "prompt": "\xff"}',
        json.dumps({"model": MODELS[0], "prompt": PROMPT}).encode("utf-16"),
        b'{"model": "openAiSora2Plus", "prompt": NaN}',
        b'{"model": "openAiSora2Plus", "prompt": "a", "duration": Infinity}',
        b'{"model": "openAiSora2Plus", "prompt": "a", "duration": 1e999}',
        b'{"model": "openAiSora2Plus", "prompt": "a", "duration": ' + b"9" * 5_000 + b"}",
        b'{"model": "openAiSora2Plus", "prompt": "a", "duration": ' + b"9" * 300 + b"}",
        b'{"model": "openAiSora2Plus", "prompt": "a", "prompt": "b"}',
        b'{"model": "openAiSora2Plus", "prompt": "a", "image_urls": [{"a": 1, "a": 1}]}',
        b'{"model": "openAiSora2Plus", "prompt": "a\\u0000b"}',
        b'{"model": "openAiSora2Plus", "prompt": "a \\ud800 b"}',
        b'{"model": "openAiSora2Plus", "prompt": "a \\udc00\\ud800 b"}',
        b'{"model": "\\ud800", "prompt": "a"}',
        b'{"model": "openAiSora2Plus", "prompt": "a", "\\ud800": 1}',
        b'{"model": "openAiSora2Plus", "prompt": "a", "size": "\\udfff"}',
        b'{"model": "openAiSora2Plus", "prompt": "a", "image_urls": ["https://a/\\ud800"]}',
        b"[" * 200_000,
        b'{"a":' * 100_000,
        *(
            b'{"prompt": ' + b"[" * depth + b"]" * depth + b"}"
            for depth in (100, 900, 950, 990, 1_000, 100_000)
        ),
    ],
)
def test_a_body_that_is_no_good_object_is_400(server: Server, content: bytes) -> None:
    """A body that is not one sound JSON object within the rules is a 400, however odd it is."""
    answer = send(server, content)
    assert answer.status_code == 400, answer.text
    refused(answer, 400, answer.json()["error"]["param"])


def test_a_twofold_field_is_named(server: Server) -> None:
    """A field given twice is refused by name rather than one of the two being chosen."""
    refused(send(server, b'{"prompt": "a", "model": "x", "prompt": "b"}'), 400, None, '"prompt"', "once")


def test_a_byte_order_mark_is_ignored(server: Server) -> None:
    """A UTF-8 byte order mark before the object is no part of it (RFC 8259, 8.1)."""
    body = json.dumps({"model": MODELS[0], "prompt": PROMPT}).encode("utf-8-sig")
    assert send(server, body).status_code == 200


@pytest.mark.parametrize(
    "kind", [None, "", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"]
)
def test_another_content_type_is_415(server: Server, kind: str | None) -> None:
    """A body of another type than JSON is a 415 that says which to send."""
    headers = {} if kind is None else {"Content-Type": kind}
    body = json.dumps({"model": MODELS[0], "prompt": PROMPT}).encode()
    refused(server.ask("POST", CREATE, content=body, headers=headers), 415, None, "application/json")


def test_a_compressed_body_and_an_endless_number_are_told_as_such(server: Server) -> None:
    """A body that is compressed is a 415 that says so, and a number of 5,000 digits a 400 that does."""
    body = json.dumps({"model": MODELS[0], "prompt": PROMPT}).encode()
    answer = send(server, gzip.compress(body), **{"Content-Encoding": "gzip"})
    refused(answer, 415, None, "Content-Encoding", "gzip", "uncompressed")
    refused(send(server, b'{"duration": ' + b"9" * 5_000 + b"}"), 400, None, "5,000 digits")


@pytest.mark.parametrize(
    "kind", ["application/json; charset=utf-8", "Application/JSON", "application/json ;x=y"]
)
def test_json_by_any_spelling(server: Server, kind: str) -> None:
    """Case and parameters of the content type do not matter."""
    body = json.dumps({"model": MODELS[0], "prompt": PROMPT}).encode()
    assert send(server, body, **{"Content-Type": kind}).status_code == 200


def test_a_body_announced_too_large_is_413(server: Server) -> None:
    """A body whose announced length is over 32 MiB is refused before it is read."""
    head = f"POST {CREATE} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.key}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {32 * 2**20 + 1}\r\n"
    head += "Connection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(head.encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b'"code":"body_too_large"' in answer


def test_a_body_that_grows_too_large_is_413(server: Server) -> None:
    """A chunked body is refused once more than 32 MiB of it have come."""
    refused(send(server, (b" " * 2**20 for _ in range(34))), 413, None, "32 MiB")


# Who asks


HOSTILE: list[list[bytes]] = [
    [],
    [b""],
    [b"Bearer"],
    [b"Bearer sk-not-a-key"],
    [b"Bearer kn-" + b"a" * 43],
    [b"Bearer ' OR '1'='1"],
    [b"Bearer '; DROP TABLE keys; --"],
    [b"Bearer %"],
    [b"Bearer " + b"k" * 30_000],
    [b"Bearer \xff\xfe\xfd"],
    [b"Bearer " + "ключ".encode()],
    [b"Basic dXNlcjpwYXNz"],
    [b"Bearer KEY KEY"],
    [b"Bearer KEY,"],
    [b"Bearer KEYx"],
    [b"KEY"],
    [b"Basic KEY"],
    [b"Token KEY"],
    [b"Bearer=KEY"],
    [b'Bearer "KEY"'],
    [b"Bearer KEY", b"Bearer KEY"],
    [b"Bearer KEY", b"Bearer other"],
    [b"Bearer key-in-another-case"],
]


@pytest.mark.parametrize("values", HOSTILE)
def test_no_good_key_is_401(server: Server, values: list[bytes]) -> None:
    """Without exactly one good bearer key every route answers 401, whatever else the header holds."""
    mine = server.accept()
    headers = [(b"Authorization", value.replace(b"KEY", server.key.encode())) for value in values]
    calls = [
        ("POST", CREATE),
        ("GET", f"/v1/result/{mine}"),
        ("GET", f"{CREATE}/{mine}"),
        ("GET", "/v1/result/x"),
    ]
    for method, path in calls:
        answer = httpx2.request(method, server.url + path, headers=headers, trust_env=False)
        error = refused(answer, 401)
        assert error["type"] == "authentication_error"
        assert answer.headers["www-authenticate"] == "Bearer"
        assert mine not in answer.text


@pytest.mark.parametrize("scheme", ["bearer", "BEARER"])
def test_the_schemes_case_does_not_matter(server: Server, scheme: str) -> None:
    """`bearer` is the same scheme in any case (RFC 9110, 11.1)."""
    answer = server.ask("GET", "/v1/result/x", key=None, headers={"Authorization": f"{scheme} {server.key}"})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"{", JSON),
        (b"[]", JSON),
        (b'{"model": "nonsense"}', JSON),
        (b"x", {"Content-Type": "text/plain"}),
        (b"", {}),
    ],
)
def test_the_key_is_checked_first(server: Server, content: bytes, headers: dict[str, str]) -> None:
    """A bad body, or none, without a key is a 401: nothing about the request is looked at before."""
    refused(server.ask("POST", CREATE, key=None, content=content, headers=headers), 401)


def test_a_large_body_without_a_key_is_401(server: Server) -> None:
    """A body over the limit without a key is a 401 too."""
    answer = server.ask("POST", CREATE, key=None, content=b" " * (33 * 2**20), headers=JSON)
    refused(answer, 401)


@pytest.mark.parametrize("name", ["key", "api_key", "token", "access_token", "authorization"])
def test_a_key_elsewhere_is_ignored(server: Server, name: str) -> None:
    """A key in the query, a cookie or another header opens nothing."""
    key = server.key
    body = {"model": MODELS[0], "prompt": PROMPT}
    refused(server.ask("POST", f"{CREATE}?{name}={key}", key=None, json=body), 401)
    refused(server.ask("POST", CREATE, key=None, json=body, headers={"Cookie": f"{name}={key}"}), 401)
    refused(server.ask("POST", CREATE, key=None, json=body, headers={"X-Api-Key": key}), 401)
    refused(server.ask("POST", CREATE, key=None, json={**body, name: key}), 401)


# What is not there


@pytest.fixture(scope="module")
def studio(server: Server) -> tuple[str, str]:
    """Give two keys of a tenant other than the operator."""
    return server.new_key("studio"), server.new_key("studio")


def test_a_foreign_a_malformed_and_an_unknown_id_are_one_404(server: Server, studio: tuple[str, str]) -> None:
    """Another tenant's task answers exactly as one that never was and as an id that can be none."""
    task = server.accept()
    other = studio[0]
    ids = [
        task,
        "sora_" + "0" * 32,
        "nonsense",
        "sora_%00",
        "sora_" + "a" * 500,
        "%F0%9F%8E%AC",
        "' OR 1=1",
        "%25",
    ]
    for path in ("/v1/result/", "/v1/sora/videos/"):
        answers = [server.ask("GET", path + name, key=other) for name in ids]
        for answer in answers:
            refused(answer, 404)
        assert len({answer.content for answer in answers}) == 1
        assert len({tuple(sorted(set(answer.headers) - {"x-request-id"})) for answer in answers}) == 1
    assert server.result(task)["id"] == task


@pytest.mark.parametrize(
    "case", [str.upper, lambda task: task + "0", lambda task: task[:-1], lambda task: "veo" + task[4:]]
)
def test_nearly_an_id_is_404(server: Server, case: Callable[[str], str]) -> None:
    """An id is found by its exact spelling alone."""
    refused(server.ask("GET", f"/v1/result/{case(server.accept())}"), 404)


def test_a_tenants_keys_share_its_tasks(server: Server, studio: tuple[str, str]) -> None:
    """Every key of a tenant sees the tenant's tasks, and no other tenant's key does."""
    one, two = studio
    made = server.ask("POST", CREATE, key=one, json={"model": MODELS[0], "prompt": PROMPT}).json()["id"]
    for key, status in ((one, 200), (two, 200), (server.key, 404)):
        assert server.ask("GET", f"/v1/result/{made}", key=key).status_code == status


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v1/images/generations", "/v1/sora/videos/", "/redoc", "/docs/"]
)
def test_an_unknown_route_is_404_in_the_envelope(server: Server, path: str) -> None:
    """A route that is not there is a 404 in the envelope that shows the path."""
    refused(server.ask("GET", path), 404, None, path)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", CREATE, "POST"),
        ("PUT", CREATE, "POST"),
        ("PUT", f"{CREATE}/sora_x", "DELETE, GET"),
        ("POST", "/v1/result/sora_x", "DELETE, GET"),
        ("GET", "/v1/result/sora_x/cancel", "POST"),
        ("POST", "/health/live", "GET"),
    ],
)
def test_another_method_is_405(server: Server, method: str, path: str, allowed: str) -> None:
    """A method that a route does not have is a 405 in the envelope that names those it has."""
    answer = server.ask(method, path)
    refused(answer, 405, None, method, allowed)
    assert answer.headers["allow"] == allowed


# Requests have ids


@pytest.mark.parametrize("path", ["/v1/result/x", "/nowhere", "/health/live"])
def test_every_answer_has_a_request_id(server: Server, path: str) -> None:
    """A sane x-request-id is echoed; without one, or with another, a new one is made."""
    given = "Trace-42.a_b"
    assert server.ask("GET", path, headers={"x-request-id": given}).headers["x-request-id"] == given
    insane = ["", "a b", "x" * 101, 'a"b', "a\\nb"]
    answers = [server.ask("GET", path, headers={"x-request-id": text}) for text in insane]
    made = [answer.headers["x-request-id"] for answer in [*answers, server.ask("GET", path)]]
    assert all(re.fullmatch(r"[0-9a-f]{32}", text) for text in made)
    assert len(set(made)) == len(made)


# Reference images sent inline


@pytest.mark.parametrize("field", ["input_reference", "image_urls"])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_an_inline_image_of_the_right_size_is_taken(server: Server, field: str, kind: str) -> None:
    """PNG, JPEG and WebP of exactly the film's size are taken in either field, whatever their label says."""
    data = picture(1280, 720, kind)
    for label in (f"image/{kind.lower()}", "image/gif"):
        assert server.create(PROMPT, size="1280x720", **{field: [inline(data, label)]}).status_code == 200


def test_a_task_with_an_inline_image_completes(server: Server) -> None:
    """A film is made from a prompt and an inline image, which is dropped once it is made."""
    done = server.finish(server.accept(input_reference=[inline(picture(720, 1280))]))
    assert done["status"] == "completed"
    assert not [*(server.data_dir / "objects" / "references" / done["id"]).glob("*")]


@pytest.mark.parametrize(
    ("fields", "size", "words"),
    [
        ({}, (1280, 720), ["1280x720", "720x1280", "Ask for size 1280x720"]),
        ({"aspect_ratio": "16:9"}, (720, 1280), ["720x1280", "1280x720", "Ask for size 720x1280"]),
        ({}, (640, 360), ["640x360", "720x1280"]),
        ({}, (719, 1280), ["719x1280", "720x1280"]),
        ({}, (1, 1), ["1x1", "720x1280"]),
    ],
)
@pytest.mark.parametrize("field", ["input_reference", "image_urls"])
def test_an_inline_image_of_another_size_is_refused(
    server: Server, field: str, fields: dict[str, Any], size: tuple[int, int], words: list[str]
) -> None:
    """Another size is refused at once; the message names both and the `size` that would fit, if any."""
    error = refused(server.create(PROMPT, **fields, **{field: [inline(picture(*size))]}), 400, field, *words)
    assert ("Ask for size" in error["message"]) == (len(words) == 3)


def test_exif_rotation_is_applied_before_measuring(server: Server) -> None:
    """A picture that its EXIF data turns by 90° is measured as it is looked at."""
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = inline(picture(1280, 720, "JPEG", exif=exif), "image/jpeg")
    assert server.create(PROMPT, size="720x1280", image_urls=[turned]).status_code == 200
    refused(
        server.create(PROMPT, size="1280x720", image_urls=[turned]),
        400,
        "image_urls",
        "Ask for size 720x1280",
    )


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"not an image", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture(720, 1280)[:500]),
        *(picture(720, 1280, "GIF"), picture(720, 1280, "BMP")),
        *(b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\xff\xd8\xff"),
    ],
)
def test_inline_bytes_that_are_no_image_are_refused(server: Server, data: bytes) -> None:
    """What is no intact PNG, JPEG or WebP by its bytes is refused; the decoder's words stay inside."""
    error = refused(server.create(PROMPT, input_reference=[inline(data)]), 400, "input_reference")
    assert error["code"] == "invalid_image"
    assert not re.search(r"Traceback|PIL|libpng|Errno|truncated|cannot identify", error["message"])


def test_an_inline_image_over_20_mib_is_refused(server: Server) -> None:
    """An image of more than 20 MiB is refused by its length alone."""
    large = inline(picture(720, 1280) + bytes(20 * 2**20))
    refused(server.create(PROMPT, image_urls=[large]), 400, "image_urls", "20 MiB")


# Reference images behind addresses, and other settings


@contextmanager
def pictures() -> Iterator[tuple[int, list[str]]]:
    """Serve pictures on a free port; lend the port and the list of paths that were asked for."""
    answers: dict[str, tuple[int, bytes]] = {
        "/good.png": (200, picture(720, 1280)),
        "/turned.png": (200, picture(1280, 720)),
        "/text.png": (200, b"this is internal text"),
        "/missing.png": (404, b"internal words"),
        "/broken.png": (500, b"internal words"),
        "/large.png": (200, picture(720, 1280) + bytes(20 * 2**20)),
    }
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, body = answers.get(self.path, (0, b""))
            if not status:
                return  # the connection closes without a word
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign] # clients may hang up
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_address[1], asked
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def gallery() -> Iterator[tuple[int, list[str]]]:
    """Give the port of a server of pictures, and what it was asked for."""
    with pictures() as lent:
        yield lent


@pytest.fixture(scope="module")
def special(gallery: tuple[int, list[str]]) -> Iterator[Server]:
    """Give a server with settings other than the defaults: a gallery it may reach, a public URL, a model."""
    square = {"engine": "fake", "sizes": ["512x512"], "seconds": [6]}
    models = {**{name: {"engine": "fake"} for name in MODELS}, "square": square}
    with Server.running(
        KINEMA_MODELS=json.dumps(models),
        KINEMA_EGRESS_ALLOW=f"127.0.0.1:{gallery[0]}",
        KINEMA_IGNORE_UNKNOWN_FIELDS="true",
        KINEMA_PUBLIC_URL=PUBLIC,
        KINEMA_PREFIXES="/api",
    ) as running:
        yield running


def ask_special(special: Server, **fields: Any) -> httpx2.Response:
    """Send a create call to the server whose routes are under /api."""
    return special.ask("POST", "/api" + CREATE, json={"model": MODELS[0], "prompt": PROMPT, **fields})


def finish_special(special: Server, **fields: Any) -> dict[str, Any]:
    """Create a task there that must be accepted, and return how it ended."""
    made = ask_special(special, **fields)
    assert made.status_code == 200, made.text
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        body: dict[str, Any] = special.ask("GET", f"/api/v1/result/{made.json()['id']}").json()
        if body["status"] in ("completed", "failed"):
            return body
        time.sleep(0.05)
    raise AssertionError(body)


@pytest.mark.parametrize("field", ["input_reference", "image_urls"])
def test_an_image_behind_an_allowed_address_is_fetched(
    special: Server, gallery: tuple[int, list[str]], field: str
) -> None:
    """An image on a private host that the operator allows is fetched by the worker and used."""
    port, asked = gallery
    done = finish_special(special, **{field: [f"http://127.0.0.1:{port}/good.png?{field}"]})
    assert done["status"] == "failed"  # the gallery has no such path: the query is part of it
    done = finish_special(special, **{field: [f"http://127.0.0.1:{port}/good.png"]})
    assert done["status"] == "completed", done
    assert f"/good.png?{field}" in asked
    assert "/good.png" in asked


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/turned.png", ["1280x720", "720x1280", "Ask for size 1280x720"]),
        ("/text.png", ["not a PNG, JPEG or WebP"]),
        ("/missing.png", ["could not be fetched"]),
        ("/broken.png", ["could not be fetched"]),
        ("/dropped.png", ["could not be fetched"]),
        ("/large.png", ["20 MiB"]),
    ],
)
def test_a_bad_image_behind_an_address_fails_the_task(
    special: Server, gallery: tuple[int, list[str]], path: str, words: list[str]
) -> None:
    """The create call is answered all the same; the task fails and says why, without what was found there."""
    done = finish_special(special, image_urls=[f"http://127.0.0.1:{gallery[0]}{path}"])
    assert (done["status"], done["video_url"], done["actualDuration"]) == ("failed", None, None)
    for word in words:
        assert word in done["error"]
    assert not re.search(r"internal|127\.0\.0\.1|Errno|Traceback|[a-z]+\.[A-Z]\w+Error", done["error"])


def test_a_private_address_is_refused_at_once(server: Server, gallery: tuple[int, list[str]]) -> None:
    """Without the operator's leave, nothing is fetched from this machine, however its address is written."""
    port, asked = gallery
    before = len(asked)
    for host in (
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "127.1",
    ):
        url = f"http://{host}:{port}/good.png"
        refused(server.create(PROMPT, image_urls=[url]), 400, "image_urls", "public")
    assert len(asked) == before


def test_a_create_call_waits_for_nobody(server: Server) -> None:
    """A URL whose host cannot be found is accepted at once, and fails its task in our words."""
    began = time.monotonic()
    task = server.accept(image_urls=["https://no-such-host.invalid/a.png"])
    assert time.monotonic() - began < 4
    done = server.finish(task)
    assert done["status"] == "failed"
    assert "could not be fetched" in done["error"]


def test_unknown_fields_are_ignored_where_that_is_set(special: Server) -> None:
    """With the setting, unknown fields change nothing; the contract's own keep their rules."""
    assert ask_special(special, n=1, user="u", aspectratio="16:9").status_code == 200
    refused(ask_special(special, duration=4, seconds=4, n=1), 400, "seconds")


def test_an_added_model(special: Server) -> None:
    """An operator's model is listed, takes its own sizes and lengths, and says so of a ratio it has not."""
    refused(ask_special(special, model="x"), 400, "model", *MODELS, "square")
    refused(ask_special(special, model="square", seconds=4), 400, "seconds", "must be 6")
    refused(ask_special(special, model="square", aspect_ratio="16:9"), 400, "aspect_ratio", "512x512")
    assert finish_special(special, model="square")["actualDuration"] == pytest.approx(6, abs=0.05)


def test_links_start_with_the_public_url(special: Server) -> None:
    """Links begin with the configured address, and routes are under the configured prefixes alone."""
    done = finish_special(special)
    assert done["video_url"].startswith(f"{PUBLIC}/files/{done['id']}/")
    refused(special.ask("GET", f"/v1/result/{done['id']}"), 404)
