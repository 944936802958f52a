"""Surfaces that some styles are made on: paper, canvas, old film, pencil, pixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

import cv2
import numpy as np

from kinema.engines.animatic.darkroom.planes import WHITE, dimmed, split
from kinema.engines.animatic.raster import Raster, blur, noise, smooth

Brush = Callable[[Raster, float], Raster]
"""Takes an RGB frame and its time in seconds; returns it as the surface takes it on."""


class Texture(NamedTuple):
    """What a frame is made on: how it is painted, and the surface's own `gain` of light and `lift` (in
    bytes), a number or a map over the frame; `marks` puts on finished planes, at a time in seconds, what lies
    on it. The brush of a coarse surface paints frames of half the size."""

    brush: Brush | None = None
    marks: Callable[[Raster, float], None] | None = None
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

    return Texture(brush, gain=paper * (255 / 245) * (1 - white), lift=paper * white * (255 * 1.06))


def canvas(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Oil on canvas: every stroke has one colour, broad ones where the picture is quiet and fine ones where
    it is not, each a little lighter or darker than the next, over a weave."""
    half = (width // 2, height // 2)
    broad, pressed = _strokes(*half, 0.030, rng)
    fine, _ = _strokes(*half, 0.0095, rng)
    x, y = np.arange(width)[None, :], np.arange(height)[:, None]
    weave = 0.5 + 0.25 * np.sin(x * 2.1) + 0.25 * np.sin(y * 2.1)
    relief = 0.95 + 0.05 * weave + 0.07 * (cv2.resize(pressed, (width, height)) - 0.5)

    def brush(frame: Raster, _t: float) -> Raster:
        drawn = cv2.medianBlur(frame, 3)
        fine_work = cv2.remap(drawn, *fine, cv2.INTER_NEAREST)
        painted = cv2.remap(cv2.medianBlur(frame, 5), *broad, cv2.INTER_NEAREST)
        # Where broad strokes would lose something, fine ones are laid over them, and where those would, the
        # point of the brush.
        for better, sill, grown in ((fine_work, 9, 5), (drawn, 20, 3)):
            lost = cv2.absdiff(cv2.GaussianBlur(drawn, (0, 0), 1.2), cv2.GaussianBlur(painted, (0, 0), 1.4))
            mask = cv2.dilate(cv2.cvtColor(lost, cv2.COLOR_RGB2GRAY), np.ones((grown, grown), np.uint8))
            cv2.copyTo(better, (mask > sill).view(np.uint8), painted)
        return painted

    return Texture(brush, gain=relief)


def _strokes(
    width: int, height: int, long: float, rng: np.random.Generator
) -> tuple[tuple[Raster, Raster], Raster]:
    """Strokes `long` short sides long that cover a frame: for each pixel where the middle of its stroke is
    (maps for `cv2.remap`), and how much paint it carries, 0 to 1."""
    unit = min(width, height)
    size = max(long * unit, 3.0)
    columns, rows = int(width / (0.62 * size)) + 2, int(height / (0.34 * size)) + 2
    flow = noise(rng, columns, rows, max(columns / 4, 3), 2)
    places = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), -1).reshape(-1, 2)
    places = rng.permutation(places)
    middles = (places + rng.uniform(-0.7, 0.7, places.shape)) * (0.62 * size, 0.34 * size)
    x, y = (np.ascontiguousarray(axis) for axis in np.meshgrid(
        np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)
    ))  # fmt: skip
    paint = np.full((height, width), 0.5, np.float32)
    loads = rng.random(len(places))
    for (column, row), (cx, cy), load in zip(places, middles, loads, strict=True):
        at = (int(cx), int(cy))
        turn = 150 * (flow[row, column] - 0.5) - 20
        axes = (int(0.66 * size) + 1, int(0.27 * size) + 1)
        inside = (min(max(cx, 0.0), width - 1.0), min(max(cy, 0.0), height - 1.0))
        for sheet, value in ((x, inside[0]), (y, inside[1]), (paint, load)):
            cv2.ellipse(sheet, at, axes, turn, 0, 360, float(value), -1)
    return cv2.convertMaps(x, y, cv2.CV_16SC2, nninterpolation=True), paint


