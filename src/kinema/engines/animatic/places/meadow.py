"""A meadow: rolling hills, a few trees, flowers in the grass near and far."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    crown,
    grass,
    ground,
    heavens,
    ridge,
    row,
    wildlife,
)
from kinema.engines.animatic.scenery.park import lamp, litter

FLOWERS: tuple[Colour, ...] = ((255, 236, 120), (250, 250, 255), (240, 110, 140), (190, 130, 230))


def build(setup: Setup) -> Stage:
    """Green, or the colours of autumn where leaves fall."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    autumn = setup.weather.lies == "leaves"
    horizon = height * 0.58
    line = height * (0.85 if not setup.size.is_portrait else 0.78)
    stage = Stage(Floor(horizon, line, "grass"))
    green: Colour = (176, 150, 76) if autumn else (142, 182, 84)
    deep: Colour = (112, 84, 44) if autumn else (58, 106, 46)
    leaf: Colour = (206, 112, 40) if autumn else (84, 140, 66)
    add = stage.behind.append
    add(heavens(setup, horizon))
    add(
        ridge(
            setup, horizon - 0.03 * unit, 0.12, (110, 142, 120), depth=0.18, far=0.85, period=1.1, rough=0.35
        )
    )
    add(ridge(setup, horizon + 0.01 * unit, 0.09, green, depth=0.30, far=0.60, period=1.0, rough=0.3))
    add(
        row(
            setup,
            horizon + 0.035 * unit,
            0.14,
            crown(light.far(leaf, 0.5), light.far((84, 64, 50), 0.5)),
            bends=0.14,
            depth=0.36,
            gap=0.20,
        )
    )
    add(Veil.band(setup, horizon, 0.12 * unit, 0.30, 0.32))
    add(
        ridge(
            setup, horizon + 0.07 * unit, 0.07, green, depth=0.50, far=0.30, period=1.3, rough=0.3, relief=0.7
        )
    )
    add(
        row(
            setup,
            horizon + 0.11 * unit,
            0.44,
            crown(light.far(leaf, 0.16), light.far((92, 68, 52), 0.16)),
            bends=0.14,
            depth=0.64,
            gap=0.95,
        )
    )
    add(ground(setup, horizon + 0.10 * unit, green, deep, depth=0.72, high=0.03))
    blooms = tuple(light.far(flower, 0.05) for flower in FLOWERS) if not autumn else ()
    add(
        row(
            setup,
            line - 0.10 * unit,
            0.035,
            grass(light.far(green, 0.1), blooms),
            depth=0.86,
            gap=0.018,
            bends=0.8,
        )
    )
    add(ground(setup, line - 0.085 * unit, green, deep, depth=1.0, high=0.02))
    park = any(subject.name == "bench" for subject in setup.scene.subjects)
    if park:
        add(ground(setup, line - 0.03 * unit, (206, 190, 164), (150, 132, 112), depth=1.0, high=0.008))
        add(row(setup, line - 0.045 * unit, 0.62, lamp(light), depth=0.9, gap=1.25, uneven=0.05))
    if autumn:
        add(litter(setup, line - 0.02 * unit))
    add(
        row(
            setup,
            (line + 0.075 * unit) if park else (line - 0.005 * unit),
            0.06,
            grass(light.far((96, 148, 60), 0.0), blooms),
            bends=0.8,
            depth=1.0,
            gap=0.030,
        )
    )
    near = stage.front.append
    near(
        row(
            setup,
            line + 0.12 * unit,
            0.11,
            grass(light.far((84, 136, 54), 0.0), blooms),
            bends=0.8,
            depth=1.2,
            gap=0.032,
            soft=0.0015,
        )
    )
    near(
        row(
            setup,
            height + 0.04 * unit,
            0.22,
            grass(light.far((56, 96, 40), 0.0), blooms),
            bends=0.8,
            depth=1.6,
            gap=0.05,
            soft=0.008,
        )
    )
    return stage


PLACE = Place(
    name="meadow",
    words=(
        "meadow", "field", "grassland", "prairie", "garden", "park", "countryside", "farm", "lawn",
        "spring meadow", "savanna", "savannah", "pasture", "cornfield", "wheat field", "vineyard",
        "orchard", "village", "clearing", "backyard", "barn", "rice field",
        "草地", "草原", "田野", "花园", "公园", "草坪", "乡间", "农场", "花海", "田间", "麦田", "稻田",
        "花田", "田里", "田", "向日葵田", "草丛", "院子", "村庄", "果园", "牧场",
    ),
    hints=("grass", "草"),
    build=build,
    bed=BREEZE,
    life=wildlife,
)  # fmt: skip
