"""Rain: streaks in depth, rings and crowns where drops meet the ground, and a wet grey light."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    RATE,
    Bed,
    Curtain,
    Element,
    Floor,
    Light,
    Raster,
    Setup,
    Sheet,
    Shot,
    Track,
    Weather,
    decay,
    over,
    overcast,
    place,
    premultiplied,
    repeated,
    scattered,
    shine,
    tile_size,
)


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:
    """Splashes on the ground where there is one, and rain before everything."""
    splashes = [Splashes(setup, floor)] if floor and floor.surface != "none" else []
    return [*splashes, rain(setup, fade_in)]


def rain(setup: Setup, fade_in: float, *, slant: float = 0.10, amount: float = 1.0) -> Curtain:
    """Rain in three depths, five in fine quality; the nearest is long, soft and bright. It goes `slant`
    aside for each pixel down."""
    sheets = []
    depths: tuple[tuple[float, int, float], ...] = ((0.4, 240, 0.030), (0.8, 110, 0.050), (1.6, 34, 0.095))
    if setup.fine:
        depths = ((0.3, 260, 0.022), (0.5, 200, 0.034), (0.8, 120, 0.050), (1.2, 60, 0.072), (1.9, 26, 0.13))
    red, green, blue = (min(150 + 0.42 * c, 255) for c in setup.light.rim)
    colour = (red, green, min(blue + 40, 255))
    cut = setup.style.bits is not None
    rng = setup.rng
    for depth, count, length in depths:
        columns, rows = tile_size(setup)
        tile: Raster = np.zeros((rows, columns), np.uint8)
        area = columns * rows / setup.unit**2
        long = length * setup.unit
        for _ in range(int(count * area * amount * (0.3 if cut else 1.0))):
            x, y = rng.uniform(0, columns), rng.uniform(0, rows)
            power = int(rng.uniform(0.35, 1.0) * 150) if not cut else 255
            for ox in (0, -columns):
                for oy in (0, -rows):
                    start = (int((x + ox) * 16), int((y + oy) * 16))
                    end = (int((x + ox - slant * long) * 16), int((y + oy + long) * 16))
                    thick = max(int((1 + 1.6 * cut) * (1 + depth * setup.unit / 720)), 1)
                    cv2.line(tile, start, end, power, thick, cv2.LINE_AA, 4)
        tile = (
            tile
            if cut
            else cv2.GaussianBlur(
                tile, (0, 0), sigmaX=0.5 + 0.6 * max(depth - 0.9, 0), sigmaY=1.5 + 2 * depth
            )
        )
        speed = (1.25 + 0.85 * depth) * setup.unit
        sheets.append(Sheet(repeated(tile, setup, colour), speed, -speed * slant, depth, setup.unit))
    return Curtain(sheets, colour, fade_in)


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
        moved = (self._x + hit * 137.0 - shot.view.aside(1.0) * self._setup.unit) % width
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
            bright = (0.4 * light[0] + 130, 0.4 * light[1] + 135, 0.4 * light[2] + 145)
            if bits := self._setup.style.bits:
                over(part, bits(premultiplied(bright, mask / np.float32(110)), self._setup.unit), 0, 0)
            else:
                shine(part, mask, 0, 0, bright)


def light(light: Light, hour: str) -> Light:
    """Under clouds."""
    return overcast(light, (58.0, 66.0, 86.0) if hour == "night" else (128.0, 138.0, 152.0), 0.55)


def drops(track: Track, rng: np.random.Generator) -> None:
    """Single drops close by, over the hiss of the many far away."""
    moments, rng = rng.spawn(2)
    for at in scattered(len(track) // RATE, 70, moments):
        t = np.arange(int(0.03 * RATE), dtype=np.float32) / RATE
        tone = np.sin(2 * np.pi * rng.uniform(1400, 4200) * t * (1 + 4 * t)) * decay(len(t), 0.001, 0.006)
        place(
            track,
            tone.astype(np.float32),
            float(at),
            rng.uniform(0.006, 0.05) * rng.uniform(0.3, 1.0),
            rng.uniform(-1, 1),
        )


WEATHER = Weather(
    name="rain",
    words=(
        "rain", "rainy", "raining", "rains", "drizzle", "downpour", "rainstorm", "in the rain", "rainfall",
        "raindrops", "monsoon", "rain-soaked", "rain-slicked",
        "雨", "下雨", "雨中", "雨天", "暴雨", "雨夜", "细雨", "下着雨", "大雨", "小雨",
        "雨水", "避雨", "雨滴",
    ),
    air=air,
    light=light,
    veils=True,
    lies="wet",
    grey=0.40,
    bed=Bed(((80, -30), (400, -14), (1500, -4), (5000, 0), (12000, -6), (20000, -20)), 0.110, 5.0, 0.10),
    sound=drops,
    home="city",
)  # fmt: skip
