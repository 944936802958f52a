"""A beach: waves that break and run up wet sand, a headland, dunes with grass, parasols or palms."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import (
    WAVES,
    Colour,
    Element,
    Floor,
    Place,
    Setup,
    Shot,
    Stage,
    grass,
    ground,
    gulls,
    heavens,
    mix,
    noise,
    palm,
    profile,
    ridge,
    row,
    times,
)
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.coast import CLOTH, headland, lighthouse, parasol
from kinema.engines.animatic.scenery.moving import Birds
from kinema.engines.animatic.scenery.seasons import WHITE
from kinema.engines.animatic.scenery.waters import Glitter, Swell, open_sea, wash

SAND: tuple[Colour, Colour] = ((244, 220, 174), (214, 176, 124))
SNOW: tuple[Colour, Colour] = ((238, 240, 244), (196, 200, 214))
_DEPTH = 0.9


def build(setup: Setup) -> Stage:
    """Where sea and sand meet, seen from the sand."""
    height, unit, light = setup.size.height, setup.unit, setup.light
    portrait, snowy = setup.size.is_portrait, setup.weather.lies == "snow"
    horizon = height * 0.52
    shore = horizon + 0.38 * (height - horizon)
    line = height * (0.80 if portrait else 0.87)
    flipped, tropical = (bool(chance < 0.5) for chance in setup.rng.random(2))
    stage = Stage(Floor(horizon, line, "snow" if snowy else "sand", shore=shore), water=shore + 0.012 * unit)
    add = stage.behind.append
    add(heavens(setup, horizon))
    add(ridge(setup, horizon + 0.004 * unit, 0.07, (84, 120, 124), depth=0.14, far=0.85, period=1.4,
              down=horizon + 0.012 * unit))  # fmt: skip
    add(_cape(setup, horizon + 0.008 * unit, flipped=flipped))
    add(open_sea(setup, horizon, strength=0.60, streak=0.012, ripple=0.5))
    add(Swell(setup, horizon, 0.30 + setup.weather.wind, 0.5))
    add(Glitter(setup, horizon))
    add(Birds(setup, horizon - 0.24 * unit))
    add(ground(setup, shore, *(SNOW if snowy else SAND), depth=_DEPTH, high=0.012, speckle=0.12))
    add(Surf(setup, shore))
    add(_dune(setup, line - 0.055 * unit, flipped=flipped))
    surfing = any(subject.action == "surf" for subject in setup.scene.subjects)
    if surfing:  # whose wave is where they stand
        return stage
    if tropical:
        leaf, wood = light.far((52, 112, 62), 0.08), light.far((124, 94, 68), 0.08)
        add(row(setup, line - 0.05 * unit, 0.78, palm(leaf, wood), bends=0.25, depth=0.92, gap=1.25))
    elif not snowy and light.stars < 0.5 and setup.weather.lies != "wet":
        add(_parasols(setup, line - 0.045 * unit, flipped=flipped))
    return stage


def _cape(setup: Setup, base: float, *, flipped: bool) -> Element:
    """The headland at the end of the bay, with a lighthouse on it."""
    board = Board(setup, base, 0.42, depth=0.24, far=0.46, mirrored=flipped)
    rng, way = board.rng, board.way
    tip, high = board.across(rng.uniform(0.66, 0.72)), rng.uniform(0.11, 0.15)
    if not any(subject.name == "lighthouse" for subject in setup.scene.subjects):
        lighthouse(board, tip + way * 0.22, 0.17, 0.60 * high)
    headland(board, tip, 0.85, high, way)
    return board.layer()


def _dune(setup: Setup, base: float, *, flipped: bool) -> Element:
    """A dune at one side with marram grass on it."""
    board = Board(setup, base, 0.34, depth=0.94, far=0.05, mirrored=flipped)
    rng, way = board.rng, board.way
    sand, deep = SNOW if board.snowy else SAND
    x, long, high = board.across(rng.uniform(0.20, 0.28)), 0.80, rng.uniform(0.11, 0.15)
    crest = [(x - way * long * k / 24, high * math.sin(math.pi / 2 * k / 24) ** 1.6) for k in range(25)]
    back = crest[-1][0] - way * 0.30
    board.shape([*crest, (back, 0.6 * high), (back - way * 0.25, -0.01), (x, -0.012)], mix(sand, deep, 0.25))
    sunny = board.sunny == way
    shade = [(px - way * 0.05, 0.55 * py) for px, py in crest[6:]]
    tone = mix(sand, deep, 0.75) if sunny else mix(sand, WHITE, 0.18)
    board.shape([*shade, (back, 0.3 * high), (back - way * 0.2, -0.01), (crest[6][0], -0.01)], tone)
    blade = grass(setup.light.far((206, 200, 176) if board.snowy else (136, 150, 84), 0.05))
    for _ in range(34):
        k = int(rng.integers(7, 25))
        px, py = crest[k]
        board.plant(
            blade,
            px - way * rng.uniform(0, 0.06),
            rng.uniform(0.045, 0.085),
            py * rng.uniform(0.80, 0.99) - 0.004,
        )
    return board.layer(soft=0.0008, grain=0.08)


def _parasols(setup: Setup, base: float, *, flipped: bool) -> Element:
    board = Board(setup, base, 0.34, depth=0.96, far=0.03, mirrored=flipped)
    rng = board.rng
    colours = rng.permutation(len(CLOTH))
    x = board.across(rng.uniform(0.80, 0.88))
    for n in range(2 + int(rng.integers(2))):
        parasol(board, x + board.way * 0.44 * n, rng.uniform(0.24, 0.29), CLOTH[int(colours[n])])
    parasol(board, board.across(0.36), 0.22, CLOTH[int(colours[3])])
    return board.layer()


class Surf:
    """Waves that rise, break into foam and run up the sand, which they leave wet."""

    def __init__(self, setup: Setup, shore: float) -> None:
        self._setup = setup
        self._shore = shore
        unit, width = setup.unit, setup.size.width
        self._edge = profile(setup.rng, 2 * width, 0.55 * unit, 0.45) * 0.016 * unit
        self._lace = noise(setup.rng, 2 * width // 2, int(0.2 * unit), 0.020 * unit, 3)
        light = setup.light
        self._foam = light.far((250, 252, 255), 0.04)
        self._wet = times(mix(light.far(SAND[1], 0.0), light.sky[1], 0.22), 0.70)
        self._shallow = mix(light.far((96, 176, 180), 0.05), light.sky[1], 0.35)
        self._deep = mix(light.far((30, 104, 122), 0.05), light.sky[0], 0.20)

    def drift(self, before: Shot, after: Shot) -> float:
        """The foam runs slowly, and is soft."""
        return (
            16 * (after.t - before.t) + abs(after.view.aside(0.9) - before.view.aside(0.9)) * self._setup.unit
        )

    def draw(self, shot: Shot) -> None:
        """Wet sand, the water on it, the breakers and their foam, as they are now."""
        width, height, unit = *self._setup.size, self._setup.unit
        zoom = 1 + (shot.view.zoom - 1) * _DEPTH
        level = height / 2 + zoom * (self._shore - shot.view.y * _DEPTH * unit - height / 2)
        rows, above = int(0.26 * unit) // 2, 0.13 * unit
        columns = np.arange((width + 3) // 4, dtype=np.float32) * 4
        x = (columns - width / 2) / zoom + width / 2 + shot.view.aside(_DEPTH) * unit
        edge = self._edge[(x.astype(int)) % len(self._edge)][None, :]
        y = (np.arange(rows, dtype=np.float32)[:, None] * 2 - above) / zoom
        lace = self._lace[
            np.arange(rows)[:, None] % len(self._lace), (x.astype(int) // 2 % self._lace.shape[1])[None, :]
        ]
        run = 0.036 + 0.024 * math.sin(1.05 * shot.t) + 0.006 * math.sin(2.3 * shot.t + 1)
        reach = run * unit + edge
        fringe = 1.2 + 0.0035 * unit
        wet = _step((0.072 * unit + 0.8 * edge - y) / (0.012 * unit)) * _step((y + 0.004 * unit) / fringe)
        sheet = _step((reach - y) / fringe)
        thin = np.clip((reach - y) / (0.075 * unit), 0, 1) * sheet
        foam = np.exp(-(((y - reach) / (0.0050 * unit)) ** 2)) * (0.55 + 0.7 * lace)
        foam += sheet * _step((lace - 0.60) * 9) * np.clip(1 - (reach - y) / (0.05 * unit), 0, 1) * 0.75
        face = np.zeros_like(foam)
        for n in range(3):  # breakers, each on its way in
            age = (shot.t / 6.3 + n / 3) % 1.0
            at = (
                (-0.115 + 0.150 * age**0.9) * unit
                + edge * (0.3 + 0.7 * age)
                + 0.25 * self._edge[(x.astype(int) * 2 + 911 * n) % len(self._edge)][None, :]
            )
            tall = (0.004 + 0.013 * age) * unit
            grown = min(age * 4, 1.0) * min((1 - age) * 5, 1.0)
            body = np.clip((y - at) / tall, -1, 1)
            face += np.where((body > -1) & (body < 1), 1 - np.abs(body), 0) * grown * 0.75
            broken = max(age - 0.25, 0.0) * 1.5
            crest = np.exp(-(((y - at + 0.3 * tall) / (0.40 * tall + 1)) ** 2)) * grown
            foam += crest * np.clip(broken + lace - 0.35, 0, 1.1)
            foam += (
                np.clip(1 - np.abs(y - at + 1.6 * tall) / (2.2 * tall), 0, 1)
                * _step((lace - 0.58) * 8)
                * grown
                * broken
            )
        films = (
            (wet * (1 - sheet) * 0.62, self._wet),
            (np.clip(thin * 0.9, 0, 0.85) * _step((y + 0.10 * unit) / (0.03 * unit)), self._shallow),
            (np.clip(face, 0, 1) * 0.55, self._deep),
            (np.clip(foam, 0, 1) * 0.92, self._foam),
        )
        wash(shot.frame, films, int(level - above), (width, 2 * rows))


def _step(x: np.ndarray) -> np.ndarray:
    return np.asarray(np.clip(x, 0, 1))


PLACE = Place(
    name="beach",
    words=(
        "beach", "shore", "seaside", "coast", "coastline", "island", "tropical beach", "seashore",
        "shoreline", "by the sea",
        "海滩", "沙滩", "海边", "岸边", "海岸", "海岸公路", "海岛", "岛", "沙堡",
    ),
    build=build,
    broader="sea",
    bed=WAVES,
    life=gulls,
)  # fmt: skip
