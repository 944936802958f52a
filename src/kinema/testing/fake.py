"""A fake engine: it makes real films of one colour within milliseconds, and fails on request.

For tests and load measurements, of Kinema and of what is built on it. Its grey grows lighter and darker
again, and an extension carries on with it. A character is a square from the middle of a film's first frame,
and the upper half of the films that name it has its colour. It is installed as the engine `fake`, which no
model uses unless an operator maps one to it. Words in a prompt, or in a character's name, steer it:
`[sleep=2.5]` renders for that long, reporting progress; `[fail]` fails; `[full]` finds the disk full;
`[crash]` ends the process; `[hang]` never ends and does not listen to being cancelled; `[wrong]` makes a
film of half the length; `[faint]` makes a character of little quality.
"""

from __future__ import annotations

import errno
import os
import re
import signal
import time
from pathlib import Path
from typing import ClassVar

from kinema.engines.contract import (
    Capability,
    Character,
    EngineSpec,
    Extension,
    Regrade,
    Rendered,
    RenderRequest,
    Report,
)
from kinema.errors import EngineFailed, TaskFailed

FPS = 24
_STEER = re.compile(r"\[(sleep|fail|full|crash|hang|wrong|faint)(?:=([0-9.]+))?\]")


class FakeEngine:
    """See the module."""

    spec: ClassVar[EngineSpec] = EngineSpec(
        name="fake",
        version="1",
        title="A fake for tests",
        sound=True,
        can=frozenset(Capability),
    )

    def load(self) -> None:
        """Remember no film yet: each is drawn once."""
        self._films: dict[str, bytes] = {}

    def render(self, request: RenderRequest, folder: Path, report: Report) -> Rendered:
        """Do what the prompt says, then write a film of the asked size and length."""
        orders = _orders(request.prompt)
        if "fail" in orders:
            raise TaskFailed("The prompt asked the fake engine to fail.")
        if "full" in orders:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        began, length = time.monotonic(), orders.get("sleep", 0.0)
        while (passed := time.monotonic() - began) < length:
            report(passed / length)
            time.sleep(min(0.05, length - passed))
        whole = request.origin.seconds if isinstance(request.origin, Regrade) else request.seconds
        seconds = whole / 2 if "wrong" in orders else whole
        film = folder / "film.mp4"
        film.write_bytes(self._film(request, seconds, folder))
        report(1.0)
        return Rendered(film, {"prompt": request.prompt})

    def cut_out(self, film: Path, name: str) -> Character:
        """Do what the name says, then cut a square out of the film's middle."""
        import numpy as np

        from kinema.media.reading import frames

        orders = _orders(name)
        if "fail" in orders:
            raise EngineFailed("The name asked the fake engine to find nobody.")
        first = next(frames(film))
        row, column = first.shape[0] // 2, first.shape[1] // 2
        pixels = np.full((32, 32, 4), 255, np.uint8)
        pixels[..., :3] = first[row - 16 : row + 16, column - 16 : column + 16]
        red, green, blue = pixels[16, 16, :3].tolist()
        quality = 0.2 if "faint" in orders else 0.9
        return Character(name, pixels, (f"#{red:02x}{green:02x}{blue:02x}",), 1, quality)

    def close(self) -> None:
        """Forget the films."""
        self._films.clear()

    def _film(self, request: RenderRequest, seconds: float, folder: Path) -> bytes:
        import numpy as np

        from kinema.media.film import FilmWriter

        first = round(request.origin.start * FPS) if isinstance(request.origin, Extension) else 0
        playing = [character for character in request.characters if character.name in request.prompt]
        colours = "".join(character.palette[0] for character in playing)
        name = f"{request.size}-{first}-{seconds}{colours}"
        if name not in self._films:
            width, height = request.size
            path = folder / "drawn.mp4"
            with FilmWriter(path, request.size, preset="ultrafast", crf=40) as film:
                film.add_sound(np.full((int(seconds * 48_000), 2), 0.01, np.float32))
                for number in range(first, first + round(seconds * FPS)):
                    grey = 255 - abs(number % 510 - 255)
                    frame = np.full((height, width, 3), grey, np.uint8)
                    for character in playing:
                        frame[: height // 2] = character.pixels[16, 16, :3]
                    film.write(frame)
            self._films[name] = path.read_bytes()
        return self._films[name]


def _orders(words: str) -> dict[str, float]:
    """What the words say, after what ends or never ends is done."""
    orders = {match[1]: float(match[2] or 0) for match in _STEER.finditer(words)}
    if "crash" in orders:
        os.kill(os.getpid(), signal.SIGKILL)
    while "hang" in orders:
        time.sleep(60)
    return orders
