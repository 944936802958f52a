"""Fresh water between its banks: woods and hills beyond that it mirrors, reeds before it, ice in winter."""

from __future__ import annotations

import math

import cv2
import numpy as np

from kinema.engines.animatic.layer import Veil
from kinema.engines.animatic.raster import Colour, Raster, noise, ramp, times, to_bytes
from kinema.engines.animatic.scenery.flora import Plant, conifer, fill, grass, row
from kinema.engines.animatic.scenery.heavens import heavens
from kinema.engines.animatic.scenery.mirror import Mirror
from kinema.engines.animatic.scenery.relief import ground, ridge
from kinema.engines.animatic.scenery.trees import broadleaf, bush
from kinema.engines.animatic.stage import Floor, Setup, Stage

_SNOW: Colour = (242, 246, 254)


def waterside(
    setup: Setup, *, shore: float, mountains: bool, firs: bool, ripple: float, frozen: bool = False
) -> Stage:
    """Water from the far bank to the near one, which is at `shore` of the way from the horizon to the lower
    edge; behind it hills or `mountains`, broad-leaved trees or `firs`. Where it is `frozen` others stand on
    the ice."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    lies = setup.weather.lies
    snowy, autumn = lies == "snow" or frozen, lies == "leaves"
    horizon = 0.50 * height
    edge = horizon + shore * (height - horizon)
    line = height * (0.87 if not setup.size.is_portrait else 0.82)
    stage = Stage(
        Floor(
            horizon,
            line,
            "stone" if frozen else "snow" if snowy else "grass",
            mirror=0.30 if frozen else 0.0,
            shore=math.inf if frozen else edge,
        ),
        water=None if frozen else horizon + 0.55 * (edge - horizon),
    )
    field: Colour = (240, 244, 252) if snowy else (186, 160, 88) if autumn else (150, 176, 92)
    deep: Colour = (176, 192, 222) if snowy else (118, 94, 52) if autumn else (72, 106, 52)
    leaf: Colour = (204, 118, 46) if autumn else (86, 138, 70)
    add = stage.behind.append
    add(heavens(setup, horizon, depth=0.18))
    far_line = horizon + 0.004 * unit
    if mountains:
        add(
            ridge(
                setup,
                far_line,
                0.34,
                (112, 126, 148),
                depth=0.16,
                far=0.80,
                period=0.9,
                sharp=True,
                cap=_SNOW,
                down=far_line + 0.02 * unit,
            )
        )
    add(
        ridge(
            setup,
            far_line,
            0.13,
            (96, 122, 124),
            depth=0.20,
            far=0.72,
            period=1.3,
            rough=0.4,
            down=far_line + 0.02 * unit,
        )
    )
    add(
        ridge(
            setup,
            far_line,
            0.07,
            deep,
            depth=0.27,
            far=0.52,
            period=0.9,
            rough=0.35,
            down=far_line + 0.02 * unit,
        )
    )
    add(Veil.band(setup, horizon, 0.08 * unit, 0.34, 0.3))
    wood = light.far((84, 66, 52), 0.40)
    cap = light.far(_SNOW, 0.40) if snowy else None
    tree: Plant = (
        conifer(light.far((52, 92, 74), 0.42), cap)
        if firs
        else broadleaf(light.far(leaf, 0.42), wood, leafy=0.0 if snowy else 1.0, snow=cap)
    )
    add(row(setup, horizon + 0.012 * unit, 0.17, tree, depth=0.32, gap=0.085 if firs else 0.15, bends=0.10))
    add(
        row(
            setup, horizon + 0.016 * unit, 0.028, bush(light.far(leaf, 0.36), white=cap), depth=0.34, gap=0.07
        )
    )
    add(
        Mirror(
            setup,
            horizon + 0.012 * unit,
            _ice(setup, horizon) if frozen else _water(setup, horizon),
            strength=0.34 if frozen else 0.80,
            streak=0.030 if frozen else 0.008,
            ripple=0.0 if frozen else ripple * (1 + 2 * setup.weather.wind),
        )
    )
    if frozen:
        stage.front.append(ground(setup, height + 0.02 * unit, field, deep, depth=1.3, high=0.05, soft=0.004))
        return stage
    add(ground(setup, edge, field, deep, depth=0.92, high=0.030))
    if not snowy:
        add(
            row(
                setup,
                edge + 0.022 * unit,
                0.11,
                _reeds(light.far((118, 140, 66), 0.12)),
                depth=0.94,
                gap=0.055,
                bends=0.6,
            )
        )
        add(
            row(
                setup,
                line - 0.05 * unit,
                0.03,
                grass(light.far(deep, 0.06), ()),
                depth=1.0,
                gap=0.022,
                bends=0.8,
            )
        )
    near = stage.front.append
    near(ground(setup, line + 0.12 * unit, field, deep, depth=1.2, high=0.02))
    if not snowy:
        tuft = _reeds(light.far(times((104, 124, 58), 0.7), 0.0))
        near(row(setup, height + 0.07 * unit, 0.26, tuft, depth=1.45, gap=0.34, bends=0.6, soft=0.004))
    return stage


def _water(setup: Setup, horizon: float) -> Raster:
    """Green to brown, darker towards the camera."""
    light = setup.light
    rows = int(setup.size.height - horizon) + int(0.2 * setup.unit)
    near, far = light.far((44, 78, 72), 0.0), light.far((88, 122, 126), 0.25)
    stops = [(0.0, times(far, 0.62)), (0.35, times(near, 0.85)), (1.0, times(near, 0.55))]
    return to_bytes(np.repeat(ramp(rows, stops), setup.size.width, axis=1), setup.rng)


def _ice(setup: Setup, horizon: float) -> Raster:
    """White and blue, with cracks and the wind's patches of snow."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    rows, width = int(setup.size.height - horizon) + int(0.2 * unit), setup.size.width
    patches = cv2.resize(noise(rng, width // 4, rows // 2, 40, 4), (width, rows))
    base = np.array(light.far((176, 206, 226), 0.10), np.float32)
    white = np.array(light.far((238, 244, 250), 0.05), np.float32)
    picture = base + (white - base) * np.clip((patches - 0.42) * 3.2, 0, 1)[..., None]
    art = np.ascontiguousarray(np.clip(picture, 0, 254).astype(np.uint8))
    for _ in range(16):
        x, y = rng.uniform(0, width), rows * float(rng.uniform(0.06, 0.95))
        points = [(x, y)]
        for _ in range(6):
            x += rng.uniform(-0.02, 0.10) * unit
            y += rng.uniform(-0.03, 0.03) * unit * (y / rows)
            points.append((x, y))
        line = (np.array(points) * 16).astype(np.int32)
        cv2.polylines(art, [line], False, tuple(white.tolist()), 1, cv2.LINE_AA, 4)
    return art


def _reeds(colour: Colour) -> Plant:
    """Blades that stand in a clump, some with a brown head."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        for _ in range(9):
            foot = x + float(rng.uniform(-0.16, 0.16)) * tall
            lean, long = float(rng.uniform(-0.22, 0.22)) * tall, tall * float(rng.uniform(0.55, 1.0))
            tip, wide = (foot + lean, base - long), 0.016 * tall + 0.4
            bow = (foot + 0.3 * lean, base - 0.6 * long)
            tone = times(colour, float(rng.uniform(0.75, 1.2)))
            fill(
                art,
                [
                    (foot - wide, base),
                    (foot + wide, base),
                    (bow[0] + 0.7 * wide, bow[1]),
                    tip,
                    (bow[0] - 0.7 * wide, bow[1]),
                ],
                tone,
            )
            if rng.random() < 0.3:
                angle = math.degrees(math.atan2(lean, long))
                head = (int((foot + 0.85 * lean) * 16), int((base - 0.88 * long) * 16))
                axes = (int(max(0.016 * tall, 0.8) * 16), int(0.075 * tall * 16))
                cv2.ellipse(
                    art, head, axes, angle, 0, 360, (*times((112, 76, 50), 0.9), 255), -1, cv2.LINE_AA, 4
                )

    return draw
