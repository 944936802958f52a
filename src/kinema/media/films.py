"""Checking films that users bring: their bytes become a film of our own, or a refusal in our own words.

No decoder runs on them in this process: `kinema.media.sandbox.film` does that in a child that can reach
nothing, and all that is taken back from it is raw pixels and samples, which are encoded here.
"""

from __future__ import annotations

import asyncio
import contextlib
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import Process
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, cast

import numpy as np
from numpy.typing import NDArray

from kinema.errors import FilmRefused, Unavailable
from kinema.media import images, reading
from kinema.media.film import FPS, FilmWriter
from kinema.media.line import Line
from kinema.media.sandbox import film as decoder
from kinema.media.sandbox import lockup
from kinema.media.sandbox.child import command, confined
from kinema.videos.size import Size

LINE = Line(1, 8, "films are being checked")
"""How many films one process takes in at once, and how many wait."""
COMMAND = command(decoder)
"""The decoder's child; the sizes follow that the film may be brought to."""

_BOUNDS = f"{decoder.SHORTEST:g} to {decoder.LONGEST:g} seconds"
_UNUSABLE = (
    f"cannot be read as a film. Send an intact MP4, MOV or WebM (H.264, H.265, VP9 or AV1) of {_BOUNDS}."
)
_WHY = {
    decoder.TOO_LONG: f"is longer than {decoder.LONGEST:g} seconds. Send {_BOUNDS}.",
    decoder.TOO_SHORT: f"is shorter than {decoder.SHORTEST:g} second. Send {_BOUNDS}.",
    decoder.BAD_SHAPE: (
        f"has a shape that is not taken. Send at least {decoder.SMALLEST} pixels a side, at most 4096x2304, "
        f"no side more than {decoder.STEEPEST:g} times the other."
    ),
}


@dataclass(frozen=True)
class Taken:
    """What a user's film became: its size and how many frames, at 24 a second."""

    size: Size
    frames: int

    @property
    def seconds(self) -> float:
        """Its length."""
        return self.frames / FPS


async def check(data: bytes, sizes: Collection[Size], path: Path, *, whose: Hashable = None) -> Taken:
    """Turn a user's film into ours at `path`: of the one of `sizes` that fits best, scaled and cut to cover
    it, upright, at 24 frames a second, with its sound where it has any. `whose` turn it takes is a tenant's.

    Raises FilmRefused where that cannot be done, whose message goes on after the name of the field, and
    Unavailable where the server is to blame.
    """
    if not decoder.format_of(data):
        raise FilmRefused(_UNUSABLE)
    async with LINE.turn(whose), confined(COMMAND, *sizes) as child:
        try:
            async with asyncio.timeout(decoder.SECONDS):
                return await _Encoding(child, sizes, path).run(data)
        except TimeoutError:
            raise Unavailable("Checking the film took too long. Try again shortly.") from None
        except asyncio.IncompleteReadError:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await child.wait()
            if child.returncode == lockup.NOT_LOCKED:
                raise Unavailable("Films cannot be checked on this server right now.") from None
            _refuse()


def samples(path: Path, film: Taken) -> Iterator[bytes]:
    """PNGs of what a film of ours shows: its first, middle and last frame, and one a second."""
    wanted = {0, film.frames // 2, film.frames - 1, *range(0, film.frames, FPS)}
    for frame in reading.frames(path, wanted):
        yield images.encode(frame.tobytes(), film.size)


class _Encoding:
    """One film on its way from the decoder's child into a file. The child is believed nothing: a part that
    an honest one would not send now is a refusal."""

    def __init__(self, child: Process, sizes: Collection[Size], path: Path) -> None:
        self._stdin = cast("StreamWriter", child.stdin)
        self._stdout = cast("StreamReader", child.stdout)
        self._sizes, self._path = sizes, path
        self._size: Size | None = None
        self._sound: NDArray[np.float32] | None = None
        self._writer: FilmWriter | None = None

    async def run(self, data: bytes) -> Taken:
        """Send the file, and write what comes back."""
        # A child that has seen enough, or died, does not read to the end; its answer tells.
        with contextlib.suppress(ConnectionError):
            self._stdin.write(data)
            await self._stdin.drain()
        self._stdin.close()
        try:
            while (part := await self._stdout.readexactly(1)) != decoder.END:
                await self._take(part)
            if self._writer is None or self._size is None:
                _refuse()
            await _to_its_end(self._writer.close)
            return Taken(self._size, self._writer.frames)
        except BaseException:
            if self._writer is not None:
                self._writer.abandon()
            raise

    async def _take(self, part: bytes) -> None:
        match part:
            case decoder.SIZE if self._size is None:
                width, height = decoder.DIMENSIONS.unpack(await self._read(decoder.DIMENSIONS.size))
                if (width, height) not in self._sizes:
                    _refuse()
                self._size = Size(width, height)
            case decoder.SOUND if self._size and self._sound is None and self._writer is None:
                (length,) = decoder.LENGTH.unpack(await self._read(decoder.LENGTH.size))
                if length % 4 or length > decoder.MOST_SOUND:
                    _refuse()
                samples = np.frombuffer(await self._read(length), np.int16).reshape(-1, 2)
                self._sound = np.divide(samples, 32768, dtype=np.float32)
            case decoder.FRAME if self._size:
                frame = np.frombuffer(await self._read(self._size.width * self._size.height * 3), np.uint8)
                picture = frame.reshape(self._size.height, self._size.width, 3)
                await _to_its_end(self._write, picture)
            case _:
                _refuse(_WHY.get(part, _UNUSABLE))

    def _write(self, frame: NDArray[np.uint8]) -> None:
        if self._writer is None:
            assert self._size is not None  # a frame has one
            self._writer = FilmWriter(self._path, self._size, crf=18, sound=self._sound is not None)
            if self._sound is not None:
                self._writer.add_sound(self._sound)
        if self._writer.frames >= decoder.LONGEST * FPS:
            _refuse()
        self._writer.write(frame)

    async def _read(self, length: int) -> bytes:
        return await self._stdout.readexactly(length)


async def _to_its_end(work: Callable[..., None], *arguments: object) -> None:
    """Do something in a thread, and end with it though this is cancelled: nobody may touch an encoder that
    is at work."""
    working = asyncio.ensure_future(asyncio.to_thread(work, *arguments))
    try:
        await asyncio.shield(working)
    except asyncio.CancelledError:
        await asyncio.wait({working})
        raise


def _refuse(why: str = _UNUSABLE) -> NoReturn:
    raise FilmRefused(why)
