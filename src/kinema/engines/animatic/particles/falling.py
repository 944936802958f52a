"""Rain and snow: tiles of streaks or flakes, in depth, that scroll through the frame."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import reduce

import cv2
import numpy as np

from kinema.engines.animatic.raster import Colour, Raster, shine, times
from kinema.engines.animatic.stage import Floor, Setup, Shot


@dataclass
class Sheet:
    """One depth of rain or snow: a tile of light that falls at `speed` pixels a second and drifts at `drift`;
    `sway` is how far, in pixels, it swings to the side."""

    tile: Raster
    speed: float
    drift: float
    depth: float
    unit: float
    sway: float = 0.0

    def seen(self, shot: Shot) -> Raster:
        """What of the tile is in the frame."""
        height, width = shot.frame.shape[:2]
        rows, columns = self.tile.shape[0] - height, self.tile.shape[1] - width
        x = -self.drift * shot.t + (shot.view.x + shot.view.travel) * self.depth * self.unit
        x += self.sway * math.sin(shot.t * 0.9 + self.depth * 5)
        y = -self.speed * shot.t + shot.view.y * self.depth * self.unit
        left, top = int(x % columns), int(y % rows)
        return self.tile[top : top + height, left : left + width]


@dataclass
class Curtain:
    """All sheets of rain or snow, in one colour; they come in over `fade_in` seconds."""

    sheets: list[Sheet]
    colour: Colour
    fade_in: float = 0.0

    def draw(self, shot: Shot) -> None:
        """Add their light to the frame."""
        light = reduce(cv2.add, (sheet.seen(shot) for sheet in self.sheets))
        share = min(shot.t / self.fade_in, 1.0) if self.fade_in else 1.0
        shine(shot.frame, light, 0, 0, times(self.colour, share))


def _tile(setup: Setup) -> tuple[int, int]:
    """The size of the part of a tile that repeats."""
    return int(setup.size.width * 0.83 + 61), int(setup.size.height * 0.91 + 83)


def _repeated(tile: Raster, setup: Setup) -> Raster:
    """A tile with enough of itself to the right and below that any window of a frame's size fits."""
    width, height = setup.size
    rows, columns = tile.shape
    return np.ascontiguousarray(
        np.pad(tile, ((0, height), (0, width)), mode="wrap")[: rows + height, : columns + width]
    )


def rain(setup: Setup, fade_in: float = 0.0) -> Curtain:
    """Rain in three depths, five in fine quality; the nearest is long, soft and bright."""
    sheets = []
    depths: tuple[tuple[float, int, float], ...] = ((0.4, 240, 0.030), (0.8, 110, 0.050), (1.6, 34, 0.095))
    if setup.fine:
        depths = ((0.3, 260, 0.022), (0.5, 200, 0.034), (0.8, 120, 0.050), (1.2, 60, 0.072), (1.9, 26, 0.13))
    rng = setup.rng
    for depth, count, length in depths:
        columns, rows = _tile(setup)
        tile: Raster = np.zeros((rows, columns), np.uint8)
        area = columns * rows / setup.unit**2
        long = length * setup.unit
        slant = 0.10 * long
        for _ in range(int(count * area)):
            x, y = rng.uniform(0, columns), rng.uniform(0, rows)
            power = int(rng.uniform(0.35, 1.0) * 150)
            for ox in (0, -columns):
                for oy in (0, -rows):
                    start = (int((x + ox) * 16), int((y + oy) * 16))
                    end = (int((x + ox - slant) * 16), int((y + oy + long) * 16))
                    cv2.line(
                        tile, start, end, power, max(int(1 + depth * setup.unit / 720), 1), cv2.LINE_AA, 4
                    )
        tile = cv2.GaussianBlur(tile, (0, 0), sigmaX=0.5 + 0.6 * max(depth - 0.9, 0), sigmaY=1.5 + 2 * depth)
        speed = (1.25 + 0.85 * depth) * setup.unit
        sheets.append(Sheet(_repeated(tile, setup), speed, -speed * 0.10, depth, setup.unit))
    red, green, blue = (min(150 + 0.42 * c, 255) for c in setup.light.rim)
    return Curtain(sheets, (red, green, min(blue + 40, 255)), fade_in)


