"""Webhook endpoints, as OpenAI's clients manage them; and, besides, a log of deliveries and sending again."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.api.auth import Caller
from kinema.api.limits import once_of
from kinema.api.listing import AFTER, behind, limit, listed
from kinema.api.reference.operation import Tag, documented
from kinema.api.reference.shapes.webhooks import (
    EventTypeList,
    WebhookDelivery,
    WebhookDeliveryList,
    WebhookEndpoint,
    WebhookEndpointDeleted,
    WebhookEndpointList,
    WebhookEndpointTest,
    WebhookEndpointWithSecret,
)
from kinema.api.services import services_of
from kinema.api.webhook_fields import DEFAULT_EVENT_TYPES, ENDPOINT, ROTATION, TEST, UPDATE
from kinema.errors import Conflict, OverLimit, Unreachable
from kinema.notify import deliveries, endpoints
from kinema.notify.deliveries import Logged
from kinema.notify.endpoints import Changes, Endpoint
from kinema.notify.webhook import EVENT_TYPES, PREFIX, Webhook, send, shown

LIMIT = limit(0)

_THEN = (
    "retrieveWebhookEndpoint",
    "updateWebhookEndpoint",
    "deleteWebhookEndpoint",
    "rotateWebhookSecret",
    "testWebhookEndpoint",
    "listWebhookDeliveries",
)

router = APIRouter()


@router.get("/v1/webhook_event_types", **documented("listWebhookEventTypes", Tag.WEBHOOKS, EventTypeList))
async def list_event_types(caller: Caller) -> JSONResponse:
    """List the types of events."""
    caller.may("read")
    return JSONResponse({"object": "list", "data": list(EVENT_TYPES)})


@router.post(
    "/v1/webhook_endpoints",
    **documented(
        "createWebhookEndpoint",
        Tag.WEBHOOKS,
        WebhookEndpointWithSecret,
        body=ENDPOINT,
        headers=("Idempotency-Key",),
        errors=(Conflict,),
        then=_THEN,
    ),
)
async def create_endpoint(request: Request, caller: Caller) -> JSONResponse:
    """Add an endpoint.

    The answer alone shows its secret, and its repetition with the same idempotency key.
    """
    caller.may("write")
    services = services_of(request)
    given = await ENDPOINT.of(request)
    wanted = {"name": "", "event_types": DEFAULT_EVENT_TYPES, **given}
    once = await once_of(request, {"makes": "webhook_endpoint", **wanted})
    endpoint = await endpoints.create(services.database, caller.tenant_id, **wanted, once=once)
    return JSONResponse(_with_secret(endpoint))


@router.get(
    "/v1/webhook_endpoints",
    **documented("listWebhookEndpoints", Tag.WEBHOOKS, WebhookEndpointList, query=(LIMIT, AFTER)),
)
async def list_endpoints(request: Request, caller: Caller) -> JSONResponse:
    """List the tenant's endpoints.

    The newest first.
    """
    caller.may("read")
    limit, after = LIMIT.of(request), behind(request, "wh", "a webhook endpoint")
    found, more = await endpoints.page_of(services_of(request).database, caller.tenant_id, limit, after)
    return JSONResponse(listed(list(map(_view, found)), more))


@router.get(
    "/v1/webhook_endpoints/{endpoint_id}",
    **documented("retrieveWebhookEndpoint", Tag.WEBHOOKS, WebhookEndpoint),
)
async def retrieve_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Retrieve an endpoint."""
    caller.may("read")
    endpoint = await endpoints.endpoint_of(services_of(request).database, caller.tenant_id, endpoint_id)
    return JSONResponse(_view(endpoint))


@router.post(
    "/v1/webhook_endpoints/{endpoint_id}",
    **documented("updateWebhookEndpoint", Tag.WEBHOOKS, WebhookEndpoint, body=UPDATE),
)
async def update_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Change an endpoint, or switch it on or off.

    What waits is sent to the new address.
    """
    caller.may("write")
    services = services_of(request)
    changes = Changes(**await UPDATE.of(request))
    endpoint = await endpoints.update(services.database, caller.tenant_id, endpoint_id, changes)
    return JSONResponse(_view(endpoint))


@router.delete(
    "/v1/webhook_endpoints/{endpoint_id}",
    **documented("deleteWebhookEndpoint", Tag.WEBHOOKS, WebhookEndpointDeleted),
)
async def delete_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Delete an endpoint, with its log.

    What it was still to be told is dropped.
    """
    caller.may("write")
    await endpoints.delete(services_of(request).database, caller.tenant_id, endpoint_id)
    return JSONResponse({"id": endpoint_id, "object": "webhook_endpoint.deleted", "deleted": True})


@router.post(
    "/v1/webhook_endpoints/{endpoint_id}/rotate_secret",
    **documented("rotateWebhookSecret", Tag.WEBHOOKS, WebhookEndpointWithSecret, body=ROTATION),
)
async def rotate_secret(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Give an endpoint a new secret.

    The answer alone shows it.
    """
    caller.may("write")
    services = services_of(request)
    asked = await ROTATION.of(request)
    endpoint = await endpoints.rotate(
        services.database, caller.tenant_id, endpoint_id, keep_old=any(asked.values())
    )
    return JSONResponse(_with_secret(endpoint))


@router.post(
    "/v1/webhook_endpoints/{endpoint_id}/test",
    **documented(
        "testWebhookEndpoint",
        Tag.WEBHOOKS,
        WebhookEndpointTest,
        body=TEST,
        errors=(Unreachable, OverLimit),
    ),
)
async def test_endpoint(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """Try an endpoint.

    Sends a sample now, and tells what came back.
    """
    caller.may("write")
    services = services_of(request)
    asked = await TEST.of(request)
    endpoint = await endpoints.endpoint_of(services.database, caller.tenant_id, endpoint_id)
    services.samples.take(caller)
    webhook = Webhook.sample(asked["event_type"])
    attempt = await send(services.webhook_egress, caller.tenant_id, endpoint.url, webhook, endpoint.signing)
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


@router.get(
    "/v1/webhook_endpoints/{endpoint_id}/deliveries",
    **documented("listWebhookDeliveries", Tag.WEBHOOKS, WebhookDeliveryList, query=(LIMIT, AFTER)),
)
async def list_deliveries(request: Request, endpoint_id: str, caller: Caller) -> JSONResponse:
    """List what an endpoint was to be told.

    The newest first; kept for 30 days.
    """
    caller.may("read")
    database = services_of(request).database
    limit, after = LIMIT.of(request), behind(request, "evt", "a delivery")
    endpoint = await endpoints.endpoint_of(database, caller.tenant_id, endpoint_id)
    found, more = await deliveries.page_of(database, endpoint, limit, after)
    return JSONResponse(listed(list(map(_line, found)), more))


@router.post(
    "/v1/webhook_endpoints/{endpoint_id}/deliveries/{delivery_id}/redeliver",
    **documented("redeliverWebhook", Tag.WEBHOOKS, WebhookDelivery, errors=(Conflict,)),
)
async def redeliver(request: Request, endpoint_id: str, delivery_id: str, caller: Caller) -> JSONResponse:
    """Send a webhook again.

    Within two seconds, under its id.
    """
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
