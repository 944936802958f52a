"""Tenants by HTTP: create, list, look at, limit, suspend, delete, and what they used."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts import tenants, usage
from kinema.accounts.tenants import Tenant
from kinema.accounts.usage import By
from kinema.api.admin.fields import LIMIT, Operator, limits, note, seconds, tenants_name
from kinema.api.limits import once_of
from kinema.api.listing import AFTER, listed, nowhere
from kinema.api.plain import PlainBody, switch
from kinema.api.query import Choice, Text
from kinema.api.reference.operation import Tag, documented
from kinema.api.reference.shapes.admin import Tenant as TenantShape
from kinema.api.reference.shapes.admin import TenantDeleted, TenantList, TenantUsage
from kinema.api.services import services_of
from kinema.errors import Conflict

_DAY = "2[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-9]|3[01])"

FROM = Text("from", "The first day (UTC); without it, 30 days before the last.", pattern=_DAY)
TO = Text("to", f"The last day (UTC), today without it; at most {usage.MOST_DAYS} in all.", pattern=_DAY)
BY = Choice("by", "What usage is told apart by.", tuple(By))

CREATION = PlainBody(
    {"name": tenants_name, "limits": limits},
    {"name": "studio-a", "limits": {"max_queued": 100}},
    required=("name",),
    strict=True,
)
CHANGE = PlainBody(
    {"limits": limits, "suspended": switch("Whether its keys open nothing.")},
    {"limits": {"micros_per_month": 50_000_000}, "suspended": False},
    strict=True,
)

_THEN = ("retrieveTenant", "changeTenant", "tenantUsage", "deleteTenant")

router = APIRouter(prefix="/tenants")


@router.post(
    "",
    **documented(
        "createTenant",
        Tag.ADMIN,
        TenantShape,
        body=CREATION,
        headers=("Idempotency-Key",),
        errors=(Conflict,),
        then=_THEN,
        named_by="name",
    ),
)
async def create_tenant(request: Request, operator: Operator) -> JSONResponse:
    """Add a tenant."""
    given = {"limits": {}, **await CREATION.of(request)}
    name, limits, database = given["name"], given["limits"], services_of(request).database
    if once := await once_of(request, {"makes": "tenant", **given}):
        tenant, is_new = await tenants.create_once(database, name, limits, once, operator.tenant_id)
    else:
        tenant, is_new = await tenants.create(database, name, limits), True
    if is_new:
        note(operator, "tenant created", tenant=name, limits=limits)
    return JSONResponse(view(tenant))


@router.get("", **documented("listTenants", Tag.ADMIN, TenantList, query=(LIMIT, AFTER)))
async def list_tenants(request: Request) -> JSONResponse:
    """List tenants, by name."""
    limit, after = LIMIT.of(request), AFTER.of(request) or ""
    if "\0" in after:
        raise nowhere(after, "a tenant's name")
    found = await tenants.every(services_of(request).database, after=after, limit=limit + 1)
    return JSONResponse(listed(list(map(view, found[:limit])), len(found) > limit, "name"))


@router.get("/{tenant_name}", **documented("retrieveTenant", Tag.ADMIN, TenantShape))
async def retrieve_tenant(request: Request, tenant_name: str) -> JSONResponse:
    """Retrieve a tenant."""
    return JSONResponse(view(await tenants.tenant_named(services_of(request).database, tenant_name)))


@router.patch(
    "/{tenant_name}", **documented("changeTenant", Tag.ADMIN, TenantShape, body=CHANGE, errors=(Conflict,))
)
async def change_tenant(request: Request, tenant_name: str, operator: Operator) -> JSONResponse:
    """Change a tenant.

    Sets its limits, suspends it or lets it go on; what is not given stays.
    """
    given = await CHANGE.of(request)
    limits, suspended = given.get("limits", {}), given.get("suspended")
    if suspended:
        _refuse_own(operator, tenant_name)
    tenant = await tenants.change(services_of(request).database, tenant_name, limits, suspended=suspended)
    note(operator, "tenant changed", tenant=tenant_name, limits=limits, suspended=suspended)
    return JSONResponse(view(tenant))


@router.delete("/{tenant_name}", **documented("deleteTenant", Tag.ADMIN, TenantDeleted, errors=(Conflict,)))
async def delete_tenant(request: Request, tenant_name: str, operator: Operator) -> JSONResponse:
    """Delete a tenant that made and keeps nothing, with its keys.

    Another can be suspended.
    """
    _refuse_own(operator, tenant_name)
    await tenants.delete(services_of(request).database, tenant_name)
    note(operator, "tenant deleted", tenant=tenant_name)
    return JSONResponse({"name": tenant_name, "object": "tenant.deleted", "deleted": True})


@router.get("/{tenant_name}/usage", **documented("tenantUsage", Tag.ADMIN, TenantUsage, query=(FROM, TO, BY)))
async def tell_usage(request: Request, tenant_name: str) -> JSONResponse:
    """Tell what a tenant used.

    From one day to another (UTC), by day, model or key.
    """
    period, by = usage.Period.of(FROM.of(request), TO.of(request)), BY.of(request)
    database = services_of(request).database
    tenant = await tenants.tenant_named(database, tenant_name)
    rows = await usage.sums(database, tenant.id, period, By(by))
    return JSONResponse(
        {
            "object": "list",
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
            "data": [{by: row.pop("part"), **row} for row in rows],
        }
    )


def view(tenant: Tenant) -> dict[str, Any]:
    """Return a tenant as operators see it."""
    return {
        "id": str(tenant.id),
        "object": "tenant",
        "name": tenant.name,
        "created_at": seconds(tenant.created_at),
        "suspended_at": seconds(tenant.suspended_at),
        "keys": tenant.keys,
        "limits": dict(tenant.limits),
    }


def _refuse_own(operator: Operator, name: str) -> None:
    """Keep an operator from locking himself out; `kinema tenants` on the machine does what he says."""
    if name == operator.tenant:
        raise Conflict(f"This key belongs to {name} itself: it would end with it.", code="own_tenant")
