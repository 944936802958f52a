"""The shadow that somebody casts: away from the light, over the ground."""

from __future__ import annotations

import math

import cv2
import numpy as np

from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Raster, overlap

_SHRINK = 4
_FLAT = 0.34
"""How much shorter the ground's depth looks than its breadth."""
_LONGEST = 2.1


def reach(light: Light) -> float:
    """How many times as long as tall shadows are: the lower the light, the longer."""
    return min(max(0.36 / max(1 - light.sun_at[1], 0.05), 0.4), _LONGEST)


def fall(light: Light, x: float, away: float, width: float) -> tuple[float, float]:
    """Where the shadow of something one pixel tall ends, in pixels to the right and down, where its foot is
    at `x` and `away` pixels nearer than the horizon. The light stands in the sky before the camera, so
    shadows come nearer, and fan out from the place below it."""
    aside = x - light.sun_at[0] * width
    towards = max(away, 1.0) * 1.2
    long = reach(light)
    whole = math.hypot(aside, towards)
    return long * aside / whole, _FLAT * long * towards / whole


def cast(
    frame: Raster, body: Raster, foot: tuple[float, float], at: tuple[float, float], lift: float,
    slope: tuple[float, float], light: Light,
) -> None:  # fmt: skip
    """Darken the ground where the body's outline falls. `body` is art whose `foot` is `lift` pixels above the
    place `at` in the frame; `slope` is what `fall` says of it."""
    dx, dy = slope
    upper = body[: max(int(foot[1]), 1), :, 3]
    size = (max(upper.shape[1] // _SHRINK, 4), max(upper.shape[0] // _SHRINK, 4))
    mask = cv2.resize(upper, size, interpolation=cv2.INTER_AREA)
    # What is higher throws a fainter, softer shadow: the sun is no point.
    rows = np.linspace(0.55, 1.0, size[1], dtype=np.float32)[:, None] * light.shade
    mask = cv2.multiply(mask, np.broadcast_to(rows, mask.shape), dtype=cv2.CV_8U)
    tall, wide = (size[1] * _SHRINK + lift), size[0] * _SHRINK
    soft = 0.012 * tall
    edge = 4 * soft + 8
    corners = [(-foot[0], 0.0), (wide - foot[0], 0.0)]
    tips = [(x + dx * tall, dy * tall) for x, _ in corners]
    low = [(x + dx * lift, dy * lift) for x, _ in corners]
    xs = [p[0] for p in (*tips, *low)]
    ys = [p[1] for p in (*tips, *low)]
    left, top = int(min(xs) - edge), int(min(ys) - edge)
    right, bottom = int(max(xs) + edge), int(max(ys) + edge)
    small = (max((right - left) // _SHRINK, 2), max((bottom - top) // _SHRINK, 2))
    # A point x aside of the foot and h above the ground falls on (x + dx h, dy h).
    base = size[1]
    matrix = np.array(
        [
            [1, -dx, (-foot[0] + dx * lift - left) / _SHRINK + dx * base],
            [0, -dy, (dy * lift - top) / _SHRINK + dy * base],
        ],
        np.float32,
    )  # fmt: skip
    fallen = cv2.warpAffine(mask, matrix, small, flags=cv2.INTER_LINEAR)
    fallen = cv2.GaussianBlur(fallen, (0, 0), max(soft / _SHRINK, 0.8))
    fallen = cv2.resize(fallen, (small[0] * _SHRINK, small[1] * _SHRINK))
    darken(frame, fallen, round(at[0] + left), round(at[1] + top))


def darken(frame: Raster, mask: Raster, x: int, y: int) -> None:
    """Take the key light from where a mask says; what is left is the sky's, and bluer."""
    parts = overlap(frame, mask, x, y)
    if parts is None:
        return
    under, piece = parts
    kept = cv2.merge([cv2.convertScaleAbs(piece, alpha=-share, beta=255) for share in (1.0, 0.94, 0.82)])
    cv2.multiply(under, kept, dst=kept, scale=1 / 255)
    under[:] = kept
