"""From a host to a connection: names looked up in fair shares, addresses judged, those very ones dialled."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Hashable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from weakref import WeakValueDictionary

import httpcore2
from ssrfguard import Address, Policy, Resolver, Target, resolve

from kinema.egress.addresses import Frontier, literal

AT_ONCE = 64
"""Lookups of one `Egress` at the same time."""

EACH = 4
"""How many of them may be one tenant's: what its name servers hold up are its own lookups."""

LOOKUP_SECONDS = 10.0
"""How long a lookup is waited for: libc asks a second time after five."""

DIALS = 4
DIAL_SECONDS = 5.0


class Names:
    """Looks names up with `resolver`, `socket.getaddrinfo` without one, in threads of its own.

    A lookup cannot be interrupted: a thread, and its tenant's share, are free again when it has ended and not
    when whoever asked has gone. Past its share a tenant waits for itself.
    """

    def __init__(self, resolver: Resolver | None) -> None:
        self._resolver = resolver
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="egress-lookup")
        self._shares: WeakValueDictionary[Hashable, asyncio.Semaphore] = WeakValueDictionary()

    async def addresses(self, target: Target, policy: Policy, tenant: Hashable) -> Sequence[Address]:
        """Look the target's host up once, and return all answers; raises where the policy refuses any."""
        share = self._shares.setdefault(tenant, asyncio.Semaphore(EACH))
        await share.acquire()
        loop = asyncio.get_running_loop()

        def ended(_: Future[tuple[Address, ...]]) -> None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(share.release)

        lookup = self._threads.submit(
            functools.partial(resolve, target, policy=policy, resolver=self._resolver)
        )
        lookup.add_done_callback(ended)
        async with asyncio.timeout(LOOKUP_SECONDS):
            return await asyncio.wrap_future(lookup)


class Dialler(httpcore2.AsyncNetworkBackend):
    """Opens a tenant's connections to addresses that were judged, and to those very addresses."""

    def __init__(self, frontier: Frontier, names: Names, tenant: Hashable) -> None:
        self._frontier = frontier
        self._names = names
        self._tenant = tenant
        self._backend = httpcore2.AnyIOBackend()

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
        target = Target(scheme="tcp", host=host, port=port, host_as_written=host, address=literal(host))
        if target.address is None:
            found = await self._names.addresses(target, policy, self._tenant)
        else:
            found = resolve(target, policy=policy)
        failed: Exception = OSError("no address answered")
        for address in found[:DIALS]:
            try:
                # Given an address, the backend looks nothing up.
                return await self._backend.connect_tcp(
                    str(address.ip), port, timeout or DIAL_SECONDS, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed
