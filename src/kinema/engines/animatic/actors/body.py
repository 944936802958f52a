"""What every body has, and how light falls on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import cv2
import numpy as np

from kinema.engines.animatic.actors.brush import Canvas
from kinema.engines.animatic.light import Light
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Raster


@dataclass(frozen=True)
class Box:
    """How far a body reaches from its foot, in body heights: to each side, up and down; and where others are
    placed on it, to the side that it faces and up."""

    side: float = 0.8
    up: float = 1.25
    down: float = 0.2
    seat: tuple[float, float] = (0.0, 1.0)
    """Where they stand or sit on it."""
    grip: tuple[float, float] = (0.30, 0.45)
    """Where it holds what it has."""
    hollow: tuple[float, float] | None = None
    """Where they are in it, if one can see into it."""
    room: float = math.inf
    """How tall they may be, in its own heights."""
    stride: float = 0.0
    """How far one cycle of its gait carries it where its feet stay on the ground; 0 has no such feet."""
    rigid: bool = False
    """Whether it keeps its shape: it does not lean, and breathes no more than wood does."""
    still: bool = False
    """Whether it looks the same in every pose."""
    soft: bool = False
    """Whether it has so little detail that half the size shows it."""


class Body(Protocol):
    """A body one unit high: its foot is the origin, up is negative, it looks to the right."""

    box: Box

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw it in a pose (its limbs alone: place, tilt and facing are the stage's)."""


@runtime_checkable
class Glowing(Body, Protocol):
    """A body of which a part shines by itself, whatever the hour."""

    def glow(self, canvas: Canvas, pose: Pose) -> None:
        """Draw that part over the rest, which is lit."""


def lit(art: Raster, light: Light, side: float, strength: float = 1.0) -> Raster:
    """Art as it looks in a light that comes from `side` (-1 left to 1 right) and behind: premultiplied RGBA.

    The outline, blurred, stands for a rounded form: the part turned to the light gets its colour as a rim,
    the part turned away is left to the ambient light, and the lower end gets less of both.
    """
    height, width = art.shape[:2]
    cover = cv2.extractChannel(art, 3)
    quarter = (max(width // 4, 8), max(height // 4, 8))
    alpha = cv2.resize(cover, quarter, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    sigma = max(quarter[1] * 0.022, 0.8)
    form = cv2.GaussianBlur(alpha, (0, 0), sigma)
    shift = np.array([[1, 0, -side * sigma * 1.3], [0, 1, sigma * 1.1]], np.float32)
    moved = cv2.warpAffine(form, shift, quarter)
    slope = np.clip((form - moved) * 2.2, -1, 1)
    rim = np.clip(slope, 0, 1) ** 1.3
    core = np.clip(-slope, 0, 1)
    floorwards = np.linspace(1.06, 0.86, quarter[1], dtype=np.float32)[:, None]
    base = floorwards * (1 - 0.38 * strength * core)
    gain = [
        cv2.addWeighted(base, 160 * ambient, rim, 160 * 0.22 * edge / 255, 0)
        for ambient, edge in zip(light.ambient, light.rim, strict=True)
    ]
    gain.append(rim * 255)
    shade = cv2.resize(cv2.merge(gain).clip(0, 255).astype(np.uint8), (width, height))
    edge = cv2.multiply(cv2.extractChannel(shade, 3), cover, scale=1 / 255)
    glow = [cv2.convertScaleAbs(edge, alpha=0.42 * strength * c / 255) for c in light.rim]
    cv2.multiply(art, shade, dst=shade, scale=1 / 160)
    cv2.add(shade, cv2.merge([*glow, edge]), dst=shade)
    cv2.min(shade, cv2.cvtColor(cover, cv2.COLOR_GRAY2RGBA), dst=shade)
    return cv2.insertChannel(cover, shade, 3)
