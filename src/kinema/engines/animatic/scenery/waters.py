"""Water and what grows and lies in it: its surface, or ice, glitter, swell, reeds, and what things mirror."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import (
    Colour,
    Raster,
    between,
    blur,
    mix,
    noise,
    over,
    ramp,
    shine,
    thrice,
    times,
    to_bytes,
)
from kinema.engines.animatic.scenery.flora import Plant, fill
from kinema.engines.animatic.scenery.mirror import Mirror
from kinema.engines.animatic.stage import Setup, Shot
from kinema.engines.animatic.vocabulary import vocabulary

_DEPTH = 0.5
"""How much of the camera's movement water follows."""
HEADS: Colour = (104, 70, 46)
"""What reeds have at their ends."""


def frozen(setup: Setup) -> bool:
    """Whether water inland is ice: where it snows or somebody skates, unless somebody is in it."""
    doing = {subject.action for subject in setup.scene.subjects}
    if any(vocabulary().motions[action].footing == "water" or action == "swim" for action in doing):
        return False
    return setup.weather.lies == "snow" or "skate" in doing


def water(
    setup: Setup,
    shore: float,
    colour: Colour,
    *,
    strength: float = 0.66,
    ripple: float = 0.3,
    ice: bool = False,
) -> Mirror:
    """Water from `shore` pixels to the end of the frame that mirrors what is above, or the ice on it."""
    light, unit = setup.light, setup.unit
    rows, width = int(setup.size.height - shore) + int(0.2 * unit), setup.size.width
    if ice:
        return Mirror(setup, shore, _ice(setup, rows), strength=0.24, streak=0.03)
    near = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    murk = 0.92 + 0.16 * noise(setup.rng, width, rows, 0.08 * unit, 3)
    far, deep = (light.far(times(colour, share), 0.2) for share in (0.72, 0.42))
    tone = between(far, deep, near * np.ones_like(murk))
    waves = ripple * (0.8 + 2 * setup.weather.wind)
    picture = to_bytes(tone * thrice(murk), setup.rng)
    return Mirror(setup, shore, picture, strength=strength, streak=0.012, ripple=waves)


def _ice(setup: Setup, rows: int) -> Raster:
    """Blue ice with cracks in it and the snow that the wind left."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    width = setup.size.width
    patches = cv2.resize(noise(rng, width // 4, rows // 2, 40, 4), (width, rows))
    white = light.far((226, 234, 242), 0.05)
    art = to_bytes(
        between(light.far((140, 176, 204), 0.10), white, np.clip((patches - 0.50) * 3, 0, 0.8)), rng
    )
    for _ in range(16):
        x, y = rng.uniform(0, width), rows * float(rng.uniform(0.06, 0.95))
        points = [(x, y)]
        for _ in range(6):
            x += rng.uniform(-0.02, 0.10) * unit
            y += rng.uniform(-0.03, 0.03) * unit * (y / rows)
            points.append((x, y))
        cv2.polylines(art, [(np.array(points) * 16).astype(np.int32)], False, white, 1, cv2.LINE_AA, 4)
    return art


def open_sea(setup: Setup, horizon: float, *, strength: float, streak: float, ripple: float) -> Mirror:
    """The sea from the horizon on, deeper towards the camera."""
    light = setup.light
    rows = int(setup.size.height - horizon) + int(0.2 * setup.unit)
    far = mix(light.sky[2], light.sky[1], 0.45)
    deep = mix(light.far((22, 74, 104), 0.0), light.sky[0], 0.3)
    stops = [
        (0.0, (far[0] * 0.55, far[1] * 0.60, far[2] * 0.66)),
        (0.4, deep),
        (1.0, (deep[0] * 0.55, deep[1] * 0.6, deep[2] * 0.68)),
    ]
    surface = to_bytes(np.repeat(ramp(rows, stops), setup.size.width, axis=1), setup.rng)
    waves = ripple * (1 + 2 * setup.weather.wind)
    return Mirror(setup, horizon, surface, strength=strength, streak=streak, ripple=waves)


def mirrored(layer: Layer, base: float, strength: float = 0.5) -> Layer:
    """What water at `base` pixels shows of what stands in it, paler the deeper: for what a mirror lies
    behind."""
    art = layer.art[:, layer.pad : layer.pad + layer.period]
    foot = min(max(int(base - layer.y), 2), len(art))
    below = cv2.resize(
        art[:foot][::-1], (layer.period, max(int(0.8 * foot), 1)), interpolation=cv2.INTER_AREA
    )
    fade = strength * np.linspace(1, 0.15, len(below), dtype=np.float32)[:, None, None]
    soft = blur((below * fade).astype(np.uint8), 0.0022 * layer.unit)
    return replace(layer, art=soft, y=base)


def reeds(colour: Colour, heads: Colour | None) -> Plant:
    """A clump of reeds: long blades that bend over, and brown heads on some."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        for n in range(9):
            foot, long = x + rng.uniform(-0.22, 0.22) * tall, tall * rng.uniform(0.55, 1.0)
            lean = rng.uniform(-0.22, 0.22) * long
            tone = times(colour, float(rng.uniform(0.7, 1.2)))
            half = 0.018 * tall
            if heads is not None and n % 3 == 0:
                tip = (foot + 0.3 * lean, base - long)
                fill(art, [(foot - 0.4 * half, base), (tip[0], tip[1]), (foot + 0.4 * half, base)], tone)
                wide, top = 0.022 * tall, tip[1] + 0.02 * tall
                fill(art, [(tip[0] - wide, top + 0.15 * tall), (tip[0] - wide, top), (tip[0] + wide, top),
                           (tip[0] + wide, top + 0.15 * tall)], heads)  # fmt: skip
                continue
            bend = (foot + 0.4 * lean, base - 0.72 * long)
            fill(art, [(foot - half, base), bend, (foot + 1.4 * lean, base - 0.94 * long),
                       (bend[0] + 1.6 * half, bend[1]), (foot + half, base)], tone)  # fmt: skip

    return draw


