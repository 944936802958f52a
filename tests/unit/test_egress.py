"""What the door for users' addresses lets through, without a network: names and answers are made up."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from uuid import uuid4

import httpcore2
import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from kinema.egress import UNREACHABLE, Egress
from kinema.egress.dialler import AT_ONCE, EACH
from kinema.errors import Misconfigured, ReferenceRefused

ANA, BOB = uuid4(), uuid4()
PUBLIC = "93.184.216.34"
PICTURE = b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npicture"

NEVER_BY_WRITING = [
    # loopback and its spellings
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.0.1./",
    "http://0177.0.0.1/",
    "http://0177.0.0.01/",
    "http://0x7f.0.0.1/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://0x7F000001./",
    "http://2130706433/",
    "http://017700000001/",
    "http://1.2.3.0x4/",
    "http://0/",
    "http://0.0.0.0/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://a.localhost/",
    "http://localhost.localdomain/",
    "http://127.0.0.1/",
    "http://①②⑦.0.0.1/",
    "http://127。0。0。1/",
    "http://ⓁⓄⒸⒶⓁⒽⓄⓈⓉ/",
    "http://[::1]/",
    "http://[::]/",
    # IPv4 in IPv6
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:93.184.216.34]/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::5db8:d822]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:5db8:d822::]/",
    "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/",
    "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    # private, shared, local, reserved
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://192.0.0.9/",
    "http://198.18.0.1/",
    "http://192.0.2.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[fc00::1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[4000::1]/",
    "http://[8000::1]/",
    # metadata services
    "http://169.254.169.254/latest/meta-data/",
    "http://169.254.170.2/",
    "http://100.100.100.200/",
    "http://192.0.0.192/",
    "http://168.63.129.16/",
    "http://[fd00:ec2::254]/",
    "http://metadata.google.internal/",
    # names of a neighbourhood
    "http://postgres/",
    "http://printer.local/",
    "http://router.lan/",
    "http://nas.home.arpa/",
    # whose host is it?
    "http://good@127.0.0.1/",
    "http://user:secret@example.com/",
    "http://example.com:80@127.0.0.1/",
    "http://example.com\\@127.0.0.1/",
    "http://127.0.0.1\\.example.com/",
    "http://127.0.0.1%00.example.com/",
    "http://%31%32%37.0.0.1/",
    "http://example.com\t/",
    "http://exa\nmple.com/",
    "http://faß.de/",
    "http://a..example.com/",
    # schemes and ports
    "ftp://example.com/a.png",
    "file:///etc/passwd",
    "gopher://example.com/",
    "data:image/png;base64,AAAA",
    "unix:/run/postgres",
    "//example.com/a.png",
    "example.com/a.png",
    "http:///a.png",
    "http:example.com",
    "http://example.com:22/",
    "http://example.com:8080/",
    "http://example.com:0/",
    "http://example.com:99999/",
    "http://example.com:x/",
    "",
    "http://" + "a" * 300 + ".com/",
    "http://example.com/" + "a" * 9000,
]

ADDRESSES_NEVER_DIALLED = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.31.0.1", "192.168.0.1", "100.64.0.1",
    "169.254.169.254", "168.63.129.16", "192.0.0.9", "192.0.0.192", "198.18.0.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "::ffff:93.184.216.34",
    "::ffff:0:7f00:1", "64:ff9b::7f00:1", "64:ff9b::5db8:d822", "2002:7f00:1::1", "2002:5db8:d822::1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "fd00:ec2::254",
    "fc00::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "4000::1", "c000::1",
]  # fmt: skip


class Names:
    """A resolver that answers from a list, one entry for each lookup, and counts."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        """Stand in for `socket.getaddrinfo`."""
        self.asked.append(host)
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [_answer(address, port) for address in found]


def _answer(address: str, port: int) -> tuple[object, ...]:
    if ":" in address:
        return socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0)
    return socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)


class Wire:
    """What was dialled, and what each connection answers with, in turn; None refuses it."""

    def __init__(self) -> None:
        self.dialled: list[tuple[str, int]] = []
        self.answers: list[bytes | None] = []

    async def connect_tcp(
        self, host: str, port: int, *_: object, **__: object
    ) -> httpcore2.AsyncNetworkStream:
        """Stand in for the backend's own."""
        self.dialled.append((host, port))
        answer = self.answers.pop(0) if self.answers else None
        if answer is None:
            raise httpcore2.ConnectError(f"{host} said no")
        return httpcore2.AsyncMockStream([answer])


