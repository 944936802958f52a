"""Pages of other origins: which may call the API from a browser, and what they may read of its answers."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp

from kinema.api.errors import METHODS, answer
from kinema.api.reference.parameters import EXPOSED
from kinema.errors import Forbidden

DAY = 24 * 60 * 60


class Cors(CORSMiddleware):
    """ASGI middleware that lets pages of these origins in, without credentials of the browser's own."""

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        super().__init__(
            app,
            allow_origins=origins,
            allow_methods=METHODS,
            allow_headers=["*"],
            expose_headers=EXPOSED,
            max_age=DAY,
        )

    def preflight_response(self, request_headers: Headers) -> Response:
        """Answer a preflight, which comes without a key; a refusal is in the envelope of all others."""
        answered = super().preflight_response(request_headers)
        if answered.status_code < 400:
            return answered
        asked = (
            f"{request_headers['origin'][:200]} with {request_headers['access-control-request-method'][:20]}"
        )
        return answer(
            Forbidden(f"Pages of this origin may not call this server: {asked}.", code="origin_not_allowed")
        )