class Glitter:
    """Short bright waves: a path of them under the sun or moon, and a few everywhere."""

    def __init__(self, setup: Setup, horizon: float, count: int = 520) -> None:
        self._setup = setup
        self._horizon = horizon
        rng = setup.rng
        count = int((count if setup.fine else 0.62 * count) * setup.size.width / setup.unit / 1.4)
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
        level = _level(shot, self._horizon, unit)
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


class Swell:
    """Waves that come towards the camera, in perspective: light on their faces, shade behind them, and foam
    where they break. `high` is how rough the sea is, 0 to 1; `deep` the share of the water they are seen
    on, from the horizon down."""

    def __init__(self, setup: Setup, horizon: float, high: float, deep: float = 1.0) -> None:
        self._setup = setup
        self._horizon = horizon
        self._high = high
        light = setup.light
        self._crest = mix(light.sky[1], light.sun, 0.45)
        self._foam = mix(light.far((250, 252, 255), 0.05), light.sun, 0.15)
        self._trough = times(light.far((18, 62, 88), 0.0), 0.8)
        self._rows = max(int((setup.size.height - horizon) * deep), 8)
        self._chance = setup.rng.uniform(0, 6.28, 6)
        down, across = (self._rows + 1) // 2, (setup.size.width + 3) // 4
        near = (np.arange(down, dtype=np.float32) + 1) / (setup.size.height - horizon) * 2
        self._far = (1.0 / (near + 0.06))[:, None]
        self._aside = (
            (np.arange(across, dtype=np.float32) / across - 0.5)[None, :] * setup.size.width / setup.unit
        )
        self._seen = np.clip(near * 5.0, 0, 1)[:, None] * np.clip((deep - near) * 6 + 1, 0, 1)[:, None]
        self._patches = noise(setup.rng, across, down, across / 5, 3)

    def draw(self, shot: Shot) -> None:
        """Lay light, shade and foam of the waves over the water."""
        level = int(_level(shot, self._horizon, self._setup.unit))
        frame = shot.frame[max(level, 0) : level + self._rows]
        if not len(frame):
            return
        view, a, t = shot.view, self._chance, shot.t
        x = (self._aside + ((view.x + view.travel) * 0.6 + view.turn)) * (0.35 + 0.65 * self._far / 3)
        z = 6.0 * np.log(self._far)
        bend = 0.9 * np.sin(1.7 * x + a[0] + 0.3 * t) + 0.45 * np.sin(4.1 * x + a[1] - 0.5 * t)
        wave = np.sin(2.9 * z + 1.5 * bend + 1.3 * t + a[2])
        wave = 0.62 * wave + 0.38 * np.sin(6.4 * z - 2.2 * bend + 2.6 * x + 2.1 * t + a[3])
        drift = 0.55 + 0.45 * np.sin(1.2 * x - 0.9 * z + a[4] + 0.5 * t) * np.sin(2.3 * x + 1.1 * z + a[5])
        wave = (wave * drift).astype(np.float32) * self._seen
        shade = np.clip(-wave, 0, 1) ** 1.2 * (0.34 + 0.30 * self._high)
        lit = np.clip(wave - 0.10, 0, 1) ** 1.6 * (0.44 + 0.24 * self._high)
        broken = np.clip(wave * (0.55 + 0.75 * self._patches) - (0.86 - 0.36 * self._high), 0, 0.2) * 4.5
        films = ((shade, self._trough), (lit, self._crest), (broken, self._foam))
        wash(frame, films, 0, (frame.shape[1], self._rows))


def wash(frame: Raster, films: Sequence[tuple[Raster, Colour]], top: int, size: tuple[int, int]) -> None:
    """Lay films of colour over the frame from a row on, one over the other: each is how much of it there is,
    0 to 1, in coarse maps that are stretched to `size` (columns, rows)."""
    art = [np.zeros(films[0][0].shape, np.float32)] * 4
    for share, colour in films:
        keep = np.clip(share, 0, 1).astype(np.float32)
        art = [one + (ink - one) * keep for one, ink in zip(art, (*colour, 255.0), strict=True)]
    over(frame, cv2.resize(cv2.merge(art).astype(np.uint8), size), 0, top)


def _level(shot: Shot, horizon: float, unit: float) -> float:
    """The frame's row of the horizon."""
    height = shot.frame.shape[0]
    zoom = 1 + (shot.view.zoom - 1) * _DEPTH
    return float(height / 2 + zoom * (horizon - shot.view.y * _DEPTH * unit - height / 2))
