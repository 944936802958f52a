"""A meadow: rolling hills, a few trees, flowers in the grass near and far."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Element,
    Floor,
    Place,
    Setup,
    Stage,
    Veil,
    bush,
    grass,
    ground,
    heavens,
    ridge,
    row,
    wildlife,
)
from kinema.engines.animatic.scenery.park import litter, posts
from kinema.engines.animatic.scenery.seasons import AUTUMN, WHITE, season_of


def build(setup: Setup) -> Stage:
    """Green, under blossom where petals fall, bare and brown where leaves do, white where it snows."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    season = season_of(setup)
    snowy = season.snowy
    green, deep = season.green, season.deep
    horizon = height * 0.58
    line = height * (0.85 if not setup.size.is_portrait else 0.78)
    stage = Stage(Floor(horizon, line, "snow" if snowy else "grass"))
    add = stage.behind.append

    hill = WHITE if snowy else (110, 142, 120)
    add(heavens(setup, horizon))
    add(ridge(setup, horizon - 0.03 * unit, 0.12, hill, depth=0.18, far=0.85, period=1.1, rough=0.35))
    add(ridge(setup, horizon + 0.01 * unit, 0.09, green, depth=0.30, far=0.60, period=1.0, rough=0.3))
    wood = row(setup, horizon + 0.035 * unit, 0.15, season.tree(setup, 0.5), bends=0.14, depth=0.36, gap=0.16)
    add(wood)
    add(Veil.band(setup, horizon, 0.12 * unit, 0.30, 0.32))
    add(
        ridge(
            setup, horizon + 0.07 * unit, 0.07, green, depth=0.50, far=0.30, period=1.3, rough=0.3, relief=0.7
        )
    )
    hedge = bush(light.far(deep, 0.26), white=light.far(WHITE, 0.2) if snowy else None)
    add(row(setup, horizon + 0.075 * unit, 0.035, hedge, depth=0.52, gap=0.06, uneven=0.6))
    near_trees = season.tree(setup, 0.14)
    add(row(setup, horizon + 0.11 * unit, 0.50, near_trees, bends=0.14, depth=0.64, gap=0.95))
    add(ground(setup, horizon + 0.10 * unit, green, deep, depth=0.72, high=0.03))
    blooms = tuple(light.far(flower, 0.05) for flower in season.flowers)
    if not snowy:
        add(_blades(setup, line - 0.10 * unit, 0.035, light.far(green, 0.1), blooms, depth=0.86, gap=0.018))
    add(ground(setup, line - 0.085 * unit, green, deep, depth=1.0, high=0.02))
    if setup.scene.light == "lamps":
        path = (WHITE, deep) if snowy else ((206, 190, 164), (150, 132, 112))
        add(ground(setup, line - 0.03 * unit, *path, depth=1.0, high=0.008))
        lamps = posts(setup, line - 0.045 * unit, 0.62, depth=0.9, gap=1.25)
        add(lamps.layer)
        stage.lamps.append(lamps)
    if season is AUTUMN:
        add(litter(setup, line - 0.02 * unit))
    if snowy:
        return stage
    add(
        _blades(setup, line - 0.005 * unit, 0.06, light.far((96, 148, 60), 0.0), blooms, depth=1.0, gap=0.030)
    )
    near = stage.front.append
    blade = light.far((84, 136, 54), 0.0)
    near(_blades(setup, line + 0.12 * unit, 0.11, blade, blooms, depth=1.2, gap=0.032, soft=0.0015))
    blade = light.far((56, 96, 40), 0.0)
    near(_blades(setup, height + 0.04 * unit, 0.22, blade, blooms, depth=1.6, gap=0.05, soft=0.008))
    return stage


def _blades(
    setup: Setup,
    base: float,
    high: float,
    colour: Colour,
    blooms: tuple[Colour, ...],
    *,
    depth: float,
    gap: float,
    soft: float = 0.0,
) -> Element:
    return row(setup, base, high, grass(colour, blooms), depth=depth, gap=gap, soft=soft, bends=0.8)


PLACE = Place(
    name="meadow",
    words=(
        "meadow", "field", "grassland", "prairie", "garden", "countryside", "lawn",
        "spring meadow", "savanna", "savannah", "pasture", "vineyard",
        "orchard", "clearing", "backyard", "rice field",
        "草地", "草原", "田野", "花园", "草坪", "乡间", "花海", "田间", "稻田",
        "花田", "田里", "田", "向日葵田", "草丛", "院子", "果园", "牧场",
    ),
    hints=("grass", "草"),
    build=build,
    bed=BREEZE,
    life=wildlife,
)  # fmt: skip
