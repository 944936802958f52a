"""One supervised process: started, awaited, started again whenever it dies, stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog

from kinema import lifeline
from kinema.errors import Misconfigured

log = structlog.get_logger(__name__)

BACKOFF = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0)  # seconds before the nth restart in a row
SETTLED = 10.0  # seconds of life after which a death is the first in a row again
PROBE = 0.05


@dataclass(frozen=True)
class Child:
    """What to run and how.

    `command` is the argument list, or a blocking function that makes things ready and returns it, called in
    a thread before every start. `env` is added to this process's environment. `ready` says whether the child
    can be used, and answers False or raises OSError until then; without it, a child is ready once started.
    `last_words` explains an early death that the child's own outputs do not. Times are in seconds.
    """

    name: str
    command: list[str] | Callable[[], list[str]]
    env: Mapping[str, str] = field(default_factory=dict)
    ready: Callable[[], Awaitable[bool]] | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    grace: float = 10.0
    start_timeout: float = 120.0
    lifeline: bool = True
    last_words: Callable[[], str] | None = None


class Keeper:
    """Keeps one `Child` alive until `stop()`."""

    def __init__(self, child: Child, lifeline_fd: int) -> None:
        self.child = child
        self.up = asyncio.Event()
        self.pid: int | None = None
        self._lifeline_fd = lifeline_fd
        self._process: Process | None = None
        self._stopping = asyncio.Event()
        self._spawning = asyncio.Lock()

    async def run(self) -> None:
        """Start the child, and start it again each time it dies.

        Raises `Misconfigured` where it cannot start as it is set up (it says so by exit code 78, EX_CONFIG,
        or its `command` raises) before it was ready for the first time. Later there is no such mercy: what
        worked once is tried for ever.
        """
        deaths = 0
        while not self._stopping.is_set():
            began = time.monotonic()
            code = await self._live()
            if self._stopping.is_set():
                return
            deaths = 1 if time.monotonic() - began > SETTLED else deaths + 1
            delay = BACKOFF[min(deaths, len(BACKOFF)) - 1]
            log.error(
                "child_died",
                child=self.child.name,
                exit=_spoken(code),
                lived_s=round(time.monotonic() - began, 2),
                restart_in_s=delay,
                was_ready=self.up.is_set(),
                last_words=self.child.last_words() if self.child.last_words and code else None,
            )
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), delay)

    async def stop(self, hurry: asyncio.Event) -> None:
        """Ask the child to stop, and end its whole process group after its grace, or as soon as `hurry`."""
        async with self._spawning:  # so that no child is started unseen
            self._stopping.set()
        process = self._process
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(self.child.stop_signal)
        waits = [asyncio.ensure_future(process.wait()), asyncio.ensure_future(hurry.wait())]
        await asyncio.wait(waits, timeout=self.child.grace, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        if process.returncode is None:
            log.warning("child_killed", child=self.child.name, grace_s=self.child.grace, hurry=hurry.is_set())
        _kill_group(process.pid)
        await process.wait()

    async def _live(self) -> int | None:
        """One life of the child: its exit code, None where it could not even be started."""
        try:
            process = await self._spawn()
        except (Misconfigured, OSError) as error:
            if not self.up.is_set():
                raise Misconfigured(str(error)) from error
            log.error("child_not_started", child=self.child.name, reason=str(error))  # noqa: TRY400 - see reason
            return None
        if process is None:
            return None
        ended = asyncio.ensure_future(process.wait())
        try:
            if await self._until_ready(ended):
                log.info("child_ready", child=self.child.name, pid=process.pid)
                self.up.set()
            elif not ended.done():
                log.error("child_not_ready", child=self.child.name, after_s=self.child.start_timeout)
                _kill_group(process.pid)
            code = await ended
        finally:
            ended.cancel()
        _kill_group(process.pid)  # what it leaves behind would hold memory, ports and graphics cards
        if code == os.EX_CONFIG and not self.up.is_set() and not self._stopping.is_set():
            raise Misconfigured(f"{self.child.name} cannot start as it is set up; it says why above.")
        return code

    async def _spawn(self) -> Process | None:
        async with self._spawning:
            if self._stopping.is_set():
                return None
            command = self.child.command
            words = command if isinstance(command, list) else await asyncio.to_thread(command)
            line = lifeline.environment(self._lifeline_fd) if self.child.lifeline else {}
            self._process = await asyncio.create_subprocess_exec(
                *words,
                env={**os.environ, **self.child.env, **line},
                stdin=asyncio.subprocess.DEVNULL,
                pass_fds=(self._lifeline_fd,) if line else (),
                start_new_session=True,  # Ctrl-C at the terminal is for the supervisor alone
            )
            self.pid = self._process.pid
            return self._process

    async def _until_ready(self, ended: asyncio.Future[int]) -> bool:
        deadline = time.monotonic() + self.child.start_timeout
        while not ended.done() and time.monotonic() < deadline:
            if self.child.ready is None:
                return True
            probe = asyncio.ensure_future(self.child.ready())
            try:
                # A probe may take long, as it may set the child up, but not longer than the child lives.
                both: list[asyncio.Future[Any]] = [probe, ended]
                left = deadline - time.monotonic()
                await asyncio.wait(both, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                with contextlib.suppress(OSError):
                    if probe.done() and probe.result():
                        return True
            finally:
                probe.cancel()
            await asyncio.wait([ended], timeout=PROBE)
        return False


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says the latter of zombies
        os.killpg(pid, signal.SIGKILL)


def _spoken(code: int | None) -> str:
    if code is None:
        return "could not be started"
    return f"signal {-code} ({signal.strsignal(-code)})" if code < 0 else f"exit code {code}"