@pytest.fixture(autouse=True)
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Nothing in this module reaches a network."""
    wire = Wire()
    monkeypatch.setattr(httpcore2, "AnyIOBackend", lambda: wire)
    return wire


@pytest.fixture
def logs() -> Iterator[list[structlog.typing.EventDict]]:
    """What is logged."""
    with structlog.testing.capture_logs() as entries:
        yield entries


def no_names(*_: object) -> list[tuple[object, ...]]:
    """A resolver that must not be asked."""
    raise AssertionError("a name was looked up")


@pytest.mark.parametrize("url", NEVER_BY_WRITING)
def test_a_url_that_is_not_public_as_written_is_refused(url: str) -> None:
    """Spelling alone gives these away: no name is looked up, and the message says what is allowed."""
    with pytest.raises(ValueError, match="give an http or https URL with a public host"):
        Egress(resolver=no_names).check(url)


@pytest.mark.parametrize("url", NEVER_BY_WRITING)
async def test_fetching_what_is_not_public_as_written_dials_nothing(url: str, wire: Wire) -> None:
    """Whoever forgets `check` is as safe as who does not."""
    with pytest.raises(ReferenceRefused) as refused:
        await Egress(resolver=no_names).fetch_image(ANA, url)
    assert refused.value.message == UNREACHABLE
    assert wire.dialled == []


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/a.png",
        "https://example.com/a.png?signature=x&expires=1",
        "https://EXAMPLE.com:443/ä b".replace(" ", "%20"),
        "http://example.com:80/#part",
        "http://example.com./",
        "https://пример.рф/x.webp",
        "https://xn--e1afmkfd.xn--p1ai/x.webp",
        "http://93.184.216.34/",
        "http://[2606:4700::1111]/",
        "http://0x7f000001.example.com/",
        "http://127.0.0.1.example.com/",
        "http://example.com/http://127.0.0.1/",
        "http://example.com/?@127.0.0.1/",
        "http://example.com#@127.0.0.1/",
    ],
)
def test_a_public_url_passes(url: str) -> None:
    """What is public by its spelling is for the connection to judge."""
    Egress(resolver=no_names).check(url)


@given(st.text(max_size=60))
def test_any_text_is_judged_or_refused(text: str) -> None:
    """No text does anything but pass or raise ValueError."""
    for url in (text, f"http://{text}", f"https://example.com{text}"):
        try:
            EGRESS.check(url)
        except ValueError as refused:
            assert "public host" in str(refused)  # noqa: PT017 both outcomes are right


EGRESS = Egress(resolver=no_names)


def test_the_message_shows_the_host_but_no_secret() -> None:
    """A refusal names the host that was meant, and never a password or a signature."""
    with pytest.raises(ValueError, match="'localhost'") as refused:
        Egress().check("http://user:hunter2@localhost/a?token=hunter2")
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("address", ADDRESSES_NEVER_DIALLED)
async def test_a_public_name_for_an_address_that_is_not_is_never_dialled(address: str, wire: Wire) -> None:
    """The address decides, whatever the name looks like."""
    with pytest.raises(ReferenceRefused) as refused:
        await Egress(resolver=Names([address])).fetch_image(ANA, "http://pictures.example.com/a.png")
    assert refused.value.message == UNREACHABLE
    assert wire.dialled == []


@pytest.mark.parametrize("answers", [[PUBLIC, "10.0.0.1"], ["10.0.0.1", PUBLIC]])
async def test_one_private_answer_among_public_ones_refuses_the_name(answers: list[str], wire: Wire) -> None:
    """A name that leads both ways is somebody probing: not even its public address is dialled."""
    with pytest.raises(ReferenceRefused):
        await Egress(resolver=Names(answers)).fetch_image(ANA, "http://pictures.example.com/a.png")
    assert wire.dialled == []


async def test_a_name_is_looked_up_once_for_each_connection(wire: Wire) -> None:
    """What was judged is what is dialled: a second answer could not slip in between."""
    names = Names([PUBLIC], ["127.0.0.1"])
    wire.answers = [PICTURE]
    assert await Egress(resolver=names).fetch_image(ANA, "http://pictures.example.com/a.png") == b"picture"
    assert names.asked == ["pictures.example.com"]
    assert wire.dialled == [(PUBLIC, 80)]


async def test_a_name_that_turns_private_on_the_next_hop_is_refused(wire: Wire) -> None:
    """A redirect to the same name looks it up and judges it again."""
    names = Names([PUBLIC], ["169.254.169.254"])
    wire.answers = [b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n", PICTURE]
    with pytest.raises(ReferenceRefused) as refused:
        await Egress(resolver=names).fetch_image(ANA, "http://pictures.example.com/a.png")
    assert refused.value.message == UNREACHABLE
    assert len(names.asked) == 2
    assert wire.dialled == [(PUBLIC, 80)]


async def test_a_redirect_leads_where_it_says(wire: Wire) -> None:
    """Relative and absolute locations are followed to an origin that is judged like the first."""
    wire.answers = [
        b"HTTP/1.1 301 Moved\r\nLocation: //cdn.example.com/b.png\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 307 Moved\r\nLocation: c.png\r\nContent-Length: 0\r\n\r\n",
        PICTURE,
    ]
    names = Names([PUBLIC])
    assert await Egress(resolver=names).fetch_image(ANA, "http://example.com/a.png") == b"picture"
    assert names.asked == ["example.com", "cdn.example.com", "cdn.example.com"]


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/", "file:///etc/passwd", "http://[", "ftp://x.example.com/", "\udcff"]
)
async def test_a_redirect_to_where_nothing_is_fetched_is_refused(location: str, wire: Wire) -> None:
    """Each hop must be a URL that a user could have given."""
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
    wire.answers = [head + location.encode("utf-8", "surrogateescape") + b"\r\n\r\n", PICTURE]
    with pytest.raises(ReferenceRefused) as refused:
        await Egress(resolver=Names([PUBLIC])).fetch_image(ANA, "http://example.com/a.png")
    assert refused.value.message == UNREACHABLE
    assert len(wire.dialled) == 1


async def test_the_next_address_is_tried_but_not_endlessly(wire: Wire) -> None:
    """Answers are dialled in their order, at most four: how many there are is the other side's choice."""
    addresses = [f"93.184.216.{n}" for n in range(1, 11)]
    wire.answers = [None, None, PICTURE]
    assert await Egress(resolver=Names(addresses)).fetch_image(ANA, "http://example.com/") == b"picture"
    wire.dialled.clear()
    with pytest.raises(ReferenceRefused):
        await Egress(resolver=Names(addresses)).fetch_image(ANA, "http://example.com/")
    assert [host for host, _ in wire.dialled] == addresses[:4]


