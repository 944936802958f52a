"""Download links: what they start with, what they serve, and how they end."""

from __future__ import annotations

import hashlib
import re
import socket
import time
from collections.abc import Iterator

import httpx2
import pytest
from tests.servers import Server, eventually

PREFIX = "/kyyReactApiServer"


@pytest.fixture(scope="module")
def film(server: Server) -> tuple[str, bytes]:
    """Give the link of a finished film, and its bytes."""
    link = server.finish(server.accept())["video_url"]
    return link, get(link).content


def get(link: str, method: str = "GET", **headers: str) -> httpx2.Response:
    """Ask for a link as anybody could: without a key."""
    return httpx2.request(
        method,
        link,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        trust_env=False,
    )


# The whole film


def test_the_link_needs_no_key(server: Server, film: tuple[str, bytes]) -> None:
    """The link alone gives the film: an MP4 that a player can begin at once, with its digest as ETag."""
    link, content = film
    whole = get(link)
    assert whole.status_code == 200
    assert whole.headers["content-type"] == "video/mp4"
    assert whole.headers["content-length"] == str(len(content))
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.headers["x-content-type-options"] == "nosniff"
    assert whole.headers["etag"] == f'"{hashlib.sha256(content).hexdigest()}"'
    assert content[4:8] == b"ftyp"
    assert 0 < content.find(b"moov") < content.find(b"mdat")


def test_the_link_works_under_the_prefix(server: Server, film: tuple[str, bytes]) -> None:
    """The same path under the prefix gives the same film."""
    link, content = film
    assert get(link.replace(server.url, server.url + PREFIX)).content == content


def test_head_tells_without_sending(film: tuple[str, bytes]) -> None:
    """HEAD answers with the headers of the whole film, asked for a range too, and no body."""
    link, content = film
    for headers in ({}, {"Range": "bytes=0-9"}, {"Range": f"bytes={len(content)}-"}):
        answer = get(link, "HEAD", **headers)
        assert answer.status_code == 200
        assert answer.headers["content-length"] == str(len(content))
        assert answer.content == b""
        assert answer.headers["etag"] == get(link).headers["etag"]


def test_every_query_signs_a_link_that_works(server: Server) -> None:
    """Each query gives a link, and every one of them serves the same film."""
    task = server.accept()
    links = {server.finish(task)["video_url"], server.result(task)["video_url"]}
    assert len({get(link).headers["etag"] for link in links}) == 1


# Parts of it


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=0-0", 0, 0),
        ("bytes=100-", 100, -1),
        ("bytes=-50", -50, -1),
        ("bytes=5-999999999", 5, -1),
        ("bytes=-999999999", 0, -1),
    ],
)
def test_a_range_is_served(film: tuple[str, bytes], asked: str, first: int, last: int) -> None:
    """First bytes, an open end and a suffix give a 206 with exactly those bytes."""
    link, content = film
    start, end = first % len(content), last % len(content)
    part = get(link, Range=asked)
    assert part.status_code == 206
    assert part.content == content[start : end + 1]
    assert part.headers["content-range"] == f"bytes {start}-{end}/{len(content)}"
    assert part.headers["content-length"] == str(end + 1 - start)
    assert part.headers["etag"] == get(link, "HEAD").headers["etag"]


@pytest.mark.parametrize("asked", ["bytes=SIZE-", "bytes=SIZE-99999999", "bytes=99999999-", "bytes=-0"])
def test_past_the_end_is_416(film: tuple[str, bytes], asked: str) -> None:
    """A range past the end is a 416 in the envelope that says how long the film is."""
    link, content = film
    answer = get(link, Range=asked.replace("SIZE", str(len(content))))
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(content)}"
    assert answer.json()["error"]["code"] == "range_not_satisfiable"


@pytest.mark.parametrize(
    "asked", ["bytes", "bytes=", "bytes=a-b", "bytes=9-0", "items=0-9", "bytes=0-1,5-9", "bytes=--1", "\xff"]
)
def test_other_ranges_give_the_whole(film: tuple[str, bytes], asked: str) -> None:
    """A malformed range, another unit or several ranges are answered with the whole film."""
    link, content = film
    answer = httpx2.get(link, headers={b"Range": asked.encode("latin-1")}, trust_env=False)
    assert (answer.status_code, answer.content) == (200, content)


def test_ten_thousand_ranges_are_answered_at_once(film: tuple[str, bytes]) -> None:
    """A header of 10,000 ranges costs no more than none: the whole film, at once."""
    link, content = film
    many = "bytes=" + ",".join(f"{at}-{at + 1}" for at in range(0, 20_000, 2))[:60_000]
    get(link)
    began = time.monotonic()
    answer = get(link, Range=many)
    assert time.monotonic() - began < 5
    assert (answer.status_code, answer.content) == (200, content)


def test_if_range(film: tuple[str, bytes]) -> None:
    """A range counts where If-Range is the ETag; for another, a weak one or a date the whole is sent."""
    link, content = film
    etag = get(link, "HEAD").headers["etag"]
    assert get(link, Range="bytes=0-9", If_Range=etag).status_code == 206
    for other in ('"other"', f"W/{etag}", "Wed, 21 Oct 2015 07:28:00 GMT"):
        answer = get(link, Range="bytes=0-9", If_Range=other)
        assert (answer.status_code, answer.content) == (200, content)


