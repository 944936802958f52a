"""A theatre stage: curtains on all sides, a glowing backdrop, boards that shine, beams of spotlights, and the
heads of those who watch."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    ROOM_TONE,
    Colour,
    Floor,
    Layer,
    Mirror,
    Place,
    Raster,
    Setup,
    Shot,
    Stage,
    blur,
    noise,
    premultiplied,
    shine,
    smooth,
    span,
    times,
    to_bytes,
)
from kinema.engines.animatic.scenery.interior import lit
from kinema.engines.animatic.sound.crowd import applause

CLOTHS = ((156, 26, 40), (34, 64, 128), (92, 34, 112), (20, 96, 84))
GLOWS = ((255, 150, 84), (120, 150, 255), (236, 110, 190), (96, 214, 206))


def build(setup: Setup) -> Stage:
    """A backdrop lit from below, wings before it, light, and the audience nearest to the camera."""
    height = setup.size.height
    horizon = height * 0.66
    line = horizon + 0.42 * (height - horizon)
    rng = setup.rng
    nth = int(rng.integers(len(CLOTHS)))
    stage = Stage(Floor(horizon, line, "stone", mirror=0.32))
    stage.behind.append(_backdrop(setup, horizon, GLOWS[(nth + int(rng.integers(1, 4))) % len(GLOWS)]))
    stage.behind.append(Mirror(setup, horizon, _boards(setup, horizon), strength=0.45, streak=0.03))
    stage.behind.append(_wings(setup, horizon, times(CLOTHS[nth], 0.55), depth=0.7, inner=0.80))
    stage.behind.append(_wings(setup, horizon + 0.02 * height, CLOTHS[nth], depth=0.85, inner=0.98))
    stage.behind.append(Beams(setup, line))
    stage.front.append(_audience(setup))
    return stage


def _backdrop(setup: Setup, horizon: float, colour: Colour) -> Layer:
    """A cloth in the light of lamps along its foot, in wide folds, with small lights hung in it."""
    unit, rng = setup.unit, setup.rng
    margin, width = span(setup, 0.5)
    rows = int(horizon) + margin + int(0.05 * unit)
    x = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / unit
    y = np.linspace(1, 0, rows, dtype=np.float32)[:, None] * rows / unit
    folds = 0.90 + 0.10 * np.sin(x * 26 + 1.4 * np.sin(x * 5))
    lamps = 0.78 + 0.22 * np.cos(x * 2 * np.pi / 0.22)
    lit = np.exp(-np.clip(y - 0.05, 0, None) / 0.34) * (lamps + (1 - lamps) * np.clip(y / 0.25, 0, 1))
    body = 24 + 0.80 * lit[..., None] * np.array(colour, np.float32)
    picture = np.clip(body * folds[..., None], 0, 254).astype(np.float32)
    for _ in range(int(60 * width / unit)):
        at = (int(rng.integers(width)), int(rows * float(rng.uniform(0.05, 0.75))))
        cv2.circle(picture, at, max(int(0.003 * unit), 1), (255, 240, 206), -1, cv2.LINE_AA)
    return Layer(blur(to_bytes(picture, rng), 0.002 * unit), -margin, -margin, 0.5, unit)


def _wings(setup: Setup, foot: float, colour: Colour, *, depth: float, inner: float) -> Layer:
    """Curtains drawn to both sides, from `inner` of half the frame's width outwards, under a swag."""
    unit = setup.unit
    margin, width = span(setup, depth)
    rows = int(foot) + margin
    across = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / (setup.size.width / 2)
    x = across * setup.size.width / 2 / unit
    y = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    # They hang free above, are tied at two thirds, and fall wide again.
    tied = inner - 0.22 + 0.16 * np.exp(-(((y - 0.70) / 0.16) ** 2)) + 0.05 * y
    away = np.abs(across) - tied
    swag = margin / rows + (0.15 + 0.035 * np.abs(np.sin(x * np.pi / 0.30))) * (1.25 - inner * 0.4)
    folds = 0.62 + 0.26 * np.sin((x + 0.05 * np.sign(x) * np.sin(3 * y)) * 60 + 1.6 * np.sin(x * 9))
    drape = 0.66 + 0.30 * np.sin(x * 2 * np.pi / 0.075 + 8 * y)
    over = smooth(swag - y, 0.0, 0.006)
    cover = np.maximum(smooth(away, 0.0, 0.010), over)
    tone = folds * (0.70 + 0.30 * y) * (1 - over) + drape * over * (0.6 + 0.4 * y / swag)
    fringe = np.exp(-(((swag - y - 0.008) / 0.006) ** 2)) * over
    picture = np.array(colour, np.float32) * tone[..., None]
    picture += fringe[..., None] * (np.array((214, 172, 92), np.float32) - picture)
    art = premultiplied(np.clip(picture, 0, 255), cover)
    return Layer(blur(art, 0.0015 * unit), -margin, -margin, depth, unit)


