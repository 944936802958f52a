"""Rendering: the scene is drawn in one thread while another develops and encodes what was drawn."""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import cv2

from kinema.engines.animatic.darkroom.planes import in_rgb
from kinema.engines.animatic.lexicon.index import index
from kinema.engines.animatic.plan import Plan, plan
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.reel import Drawn, Reel
from kinema.engines.contract import Rendered, RenderRequest, Report
from kinema.errors import EngineFailed
from kinema.media.film import FPS, FilmWriter
from kinema.videos.model import Quality

_WAITING = 8
"""Drawn frames that may wait for the encoder."""

METADATA = {
    "title": "Animatic",
    "comment": "A rule-based animatic by Kinema, drawn from a prompt without any model. "
    "Contains Twemoji artwork (https://github.com/jdecked/twemoji), CC-BY 4.0, modified.",
    "copyright": "Twemoji artwork: CC-BY 4.0, Twitter, Inc and other contributors",
}


def warm_up() -> None:
    """Read the vocabulary, and let the libraries set themselves up."""
    cv2.setNumThreads(1)  # drawing and encoding already use one core each
    index()


def render(request: RenderRequest, folder: Path, report: Report) -> Rendered:
    """Draw the film into `folder`."""
    planned = plan(request)
    path = folder / "film.mp4"
    reel = Reel(planned)
    with _Lab(path, planned, reel) as lab:
        for n, number in enumerate(reel.numbers):
            lab.take(reel.draw(number / FPS))
            report(0.98 * (n + 1) / len(reel.numbers))
    report(1.0)
    return Rendered(path, planned.understood())


def stills(request: RenderRequest, moments: Sequence[float]) -> list[Raster]:
    """Finished frames (RGB) at some moments of the film, in seconds from where it begins, in rising order;
    nothing is encoded."""
    planned = plan(request)
    reel = Reel(planned)
    first = reel.numbers[0]
    return [in_rgb(reel.develop(reel.draw((first + int(t * FPS)) / FPS))) for t in moments]


class Encoding(TypedDict):
    """How the encoder is set for a quality."""

    preset: str
    crf: float


def encoding(quality: Quality) -> Encoding:
    """x264's preset and rate factor: the finer quality spends more of both time and bits."""
    if quality is Quality.HIGH:
        return {"preset": "faster", "crf": 17}
    return {"preset": "veryfast", "crf": 22}


class _Lab:
    """The second thread: makes the sound, then develops and encodes frames as they come."""

    def __init__(self, path: Path, planned: Plan, reel: Reel) -> None:
        self._reel = reel
        fine = planned.quality is Quality.HIGH
        self._writer = FilmWriter(
            path,
            planned.size,
            **encoding(planned.quality),
            first_frame_quantizer=10 if planned.opens_on_a_given_picture else None,
            metadata=METADATA,  # not the prompt: a film is passed on, and its prompt may be private
            audio_bit_rate=192_000 if fine else 160_000,
            audio_coder="twoloop" if fine else "fast",
        )
        self._frames: queue.Queue[Drawn | None] = queue.Queue(_WAITING)
        self._error: BaseException | None = None
        self._stop = False
        self._thread = threading.Thread(target=self._work, name="animatic-lab", daemon=True)

    def __enter__(self) -> _Lab:
        self._thread.start()
        return self

    def take(self, frame: Drawn) -> None:
        """Hand a drawn frame over; waits where too many are waiting already."""
        self._raise_error()
        self._frames.put(frame)

    def _work(self) -> None:
        try:
            self._writer.add_sound(self._reel.sound())
            while (frame := self._frames.get()) is not None:
                if not self._stop:
                    self._writer.write(self._reel.develop(frame))
        except BaseException as error:  # noqa: BLE001 - it is raised again in the drawing thread
            self._error = error
            while self._frames.get() is not None:
                pass

    def _raise_error(self) -> None:
        if self._error is not None:
            raise EngineFailed(f"The film could not be encoded: {self._error}") from self._error

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._stop = kind is not None
        self._frames.put(None)
        self._thread.join()
        if kind is not None or self._error is not None:
            self._writer.abandon()
            if kind is None:
                self._raise_error()
        else:
            self._writer.close()
