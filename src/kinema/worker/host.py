"""The worker's side of an engine's child process: it starts it, keeps it alive, talks to it and ends it.

An engine that hangs, leaks or crashes can so do no harm to the worker, whose heartbeat never waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import structlog

from kinema.errors import EngineFailed, KinemaError, TaskFailed, TimedOut
from kinema.tasks.task import Task
from kinema.videos.size import Size

GRACE = 2.0
"""Seconds that an engine has to stop by itself when its render is cancelled, before it is killed."""

LONGEST_LINE = 16 * 1024 * 1024

log = structlog.get_logger("kinema.worker.host")

T = TypeVar("T")


class EngineDied(KinemaError):
    """The engine's process ended in mid-render, or none got ready for it."""


@dataclass(frozen=True)
class Job:
    """What the engine is to render: a task, into an empty folder, from a reference's PNG and from the film
    that it comes from, where it has one, with the cut-outs of the task's characters, in their order."""

    task: Task
    folder: Path
    reference: Path | None
    source: Path | None
    characters: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Film:
    """What came of it: a file, its measures (size in pixels, seconds), and what the engine understood, with
    the engine's version."""

    path: Path
    size: Size
    seconds: float
    has_sound: bool
    understood: Mapping[str, Any] | None
    engine_version: str


@dataclass(frozen=True)
class Cutout:
    """A character, cut out: its picture's file, and the rest as of `engines.contract.Character`."""

    picture: Path
    palette: list[str]
    facing: int
    quality: float


class EngineHost:
    """One engine in one child process. `keep` runs beside `render` and `cut_out`, of which one is served at a
    time."""

    def __init__(self, engine: str) -> None:
        self.engine = engine
        self.ready = asyncio.Event()
        self._process: Process | None = None

    async def keep(self) -> None:
        """Start the child, and start it anew whenever it ends, until cancelled."""
        pause = 0.0
        try:
            while True:
                await asyncio.sleep(pause)
                self._process = process = await self._spawn()
                if await self._loaded(process):
                    pause = 0.0
                    self.ready.set()
                code = await process.wait()
                self.ready.clear()
                pause = min(5.0, max(0.5, pause * 2))
                log.warning("engine process ended", engine=self.engine, exit_code=code, restart_in=pause)
        finally:
            self.ready.clear()
            await self._close()

    async def render(self, job: Job, progress: Callable[[float], None], limit: float) -> Film:
        """Have the film rendered within `limit` seconds; `progress` is called with fractions of 0 to 1.

        Raises TaskFailed where the engine could not, TimedOut, or EngineDied. Cancelling this stops the
        render: by its own will within two seconds, else by killing the child.
        """
        return await self._ask({"render": _describe(job)}, progress, limit, _film)

    async def cut_out(self, film: Path, name: str, folder: Path, limit: float) -> Cutout:
        """Have a character cut out of our own film, into `folder`; for the rest as `render`."""
        asked = {"film": str(film), "name": name, "folder": str(folder)}
        return await self._ask({"cut_out": asked}, lambda _: None, limit, _cutout)

    async def _ask(
        self,
        message: dict[str, Any],
        progress: Callable[[float], None],
        limit: float,
        read: Callable[[dict[str, Any]], T],
    ) -> T:
        await self._started(limit)
        try:
            async with asyncio.timeout(limit):
                process = self._process
                assert process is not None  # it is ready
                self._send(process, message)
                return read(await self._outcome(process, progress))
        except TaskFailed:
            raise  # the engine said so itself, and listens again
        except TimeoutError:
            await self._kill()
            raise TimedOut(
                f"Rendering took longer than the {limit:g} seconds it may. Try a shorter or simpler film."
            ) from None
        except asyncio.CancelledError:
            await asyncio.shield(self._stop_render())
            raise
        except BaseException:
            # It died, or said what cannot be understood: nothing it says later may be taken for an answer.
            await self._kill()
            raise

    async def _started(self, limit: float) -> None:
        """Wait for a child that starts, at most `limit` seconds; raises EngineDied. A task pays for its own
        render alone, not for how long an engine loads after another task had its last process ended."""
        try:
            async with asyncio.timeout(limit):
                await self.ready.wait()
        except TimeoutError:
            raise EngineDied from None

    async def _kill(self) -> None:
        """End the child at once; what waits for it to be ready waits for the next one."""
        self.ready.clear()
        process = self._process
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _close(self) -> None:
        """Let the child end by itself, by force where it does not."""
        process = self._process
        if process is not None and process.stdin is not None:
            process.stdin.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GRACE):
                    await process.wait()
        await self._kill()

    async def _spawn(self) -> Process:
        # It keeps the worker's process group: ending the group ends the engine too. It gets none of Kinema's
        # settings: some are secret, and an engine may be anybody's code.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KINEMA_")}
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kinema.worker.child", self.engine,
            stdin=PIPE, stdout=PIPE, limit=LONGEST_LINE, env=environment,
        )  # fmt: skip

    async def _loaded(self, process: Process) -> bool:
        try:
            return "ready" in await self._receive(process)
        except EngineDied:
            return False

    async def _outcome(self, process: Process, progress: Callable[[float], None]) -> dict[str, Any]:
        while True:
            match await self._receive(process):
                case {"progress": fraction}:
                    progress(fraction)
                case {"done": dict(done)}:
                    return done
                case {"failed": {"code": None, "traceback": traceback}}:
                    log.error("engine broke", engine=self.engine, traceback=traceback)
                    raise EngineFailed(f"The engine {self.engine} could not render this film.")
                case {"failed": {"code": code, "message": message}}:
                    failure = TaskFailed(message)
                    failure.code = code
                    raise failure
                case message:
                    log.error("engine said something unknown", engine=self.engine, message=str(message)[:200])

    async def _stop_render(self) -> None:
        process = self._process
        if process is None or not self.ready.is_set():
            return
        try:
            self._send(process, {"cancel": True})
            async with asyncio.timeout(GRACE):
                while not {"done", "failed", "cancelled"} & set(await self._receive(process)):
                    pass
        except (TimeoutError, EngineDied):
            await self._kill()

    def _send(self, process: Process, message: dict[str, Any]) -> None:
        assert process.stdin is not None  # it was opened with pipes
        process.stdin.write(json.dumps(message).encode() + b"\n")  # a dead child shows when it is listened to

    async def _receive(self, process: Process) -> dict[str, Any]:
        assert process.stdout is not None  # it was opened with pipes
        line = await process.stdout.readline()
        if not line:
            raise EngineDied
        message: dict[str, Any] = json.loads(line)
        return message


def _film(done: dict[str, Any]) -> Film:
    return Film(**{**done, "path": Path(done["path"]), "size": Size(*done["size"])})


def _cutout(done: dict[str, Any]) -> Cutout:
    return Cutout(**{**done, "picture": Path(done["picture"])})


def _describe(job: Job) -> dict[str, Any]:
    task = job.task
    return {
        "prompt": task.prompt,
        "size": task.size,
        "seconds": task.seconds,
        "quality": task.quality,
        "seed": task.seed,
        "folder": str(job.folder),
        "reference": str(job.reference) if job.reference else None,
        "origin": task.origin.described() if task.origin else None,
        "source": str(job.source) if job.source else None,
        "characters": [
            {**character.described(), "picture": str(picture)}
            for character, picture in zip(task.characters, job.characters, strict=True)
        ],
    }
