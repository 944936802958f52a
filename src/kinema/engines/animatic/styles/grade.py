"""Grades as tables: how each style bends tones and colours, how much it glows, grains and darkens corners."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinema.engines.animatic.raster import Colour, Raster


@dataclass(frozen=True)
class Grade:
    """A style in numbers. `shadows` and `lights` are pushed into dark and bright tones (offsets in bytes);
    `contrast` about 1; `colour` is saturation, 0 grey; `bloom`, `vignette` and `grain` are strengths;
    `texture` names an overlay of `textures`, or is empty."""

    shadows: Colour = (0, 0, 0)
    lights: Colour = (0, 0, 0)
    contrast: float = 1.0
    lift: float = 0.0
    colour: float = 1.0
    bloom: float = 0.5
    vignette: float = 0.35
    grain: float = 5.0
    texture: str = ""

    def tables(self) -> list[Raster]:
        """Lookup tables of 256 bytes for red, green and blue."""
        x = np.arange(256, dtype=np.float32) / 255
        curve = x + (self.contrast - 1) * (x - 0.42) * 4 * x * (1 - x)
        curve = self.lift + curve * (1 - self.lift)
        dark, bright = (1 - x) ** 2 * np.minimum(x * 8, 1), x**1.5 * np.minimum((1 - x) * 5, 1)
        channels = (curve * 255 + dark * self.shadows[i] + bright * self.lights[i] for i in range(3))
        return [np.clip(channel, 0, 255).astype(np.uint8) for channel in channels]

    def matrix(self) -> Raster | None:
        """Saturation as a 3 × 3 matrix, or None where it changes nothing."""
        if abs(self.colour - 1) < 0.01:
            return None
        grey = np.array([[0.2126, 0.7152, 0.0722]] * 3, np.float32)
        return (grey * (1 - self.colour) + np.eye(3, dtype=np.float32) * self.colour).astype(np.float32)


AS_IT_IS = Grade(bloom=0.0, vignette=0.0, grain=0.0)
"""For a picture that has its look already."""

GRADES: dict[str, Grade] = {
    "cinematic": Grade((-6, 6, 16), (16, 4, -12), 1.16, colour=1.06, bloom=0.55, vignette=0.42, grain=5),
    "realistic": Grade((0, 0, 3), (3, 1, -2), 1.04, colour=0.96, bloom=0.30, vignette=0.20, grain=4),
    "artistic": Grade((8, 0, 10), (12, 6, -4), 1.10, colour=1.22, bloom=0.45, vignette=0.25, grain=3, texture="canvas"),
    "anime": Grade((6, 4, 18), (8, 6, 4), 1.02, lift=0.03, colour=1.28, bloom=0.75, vignette=0.12, grain=0),
    "watercolour": Grade((10, 10, 18), (6, 6, 2), 0.92, lift=0.10, colour=0.98, bloom=0.25, vignette=0.0, grain=0, texture="watercolour"),
    "noir": Grade((0, 0, 2), (2, 2, 0), 1.45, colour=0.0, bloom=0.6, vignette=0.62, grain=10),
    "vintage": Grade((18, 6, -8), (14, 4, -26), 0.94, lift=0.06, colour=0.62, bloom=0.5, vignette=0.5, grain=10, texture="film"),
    "neon": Grade((16, -8, 34), (14, -6, 20), 1.18, colour=1.35, bloom=0.95, vignette=0.42, grain=4),
    "sketch": Grade(contrast=1.0, colour=0.0, bloom=0.0, vignette=0.0, grain=3, texture="sketch"),
    "claymation": Grade((6, 2, 0), (10, 6, 0), 1.06, colour=1.20, bloom=0.35, vignette=0.20, grain=2),
    "paper cut": Grade((4, 2, 6), (8, 6, 2), 1.10, colour=1.15, bloom=0.0, vignette=0.15, grain=2, texture="canvas"),
    "pixel": Grade(contrast=1.12, colour=1.25, bloom=0.0, vignette=0.0, grain=0, texture="pixel"),
    "minimal": Grade(lift=0.05, contrast=0.96, colour=0.9, bloom=0.2, vignette=0.1, grain=0),
}  # fmt: skip
