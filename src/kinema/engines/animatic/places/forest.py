"""A forest: walls of trees that fade into the haze, a clearing, trunks close to the camera."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    BREEZE,
    Colour,
    Floor,
    Place,
    Setup,
    Shafts,
    Stage,
    Veil,
    broadleaf,
    conifer,
    grass,
    ground,
    heavens,
    row,
    trunk,
    wildlife,
)


def build(setup: Setup) -> Stage:
    """Green or, where it snows, white."""
    height, light = setup.size.height, setup.light
    snowy = setup.weather.lies == "snow"
    autumn = setup.weather.lies == "leaves"
    horizon = height * 0.60
    line = height * (0.845 if not setup.size.is_portrait else 0.80)
    stage = Stage(Floor(horizon, line, "snow" if snowy else "grass"), rays=False)
    cap: Colour = (240, 244, 252)
    leaf: Colour = (188, 104, 40) if autumn else (62, 104, 58)
    fir: Colour = (64, 92, 84) if snowy else (48, 86, 58)
    wood: Colour = (84, 64, 56)
    tall = 0.62 if not setup.size.is_portrait else 0.95
    earth: tuple[Colour, Colour] = (
        ((246, 248, 255), (172, 190, 226)) if snowy else ((112, 134, 74), (52, 70, 40))
    )
    add = stage.behind.append
    add(heavens(setup, horizon))
    for depth, far, gap, soft in (
        (0.16, 0.88, 0.075, 0.003),
        (0.30, 0.66, 0.11, 0.002),
        (0.50, 0.40, 0.19, 0.0012),
    ):
        snow = light.far(cap, far * 0.92) if snowy else None
        plant = (
            conifer(light.far(fir, far), snow)
            if snowy or depth != 0.30
            else broadleaf(light.far(leaf, far), light.far(wood, far), leafy=0.7 if autumn else 1.0)
        )
        add(
            row(
                setup,
                horizon + (0.02 + 0.12 * depth) * setup.unit,
                tall * (0.62 + 0.66 * depth),
                plant,
                bends=0.10,
                depth=depth,
                gap=gap,
                soft=soft,
            )
        )
        add(Veil.band(setup, horizon, 0.20 * setup.unit, 0.42 - 0.3 * depth, depth))
        if depth == 0.30:
            add(ground(setup, horizon + 0.045 * setup.unit, *earth, depth=0.40, high=0.03))
    add(Shafts(setup, horizon))
    add(ground(setup, horizon + 0.10 * setup.unit, *earth, depth=0.62, high=0.035))
    bark = light.far(wood, 0.18)
    add(
        row(
            setup,
            horizon + 0.16 * setup.unit,
            tall * 1.9,
            trunk(bark, light.far(cap, 0.15) if snowy else None),
            depth=0.74,
            gap=0.55,
        )
    )
    add(ground(setup, horizon + 0.15 * setup.unit, *earth, depth=0.86, high=0.03))
    near = stage.front.append
    if not snowy:
        blade = light.far((70, 104, 48), 0.0)
        near(
            row(
                setup,
                line + 0.09 * setup.unit,
                0.085,
                grass(blade, ((250, 240, 200), (240, 190, 90))),
                bends=0.8,
                depth=1.15,
                gap=0.035,
                soft=0.0012,
            )
        )
    near(ground(setup, height - 0.025 * setup.unit, *earth, depth=1.45, high=0.05, soft=0.006))
    shade = light.far((74, 60, 66), 0.25)
    near(
        row(
            setup,
            height + 0.20 * setup.unit,
            2.0 if setup.size.is_portrait else 1.45,
            trunk(shade, None),
            depth=1.9,
            gap=2.6,
            soft=0.018,
        )
    )
    return stage


PLACE = Place(
    name="forest",
    words=(
        "forest", "woods", "woodland", "grove",
        "swamp", "undergrowth",
        "森林", "树林", "林间", "林中", "雪林", "山林", "林子", "密林",
    ),
    build=build,
    bed=BREEZE,
    life=wildlife,
)  # fmt: skip
