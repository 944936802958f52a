"""Rendering: the scene is drawn in one thread while another develops and encodes what was drawn."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

import cv2
import numpy as np

from kinema.engines.animatic.compose import Film, compose, compose_over
from kinema.engines.animatic.lexicon.index import index
from kinema.engines.animatic.light import light_of
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.mix import soundtrack
from kinema.engines.animatic.stage import Setup, Shot
from kinema.engines.animatic.styles.develop import Darkroom
from kinema.engines.contract import Rendered, RenderRequest, Report
from kinema.errors import EngineFailed
from kinema.media.film import FPS, FilmWriter
from kinema.videos.model import Quality

_WAITING = 4
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
    scene = parse(request.prompt)
    path = folder / "film.mp4"
    setup = _setup(request, scene)
    film = _film(request, setup)
    darkroom = Darkroom(setup, _chance(request, 2), reveal=1.2 if request.reference is not None else 0.0)
    with _Lab(path, request, scene, film, darkroom) as lab:
        total = request.seconds * FPS
        for number, frame in enumerate(frames(film, setup)):
            lab.take(frame)
            report(0.98 * (number + 1) / total)
    report(1.0)
    return Rendered(path, scene.described())


def frames(film: Film, setup: Setup) -> Iterator[Raster]:
    """Every frame of a film as drawn, before it is developed."""
    for number in range(setup.seconds * FPS):
        yield draw(film, setup, number / FPS)


def stills(request: RenderRequest, moments: Sequence[float]) -> list[Raster]:
    """Finished frames at some moments of a film, in seconds, without encoding anything."""
    setup = _setup(request, parse(request.prompt))
    film = _film(request, setup)
    darkroom = Darkroom(setup, _chance(request, 2), reveal=1.2 if request.reference is not None else 0.0)
    return [darkroom.develop(draw(film, setup, t), int(t * FPS), t) for t in moments]


def draw(film: Film, setup: Setup, t: float) -> Raster:
    """The frame at `t` seconds as drawn."""
    width, height = setup.size
    shot = Shot(np.zeros((height, width, 3), np.uint8), t, film.move.at(t))
    for element in film.elements:
        element.draw(shot)
    return shot.frame


class Encoding(TypedDict):
    """How the encoder is set for a quality."""

    preset: str
    crf: float


def encoding(quality: Quality) -> Encoding:
    """x264's preset and rate factor: the finer quality spends more of both time and bits."""
    if quality is Quality.HIGH:
        return {"preset": "faster", "crf": 17}
    return {"preset": "superfast", "crf": 22}


def _setup(request: RenderRequest, scene: Scene) -> Setup:
    return Setup(scene, light_of(scene), request.size, request.seconds, request.quality, _chance(request, 0))


def _film(request: RenderRequest, setup: Setup) -> Film:
    return compose(setup) if request.reference is None else compose_over(setup, request.reference)


def _chance(request: RenderRequest, stream: int) -> np.random.Generator:
    """Chance of its own for each part of the work, so that one part's use does not move another's."""
    return np.random.default_rng([request.seed, stream])


class _Lab:
    """The second thread: makes the sound, then develops and encodes frames as they come."""

    def __init__(
        self, path: Path, request: RenderRequest, scene: Scene, film: Film, darkroom: Darkroom
    ) -> None:
        self._request = request
        self._scene = scene
        self._film = film
        self._darkroom = darkroom
        fine = request.quality is Quality.HIGH
        self._writer = FilmWriter(
            path,
            request.size,
            **encoding(request.quality),
            first_frame_quantizer=10 if request.reference is not None else None,
            metadata=METADATA,  # not the prompt: a film is passed on, and its prompt may be private
            audio_bit_rate=192_000 if fine else 160_000,
        )
        self._frames: queue.Queue[Raster | None] = queue.Queue(_WAITING)
        self._error: BaseException | None = None
        self._stop = False
        self._thread = threading.Thread(target=self._work, name="animatic-lab", daemon=True)

    def __enter__(self) -> _Lab:
        self._thread.start()
        return self

    def take(self, frame: Raster) -> None:
        """Hand a drawn frame over; waits where too many are waiting already."""
        self._raise_error()
        self._frames.put(frame)

    def _work(self) -> None:
        try:
            request = self._request
            self._writer.add_sound(
                soundtrack(
                    self._scene, self._film.surface, self._film.motions, request.seconds, _chance(request, 1)
                )
            )
            number = 0
            while (frame := self._frames.get()) is not None:
                if not self._stop:
                    self._writer.write(self._darkroom.develop(frame, number, number / FPS))
                    number += 1
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