def snow(setup: Setup, amount: float = 1.0, fade_in: float = 0.0) -> Curtain:
    """Snow in three depths, five in fine quality."""
    sheets = []
    depths: tuple[tuple[float, int, float], ...] = ((0.4, 200, 0.0024), (0.8, 90, 0.0042), (1.5, 22, 0.0085))
    if setup.fine:
        depths = (
            (0.3, 260, 0.0018),
            (0.5, 160, 0.0028),
            (0.8, 90, 0.0042),
            (1.2, 44, 0.0062),
            (1.9, 15, 0.012),
        )
    rng = setup.rng
    for nth, (depth, count, radius) in enumerate(depths):
        columns, rows = _tile(setup)
        tile: Raster = np.zeros((rows, columns), np.uint8)
        area = columns * rows / setup.unit**2
        for _ in range(int(count * area * amount)):
            x, y = int(rng.integers(columns)), int(rng.integers(rows))
            size = max(radius * setup.unit * rng.uniform(0.6, 1.3), 0.8)
            for ox in (0, -columns):
                for oy in (0, -rows):
                    cv2.circle(
                        tile,
                        ((x + ox) * 16, (y + oy) * 16),
                        int(size * 16),
                        int(rng.uniform(120, 235)),
                        -1,
                        cv2.LINE_AA,
                        4,
                    )
        tile = cv2.GaussianBlur(tile, (0, 0), 0.6 + 2.2 * max(depth - 0.7, 0))
        speed = (0.07 + 0.10 * depth) * setup.unit
        sway = 0.012 * setup.unit * (nth + 1)
        sheets.append(Sheet(_repeated(tile, setup), speed, speed * 0.35, depth, setup.unit, sway))
    return Curtain(sheets, (245, 248, 255), fade_in)


class Splashes:
    """Rings and crowns where drops meet the ground: each place is hit again and again, in its own time."""

    def __init__(self, setup: Setup, floor: Floor) -> None:
        self._setup = setup
        width, height = setup.size
        count = int((150 if setup.fine else 80) * width * (height - floor.horizon) / setup.unit**2)
        rng = setup.rng
        near = rng.random(count) ** 0.7
        self._x = rng.uniform(0, width, count)
        self._y = floor.horizon + 4 + near * (height - floor.horizon - 6)
        self._size = (0.005 + 0.017 * near) * setup.unit
        self._start = rng.random(count)
        self._pace = rng.uniform(1.5, 2.6, count)

    def draw(self, shot: Shot) -> None:
        """Draw every ring at its age."""
        age = (shot.t * self._pace + self._start) % 1.0
        hit = np.floor(shot.t * self._pace + self._start)
        width = shot.frame.shape[1]
        moved = (self._x + hit * 137.0 - (shot.view.x + shot.view.travel) * self._setup.unit) % width
        light = self._setup.light.rim
        for i in np.flatnonzero(age < 0.6):
            a = age[i] / 0.6
            radius = self._size[i] * (0.3 + a)
            strength = (1 - a) * 0.55
            centre = (int(moved[i]), int(self._y[i]))
            box = int(radius) + 3
            part = shot.frame[
                max(centre[1] - box, 0) : centre[1] + box, max(centre[0] - box, 0) : centre[0] + box
            ]
            if part.size == 0:
                continue
            mask = np.zeros(part.shape[:2], np.uint8)
            at = (centre[0] - max(centre[0] - box, 0), centre[1] - max(centre[1] - box, 0))
            cv2.ellipse(
                mask,
                at,
                (max(int(radius), 1), max(int(radius * 0.34), 1)),
                0,
                0,
                360,
                int(255 * strength),
                1,
                cv2.LINE_AA,
            )
            if a < 0.35:
                top = (at[0], int(at[1] - self._size[i] * 0.7 * (1 - a)))
                cv2.line(mask, at, top, int(200 * strength), 1, cv2.LINE_AA)
            shine(part, mask, 0, 0, (0.4 * light[0] + 130, 0.4 * light[1] + 135, 0.4 * light[2] + 145))
