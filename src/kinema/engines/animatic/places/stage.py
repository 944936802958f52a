"""A theatre stage: curtains, boards that shine, beams of spotlights, lamps along the edge."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    ROOM_TONE,
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
    shine,
    span,
    to_bytes,
)


def build(setup: Setup) -> Stage:
    """Curtain, floor and light."""
    height = setup.size.height
    horizon = height * 0.66
    line = horizon + 0.42 * (height - horizon)
    stage = Stage(Floor(horizon, line, "stone", mirror=0.32))
    stage.behind.append(_curtain(setup, horizon))
    stage.behind.append(Mirror(setup, horizon, _boards(setup, horizon), strength=0.35, streak=0.03))
    stage.behind.append(Beams(setup, line))
    return stage


def _curtain(setup: Setup, horizon: float) -> Layer:
    unit = setup.unit
    margin, width = span(setup, 0.5)
    rows = int(horizon) + margin + int(0.05 * unit)
    x = np.arange(width, dtype=np.float32)[None, :] / unit
    y = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    folds = 0.55 + 0.30 * np.sin(x * 42 + 1.6 * np.sin(x * 7) + 0.6 * np.sin(y * 3)) + 0.15 * np.sin(x * 97)
    picture = np.array((150, 24, 36), np.float32) * (folds * (0.55 + 0.45 * y))[..., None]
    return Layer(
        blur(to_bytes(np.clip(picture, 0, 254), setup.rng), 0.003 * unit), -margin, -margin, 0.5, unit
    )


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
            cv2.fillPoly(mask, [points], 62)
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
    nightly=True,
)  # fmt: skip
