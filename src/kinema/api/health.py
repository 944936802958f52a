"""Whether this process lives, whether a task could be accepted and rendered, and figures for Prometheus."""

from __future__ import annotations

import os
import time

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from kinema.api.reference.operation import Answer, Tag, documented
from kinema.api.reference.shapes.server import Healthy, Unhealthy
from kinema.api.services import Services, services_of
from kinema.errors import KinemaError
from kinema.tasks.find import depth
from kinema.tasks.presence import ready_engines

STORAGE_CHECKED_FOR = 10
"""Seconds for which a successful write to the storage stands as proof that it works."""

router = APIRouter()


@router.get("/health/live", **documented("live", Tag.SERVER, Healthy, key=False))
async def live() -> JSONResponse:
    """Tell that the process serves requests."""
    return JSONResponse({"status": "ok"})


@router.get(
    "/health/ready",
    **documented(
        "ready",
        Tag.SERVER,
        Healthy,
        Answer(Unhealthy, 503, about="Not now.", headers=("Retry-After",)),
        key=False,
    ),
)
async def ready(request: Request) -> JSONResponse:
    """Tell whether a task could be accepted, rendered and stored right now."""
    problems = await _problems(request, services_of(request))
    if problems:
        return JSONResponse(
            {"status": "unavailable", "problems": problems}, status_code=503, headers={"Retry-After": "2"}
        )
    return JSONResponse({"status": "ok"})


async def _problems(request: Request, services: Services) -> list[str]:
    try:
        engines = await ready_engines(services.database)
    except KinemaError as error:
        return [error.message]
    wanted = {model.engine for model in services.options.models.values()}
    problems = [f"No worker is ready with the engine {engine!r}." for engine in sorted(wanted - engines)]
    state = request.app.state
    if time.monotonic() - getattr(state, "storage_checked", float("-inf")) > STORAGE_CHECKED_FOR:
        try:
            await services.storage.put("health/probe", b"ok")
            state.storage_checked = time.monotonic()
        except KinemaError as error:
            problems.append(error.message)
    return problems


@router.get(
    "/metrics",
    **documented(
        "metrics",
        Tag.SERVER,
        Answer(media_types=(CONTENT_TYPE_LATEST,), about="Prometheus' text format."),
        key=False,
    ),
)
async def metrics(request: Request) -> Response:
    """Give figures for Prometheus.

    Those of this process, of all processes where they share a folder, and of the queue.
    """
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    text = generate_latest(registry) + await _queue_depth(services_of(request))
    return Response(text, media_type=CONTENT_TYPE_LATEST)


async def _queue_depth(services: Services) -> bytes:
    gauge = GaugeMetricFamily("kinema_tasks", "Tasks that wait or are rendered.", labels=["engine", "status"])
    try:
        for engine, status, tasks in await depth(services.database):
            gauge.add_metric([engine, status], tasks)
    except KinemaError:
        return b""  # the figures of the processes matter most when the database is gone
    registry = CollectorRegistry()
    registry.register(_Fixed(gauge))
    return generate_latest(registry)


class _Fixed:
    """A collector of one family whose figures are known already."""

    def __init__(self, family: GaugeMetricFamily) -> None:
        self._family = family

    def collect(self) -> list[GaugeMetricFamily]:
        return [self._family]
