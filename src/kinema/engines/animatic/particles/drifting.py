"""What drifts: pieces that tumble, lights that glow, banks of fog."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from kinema.engines.animatic.raster import Colour, Raster, fog, glow, noise, over, premultiplied, shine
from kinema.engines.animatic.stage import Setup, Shot


def arrival(t: float, fade_in: float) -> float:
    """How much of something is there at `t`, where it comes in over `fade_in` seconds."""
    return min(t / fade_in, 1.0) if fade_in else 1.0


class Pieces:
    """Flat things that fall, swing and turn over: `length` in short sides, `speed` in short sides a second,
    `narrow` how wide one is in its lengths. They come in over `fade_in` seconds; `share` is how many
    there are, of the usual number."""

    def __init__(
        self,
        setup: Setup,
        colours: Sequence[Colour],
        *,
        length: float,
        speed: float,
        narrow: float,
        fade_in: float = 0.0,
        share: float = 1.0,
    ) -> None:
        self._setup = setup
        self._blown = 0.05 - 0.85 * max(setup.weather.wind - 0.3, 0.0)
        self._fade_in = fade_in
        self._length, self._speed, self._narrow = length, speed, narrow
        rng = setup.rng
        self._count = int(share * (104 if setup.fine else 64) * max(setup.size) / setup.unit / 1.6)
        self._chance = rng.random((self._count, 6))
        self._bits = setup.style.bits
        self._colours = [setup.light.far(colours[int(c * len(colours))], 0.05) for c in self._chance[:, 5]]

    def draw(self, shot: Shot) -> None:
        """Draw every piece as a turning ellipse."""
        width, height = self._setup.size
        unit, t = self._setup.unit, shot.t
        share = arrival(t, self._fade_in)
        for (a, b, c, d, e, _), colour in zip(self._chance, self._colours, strict=True):
            near = 0.5 + 1.2 * e * e
            y = (b + t * self._speed * (0.7 + 0.6 * c) * near * unit / height) % 1.15 - 0.08
            swing = 0.05 * math.sin(t * (1.2 + d) + a * 20)
            x = (a + t * self._blown * near + swing - shot.view.aside(near) * unit / width) % 1.1 - 0.05
            long = self._length * unit * near
            flat = max(abs(math.sin(t * (2.0 + 2 * c) + d * 9)) * self._narrow, 0.12)
            side = int(long) + 3
            mask: Raster = np.zeros((2 * side, 2 * side), np.uint8)
            axes = (max(int(long * 8), 4), max(int(long * flat * 8), 4))
            angle = math.degrees(t * (0.8 + d) + a * 6)
            cv2.ellipse(
                mask, (side * 16, side * 16), axes, angle, 0, 360, int(240 * share), -1, cv2.LINE_AA, 4
            )
            left, top = int(x * width) - side, int(y * height) - side
            if self._bits:
                over(shot.frame, self._bits(premultiplied(colour, mask / np.float32(255)), unit), left, top)
                continue
            if near > 1.3:
                mask = cv2.GaussianBlur(mask, (0, 0), (near - 1.2) * 0.006 * unit + 0.3)
            fog(shot.frame, mask, left, top, colour)


class Lights:
    """Small lights that wander, glow and fade: `size` in short sides, `rise` in short sides a second. They
    come in over `fade_in` seconds."""

    def __init__(
        self, setup: Setup, colour: Colour, *, size: float, rise: float, fade_in: float = 0.0
    ) -> None:
        self._setup = setup
        self._fade_in = fade_in
        self._colour, self._size, self._rise = colour, size, rise
        self._chance = setup.rng.random((60 if setup.fine else 36, 5))
        self._spot = (glow(24, 2.4) * 255).astype(np.uint8)

    def draw(self, shot: Shot) -> None:
        """Add every light."""
        width, height = self._setup.size
        unit, t = self._setup.unit, shot.t
        share = arrival(t, self._fade_in)
        for a, b, c, d, e in self._chance:
            near = 0.5 + 1.3 * e
            x = (
                a
                + 0.03 * math.sin(t * (0.5 + c) + d * 9)
                - (shot.view.x * near + shot.view.turn) * unit / width
            ) % 1.0
            y = (
                b - t * self._rise * (0.6 + c) * unit / height + 0.02 * math.sin(t * (0.8 + d) + a * 7)
            ) % 1.0
            power = share * (0.35 + 0.65 * math.sin(t * (1.0 + 2 * d) + c * 12) ** 2)
            side = max(int(self._size * unit * near * 2.4), 3)
            mask = cv2.convertScaleAbs(cv2.resize(self._spot, (side, side)), alpha=power)
            shine(shot.frame, mask, int(x * width - side / 2), int(y * height - side / 2), self._colour)


class FogBank:
    """Fog that drifts across, thicker towards the ground, in banks of `strength` over a `veil`."""

    def __init__(self, setup: Setup, fade_in: float, *, strength: float, veil: float = 0.0) -> None:
        self._setup = setup
        self._fade_in = fade_in
        width, height = setup.size
        small = (width // 2, height // 4)
        field = noise(setup.rng, small[0], small[1], small[0] * 0.22, 5)
        field = np.concatenate([field, field[:, ::-1]], axis=1)
        low = np.linspace(0.10, 1.0, small[1], dtype=np.float32)[:, None]
        banks = (veil + np.clip((field - 0.30) * 1.5, 0, 1) * low * strength).clip(0, 1)
        if setup.style.bits:  # sheets of it, one over the other
            banks = np.floor(banks * 5) / 5
        self._tile = (banks * 255).astype(np.uint8)

    def draw(self, shot: Shot) -> None:
        """Veil the frame."""
        width, height = self._setup.size
        window = width // 4
        start = (shot.t * 0.035 + shot.view.aside(0.3)) * self._setup.unit / 4
        matrix = np.array([[1, 0, -(start % self._tile.shape[1])], [0, 1, 0]], np.float32)
        piece = cv2.warpAffine(
            self._tile,
            matrix,
            (max(window, 2), self._tile.shape[0]),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_WRAP,
        )
        share = arrival(shot.t, self._fade_in)
        mask = cv2.resize(cv2.convertScaleAbs(piece, alpha=share), (width, height))
        fog(shot.frame, mask, 0, 0, self._setup.light.haze)
