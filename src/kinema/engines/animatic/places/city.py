"""A city street: blocks with lit windows, lamps, shop fronts out of focus, and asphalt."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    Bed,
    Colour,
    Floor,
    Layer,
    Light,
    Mirror,
    Place,
    Raster,
    Setup,
    Stage,
    blur,
    broadleaf,
    glow,
    heavens,
    noise,
    premultiplied,
    row,
    span,
    to_bytes,
)
from kinema.engines.animatic.scenery.blocks import WINDOWS, blocks
from kinema.engines.animatic.scenery.lamplight import Posts
from kinema.engines.animatic.scenery.park import litter, posts
from kinema.engines.animatic.scenery.seasons import WHITE
from kinema.engines.animatic.scenery.signs import signs
from kinema.engines.animatic.scenery.swaying import Swaying

_RUTS = ((0.16, 0.022), (0.26, 0.030), (0.60, 0.050), (0.80, 0.065))
"""Where wheels run, and how wide, in parts of the street's depth as it is seen."""
NEONS: tuple[Colour, ...] = ((255, 70, 150), (60, 200, 255), (160, 90, 255), (255, 150, 60), (80, 255, 190))


def build(setup: Setup) -> Stage:
    """A street seen across: far skyline, near blocks, lamps, pavement, and its lights mirrored where wet."""
    height = setup.size.height
    horizon = height * (0.60 if not setup.size.is_portrait else 0.585)
    line = (
        horizon + 0.50 * (height - horizon)
        if not setup.size.is_portrait
        else horizon + 0.36 * (height - horizon)
    )
    wet = setup.weather.lies == "wet"
    fine = setup.fine and setup.light.lamps > 0.6
    gloss = 0.34 if fine else 0.12
    stage = Stage(
        Floor(horizon, line, "wet" if wet else "stone", mirror=(0.8 if fine else 0.55) if wet else gloss)
    )
    stage.behind.append(heavens(setup, horizon, sun=not wet))
    stage.behind.append(
        blocks(setup, horizon, depth=0.22, far=0.85, tall=(0.26, 0.62), wide=(0.10, 0.20), soft=0.0035)
    )
    stage.behind.append(
        blocks(setup, horizon, depth=0.45, far=0.35, tall=(0.30, 0.85), wide=(0.20, 0.36), soft=0.0075)
    )
    stage.behind.append(_lights(setup, horizon, depth=0.55))
    if "neon" in (setup.scene.style, setup.scene.light):
        stage.behind.append(signs(setup.own(), horizon, depth=0.48))
    lamps = posts(setup, horizon + 0.012 * setup.unit, 0.34, depth=0.5, gap=0.72)
    stage.behind.append(lamps.layer)
    stage.lamps.append(lamps.lowered(0.045 * setup.unit))
    stage.behind.append(
        Mirror(
            setup,
            horizon,
            _asphalt(setup, horizon),
            strength=(1.0 if fine else 0.80) if wet else 0.04 + gloss,
            streak=0.09 if fine else 0.05,
        )
    )
    stage.behind.append(_kerb(setup, horizon))
    stage.behind.append(_trees(setup, horizon))
    if setup.weather.lies == "leaves":
        stage.behind.append(litter(setup, line - 0.08 * setup.unit))
    corner = _lamp(setup)
    stage.front.append(corner)
    foot, head = line + 0.11 * setup.unit - corner.y, 0.21 * height
    stage.lamps.append(Posts(corner, [(0.38 * setup.unit, foot)], foot - head, reach=0.62, air=0.3 * fine))
    return stage


