"""Mountains: ranges one behind the other, a wooded valley, a meadow to cross in front."""

from __future__ import annotations

from kinema.engines.animatic.kit import (
    WIND,
    Colour,
    Element,
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
    wildlife,
)

WHITE: Colour = (244, 247, 252)


def build(setup: Setup) -> Stage:
    """Peaks with snow on them, more of it in winter."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    snowy = setup.weather.lies == "snow"
    portrait = setup.size.is_portrait
    horizon = height * 0.62
    line = height * (0.86 if not portrait else 0.80)
    stage = Stage(Floor(horizon, line, "snow" if snowy else "grass"), track=horizon + 0.10 * unit)
    add = stage.behind.append
    tall = 1.5 if portrait else 1.0
    add(heavens(setup, horizon))
    if setup.weather.veils and not snowy:
        stage.behind += _misty(setup, horizon, tall)
    else:
        stage.behind += _ranges(setup, horizon, tall)
    fir = light.far((42, 78, 58), 0.30)
    cap = light.far(WHITE, 0.3) if snowy else None
    add(row(setup, horizon + 0.10 * unit, 0.15 * tall, conifer(fir, cap), depth=0.55, gap=0.06, bends=0.05))
    earth = ((246, 248, 255), (176, 194, 226)) if snowy else ((138, 160, 88), (66, 92, 50))
    add(ground(setup, horizon + 0.085 * unit, *earth, depth=0.70, high=0.03))
    add(ground(setup, line - 0.075 * unit, *earth, depth=1.0, high=0.02))
    near = stage.front.append
    near(
        row(
            setup,
            height + 0.06 * unit,
            0.55,
            conifer(light.far((26, 48, 40), 0.0), None),
            bends=0.05,
            depth=1.7,
            gap=1.3,
            soft=0.010,
        )
    )
    near(ground(setup, height - 0.012 * unit, *earth, depth=1.45, high=0.04, soft=0.005))
    return stage


def _ranges(setup: Setup, horizon: float, tall: float) -> list[Element]:
    """Snowy peaks behind bare ones behind a wooded hill."""
    unit, snowy = setup.unit, setup.weather.lies == "snow"
    found: list[Element] = []
    add = found.append
    add(
        ridge(
            setup,
            horizon - 0.13 * unit,
            0.40 * tall,
            (108, 116, 138),
            depth=0.16,
            far=0.80,
            period=1.5,
            rough=0.52,
            sharp=True,
            cap=WHITE,
            relief=1.0,
        )
    )
    add(Veil.band(setup, horizon, 0.24 * unit, 0.50, 0.18))
    add(
        ridge(
            setup,
            horizon - 0.03 * unit,
            0.26 * tall,
            (92, 104, 112),
            depth=0.28,
            far=0.52,
            period=1.1,
            rough=0.5,
            sharp=True,
            cap=WHITE if snowy else None,
            relief=1.0,
        )
    )
    add(Veil.band(setup, horizon + 0.02 * unit, 0.16 * unit, 0.45, 0.30))
    add(ridge(setup, horizon + 0.05 * unit, 0.08, (70, 96, 78), depth=0.42, far=0.34, period=0.9, relief=0.6))
    return found


def _misty(setup: Setup, horizon: float, tall: float) -> list[Element]:
    """Ridge behind ridge, each with a clear edge and its foot in the mist."""
    unit = setup.unit
    found: list[Element] = []
    for n in range(6):
        near = n / 5
        y = horizon + (0.055 * near - 0.20 * (1 - near) * tall) * unit
        high = (0.20 - 0.08 * near) * tall
        found.append(
            ridge(
                setup, y, high, (48, 70, 84), depth=0.12 + 0.30 * near, far=0.62 - 0.46 * near,
                period=1.2 - 0.4 * near, rough=0.46, sharp=n < 4, relief=0.35,
            )
        )  # fmt: skip
        found.append(Veil.band(setup, y + 0.55 * high * unit, 0.50 * high * unit, 0.75, 0.12 + 0.32 * near))
    return found


PLACE = Place(
    name="mountains",
    words=(
        "mountain", "alps", "alpine", "peak", "valley", "canyon", "cliff", "hill", "highlands", "ridge",
        "summit", "himalayas", "volcano", "gorge", "mountainside", "hillside", "mountain top",
        "mountaintop", "slope", "himalayan", "plateau", "crag", "glen",
        "山", "高山", "群山", "山脉", "山谷", "山间", "雪山", "峡谷", "山坡", "悬崖", "山顶", "山巅",
        "火山", "山峰", "高原", "崖边", "远山",
    ),
    hints=(
        "waterfall", "瀑布",
        "snow-capped peaks", "snow-capped mountains", "snow capped mountains", "mount fuji",
        "富士山",
    ),
    build=build,
    bed=WIND,
    life=wildlife,
)  # fmt: skip
