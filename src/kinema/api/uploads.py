"""`/v1/files`: files that a tenant sends, to be used in requests by their ids. In OpenAI's shapes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote as percent

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from kinema.api import fields
from kinema.api.auth import Caller
from kinema.api.fields import alternatives, quote
from kinema.api.form import File, form
from kinema.api.listing import asked_page, listed
from kinema.api.services import services_of
from kinema.errors import InvalidRequest, NotFound
from kinema.library import files

_FIELDS = ("file", "purpose", "expires_after")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

router = APIRouter()


@router.post("/v1/files")
async def create_file(request: Request, caller: Caller) -> JSONResponse:
    """Keep a file."""
    caller.may("write")
    services = services_of(request)
    given = await form(request)
    if not services.options.ignore_unknown_fields:
        fields.refuse_unknown(given, _FIELDS)
    file, purpose = _file(given.get("file")), _purpose(given.get("purpose"))
    lifetime = _lifetime(given.get("expires_after"))
    kept = await files.keep(
        services.database,
        services.storage,
        caller.tenant_id,
        file,
        filename=_name(file.name),
        purpose=purpose,
        lifetime=lifetime,
    )
    return JSONResponse(_view(kept))


@router.get("/v1/files")
async def list_files(request: Request, caller: Caller) -> JSONResponse:
    """List the tenant's files."""
    caller.may("read")
    limit, order, after = asked_page(request, default=files.MOST_LISTED, least=1, most=files.MOST_LISTED)
    try:
        found, more = await files.page_of(
            services_of(request).database,
            caller.tenant_id,
            limit,
            after=after,
            newest_first=order == "desc",
            purpose=_purpose(asked) if (asked := request.query_params.get("purpose")) is not None else None,
        )
    except NotFound:
        raise InvalidRequest(
            f"after must be the id of one of your files, not {quote(after)}.", param="after"
        ) from None
    return JSONResponse(listed(list(map(_view, found)), more))


@router.get("/v1/files/{file_id}")
async def retrieve_file(request: Request, file_id: str, caller: Caller) -> JSONResponse:
    """Tell of a file."""
    caller.may("read")
    return JSONResponse(_view(await files.file_of(services_of(request).database, caller.tenant_id, file_id)))


@router.delete("/v1/files/{file_id}")
async def delete_file(request: Request, file_id: str, caller: Caller) -> JSONResponse:
    """Delete a file; tasks that were accepted with it keep what they took from it."""
    caller.may("write")
    services = services_of(request)
    await files.forget(services.database, services.storage, caller.tenant_id, file_id)
    return JSONResponse({"id": file_id, "object": "file", "deleted": True})


@router.get("/v1/files/{file_id}/content")
async def download_file(request: Request, file_id: str, caller: Caller) -> Response:
    """Send a file as it came: to be saved, never to be shown, for nobody looked at what it is."""
    caller.may("read")
    services = services_of(request)
    file = await files.file_of(services.database, caller.tenant_id, file_id)
    content = await files.content_of(services.database, services.storage, caller.tenant_id, file_id)
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f"attachment; filename*=UTF-8''{percent(file.filename, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, headers=headers, media_type="application/octet-stream")


def _file(value: Any) -> File:
    if value is None:
        raise InvalidRequest("file is required: a file of the form.", param="file", code="missing_field")
    if not isinstance(value, File):
        raise InvalidRequest(
            f"file must be a file of the form, not {quote(value)}.", param="file", code="invalid_type"
        )
    if not value:
        raise InvalidRequest("file is an empty file.", param="file")
    return value


def _purpose(value: Any) -> str:
    known = alternatives(files.PURPOSES)
    if value is None:
        raise InvalidRequest(f"purpose is required: {known}.", param="purpose", code="missing_field")
    if not isinstance(value, str) or value not in files.PURPOSES:
        raise InvalidRequest(
            f"purpose must be {known}, not {quote(value)}.", param="purpose", code="unsupported_value"
        )
    return value


def _lifetime(value: Any) -> timedelta | None:
    if value is None:
        return None
    if (
        not isinstance(value, dict)
        or value.get("anchor") != "created_at"
        or set(value) != {"anchor", "seconds"}
    ):
        raise InvalidRequest(
            'expires_after must have the anchor "created_at" and seconds, and nothing else.',
            param="expires_after",
        )
    seconds = value["seconds"]
    digits = isinstance(seconds, str) and re.fullmatch(r"[1-9]\d{0,8}", seconds, re.ASCII)
    if not digits or int(seconds) not in files.LIFETIMES:
        least, most = files.LIFETIMES[0], files.LIFETIMES[-1]
        raise InvalidRequest(
            f"expires_after.seconds must be {least} to {most}, not {quote(seconds)}.", param="expires_after"
        )
    return timedelta(seconds=int(seconds))


def _name(sent: str) -> str:
    """The name to keep: without folders and what cannot be shown, not too long."""
    name = _UNPRINTABLE.sub("", re.split(r"[/\\]", sent)[-1]).strip()
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
