"""Downloads: signed links, served with ranges."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from kinema.api.errors import RangeNotSatisfiable
from kinema.api.query import Text
from kinema.api.reference.operation import Answer, Tag, documented
from kinema.api.services import services_of
from kinema.api.trace import about_task
from kinema.errors import LinkRefused, NotFound, Unavailable
from kinema.tasks.find import artifact_of
from kinema.tasks.task import Artifact

_ATTEMPT = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_EXPIRES = re.compile(r"[1-9]\d{0,11}", re.ASCII)
"""Both as links are written: with a leading zero they would mean the same and be another link."""

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)

EXPIRES = Text("expires", "Until when the link is good, in Unix seconds.", required=True)
SIGNATURE = Text("signature", "The server's signature of the link.", required=True)

FILM = Answer(media_types=("video/mp4",), about="The film.", headers=("Accept-Ranges", "ETag"))
PART = Answer(
    status=206,
    media_types=("video/mp4",),
    about="The part that Range asks for.",
    headers=("Accept-Ranges", "Content-Range", "ETag"),
)
KNOWN = Answer(status=304, about="The client has this already.", headers=("ETag",))
"""How a film is answered with."""

router = APIRouter()


@router.api_route(
    "/files/{task_id}/{attempt}.mp4",
    methods=["GET", "HEAD"],
    **documented(
        "downloadLink",
        Tag.SORA,
        FILM,
        PART,
        KNOWN,
        query=(EXPIRES, SIGNATURE),
        headers=("Range", "If-Range", "If-None-Match"),
        errors=(LinkRefused, RangeNotSatisfiable, Unavailable),
        key=False,
    ),
)
async def download(request: Request, task_id: str, attempt: str) -> Response:
    """Download a film by its link.

    Links come in the `video_url` of a query, signed; they need no key.
    """
    services = services_of(request)
    expires, signature = EXPIRES.of(request) or "", SIGNATURE.of(request) or ""
    if not (_ATTEMPT.fullmatch(attempt) and _EXPIRES.fullmatch(expires)):
        raise LinkRefused
    services.links.check(task_id, int(attempt), int(expires), signature)
    about_task(task_id)
    return await serve(request, task_id, await artifact_of(services.database, task_id, int(attempt)))


async def serve(request: Request, task_id: str, film: Artifact) -> Response:
    """Send a published film as the request's method, Range, If-Range and If-None-Match ask for it."""
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, max-age=3600",
        "Content-Disposition": f'inline; filename="{task_id}.mp4"',
        "ETag": f'"{film.sha256}"',
        "X-Content-Type-Options": "nosniff",
    }
    if _is_known(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    asked = request.headers.get("range", "")
    if request.method == "HEAD" or request.headers.get("if-range", headers["ETag"]) != headers["ETag"]:
        asked = ""  # RFC 9110, 14.2: a range is of a GET alone
    span = requested(asked, film.bytes)
    start, end = span or (0, film.bytes)
    headers["Content-Length"] = str(end - start)
    if span:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{film.bytes}"
    status = 206 if span else 200
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type="video/mp4")
    try:
        chunks = await services_of(request).storage.stream(film.key, start, end)
    except NotFound:
        raise LinkRefused("This film is no longer kept.") from None
    return StreamingResponse(chunks, status, headers, media_type="video/mp4")


def _is_known(if_none_match: str, etag: str) -> bool:
    """Tell whether the client has this file already (RFC 9110, 13.1.2: a list, compared weakly, or *)."""
    known = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return etag in known or known == {"*"}


def requested(header: str, length: int) -> tuple[int, int] | None:
    """Return the half-open span of bytes that a Range header asks for; None where all of them are sent.

    A header that is malformed, in another unit or names several ranges is ignored, as RFC 9110 (14.2)
    allows. Raises RangeNotSatisfiable where it begins past the end.
    """
    match = _RANGE.fullmatch(header.strip()) if len(header) < 64 else None
    if not match or match[1] == match[2] == "":
        return None
    if match[1] == "":
        start, end = max(0, length - int(match[2])), length
    else:
        start, end = int(match[1]), min(length, int(match[2]) + 1 if match[2] else length)
        if match[2] and int(match[2]) < int(match[1]):
            return None
    if start >= length or start >= end:
        raise RangeNotSatisfiable(length)
    return start, end
