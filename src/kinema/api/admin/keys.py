"""API keys by HTTP: create, which shows the key this once, list and revoke."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts import keys
from kinema.accounts.keys import Grant, Key
from kinema.accounts.tenants import tenant_named
from kinema.api.admin.fields import Operator, fields_of, limit_of, moment, note, page, seconds, text, words
from kinema.api.fields import quote
from kinema.api.services import services_of
from kinema.errors import InvalidRequest, NotFound

router = APIRouter(prefix="/keys")


@router.post("")
async def create_key(request: Request, operator: Operator) -> JSONResponse:
    """Give a tenant a new key, shown this once."""
    services = services_of(request)
    body = await fields_of(request, "tenant", "models", "scopes", "expires_at")
    tenant, models, scopes = text(body, "tenant"), words(body, "models"), words(body, "scopes")
    grant = Grant.checked(services.options.models, models, scopes, moment(body, "expires_at"))
    try:
        key, secret = await keys.create(services.database, tenant, grant=grant)
    except NotFound as error:
        raise InvalidRequest(error.message, param="tenant") from error
    note(operator, "key created", key=str(key.id), tenant=tenant, scopes=key.scopes, models=key.models)
    return JSONResponse({**view(key), "key": secret}, headers={"Cache-Control": "no-store"})


@router.get("")
async def list_keys(request: Request) -> JSONResponse:
    """List keys, oldest first, of one `tenant` or all, behind the id `after`."""
    database, limit = services_of(request).database, limit_of(request)
    tenant, after = request.query_params.get("tenant"), request.query_params.get("after")
    if tenant is not None:
        tenant = (await tenant_named(database, tenant)).name
    try:
        behind = UUID(after) if after is not None else None
    except ValueError:
        raise InvalidRequest(f"after must be a key's id, not {quote(after)}.", param="after") from None
    return JSONResponse(
        page(await keys.every(database, tenant, after=behind, limit=limit + 1), limit, view, "id")
    )


@router.post("/{key_id}/revoke")
async def revoke_key(request: Request, key_id: str, operator: Operator) -> JSONResponse:
    """Make a key open nothing, at once and for good; a second time changes nothing."""
    key = await keys.revoke(services_of(request).database, key_id)
    note(operator, "key revoked", key=key_id, tenant=key.tenant)
    return JSONResponse(view(key))


def view(key: Key) -> dict[str, Any]:
    """Return what may be known of a key after it was shown."""
    return {
        "id": str(key.id),
        "object": "key",
        "tenant": key.tenant,
        "hint": key.hint,
        "scopes": key.scopes,
        "models": key.models,
        "created_at": seconds(key.created_at),
        "expires_at": seconds(key.expires_at),
        "revoked_at": seconds(key.revoked_at),
    }
