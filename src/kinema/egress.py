"""The one door for requests to addresses that a user gave.

A URL is judged twice: as it is written (`Egress.check`, no I/O), and again where a connection is made, on
the very addresses that are dialled. Names are resolved once per connection, off the event loop; every
redirect is a new URL and goes through both. `ssrfguard` brings the rules for URLs and the table of special
addresses; what is refused beyond it, and why, is in docs/decisions/0004-egress-on-ssrfguard.md.
"""

from __future__ import annotations

import asyncio
import functools
import ipaddress
import re
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore2
import httpx2
import structlog
from ssrfguard import (
    DEFAULT_DENIED,
    AddressTable,
    Block,
    Policy,
    Reach,
    Resolver,
    SSRFGuardError,
    Target,
    resolve,
)

from kinema.errors import Misconfigured, ReferenceRefused, Unreachable

UNREACHABLE = (
    "The reference image could not be fetched from its address. Check that the address is public and "
    "answers with the image, or send the image inline as a data: URL."
)
"""All that a user learns of a failure on the way: anything more would map the network we stand in."""

PORTS = frozenset({80, 443})

_LOCAL_NAME = re.compile(
    r"[^.]*"  # one label: a neighbour, found by a search domain
    r"|.*\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)"
    r"|(?:.*\.)?(?:\d+|0x[0-9a-f]*)",  # an IPv4 address for libc and for browsers, however odd
)
"""Hosts that are no public name by their spelling (RFC 6761, 6762 with appendix G, 8375; WHATWG URL 3.5)."""
_MOVED = frozenset({301, 302, 303, 307, 308})
_DIALS = 4
_DIAL_SECONDS = 5.0
_LOOKUPS = 16

_log = structlog.get_logger(__name__)


def _address_table() -> AddressTable:
    """The library's table with its exceptions closed and its gaps filled."""
    # The library lets NAT64, 6to4, Teredo and the like pass where what they wrap is public, and a few
    # anycast services. No picture lives behind any of these.
    denied = {
        block.network: Block(block.network, block.name, block.rfc, Reach.DENIED)
        for block in DEFAULT_DENIED.blocks
    }
    for text, name, source in (
        ("168.63.129.16/32", "Azure's platform address, public by its number only", "Azure"),
        ("::/3", "outside of IPv6's global unicast", "RFC4291"),  # among others SIIT, ::ffff:0:a.b.c.d
        ("4000::/2", "outside of IPv6's global unicast", "RFC4291"),
        ("8000::/1", "outside of IPv6's global unicast", "RFC4291"),
    ):
        network = ipaddress.ip_network(text)
        denied[network] = Block(network, name, source, Reach.DENIED)
    return AddressTable(tuple(denied.values()))


_PUBLIC = Policy(denied_networks=_address_table(), allowed_ports=PORTS)


@dataclass(frozen=True)
class _Moved:
    """A redirect: where to, as the server wrote it."""

    location: str


@dataclass(frozen=True)
class Answered:
    """What a server answered to a post: the status, and its Retry-After as it wrote it, "" without one."""

    status: int
    retry_after: str


@dataclass(frozen=True)
class _Answer:
    """An answer whose body is still on its way: who gave it, and its header fields by lower-case name."""

    origin: Target
    response: httpcore2.Response
    fields: Mapping[bytes, bytes]


class _Frontier:
    """Which policy an origin falls under: the operator's pairs are trusted, all others must be public."""

    def __init__(self, allow: Collection[str]) -> None:
        self._pairs = frozenset(_pair(entry) for entry in allow)
        ports = PORTS | {port for _, port in self._pairs}
        self._trusting = Policy(denied_networks=AddressTable(()), allowed_ports=ports)

    def trusts(self, host: str, port: int) -> bool:
        """Whether the operator permits this origin, wherever its name may point."""
        return (_canonical(host), port) in self._pairs

    def policy(self, host: str, port: int) -> Policy:
        """The rules for this origin."""
        return self._trusting if self.trusts(host, port) else _PUBLIC


