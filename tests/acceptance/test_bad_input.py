"""Hundreds of bad requests against a live server: none of them breaks it."""

from __future__ import annotations

import json
import random
import re
import socket
import string
import time
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import httpx2
import pytest
from tests.servers import Server, eventually

CREATE = "/v1/sora/videos"
GOOD: dict[str, Any] = {"model": "openAiSora2Plus", "prompt": "A cat", "size": "1280x720", "seconds": 8}
FIELDS = ["model", "prompt", "size", "aspect_ratio", "duration", "seconds", "input_reference", "image_urls"]
ODD: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        -1,
        4,
        4.0,
        10**40,
        -(10**19),
        1e300,
        "",
        " ",
        "4",
        "04",
        "\0",
        "\ud800",
        "\U0010ffff",
    ),
    *(
        [],
        {},
        [[]],
        [None],
        [{}],
        [""],
        {"a": {"b": []}},
        ["x"] * 50,
        "x" * 40_000,
        "'; DROP TABLE tasks; --",
    ),
    *("%s%n%x", "{{7*7}}", "${jndi:ldap://a}", "../../etc/passwd", "<script>", "\u202e\u0000", "NaN", "null"),
    *(
        ["data:"],
        ["data:image/png;base64,AAAA"],
        ["https://"],
        ["http://[::1"],
        ["http://\ud800"],
        ["https://x:99999"],
    ),
    *(
        ["http://169.254.169.254/latest"],
        ["https://%00"],
        ["https://a..b"],
        ["https://xn--"],
        ["https://\u0661.1.1.1"],
    ),
]
ODD_PATHS = [
    *(
        "/v1/result/" + "%2e%2e%2f" * 5,
        "/v1/result/%00",
        "/v1/result/%ff%fe",
        "/v1/result/%F0%9F%8E%AC",
        "//",
        "/%2F",
    ),
    *(
        "/v1/result/" + "a" * 4_000,
        "/v1/result/a?" + "b=c&" * 1_000,
        "/v1//result/x",
        "/v1/result/x/y",
        "/files/x",
    ),
    *(
        "/files/x/1.mp4?expires=1&signature=",
        "/files/%00/1.mp4?expires=9999999999&signature=x",
        "/files/x/.mp4",
    ),
    *(
        "/files/../../etc/passwd",
        "/files/x/1.mp4?expires[]=1",
        "/files/x/1.mp4?%ff=%fe",
        "/metrics/x",
        "/health",
    ),
]
ODD_HEADERS: list[tuple[bytes, bytes]] = [
    (b"Content-Type", b"\xff"),
    (b"Content-Type", b"application/json; charset=\xff"),
    (b"Content-Encoding", b"gzip"),
    (b"Accept", b"\xff" * 500),
    (b"Host", b"["),
    (b"Range", b"bytes=" + b"0-1," * 2_000),
    (b"If-None-Match", b'"' * 1_000),
    (b"X-Request-Id", b"\xff\x80"),
    (b"X-Forwarded-Host", b"\xff"),
    (b"Cookie", b"=;=;\xff"),
    (b"Authorization", b"Bearer \xff\xff"),
]


def mutated(chance: random.Random) -> Any:
    """Return a body that was good once."""
    body: Any = dict(GOOD)
    for _ in range(chance.randint(1, 3)):
        match chance.randrange(5):
            case 0:
                body[chance.choice(FIELDS)] = chance.choice(ODD)
            case 1:
                body.pop(chance.choice(FIELDS), None)
            case 2:
                body["".join(chance.choices(string.printable, k=chance.randint(0, 12)))] = chance.choice(ODD)
            case 3:
                name = chance.choice(FIELDS)
                body[name] = [body.get(name), chance.choice(ODD)][: chance.randint(1, 2)]
            case 4:
                body[chance.choice(FIELDS)] = {chance.choice(FIELDS): chance.choice(ODD)}
    return chance.choice(ODD) if chance.random() < 0.05 else body


