"""What links start with: never what a client says."""

from __future__ import annotations

from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI, Request
from hypothesis import given
from hypothesis import strategies as st

from kinema.api.address import base_of
from kinema.api.services import ApiOptions
from kinema.videos.model import BUILT_IN

PROXY = (ip_network("10.0.0.0/8"), ip_network("::1/128"))


def request(
    *headers: tuple[str, str],
    client: tuple[str, int] | None = ("10.1.2.3", 5),
    server: tuple[str, int | None] | None = ("192.0.2.1", 8000),
    **options: Any,
) -> Request:
    """Return a request with these headers, from this peer, to an API with these options."""
    app = FastAPI()
    app.state.services = SimpleNamespace(options=ApiOptions(models=BUILT_IN, **options))
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
    return Request(
        {"type": "http", "app": app, "headers": raw, "client": client, "server": server, "scheme": "http"}
    )


FORWARDED = (("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "films.example.org"))
OWN = "http://192.0.2.1:8000"


def test_the_public_url_decides() -> None:
    """A configured public address wins over everything, and its slash at the end is dropped."""
    asked = request(*FORWARDED, public_url="https://a.example/kinema/", trusted_proxies=PROXY)
    assert base_of(asked) == "https://a.example/kinema"


def test_without_one_the_socket_decides() -> None:
    """Without a public address and a trusted proxy, links start with the address that was connected to."""
    assert base_of(request(("Host", "evil.example"))) == OWN
    assert base_of(request(server=("2001:db8::1", 80))) == "http://[2001:db8::1]:80"
    assert base_of(request(server=None)) == "http://127.0.0.1"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30), st.booleans())
def test_a_host_header_never_decides(host: str, trusted: bool) -> None:
    """Whatever the Host header says, from a proxy too, the link is the same."""
    assert base_of(request(("Host", host), trusted_proxies=PROXY if trusted else ())) == OWN


@pytest.mark.parametrize("peer", ["11.0.0.1", "::2", "fe80::1%eth0"])
def test_forwarded_headers_of_a_stranger_do_not_count(peer: str) -> None:
    """Forwarded headers count from a trusted peer alone."""
    assert base_of(request(*FORWARDED, client=(peer, 1), trusted_proxies=PROXY)) == OWN
    assert base_of(request(*FORWARDED, client=("10.1.2.3", 1))) == OWN
    assert base_of(request(*FORWARDED, client=None, trusted_proxies=PROXY)) == OWN


@pytest.mark.parametrize("peer", ["10.1.2.3", "::1"])
def test_a_trusted_proxy_says_what_it_was_asked_for(peer: str) -> None:
    """From a trusted peer, the forwarded scheme and host begin the link."""
    assert (
        base_of(request(*FORWARDED, client=(peer, 1), trusted_proxies=PROXY)) == "https://films.example.org"
    )
    only_host = request(FORWARDED[1], client=(peer, 1), trusted_proxies=PROXY)
    assert base_of(only_host) == "http://films.example.org"


@pytest.mark.parametrize(
    "headers",
    [
        [("X-Forwarded-Host", "evil.example, films.example.org")],
        [("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Host", "films.example.org")],
        [("X-Forwarded-Host", "evil.example,x"), ("X-Forwarded-Host", " films.example.org ")],
    ],
)
def test_only_the_nearest_proxy_is_believed(headers: list[tuple[str, str]]) -> None:
    """Where a proxy appended to what its client sent, in one header or a second, its own word counts."""
    assert base_of(request(*headers, trusted_proxies=PROXY)) == "http://films.example.org"


@pytest.mark.parametrize(
    "host",
    [
        "",
        "a b",
        "user@evil.example",
        "a/b",
        "a?b",
        "a#b",
        "a\\b",
        "[::1",
        "a:b",
        "a:123456",
        "ä.example",
        "a,",
    ],
)
def test_a_host_that_is_none_is_ignored(host: str) -> None:
    """A forwarded host that could bend a link is ignored, from a trusted proxy too."""
    assert base_of(request(("X-Forwarded-Host", host), trusted_proxies=PROXY)) == OWN


@pytest.mark.parametrize("scheme", ["", "javascript", "ftp", "https:", "http://x"])
def test_a_scheme_that_is_none_becomes_http(scheme: str) -> None:
    """Only http and https can begin a link."""
    asked = request(("X-Forwarded-Proto", scheme), FORWARDED[1], trusted_proxies=PROXY)
    assert base_of(asked) == "http://films.example.org"