async def test_every_failure_reads_the_same(wire: Wire, logs: list[structlog.typing.EventDict]) -> None:
    """No such name, nobody there, a private address and a garbled answer cannot be told apart outside."""

    def unknown(*_: object) -> list[tuple[object, ...]]:
        raise socket.gaierror(-2, "Name or service not known")

    said = set()
    wire.answers = [b"SSH-2.0-OpenSSH_9.6\r\n\r\n", b"HTTP/1.1 204 No Content\r\n\r\n"]
    for resolver in (Names([PUBLIC]), Names([PUBLIC]), Names([PUBLIC]), Names(["10.0.0.7"]), unknown):
        with pytest.raises(ReferenceRefused) as refused:
            await Egress(resolver=resolver).fetch_image(ANA, "http://example.com/")
        said.add(refused.value.message)
    assert said == {UNREACHABLE}
    assert len({entry["reason"] for entry in logs}) == 5


async def test_the_log_knows_the_cause_and_no_secret(logs: list[structlog.typing.EventDict]) -> None:
    """The operator reads which rule refused which host; paths and queries stay out."""
    with pytest.raises(ReferenceRefused):
        await Egress(resolver=Names(["10.0.0.7"])).fetch_image(
            ANA, "http://example.com/hunter2?token=hunter2"
        )
    with pytest.raises(ReferenceRefused):
        await Egress().fetch_image(ANA, "http://user:hunter2@example.com/hunter2")
    assert [entry["host"] for entry in logs] == ["example.com", "example.com"]
    assert "Private-Use" in logs[0]["reason"]
    assert "hunter2" not in repr(logs)


async def test_the_environment_redirects_nothing(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxy variables are not read: a proxy would look names up where nobody judges the answer."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")
    wire.answers = [PICTURE]
    await Egress(resolver=Names([PUBLIC])).fetch_image(ANA, "http://example.com/")
    assert wire.dialled == [(PUBLIC, 80)]


async def test_a_stalling_name_server_is_cut(wire: Wire) -> None:
    """The total time includes looking names up, although a lookup cannot be interrupted."""
    released = threading.Event()

    def stalled(*_: object) -> list[tuple[object, ...]]:
        released.wait(30)
        return [_answer(PUBLIC, 80)]

    began = time.monotonic()
    try:
        with pytest.raises(ReferenceRefused) as refused:
            await Egress(resolver=stalled, timeout=0.2).fetch_image(ANA, "http://example.com/")
    finally:
        released.set()
    assert refused.value.message == UNREACHABLE
    assert time.monotonic() - began < 5
    assert wire.dialled == []


