"""Open water: islands at the horizon, a sea that mirrors the sky in waves, glitter under sun or moon."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    WAVES,
    Floor,
    Mirror,
    Place,
    Raster,
    Setup,
    Shot,
    Stage,
    Veil,
    gulls,
    heavens,
    mix,
    ramp,
    ridge,
    shine,
    to_bytes,
)


def build(setup: Setup) -> Stage:
    """The sea, calm unless it rains."""
    height, unit = setup.size.height, setup.unit
    horizon = height * (0.60 if not setup.size.is_portrait else 0.58)
    line = (
        horizon + 0.50 * (height - horizon)
        if not setup.size.is_portrait
        else horizon + 0.30 * (height - horizon)
    )
    stage = Stage(Floor(horizon, line, "water", mirror=0.50))
    add = stage.behind.append
    add(heavens(setup, horizon, depth=0.20))
    add(
        ridge(
            setup,
            horizon + 0.004 * unit,
            0.085,
            (84, 96, 104),
            depth=0.26,
            far=0.85,
            period=1.5,
            rough=0.5,
            down=horizon + 0.012 * unit,
        )
    )
    add(Veil.band(setup, horizon, 0.06 * unit, 0.45, 0.25))
    add(
        Mirror(
            setup,
            horizon,
            surface(setup, horizon),
            strength=0.74,
            streak=0.010,
            ripple=0.55 * (1 + 2 * setup.weather.wind),
        )
    )
    add(Glitter(setup, horizon))
    return stage


def surface(setup: Setup, horizon: float) -> Raster:
    """The water's own colour, deeper towards the camera."""
    light = setup.light
    rows = int(setup.size.height - horizon) + int(0.2 * setup.unit)
    far = mix(light.sky[2], light.sky[1], 0.45)
    deep = mix(light.far((22, 74, 104), 0.0), light.sky[0], 0.3)
    stops = [
        (0.0, (far[0] * 0.55, far[1] * 0.60, far[2] * 0.66)),
        (0.4, deep),
        (1.0, (deep[0] * 0.55, deep[1] * 0.6, deep[2] * 0.68)),
    ]
    return to_bytes(np.repeat(ramp(rows, stops), setup.size.width, axis=1), setup.rng)


class Glitter:
    """Short bright waves: a path of them under the sun or moon, and a few everywhere."""

    def __init__(self, setup: Setup, horizon: float) -> None:
        self._setup = setup
        self._horizon = horizon
        rng = setup.rng
        count = int((520 if setup.fine else 320) * setup.size.width / setup.unit / 1.4)
        self._near = rng.random(count) ** 1.7
        on_path = rng.random(count) < 0.62
        spread = 0.020 + 0.16 * self._near
        self._x = np.where(
            on_path,
            setup.light.sun_at[0] + rng.normal(0, 1, count) * spread * 0.55,
            rng.uniform(-0.3, 1.3, count),
        )
        self._power = np.where(on_path, 1.0, 0.38) * rng.uniform(0.4, 1.0, count)
        self._phase = rng.random(count) * 6.28
        self._pace = rng.uniform(1.5, 4.0, count)

    def drift(self, before: Shot, after: Shot) -> float:
        """Waves catch the light and lose it in half a second."""
        return (
            16 * (after.t - before.t) + abs(after.view.aside(1.0) - before.view.aside(1.0)) * self._setup.unit
        )

    def draw(self, shot: Shot) -> None:
        """Add the waves that catch the light now."""
        height, width = shot.frame.shape[:2]
        unit, view = self._setup.unit, shot.view
        zoom = 1 + (view.zoom - 1) * 0.5
        level = height / 2 + zoom * (self._horizon - view.y * 0.5 * unit - height / 2)
        if level >= height - 4:
            return
        mask = np.zeros((max(int(height - level), 1), width), np.uint8)
        flash = np.clip(np.sin(self._phase + shot.t * self._pace), 0, 1) ** 2 * self._power
        depth = 0.25 + 0.85 * self._near
        x = self._x * width - ((view.x + view.travel) * depth + view.turn) * unit
        y = self._near * mask.shape[0] + 2 * np.sin(self._phase + shot.t)
        long = (0.003 + 0.020 * self._near) * unit
        for i in np.flatnonzero(flash > 0.08):
            px = x[i] % (width * 1.2) if self._power[i] < 0.4 else x[i]
            start, end = (
                (int((px - long[i]) * 16), int(y[i] * 16)),
                (int((px + long[i]) * 16), int(y[i] * 16)),
            )
            cv2.line(
                mask, start, end, int(235 * flash[i]), 1 + int(self._near[i] * unit / 420), cv2.LINE_AA, 4
            )
        shine(shot.frame, cv2.GaussianBlur(mask, (0, 0), 0.7), 0, int(level), self._setup.light.sun)


PLACE = Place(
    name="sea",
    words=(
        "sea", "ocean", "bay", "harbour", "harbor", "open water", "lagoon", "pier", "dock", "port", "fjord",
        "海", "大海", "海洋", "海面", "海上", "海港", "码头", "渔村", "水面", "巨浪",
    ),
    hints=("wave", "waves", "huge wave", "great wave", "海浪", "波浪"),
    build=build,
    bed=WAVES,
    life=gulls,
)  # fmt: skip
