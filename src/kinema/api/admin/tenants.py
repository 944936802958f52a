"""Tenants by HTTP: create, list, look at, limit, suspend, delete, and what they used."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts import tenants, usage
from kinema.accounts.tenants import Tenant
from kinema.accounts.usage import By
from kinema.api.admin.fields import (
    Operator,
    fields_of,
    limit_of,
    note,
    page,
    seconds,
    table,
    text,
    truth,
)
from kinema.api.fields import alternatives, quote
from kinema.api.services import services_of
from kinema.errors import Conflict, InvalidRequest

router = APIRouter(prefix="/tenants")


@router.post("")
async def create_tenant(request: Request, operator: Operator) -> JSONResponse:
    """Add a tenant."""
    body = await fields_of(request, "name", "limits")
    database, limits = services_of(request).database, table(body, "limits")
    tenant = await tenants.create(database, text(body, "name"), limits)
    note(operator, "tenant created", tenant=tenant.name, limits=limits)
    return JSONResponse(view(tenant))


@router.get("")
async def list_tenants(request: Request) -> JSONResponse:
    """List tenants by name, behind the name `after`."""
    limit, after = limit_of(request), request.query_params.get("after", "")
    if "\0" in after:
        raise InvalidRequest("after must be a tenant's name.", param="after")
    found = await tenants.every(services_of(request).database, after=after, limit=limit + 1)
    return JSONResponse(page(found, limit, view, "name"))


@router.get("/{name}")
async def retrieve_tenant(request: Request, name: str) -> JSONResponse:
    """Tell of one tenant."""
    return JSONResponse(view(await tenants.tenant_named(services_of(request).database, name)))


@router.patch("/{name}")
async def change_tenant(request: Request, name: str, operator: Operator) -> JSONResponse:
    """Set limits of a tenant, suspend it or let it go on; what is not given stays."""
    body = await fields_of(request, "limits", "suspended")
    limits, suspended = table(body, "limits"), truth(body, "suspended")
    if suspended:
        _refuse_own(operator, name)
    tenant = await tenants.change(services_of(request).database, name, limits, suspended=suspended)
    note(operator, "tenant changed", tenant=name, limits=limits, suspended=suspended)
    return JSONResponse(view(tenant))


@router.delete("/{name}")
async def delete_tenant(request: Request, name: str, operator: Operator) -> JSONResponse:
    """Delete a tenant that made and keeps nothing, with its keys."""
    _refuse_own(operator, name)
    await tenants.delete(services_of(request).database, name)
    note(operator, "tenant deleted", tenant=name)
    return JSONResponse({"name": name, "object": "tenant.deleted", "deleted": True})


@router.get("/{name}/usage")
async def tell_usage(request: Request, name: str) -> JSONResponse:
    """Tell what a tenant used from one day to another, by day, model or key."""
    asked = request.query_params
    period = usage.Period.of(asked.get("from"), asked.get("to"))
    by = asked.get("by", By.DAY)
    if by not in [*By]:
        raise InvalidRequest(
            f"by must be {alternatives(By)}, not {quote(by)}.", param="by", code="unsupported_value"
        )
    database = services_of(request).database
    tenant = await tenants.tenant_named(database, name)
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
