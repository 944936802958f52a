"""A fake engine: it makes real films of one colour within milliseconds, and fails on request.

For tests and load measurements, of Kinema and of what is built on it. Its grey grows lighter and darker
again, and an extension carries on with it. It is installed as the engine `fake`, which no model uses unless
an operator maps one to it. Words in a prompt steer it:
`[sleep=2.5]` renders for that long, reporting progress; `[fail]` fails; `[full]` finds the disk full;
`[crash]` ends the process; `[hang]` never ends and does not listen to being cancelled; `[wrong]` makes a
film of half the length.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import tempfile
import time
from pathlib import Path
from typing import ClassVar

from kinema.engines.contract import Capability, EngineSpec, Extension, Rendered, RenderRequest, Report
from kinema.errors import TaskFailed

FPS = 24
_STEER = re.compile(r"\[(sleep|fail|full|crash|hang|wrong)(?:=([0-9.]+))?\]")


class FakeEngine:
    """See the module."""

    spec: ClassVar[EngineSpec] = EngineSpec(
        name="fake",
        version="1",
        title="A fake for tests",
        sound=True,
        can=frozenset({Capability.REMIX, Capability.EDIT, Capability.EXTEND}),
    )

    def load(self) -> None:
        """Make a place for the films that were drawn once already."""
        self._films = Path(tempfile.mkdtemp(prefix="kinema-fake-"))

    def render(self, request: RenderRequest, folder: Path, report: Report) -> Rendered:
        """Do what the prompt says, then copy a film of the asked size and length."""
        orders = {match[1]: float(match[2] or 0) for match in _STEER.finditer(request.prompt)}
        if "crash" in orders:
            os.kill(os.getpid(), signal.SIGKILL)
        if "fail" in orders:
            raise TaskFailed("The prompt asked the fake engine to fail.")
        if "full" in orders:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        while "hang" in orders:
            time.sleep(60)
        began, length = time.monotonic(), orders.get("sleep", 0.0)
        while (passed := time.monotonic() - began) < length:
            report(passed / length)
            time.sleep(min(0.05, length - passed))
        seconds = request.seconds / 2 if "wrong" in orders else request.seconds
        film = folder / "film.mp4"
        shutil.copyfile(self._film(request, seconds), film)
        report(1.0)
        return Rendered(film, {"prompt": request.prompt})

    def close(self) -> None:
        """Forget the films."""
        shutil.rmtree(self._films, ignore_errors=True)

    def _film(self, request: RenderRequest, seconds: float) -> Path:
        import numpy as np

        from kinema.media.film import FilmWriter

        first = round(request.origin.start * FPS) if isinstance(request.origin, Extension) else 0
        path = self._films / f"{request.size}-{first}-{seconds}.mp4"
        if not path.exists():
            width, height = request.size
            with FilmWriter(path, request.size, preset="ultrafast", crf=40) as film:
                film.add_sound(np.full((int(seconds * 48_000), 2), 0.01, np.float32))
                for number in range(first, first + int(seconds * FPS)):
                    grey = 255 - abs(number % 510 - 255)
                    film.write(np.full((height, width, 3), grey, np.uint8))
        return path
