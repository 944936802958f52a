"""What links start with: the configured public address, never what a Host header says."""

from __future__ import annotations

import re
from ipaddress import ip_address

from fastapi import Request

from kinema.api.services import services_of

_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?", re.ASCII)


def base_of(request: Request) -> str:
    """Return what absolute links start with: scheme, host and the prefix of the public routes, no slash last.

    In this order: the public URL that the operator set; what a trusted proxy says that it was asked for
    (X-Forwarded-Proto and -Host); the address that this connection was accepted on.
    """
    options = services_of(request).options
    if options.public_url:
        return options.public_url.rstrip("/")
    return _asked_for(request) + ("" if "" in options.prefixes else options.prefixes[0])


def _asked_for(request: Request) -> str:
    options = services_of(request).options
    server = request.scope.get("server") or ("127.0.0.1", None)
    if request.client and options.trusted_proxies:
        peer = ip_address(request.client.host.partition("%")[0])
        host = _last(request, "x-forwarded-host")
        scheme = _last(request, "x-forwarded-proto").lower()
        if any(peer in network for network in options.trusted_proxies) and _HOST.fullmatch(host):
            return f"{scheme if scheme in {'http', 'https'} else 'http'}://{host}"
    host = f"[{server[0]}]" if ":" in server[0] else server[0]
    return f"http://{host}" + (f":{server[1]}" if server[1] else "")


def _last(request: Request, name: str) -> str:
    """Return what the nearest proxy says: whatever stands before it may be the client's own."""
    return ",".join(request.headers.getlist(name)).rpartition(",")[2].strip()