def _audience(setup: Setup) -> Layer:
    """Heads and shoulders of those in the first row, out of focus and without light."""
    unit, rng = setup.unit, setup.rng
    margin, width = span(setup, 1.4)
    rows = int(0.34 * unit)
    art: Raster = np.zeros((rows, width, 4), np.uint8)
    count = int(width / (0.19 * unit))
    for n in range(count):
        x = int((n + float(rng.uniform(0.3, 0.7))) * width / count)
        size, top = (
            0.042 * unit * float(rng.uniform(0.88, 1.1)),
            0.11 * unit + 0.03 * unit * float(rng.random()),
        )
        tone = (*(int(c * float(rng.uniform(0.8, 1.1))) for c in (20, 16, 22)), 255)
        cv2.ellipse(art, (x, int(top)), (int(0.86 * size), int(size)), 0, 0, 360, tone, -1, cv2.LINE_AA)
        shoulders = (int(2.0 * size), int(2.4 * size))
        cv2.ellipse(art, (x, int(top + 3.1 * size)), shoulders, 0, 0, 360, tone, -1, cv2.LINE_AA)
    return Layer(blur(art, 0.005 * unit), -margin, setup.size.height - 0.22 * unit, 1.4, unit)


def _boards(setup: Setup, horizon: float) -> Raster:
    rows = int(setup.size.height - horizon) + int(0.2 * setup.unit)
    width = setup.size.width
    grain = cv2.resize(noise(setup.rng, width // 6 + 2, rows, 12, 3), (width, rows))
    near = np.linspace(0.6, 1.0, rows, dtype=np.float32)[:, None]
    return to_bytes(np.array((96, 62, 44), np.float32) * (near * (0.75 + 0.5 * grain))[..., None], setup.rng)


class Beams:
    """Spotlights from above that sweep across the stage, each with its pool of light."""

    def __init__(self, setup: Setup, line: float) -> None:
        self._setup = setup
        self._line = line

    def draw(self, shot: Shot) -> None:
        """Add three beams, made at a quarter of the size."""
        width, height = self._setup.size
        small = (max(width // 4, 4), max(height // 4, 4))
        for n, colour in enumerate(((255, 222, 170), (120, 170, 255), (255, 120, 170))):
            mask = np.zeros((small[1], small[0]), np.uint8)
            source = small[0] * (0.5 + 0.42 * (n - 1))
            target = small[0] * (0.5 + 0.16 * np.sin(shot.t * (0.9 + 0.3 * n) + n * 2.1))
            base = self._line / 4
            half = small[0] * 0.085 * height / max(width, height) * 1.4
            points = np.array(
                [[source - 2, -4], [source + 2, -4], [target + half, base], [target - half, base]], np.int32
            )
            cv2.fillPoly(mask, [points], 84)
            cv2.ellipse(
                mask, (int(target), int(base)), (int(half), max(int(half * 0.26), 1)), 0, 0, 360, 110, -1
            )
            shine(shot.frame, cv2.resize(cv2.GaussianBlur(mask, (0, 0), 4), (width, height)), 0, 0, colour)


PLACE = Place(
    name="stage",
    words=(
        "stage", "theatre", "theater", "concert", "ballroom", "disco", "nightclub", "circus", "arena",
        "opera house",
        "舞台", "剧院", "音乐会", "舞厅", "演唱会", "马戏团", "剧场",
    ),
    build=build,
    bed=ROOM_TONE,
    life=applause,
    light=lit,
    nightly=True,
)  # fmt: skip
