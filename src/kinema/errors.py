"""Every error that Kinema raises on purpose.

KinemaError
├── InvalidRequest        a request breaks a rule of its dialect; names the field
├── Unauthorized          no key, or one that opens nothing
├── Forbidden             the key is valid and may not do this
├── NotFound              no such thing for this tenant
├── Conflict              the request contradicts what is already there
├── QuotaExceeded         the tenant's budget does not cover it
├── OverLimit             too much at once; the same request may succeed later
├── FilmRefused           a film that somebody brought cannot be used; the message lacks its subject
├── LinkRefused           a signed link is bent or has expired
├── Unreachable           an address that a user gave cannot be reached
├── Unavailable           nothing was accepted; the same request may succeed later
├── TaskFailed            a task cannot be completed; the message is shown to its owner
│   ├── ReferenceRefused  the reference image cannot be used
│   │   └── PortraitRefused  it seems to show a person's face, or could not be screened for one
│   ├── SourceGone        the film that it comes from is not there any more
│   ├── TimedOut          the render took longer than it may
│   └── EngineFailed      the engine broke, more often than it may
└── Misconfigured         this installation cannot start as it is set up
    └── SchemaMismatch    the database's schema is not the one this code uses

No error knows HTTP: `kinema.api.errors` holds the only table from an error to an answer.
A class's docstring is its default message.
"""

from __future__ import annotations

import inspect
from typing import NamedTuple


class KinemaError(Exception):
    """Something went wrong."""

    def __init__(self, message: str | None = None) -> None:
        self.message = message or inspect.cleandoc(self.__doc__ or "")
        super().__init__(self.message)


class InvalidRequest(KinemaError):
    """The request breaks a rule.

    `param` names the field (None where the whole body is meant); `code` is a stable word for programs.
    """

    def __init__(self, message: str, *, param: str | None = None, code: str = "invalid_value") -> None:
        super().__init__(message)
        self.param = param
        self.code = code


class Unauthorized(KinemaError):
    """The API key is missing or is not valid. Send it as `Authorization: Bearer <key>`."""


class Forbidden(KinemaError):
    """This key may not do that."""

    def __init__(self, message: str | None = None, *, code: str = "forbidden") -> None:
        super().__init__(message)
        self.code = code


class NotFound(KinemaError):
    """There is no such resource."""

    def __init__(self, message: str | None = None, *, param: str | None = None) -> None:
        super().__init__(message)
        self.param = param  # the field that named it, None where the path did


class Conflict(KinemaError):
    """The request contradicts what is already there."""

    def __init__(
        self, message: str | None = None, *, param: str | None = None, code: str = "conflict"
    ) -> None:
        super().__init__(message)
        self.param = param
        self.code = code


class QuotaExceeded(KinemaError):
    """Your budget does not cover this film."""


class Rate(NamedTuple):
    """How many requests a minute there may be, how many are left now, and in how many seconds all are."""

    limit: int
    remaining: int
    reset: float


class OverLimit(KinemaError):
    """Too many requests at once."""

    def __init__(self, message: str | None = None, *, retry_after: int = 1, rate: Rate | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.rate = rate  # how the tenant's stands, None where it has no limit


class FilmRefused(KinemaError):
    """cannot be used."""


class LinkRefused(KinemaError):
    """This link is not valid, or no longer. Query the task for a fresh one."""


class Unreachable(KinemaError):
    """The address is not public, cannot be reached, or did not answer in time."""


class Unavailable(KinemaError):
    """The service cannot accept this right now; nothing was accepted. Try again shortly."""

    def __init__(self, message: str | None = None, *, retry_after: int = 5) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class TaskFailed(KinemaError):
    """The film could not be made."""

    code = "render_failed"


class ReferenceRefused(TaskFailed):
    """The reference image cannot be used."""

    code = "reference_refused"


class PortraitRefused(ReferenceRefused):
    """The reference image seems to show a person's face. Send an image without one."""

    code = "portrait_refused"


class SourceGone(TaskFailed):
    """The film that this one comes from is no longer stored."""

    code = "source_gone"


class TimedOut(TaskFailed):
    """Rendering took longer than it may."""

    code = "timed_out"


class EngineFailed(TaskFailed):
    """The engine failed to render this film."""

    code = "engine_failed"


class Misconfigured(KinemaError):
    """This installation cannot start as it is set up."""


class SchemaMismatch(Misconfigured):
    """The database's schema is not the one that this version of Kinema uses."""
