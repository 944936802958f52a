"""Fetching and posting: what goes out, what comes back, and what of it a user is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import httpcore2
import httpx2
import structlog
from ssrfguard import Resolver, SSRFGuardError, Target

from kinema.egress.addresses import Frontier, host_of
from kinema.egress.dialler import Dialler, Names
from kinema.errors import ReferenceRefused, Unreachable

UNREACHABLE = (
    "The reference image could not be fetched from its address. Check that the address is public and "
    "answers with the image, or send the image inline as a data: URL."
)
"""All that a user learns of a failure on the way: anything more would map the network we stand in."""

_MOVED = frozenset({301, 302, 303, 307, 308})

_log = structlog.get_logger(__name__)


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


class Egress:
    """Fetches what users point at and posts where they want it, at public addresses alone.

    `allow` holds `host:port` pairs (`[::1]:9000` for IPv6) that the operator permits although they are
    private; `max_bytes` bounds a body that is fetched; `timeout` bounds a whole fetch or post in seconds,
    name lookups and redirects included; `resolver` stands in for `socket.getaddrinfo`. Each request is a
    tenant's: what its addresses hold up are its own requests.
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
        self._frontier = Frontier(allow)
        self._names = Names(resolver)
        self._max_bytes = max_bytes
        self._timeout = timeout
        self._max_redirects = max_redirects
        self._ssl = httpx2.create_ssl_context(trust_env=False)

    def check(self, url: str) -> None:
        """Judge a URL as it is written: nothing is looked up and nothing is contacted.

        Raises ValueError, with a message for the user, where it can never be fetched: another scheme or
        port, a user name in it, a host that is not public by its spelling or can be read in two ways.
        """
        self._frontier.origin(url)

    async def fetch_image(self, tenant_id: UUID, url: str) -> bytes:
        """The body behind `url`, as it came; what it holds is not looked at.

        Raises ReferenceRefused with a message for the user. What truly happened goes to the log alone.
        """
        try:
            async with self._bounded(url):
                return await self._follow(tenant_id, url)
        except Unreachable:
            raise ReferenceRefused(UNREACHABLE) from None

    async def post(self, tenant_id: UUID, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        """Send a body to `url` and return the answer, of which only the head is read.

        A redirect is an answer like any other. Raises Unreachable where there is none in time; what truly
        happened goes to the log alone.
        """
        given = [(name.encode(), value.encode()) for name, value in headers.items()]
        async with self._bounded(url), self._exchange(tenant_id, "POST", url, given, body) as answer:
            return Answered(answer.response.status, answer.fields.get(b"retry-after", b"").decode("latin-1"))

    @asynccontextmanager
    async def _bounded(self, url: str) -> AsyncIterator[None]:
        """Bound the time of what happens inside, and let its failures out as Unreachable alone."""
        try:
            async with asyncio.timeout(self._timeout):
                yield
            return
        except (SSRFGuardError, ValueError, httpx2.InvalidURL) as refused:
            _log.warning("egress.refused", host=host_of(url), reason=_reason(refused))
        except (
            OSError,  # TimeoutError too
            httpcore2.TimeoutException,
            httpcore2.NetworkError,
            httpcore2.ProtocolError,
        ) as failed:
            _log.info("egress.failed", host=host_of(url), reason=_reason(failed))
        raise Unreachable

    async def _follow(self, tenant_id: UUID, url: str) -> bytes:
        for _ in range(self._max_redirects + 1):
            answer = await self._get(tenant_id, url)
            if isinstance(answer, bytes):
                return answer
            url = str(httpx2.URL(url).join(answer.location))
        raise ValueError(f"more than {self._max_redirects} redirects")

    async def _get(self, tenant_id: UUID, url: str) -> bytes | _Moved:
        accept = [(b"Accept", b"image/png, image/jpeg, image/webp")]
        async with self._exchange(tenant_id, "GET", url, accept) as answer:
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
        self,
        tenant_id: UUID,
        method: str,
        url: str,
        headers: list[tuple[bytes, bytes]],
        body: bytes | None = None,
    ) -> AsyncIterator[_Answer]:
        """One request on a connection of its own: no cookie, no credential and no reuse can cross over."""
        origin = self._frontier.origin(url)
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
        dialler = Dialler(self._frontier, self._names, tenant_id)
        async with (
            httpcore2.AsyncConnectionPool(ssl_context=self._ssl, network_backend=dialler) as pool,
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


def _reason(error: Exception) -> str:
    """A cause for the log. The guard's own words quote the whole URL; its `reason` does not."""
    cause = error.__cause__ or error
    return f"{type(cause).__name__}: {getattr(cause, 'reason', cause)}"[:300]
