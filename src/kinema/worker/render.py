"""One task, from its claim to its end: gather the reference, render, finish the film, store it, settle."""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import structlog
from prometheus_client import Counter, Histogram

from kinema.errors import EngineFailed, KinemaError, TaskFailed, Unavailable
from kinema.storage.objects import Storage
from kinema.tasks.claim import Claim, release, renew
from kinema.tasks.objects import film_key
from kinema.tasks.settle import (
    Cancelled,
    Completed,
    Failed,
    Interrupted,
    Lost,
    Outcome,
    call_off,
    complete,
    fail,
)
from kinema.tasks.task import Task
from kinema.videos.length import FRAME
from kinema.worker.gather import gather
from kinema.worker.host import EngineDied, EngineHost, Film
from kinema.worker.tools import Tools

PROGRESS_INTERVAL = 0.25
"""Seconds between two looks at how far the render is."""

HEARD_WITHIN = 1.0
"""Seconds within which a worker hears that its film was cancelled."""

SETTLE_FOR = 120.0
"""Seconds for which a settlement is tried while the database is away; the film stays in the storage."""

SETTLED = Counter("kinema_tasks_settled", "Attempts by how they came out.", ["engine", "model", "outcome"])
SECONDS = Histogram(
    "kinema_render_seconds",
    "Seconds from the claim of a task to its settlement.",
    ["engine", "model"],
    buckets=(0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1800),
)

log = structlog.get_logger("kinema.worker")

T = TypeVar("T")

_BROKE = Failed("internal_error", "Something went wrong while the film was made. It was logged.")


class Progress:
    """How far a render is, as a fraction of 0 to 1."""

    fraction = 0.0

    def __call__(self, fraction: float) -> None:
        """Note it."""
        self.fraction = fraction


async def render(task: Task, host: EngineHost, tools: Tools) -> None:
    """Carry the claimed task to its end, or give it back."""
    structlog.contextvars.bind_contextvars(task=task.id, attempt=task.attempt)
    log.info("task claimed", engine=task.engine, model=task.model)
    began = time.monotonic()
    outcome = await _guarded(task, host, tools)
    settling = asyncio.create_task(settle(task, outcome, tools))
    try:
        await asyncio.shield(settling)
    except asyncio.CancelledError:
        await settling  # it is told to stop, and stops once what came of the film is written
        raise
    seconds = time.monotonic() - began
    SETTLED.labels(task.engine, task.model, type(outcome).__name__.lower()).inc()
    SECONDS.labels(task.engine, task.model).observe(seconds)
    log.info("task settled", outcome=type(outcome).__name__.lower(), seconds=round(seconds, 2))


async def attempt(task: Task, host: EngineHost, tools: Tools, progress: Progress) -> Outcome:
    """Try once to make the film."""
    try:
        with tempfile.TemporaryDirectory(dir=tools.scratch, prefix="render-") as folder:
            try:
                job = await gather(task, tools, Path(folder))
            except Unavailable as error:
                return Interrupted(error.message)
            film = await host.render(job, progress, tools.limit)
            finish(task, film)
            return await store(task, film, tools)
    except TaskFailed as failure:
        return Failed(failure.code, failure.message)
    except EngineDied as death:
        return Interrupted(death.message)
    except (Unavailable, OSError) as error:
        log.exception("attempt failed for want of storage")
        return Failed("storage_unavailable", f"The film could not be stored: {_reason(error)}. Try later.")
    except Exception:
        log.exception("attempt broke")
        return _BROKE


def finish(task: Task, film: Film) -> None:
    """Make sure that the film is what was promised: its size, its length within a frame, its sound."""
    if film.size != task.size or abs(film.seconds - task.length) > FRAME or not film.has_sound:
        log.error("engine broke its promise", film=str(film))
        raise EngineFailed(
            f"The engine {task.engine} made a film of {film.size} and {film.seconds:.2f} s "
            f"where {task.size} and {task.length:g} s with sound were asked."
        )


async def store(task: Task, film: Film, tools: Tools) -> Completed:
    """Put the film into the storage under this attempt's own key, waiting for a storage that is away."""
    sha256, length = await asyncio.to_thread(_fingerprint, film.path)
    key = film_key(task.id, task.attempt)
    await _insist(lambda: tools.storage.put(key, film.path), tools.store_within)
    return Completed(key, sha256, length, film.seconds, film.understood, film.engine_version)


