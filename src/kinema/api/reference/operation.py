"""What a route says of itself: `@router.post(path, **documented(...))`.

Its summary and description are the route's docstring, its path parameters come from its path, and the
statuses of its refusals from the table in `kinema.api.errors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from fastapi import APIRouter
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel

from kinema.api.errors import TooLarge, TooSlow, UnsupportedMediaType
from kinema.api.plain import PlainBody
from kinema.api.query import Query, Text
from kinema.api.reference.body import Body
from kinema.errors import (
    Conflict,
    Forbidden,
    InvalidRequest,
    KinemaError,
    NotFound,
    OverLimit,
    QuotaExceeded,
    Unauthorized,
    Unavailable,
)

Errors = tuple[type[KinemaError], ...]

CREATES: Errors = (InvalidRequest, QuotaExceeded, Forbidden, Conflict, OverLimit)
"""How a creation may be refused, besides what any body and key may meet."""


CREATED = (
    "openai-poll-after-ms",
    "x-ratelimit-limit-requests",
    "x-ratelimit-remaining-requests",
    "x-ratelimit-reset-requests",
    "x-kinema-warning",
)
"""What an accepted creation tells in headers."""


class Tag(StrEnum):
    """The chapters of the reference, in its order."""

    SORA = "Sora gateway", "Films by the Sora gateway contract."
    OPENAI = "OpenAI Videos", "Films by OpenAI's Videos API: its official clients work unchanged."
    CHARACTERS = "Characters", "Somebody out of a film, to play in others."
    FILES = "Files", "Pictures and films that are sent once and used by their ids."
    SHARED = "Models, prompts and usage", "What both dialects share."
    WEBHOOKS = (
        "Webhooks",
        "How tasks end, told to addresses of yours: Standard Webhooks with OpenAI's bodies.",
    )
    ADMIN = "For operators", "Tenants, keys, prices and usage. A key needs the scope `admin`."
    SERVER = "The server", "Its health, its figures and this description."

    about: str

    def __new__(cls, name: str, about: str) -> Tag:
        """Make a chapter of its name and what it is about."""
        tag = str.__new__(cls, name)
        tag._value_, tag.about = name, about
        return tag


@dataclass(frozen=True)
class Answer:
    """One way in which a route answers: a JSON shape, or contents of these types, or nothing.

    `about` is the shape's own first sentence where it is empty; `headers` are names in `parameters.SENT`,
    beside those that every answer has.
    """

    shape: type[BaseModel] | None = None
    status: int = 200
    media_types: tuple[str, ...] = ()
    about: str = ""
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Operation:
    """A route's own words.

    `then` names operations that take the answer's key `named_by` in their path.
    """

    id: str
    tag: Tag
    answers: tuple[Answer, ...]
    body: Body | PlainBody | None = None
    query: tuple[Query, ...] = ()
    headers: tuple[str, ...] = ()
    errors: Errors = ()
    then: tuple[str, ...] = ()
    named_by: str = "id"
    key: bool = True
    alias: bool = False

    def refusals(self, path: str) -> Errors:
        """Return every error that the route at this path may answer."""
        body = (InvalidRequest, TooLarge, TooSlow, UnsupportedMediaType) if self.body else ()
        return (
            *body,
            *((InvalidRequest,) if any(not isinstance(query, Text) for query in self.query) else ()),
            *((Unauthorized, Forbidden, Unavailable) if self.key else ()),
            *((NotFound,) if "{" in path and self.key else ()),
            *self.errors,
        )


def documented(
    id_: str,
    tag: Tag,
    *answers: Answer | type[BaseModel],
    errors: Iterable[type[KinemaError]] = (),
    **more: Any,
) -> dict[str, Any]:
    """Return what a route's decorator takes to describe it; a shape alone is an answer of status 200."""
    told = tuple(answer if isinstance(answer, Answer) else Answer(answer) for answer in answers)
    return {KEYWORD: {WORD: Operation(id=id_, tag=tag, answers=told, errors=tuple(errors), **more)}}


def also(described: dict[str, Any]) -> dict[str, Any]:
    """Return the same for another path of the route."""
    return {KEYWORD: {WORD: replace(described[KEYWORD][WORD], alias=True, then=())}}


class Described(NamedTuple):
    """A route that describes itself, by one of its methods."""

    path: str
    method: str
    parameters: tuple[str, ...]
    about: str
    operation: Operation


def described(routers: Iterable[APIRouter]) -> Iterator[Described]:
    """Give every route that describes itself, by each of its methods."""
    for router in routers:
        for context in iter_route_contexts(router.routes):
            route = context.original_route
            operation = (route.openapi_extra or {}).get(WORD) if isinstance(route, APIRoute) else None
            if isinstance(route, APIRoute) and operation:
                for method in sorted(route.methods or ()):
                    parameters = tuple(route.param_convertors)
                    about = route.endpoint.__doc__ or ""
                    yield Described(context.path_format or "", method, parameters, about, operation)


KEYWORD, WORD = "openapi_extra", "operation"
"""Where FastAPI keeps what a route says of itself."""
