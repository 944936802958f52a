"""Runs an ordered list of processes as one: up in order, kept up, down in reverse order."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import structlog

from kinema.serve.child import Child, Keeper

log = structlog.get_logger(__name__)


class Supervisor:
    """Keeps `children` running until SIGTERM, SIGINT or SIGHUP.

    Each waits for the one before it to be ready. `on_ready` is called once, when all of them are. The second
    Ctrl-C ends them without grace. If this process is killed, its Python children notice by their lifelines.
    """

    def __init__(self, children: Sequence[Child], *, on_ready: Callable[[], None] | None = None) -> None:
        self._children = children
        self._on_ready = on_ready
        self._stop = asyncio.Event()
        self._hurry = asyncio.Event()

    async def run(self) -> None:
        """Start everything, keep it up until told to stop, stop everything.

        Raises `Misconfigured` if a child cannot start as it is set up, after stopping those before it.
        """
        with _pipe() as reading, self._signals():
            keepers = [Keeper(child, reading) for child in self._children]
            tasks: list[asyncio.Task[None]] = []
            try:
                for keeper in keepers:
                    tasks.append(asyncio.create_task(keeper.run(), name=keeper.child.name))
                    await self._until(keeper.up, tasks)
                    if self._stop.is_set():
                        return
                if self._on_ready:
                    self._on_ready()
                await self._until(self._stop, tasks)
            finally:
                for keeper in reversed(keepers[: len(tasks)]):
                    await keeper.stop(self._hurry)
                await asyncio.gather(*tasks, return_exceptions=True)

    async def _until(self, event: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
        """Wait for the event or for the word to stop; raise what a keeper raised meanwhile."""
        waits = [asyncio.create_task(happening.wait()) for happening in {event, self._stop}]
        try:
            await asyncio.wait([*waits, *tasks], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        for task in tasks:
            if task.done():
                task.result()

    @contextmanager
    def _signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        # Under nohup a closed terminal is to be ignored, and stays so.
        hangup = [signal.SIGHUP] if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN else []
        numbers = [signal.SIGTERM, signal.SIGINT, *hangup]
        for number in numbers:
            loop.add_signal_handler(number, self._told, number)
        try:
            yield
        finally:
            for number in numbers:
                loop.remove_signal_handler(number)

    def _told(self, number: signal.Signals) -> None:
        if self._stop.is_set() and number is signal.SIGINT:
            log.warning("stopping_at_once")
            self._hurry.set()
        elif not self._stop.is_set():
            log.info("stopping", signal=number.name)
            self._stop.set()


@contextmanager
def _pipe() -> Iterator[int]:
    """The lifeline: its reading end, for the children. The writing end closes when this process ends."""
    reading, writing = os.pipe()
    try:
        yield reading
    finally:
        os.close(writing)
        os.close(reading)