def _lights(setup: Setup, horizon: float, depth: float) -> Layer:
    """Signs and lamps far out of focus: round bokeh above the street."""
    rng, light, unit = setup.rng, setup.light, setup.unit
    margin, width = span(setup, depth)
    high = int(0.55 * unit)
    total = np.zeros((high, width, 3), np.float32)
    count = int((46 if setup.fine else 34) * width / unit * 0.55 * light.lamps)
    palette = NEONS if setup.scene.style == "neon" else (*WINDOWS, *NEONS[:3])
    for _ in range(count):
        radius = max(int(rng.uniform(0.008, 0.036) * unit), 1)
        x, y = (
            int(rng.integers(radius, width - radius)),
            int(high - radius - rng.random() ** 1.8 * (high - 3 * radius)),
        )
        colour = palette[int(rng.integers(len(palette)))]
        disc = cv2.circle(
            np.zeros((2 * radius + 4, 2 * radius + 4), np.float32), (radius + 2, radius + 2), radius, 1.0, -1
        )
        ring = (
            cv2.GaussianBlur(disc, (0, 0), max(radius * 0.07, 0.6)) * 0.8
            + cv2.GaussianBlur(disc, (0, 0), radius * 0.35) * 0.2
        )
        part = total[max(y - radius - 2, 0) : y + radius + 2, max(x - radius - 2, 0) : x + radius + 2]
        part += (
            ring[: part.shape[0], : part.shape[1], None]
            * np.array(colour, np.float32)
            * rng.uniform(0.18, 0.62)
        )
    red, green, blue = cv2.split(total)
    alpha = np.clip(cv2.max(cv2.max(red, green), blue) / 255, 0, 1) * 0.25
    art = np.dstack([np.clip(total, 0, 255), alpha * 255]).astype(np.uint8)
    art[..., :3] = np.minimum(art[..., :3], 255)
    return Layer(art, -margin, horizon - high + int(0.01 * unit), depth, unit, wraps=True)


