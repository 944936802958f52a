"""A photographer's studio: a seamless backdrop with a soft light on it, and a floor that shines a little."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kinema.engines.animatic.kit import (
    ROOM_TONE,
    Colour,
    Floor,
    Layer,
    Light,
    Place,
    Setup,
    Stage,
    mix,
    smooth,
    span,
    times,
    to_bytes,
)

_PAPERS: tuple[Colour, ...] = (
    (226, 222, 216), (206, 216, 226), (232, 214, 204), (208, 222, 210), (222, 214, 230), (236, 224, 196),
)  # fmt: skip
"""Backdrops to choose from."""


def build(setup: Setup) -> Stage:
    """Wall and floor of one sheet that bends where they meet."""
    rng, unit, height = setup.rng, setup.unit, setup.size.height
    horizon, line = 0.66 * height, (0.83 if not setup.size.is_portrait else 0.76) * height
    stage = Stage(Floor(horizon, line, "stone", mirror=0.16), rays=False)
    margin, width = span(setup, 0.25)
    paper = _PAPERS[int(rng.integers(len(_PAPERS)))]
    if setup.light.stars > 0.5 or setup.scene.light in ("low key", "spotlight", "hard"):
        paper = times(paper, 0.16)
    rows = height + 2 * margin
    x = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / unit
    y = (np.arange(rows, dtype=np.float32)[:, None] - margin) / unit
    bend = (horizon / unit + 0.02) - y
    halo = np.exp(-((x / 0.85) ** 2) - ((y - 0.42 * height / unit) / 0.62) ** 2)
    wall = 0.70 + 0.36 * halo
    floor = 0.86 + 0.20 * np.exp(-((x / 0.8) ** 2) - ((y - line / unit) / 0.22) ** 2)
    seam = smooth(bend, -0.10, 0.10)
    brightness = floor * (1 - seam) + wall * seam - 0.07 * np.exp(-((bend / 0.09) ** 2))
    base = np.array(mix(paper, setup.light.sun, 0.12), np.float32)
    picture = np.clip(base * brightness[..., None], 0, 254)
    stage.behind.append(Layer(to_bytes(picture, rng), -margin, -margin, 0.25, unit))
    return stage


def lit(light: Light) -> Light:
    """A large soft light from the side, and one behind for the edges."""
    return replace(
        light, ambient=(0.96, 0.95, 0.95), rim=(255, 252, 244), haze=(220, 218, 214), haziness=0.1, stars=0.0,
        clouds=0.0, shade=0.0, sun_at=(0.75, 0.3),
    )  # fmt: skip


PLACE = Place(
    name="studio",
    words=(
        "photo studio", "photography studio", "studio backdrop", "studio background", "seamless backdrop",
        "white background", "plain background", "solid background", "clean background", "white backdrop",
        "gradient background", "marble surface", "showroom",
        "摄影棚", "白色背景", "纯色背景", "白底", "纯白背景", "干净的背景", "渐变背景", "影棚", "展台",
        "大理石台面",
    ),
    hints=(
        "product shot", "product photo", "product video", "studio shot", "product commercial", "产品展示",
        "产品广告", "产品图",
    ),
    build=build,
    bed=ROOM_TONE,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