def cut(chance: random.Random, content: bytes) -> bytes:
    """Return JSON with a few bytes lost, doubled or replaced."""
    broken = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(broken))
        broken[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        broken = broken or bytearray(b"{")
    return bytes(broken)


def hold(answer: httpx2.Response, sent: object) -> None:
    """Make sure that this answer is a success or a refusal in the envelope."""
    assert answer.status_code < 500, (sent, answer.text)
    assert answer.headers["x-request-id"]
    if answer.status_code >= 400:
        error = answer.json()["error"]
        assert list(error) == ["message", "type", "param", "code"], (sent, error)
        assert isinstance(error["message"], str)
        assert 0 < len(error["message"]) < 1_000
        assert error["param"] is None or isinstance(error["param"], str)
        assert not any(word in error["message"] for word in ("Traceback", "psycopg", "Exception", "kinema."))


@pytest.mark.parametrize("seed", range(4))
def test_bad_requests_break_nothing(server: Server, seed: int) -> None:
    """Whatever comes in, no answer is a 5xx, every refusal is in the envelope, and the server stays up."""
    chance = random.Random(seed)
    key = {"Authorization": f"Bearer {server.key}"}
    statuses: set[int] = set()
    with httpx2.Client(base_url=server.url, trust_env=False, timeout=30) as client:
        for _ in range(150):
            content = json.dumps(mutated(chance)).encode()
            if chance.random() < 0.3:
                content = cut(chance, content)
            headers = {**key, "Content-Type": "application/json"}
            answer = client.post(CREATE, content=content, headers=headers)
            hold(answer, content)
            statuses.add(answer.status_code)
    assert {200, 400} <= statuses
    server.wait_until_ready()
    assert "request broke" not in server.log.read_text()


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_odd_paths_break_nothing(server: Server, method: str) -> None:
    """No path, by any method, is answered with a 5xx or outside of the envelope."""
    with httpx2.Client(
        trust_env=False, timeout=30, headers={"Authorization": f"Bearer {server.key}"}
    ) as client:
        for path in ODD_PATHS:
            answer = client.request(method, server.url + path)
            if method == "HEAD":
                assert 400 <= answer.status_code < 500
            else:
                hold(answer, path)


@pytest.mark.parametrize("header", ODD_HEADERS)
def test_odd_headers_break_nothing(server: Server, header: tuple[bytes, bytes]) -> None:
    """No header is answered with a 5xx or outside of the envelope, on any route."""
    link = server.finish(server.accept())["video_url"].removeprefix(server.url)
    with httpx2.Client(trust_env=False, timeout=30) as client:
        for method, path in (("POST", CREATE), ("GET", "/v1/result/x"), ("GET", link), ("GET", "/nowhere")):
            headers = [
                (b"Authorization", f"Bearer {server.key}".encode()),
                (b"Content-Type", b"application/json"),
            ]
            headers = [pair for pair in headers if pair[0] != header[0]] + [header]
            hold(client.request(method, server.url + path, headers=headers, content=b"{}"), (header, path))


@pytest.mark.parametrize(
    "raw",
    [
        b"FOO / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: \x01\x00\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
    ],
)
def test_what_is_no_http_is_refused_in_the_envelope(server: Server, raw: bytes) -> None:
    """An unknown method, a control character in a header and TLS get a 400 like any other, and no more."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(raw)
        answer = b"".join(iter(lambda: connection.recv(4096), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert {b"x-request-id", b"connection: close"} <= set(
        re.findall(rb"connection: close|x-request-id", head)
    )
    assert json.loads(body)["error"]["code"] == "bad_request"


def test_who_leaves_amid_a_body_is_no_fault_of_the_server(server: Server) -> None:
    """It is counted as a request that ended early, not as one that broke."""

    def counted(status: int) -> int:
        figures = server.ask("GET", "/metrics", key=None).text
        found = re.findall(rf'requests_total{{.*route="/v1/videos".*status="{status}"}} (\d+)', figures)
        return sum(map(int, found))

    bad, broken = counted(400), counted(500)
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(
            f"POST /v1/videos HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {server.key}\r\n"
            "Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{".encode()
        )
    eventually(lambda: counted(400) > bad)
    assert counted(500) == broken


def test_a_good_request_still_works(server: Server) -> None:
    """After bad requests the server is ready and makes films."""
    for content in (b"\xff", b"{", b'{"model": "\\ud800"}'):
        server.ask("POST", CREATE, content=content, headers={"Content-Type": "application/json"})
    server.wait_until_ready()
    assert server.finish(server.accept())["status"] == "completed"


def test_millions_of_tiny_values_are_refused_before_they_are_parsed(server: Server) -> None:
    """A body of 30 MB of empty objects neither takes seconds nor keeps others waiting."""
    body = b'{"a":[' + b"{}," * 10_000_000 + b"{}]}"
    began = time.monotonic()
    answer = server.ask("POST", CREATE, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert "far more values" in answer.json()["error"]["message"]
    assert time.monotonic() - began < 10


def test_slow_uploads_of_one_tenant_keep_no_other_out(server: Server) -> None:
    """Bodies that are announced large and stall hold the room of their own tenant alone, and none once their
    clients have gone; small bodies and other tenants' large ones come in meanwhile."""
    slow, other = server.new_key("slow"), server.new_key("other")
    head = (
        f"POST /v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {slow}\r\n"
        "Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: 33000000\r\n\r\n"
    )
    form = {"purpose": (None, "vision"), "file": ("a", bytes(20 * 2**20))}
    stalled = [socket.create_connection(("127.0.0.1", server.port), timeout=10) for _ in range(12)]
    for connection in stalled:
        connection.sendall(head.encode() + bytes(300_000))
    assert server.ask("POST", "/v1/files", files=form, key=other).status_code == 200
    assert server.ask("POST", CREATE, json=GOOD, key=slow).status_code == 200
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(server.ask, "POST", "/v1/files", files=form, key=slow)
        assert not wait([waiting], timeout=0.5).done
        for connection in stalled:
            connection.close()
        assert waiting.result(20).status_code == 200
