"""The errors: their tree, their words and their places on the wire."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Iterator

import httpx2
import pytest
from fastapi import FastAPI

from kinema import errors
from kinema.api.errors import (
    RangeNotSatisfiable,
    TooLarge,
    TooSlow,
    UnsupportedMediaType,
    answer,
    install,
    unexpected,
)
from kinema.errors import (
    Conflict,
    EngineFailed,
    FilmRefused,
    Forbidden,
    InvalidRequest,
    KinemaError,
    LinkRefused,
    Misconfigured,
    NotFound,
    OverLimit,
    PortraitRefused,
    QuotaExceeded,
    ReferenceRefused,
    SchemaMismatch,
    SourceGone,
    TaskFailed,
    TimedOut,
    Unauthorized,
    Unavailable,
    Unreachable,
)

WIRE: dict[type[KinemaError], tuple[int, str, str] | None] = {
    InvalidRequest: (400, "invalid_request_error", "invalid_value"),
    Unauthorized: (401, "authentication_error", "invalid_api_key"),
    LinkRefused: (403, "permission_error", "invalid_link"),
    QuotaExceeded: (402, "insufficient_quota", "insufficient_quota"),
    Forbidden: (403, "permission_error", "forbidden"),
    Unreachable: (400, "invalid_request_error", "unreachable"),
    NotFound: (404, "invalid_request_error", "not_found"),
    Conflict: (409, "invalid_request_error", "conflict"),
    OverLimit: (429, "rate_limit_error", "rate_limit_exceeded"),
    TooSlow: (408, "invalid_request_error", "request_timeout"),
    TooLarge: (413, "invalid_request_error", "body_too_large"),
    UnsupportedMediaType: (415, "invalid_request_error", "unsupported_media_type"),
    RangeNotSatisfiable: (416, "invalid_request_error", "range_not_satisfiable"),
    Unavailable: (503, "server_error", "unavailable"),
    # Never raised towards the client as they are: routes word them anew, or they end a task or a start.
    FilmRefused: None,
    TaskFailed: None,
    ReferenceRefused: None,
    PortraitRefused: None,
    SourceGone: None,
    TimedOut: None,
    EngineFailed: None,
    Misconfigured: None,
    SchemaMismatch: None,
}
"""Every error and its answer; None where it is nothing that a route may raise."""


def made(error: type[KinemaError]) -> KinemaError:
    """Return an instance, with what its constructor insists on."""
    if error is InvalidRequest:
        return InvalidRequest("It is wrong.")
    return RangeNotSatisfiable(100) if error is RangeNotSatisfiable else error()


def below(error: type[KinemaError], module: str) -> Iterator[type[KinemaError]]:
    """Yield the subclasses of an error that are defined in that module."""
    for sub in error.__subclasses__():
        if sub.__module__ == module:
            yield sub
            yield from below(sub, module)


def drawn() -> dict[str, str]:
    """Return the tree in the module's docstring: each error and its parent."""
    parents: dict[str, str] = {}
    path = ["KinemaError"]
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r"((?:[│ ]   )*)(?:├──|└──) (\w+)", line):
            depth = len(match[1]) // 4 + 1
            path = [*path[:depth], match[2]]
            parents[match[2]] = path[depth - 1]
    return parents


def test_the_drawn_tree_is_the_real_one() -> None:
    """The tree in the docstring of `kinema.errors` names every error there, under its true parent."""
    real = {error.__name__: error.__mro__[1].__name__ for error in below(KinemaError, "kinema.errors")}
    assert drawn() == real


def test_every_error_has_a_decided_place() -> None:
    """Each error that a route could raise is in the table above: a new one is decided on."""
    every = [*below(KinemaError, "kinema.errors"), *below(KinemaError, "kinema.api.errors")]
    assert set(every) == set(WIRE)


@pytest.mark.parametrize("error", [error for error, wire in WIRE.items() if wire])
def test_its_answer_on_the_wire(error: type[KinemaError]) -> None:
    """An error of the API is answered with its status, type and code in the envelope."""
    response = answer(made(error))
    wire = WIRE[error]
    assert wire is not None
    status, type_, code = wire
    message = '"' + made(error).message.replace('"', '\\"') + '"'
    body = f'{{"error":{{"message":{message},"type":"{type_}","param":null,"code":"{code}"}}}}'
    assert (response.status_code, bytes(response.body).decode()) == (status, body)


@pytest.mark.parametrize("error", [error for error, wire in WIRE.items() if wire is None])
def test_what_may_not_reach_the_api_is_500(error: type[KinemaError]) -> None:
    """Should one of the others reach the API after all, the answer is a 500 that shows nothing of it."""
    response = answer(error("secret circumstances"))
    assert response.status_code == 500
    assert response.body == unexpected().body


def test_headers_that_belong_to_errors() -> None:
    """401 says how to authenticate, 503 when to come back, 416 how long the file is."""
    assert answer(Unauthorized()).headers["www-authenticate"] == "Bearer"
    assert answer(Unavailable(retry_after=7)).headers["retry-after"] == "7"
    assert answer(RangeNotSatisfiable(100)).headers["content-range"] == "bytes */100"


@pytest.mark.parametrize("error", list(WIRE))
def test_an_errors_docstring_is_its_message(error: type[KinemaError]) -> None:
    """Raised without words, an error says what its docstring says, in one sentence or more."""
    if error is not InvalidRequest:
        assert made(error).message == str(made(error)) == (error.__doc__ or "").strip()
    assert made(error).message.endswith(".")


def test_codes_of_failed_tasks_are_distinct() -> None:
    """Each way in which a task fails has its own word for programs."""
    failures = [TaskFailed, *below(TaskFailed, "kinema.errors")]
    assert len({failure.code for failure in failures}) == len(failures)  # type: ignore[attr-defined]


async def test_a_refusal_lets_go_of_the_body_at_once() -> None:
    """What an error's frames hold is freed with the answer, though one of them holds the error: it may be a
    body of 32 MiB, and the garbage collector comes by rarely."""

    class Body:
        pass

    bodies: list[weakref.ref[Body]] = []

    def check() -> None:
        body = Body()
        bodies.append(weakref.ref(body))
        unusable = ReferenceRefused()
        raise unusable

    app = FastAPI()
    install(app)

    @app.get("/")
    async def _route() -> None:
        try:
            check()
        except ReferenceRefused as error:
            raise InvalidRequest(error.message) from error

    gc.disable()
    try:
        transport = httpx2.ASGITransport(app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
            assert (await client.get("/")).status_code == 400
        assert [body() for body in bodies] == [None]
    finally:
        gc.enable()
