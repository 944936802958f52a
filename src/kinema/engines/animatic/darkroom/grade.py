"""Grades: how a style bends tones and colours, how much it glows, grains and darkens corners."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinema.engines.animatic.darkroom.textures import Surface
from kinema.engines.animatic.raster import Colour, Raster


@dataclass(frozen=True)
class Grade:
    """A style in numbers. `shadows` and `lights` are pushed into dark and bright tones (offsets in bytes);
    `contrast` about 1; `colour` is saturation, 0 grey; `bloom`, `vignette` and `grain` are strengths;
    `texture` prepares the surface that it is on, None for a plain one; a `coarse` one shows no more than a
    frame of half the size."""

    shadows: Colour = (0, 0, 0)
    lights: Colour = (0, 0, 0)
    contrast: float = 1.0
    lift: float = 0.0
    colour: float = 1.0
    bloom: float = 0.5
    vignette: float = 0.35
    grain: float = 5.0
    texture: Surface | None = None
    coarse: bool = False

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
