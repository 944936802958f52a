"""The open sky: above a sea of clouds."""

from __future__ import annotations

from kinema.engines.animatic.kit import WIND, Floor, Place, Setup, Stage, Veil, heavens, mix, ridge


def build(setup: Setup) -> Stage:
    """Banks of cloud below, in depth, under sun or stars."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    horizon = height * 0.66
    stage = Stage(
        Floor(horizon, height * (0.92 if not setup.size.is_portrait else 0.80), "none"), raised=0.20
    )
    add = stage.behind.append
    add(heavens(setup, horizon))
    cloud = mix((250, 250, 255), light.sun, 0.25)
    for depth, y, high, far in ((0.15, 0.68, 0.10, 0.75), (0.30, 0.76, 0.14, 0.5), (0.55, 0.86, 0.18, 0.25)):
        add(
            ridge(
                setup,
                height * y,
                high,
                cloud,
                depth=depth,
                far=far,
                period=0.42,
                rough=0.55,
                soft=0.006,
                relief=0.8,
            )
        )
        add(Veil.band(setup, height * y + 0.03 * unit, 0.14 * unit, 0.30, depth))
    stage.front.append(
        ridge(
            setup,
            height * 1.0,
            0.14,
            cloud,
            depth=1.4,
            far=0.05,
            period=0.5,
            rough=0.5,
            soft=0.014,
            relief=0.6,
        )
    )
    return stage


PLACE = Place(
    name="sky",
    words=(
        "above the clouds", "through the clouds", "through clouds", "among the clouds", "in the clouds",
        "in the sky", "into the sky", "in the air", "across the sky", "across the night sky",
        "into the night sky",
        "天空", "天空中", "云端", "云层", "空中", "云海",
    ),
    build=build,
    bed=WIND,
)  # fmt: skip
