"""API keys by HTTP: create, which shows the key this once, list and revoke."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts import keys
from kinema.accounts.keys import Grant, Key
from kinema.accounts.tenants import tenant_named
from kinema.api.admin.fields import (
    LIMIT,
    Operator,
    models,
    moment,
    note,
    scopes,
    seconds,
    tenants_name,
)
from kinema.api.auth import key_of
from kinema.api.limits import once_of
from kinema.api.listing import AFTER, listed, nowhere
from kinema.api.plain import PlainBody
from kinema.api.query import Text
from kinema.api.reference.operation import Tag, documented
from kinema.api.reference.shapes.admin import Key as KeyShape
from kinema.api.reference.shapes.admin import KeyList, NewKey
from kinema.api.services import services_of
from kinema.errors import Conflict, NotFound

TENANT = Text("tenant", "Only keys of the tenant of this name.")

BODY = PlainBody(
    {"tenant": tenants_name, "models": models, "scopes": scopes, "expires_at": moment},
    {"tenant": "studio-a", "scopes": ["read", "write"]},
    required=("tenant",),
    strict=True,
)

router = APIRouter(prefix="/keys")


@router.post(
    "",
    **documented(
        "createKey",
        Tag.ADMIN,
        NewKey,
        body=BODY,
        headers=("Idempotency-Key",),
        errors=(NotFound, Conflict),
        then=("revokeKey",),
    ),
)
async def create_key(request: Request, operator: Operator) -> JSONResponse:
    """Give a tenant a new key.

    The answer alone shows it, and its repetition by the same API key with the same idempotency key.
    """
    services = services_of(request)
    given = await BODY.of(request)
    tenant, database = given["tenant"], services.database
    once = await once_of(request, {"makes": "key", **given})
    grant = Grant.checked(
        services.options.models, given.get("models"), given.get("scopes"), given.get("expires_at")
    )
    try:
        if once:
            asked = once, operator.tenant_id, key_of(request)
            key, secret, is_new = await keys.create_once(database, tenant, grant, *asked)
        else:
            (key, secret), is_new = await keys.create(database, tenant, grant=grant), True
    except NotFound as error:
        raise NotFound(error.message, param="tenant") from error
    if is_new:
        note(operator, "key created", key=str(key.id), tenant=tenant, scopes=key.scopes, models=key.models)
    return JSONResponse({**view(key), "key": secret}, headers={"Cache-Control": "no-store"})


@router.get(
    "",
    **documented("listKeys", Tag.ADMIN, KeyList, query=(LIMIT, AFTER, TENANT), errors=(NotFound,)),
)
async def list_keys(request: Request) -> JSONResponse:
    """List keys.

    The oldest first, of one tenant or all.
    """
    database, limit = services_of(request).database, LIMIT.of(request)
    tenant, after = TENANT.of(request), AFTER.of(request)
    if tenant is not None:
        tenant = (await tenant_named(database, tenant)).name
    try:
        behind = UUID(after) if after is not None else None
        found = await keys.every(database, tenant, after=behind, limit=limit + 1)
    except (ValueError, NotFound):
        raise nowhere(after, "a key's id") from None
    return JSONResponse(listed(list(map(view, found[:limit])), len(found) > limit))


@router.post("/{key_id}/revoke", **documented("revokeKey", Tag.ADMIN, KeyShape))
async def revoke_key(request: Request, key_id: str, operator: Operator) -> JSONResponse:
    """Revoke a key.

    It opens nothing any more, at once and for good; a second time changes nothing.
    """
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