def test_if_none_match(film: tuple[str, bytes]) -> None:
    """Who has the film already is told so, in each of the forms that the header may take."""
    link, _ = film
    etag = get(link, "HEAD").headers["etag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = get(link, If_None_Match=known)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == etag
    for unknown in ('"other"', etag.strip('"'), ""):
        assert get(link, If_None_Match=unknown).status_code == 200


# Bent links


@pytest.mark.parametrize(
    ("part", "bent"),
    [
        (r"files/sora_.", "files/sora_g"),
        (r"sora_\w+", "sora_" + "0" * 32),
        (r"sora_", "SORA_"),
        (r"/1\.mp4", "/2.mp4"),
        (r"/1\.mp4", "/01.mp4"),
        (r"/1\.mp4", "/0.mp4"),
        (r"/1\.mp4", "/-1.mp4"),
        (r"/1\.mp4", "/x.mp4"),
        (r"/1\.mp4", "/9999999999999999999999.mp4"),
        (r"expires=\d", "expires=9"),
        (r"expires=", "expires=0"),
        (r"expires=\d+", "expires="),
        (r"expires=\d+", "expires=9" + "9" * 40),
        (r"expires=\d+", "expires=1e12"),
        (r"expires=\d+", "expires=%00"),
        (r"expires=\d+&", ""),
        (r"signature=.", "signature=~"),
        (r"signature=", "signature=%20"),
        (r"signature=\S+", "signature="),
        (r"signature=\S+", "signature=%F0%9F%8E%AC"),
        (r"signature=\S+", "signature=%FF%FE"),
        (r"&signature=\S+", ""),
        (r"\?\S+", ""),
        (r"$", "="),
        (r"$", "A"),
        (r".$", ""),
    ],
)
def test_a_bent_link_is_403(film: tuple[str, bytes], part: str, bent: str) -> None:
    """With any of its parts changed, a link is refused and shows nothing."""
    link, content = film
    other = re.sub(part, bent, link, count=1)
    assert other != link
    answer = get(other)
    assert answer.status_code == 403, answer.text
    assert answer.json()["error"]["code"] == "invalid_link"
    assert content[:100] not in answer.content


def test_one_films_signature_opens_no_other(server: Server, film: tuple[str, bytes]) -> None:
    """The signature of one film on the path of another is refused, in both directions."""
    link, _ = film
    other = server.finish(server.accept())["video_url"]
    one, two = link.partition("?"), other.partition("?")
    assert get(one[0] + "?" + two[2]).status_code == 403
    assert get(two[0] + "?" + one[2]).status_code == 403


def test_a_bent_link_hides_what_exists(server: Server, film: tuple[str, bytes]) -> None:
    """A link without a good signature answers the same for a film that is there and one that is not."""
    link, _ = film
    here = get(re.sub("signature=.", "signature=~", link))
    nowhere = get(re.sub(r"sora_\w+", "sora_" + "0" * 32, link))
    assert here.content == nowhere.content


def test_other_methods_are_405(film: tuple[str, bytes]) -> None:
    """A link is for reading alone."""
    for method in ("POST", "PUT", "DELETE"):
        assert get(film[0], method).status_code == 405


# What links start with


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80@127.0.0.1", "[", "", "a b"])
def test_the_host_header_never_decides(server: Server, host: str) -> None:
    """Whatever the Host header says, the link starts with the address of the socket."""
    task = server.accept()
    server.finish(task)
    head = f"GET /v1/result/{task} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: evil.example\r\n"
    head += f"Authorization: Bearer {server.key}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(head.encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert f'"video_url":"{server.url}/files/'.encode() in answer


@pytest.fixture(scope="module")
def brief() -> Iterator[Server]:
    """Give a server that keeps films for 2.5 s, behind a proxy on this machine."""
    with Server.running(
        KINEMA_RETENTION_HOURS="0.0007", KINEMA_TRUSTED_PROXIES="127.0.0.1", KINEMA_DRAIN_SECONDS="1"
    ) as running:
        yield running


def test_a_trusted_proxy_decides(brief: Server) -> None:
    """From a trusted proxy, the forwarded scheme and host begin the link: those of the nearest one."""
    task = brief.accept()
    assert brief.finish(task)["video_url"].startswith(brief.url + "/files/")
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example, films.example.org"}
    link = brief.ask("GET", f"/v1/result/{task}", headers={"Host": "evil.example", **forwarded}).json()[
        "video_url"
    ]
    assert link.startswith("https://films.example.org/files/")


# How they end


def test_an_expired_film(brief: Server) -> None:
    """After its time a film's task stays completed and says so, its link is refused, its file is deleted."""
    done = brief.finish(brief.accept())
    link, folder = done["video_url"], brief.data_dir / "objects" / "films" / done["id"]
    assert get(link).status_code == 200
    assert [*folder.glob("*")]

    def expired() -> dict[str, object] | None:
        answer = brief.result(done["id"])
        return answer if answer["video_url"] is None else None

    after = eventually(expired, 10, "the end of the film")
    assert after["status"] == "completed"
    assert (after["progress"], after["actualDuration"]) == (100, done["actualDuration"])
    assert "expired" in str(after["error"])
    assert get(link).status_code == 403
    eventually(lambda: not [*folder.glob("*")], 20, "the deletion of the file")
    assert brief.result(done["id"])["status"] == "completed"
    assert get(link).status_code == 403


def test_a_film_whose_file_is_gone(server: Server) -> None:
    """A link to a film whose file was taken away is refused in words rather than broken off."""
    done = server.finish(server.accept())
    for path in (server.data_dir / "objects" / "films" / done["id"]).glob("*"):
        path.unlink()
    answer = get(done["video_url"])
    assert answer.status_code == 403
    assert answer.json()["error"]["message"] == "This film is no longer kept."
