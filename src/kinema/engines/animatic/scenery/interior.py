"""Interiors: a wall with a window on the hour and the weather, a floor, and furnishings in three planes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import skia

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.light import TIMES, Light
from kinema.engines.animatic.raster import Colour, Raster, blur, mix, noise, thrice, times
from kinema.engines.animatic.scenery.outside import DEPTH, Outside, Plan, Window
from kinema.engines.animatic.scenery.pen import Furnishing, Pen
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.stage import Floor, Setup, Stage

WARM: Colour = (255, 190, 112)
COOL: Colour = (226, 236, 255)


@dataclass(frozen=True)
class Interior:
    """What a room is made of, and what stands where: `against` the wall, `standing` on the floor before it,
    and `near` the camera. Walls are chosen from by chance; `dim` is how bright they are by lamplight, before
    each lamp adds its own."""

    walls: tuple[Colour, ...]
    ground: Colour
    window: Window
    against: tuple[Furnishing, ...]
    standing: tuple[Furnishing, ...] = ()
    near: tuple[Furnishing, ...] = ()
    laid: str = "boards"
    tiled: float = 0.0
    """How high tiles go up the wall, in short sides."""
    lamp: Colour = WARM
    dim: float = 0.66


def lit(light: Light) -> Light:
    """By lamplight whoever is inside is warm and bright; what is outside stays as dark as it is."""
    return replace(
        light,
        ambient=mix(light.ambient, (0.94, 0.82, 0.70), 0.85 * light.lamps),
        rim=mix(light.rim, (255, 206, 148), 0.8 * light.lamps),
        shade=0.0,
    )


def interior(setup: Setup, room: Interior, *, extra: Sequence[Furnishing] = ()) -> Stage:
    """A room seen from inside, one way round or the other."""
    setup = setup.own()
    rng, unit, height = setup.rng, setup.unit, setup.size.height
    portrait = setup.size.is_portrait
    horizon = height * (0.68 if not portrait else 0.70)
    line = horizon + (0.56 if not portrait else 0.40) * (height - horizon)
    side = 1.0 if rng.random() < 0.6 else -1.0
    plan = Plan(setup, horizon, side, 1.14 if portrait else 1.0, 0.82 if portrait else 1.0)
    mirror = 0.10 if room.laid != "carpet" else 0.0
    stage = Stage(Floor(horizon, line, "stone", mirror=mirror), rays=False, walled=True)
    fittings = (*room.against, *extra)
    lamps = [spot for one in (*fittings, *room.standing) for spot in plan.lamps(one)]
    stage.behind.append(Outside(plan, room.window))
    stage.behind.append(_wall(plan, room, fittings, lamps))
    moving = [plan.moving(one) for one in (*fittings, *room.standing) if one.moves]
    if room.standing:
        stage.behind.append(_plane(plan, room, room.standing, lamps, base=horizon + 0.075 * unit, depth=0.8))
    stage.behind.extend(moving)
    if room.near:
        stage.front.append(
            _plane(plan, room, room.near, [], base=height + 0.13 * unit, depth=1.4, scale=1.7, soft=0.007)
        )
    return stage


def _canvas(plan: Plan, rows: int, width: int, foot: tuple[float, float], scale: float) -> tuple[Raster, Pen]:
    """A transparent sheet, and a pen whose lengths are short sides over `foot` pixels."""
    art: Raster = np.zeros((rows, width, 4), np.uint8)
    canvas = skia.Surface(art).getCanvas()
    canvas.translate(*foot)
    canvas.scale(plan.setup.unit, plan.setup.unit)
    return art, Pen(canvas, plan.side, scale)


def _wall(
    plan: Plan, room: Interior, fittings: Sequence[Furnishing], lamps: list[tuple[float, float, float]]
) -> Layer:
    """Wall, floor and all that stands at the wall, with a hole where the window is."""
    setup, unit = plan.setup, plan.setup.unit
    rng = setup.rng
    margin, width = span(setup, DEPTH)
    rows = setup.size.height + 2 * margin
    foot = (margin + setup.size.width / 2, margin + plan.horizon)
    wall = room.walls[int(rng.integers(len(room.walls)))]
    art, pen = _canvas(plan, rows, width, foot, plan.scale)
    far, deep = width / unit, rows / unit
    ceiling = -1.06 * plan.scale
    pen.slab(-far, -deep, 2 * far, deep, wall, 0.05)
    pen.slab(-far, -deep, 2 * far, deep + ceiling, mix(wall, (255, 255, 255), 0.55), 0.04)
    pen.slab(-far, ceiling, 2 * far, 0.03, mix(wall, (255, 255, 255), 0.7))
    if room.tiled:
        _tiles(pen, far, room.tiled * plan.scale, mix(wall, (255, 255, 255), 0.55))
    pen.slab(-far, -0.035, 2 * far, 0.035, mix(wall, (255, 255, 255), 0.45))
    grain = noise(rng, width, rows, 0.12 * unit, 3)
    level = int(foot[1])
    _floor(art, level, room, rng, unit)
    _daylight(art, plan, room.window, level, margin)
    hole = room.window
    pen.opening(hole.x * plan.close, hole.sill, hole.wide, hole.high, hole.bars, hole.curtains)
    for one in fittings:
        pen.put(one, plan.close, setup.rng)
    lights = _lighting(plan, room, (rows, width), (margin, margin), lamps)
    lights *= thrice(0.96 + 0.08 * grain)
    art = _shaded(art, lights)
    _lamplight(art, plan, room, lamps, margin)
    return Layer(blur(art, 0.0008 * unit), -margin, -margin, DEPTH, unit)


def _lamplight(
    art: Raster, plan: Plan, room: Interior, lamps: list[tuple[float, float, float]], margin: int
) -> None:
    """The shine of the lamps themselves, where they burn."""
    power = plan.setup.light.lamps
    if power < 0.2:
        return
    for x, y, strength in lamps:
        reach = max(int(0.16 * plan.setup.unit), 4)
        left, top = int(x + margin) - reach, int(y + margin) - reach
        part = art[max(top, 0) : top + 2 * reach, max(left, 0) : left + 2 * reach]
        if not part.size:
            continue
        yy, xx = np.mgrid[0 : part.shape[0], 0 : part.shape[1]].astype(np.float32)
        away = np.hypot(xx + max(left, 0) - left - reach, yy + max(top, 0) - top - reach) / reach
        shine = np.clip(1 - away, 0, 1) ** 2.2 * strength * power * 0.55
        lit_up = part[..., :3] + shine[..., None] * np.array(room.lamp, np.float32)
        part[..., :3] = np.minimum(lit_up, part[..., 3:])


def _plane(
    plan: Plan,
    room: Interior,
    pieces: Sequence[Furnishing],
    lamps: list[tuple[float, float, float]],
    *,
    base: float,
    depth: float,
    scale: float = 1.1,
    soft: float = 0.0009,
) -> Layer:
    """Furnishings that stand free."""
    setup, unit = plan.setup, plan.setup.unit
    margin, width = span(setup, depth)
    top = int(base - 0.60 * unit * scale * plan.scale)
    rows = int(base + 0.36 * unit) - top
    art, pen = _canvas(plan, rows, width, (margin + setup.size.width / 2, base - top), plan.scale * scale)
    for one in pieces:
        pen.put(one, plan.close, setup.rng)
    lights = _lighting(plan, room, (rows, width), (margin, -top), lamps) * np.float32(
        0.62 if depth > 1 else 1.0
    )
    art = _shaded(art, lights)
    return Layer(blur(art, soft * unit), -margin, top, depth, unit)


def _shaded(art: Raster, lights: Raster) -> Raster:
    """Premultiplied art, times factors of light."""
    alpha = cv2.extractChannel(art, 3)
    lit_up = cv2.multiply(cv2.cvtColor(art, cv2.COLOR_RGBA2RGB), lights, dtype=cv2.CV_8U)
    return cv2.merge([cv2.min(channel, alpha) for channel in cv2.split(lit_up)] + [alpha])


def _lighting(
    plan: Plan,
    room: Interior,
    shape: tuple[int, int],
    origin: tuple[int, int],
    lamps: list[tuple[float, float, float]],
) -> Raster:
    """Factors of light over art, whose pixel `origin` is the frame's first: the window's and the lamps'."""
    setup, unit, light = plan.setup, plan.setup.unit, plan.setup.light
    shrink = 8
    rows, width = shape[0] // shrink + 2, shape[1] // shrink + 2
    y, x = np.mgrid[0:rows, 0:width].astype(np.float32) * shrink
    x, y = x - origin[0], y - origin[1]
    hour = TIMES[setup.scene.time]
    day = times(hour.ambient, 0.90 if setup.weather.veils else 0.97)
    tint = max(room.lamp)
    glow: Colour = times(room.lamp, 1 / tint)
    base = mix(day, times(mix(glow, (1.0, 1.0, 1.0), 0.55), room.dim), light.lamps)
    total = np.empty((rows, width, 3), np.float32)
    total[:] = base
    at = plan.at(room.window.x, room.window.sill + room.window.high / 2)
    near = np.exp(-(((x - at[0]) / unit) ** 2 + ((y - at[1]) / unit) ** 2) / 0.40)
    sky = np.array(mix(light.sky[1], light.sun, 0.65), np.float32) / 255
    total *= 0.82 + 0.18 * near[..., None] * (1 - 0.6 * light.lamps)
    total += (near * 0.10 * (1 - light.stars) ** 0.5)[..., None] * sky if light.stars < 1 else 0
    for lx, ly, power in lamps:
        reach = np.exp(-np.sqrt(((x - lx) / unit) ** 2 + ((y - ly) / unit) ** 2) / 0.30)
        total += (reach * power * light.lamps * 0.85)[..., None] * np.array(glow, np.float32)
    return cv2.resize(total, (width * shrink, rows * shrink))[: shape[0], : shape[1]].copy()


