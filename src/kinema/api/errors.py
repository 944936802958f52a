"""From an error to its answer on the wire: the only table there is.

Every answer of 4xx and 5xx is OpenAI's envelope, whichever part of the server gives it.
"""

from __future__ import annotations

import math
from http import HTTPStatus
from typing import Any, NamedTuple

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from kinema.errors import (
    Conflict,
    Forbidden,
    InvalidRequest,
    KinemaError,
    LinkRefused,
    NotFound,
    OverLimit,
    QuotaExceeded,
    Rate,
    Unauthorized,
    Unavailable,
    Unreachable,
)


class TooLarge(KinemaError):
    """The body is larger than 32 MiB. Send a smaller file, or an image's URL."""


class TooSlow(KinemaError):
    """The body did not come in whole within a minute."""


class UnsupportedMediaType(KinemaError):
    """The body must be JSON: send Content-Type: application/json."""


class RangeNotSatisfiable(KinemaError):
    """The range holds no byte of the file."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length


class _Wire(NamedTuple):
    status: int
    type: str
    code: str


METHODS = ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")

_TABLE: dict[type[KinemaError], _Wire] = {
    InvalidRequest: _Wire(400, "invalid_request_error", "invalid_value"),
    Unauthorized: _Wire(401, "authentication_error", "invalid_api_key"),
    LinkRefused: _Wire(403, "permission_error", "invalid_link"),
    QuotaExceeded: _Wire(402, "insufficient_quota", "insufficient_quota"),
    Forbidden: _Wire(403, "permission_error", "forbidden"),
    Unreachable: _Wire(400, "invalid_request_error", "unreachable"),
    NotFound: _Wire(404, "invalid_request_error", "not_found"),
    Conflict: _Wire(409, "invalid_request_error", "conflict"),
    OverLimit: _Wire(429, "rate_limit_error", "rate_limit_exceeded"),
    TooSlow: _Wire(408, "invalid_request_error", "request_timeout"),
    TooLarge: _Wire(413, "invalid_request_error", "body_too_large"),
    UnsupportedMediaType: _Wire(415, "invalid_request_error", "unsupported_media_type"),
    RangeNotSatisfiable: _Wire(416, "invalid_request_error", "range_not_satisfiable"),
    Unavailable: _Wire(503, "server_error", "unavailable"),
}


def envelope(message: str, type_: str, param: str | None, code: str) -> dict[str, Any]:
    """Return OpenAI's error body."""
    return {"error": {"message": message, "type": type_, "param": param, "code": code}}


def answer(error: KinemaError) -> JSONResponse:
    """Return the answer that tells a client of this error; one that is not in the table is `unexpected`."""
    wire = next((_TABLE[cls] for cls in type(error).__mro__ if cls in _TABLE), None)
    if wire is None:
        return unexpected()
    param, code, headers = None, wire.code, {}
    match error:
        case InvalidRequest() | Conflict():
            param, code = error.param, error.code
        case NotFound():
            param = error.param
        case Forbidden():
            code = error.code
        case Unauthorized():
            headers["WWW-Authenticate"] = "Bearer"
        case Unavailable():
            headers["Retry-After"] = str(error.retry_after)
        case OverLimit():
            headers = {"Retry-After": str(error.retry_after), **rate_headers(error.rate)}
        case RangeNotSatisfiable():
            headers["Content-Range"] = f"bytes */{error.length}"
    return JSONResponse(envelope(error.message, wire.type, param, code), wire.status, headers)


def rate_headers(rate: Rate | None) -> dict[str, str]:
    """Return OpenAI's headers of a rate; none where there is no limit."""
    if rate is None:
        return {}
    minutes, seconds = divmod(math.ceil(rate.reset), 60)
    return {
        "x-ratelimit-limit-requests": str(rate.limit),
        "x-ratelimit-remaining-requests": str(rate.remaining),
        "x-ratelimit-reset-requests": f"{minutes}m{seconds}s" if minutes else f"{seconds}s",
    }


def unexpected() -> JSONResponse:
    """Return the answer for an error that nobody foresaw; what it was is in the log alone."""
    message = "Something went wrong on the server. It was logged under this x-request-id."
    return JSONResponse(envelope(message, "server_error", None, "internal_error"), 500)


def install(app: FastAPI) -> None:
    """Have the app answer in the envelope: our errors, and the framework's own for routes and methods."""

    async def ours(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, KinemaError)  # it is asked for these alone
        _let_go(error)
        return answer(error)

    for expected in _TABLE:  # any other goes on to `kinema.api.trace`, which logs it
        app.add_exception_handler(expected, ours)

    @app.exception_handler(HTTPException)
    async def _framework(request: Request, error: HTTPException) -> JSONResponse:
        status = HTTPStatus(error.status_code)
        headers = dict(error.headers or {})
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = _methods(request)
        message = {
            404: f"There is no route {request.method} {request.url.path[:200]}.",
            405: f"{request.method} is not allowed here. Allowed: {headers.get('Allow')}.",
        }.get(status, str(error.detail))
        body = envelope(message, "invalid_request_error", None, status.phrase.lower().replace(" ", "_"))
        return JSONResponse(body, status, headers)


def _let_go(error: BaseException | None) -> None:
    """Drop the frames that an error went through, with the bodies that these hold.

    Where one of them holds the error in turn, they would stay until the garbage collector comes by.
    """
    while error is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


def _methods(request: Request) -> str:
    """Return the methods that any route at this path has: the framework tells those of the first alone."""

    def matches(method: str) -> bool:
        scope = {**request.scope, "method": method}
        return any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)

    return ", ".join(filter(matches, METHODS))
