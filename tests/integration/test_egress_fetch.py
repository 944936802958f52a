"""Fetching from real servers, all of them on loopback: what arrives, what is cut, what is never asked."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from kinema.egress import UNREACHABLE, Egress
from kinema.errors import ReferenceRefused

Answer = Callable[[str, asyncio.StreamWriter], Awaitable[None]]
ANA = uuid4()
PICTURE = b"not really a picture"


class Site:
    """A server of one behaviour: the requests that it saw, and its address."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._open: set[asyncio.Task[None]] = set()
        self.requests: list[str] = []
        self.port = 0

    @property
    def pair(self) -> str:
        """Its `host:port`, for an allow-list."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/a.png") -> str:
        """An address on it."""
        return f"http://{self.pair}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read one request and behave."""
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                self.requests.append(head)
                await self._answer(head.split(" ")[1], writer)
                await writer.drain()
        finally:
            self._open.discard(task)
            writer.close()

    async def close(self) -> None:
        """End what is still being answered."""
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)


@contextlib.asynccontextmanager
async def site(answer: Answer, tls: ssl.SSLContext | None = None) -> AsyncIterator[Site]:
    """A server on a free port for as long as the block lasts."""
    here = Site(answer)
    server = await asyncio.start_server(here.serve, "127.0.0.1", 0, ssl=tls)
    here.port = server.sockets[0].getsockname()[1]
    try:
        yield here
    finally:
        server.close()
        await here.close()
        await server.wait_closed()


def answering(body: bytes = PICTURE, *fields: str, status: str = "200 OK", length: bool = True) -> Answer:
    """A server that answers everything with this."""
    head = [
        f"HTTP/1.1 {status}",
        *fields,
        *([f"Content-Length: {len(body)}"] if length else []),
        "Connection: close",
    ]

    async def answer(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)

    return answer


def moving(location: str) -> Answer:
    """A server that sends everybody elsewhere."""
    return answering(b"", f"Location: {location}", status="302 Found")


async def test_a_picture_arrives_as_it_is() -> None:
    """The body comes back byte for byte, asked for uncompressed and without anything that tells of a user."""
    async with site(answering()) as here:
        assert await Egress(allow=[here.pair]).fetch_image(ANA, here.url("/a.png?signed=1#part")) == PICTURE
    (request,) = here.requests
    lines = request.split("\r\n")
    assert lines[0] == "GET /a.png?signed=1 HTTP/1.1"
    assert f"Host: {here.pair}" in lines
    assert "Accept-Encoding: identity" in lines
    assert not any(line.lower().startswith(("cookie", "authorization", "referer")) for line in lines)


async def test_a_body_without_a_length_arrives_too() -> None:
    """Chunked bodies and bodies that end with the connection are as good as announced ones."""
    async with site(answering(length=False)) as here:
        assert await Egress(allow=[here.pair]).fetch_image(ANA, here.url()) == PICTURE
    chunked = b"5\r\nnot r\r\nf\r\neally a picture\r\n0\r\n\r\n"
    async with site(answering(chunked, "Transfer-Encoding: chunked", length=False)) as here:
        assert await Egress(allow=[here.pair]).fetch_image(ANA, here.url()) == PICTURE


