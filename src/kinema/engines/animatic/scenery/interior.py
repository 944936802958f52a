"""Interiors: a wall with a window on the hour and the weather, a floor, and furnishings in three planes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import skia

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.light import TIMES, Light
from kinema.engines.animatic.raster import Colour, Raster, blur, mix, noise, times
from kinema.engines.animatic.scenery.blocks import blocks
from kinema.engines.animatic.scenery.flora import row
from kinema.engines.animatic.scenery.furnishings import Furnishing, Pen
from kinema.engines.animatic.scenery.heavens import heavens
from kinema.engines.animatic.scenery.relief import ridge, span
from kinema.engines.animatic.scenery.trees import broadleaf
from kinema.engines.animatic.stage import Element, Floor, Setup, Shot, Stage, draw_all
from kinema.videos.size import Size

_DEPTH = 0.6
"""How much the wall follows the camera."""
WARM: Colour = (255, 190, 112)
COOL: Colour = (226, 236, 255)


@dataclass(frozen=True)
class Window:
    """Where it is on the wall (its middle, and its sill over the floor), what is seen through it (a garden or
    a city) and its curtains, if any. Lengths are short sides."""

    x: float
    sill: float = 0.24
    wide: float = 0.44
    high: float = 0.36
    view: str = "garden"
    curtains: Colour | None = None
    bars: tuple[int, int] = (2, 2)


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
    plan = _Plan(setup, horizon, side, 1.22 if portrait else 1.0, 0.70 if portrait else 1.0)
    stage = Stage(Floor(horizon, line, "stone", mirror=0.10 if room.laid != "carpet" else 0.0), rays=False)
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


@dataclass(frozen=True)
class _Plan:
    """How the room lies in the frame: which way round, how large its things are and how close together."""

    setup: Setup
    horizon: float
    side: float
    scale: float
    close: float

    def at(self, x: float, up: float) -> tuple[float, float]:
        """A place on the wall in pixels of the frame."""
        unit = self.setup.unit
        return (
            self.setup.size.width / 2 + self.side * x * self.close * unit,
            self.horizon - up * self.scale * unit,
        )

    def lamps(self, one: Furnishing) -> list[tuple[float, float, float]]:
        """Where a furnishing gives light, in pixels, and how much."""
        reach = self.scale * self.setup.unit
        x, y = self.at(one.x, one.up)
        return [(x + self.side * dx * reach, y - dy * reach, power) for dx, dy, power in one.lights]

    def moving(self, one: Furnishing) -> Element:
        """What moves of a furnishing."""
        assert one.moves
        return one.moves(self.setup, self.at(one.x, one.up), self.scale * self.setup.unit, self.side)


class Outside:
    """What is seen through the window: a small picture of its own, with its sky and its weather."""

    def __init__(self, plan: _Plan, window: Window) -> None:
        setup, unit = plan.setup, plan.setup.unit
        hour = TIMES[setup.scene.time]
        wide, high = (max(int(part * plan.scale * unit / 2) * 2, 32) for part in (window.wide, window.high))
        self._size = (wide, high)
        self._x, self._y = plan.at(window.x, window.sill + window.high)
        self._x -= wide / 2
        self._unit = unit
        inner = replace(
            setup, size=Size(wide, high), light=replace(setup.light, ambient=hour.ambient, rim=hour.rim)
        )
        level = 0.80 * high
        self._elements: list[Element] = [heavens(inner, level)]
        if window.view == "city":
            near = {"tall": (0.14, 0.6), "wide": (0.10, 0.2)}
            self._elements.append(blocks(inner, high, depth=0.2, far=0.75, soft=0.004, **near))
            self._elements.append(blocks(inner, high * 1.12, depth=0.4, far=0.3, soft=0.004, **near))
        else:
            self._elements += _garden(inner, level)
        if setup.weather.backdrop:
            self._elements += setup.weather.backdrop(inner)
        if setup.weather.air:
            self._elements += setup.weather.air(inner, None, 0.0)

    def draw(self, shot: Shot) -> None:
        """Draw it small, and place it where the window is."""
        wide, high = self._size
        picture: Raster = np.zeros((high, wide, 3), np.uint8)
        draw_all(self._elements, picture, shot.t, View(0.8 * shot.view.aside(1.0)))
        zoom = 1 + (shot.view.zoom - 1) * _DEPTH
        height, width = shot.frame.shape[:2]
        drift = ((shot.view.x + shot.view.travel) * _DEPTH + shot.view.turn) * self._unit
        left = width / 2 + zoom * (self._x - drift - width / 2)
        top = height / 2 + zoom * (self._y - shot.view.y * _DEPTH * self._unit - height / 2)
        x, y, right, bottom = (
            int(left) - 1,
            int(top) - 1,
            int(left + zoom * wide) + 2,
            int(top + zoom * high) + 2,
        )
        first, above, last, below = max(x, 0), max(y, 0), min(right, width), min(bottom, height)
        if first >= last or above >= below:
            return
        matrix = np.array([[zoom, 0, left - first], [0, zoom, top - above]], np.float32)
        shot.frame[above:below, first:last] = cv2.warpAffine(
            picture, matrix, (last - first, below - above), borderMode=cv2.BORDER_REPLICATE
        )


def _garden(setup: Setup, level: float) -> list[Element]:
    """A hill and trees, as the season leaves them."""
    light, lies = setup.light, setup.weather.lies
    snowy = lies == "snow"
    green: Colour = (238, 242, 250) if snowy else (176, 150, 76) if lies == "leaves" else (126, 172, 82)
    leaf: Colour = (206, 120, 44) if lies == "leaves" else (84, 138, 68)
    white = light.far((242, 246, 252), 0.3) if snowy else None
    tree = broadleaf(
        light.far(leaf, 0.3), light.far((92, 70, 54), 0.3), leafy=0.0 if snowy else 1.0, snow=white, side=1.0
    )
    return [
        ridge(setup, level, 0.14, mix(green, (110, 142, 130), 0.4), depth=0.2, far=0.7, period=1.4),
        row(setup, level + 0.10 * setup.unit, 0.42, tree, depth=0.3, gap=0.55, bends=0.14),
        ridge(setup, level + 0.10 * setup.unit, 0.05, green, depth=0.4, far=0.2, period=1.2),
    ]


def _canvas(
    plan: _Plan, rows: int, width: int, foot: tuple[float, float], scale: float
) -> tuple[Raster, Pen]:
    """A transparent sheet, and a pen whose lengths are short sides over `foot` pixels."""
    art: Raster = np.zeros((rows, width, 4), np.uint8)
    canvas = skia.Surface(art).getCanvas()
    canvas.translate(*foot)
    canvas.scale(plan.setup.unit, plan.setup.unit)
    return art, Pen(canvas, plan.side, scale)


def _wall(
    plan: _Plan, room: Interior, fittings: Sequence[Furnishing], lamps: list[tuple[float, float, float]]
) -> Layer:
    """Wall, floor and all that stands at the wall, with a hole where the window is."""
    setup, unit = plan.setup, plan.setup.unit
    rng = setup.rng
    margin, width = span(setup, _DEPTH)
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
    lights *= (0.96 + 0.08 * grain)[..., None]
    art[..., :3] = np.clip(art[..., :3] * lights, 0, 255)
    art[..., :3] = np.minimum(art[..., :3], art[..., 3:])
    _lamplight(art, plan, room, lamps, margin)
    return Layer(blur(art, 0.0008 * unit), -margin, -margin, _DEPTH, unit)


def _lamplight(
    art: Raster, plan: _Plan, room: Interior, lamps: list[tuple[float, float, float]], margin: int
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
    plan: _Plan,
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
    top = int(base - 0.98 * unit * scale)
    rows = int(base + 0.30 * unit) - top
    art, pen = _canvas(plan, rows, width, (margin + setup.size.width / 2, base - top), plan.scale * scale)
    for one in pieces:
        pen.put(one, plan.close, setup.rng)
    lights = _lighting(plan, room, (rows, width), (margin, -top), lamps) * (0.62 if depth > 1 else 1.0)
    art[..., :3] = np.clip(art[..., :3] * lights, 0, 255)
    art[..., :3] = np.minimum(art[..., :3], art[..., 3:])
    return Layer(blur(art, soft * unit), -margin, top, depth, unit)


def _lighting(
    plan: _Plan,
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
    return cv2.resize(total, (width * shrink, rows * shrink))[: shape[0], : shape[1]]


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


def _daylight(art: Raster, plan: _Plan, window: Window, level: int, margin: int) -> None:
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
