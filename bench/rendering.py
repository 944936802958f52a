"""How fast the animatic engine renders, and how fast its encoder alone could be fed."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.rendering import encoding, stills
from kinema.engines.contract import RenderRequest
from kinema.media.film import FPS, FilmWriter
from kinema.videos.model import Quality
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

PROMPT = "A cat dancing in the rain, cinematic style"
SECONDS = 4
RUNS = 3


def measure() -> dict[str, Any]:
    """Seconds of film per second of work, the median of three runs, for each quality and size.

    And the same for the encoder alone, fed with the finished frames of the same film from memory.
    """
    engine = AnimaticEngine()
    engine.load()
    figures: dict[str, Any] = {}
    for quality in Quality:
        for size in (LANDSCAPE, PORTRAIT):
            request = RenderRequest(PROMPT, size, SECONDS, quality, seed=1)
            rate = _median(request, lambda folder, asked=request: _render(engine, asked, folder))
            figures[f"film a second, {quality} {size}, s"] = rate
            figures[f"the encoder alone, {quality} {size}, s"] = _encoder(request)
    return figures


def _median(request: RenderRequest, work: Any) -> float:
    """Film seconds per second of `work`."""
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
            started = time.perf_counter()
            work(Path(folder))
            times.append(time.perf_counter() - started)
    return round(request.seconds / statistics.median(times), 3)


def _render(engine: AnimaticEngine, request: RenderRequest, folder: Path) -> None:
    engine.render(request, folder, lambda _: None)


def _encoder(request: RenderRequest) -> float:
    """The encoder's own rate on this film's frames."""
    frames = stills(request, [number / FPS for number in range(request.seconds * FPS)])
    return _median(
        request, lambda folder: _encode(folder / "film.mp4", request.size, request.quality, frames)
    )


def _encode(path: Path, size: Size, quality: Quality, frames: list[np.ndarray]) -> None:
    with FilmWriter(path, size, sound=False, **encoding(quality)) as film:
        for frame in frames:
            film.write(frame)


if __name__ == "__main__":
    print(measure())
