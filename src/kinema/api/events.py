"""Server-Sent Events: what happens to a tenant's tasks, or to one of them, as it happens.

Frames have the id of their event, so a client that comes back with Last-Event-ID, to whichever process, is
told what it missed and nothing twice. Progress has no id: it is not kept.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from kinema.api.address import base_of
from kinema.api.auth import Caller
from kinema.api.fields import quote
from kinema.api.query import Text
from kinema.api.reference.operation import Answer, Tag, also, documented
from kinema.api.reference.parameters import EVENT_ID
from kinema.api.services import Services, services_of
from kinema.api.sora import view
from kinema.api.trace import about_task
from kinema.errors import InvalidRequest, OverLimit, Unavailable
from kinema.notify.event import Event, Progress, can_resume, standing
from kinema.notify.fanout import Fanout
from kinema.notify.subscription import Subscription

RETRY = 2000
"""Milliseconds after which a browser connects again."""

AGAIN = 1.0
"""Seconds until what the database could not tell is asked again."""

SEND_WITHIN = 30.0
"""Seconds within which a client takes what it is sent, or is hung up on: it can resume."""

LAST = Text("last_event_id", "As the header `Last-Event-ID`, which goes before it.", pattern=EVENT_ID)

_ID = re.compile(EVENT_ID, re.ASCII)
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
_RESET = {
    "code": "events_forgotten",
    "message": "What followed the Last-Event-ID is not kept any more. Ask how your tasks stand; "
    "this stream goes on from now.",
}

log = structlog.get_logger("kinema.api")
router = APIRouter()

_STREAM = Answer(
    media_types=("text/event-stream",), about="Events as they happen: `task.completed`, `task.progress`, …"
)
_TENANT = documented(
    "streamEvents",
    Tag.SORA,
    _STREAM,
    query=(LAST,),
    headers=("Last-Event-ID",),
    errors=(InvalidRequest, OverLimit),
)
_TASK = documented(
    "streamSoraVideo",
    Tag.SORA,
    _STREAM,
    Answer(status=204, about="All was told already."),
    query=(LAST,),
    headers=("Last-Event-ID",),
    errors=(InvalidRequest, OverLimit),
)


@router.get("/v1/events", **_TENANT)
async def stream_tenant(request: Request, caller: Caller) -> Response:
    """Stream what happens to all of the tenant's tasks.

    Server-Sent Events, without end.
    """
    services = services_of(request)
    caller.may("read")
    services.polls.take(caller)
    after = _last_event_id(request)
    is_lost = after is not None and not await can_resume(services.database, after)
    subscription = await services.fanout.subscribe(caller, after=None if is_lost else after)
    first = _frame("reset", _RESET, subscription.last) if is_lost else b""
    return EventStream(
        _Frames(services, base_of(request), subscription).all(first), services.fanout, subscription
    )


@router.get("/v1/result/{task_id}/events", **_TASK)
@router.get("/v1/sora/videos/{task_id}/events", **also(_TASK))
async def stream_task(request: Request, task_id: str, caller: Caller) -> Response:
    """Stream what happens to one task.

    Server-Sent Events: how it stands, then all that happens, to its end.
    """
    services = services_of(request)
    caller.may("read")
    services.polls.take(caller)
    about_task(task_id)
    after = _last_event_id(request)
    if after is not None and not await can_resume(services.database, after):
        after = None  # how the task stands says all that was missed
    subscription = await services.fanout.subscribe(caller, task_id, after)
    try:
        task, newer = await standing(services.database, caller.tenant_id, task_id, subscription.last)
        is_over = task.status.is_final
        if after is not None and is_over and newer is None:
            services.fanout.leave(subscription)
            return Response(status_code=HTTPStatus.NO_CONTENT)
    except BaseException:
        services.fanout.leave(subscription)
        raise
    frames = _Frames(services, base_of(request), subscription)
    if after is None and (newer is None or is_over):  # otherwise what is newer is about to be told
        first = frames.of(Event(newer or subscription.last, task))
        told = frames.only(first) if is_over else frames.all(first)
    else:
        told = frames.all()
    return EventStream(told, services.fanout, subscription)


class EventStream(StreamingResponse):
    """An answer of frames, which leaves its subscription when it ends."""

    media_type = "text/event-stream"

    def __init__(self, frames: AsyncIterator[bytes], fanout: Fanout, subscription: Subscription) -> None:
        super().__init__(frames, headers=_HEADERS)
        self._fanout = fanout
        self._subscription = subscription

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the stream ends, the client hangs up or it takes nothing for too long."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._fanout.leave(self._subscription)

    async def stream_response(self, send: Send) -> None:
        """Send the frames."""

        async def send_in_time(message: Any) -> None:
            async with asyncio.timeout(SEND_WITHIN):
                await send(message)

        try:
            await super().stream_response(send_in_time)
        except TimeoutError:
            log.info("event stream cut: its client takes nothing")


class _Frames:
    """What a subscription is told, as bytes of the stream."""

    def __init__(self, services: Services, base: str, subscription: Subscription) -> None:
        self._services = services
        self._base = base
        self._subscription = subscription

    def of(self, told: Event | Progress) -> bytes:
        """Return one frame."""
        if isinstance(told, Progress):
            data = {
                "id": told.task_id,
                "object": "video.generation",
                "status": "processing",
                "progress": told.percent,
            }
            return _frame("task.progress", data)
        return _frame(f"task.{told.task.status}", view(told.task, self._services, self._base), told.id)

    async def only(self, frame: bytes) -> AsyncIterator[bytes]:
        """Yield one frame."""
        yield frame

    async def all(self, first: bytes = b"") -> AsyncIterator[bytes]:
        """Yield where the stream begins, what is new, and signs of life; a task's stream ends with it."""
        yield f"retry: {RETRY}\nid: {self._subscription.last}\n\n".encode() + first
        heartbeat = self._services.options.heartbeat.total_seconds()
        is_over = False
        while not is_over:
            try:
                batch = await self._subscription.next(heartbeat)
            except Unavailable:
                await asyncio.sleep(AGAIN)
                batch = []
            if batch is None:
                return
            # Whoever has nothing to be told comes on all the same, lest his place is forgotten.
            yield b"".join(map(self.of, batch)) or f":\nid: {self._subscription.last}\n\n".encode()
            is_over = self._subscription.task_id is not None and any(
                isinstance(told, Event) and told.task.status.is_final for told in batch
            )


def _frame(name: str, data: dict[str, Any], event_id: int | None = None) -> bytes:
    place = f"id: {event_id}\n" if event_id is not None else ""
    return f"{place}event: {name}\ndata: {json.dumps(data)}\n\n".encode()


def _last_event_id(request: Request) -> int | None:
    """Return the event to go on behind: the header's, which browsers keep up to date, else the query's."""
    for name, given in (
        ("Last-Event-ID", request.headers.get("last-event-id")),
        (LAST.name, LAST.of(request)),
    ):
        if given is None:
            continue
        if not _ID.fullmatch(given):
            raise InvalidRequest(
                f"{name} must be the id of an event, a whole number as 1042, not {quote(given)}.", param=name
            )
        return int(given)
    return None
