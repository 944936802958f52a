"""A reel: the takes of a film in their order, each melting into the next."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.plan import Plan
from kinema.engines.animatic.raster import Raster, smooth
from kinema.engines.animatic.take import Take, take
from kinema.media.film import FPS, SAMPLE_RATE

MELT = 1.2
"""Seconds over which a scene turns into the one after it."""


class Drawn(NamedTuple):
    """A frame before it is developed: each take's picture, and how much of it there is. Weights are 1 in
    sum."""

    t: float
    layers: tuple[tuple[Take, Raster, float], ...]


class Reel:
    """The takes that the plan's span shows, all set up before the first frame."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._takes = {n: take(plan, plan.parts[n]) for n in self._seen()}
        first, last = (round(t * FPS) for t in plan.span)
        self.numbers = range(first, last)
        """The frames of the span, counted from the beginning of the film."""

    def draw(self, t: float) -> Drawn:
        """The frame at `t` seconds of the film."""
        layers = tuple((shown, shown.draw(t), weight) for shown, weight in self._shown(t))
        return Drawn(t, layers)

    def develop(self, drawn: Drawn) -> Raster:
        """The finished frame, in planes."""
        picture, total = None, 0.0
        for shown, frame, weight in drawn.layers:
            done = shown.develop(frame, drawn.t)
            total += weight
            share = weight / total
            picture = done if picture is None else cv2.addWeighted(picture, 1 - share, done, share, 0)
        assert picture is not None
        return picture

    def sound(self) -> NDArray[np.float32]:
        """The sound of the span: float32 (samples, 2)."""
        begins, ends = self._plan.span
        t = begins + np.arange(round((ends - begins) * SAMPLE_RATE)) / SAMPLE_RATE
        track = np.zeros((len(t), 2), np.float32)
        for n, heard in self._takes.items():
            track += heard.sound()[: len(t)] * self._weight(n, t)[:, None].astype(np.float32)
        return track

    def _seen(self) -> list[int]:
        """The parts that the span shows any of."""
        begins, ends = self._plan.span
        moments = np.arange(begins, ends, 1 / FPS)
        return [n for n in range(len(self._plan.parts)) if np.any(self._weight(n, moments) > 0)]

    def _shown(self, t: float) -> list[tuple[Take, float]]:
        weights = [(shown, float(self._weight(n, np.array([t]))[0])) for n, shown in self._takes.items()]
        return [(shown, weight) for shown, weight in weights if weight > 0]

    def _weight(self, n: int, t: NDArray[np.float64]) -> NDArray[np.float64]:
        """How much of part `n` is there at each moment: it comes in after it begins, and goes as the next
        does."""
        parts = self._plan.parts
        come = smooth(t, parts[n].begins, parts[n].begins + MELT) if n else np.ones_like(t)
        for later in parts[n + 1 :]:
            come = come * (1 - smooth(t, later.begins, later.begins + MELT))
        return np.asarray(come, np.float64)
