"""Webhook endpoints, as OpenAI's clients manage them; and, besides, a log of deliveries and sending again."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.api import webhook_fields
from kinema.api.auth import Caller
from kinema.api.body import json_object, media_type_of
from kinema.api.fields import quote
from kinema.api.services import services_of
from kinema.errors import InvalidRequest, NotFound, Unreachable
from kinema.notify import deliveries, endpoints
from kinema.notify.deliveries import Logged
from kinema.notify.endpoints import Changes, Endpoint
from kinema.notify.webhook import EVENT_TYPES, PREFIX, Webhook, send, shown

MOST_LISTED = 100
LISTED = 20

router = APIRouter()


@router.get("/v1/webhook_event_types")
async def list_event_types(caller: Caller) -> JSONResponse:
    """List what an endpoint may be told."""
    caller.may("read")
    return JSONResponse({"object": "list", "data": list(EVENT_TYPES)})


@router.post("/v1/webhook_endpoints")
async def create_endpoint(request: Request, caller: Caller) -> JSONResponse:
    """Add an endpoint; the answer alone shows its secret."""
    caller.may("write")
    services = services_of(request)
    wanted = {
        "name": "",
        "event_types": webhook_fields.DEFAULT_EVENT_TYPES,
        **webhook_fields.parse(await json_object(request), webhook_fields.ENDPOINT, services, "url"),
    }
    endpoint = await endpoints.create(services.database, caller.tenant_id, **wanted)
    return JSONResponse(_with_secret(endpoint))


@router.get("/v1/webhook_endpoints")
async def list_endpoints(request: Request, caller: Caller) -> JSONResponse:
    """List the tenant's endpoints, the newest first."""
    caller.may("read")
    limit, after = _page(request)
    try:
        found, more = await endpoints.page_of(services_of(request).database, caller.tenant_id, limit, after)
    except NotFound:
        raise _no_place(after, "one of your webhook endpoints") from None
    return _list([_view(endpoint) for endpoint in found], more)


@router.get("/v1/webhook_endpoints/{endpoint_id}")
async def retrieve_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Tell of one endpoint."""
    caller.may("read")
    endpoint = await endpoints.endpoint_of(services_of(request).database, caller.tenant_id, endpoint_id)
    return JSONResponse(_view(endpoint))


@router.post("/v1/webhook_endpoints/{endpoint_id}")
async def update_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Change an endpoint, or switch it on or off."""
    caller.may("write")
    services = services_of(request)
    changes = Changes(**webhook_fields.parse(await json_object(request), webhook_fields.UPDATE, services))
    endpoint = await endpoints.update(services.database, caller.tenant_id, endpoint_id, changes)
    return JSONResponse(_view(endpoint))


@router.delete("/v1/webhook_endpoints/{endpoint_id}")
async def delete_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Forget an endpoint with its log."""
    caller.may("write")
    await endpoints.delete(services_of(request).database, caller.tenant_id, endpoint_id)
    return JSONResponse({"id": endpoint_id, "object": "webhook_endpoint.deleted", "deleted": True})


@router.post("/v1/webhook_endpoints/{endpoint_id}/rotate_secret")
async def rotate_secret(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Give an endpoint a new secret; the answer alone shows it."""
    caller.may("write")
    services = services_of(request)
    body = await json_object(request) if media_type_of(request) else {}
    asked = webhook_fields.parse(body, webhook_fields.ROTATION, services)
    endpoint = await endpoints.rotate(
        services.database, caller.tenant_id, endpoint_id, keep_old=any(asked.values())
    )
    return JSONResponse(_with_secret(endpoint))


@router.post("/v1/webhook_endpoints/{endpoint_id}/test")
async def test_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Send a sample event now, and tell what came back."""
    caller.may("write")
    services = services_of(request)
    body = await json_object(request)
    asked = webhook_fields.parse(body, webhook_fields.TEST, services, "event_type")
    endpoint = await endpoints.endpoint_of(services.database, caller.tenant_id, endpoint_id)
    webhook = Webhook.sample(asked["event_type"])
    attempt = await send(services.webhook_egress, endpoint.url, webhook, endpoint.signing)
    if attempt.status_code is None:
        raise Unreachable
    return JSONResponse(
        {
            "object": "webhook_endpoint.test",
            "webhook_endpoint_id": endpoint.id,
            "event_type": webhook.type,
            "success": True,  # that there was an answer: OpenAI's word
            "status_code": attempt.status_code,
            "milliseconds": attempt.milliseconds,
        }
    )


@router.get("/v1/webhook_endpoints/{endpoint_id}/deliveries")
async def list_deliveries(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """List what an endpoint was to be told, the newest first."""
    caller.may("read")
    database = services_of(request).database
    limit, after = _page(request)
    endpoint = await endpoints.endpoint_of(database, caller.tenant_id, endpoint_id)
    try:
        found, more = await deliveries.page_of(database, endpoint, limit, after)
    except NotFound:
        raise _no_place(after, "a delivery to this endpoint") from None
    return _list([_line(logged) for logged in found], more)


@router.post("/v1/webhook_endpoints/{endpoint_id}/deliveries/{delivery_id}/redeliver")
async def redeliver(request: Request, endpoint_id: str, delivery_id: str, caller: Caller) -> JSONResponse:
    """Have a webhook sent again, under its id."""
    caller.may("write")
    database = services_of(request).database
    endpoint = await endpoints.endpoint_of(database, caller.tenant_id, endpoint_id)
    return JSONResponse(_line(await deliveries.redeliver(database, endpoint, delivery_id)))


def _view(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "id": endpoint.id,
        "object": "webhook_endpoint",
        "created_at": int(endpoint.created_at.timestamp()),
        "updated_at": int(endpoint.updated_at.timestamp()),
        "name": endpoint.name,
        "url": endpoint.url,
        "event_types": endpoint.event_types,
        "enabled": endpoint.disabled_at is None,
        "signing_secret_hint": f"{PREFIX}…{shown(endpoint.secret)[-5:]}",
    }


def _with_secret(endpoint: Endpoint) -> dict[str, Any]:
    return {**_view(endpoint), "signing_secret": shown(endpoint.secret)}


def _line(logged: Logged) -> dict[str, Any]:
    return {
        "id": logged.id,
        "object": "webhook_delivery",
        "created_at": int(logged.created_at.timestamp()),
        "event_type": logged.event_type,
        "data": {"id": logged.task_id},
        "status": logged.status,
        "next_attempt_at": None if logged.next_at is None else int(logged.next_at.timestamp()),
        "attempts": logged.attempts,
    }


def _page(request: Request) -> tuple[int, str | None]:
    limit = request.query_params.get("limit", str(LISTED))
    if not (limit.isascii() and limit.isdecimal() and len(limit) < 5 and int(limit) <= MOST_LISTED):
        raise InvalidRequest(f"limit must be 0 to {MOST_LISTED}, not {quote(limit)}.", param="limit")
    return int(limit), request.query_params.get("after")


def _no_place(after: str | None, what: str) -> InvalidRequest:
    return InvalidRequest(f"after must be the id of {what}, not {quote(after)}.", param="after")


def _list(data: list[dict[str, Any]], more: bool) -> JSONResponse:
    return JSONResponse(
        {
            "object": "list",
            "data": data,
            "first_id": data[0]["id"] if data else None,
            "last_id": data[-1]["id"] if data else None,
            "has_more": more,
        }
    )