async def test_a_stalling_name_server_holds_up_its_own_tenant(wire: Wire) -> None:
    """Lookups that nobody waits for any more still count, or each fetch would leave a thread behind; what one
    tenant's name servers hold are a few threads, and another's names are looked up meanwhile.
    """
    released, entered = threading.Event(), []

    def stalled(host: str, *_: object) -> list[tuple[object, ...]]:
        entered.append(host)
        if host == "stalled.example.com":
            released.wait(30)
        return [_answer(PUBLIC, 80)]

    egress = Egress(resolver=stalled, timeout=0.5)
    try:
        for _ in range(2):
            fetches = [egress.fetch_image(ANA, "http://stalled.example.com/") for _ in range(AT_ONCE + 4)]
            results = await asyncio.gather(*fetches, return_exceptions=True)
            assert all(isinstance(result, ReferenceRefused) for result in results)
        assert len(entered) == EACH
        wire.answers = [PICTURE, PICTURE]
        assert await egress.fetch_image(BOB, "http://example.com/") == b"picture"
    finally:
        released.set()
    while len(entered) < EACH + 2:  # its own go on once the threads are free again
        with suppress(ReferenceRefused):
            await egress.fetch_image(ANA, "http://example.com/")


@pytest.mark.parametrize(
    ("allow", "url"),
    [
        ("127.0.0.1:9000", "http://127.0.0.1:9000/a.png"),
        ("localhost:80", "http://LOCALHOST/a.png"),
        ("[::1]:9000", "http://[0:0:0:0:0:0:0:1]:9000/a.png"),
        ("minio.internal:443", "https://minio.internal/a.png"),
    ],
)
def test_the_operator_may_permit_a_private_origin(allow: str, url: str) -> None:
    """A pair of host and port on the allow-list passes although it is private."""
    Egress(allow=[allow]).check(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:9001/",
        "http://127.0.0.2:9000/",
        "http://localhost:9000/",
        "http://2130706433:9000/",
        "http://example.com:9000/",
        "http://user@127.0.0.1:9000/",
        "ftp://127.0.0.1:9000/",
    ],
)
def test_the_allow_list_permits_nothing_beside_its_pairs(url: str) -> None:
    """Neither the host at another port, nor another host at that port, nor another spelling."""
    with pytest.raises(ValueError, match="public host"):
        Egress(allow=["127.0.0.1:9000"]).check(url)


async def test_an_allowed_name_may_lead_to_a_private_address(wire: Wire) -> None:
    """A permitted pair is permitted wherever its name points, and other names that point there are not."""
    egress = Egress(allow=["minio.internal:9000"], resolver=Names(["10.0.0.7"]))
    wire.answers = [PICTURE]
    assert await egress.fetch_image(ANA, "http://minio.internal:9000/a.png") == b"picture"
    with pytest.raises(ReferenceRefused):
        await egress.fetch_image(ANA, "http://pictures.example.com/a.png")
    assert wire.dialled == [("10.0.0.7", 9000)]


@pytest.mark.parametrize(
    "entry", ["", "minio", "minio:", ":9000", "minio:x", "http://minio:9000", "a@b:80", "::1:80"]
)
def test_a_bent_allow_list_stops_the_start(entry: str) -> None:
    """An entry that is no pair of host and port is an error at the start, not a hole or a surprise later."""
    with pytest.raises(Misconfigured, match="is not a host and port"):
        Egress(allow=[entry])


@pytest.mark.parametrize(("status", "told"), [(404, True), (500, True), (204, False), (304, False)])
async def test_a_public_server_s_refusal_is_told(status: int, told: bool, wire: Wire) -> None:
    """A user may know the 404 of a public server, to mend the address; the rest is just unreachable."""
    wire.answers = [b"HTTP/1.1 %d Whatever\r\nContent-Length: 0\r\n\r\n" % status]
    with pytest.raises(ReferenceRefused) as refused:
        await Egress(resolver=Names([PUBLIC])).fetch_image(ANA, "http://example.com/")
    assert (str(status) in refused.value.message) is told
    assert (refused.value.message == UNREACHABLE) is not told


async def test_a_private_server_s_refusal_is_not_told(wire: Wire) -> None:
    """What a permitted private server answers is nobody's business outside."""
    wire.answers = [b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"]
    with pytest.raises(ReferenceRefused) as refused:
        await Egress(allow=["10.0.0.7:80"]).fetch_image(ANA, "http://10.0.0.7/")
    assert refused.value.message == UNREACHABLE