async def settle(task: Task, outcome: Outcome, tools: Tools) -> None:
    """Write how it came out, once, and drop what nobody needs any more."""
    won = False
    match outcome:
        case Completed():
            won = await _publish(task, outcome, tools)
        case Failed():
            won = await _settled(lambda: fail(tools.database, task, outcome))
        case Interrupted(reason, in_order):
            log.warning("attempt interrupted", reason=reason)
            await _settled(lambda: _give_back(task, tools, in_order=in_order))
        case Cancelled():
            won = await _settled(lambda: call_off(tools.database, task, charge=tools.charge_cancelled))
        case Lost():
            log.warning("claim lost to another worker")
    await _drop(task, outcome, won, tools.storage)


async def _guarded(task: Task, host: EngineHost, tools: Tools) -> Outcome:
    """Run the attempt for as long as the claim holds."""
    progress = Progress()
    trying = asyncio.create_task(attempt(task, host, tools, progress))
    keeping = asyncio.create_task(_keep_claim(task, tools, progress))
    try:
        await asyncio.wait({trying, keeping}, return_when=asyncio.FIRST_COMPLETED)
        return trying.result() if trying.done() else keeping.result()
    except asyncio.CancelledError:
        if trying.done() and not trying.cancelled():
            return trying.result()
        return Interrupted("the worker is stopping", in_order=True)
    finally:
        trying.cancel()
        keeping.cancel()
        await asyncio.gather(trying, keeping, return_exceptions=True)


async def _keep_claim(task: Task, tools: Tools, progress: Progress) -> Lost | Cancelled:
    """Renew the lease and write the progress; return once the claim is lost or the film no longer wanted.

    A database that is away is no loss: the render goes on, and whether it was lost shows when it is back.
    """
    written, renewed = 0.0, time.monotonic()
    every = min(HEARD_WITHIN, tools.terms.lease.total_seconds() / 5)
    while True:
        await asyncio.sleep(PROGRESS_INTERVAL)
        if abs(progress.fraction - written) < 0.01 and time.monotonic() - renewed < every:
            continue
        try:
            claim = await renew(tools.database, task, progress.fraction, tools.terms)
        except Unavailable:
            log.warning("lease not renewed: the database is away")
            continue
        except Exception:
            log.exception("lease not renewed")
            continue
        if claim is not Claim.HELD:
            return Lost() if claim is Claim.LOST else Cancelled()
        written, renewed = progress.fraction, time.monotonic()


async def _insist(write: Callable[[], Awaitable[T]], seconds: float) -> T:
    """Repeat a write for so long while what it writes to is away. Raises Unavailable after that."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return await write()
        except Unavailable:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(1)


async def _settled(write: Callable[[], Awaitable[bool]]) -> bool:
    """Write what came of the task while the database may be away."""
    try:
        return await _insist(write, SETTLE_FOR)
    except Unavailable:
        log.exception("settlement given up: the task will be rendered again")
        return False


async def _publish(task: Task, film: Completed, tools: Tools) -> bool:
    try:
        return await _settled(lambda: complete(tools.database, task, film, tools.retention))
    except Exception:
        # What the engine said of its film cannot be written; another attempt would say the same.
        log.exception("film not published")
        await _settled(lambda: fail(tools.database, task, _BROKE))
        return False


async def _give_back(task: Task, tools: Tools, *, in_order: bool) -> bool:
    await release(tools.database, task, in_order=in_order)
    return True


async def _drop(task: Task, outcome: Outcome, won: bool, storage: Storage) -> None:
    unneeded = []
    if isinstance(outcome, Completed) and not won:
        unneeded.append(outcome.key)
    if won:
        unneeded += task.gathered
    for key in unneeded:
        try:
            await storage.delete(key)
        except Unavailable:
            log.warning("object left for the sweeper", key=key)


def _fingerprint(path: Path) -> tuple[str, int]:
    with path.open("rb") as film:
        return hashlib.file_digest(film, "sha256").hexdigest(), path.stat().st_size


def _reason(error: Exception) -> str:
    cause = error.__cause__ or error
    if isinstance(error, KinemaError) and not isinstance(cause, OSError):
        return "the storage cannot be used"
    return getattr(cause, "strerror", None) or "the storage cannot be used"