def _asphalt(setup: Setup, horizon: float) -> Raster:
    """The street's own surface below the horizon: dark, rough, with lane paint in perspective."""
    light = setup.light
    width = setup.size.width
    high = int(setup.size.height - horizon) + int(0.2 * setup.unit)
    near = np.linspace(0, 1, high, dtype=np.float32)[:, None]
    grain = cv2.resize(noise(setup.rng, width // 2, high, 14, 4), (width, high))
    rows = np.array(light.far((96, 96, 106), 0.55), np.float32) * (1 - near)[..., None]
    rows = rows + np.array(light.far((74, 74, 84), 0.05), np.float32) * near[..., None]
    # The shop windows light what lies before them.
    shown = 0.15 if setup.weather.lies == "wet" else 0.6
    shine = 1 + light.lamps * shown * np.exp(-near * 8)[..., None] * np.array((1.0, 0.72, 0.4), np.float32)
    picture = rows * shine * (0.93 + 0.14 * grain)[..., None]
    paint = light.far((226, 224, 214), 0.1)
    # Unbroken: the street is painted once, and a camera that goes along it moves nothing that repeats.
    line = np.exp(-(((near - 0.62) / 0.010) ** 4)) * (0.30 + 0.4 * grain)
    picture += line[..., None] * (np.array(paint, np.float32) - picture)
    if setup.weather.lies == "snow":
        _snowed(picture, setup, near, grain)
    return to_bytes(picture, setup.rng)


def _snowed(picture: Raster, setup: Setup, near: Raster, grain: Raster) -> None:
    """Cover the street with snow, but for the ruts of wheels."""
    ruts = sum(np.exp(-(((near - at) / wide) ** 2)) for at, wide in _RUTS)
    cover = np.clip(1.02 - 0.62 * ruts * (0.35 + grain) + 0.12 * (grain - 0.5), 0, 1)[..., None]
    far, close = (np.array(setup.light.far(WHITE, away), np.float32) for away in (0.5, 0.05))
    white = (far + (close - far) * near[..., None]) * (0.95 + 0.08 * grain)[..., None]
    picture += cover * (white - picture)


def _kerb(setup: Setup, horizon: float) -> Layer:
    """The far pavement: a thin light edge where houses meet the street."""
    unit = setup.unit
    margin, width = span(setup, 0.5)
    high = max(int(0.022 * unit), 4)
    stone = setup.light.far(WHITE if setup.weather.lies == "snow" else (150, 146, 150), 0.35)
    rows = np.array(stone, np.float32) * np.linspace(0.75, 1.0, high, dtype=np.float32)[:, None, None]
    colour = np.repeat(rows, width, axis=1)
    colour[int(high * 0.75) :] *= 0.45
    return Layer(
        premultiplied(colour, np.ones((high, width), np.float32) * 0.92),
        -margin,
        horizon - high * 0.6,
        0.5,
        unit,
        wraps=True,
    )


def _trees(setup: Setup, horizon: float) -> Layer | Swaying:
    """Trees along the far pavement, as the season leaves them; by night they are shapes before the lights."""
    light, lies = setup.light, setup.weather.lies
    leaf: Colour = (196, 116, 46) if lies == "leaves" else (88, 138, 70)
    white = light.far((240, 244, 252), 0.3) if lies == "snow" else None
    side = 0.6 if light.sun_at[0] > 0.5 else -0.6
    leafy = {"leaves": 0.5, "snow": 0.0}.get(lies, 1.0)
    tree = broadleaf(light.far(leaf, 0.3), light.far((84, 66, 56), 0.3), leafy=leafy, snow=white, side=side)
    soft = 0.001 + 0.004 * light.lamps
    return row(
        setup,
        horizon + 0.006 * setup.unit,
        0.27,
        tree,
        depth=0.5,
        gap=1.0,
        soft=soft,
        uneven=0.25,
        bends=0.1,
    )


def _lamp(setup: Setup) -> Layer:
    """A street lamp near the camera, to one side and out of focus, with its cone of light."""
    light, unit = setup.light, setup.unit
    high, wide = int(setup.size.height * 1.15), int(0.62 * unit)
    colour = np.zeros((high, wide, 3), np.float32)
    alpha = np.zeros((high, wide), np.float32)
    pole_x, head = int(wide * 0.42), int(high * 0.16)
    thick = max(int(0.016 * unit), 2)
    cv2.line(alpha, (pole_x, high), (pole_x, head), 1.0, thick)
    cv2.ellipse(
        alpha,
        (pole_x + int(0.06 * unit), head),
        (int(0.06 * unit), int(0.05 * unit)),
        0,
        180,
        360,
        1.0,
        max(thick // 2, 1),
    )
    colour[:] = light.far((34, 34, 42), 0.1)
    art = blur(premultiplied(colour, alpha), 0.004 * unit)
    if light.lamps > 0.2:
        centre = (pole_x + int(0.12 * unit), head + int(0.02 * unit))
        for radius, strength in ((int(0.24 * unit), 0.55), (int(0.05 * unit), 1.0)):
            halo = glow(radius, 2.0) * strength * light.lamps
            y0, x0 = centre[1] - radius, centre[0] - radius
            part = art[max(y0, 0) : y0 + 2 * radius, max(x0, 0) : x0 + 2 * radius]
            piece = halo[max(-y0, 0) :, max(-x0, 0) :][: part.shape[0], : part.shape[1]]
            lit = part[..., :3].astype(np.float32) + piece[..., None] * np.array((255, 200, 130), np.float32)
            part[..., :3] = np.clip(lit, 0, 255)
            part[..., 3] = np.clip(part[..., 3] + piece * 60, 0, 255)
    return Layer(art, -0.06 * unit, -0.04 * setup.size.height, 1.5, unit)


def lit(light: Light) -> Light:
    """Street lamps outline whatever stands before them."""
    return replace(light, rim=(255.0, 186.0, 110.0)) if light.lamps else light


PLACE = Place(
    name="city",
    words=(
        "city", "street", "alley", "alleyway", "downtown", "urban", "skyline", "sidewalk", "town", "plaza",
        "rooftop", "roof", "crosswalk", "intersection", "boulevard", "avenue",
        "square", "station", "train station", "subway station", "subway", "metro station", "parking lot",
        "skyscraper", "skyscrapers", "traffic", "cityscape", "metropolis", "tokyo", "new york", "paris",
        "london", "shanghai", "beijing", "hong kong", "venice", "los angeles", "marrakech", "las vegas",
        "chicago", "mumbai", "berlin",
        "城市", "街道", "街头", "街上", "都市", "市中心", "小巷", "巷子", "大街", "街", "街角",
        "广场", "楼顶", "屋顶", "天台", "车站", "火车站", "地铁站", "十字路口",
        "高楼", "摩天大楼", "上海", "北京", "东京", "香港", "纽约", "巴黎", "伦敦", "过马路",
    ),
    hints=("neon lights", "traffic lights", "路灯"),
    build=build,
    bed=Bed(((40, 0), (110, -2), (300, -12), (1000, -22), (5000, -42)), 0.060, 6.0, 0.25),
    light=lit,
)  # fmt: skip
