"""The parent's side of a decoder: starting its child, and never leaving one behind."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio import StreamReader
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from types import ModuleType
from typing import cast

import structlog

from kinema.errors import Unavailable
from kinema.media.sandbox import lockup

_log = structlog.get_logger(__name__)


def command(decoder: ModuleType) -> tuple[str, ...]:
    """Return what runs a decoder; its words follow. By file, so that nothing of Kinema has to be imported."""
    return (sys.executable, "-I", str(lockup.__file__), str(decoder.__file__))


@contextlib.asynccontextmanager
async def confined(command: tuple[str, ...], *words: object) -> AsyncIterator[Process]:
    """A decoder that does not outlive the block, however that is left. Raises Unavailable."""
    try:
        child = await asyncio.create_subprocess_exec(
            *command, *map(str, words),
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}, cwd="/", start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise Unavailable("Pictures and films cannot be checked on this server right now.") from error
    try:
        yield child
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        # asyncio announces an exit only after the pipe's end, which a reader that has backed up never sees.
        await cast("StreamReader", child.stdout).read()
        if await child.wait() == lockup.NOT_LOCKED:
            _log.error("sandbox failed", hint="resource limits or seccomp do not work on this system")
