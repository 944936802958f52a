"""How fast the animatic engine renders, beside its encoder alone, and how much memory it takes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.gallery.prompts import chosen
from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.reel import Reel
from kinema.engines.animatic.rendering import encoding
from kinema.engines.contract import RenderRequest
from kinema.media.film import FPS, FilmWriter
from kinema.videos.model import Quality
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

PROMPT = "A cat dancing in the rain, cinematic style"
SECONDS = 4
LONG = 12
RUNS = 3


def measure() -> dict[str, Any]:
    """Seconds of film per second of work, for each quality and size, of the whole engine and of its encoder
    alone, fed with the same frames from memory. They take turns, so that a busy machine troubles both; the
    medians of three. CPU time is of all threads, and says more where others are at work.

    Then the slowest of the chosen prompts in either size, and the memory of a process that rendered 12 s.
    """
    engine = AnimaticEngine()
    engine.load()
    figures: dict[str, Any] = {}
    for quality in Quality:
        for size in (LANDSCAPE, PORTRAIT):
            figures |= _beside_the_encoder(engine, RenderRequest(PROMPT, size, SECONDS, quality, seed=1))
    for size in (LANDSCAPE, PORTRAIT):
        figures |= _slowest(engine, size)
    figures[f"memory of {LONG} s, standard {LANDSCAPE}, MB"] = _memory()
    return figures


class Took(NamedTuple):
    """Seconds by the clock and of CPU for each second of film."""

    wall: float
    cpu: float


def _beside_the_encoder(engine: AnimaticEngine, request: RenderRequest) -> dict[str, Any]:
    frames = _frames(request)
    films, encoders = [], []
    for _ in range(RUNS):
        films.append(_timed(request, lambda folder: _render(engine, request, folder)))
        encoders.append(_timed(request, lambda folder: _encode(folder, request, frames)))
    what = f"{request.quality} {request.size}"
    pairs = list(zip(films, encoders, strict=True))
    return {
        f"film a second, {what}, s": _median(1 / film.wall for film in films),
        f"the encoder alone, {what}, s": _median(1 / encoder.wall for encoder in encoders),
        f"rate beside the encoder's, {what}, %": _median(100 * e.wall / f.wall for f, e in pairs),
        f"CPU of a film's second, {what}, s": _median(film.cpu for film in films),
        f"of that the encoder's, {what}, %": _median(100 * e.cpu / f.cpu for f, e in pairs),
    }


def _slowest(engine: AnimaticEngine, size: Size) -> dict[str, Any]:
    """Of the chosen prompts the one whose film is slowest by the clock, and the one that takes the most CPU
    time: medians of three rounds."""
    films: dict[str, list[Took]] = {}
    for _ in range(RUNS):
        for exhibit in chosen():
            request = RenderRequest(exhibit.says, size, SECONDS, Quality.STANDARD, seed=1)
            took = _timed(request, lambda folder, asked=request: _render(engine, asked, folder))
            films.setdefault(exhibit.id, []).append(took)
    wall = {name: _median(film.wall for film in took) for name, took in films.items()}
    cpu = {name: _median(film.cpu for film in took) for name, took in films.items()}
    slow, dear = max(wall, key=wall.__getitem__), max(cpu, key=cpu.__getitem__)
    return {
        f"film a second, the slowest of {len(films)} ({slow}), standard {size}, s": round(1 / wall[slow], 3),
        f"CPU of a film's second, the most of {len(films)} ({dear}), standard {size}, s": cpu[dear],
    }


def _frames(request: RenderRequest) -> list[NDArray[np.uint8]]:
    """The film's finished frames as the engine hands them to the encoder."""
    reel = Reel(plan(request))
    return [reel.develop(reel.draw(number / FPS)) for number in reel.numbers]


def _timed(request: RenderRequest, work: Callable[[Path], None]) -> Took:
    with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
        wall, cpu = time.perf_counter(), time.process_time()
        work(Path(folder))
        return Took(
            (time.perf_counter() - wall) / request.seconds, (time.process_time() - cpu) / request.seconds
        )


def _median(values: Any) -> float:
    return round(statistics.median(values), 3)


def _render(engine: AnimaticEngine, request: RenderRequest, folder: Path) -> None:
    engine.render(request, folder, lambda _: None)


def _encode(folder: Path, request: RenderRequest, frames: Sequence[NDArray[np.uint8]]) -> None:
    with FilmWriter(folder / "film.mp4", request.size, sound=False, **encoding(request.quality)) as film:
        for frame in frames:
            film.write(frame)


def _memory() -> float:
    """The most that a process of its own held while it rendered a long film, in MB."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.rendering", "memory"], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _long_film() -> None:
    engine = AnimaticEngine()
    engine.load()
    with tempfile.TemporaryDirectory(prefix="kinema-bench-") as folder:
        _render(engine, RenderRequest(PROMPT, LANDSCAPE, LONG, Quality.STANDARD, seed=1), Path(folder))
    status = Path("/proc/self/status").read_text()  # getrusage counts what this process was forked from
    print(round(int(status.split("VmHWM:")[1].split()[0]) / 1024))


if __name__ == "__main__":
    if sys.argv[1:] == ["memory"]:
        _long_film()
    else:
        for what, value in measure().items():
            print(f"{value:10}  {what}")