async def test_nothing_private_is_asked_unless_it_is_allowed() -> None:
    """A server that is right there sees no connection at all, by its address or by a public name for it."""

    def lying(host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", bait.port))]

    async with site(answering()) as bait:
        for url in (bait.url(), "http://pictures.example.com/a.png"):
            with pytest.raises(ReferenceRefused) as refused:
                await Egress(resolver=lying).fetch_image(ANA, url)
            assert refused.value.message == UNREACHABLE
    assert bait.requests == []


async def test_a_redirect_cannot_reach_what_a_url_could_not() -> None:
    """An allowed server that redirects to a private one leads nowhere, and the bait sees no hit."""
    async with site(answering()) as bait:
        for target in (
            bait.url(),
            f"http://localhost:{bait.port}/",
            f"http://[::ffff:127.0.0.1]:{bait.port}/",
        ):
            async with site(moving(target)) as here:
                with pytest.raises(ReferenceRefused) as refused:
                    await Egress(allow=[here.pair]).fetch_image(ANA, here.url())
            assert refused.value.message == UNREACHABLE
            assert len(here.requests) == 1
    assert bait.requests == []


async def test_a_redirect_is_followed_without_cookies() -> None:
    """Each hop starts anew: what one server sets, no server gets."""
    async with site(answering()) as last:
        first_answer = answering(
            b"", f"Location: {last.url('/b.png')}", "Set-Cookie: a=b", status="302 Found"
        )
        async with site(first_answer) as first:
            assert await Egress(allow=[first.pair, last.pair]).fetch_image(ANA, first.url()) == PICTURE
    assert last.requests[0].startswith("GET /b.png ")
    assert "cookie" not in last.requests[0].lower()


async def test_three_redirects_are_followed_and_no_more() -> None:
    """A loop ends after the first request and three redirects."""

    async def counting_down(path: str, writer: asyncio.StreamWriter) -> None:
        left = int(path.strip("/"))
        await (moving(f"/{left - 1}") if left else answering())(path, writer)

    async with site(counting_down) as here:
        egress = Egress(allow=[here.pair])
        assert await egress.fetch_image(ANA, here.url("/3")) == PICTURE
        here.requests.clear()
        with pytest.raises(ReferenceRefused) as refused:
            await egress.fetch_image(ANA, here.url("/4"))
    assert refused.value.message == UNREACHABLE
    assert len(here.requests) == 4


@pytest.mark.parametrize("length", [True, False])
async def test_a_body_over_the_cap_is_refused(length: bool) -> None:
    """Announced or not, one byte too many is refused, saying so; exactly the cap is taken."""
    async with site(answering(b"x" * 1024, length=length)) as here:
        assert len(await Egress(allow=[here.pair], max_bytes=1024).fetch_image(ANA, here.url())) == 1024
    async with site(answering(b"x" * 1025, length=length)) as here:
        with pytest.raises(ReferenceRefused, match="larger than"):
            await Egress(allow=[here.pair], max_bytes=1024).fetch_image(ANA, here.url())


async def test_an_endless_body_is_left_at_the_cap() -> None:
    """No more is read than the cap and what was on its way."""
    sent = 0

    async def endless(_: str, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x" * 65536)
            sent += 65536
            await writer.drain()

    async with site(endless) as here:
        with pytest.raises(ReferenceRefused, match="larger than 1 MiB"):
            await Egress(allow=[here.pair], max_bytes=2**20).fetch_image(ANA, here.url())
    assert sent < 64 * 2**20


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x"])
async def test_a_compressed_body_is_not_unpacked(coding: str) -> None:
    """A bomb stays packed: we asked for the body as it is, and take no other."""
    async with site(answering(gzip.compress(bytes(50 * 2**20)), f"Content-Encoding: {coding}")) as here:
        with pytest.raises(ReferenceRefused) as refused:
            await Egress(allow=[here.pair]).fetch_image(ANA, here.url())
    assert refused.value.message == UNREACHABLE


async def _drip_body(_: str, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def _drip_head(_: str, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def _silence(_: str, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


async def _not_yet(_: str, writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(0.02)


@pytest.mark.parametrize("stalling", [_drip_body, _drip_head, _silence, _not_yet])
async def test_a_server_that_stalls_is_cut(stalling: Answer) -> None:
    """Bytes that keep coming do not extend the total time, wherever in the answer they stand."""
    async with site(stalling) as here:
        began = time.monotonic()
        with pytest.raises(ReferenceRefused) as refused:
            await Egress(allow=[here.pair], timeout=0.3).fetch_image(ANA, here.url())
        assert time.monotonic() - began < 10
    assert refused.value.message == UNREACHABLE


async def test_redirects_share_one_total_time() -> None:
    """A server that is slow at every hop gets no fresh time for the next."""

    async def slowly(path: str, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)
        await moving("/again")(path, writer)

    async with site(slowly) as here:
        with pytest.raises(ReferenceRefused):
            await Egress(allow=[here.pair], timeout=0.3).fetch_image(ANA, here.url())
    assert len(here.requests) == 2


async def test_a_head_without_end_is_refused() -> None:
    """Header fields are bounded (100 KiB in the library), long before the time is up."""

    async def endless(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"X-Filler: " + b"x" * 8000 + b"\r\n")
            await writer.drain()

    async with site(endless) as here:
        began = time.monotonic()
        with pytest.raises(ReferenceRefused) as refused:
            await Egress(allow=[here.pair]).fetch_image(ANA, here.url())
        assert time.monotonic() - began < 10
    assert refused.value.message == UNREACHABLE


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"\x16\x03\x01\x00",
    ],
)
async def test_an_answer_that_is_no_http_is_refused(raw: bytes) -> None:
    """Whatever another protocol or a broken server says, the user reads our own message."""

    async def answer(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(raw)

    async with site(answer) as here:
        with pytest.raises(ReferenceRefused) as refused:
            await Egress(allow=[here.pair]).fetch_image(ANA, here.url())
    assert refused.value.message == UNREACHABLE


async def test_cancelling_a_fetch_ends_it() -> None:
    """A worker that gives a task up is not held by somebody else's server."""
    asked = asyncio.Event()

    async def silence(_: str, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await asyncio.sleep(60)

    async with site(silence) as here:
        fetch = asyncio.create_task(Egress(allow=[here.pair]).fetch_image(ANA, here.url()))
        await asked.wait()
        fetch.cancel()
        with pytest.raises(asyncio.CancelledError):
            await fetch


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for pictures.example.com that nobody vouches for, and its key, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the openssl command to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=DNS:pictures.example.com",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_bytes((folder / "cert.pem").read_bytes() + (folder / "key.pem").read_bytes())
    return both


def _loopback(host: str, port: int, *_: object) -> list[tuple[object, ...]]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]


async def _fetch_over_tls(certificate: Path, name: str) -> bytes:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate)
    async with site(answering(), tls) as here:
        egress = Egress(allow=[f"{name}:{here.port}"], resolver=_loopback)
        return await egress.fetch_image(ANA, f"https://{name}:{here.port}/a.png")


async def test_tls_is_verified_and_the_environment_vouches_for_nobody(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A certificate that no authority signed is refused, even where a variable points at it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pytest.raises(ReferenceRefused) as refused:
        await _fetch_over_tls(certificate, "pictures.example.com")
    assert refused.value.message == UNREACHABLE


async def test_tls_is_verified_against_the_name_and_not_the_address(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dialling an address leaves the certificate's name in force: the right name passes, another does not."""
    monkeypatch.setattr(
        httpx2, "create_ssl_context", lambda **_: ssl.create_default_context(cafile=str(certificate))
    )
    assert await _fetch_over_tls(certificate, "pictures.example.com") == PICTURE
    with pytest.raises(ReferenceRefused):
        await _fetch_over_tls(certificate, "other.example.com")
