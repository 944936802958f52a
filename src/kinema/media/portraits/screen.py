"""The portrait policy: every picture that somebody brings passes here, whichever way it came in.

The detector lives in a child process (`kinema.media.portraits.child`), started with the first picture and
kept: no event loop waits for it, the API holds no OpenCV, and a detector that hangs or crashes can be ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import struct
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import structlog

from kinema.errors import PortraitRefused
from kinema.media.portraits.detector import Face
from kinema.media.portraits.model import read_model
from kinema.media.portraits.registry import detector

LOAD_FOR = 60.0
"""Seconds that a detector may take to load."""
LONGEST_LINE = 2**20
LENGTH = struct.Struct(">I")
"""What goes before a picture on its way to the child: how many bytes of PNG follow."""

_SECRET = ("KINEMA_", "PG")
log = structlog.get_logger(__name__)


class Policy(StrEnum):
    """What is done with a reference image that seems to show a person's face."""

    ALLOW = "allow"
    WARN = "warn"
    REJECT = "reject"


@dataclass(frozen=True)
class Choice:
    """Which detector: its name in the registry, and the operator's model with its SHA-256, if any."""

    detector: str = "haar"
    model: Path | None = None
    sha256: str | None = None

    def check(self) -> None:
        """Raise Misconfigured where there is no such detector, or its model is not the file it should be."""
        detector(self.detector)
        if self.model is not None:
            read_model(self.model, self.sha256 or "")


class _Failed(Exception):
    """The detector gave no answer; the text says why, for the operator."""


class Screen:
    """One detector's child, asked about one picture at a time. `close` ends it; the next picture restarts."""

    def __init__(self, policy: Policy, choice: Choice | None = None, *, seconds: float = 20.0) -> None:
        self.policy = policy
        self._choice = choice or Choice()
        self._seconds = seconds
        self._turn = asyncio.Lock()
        self._process: Process | None = None

    @classmethod
    def of(cls, policy: str, name: str, model: Path | None, sha256: str | None) -> Screen:
        """Return the screen that settings ask for; raises Misconfigured where it could not work."""
        choice = Choice(name, model, sha256)
        choice.check()
        return cls(Policy(policy), choice)

    async def examine(self, png: bytes, what: str = "reference image") -> str | None:
        """Let a picture of our own making pass, or raise PortraitRefused; `what` it is of is for the message.

        Returns a warning for the user where the policy is to warn and there is cause, else None. A detector
        that fails refuses under `reject`: what could not be looked at may be a portrait.
        """
        if self.policy is Policy.ALLOW:
            return None
        try:
            found = await self.faces(png)
        except _Failed as failure:
            log.error("portraits.detector_failed", detector=self._choice.detector, reason=str(failure))  # noqa: TRY400 - its reason is all
            said = f"The {what} could not be screened for real portraits"
            if self.policy is Policy.REJECT:
                raise PortraitRefused(
                    f"{said}, so it is not accepted. Try again later, or make the film without it."
                ) from None
            return f"{said}; it was accepted all the same."
        if not found:
            return None
        whose = "a person's face" if len(found) == 1 else f"{len(found)} people's faces"
        said = f"The {what} seems to show {whose}."
        if self.policy is Policy.REJECT:
            article = "an" if what.endswith("image") else "a"
            noun = what.rpartition(" ")[2]
            raise PortraitRefused(
                f"{said} Real portraits are not accepted here; send {article} {noun} without one."
            )
        log.warning("portraits.found", faces=len(found), score=round(max(f.score for f in found), 2))
        return f"{said} It was accepted; this may change."

    async def faces(self, png: bytes) -> list[Face]:
        """Return the faces that the detector finds; raises where it gives no answer."""
        async with self._turn:
            done = False
            try:
                process = self._process or await self._start()
                async with asyncio.timeout(self._seconds):
                    answer = await self._ask(process, png)
                done = True
            except TimeoutError:
                raise _Failed("it took too long") from None
            finally:
                if not done:  # an answer that is still to come would be taken for the next picture's
                    await asyncio.shield(self._end())
        if "failed" in answer:
            raise _Failed(answer["failed"])
        return [Face(*face) for face in answer["faces"]]

    async def close(self) -> None:
        """End the detector's process."""
        async with self._turn:
            await self._end()

    async def _start(self) -> Process:
        choice = self._choice
        words = [str(choice.model), choice.sha256 or ""] if choice.model else []
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kinema.media.portraits.child", choice.detector, *words,
            stdin=PIPE, stdout=PIPE, limit=LONGEST_LINE,
            env={name: value for name, value in os.environ.items() if not name.startswith(_SECRET)},
        )  # fmt: skip
        async with asyncio.timeout(LOAD_FOR):
            answer = await self._hear(process)
        if "ready" not in answer:
            raise _Failed(answer.get("failed", "it did not load"))
        return process

    async def _ask(self, process: Process, png: bytes) -> dict[str, Any]:
        assert process.stdin is not None  # it was opened with pipes
        with contextlib.suppress(ConnectionError):  # it died: listening tells
            process.stdin.write(LENGTH.pack(len(png)) + png)
            await process.stdin.drain()
        return await self._hear(process)

    async def _hear(self, process: Process) -> dict[str, Any]:
        assert process.stdout is not None  # it was opened with pipes
        line = await process.stdout.readline()
        if not line:
            raise _Failed("its process ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        assert process.stdout is not None  # it was opened with pipes
        await process.stdout.read()
        await process.wait()