def film(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Old film: flicker, scratches and dust that come and go twelve times a second."""
    scratches = rng.integers(0, width, 12)
    dust = rng.random((64, 3))
    pulse = rng.uniform(0.93, 1.03, 97)

    def marks(planes: Raster, t: float) -> None:
        beat = int(t * 12)
        dimmed(planes, float(pulse[beat % 97]))
        luma = split(planes)[0]
        np.minimum(luma, WHITE, out=luma)
        if beat % 3:
            x = int(scratches[beat % 12])
            cv2.line(luma, (x, 0), (x + 3, height), 184, 1, cv2.LINE_AA)
        for n in range(3):
            x, y, r = dust[(beat * 3 + n) % 64]
            cv2.circle(luma, (int(x * width), int(y * height)), 1 + int(r * 3), 39, -1, cv2.LINE_AA)

    return Texture(marks=marks)


def _halved(axis: Raster, half: tuple[int, int]) -> Raster:
    """A map of places in a frame as one of places in a frame of half the size."""
    return cv2.resize(axis, half, interpolation=cv2.INTER_AREA) / 2 - 0.25


def sketch(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Pencil on paper: what changes quickly is a line, what is dark is hatched, what is darker twice. The
    strokes are drawn anew eight times a second."""
    unit = min(width, height)
    strokes = [_hatching(width, height, angle, 0.0085 * unit, rng) for angle in (0.62, -0.50)]
    tooth, tone = noise(rng, width, height, 2.2, 2), noise(rng, width, height, 60, 3)
    paper = (0.90 + 0.16 * tooth) * (0.96 + 0.06 * tone)

    def brush(frame: Raster, t: float) -> Raster:
        grey = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY)
        soft = blur(cv2.bitwise_not(grey), max(unit / 150, 2))
        lines = cv2.divide(grey, cv2.bitwise_not(soft), scale=252)
        lines = cv2.convertScaleAbs(cv2.subtract(lines, np.full_like(lines, 70)), alpha=255 / 178)
        tone = cv2.GaussianBlur(grey, (0, 0), max(unit / 300, 1))
        page = lines
        for nth, (sheet, sill) in enumerate(zip(strokes, (196, 104), strict=True)):
            shift = (int(t * 8) * (7 + 4 * nth)) % 32
            hatch = sheet[shift : shift + height, shift : shift + width]
            # How dark a stroke is drawn depends on how far the tone lies below the sill.
            depth = cv2.convertScaleAbs(cv2.subtract(np.full_like(tone, sill), tone), alpha=1.7)
            page = cv2.subtract(page, cv2.multiply(hatch, depth, scale=0.8 / 255))
        page = np.maximum(page, 34)
        return np.asarray(cv2.merge([cv2.convertScaleAbs(page, alpha=share) for share in (1.0, 0.985, 0.95)]))

    return Texture(brush, gain=paper.clip(0, 1.04))


def _hatching(width: int, height: int, angle: float, apart: float, rng: np.random.Generator) -> Raster:
    """Parallel pencil strokes, 255 on a stroke, in a sheet 32 pixels larger than the frame."""
    y, x = np.mgrid[0 : height + 32, 0 : width + 32].astype(np.float32)
    wander = (noise(rng, width + 32, height + 32, 22 * apart, 2) - 0.5) * 2.6 * apart
    across = (x * np.cos(angle) + y * np.sin(angle) + wander) / apart
    pressure = 0.55 + 0.9 * (noise(rng, width + 32, height + 32, 5 * apart, 2) - 0.35)
    stroke = smooth(np.cos(2 * np.pi * across), 0.1, 0.85)
    return np.asarray(np.clip(stroke * pressure, 0, 1) * 255).astype(np.uint8)


_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47


def pixel(width: int, height: int, rng: np.random.Generator, *, border: bool) -> Texture:  # noqa: ARG001
    """Large square pixels in 56 colours, and a pattern of two of them for what lies between."""
    cell = max(round(min(width, height) / 144), 2)
    columns, rows = -(-width // cell), -(-height // cell)
    pattern = np.tile(_BAYER, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns]
    dither = np.rint(cv2.merge([pattern * 26] * 3)).astype(np.int16)
    colours = _palette()
    nearest = _nearest(colours)

    def brush(frame: Raster, _t: float) -> Raster:
        small = cv2.resize(frame, (columns, rows), interpolation=cv2.INTER_AREA)
        r, g, b = np.moveaxis((small.astype(np.int16) + dither).clip(0, 255) >> 3, 2, 0)
        chosen = colours[nearest[(r << 10) + (g << 5) + b]]
        large = cv2.resize(chosen, (columns * cell, rows * cell), interpolation=cv2.INTER_NEAREST)
        return np.ascontiguousarray(large[:height, :width])

    return Texture(brush)


def _palette() -> Raster:
    """Twelve hues in four shades each, the dark ones bluer and the bright ones paler, and eight greys: RGB
    bytes (56, 3)."""
    hues = [(hue, 195, value) for value in (74, 138, 205, 250) for hue in range(0, 180, 15)]
    paler = {250: 70, 74: 25}
    shades = [((hue + (5 if v < 100 else 0)) % 180, s - paler.get(v, 0), v) for hue, s, v in hues]
    colours = cv2.cvtColor(np.array([shades], np.uint8), cv2.COLOR_HSV2RGB)[0]
    greys = np.repeat(np.linspace(8, 250, 8)[:, None], 3, axis=1) * np.array([0.97, 0.97, 1.02])
    return np.concatenate([colours, greys.clip(0, 255).astype(np.uint8)])


def _nearest(colours: Raster) -> Raster:
    """Of each of the 32,768 colours of five bits a channel, the number of the one most like it, as the eye
    weighs red, green and blue."""
    levels = np.arange(32, dtype=np.float32) * 8 + 4
    cube = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), -1).reshape(-1, 1, 3)
    weighed = (cube - colours[None].astype(np.float32)) ** 2 * np.array([3, 4, 2], np.float32)
    return np.asarray(weighed.sum(axis=2).argmin(axis=1))