class _Dialler(httpcore2.AsyncNetworkBackend):
    """Opens connections to addresses that were judged, and to those very addresses."""

    def __init__(self, frontier: _Frontier, resolver: Resolver | None) -> None:
        self._frontier = frontier
        self._resolver = resolver
        self._backend = httpcore2.AnyIOBackend()
        # A lookup cannot be interrupted. These threads are ours, so that stalling name servers can use up
        # our lookups but nobody else's threads; and a pool, since anyio's limiter would forget a thread
        # whose caller has gone.
        self._threads = ThreadPoolExecutor(_LOOKUPS, thread_name_prefix="egress-lookup")

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 the signature is httpcore2's
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Look `host` up once, refuse it if any answer is refused, and dial the answers in their order."""
        policy = self._frontier.policy(host, port)
        if port not in policy.allowed_ports:
            raise ValueError(f"port {port} is not dialled")
        literal = ipaddress.ip_address(host) if _is_address(host) else None
        target = Target(scheme="tcp", host=host, port=port, host_as_written=host, address=literal)
        lookup = functools.partial(resolve, target, policy=policy, resolver=self._resolver)
        found = await asyncio.get_running_loop().run_in_executor(self._threads, lookup)
        failed: Exception = OSError("no address answered")
        for address in found[:_DIALS]:
            try:
                # Given an address, the backend looks nothing up.
                return await self._backend.connect_tcp(
                    str(address.ip), port, timeout or _DIAL_SECONDS, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed


class Egress:
    """Fetches what users point at and posts where they want it, at public addresses alone.

    `allow` holds `host:port` pairs (`[::1]:9000` for IPv6) that the operator permits although they are
    private; `max_bytes` bounds a body that is fetched; `timeout` bounds a whole fetch or post in seconds,
    name lookups and redirects included; `resolver` stands in for `socket.getaddrinfo`.
    """

    def __init__(
        self,
        *,
        allow: Collection[str] = (),
        max_bytes: int = 20 * 1024 * 1024,
        timeout: float = 20.0,
        max_redirects: int = 3,
        resolver: Resolver | None = None,
    ) -> None:
        self._frontier = _Frontier(allow)
        self._dialler = _Dialler(self._frontier, resolver)
        self._max_bytes = max_bytes
        self._timeout = timeout
        self._max_redirects = max_redirects
        self._ssl = httpx2.create_ssl_context(trust_env=False)

    def check(self, url: str) -> None:
        """Judge a URL as it is written: nothing is looked up and nothing is contacted.

        Raises ValueError, with a message for the user, where it can never be fetched: another scheme or
        port, a user name in it, a host that is not public by its spelling or can be read in two ways.
        """
        self._origin(url)

    async def fetch_image(self, url: str) -> bytes:
        """The body behind `url`, as it came; what it holds is not looked at.

        Raises ReferenceRefused with a message for the user. What truly happened goes to the log alone.
        """
        try:
            async with self._bounded(url):
                return await self._follow(url)
        except Unreachable:
            raise ReferenceRefused(UNREACHABLE) from None

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        """Send a body to `url` and return the answer, of which only the head is read.

        A redirect is an answer like any other. Raises Unreachable where there is none in time; what truly
        happened goes to the log alone.
        """
        given = [(name.encode(), value.encode()) for name, value in headers.items()]
        async with self._bounded(url), self._exchange("POST", url, given, body) as answer:
            return Answered(answer.response.status, answer.fields.get(b"retry-after", b"").decode("latin-1"))

    @asynccontextmanager
    async def _bounded(self, url: str) -> AsyncIterator[None]:
        """Bound the time of what happens inside, and let its failures out as Unreachable alone."""
        try:
            async with asyncio.timeout(self._timeout):
                yield
            return
        except (SSRFGuardError, ValueError, httpx2.InvalidURL) as refused:
            _log.warning("egress.refused", host=_host(url), reason=_reason(refused))
        except (
            OSError,  # TimeoutError too
            httpcore2.TimeoutException,
            httpcore2.NetworkError,
            httpcore2.ProtocolError,
        ) as failed:
            _log.info("egress.failed", host=_host(url), reason=_reason(failed))
        raise Unreachable

    async def _follow(self, url: str) -> bytes:
        for _ in range(self._max_redirects + 1):
            answer = await self._get(url)
            if isinstance(answer, bytes):
                return answer
            url = str(httpx2.URL(url).join(answer.location))
        raise ValueError(f"more than {self._max_redirects} redirects")

    async def _get(self, url: str) -> bytes | _Moved:
        accept = [(b"Accept", b"image/png, image/jpeg, image/webp")]
        async with self._exchange("GET", url, accept) as answer:
            response, fields = answer.response, answer.fields
            if response.status in _MOVED and b"location" in fields:
                return _Moved(fields[b"location"].decode())
            if response.status >= 400 and not self._frontier.trusts(answer.origin.host, answer.origin.port):
                raise ReferenceRefused(
                    "The reference image could not be fetched: the server at its address answered "
                    f"{response.status}."
                )
            if response.status != 200:
                raise ValueError(f"answered {response.status}")
            if fields.get(b"content-encoding", b"identity").lower() != b"identity":
                raise ValueError("the body is compressed although we asked for it as it is")
            return await self._body(response, fields.get(b"content-length"))

    @asynccontextmanager
    async def _exchange(
        self, method: str, url: str, headers: list[tuple[bytes, bytes]], body: bytes | None = None
    ) -> AsyncIterator[_Answer]:
        """One request on a connection of its own: no cookie, no credential and no reuse can cross over."""
        origin = self._origin(url)
        parsed = httpx2.URL(url)
        headers = [
            (b"Host", parsed.netloc),
            (b"User-Agent", b"kinema"),
            (b"Accept-Encoding", b"identity"),
            *headers,
        ]
        address = httpcore2.URL(
            scheme=origin.scheme.encode(),
            host=origin.host.encode(),
            port=origin.port,
            target=parsed.raw_path,
        )
        async with (
            httpcore2.AsyncConnectionPool(ssl_context=self._ssl, network_backend=self._dialler) as pool,
            pool.stream(method, address, headers=headers, content=body) as response,
        ):
            yield _Answer(origin, response, {name.lower(): value for name, value in response.headers})

    async def _body(self, response: httpcore2.Response, announced: bytes | None) -> bytes:
        too_large = ReferenceRefused(
            f"The reference image is larger than {self._max_bytes / 2**20:g} MiB. Send a smaller file."
        )
        if announced and int(announced) > self._max_bytes:
            raise too_large
        body = bytearray()
        async for chunk in response.aiter_stream():
            body += chunk
            if len(body) > self._max_bytes:
                raise too_large
        return bytes(body)

    def _origin(self, url: str) -> Target:
        """Where a URL leads, if it is one that may be fetched; raises ValueError in the user's words."""
        try:
            return self._judge(url)
        except (ValueError, SSRFGuardError, httpx2.InvalidURL) as refused:
            raise ValueError(
                f"{_host(url)!r} is nowhere to ask: give an http or https URL with a public host, on port 80 "
                "or 443, without a user name."
            ) from refused

    def _judge(self, url: str) -> Target:
        # Two parsers read the URL; what they do not agree on is nothing to fetch.
        parsed = httpx2.URL(url)
        host = _canonical(parsed.raw_host.decode())
        port = parsed.port or {"http": 80, "https": 443}.get(parsed.scheme, 0)
        target = self._frontier.policy(host, port).check_url(url)
        if (_canonical(target.host), target.port, target.scheme) != (host, port, parsed.scheme):
            raise ValueError("its parts can be read in two ways")
        by_name = target.address is None and not self._frontier.trusts(host, port)
        if by_name and _LOCAL_NAME.fullmatch(host.rstrip(".")):
            raise ValueError("its host is no public name")
        return target


def _pair(entry: str) -> tuple[str, int]:
    """Read an operator's `host:port`."""
    try:
        parts = urlsplit(f"//{entry}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port or parts.netloc != entry or "@" in entry:
        raise Misconfigured(
            f"{entry!r} is not a host and port: write it as minio.internal:9000 or [::1]:9000"
        )
    return _canonical(host), port


def _canonical(host: str) -> str:
    return str(ipaddress.ip_address(host)) if _is_address(host) else host.lower()


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _host(url: str) -> str:
    """The host alone, for logs and messages: paths and queries may hold secrets."""
    try:
        return (urlsplit(url).hostname or "")[:100]
    except ValueError:
        return ""


def _reason(error: Exception) -> str:
    """A cause for the log. The guard's own words quote the whole URL; its `reason` does not."""
    cause = error.__cause__ or error
    return f"{type(cause).__name__}: {getattr(cause, 'reason', cause)}"[:300]
