"""The films and pictures of an exhibit, and what somebody would put in a film's place without an engine."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np

from bench.gallery.prompts import Exhibit, Named
from bench.gallery.verdict import Trial, Verdict
from bench.sheet import Picture, moments, request, sheet
from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.scene import Scene
from kinema.engines.contract import RenderRequest
from kinema.media.film import FPS, FilmWriter
from kinema.media.reading import frames
from kinema.videos.model import Quality
from kinema.videos.size import Size

PLACEHOLDER = Size(640, 360)
LIT = 0.5
"""Seconds after which a film has faded in: the frame that stands for it as a still."""
ZOOM = 1.2
PATTERN = "test-pattern.mp4"
"""The one file that is the test pattern beside every film."""


@dataclass(frozen=True)
class Shown:
    """An exhibit as the page has it. `sheet` and `poster` are WebP; `film` and `still` are names of files
    beside the page, None for an exhibit that is a sheet alone."""

    exhibit: Exhibit
    scene: Scene
    verdicts: tuple[tuple[Named, Verdict], ...]
    sheet: bytes
    poster: bytes | None = None
    film: str | None = None
    still: str | None = None


def show(exhibit: Exhibit, folder: Path, size: Size, seconds: int, width: int, *, whole: bool) -> Shown:
    """Draw an exhibit: a `whole` film with its placeholder into `folder`, or only the frames of its sheet,
    which is `width` pixels wide."""
    asked = request(exhibit.says, size, seconds, Quality.STANDARD)
    trial = Trial(asked)
    verdicts = tuple((named, trial.verdict(named)) for named in exhibit.named)
    if not whole:
        return Shown(exhibit, trial.scene, verdicts, _webp(sheet(stills(asked, moments(seconds)), width)))
    film = _render(asked, folder / f"{exhibit.id}.mp4")
    shots, still = _shots(film, seconds)
    small = cv2.resize(still, PLACEHOLDER, interpolation=cv2.INTER_AREA)
    zoomed = still_with_zoom(small, folder / f"{exhibit.id}-still.mp4", seconds)
    return Shown(
        exhibit, trial.scene, verdicts, _webp(sheet(shots, width)), _webp(small), film.name, zoomed.name
    )


def pattern(path: Path, seconds: int) -> bytes:
    """FFmpeg's test source; return its first frame as WebP."""
    graph = av.filter.Graph()
    source = graph.add("testsrc2", f"size={PLACEHOLDER}:rate={FPS}:duration={seconds}")
    source.link_to(sink := graph.add("buffersink"))
    graph.configure()
    with FilmWriter(path, PLACEHOLDER, sound=False) as film:
        for number in range(seconds * FPS):
            frame = sink.pull().to_ndarray(format="rgb24")
            film.write(frame)
            if number == 0:
                poster = _webp(frame)
    return poster


def still_with_zoom(picture: Picture, path: Path, seconds: int) -> Path:
    """A picture that the camera slowly moves into."""
    height, width = picture.shape[:2]
    with FilmWriter(path, Size(width, height), sound=False) as film:
        for scale in np.linspace(1, ZOOM, seconds * FPS):
            matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 0, float(scale))
            film.write(np.asarray(cv2.warpAffine(picture, matrix, (width, height)), np.uint8))
    return path


def _render(asked: RenderRequest, path: Path) -> Path:
    with tempfile.TemporaryDirectory(dir=path.parent) as scratch:
        rendered = AnimaticEngine().render(asked, Path(scratch), lambda _: None)
        return rendered.path.replace(path)


def _shots(film: Path, seconds: int) -> tuple[list[Picture], Picture]:
    """The frames of the sheet, and the one that stands for the film; one frame is decoded at a time."""
    wanted = {int(moment * FPS) for moment in moments(seconds)}
    shots, still = [], None
    for number, frame in enumerate(frames(film)):
        if number == int(min(LIT, seconds / 2) * FPS):
            still = frame
        if number in wanted:
            shots.append(frame)
    assert still is not None
    return shots, still


def _webp(picture: Picture) -> bytes:
    quality = [cv2.IMWRITE_WEBP_QUALITY, 80]
    return cv2.imencode(".webp", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), quality)[1].tobytes()
