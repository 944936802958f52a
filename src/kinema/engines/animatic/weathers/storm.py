"""A thunderstorm: rain driven by the wind, lightning, and thunder after it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    RATE,
    Bed,
    Element,
    Floor,
    Light,
    Raster,
    Setup,
    Shot,
    Track,
    Weather,
    overcast,
    place,
    shaped,
    shine,
)
from kinema.engines.animatic.weathers.rain import Splashes, drops, rain

LATE = 0.55
"""Seconds from a flash to its thunder: a strike some 190 m away."""


def strikes(until: float) -> list[float]:
    """When lightning strikes, in seconds."""
    return [t for n in range(int(until) + 1) if (t := 0.9 + 2.7 * n + 0.4 * math.sin(n * 4.1)) < until]


def flash(t: float) -> float:
    """How bright lightning is at a moment, 0 to 1: it flickers, and is gone in half a second."""
    ages = [t - strike for strike in strikes(t + 1e-6)]
    if not ages or ages[-1] > 0.6:
        return 0.0
    age = ages[-1]
    return math.exp(-age * 9) * (0.75 + 0.25 * math.cos(age * 60))


class Bolt:
    """Lightning in the sky, behind all scenery: another bolt for every strike."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._moments = strikes(setup.span[1])
        self._bolts = [self._forked(rng) for rng in setup.rng.spawn(len(self._moments))]

    def _forked(self, rng: np.random.Generator) -> Raster:
        """A bolt with branches and the glow around it, at half the size."""
        width, height = (side // 2 for side in self._setup.size)
        ground, unit = 0.62 * height, self._setup.unit / 2
        mask: Raster = np.zeros((height, width), np.uint8)

        def walk(x: float, y: float, lean: float, end: float, wide: float) -> None:
            while y < end:
                to = (x + (lean + rng.normal(0, 0.55)) * 0.035 * unit, y + rng.uniform(0.015, 0.045) * unit)
                cv2.line(
                    mask, (int(x), int(y)), (int(to[0]), int(to[1])), 255, max(int(wide), 1), cv2.LINE_AA
                )
                x, y = to
                if wide > 1 and rng.random() < 0.16:
                    walk(
                        x, y, rng.choice([-1.3, 1.3]), min(y + rng.uniform(0.1, 0.25) * unit, end), wide * 0.5
                    )

        walk(rng.uniform(0.15, 0.85) * width, -4, rng.uniform(-0.25, 0.25), ground, max(unit / 180, 2))
        halo = cv2.GaussianBlur(mask, (0, 0), 0.016 * unit)
        wide = cv2.GaussianBlur(mask, (0, 0), 0.09 * unit)
        return cv2.add(
            mask, cv2.add(cv2.convertScaleAbs(halo, alpha=1.6), cv2.convertScaleAbs(wide, alpha=3.0))
        )

    def draw(self, shot: Shot) -> None:
        """Add the light of the bolt of the latest strike."""
        power = flash(shot.t)
        if power < 0.03:
            return
        struck = [nth for nth, at in enumerate(self._moments) if at <= shot.t]
        mask = cv2.convertScaleAbs(self._bolts[struck[-1]], alpha=power)
        shine(shot.frame, cv2.resize(mask, self._setup.size), 0, 0, (226, 232, 255))


class Flash:
    """What a strike lights up: everything."""

    def draw(self, shot: Shot) -> None:
        """Brighten the frame."""
        power = flash(shot.t)
        if power >= 0.03:
            cv2.convertScaleAbs(shot.frame, dst=shot.frame, alpha=1 + 0.55 * power, beta=12 * power)


def sky(setup: Setup) -> Sequence[Element]:
    """Lightning."""
    return [Bolt(setup)]


def air(setup: Setup, floor: Floor | None, fade_in: float) -> Sequence[Element]:
    """Splashes, rain that is nearly level, and the light of lightning on it all."""
    splashes = [Splashes(setup, floor)] if floor and floor.surface != "none" else []
    return [*splashes, rain(setup, fade_in, slant=0.42, amount=1.3), Flash()]


def light(light: Light, hour: str) -> Light:
    """Under black clouds."""
    return overcast(light, (44.0, 50.0, 66.0) if hour == "night" else (84.0, 92.0, 108.0), 0.78)


def thunder(track: Track, rng: np.random.Generator) -> None:
    """Drops close by, and for each strike a crack and a long rumble."""
    falling, rumbling = rng.spawn(2)
    drops(track, falling)
    samples = int(3.2 * RATE)
    t = np.arange(samples, dtype=np.float32) / RATE
    for at in strikes(len(track) / RATE):
        roll = np.abs(shaped(rumbling, samples, [(1, 0), (6, -3), (20, -40)]))
        low = shaped(rumbling, samples, [(24, -4), (50, 0), (110, -4), (300, -18), (1500, -36)])
        crack = shaped(rumbling, samples, [(120, -8), (500, 0), (2500, -6), (9000, -20)])
        rumble = low * (0.35 + 0.65 * roll) * np.clip(t / 0.12, 0, 1) * np.exp(-t / 0.9)
        noise = rumble * 0.55 + crack * np.clip(t / 0.004, 0, 1) * np.exp(-t / 0.11) * 0.10
        noise *= np.clip((t[-1] - t) / 0.3, 0, 1)
        place(track, noise.astype(np.float32), at + LATE, 1.0, float(rumbling.uniform(-0.4, 0.4)))


WEATHER = Weather(
    name="storm",
    words=(
        "storm", "stormy", "thunderstorm", "lightning", "thunder", "hurricane", "typhoon", "tempest",
        "雷雨", "暴风雨", "闪电", "雷暴", "雷电", "打雷", "台风", "雷阵雨",
    ),
    air=air,
    sky=sky,
    light=light,
    veils=True,
    wind=0.9,
    lies="wet",
    grey=0.45,
    bed=Bed(
        ((60, -10), (200, -6), (500, -10), (1500, -4), (5000, 0), (12000, -6), (20000, -20)), 0.115, 4.1, 0.35
    ),
    sound=thunder,
    home="sea",
)  # fmt: skip
