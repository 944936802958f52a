"""Pictures as arrays: noise, gradients, blending and placing, all in OpenCV and NumPy.

A frame is (height, width, 3) uint8 RGB. Art to be laid over a frame is (height, width, 4) uint8 RGBA,
premultiplied. OpenCV lets the interpreter lock go and is several times faster here than Skia on a CPU.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Raster = NDArray[Any]
Colour = tuple[float, float, float]


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` of the way from the first to the second."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )


def times(colour: Colour, factor: Colour | float) -> Colour:
    """A colour multiplied by another, given as factors about 1, or by a number."""
    f = (factor, factor, factor) if isinstance(factor, float | int) else factor
    return (min(colour[0] * f[0], 255), min(colour[1] * f[1], 255), min(colour[2] * f[2], 255))


def smooth(x: Any, low: float = 0.0, high: float = 1.0) -> Any:
    """Hermite step from 0 at `low` to 1 at `high`, of a number or an array."""
    t = np.clip((x - low) / (high - low), 0.0, 1.0)
    return t * t * (3 - 2 * t)


def noise(rng: np.random.Generator, width: int, height: int, cell: float, octaves: int = 4) -> Raster:
    """Smooth noise of 0 to 1 as float32, whose largest features are `cell` pixels wide."""
    total = np.zeros((height, width), np.float32)
    weight, amplitude = 0.0, 1.0
    for _ in range(octaves):
        columns, rows = max(int(width / cell) + 3, 3), max(int(height / cell) + 3, 3)
        grid = rng.random((rows, columns), dtype=np.float32)
        big = cv2.resize(grid, (int(columns * cell) + 1, int(rows * cell) + 1), interpolation=cv2.INTER_CUBIC)
        total += amplitude * big[int(cell) : int(cell) + height, int(cell) : int(cell) + width]
        weight += amplitude
        amplitude *= 0.5
        cell = max(cell / 2, 2.0)
    return np.asarray(np.clip(total / weight, 0, 1))


def ramp(height: int, stops: list[tuple[float, Colour]]) -> Raster:
    """A vertical gradient through colour stops at 0 to 1, as float32 (height, 1, 3)."""
    at = np.linspace(0, 1, height, dtype=np.float32)
    places = [place for place, _ in stops]
    channels = [np.interp(at, places, [colour[i] for _, colour in stops]) for i in range(3)]
    return np.stack(channels, -1).astype(np.float32)[:, None, :]


def thrice(values: Raster) -> Raster:
    """A map (h, w) for all three channels: NumPy is many times faster with it than with a last axis of 1."""
    return cv2.merge([values] * 3)


def between(first: Colour | Raster, second: Colour | Raster, share: Raster) -> Raster:
    """Float colours (h, w, 3) that are the first where `share` (h, w) is 0 and the second where it is 1; each
    is one colour, or float colours (h, w, 3)."""
    starts, ends = np.asarray(first, np.float32), np.asarray(second, np.float32)
    return cv2.merge(
        [starts[..., i] + (ends[..., i] - starts[..., i]) * np.asarray(share, np.float32) for i in range(3)]
    )


def to_bytes(picture: Raster, rng: np.random.Generator) -> Raster:
    """Float colours of 0 to 255 as bytes, dithered by half a step so that gradients do not band."""
    jitter = rng.random(picture.shape[:2], dtype=np.float32)
    return np.asarray(np.clip(picture + thrice(jitter), 0, 255).astype(np.uint8))


def blur(picture: Raster, sigma: float) -> Raster:
    """A Gaussian blur; wide ones are done on a smaller copy."""
    if sigma < 0.3:
        return picture
    shrink = 1
    while sigma / shrink > 4 and min(picture.shape[:2]) / shrink > 16:
        shrink *= 2
    if shrink == 1:
        return cv2.GaussianBlur(picture, (0, 0), sigma)
    height, width = picture.shape[:2]
    small = cv2.resize(
        picture, (max(width // shrink, 1), max(height // shrink, 1)), interpolation=cv2.INTER_AREA
    )
    small = cv2.GaussianBlur(small, (0, 0), sigma / shrink)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def blur_around(picture: Raster, sigma: float) -> Raster:
    """A Gaussian blur of what repeats to the side, whose ends still meet."""
    pad = min(int(4 * sigma) + 1, picture.shape[1])
    longer = np.concatenate([picture[:, -pad:], picture, picture[:, :pad]], axis=1)
    return np.ascontiguousarray(blur(longer, sigma)[:, pad:-pad])


def glow(radius: int, falloff: float = 2.0) -> Raster:
    """A round light: float32 (2r, 2r), 1 in the middle, 0 at the rim."""
    axis = (np.arange(2 * radius, dtype=np.float32) + 0.5 - radius) / radius
    distance = np.sqrt(axis[:, None] ** 2 + axis[None, :] ** 2)
    return np.asarray(np.clip(1 - distance, 0, 1) ** falloff)


def overlap(frame: Raster, art: Raster, x: int, y: int) -> tuple[Raster, Raster] | None:
    """The parts of a frame and of art placed at (x, y) which lie on each other."""
    left, top = max(x, 0), max(y, 0)
    right, bottom = min(x + art.shape[1], frame.shape[1]), min(y + art.shape[0], frame.shape[0])
    if left >= right or top >= bottom:
        return None
    return frame[top:bottom, left:right], art[top - y : bottom - y, left - x : right - x]


def over(frame: Raster, art: Raster, x: int, y: int, opacity: float = 1.0) -> None:
    """Lay premultiplied RGBA art over the frame, in place."""
    parts = overlap(frame, art, x, y)
    if parts is None or opacity <= 0:
        return
    under, piece = parts
    if opacity < 1:
        piece = cv2.convertScaleAbs(piece, alpha=opacity)
    clear = cv2.bitwise_not(cv2.extractChannel(piece, 3))
    if under.shape[2] == 4:  # onto a picture that is itself to be laid over another
        colour, keep = piece, cv2.merge([clear] * 4)
    else:
        colour, keep = cv2.cvtColor(piece, cv2.COLOR_RGBA2RGB), cv2.cvtColor(clear, cv2.COLOR_GRAY2RGB)
    cv2.multiply(under, keep, dst=keep, scale=1 / 255)
    cv2.add(keep, colour, dst=under)


def shine(frame: Raster, mask: Raster, x: int, y: int, colour: Colour) -> None:
    """Add light to the frame in place: `mask` is (h, w) uint8, multiplied by the colour."""
    parts = overlap(frame, mask, x, y)
    if parts is None:
        return
    under, piece = parts
    light = cv2.merge([cv2.convertScaleAbs(piece, alpha=c / 255) for c in colour])
    cv2.add(under, light, dst=under)


def fog(frame: Raster, mask: Raster, x: int, y: int, colour: Colour) -> None:
    """Veil the frame in place with a colour, by a (h, w) uint8 mask."""
    parts = overlap(frame, mask, x, y)
    if parts is None:
        return
    under, piece = parts
    art = cv2.merge([cv2.convertScaleAbs(piece, alpha=c / 255) for c in colour])
    keep = cv2.cvtColor(cv2.bitwise_not(piece), cv2.COLOR_GRAY2RGB)
    cv2.multiply(under, keep, dst=keep, scale=1 / 255)
    cv2.add(keep, art, dst=under)


def premultiplied(colour: Colour | Raster, alpha: Raster) -> Raster:
    """RGBA art from a colour, or from float colours (h, w, 3), and float alpha of 0 to 1."""
    cover = np.clip(alpha, 0, 1).astype(np.float32)
    rgb = np.asarray(colour, np.float32)
    art = np.empty((*cover.shape, 4), np.uint8)
    for i in range(3):
        art[..., i] = np.clip(rgb[..., i] * cover, 0, 255)
    art[..., 3] = cover * 255
    return art