def _tiles(pen: Pen, far: float, high: float, colour: Colour) -> None:
    """Glazed tiles up to a height."""
    pen.slab(-far, -high, 2 * far, high, colour, 0.02)
    joint, step = times(colour, 0.86), 0.052
    for n in range(int(high / step) + 1):
        pen.stroke([(-far, -n * step), (far, -n * step)], 0.003, joint)
    for n in range(int(2 * far / step)):
        pen.stroke([(-far + n * step, 0), (-far + n * step, -high)], 0.003, joint)
    pen.slab(-far, -high - 0.012, 2 * far, 0.014, times(colour, 0.82))


def _floor(art: Raster, level: int, room: Interior, rng: np.random.Generator, unit: float) -> None:
    """Boards, tiles or carpet in perspective, darker where it meets the wall."""
    rows, width = art.shape[0] - level, art.shape[1]
    y = (np.arange(rows, dtype=np.float32)[:, None] + 0.5) / unit
    scale = 0.30 + 1.25 * y
    x = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / unit / scale
    deep = np.log(scale / 0.30)
    colour = np.array(room.ground, np.float32)
    tone = np.ones((rows, width), np.float32)
    if room.laid == "boards":
        lane = x / 0.16
        board = np.floor(lane).astype(int) % 53
        long = np.floor(deep * 2.1 + rng.random(53)[board] * 3).astype(int) % 31
        tone = rng.uniform(0.86, 1.07, (53, 31)).astype(np.float32)[board, long]
        tone *= 1 - 0.30 * np.exp(-(((lane % 1.0) - 0.02) ** 2) / 0.0010)
        tone *= 0.95 + 0.10 * cv2.resize(noise(rng, max(width // 6, 4), rows, 10, 3), (width, rows))
    elif room.laid == "tiles":
        square = (np.floor(x / 0.24) + np.floor(deep * 2.6)).astype(int) % 2
        tone = np.where(square == 0, 1.0, 0.86).astype(np.float32)
    else:
        tone = 0.93 + 0.14 * rng.random((rows, width), dtype=np.float32)
    tone = tone * (0.80 + 0.30 * np.clip(y / 0.35, 0, 1))
    art[level:, :, :3] = np.clip(colour * tone[..., None], 0, 255)
    art[level:, :, 3] = 255


def _daylight(art: Raster, plan: Plan, window: Window, level: int, margin: int) -> None:
    """The window's light, lying on the floor, while the sun or the moon gives any."""
    setup, unit = plan.setup, plan.setup.unit
    light = setup.light
    strength = (0.10 if setup.weather.veils else 0.34) * (1 - 0.8 * light.lamps)
    if strength < 0.03:
        return
    x = plan.at(window.x, 0)[0] + margin
    half, slant = window.wide * plan.scale * unit / 2, -plan.side * 0.22 * unit
    mask = np.zeros(art.shape[:2], np.uint8)
    columns, gap = window.bars[0], 0.012 * unit
    for n in range(columns):
        left = x - half + 2 * half * n / columns + gap
        right = x - half + 2 * half * (n + 1) / columns - gap
        near, deep = level + 0.05 * unit, level + 0.24 * unit
        wide = 1.25
        points = [
            (left + 0.2 * slant, near),
            (right + 0.2 * slant, near),
            (x + (right - x) * wide + slant, deep),
            (x + (left - x) * wide + slant, deep),
        ]
        cv2.fillPoly(mask, [np.array(points, np.int32)], 255, cv2.LINE_AA)
    soft = blur(mask, 0.006 * unit)[level:, :, None].astype(np.float32) / 255 * strength
    part = art[level:, :, :3]
    part[:] = np.clip(part * (1 + 0.8 * soft) + soft * np.array(light.sun, np.float32) * 0.35, 0, 255)
