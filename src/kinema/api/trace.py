"""Every request has an id, a line in the log and a place in the metrics, and never ends in a traceback."""

from __future__ import annotations

import re
import time
import uuid

import structlog
from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kinema.api.errors import unexpected

_SANE_ID = re.compile(rb"[A-Za-z0-9._-]{1,100}")

REQUESTS = Counter(
    "kinema_http_requests", "Answers by route, method and status.", ["route", "method", "status"]
)
LATENCY = Histogram(
    "kinema_http_request_seconds",
    "Seconds from a request to the end of its answer.",
    ["route"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)

_UNTOLD = ("/health/", "/metrics")
"""Routes that machines ask every few seconds: their lines are for debugging alone."""

log = structlog.get_logger("kinema.api")


def about_task(task_id: str) -> None:
    """Put the task's id into every line that this request logs from here on, its own included."""
    structlog.contextvars.bind_contextvars(task=task_id[:64])


class Trace:
    """ASGI middleware around everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
        request_id = given if _SANE_ID.fullmatch(given) else uuid.uuid4().hex.encode()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=request_id.decode())
        status = 0
        started = time.perf_counter()

        async def stamp(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", request_id)]
            await send(message)

        try:
            await self.app(scope, receive, stamp)
        except Exception:
            log.exception("request broke")
            if status:
                raise  # the answer has begun: only a broken connection can tell the client
            await unexpected()(scope, receive, stamp)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")  # its pattern: paths themselves are endless
        REQUESTS.labels(route, scope["method"], status).inc()
        LATENCY.labels(route).observe(seconds)
        tell = log.debug if route.startswith(_UNTOLD) else log.info
        tell(
            "request",
            method=scope["method"],
            path=scope["path"][:200],
            status=status,
            milliseconds=round(seconds * 1000, 1),
        )
