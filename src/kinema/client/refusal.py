"""What a server's refusals mean."""

from __future__ import annotations

import httpx2

GRACE = 15.0
"""Seconds for which a server that is away or busy is asked again before it is given up."""

PASSING = {None, 429, 503}
"""HTTP statuses, None where no answer came, that may be others shortly."""


class ClientError(Exception):
    """The server refused, failed, or could not be reached. The message is for a person.

    `status` is the HTTP status, None where no answer came; `param` names the field that was wrong.
    """

    def __init__(self, message: str, status: int | None = None, param: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.param = param


def refusal(answer: httpx2.Response) -> ClientError:
    """Return what is wrong according to an answer that was read whole and is not the one hoped for."""
    try:
        body = answer.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        return ClientError(f"No Kinema answered there (HTTP {answer.status_code}).", answer.status_code)
    problem = body.get("error")
    if not isinstance(problem, dict) or not problem.get("message"):
        problem = {"message": f"HTTP {answer.status_code}"}
    return ClientError(problem["message"], answer.status_code, problem.get("param"))
