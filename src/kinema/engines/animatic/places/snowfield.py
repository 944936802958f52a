"""A snowfield: distant white ridges, drifts, a few firs."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    WIND,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    conifer,
    ground,
    heavens,
    ridge,
    row,
)
from kinema.engines.animatic.scenery.park import posts


def build(setup: Setup) -> Stage:
    """White under whatever sky there is."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    horizon = height * 0.58
    line = height * (0.85 if not setup.size.is_portrait else 0.78)
    stage = Stage(Floor(horizon, line, "snow"))
    snow, shade = (226, 234, 246), (150, 174, 218)
    add = stage.behind.append
    add(heavens(setup, horizon))
    add(
        ridge(
            setup,
            horizon - 0.03 * unit,
            0.22,
            (150, 164, 190),
            depth=0.18,
            far=0.75,
            period=0.8,
            rough=0.5,
            sharp=True,
            cap=snow,
            relief=0.9,
        )
    )
    add(Veil.band(setup, horizon, 0.15 * unit, 0.5, 0.25))
    add(ridge(setup, horizon + 0.03 * unit, 0.06, snow, depth=0.36, far=0.45, period=1.2, rough=0.3))
    add(
        row(
            setup,
            horizon + 0.08 * unit,
            0.20,
            conifer(light.far((66, 92, 90), 0.35), light.far(snow, 0.3)),
            bends=0.05,
            depth=0.5,
            gap=0.34,
        )
    )
    add(ground(setup, horizon + 0.07 * unit, snow, shade, depth=0.66, high=0.04))
    add(ground(setup, line - 0.08 * unit, snow, shade, depth=1.0, high=0.03))
    if setup.scene.light == "lamps":
        lamps = posts(setup, line - 0.05 * unit, 0.58, depth=0.95, gap=1.15)
        add(lamps.layer)
        stage.lamps.append(lamps)
    stage.front.append(ground(setup, height - 0.02 * unit, snow, shade, depth=1.5, high=0.06, soft=0.006))
    return stage


PLACE = Place(
    name="snowfield",
    words=(
        "snowfield", "snowy field", "arctic", "antarctic", "antarctica", "tundra", "glacier", "north pole",
        "ice", "iceberg", "ice field", "snowscape",
        "雪地", "雪原", "冰原", "北极", "南极", "冰川", "冰面", "冰上", "雪地里", "冰雪世界", "冰山",
    ),
    build=build,
    bed=WIND,
)  # fmt: skip
