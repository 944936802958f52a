"""Pages of other origins: let in where the operator says so, and not otherwise."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import httpx2
import pytest

from kinema.api.app import application
from kinema.api.services import ApiOptions
from kinema.videos.model import BUILT_IN

OURS = "https://app.example.org"
PREFLIGHT = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization, content-type, x-stainless-lang",
}


async def ask(origins: tuple[str, ...], method: str, origin: str, headers: Any = ()) -> httpx2.Response:
    """Send a request from a page of `origin` to an API that lets these origins in."""
    app = application(SimpleNamespace(options=ApiOptions(models=BUILT_IN, cors_origins=origins)))  # type: ignore[arg-type]
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.request(method, "/health/live", headers={"Origin": origin, **dict(headers)})


@pytest.mark.parametrize(("origins", "allowed"), [((OURS,), OURS), (("*",), "*"), ((OURS, "*"), "*")])
async def test_a_page_that_is_let_in(origins: tuple[str, ...], allowed: str) -> None:
    """Its preflight needs no key, whatever headers it asks for; it may read those that tell of a task."""
    preflight = await ask(origins, "OPTIONS", OURS, PREFLIGHT)
    assert (preflight.status_code, preflight.headers["access-control-allow-origin"]) == (200, allowed)
    assert "authorization" in preflight.headers["access-control-allow-headers"]
    assert preflight.headers["x-request-id"]
    answer = await ask(origins, "GET", OURS)
    assert answer.headers["access-control-allow-origin"] == allowed
    exposed = answer.headers["access-control-expose-headers"].lower().split(", ")
    assert {
        *("retry-after", "x-request-id", "openai-poll-after-ms", "x-kinema-warning"),
        *(f"x-ratelimit-{word}-requests" for word in ("limit", "remaining", "reset")),
    } <= set(exposed)
    for told in (preflight, answer):
        assert "access-control-allow-credentials" not in told.headers


async def test_a_page_that_is_not_let_in() -> None:
    """Its preflight is refused in the envelope, and its requests get no header that a browser wants."""
    preflight = await ask((OURS,), "OPTIONS", "https://evil.example", PREFLIGHT)
    assert (preflight.status_code, preflight.json()["error"]["code"]) == (403, "origin_not_allowed")
    assert "https://evil.example" in preflight.json()["error"]["message"]
    answer = await ask((OURS,), "GET", "https://evil.example")
    assert (answer.status_code, answer.headers.get("access-control-allow-origin")) == (200, None)


async def test_nobody_is_let_in_by_default() -> None:
    """Without the setting a preflight is a method like any other, which no route has."""
    preflight = await ask((), "OPTIONS", OURS, PREFLIGHT)
    assert preflight.status_code == 405
    assert not [name for name in preflight.headers if name.startswith("access-control")]
