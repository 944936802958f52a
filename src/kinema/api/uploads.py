"""`/v1/files`: files that a tenant sends, to be used in requests by their ids. In OpenAI's shapes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote as percent

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from kinema.api.auth import Caller
from kinema.api.fields import UNPRINTABLE, quote
from kinema.api.form import File
from kinema.api.limits import once_of
from kinema.api.listing import AFTER, ORDER, behind, limit, listed
from kinema.api.plain import PlainBody, plain, word, wrong
from kinema.api.query import Filter
from kinema.api.reader import closed
from kinema.api.reference.forms import FILE, FORM
from kinema.api.reference.operation import Answer, Tag, documented
from kinema.api.reference.shapes.library import File as FileShape
from kinema.api.reference.shapes.library import FileDeleted, FileList
from kinema.api.services import Services, services_of
from kinema.errors import Conflict, InvalidRequest, QuotaExceeded
from kinema.library import files

LIMIT = limit(1, files.MOST_LISTED, default=files.MOST_LISTED)
PURPOSE = Filter("purpose", "Only files that were sent for this.", files.PURPOSES)


@plain({**FILE, "description": "The file, which is not empty."}, files="application/octet-stream")
def sent(value: Any, name: str, _services: Services) -> File:
    """Return the file of a form."""
    if not isinstance(value, File):
        raise wrong(name, "a file of the form", value)
    if not value:
        raise InvalidRequest(f"{name} is an empty file.", param=name)
    return value


@plain(
    {
        **closed(
            anchor={"type": "string", "enum": ["created_at"], "description": "From when it counts."},
            seconds={
                "type": "integer",
                "minimum": files.LIFETIMES[0],
                "maximum": files.LIFETIMES[-1],
                "description": "How long the file is kept.",
            },
        ),
        "description": "When the file is deleted by itself. Without it, never.",
    }
)
def lifetime(value: Any, name: str, _services: Services) -> timedelta:
    """Return how long a file is kept."""
    if (
        not isinstance(value, dict)
        or value.get("anchor") != "created_at"
        or set(value) != {"anchor", "seconds"}
    ):
        raise InvalidRequest(
            f'{name} must have the anchor "created_at" and seconds, and nothing else.', param=name
        )
    seconds = value["seconds"]
    digits = isinstance(seconds, str) and re.fullmatch(r"[1-9]\d{0,8}", seconds, re.ASCII)
    if not digits or int(seconds) not in files.LIFETIMES:
        least, most = files.LIFETIMES[0], files.LIFETIMES[-1]
        raise InvalidRequest(f"{name}.seconds must be {least} to {most}, not {quote(seconds)}.", param=name)
    return timedelta(seconds=int(seconds))


BODY = PlainBody(
    {
        "file": sent,
        "purpose": word(files.PURPOSES, "What the file is for; it changes nothing."),
        "expires_after": lifetime,
    },
    {"file": "frame.png", "purpose": "vision"},
    required=("file", "purpose"),
    types=(FORM,),
)

router = APIRouter()


@router.post(
    "/v1/files",
    **documented(
        "createFile",
        Tag.FILES,
        FileShape,
        body=BODY,
        headers=("Idempotency-Key",),
        errors=(QuotaExceeded, Conflict),
        then=("retrieveFile", "downloadFile", "deleteFile"),
    ),
)
async def create_file(request: Request, caller: Caller) -> JSONResponse:
    """Send a file.

    It is kept as it is, and looked at where it is used.
    """
    caller.may("write")
    services = services_of(request)
    given = await BODY.of(request)
    filename = _name(given["file"].name)
    kept = await files.keep(
        services.database,
        services.storage,
        caller.tenant_id,
        given["file"],
        filename=filename,
        purpose=given["purpose"],
        lifetime=given.get("expires_after"),
        once=await once_of(request, {"makes": "file", **given, "filename": filename}),
    )
    return JSONResponse(_view(kept))


@router.get("/v1/files", **documented("listFiles", Tag.FILES, FileList, query=(LIMIT, ORDER, AFTER, PURPOSE)))
async def list_files(request: Request, caller: Caller) -> JSONResponse:
    """List the tenant's files."""
    caller.may("read")
    found, more = await files.page_of(
        services_of(request).database,
        caller.tenant_id,
        LIMIT.of(request),
        after=behind(request, "file", "a file"),
        newest_first=ORDER.of(request) == "desc",
        purpose=PURPOSE.of(request),
    )
    return JSONResponse(listed(list(map(_view, found)), more))


@router.get("/v1/files/{file_id}", **documented("retrieveFile", Tag.FILES, FileShape))
async def retrieve_file(request: Request, file_id: str, caller: Caller) -> JSONResponse:
    """Retrieve what is known of a file."""
    caller.may("read")
    return JSONResponse(_view(await files.file_of(services_of(request).database, caller.tenant_id, file_id)))


@router.delete("/v1/files/{file_id}", **documented("deleteFile", Tag.FILES, FileDeleted))
async def delete_file(request: Request, file_id: str, caller: Caller) -> JSONResponse:
    """Delete a file.

    Tasks that were accepted with it keep what they took from it.
    """
    caller.may("write")
    services = services_of(request)
    await files.forget(services.database, services.storage, caller.tenant_id, file_id)
    return JSONResponse({"id": file_id, "object": "file", "deleted": True})


@router.get(
    "/v1/files/{file_id}/content",
    **documented(
        "downloadFile",
        Tag.FILES,
        Answer(
            media_types=("application/octet-stream",), about="The bytes.", headers=("Content-Disposition",)
        ),
    ),
)
async def download_file(request: Request, file_id: str, caller: Caller) -> Response:
    """Download a file.

    As it came: to be saved, never to be shown, for nobody looked at what it is.
    """
    caller.may("read")
    services = services_of(request)
    file = await files.file_of(services.database, caller.tenant_id, file_id)
    chunks = await files.stream_of(services.storage, file)
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Length": str(file.bytes),
        "Content-Disposition": f"attachment; filename*=UTF-8''{percent(file.filename, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingResponse(chunks, headers=headers, media_type="application/octet-stream")


def _name(sent: str) -> str:
    """The name to keep: without folders and what cannot be shown, not too long."""
    name = UNPRINTABLE.sub("", re.split(r"[/\\]", sent)[-1]).strip()
    return name[: files.LONGEST_NAME] or "file"


def _view(file: files.File) -> dict[str, Any]:
    return {
        "id": file.id,
        "object": "file",
        "bytes": file.bytes,
        "created_at": int(file.created_at.timestamp()),
        "expires_at": int(file.expires_at.timestamp()) if file.expires_at else None,
        "filename": file.filename,
        "purpose": file.purpose,
        "status": "processed",
    }
