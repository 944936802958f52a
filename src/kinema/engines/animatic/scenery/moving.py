"""What moves about buildings that stand still: smoke from chimneys, flags in the wind, sails of a mill."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.particles.exhaust import blown, puff
from kinema.engines.animatic.raster import Colour, mix, over, times
from kinema.engines.animatic.scenery.board import Board, Point
from kinema.engines.animatic.stage import Paint, Setup, Shot

_LASTS, _RATE = 4.6, 1.7
"""Seconds until a puff is gone, and puffs a second."""
_JETS, _DROPS = 5, 13
"""Jets of a fountain, and drops in each."""
_BLADE = ((0.18, 0.0), (1.0, 0.0), (1.0, 0.20), (0.18, 0.16))
_ARM = ((0.0, -0.02), (1.02, -0.02), (1.02, 0.02), (0.0, 0.02))
"""The cloth and the wood of a sail: how far out of its hub, and how far aside, in lengths of it."""


class Fixed:
    """Something at places of a layer that repeats to the side."""

    def __init__(self, layer: Layer, places: Sequence[Point]) -> None:
        self._layer = layer
        self._places = places

    def seen(self, shot: Shot, reach: float) -> Iterator[tuple[int, float, float, float]]:
        """Which place it is, where in the frame, and how much larger, for all within `reach` pixels of it."""
        zoom, dx, dy = self._layer.placed(shot)
        period, width = zoom * self._layer.period, shot.frame.shape[1]
        for n, (x, y) in enumerate(self._places):
            at = (dx + zoom * x + reach) % period - reach
            while at < width + reach:
                yield n, at, dy + zoom * y, zoom
                at += period


class Smoke(Fixed):
    """Thin smoke from chimneys of a board, which drifts with the wind and swells as it rises. `size` is how
    much of it there is, in short sides."""

    def __init__(self, setup: Setup, board: Board, layer: Layer, tops: Sequence[Point], size: float) -> None:
        super().__init__(layer, [board.at(*top) for top in tops])
        self._unit, self._size = setup.unit, size * setup.unit
        self._aside = (0.12 + 3 * blown(setup)) * self._size
        self._puffs = [puff(setup) for _ in range(3)]
        self._chance = setup.rng.uniform(-1, 1, (32, 3))

    def draw(self, shot: Shot) -> None:
        """Draw the puffs that are in the air, the oldest first."""
        last = math.floor(shot.t * _RATE)
        for nth, x, y, zoom in self.seen(shot, 3 * self._size):
            for n in range(last - int(_LASTS * _RATE), last + 1):
                age = shot.t - n / _RATE
                a, b, c = self._chance[(n + 11 * nth) % len(self._chance)]
                rise = (0.42 * age - 0.02 * age**2 + 0.08 * b) * self._size
                drift = (-self._aside * age + 0.16 * a * age * self._size * 0.4) * zoom
                side = max(int((0.18 + 0.25 * age**0.8 + 0.05 * c) * self._size * zoom), 3)
                fade = min(age * 2, 1.0) * (1 - min(age / _LASTS, 1.0)) ** 1.4 * 0.55
                art = cv2.resize(self._puffs[n % 3], (side, side), interpolation=cv2.INTER_AREA)
                over(shot.frame, art, int(x + drift - side / 2), int(y - zoom * rise - side / 2), fade)


class Flags(Fixed):
    """Flags that wave at the tops of poles, `long` short sides; `pointed` makes them pennants."""

    def __init__(
        self,
        setup: Setup,
        board: Board,
        layer: Layer,
        tops: Sequence[Point],
        long: float,
        colours: Sequence[Colour],
        *,
        pointed: bool = True,
    ) -> None:
        super().__init__(layer, [board.at(*top) for top in tops])
        self._long = long * setup.unit
        self._colours = [board.tone(colour) for colour in colours]
        self._wind = 0.35 + setup.weather.wind
        self._pointed = pointed

    def draw(self, shot: Shot) -> None:
        """Draw each as a strip that a wave runs along, darker where it turns away."""
        for n, x, y, zoom in self.seen(shot, self._long):
            long, steps = self._long * zoom, 6
            colour = self._colours[n % len(self._colours)]
            along = np.linspace(0, 1, steps)
            wave = np.sin(6.0 * along - (4 + 4 * self._wind) * shot.t + n) * 0.10 * along * long
            sag = along * long * max(0.35 - 0.5 * self._wind, 0.0)
            half = 0.20 * long * ((1 - along) if self._pointed else np.ones(steps))
            slope = np.gradient(wave)
            for k in range(steps - 1):
                corners = [
                    (x - along[j] * long, y + wave[j] + sag[j] + 0.2 * long + sign * half[j])
                    for j, sign in ((k, -1), (k + 1, -1), (k + 1, 1), (k, 1))
                ]
                lit = times(colour, 1.0 + float(np.clip(slope[k] / long * 9, -0.3, 0.3)))
                points = (np.array(corners) * 16).round().astype(np.int32)
                cv2.fillPoly(shot.frame, [points], lit, cv2.LINE_AA, 4)


class Sails(Fixed):
    """The four sails of a windmill that turn about a place, `long` short sides each."""

    def __init__(
        self, setup: Setup, board: Board, layer: Layer, hubs: Sequence[Point], long: float, colour: Colour
    ) -> None:
        super().__init__(layer, [board.at(*hub) for hub in hubs])
        self._long = long * setup.unit
        self._cloth, self._wood = board.tone(colour), board.tone(times(colour, 0.55))
        self._speed = 0.35 + 1.4 * setup.weather.wind

    def draw(self, shot: Shot) -> None:
        """Draw them as they stand now."""
        for _, x, y, zoom in self.seen(shot, self._long):
            for n in range(4):
                turn = self._speed * shot.t + n * math.pi / 2 + 0.4
                along = np.array((math.cos(turn), math.sin(turn))) * self._long * zoom
                aside = along[::-1] * (-1, 1)
                for outline, colour in ((_BLADE, self._cloth), (_ARM, self._wood)):
                    corners = np.array(outline) @ np.stack([along, aside]) + (x, y)
                    cv2.fillPoly(
                        shot.frame, [(corners * 16).round().astype(np.int32)], colour, cv2.LINE_AA, 4
                    )
            hub, size = (int(x * 16), int(y * 16)), int(0.05 * self._long * zoom * 16)
            cv2.circle(shot.frame, hub, size, self._wood, -1, cv2.LINE_AA, 4)


class Fountain(Fixed):
    """Water that rises from places of a board and falls back in arcs, `tall` short sides."""

    def __init__(
        self, setup: Setup, board: Board, layer: Layer, spouts: Sequence[Point], tall: float
    ) -> None:
        super().__init__(layer, [board.at(*spout) for spout in spouts])
        self._tall = tall * setup.unit
        self._colour = board.tone((240, 247, 252))
        self._chance = setup.rng.random((_JETS, _DROPS, 2))

    def draw(self, shot: Shot) -> None:
        """Draw the drops where they are now."""
        jets = np.linspace(-1, 1, _JETS)[:, None]
        share = (np.arange(_DROPS) / _DROPS + 0.9 * shot.t + 0.1 * self._chance[..., 0]) % 1.0
        aside = 0.55 * jets * share + 0.03 * (self._chance[..., 1] - 0.5)
        up = 4 * share * (1 - share) * (1 - 0.25 * np.abs(jets))
        for _, x, y, zoom in self.seen(shot, self._tall):
            tall = self._tall * zoom
            drops = np.stack([x + aside * tall, y - up * tall], -1).reshape(-1, 2) * 16
            for (px, py), size in zip(drops.astype(int).tolist(), self._chance[..., 1].ravel(), strict=True):
                half = int(16 * tall * (0.016 + 0.020 * float(size)))
                cv2.circle(shot.frame, (px, py), half, self._colour, -1, cv2.LINE_AA, 4)


class Birds:
    """A few far birds that wheel over the land about `y` pixels; by night they sleep."""

    def __init__(self, setup: Setup, y: float) -> None:
        self._setup = setup
        self._y = y
        self._chance = setup.rng.random((0 if setup.light.stars > 0.5 else 7, 4))
        self._colour = mix(setup.light.far((52, 54, 62), 0.35), setup.light.sky[1], 0.15)

    def draw(self, shot: Shot) -> None:
        """Draw each as two wings that beat now and then."""
        unit, width = self._setup.unit, self._setup.size.width
        for a, b, c, d in self._chance:
            span = 1.2 * width
            x = (
                a * span + (0.035 + 0.02 * b) * unit * shot.t - shot.view.aside(0.2) * unit
            ) % span - 0.1 * width
            y = (
                self._y
                + (0.16 * (b - 0.5) + 0.012 * math.sin(0.8 * shot.t + 9 * c)) * unit
                - 0.2 * shot.view.y * unit
            )
            half = (0.009 + 0.007 * d) * unit
            beat = 0.35 + 0.65 * math.sin((5 + 2 * c) * shot.t + 20 * a) * (
                math.sin(0.7 * shot.t + 7 * d) > -0.2
            )
            tip, elbow = y - 0.6 * beat * half, y - half * (0.25 + 0.3 * beat)
            inner = 0.45 * half
            wing = ((x - half, tip), (x - inner, elbow), (x, y), (x + inner, elbow), (x + half, tip))
            points = (np.array(wing) * 16).round().astype(np.int32)
            cv2.polylines(
                shot.frame, [points], False, self._colour, max(round(unit / 480), 1), cv2.LINE_AA, 4
            )


class Afloat:
    """A layer that water lifts and lowers: boats at rest."""

    def __init__(self, setup: Setup, layer: Layer) -> None:
        self._setup = setup
        self._layer = layer
        self._high = 0.0022 + 0.005 * setup.weather.wind

    def repainted(self, paint: Paint) -> Afloat:
        """The same, made of something else."""
        return Afloat(self._setup, self._layer.repainted(paint))

    def draw(self, shot: Shot) -> None:
        """Draw it where the water has it now."""
        lift = self._high * (math.sin(1.1 * shot.t) + 0.4 * math.sin(2.3 * shot.t + 1))
        view = replace(shot.view, y=shot.view.y + lift / max(self._layer.depth, 0.1))
        self._layer.draw(replace(shot, view=view))
