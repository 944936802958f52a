"""The suite that every local engine must pass, ours and third parties'.

A test module of an engine's own subclasses it, and pytest does the rest::

    class TestMyEngine(EngineContract):
        engine = MyEngine
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import av
import numpy as np

from kinema.engines.contract import Cancelled, LocalEngine, Rendered, RenderRequest, Report
from kinema.media.probe import probe
from kinema.videos.model import Quality
from kinema.videos.size import Size

HEAVY = ("torch", "diffusers", "skia", "cv2", "av", "numpy")
"""What a process that never renders must not be made to import."""

FRAME = 1 / 23
"""Seconds by which a film may be longer or shorter than it was asked."""


class EngineContract:
    """Subclass it and name the engine; `size` and `seconds` are of the films that are rendered."""

    engine: type[LocalEngine]
    size: ClassVar[Size] = Size(320, 180)
    seconds: ClassVar[int] = 1
    prompt: ClassVar[str] = "A cat dancing in the rain, cinematic style"

    def request(self, **changes: object) -> RenderRequest:
        """Return a request that the engine must serve."""
        values: dict[str, object] = {
            "prompt": self.prompt,
            "size": self.size,
            "seconds": self.seconds,
            "quality": Quality.STANDARD,
            "seed": 7,
            **changes,
        }
        return RenderRequest(**values)  # type: ignore[arg-type]

    @contextmanager
    def rendered(self, request: RenderRequest, report: Report | None = None) -> Iterator[Rendered]:
        """Lend the film of a request."""
        engine = self.engine()
        engine.load()
        try:
            with tempfile.TemporaryDirectory() as folder:
                yield engine.render(request, Path(folder), report or _ignore)
        finally:
            engine.close()

    def test_its_spec_is_read_without_anything_heavy(self) -> None:
        """Naming what an engine can do imports no library that only rendering needs."""
        home = self.engine.__module__
        script = f"import sys, {home}; print(*(set({HEAVY!r}) & set(sys.modules)))"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.split() == []

    def test_its_spec_allows_what_is_rendered_here(self) -> None:
        """The spec holds for the films of this suite."""
        spec = self.engine.spec
        assert spec.name
        assert spec.version
        assert spec.sizes is None or self.size in spec.sizes
        assert self.seconds in spec.seconds

    def test_a_film_is_as_it_was_asked(self) -> None:
        """A film has exactly the asked size, the asked length within a frame, and sound where promised."""
        with self.rendered(self.request()) as made:
            film = probe(made.path)
        assert film.size == self.size
        assert abs(film.seconds - self.seconds) <= FRAME
        assert film.fps > 23.9
        assert (film.video_codec, film.pixel_format) == ("h264", "yuv420p")
        assert film.has_sound == self.engine.spec.sound
        assert not film.has_sound or abs(film.sound_seconds - film.seconds) <= FRAME

    def test_the_same_request_draws_the_same_frames(self) -> None:
        """Rendering is a function of the request: twice the same one is frame by frame the same film."""
        prints = []
        for _ in range(2):
            with self.rendered(self.request()) as made:
                prints.append(_fingerprint(made.path))
        assert prints[0] == prints[1]

    def test_progress_rises_to_the_end(self) -> None:
        """Progress is reported, between 0 and 1, never falls, and ends near 1."""
        told: list[float] = []

        def note(fraction: float) -> None:
            told.append(fraction)

        with self.rendered(self.request(), note):
            pass
        assert told
        assert told == sorted(told)
        assert told[0] >= 0
        assert 0.9 <= told[-1] <= 1

    def test_a_cancelled_render_stops(self) -> None:
        """Where the report raises `Cancelled`, the render ends with it and with no other error."""

        def cancel(fraction: float) -> None:
            raise Cancelled(fraction)

        try:
            with self.rendered(self.request(), cancel):
                raise AssertionError("the render went on to its end")
        except Cancelled:
            pass

    def test_the_reference_is_the_first_frame(self) -> None:
        """An engine that takes a reference begins with it: 35 dB PSNR or more."""
        if not self.engine.spec.reference:
            return
        across = np.linspace(0, 255, self.size.width)[None, :, None]
        down = np.linspace(0, 255, self.size.height)[:, None, None]
        reference = np.concatenate(
            np.broadcast_arrays(across, down, np.full_like(across + down, 128)), axis=2
        ).astype(np.uint8)
        with self.rendered(self.request(reference=reference)) as made, av.open(str(made.path)) as film:
            first = next(film.decode(video=0)).to_ndarray(format="rgb24")
        error = float(np.mean((first.astype(float) - reference) ** 2))
        assert 10 * np.log10(255**2 / max(error, 1e-9)) >= 35


def _ignore(fraction: float) -> None:
    """Hear of progress and do nothing."""


def _fingerprint(path: Path) -> str:
    digest = hashlib.sha256()
    with av.open(str(path)) as film:
        for frame in film.decode(video=0):
            digest.update(frame.to_ndarray(format="rgb24").tobytes())
    return digest.hexdigest()
