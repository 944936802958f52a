"""A road: asphalt from side to side through open country, poles with their wires beside it, far hills."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Floor,
    Layer,
    Place,
    Setup,
    Stage,
    Veil,
    broadleaf,
    fill,
    grass,
    ground,
    heavens,
    ridge,
    row,
    span,
    times,
    wildlife,
)
from kinema.engines.animatic.scenery.park import posts
from kinema.engines.animatic.scenery.roads import road

POLES_APART = 1.05
"""In short sides."""


def build(setup: Setup) -> Stage:
    """Fields to the hills; poles and a fence of the road's own behind it, grass before it."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    snowy, autumn = setup.weather.lies == "snow", setup.weather.lies == "leaves"
    horizon = height * 0.60
    line = height * (0.84 if not setup.size.is_portrait else 0.78)
    stage = Stage(Floor(horizon, line, "stone"))
    field: Colour = (240, 244, 252) if snowy else (190, 164, 84) if autumn else (168, 180, 92)
    deep: Colour = (178, 194, 224) if snowy else (120, 92, 48) if autumn else (82, 112, 52)
    leaf: Colour = (206, 216, 232) if snowy else (198, 112, 44) if autumn else (84, 132, 66)
    add = stage.behind.append
    add(heavens(setup, horizon))
    add(
        ridge(
            setup, horizon - 0.05 * unit, 0.16, (104, 124, 140), depth=0.14, far=0.85, period=1.4, rough=0.4
        )
    )
    add(ridge(setup, horizon - 0.01 * unit, 0.08, deep, depth=0.26, far=0.60, period=1.1, rough=0.3))
    add(Veil.band(setup, horizon, 0.10 * unit, 0.32, 0.3))
    wood = broadleaf(
        light.far(leaf, 0.45),
        light.far((84, 66, 52), 0.45),
        leafy=0.0 if snowy else 1.0,
        snow=light.far((240, 244, 252), 0.45) if snowy else None,
    )
    add(row(setup, horizon + 0.035 * unit, 0.11, wood, depth=0.38, gap=0.24, bends=0.14))
    add(ground(setup, horizon + 0.03 * unit, field, deep, depth=0.55, high=0.03))
    add(ground(setup, horizon + 0.09 * unit, field, deep, depth=0.80, high=0.02))
    if setup.scene.light == "lamps":
        lamps = posts(setup, line - 0.10 * unit, 0.55, depth=0.9, gap=1.1)
        add(lamps.layer)
        stage.lamps.append(lamps.lowered(0.05 * unit))
    else:
        add(_poles(setup, line - 0.10 * unit))
    add(ground(setup, line - 0.115 * unit, field, deep, depth=1.0, high=0.012))
    blade = grass(light.far(deep, 0.08), ())
    if not snowy:
        add(row(setup, line - 0.085 * unit, 0.03, blade, depth=1.0, gap=0.02, bends=0.8))
    add(road(setup, line, paved=True))
    near = stage.front.append
    near(ground(setup, line + 0.125 * unit, field, deep, depth=1.2, high=0.02))
    if not snowy:
        blade = grass(light.far(times(deep, 0.8), 0.0), ())
        near(row(setup, line + 0.16 * unit, 0.09, blade, depth=1.3, gap=0.035, bends=0.8, soft=0.004))
    return stage


def _poles(setup: Setup, base: float) -> Layer:
    """Poles of wood with a crossbar, and two wires that hang from each to the next."""
    unit = setup.unit
    margin, width = span(setup, 0.9)
    count = max(round(width / (POLES_APART * unit)), 1)
    tall, thick = 0.50 * unit, 0.006 * unit
    rows = int(tall + 0.02 * unit)
    art = np.zeros((rows, width, 4), np.uint8)
    ink = setup.light.far((74, 60, 50), 0.12)
    apart = width / count
    bars = (0.90 * tall, 0.80 * tall)
    for n in range(-1, count):
        x = (n + 0.5) * apart
        for up, half in zip(bars, (0.040 * unit, 0.028 * unit), strict=True):
            t = np.linspace(0, 1, 48)
            for end in (-half, half):
                sag = rows - up + 0.20 * apart * t * (1 - t)
                wire = np.stack([x + end + apart * t, sag], axis=1) * 16
                cv2.polylines(art, [wire.round().astype(np.int32)], False, (*ink, 210), 1, cv2.LINE_AA, 4)
            bar = rows - up
            fill(
                art, [(x - half, bar), (x + half, bar), (x + half, bar + thick), (x - half, bar + thick)], ink
            )
        fill(
            art,
            [
                (x - thick, rows),
                (x + thick, rows),
                (x + 0.7 * thick, rows - tall),
                (x - 0.7 * thick, rows - tall),
            ],
            ink,
        )
    return Layer(art, -margin, base - rows, 0.9, unit, wraps=True)


PLACE = Place(
    name="road",
    words=("open road", "side of the road", "middle of the road"),
    hints=(
        "road", "highway", "motorway", "freeway", "expressway", "interstate", "country road", "rural road",
        "country lane", "dirt road", "winding road", "roadside", "tarmac", "asphalt", "racetrack",
        "race track", "speedway",
        "公路", "高速公路", "国道", "高速路", "马路", "柏油路", "大路", "乡间小路", "路边", "路上", "赛道",
    ),
    build=build,
    bed=BREEZE,
    life=wildlife,
)  # fmt: skip
