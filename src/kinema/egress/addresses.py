"""Which addresses may be asked: the rules for public ones, and the operator's exceptions."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from urllib.parse import urlsplit

import httpx2
from ssrfguard import DEFAULT_DENIED, AddressTable, Block, Policy, Reach, SSRFGuardError, Target

from kinema.errors import Misconfigured

PORTS = frozenset({80, 443})

_LOCAL_NAME = re.compile(
    r"[^.]*"  # one label: a neighbour, found by a search domain
    r"|.*\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)"
    r"|(?:.*\.)?(?:\d+|0x[0-9a-f]*)",  # an IPv4 address for libc and for browsers, however odd
)
"""Hosts that are no public name by their spelling (RFC 6761, 6762 with appendix G, 8375; WHATWG URL 3.5)."""


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


class Frontier:
    """Which policy an origin falls under: the operator's `host:port` pairs are trusted, all others must be
    public."""

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

    def origin(self, url: str) -> Target:
        """Where a URL leads, if it is one that may be asked; raises ValueError in the user's words."""
        try:
            return self._judge(url)
        except (ValueError, SSRFGuardError, httpx2.InvalidURL) as refused:
            raise ValueError(
                f"{host_of(url)!r} is nowhere to ask: give an http or https URL with a public host, on port "
                "80 or 443, without a user name."
            ) from refused

    def _judge(self, url: str) -> Target:
        # Two parsers read the URL; what they do not agree on is nothing to fetch.
        parsed = httpx2.URL(url)
        host = _canonical(parsed.raw_host.decode())
        port = parsed.port or {"http": 80, "https": 443}.get(parsed.scheme, 0)
        target = self.policy(host, port).check_url(url)
        if (_canonical(target.host), target.port, target.scheme) != (host, port, parsed.scheme):
            raise ValueError("its parts can be read in two ways")
        by_name = target.address is None and not self.trusts(host, port)
        if by_name and _LOCAL_NAME.fullmatch(host.rstrip(".")):
            raise ValueError("its host is no public name")
        return target


def host_of(url: str) -> str:
    """The host alone, for logs and messages: paths and queries may hold secrets."""
    try:
        return (urlsplit(url).hostname or "")[:100]
    except ValueError:
        return ""


def literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is written as, None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


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
    return str(literal(host) or host.lower())
