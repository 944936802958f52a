"""Surfaces that some styles are made on: paper, canvas, old film, pencil, pixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster, blur, noise, smooth

Brush = Callable[[Raster, float], Raster]
"""Takes an RGB frame and its time in seconds; returns it as the surface takes it on."""


class Texture(NamedTuple):
    """What a frame is made on: how it is painted, and the surface's own `gain` of light and `lift` (in
    bytes), a number or a map over the frame. A `coarse` brush paints frames of half the size."""

    brush: Brush | None = None
    coarse: bool = False
    gain: Raster | float = 1.0
    lift: Raster | float = 0.0


class Surface(Protocol):
    """Prepares a texture for frames of a size in pixels, with a white `border` where there may be one."""

    def __call__(self, width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:
        """The texture."""


def watercolour(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:
    """Pigment on rough paper: edges that wander and darken, pools of tone, white paper around it."""
    unit = min(width, height)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    wander = 0.0055 * unit
    fine = 0.0018 * unit
    x += (noise(rng, width, height, unit * 0.05, 3) - 0.5) * 2 * wander + (
        noise(rng, width, height, unit * 0.012, 2) - 0.5
    ) * 2 * fine
    y += (noise(rng, width, height, unit * 0.05, 3) - 0.5) * 2 * wander + (
        noise(rng, width, height, unit * 0.012, 2) - 0.5
    ) * 2 * fine
    half = (width // 2, height // 2)
    maps = cv2.convertMaps(_halved(x, half), _halved(y, half), cv2.CV_16SC2)
    pools = noise(rng, width, height, unit * 0.22, 5)
    tooth = noise(rng, width, height, 3.2, 2)
    paper = np.clip(0.90 + 0.14 * (pools - 0.5) + 0.07 * (tooth - 0.5), 0, 1)
    wash = smooth(pools, 0.40, 0.78) * 0.16
    white = wash
    if border:
        edge = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y)) / unit
        ragged = edge + (noise(rng, width, height, unit * 0.10, 5) - 0.5) * 0.085
        white = np.maximum(wash, 1 - smooth(ragged, 0.018, 0.040))

    def brush(frame: Raster, _t: float) -> Raster:
        flat = cv2.medianBlur(frame, 5)
        fewer = cv2.resize(flat, (half[0] // 2, half[1] // 2), interpolation=cv2.INTER_AREA)
        soft = cv2.resize(cv2.GaussianBlur(fewer, (0, 0), 1.5), half)
        # Pigment gathers where a wash ends: darken along edges by the difference of the two.
        edged = cv2.addWeighted(flat, 1.75, soft, -0.75, 0)
        return cv2.remap(edged, maps[0], maps[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)

    return Texture(
        brush, coarse=True, gain=paper * (255 / 245) * (1 - white), lift=paper * white * (255 * 1.06)
    )


def canvas(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Oil on canvas: strokes that follow the picture's flow, and a weave."""
    unit = min(width, height)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x += (noise(rng, width, height, unit * 0.020, 2) - 0.5) * 0.020 * unit
    y += (noise(rng, width, height, unit * 0.020, 2) - 0.5) * 0.020 * unit
    half = (width // 2, height // 2)
    maps = cv2.convertMaps(_halved(x, half), _halved(y, half), cv2.CV_16SC2)
    weave = (
        0.5 + 0.25 * np.sin(np.arange(width) * 2.1)[None, :] + 0.25 * np.sin(np.arange(height) * 2.1)[:, None]
    )
    relief = np.clip(0.93 + 0.07 * weave + 0.06 * (noise(rng, width, height, 9, 2) - 0.5), 0, 1)

    def brush(frame: Raster, _t: float) -> Raster:
        flat = cv2.medianBlur(cv2.medianBlur(frame, 5), 5)
        return cv2.remap(flat, maps[0], maps[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)

    return Texture(brush, coarse=True, gain=relief * (255 / 250))


def film(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Old film: flicker, scratches and dust that come and go twelve times a second."""
    scratches = rng.integers(0, width, 12)
    dust = rng.random((64, 3))
    pulse = rng.uniform(0.93, 1.03, 97)

    def apply(frame: Raster, t: float) -> Raster:
        beat = int(t * 12)
        aged = cv2.convertScaleAbs(frame, alpha=float(pulse[beat % 97]))
        if beat % 3:
            cv2.line(
                aged,
                (int(scratches[beat % 12]), 0),
                (int(scratches[beat % 12]) + 3, height),
                (205, 196, 170),
                1,
                cv2.LINE_AA,
            )
        for n in range(3):
            x, y, r = dust[(beat * 3 + n) % 64]
            cv2.circle(aged, (int(x * width), int(y * height)), 1 + int(r * 3), (30, 26, 20), -1, cv2.LINE_AA)
        return aged

    return Texture(apply)


def _halved(axis: Raster, half: tuple[int, int]) -> Raster:
    """A map of places in a frame as one of places in a frame of half the size."""
    return cv2.resize(axis, half, interpolation=cv2.INTER_AREA) / 2 - 0.25


def sketch(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Pencil on paper: what changes quickly is a line, what is dark is shaded."""
    return Texture(_pencilled)


def _pencilled(frame: Raster, _t: float) -> Raster:
    grey = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY)
    soft = blur(cv2.bitwise_not(grey), 5)
    lines = cv2.divide(grey, cv2.bitwise_not(soft), scale=246)
    shaded = cv2.addWeighted(lines, 0.78, grey, 0.22, 6)
    return cv2.merge(
        [shaded, cv2.convertScaleAbs(shaded, alpha=0.985), cv2.convertScaleAbs(shaded, alpha=0.95)]
    )


def pixel(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Large pixels and few tones."""
    return Texture(_pixelated)


def _pixelated(frame: Raster, _t: float) -> Raster:
    height, width = frame.shape[:2]
    cell = max(min(width, height) // 150, 2)
    small = cv2.resize(frame, (max(width // cell, 1), max(height // cell, 1)), interpolation=cv2.INTER_AREA)
    steps = (np.arange(256) // 20 * 20 + 8).clip(0, 255).astype(np.uint8)
    return cv2.resize(cv2.LUT(small, steps), (width, height), interpolation=cv2.INTER_NEAREST)
