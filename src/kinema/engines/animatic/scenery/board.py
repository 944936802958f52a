"""A board to draw what people have built on: shapes in short sides, which the hour lights and haze fades."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.raster import Colour, blur_around, glow, mix, noise, over, premultiplied, times
from kinema.engines.animatic.scenery.flora import Plant, fill
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.scenery.seasons import WHITE
from kinema.engines.animatic.stage import Setup

Point = tuple[float, float]
LAMPLIGHT: Colour = (255, 196, 110)
_IN_LAMPLIGHT: Colour = (1.0, 0.80, 0.56)
"""What lamps leave of a thing's own colour."""
_BELOW = 0.06
"""How far a board reaches below its base, in short sides."""
_BESIDE = 0.4
"""How far what is drawn may reach past a board's ends, in short sides: there it goes on at the other end."""


class Board:
    """A layer in the making that repeats to the side, `high` short sides above `base` pixels. Places on it
    are in short sides from its left end and up from its base; colours are the things' own, seen at a distance
    of `far`."""

    def __init__(
        self,
        setup: Setup,
        base: float,
        high: float,
        *,
        depth: float,
        far: float,
        snowy: bool = False,
        mirrored: bool = False,
    ) -> None:
        self.setup = setup
        self.unit, self.light, self.far, self.depth = setup.unit, setup.light, far, depth
        self.rng = setup.rng
        self.snowy = snowy or setup.weather.lies == "snow"
        self.lamplit = 0.0
        """How much what is drawn from now on stands in the light of lamps, where they are on, 0 to 1."""
        self.way = -1.0 if mirrored else 1.0
        """Which way what is to the right goes: 1 is to the right."""
        self.sunny = 1.0 if setup.light.sun_at[0] > 0.5 else -1.0
        """The side of the sun: 1 is right."""
        margin, columns = span(setup, depth)
        self._foot, self._pad = int(high * self.unit), int(_BESIDE * self.unit)
        rows = int((high + _BELOW) * self.unit)
        self._art = np.zeros((rows, columns + 2 * self._pad, 4), np.uint8)
        self._left, self._top = -margin, base - self._foot
        self.wide = columns / self.unit
        """Short sides from end to end."""

    def across(self, share: float) -> float:
        """The place that a camera at rest sees at a share of the frame's width, from the left or, where the
        place is mirrored, from the right."""
        share = 1 - share if self.way < 0 else share
        return (share * self.setup.size.width - self._left) / self.unit

    def tone(self, colour: Colour) -> Colour:
        """A thing's own colour in this light and from this far."""
        seen = self.light.far(colour, self.far)
        return (
            mix(seen, times(colour, _IN_LAMPLIGHT), self.lamplit * self.light.lamps) if self.lamplit else seen
        )

    def at(self, x: float, y: float) -> Point:
        """A place in pixels of the layer's art."""
        return x * self.unit, self._foot - y * self.unit

    def _drawn(self, x: float, y: float) -> Point:
        """A place in pixels of what is drawn on."""
        px, py = self.at(x, y)
        return px + self._pad, py

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        fill(self._art, [self._drawn(x, y) for x, y in points], self.tone(colour))

    def form(self, x: float, y: float, size: float, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon whose corners are given in sizes from a place."""
        self.shape([(x + a * size, y + b * size) for a, b in points], colour)

    def box(self, x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
        """An upright box whose lower left corner is at a place."""
        self.shape([(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)], colour)

    def line(self, points: Sequence[Point], colour: Colour, thick: float = 0.0) -> None:
        """A line through places, at least a pixel thick."""
        path = np.array([self._drawn(x, y) for x, y in points]) * 16
        ink = (*self.tone(colour), 255)
        pixels = max(round(thick * self.unit), 1)
        cv2.polylines(self._art, [path.round().astype(np.int32)], False, ink, pixels, cv2.LINE_AA, 4)

    def oval(self, x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
        """An ellipse about a place, `wide` and `tall` from side to side."""
        at, axes = self._drawn(x, y), (wide / 2 * self.unit, tall / 2 * self.unit)
        centre, radii = ((int(a * 16), int(b * 16)) for a, b in (at, axes))
        cv2.ellipse(self._art, centre, radii, 0, 0, 360, (*self.tone(colour), 255), -1, cv2.LINE_AA, 4)

    def plant(self, plant: Plant, x: float, tall: float, y: float = 0.0) -> None:
        """A plant, whose colours are those that it was made with."""
        px, py = self._drawn(x, y)
        plant(self._art, px, py, tall * self.unit, self.rng)

    def pane(self, colour: Colour = (86, 98, 116), lit: float = 1.0) -> Colour:
        """The colour of glass, `lit` 0 to 1 where lamps are on behind it; it is for `raw`."""
        dark = mix(self.tone(colour), self.light.sky[1], 0.25)
        return mix(dark, LAMPLIGHT, lit * self.light.lamps * (0.95 - 0.35 * self.far))

    def raw(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon that gives light, or has been given its tone."""
        fill(self._art, [self._drawn(x, y) for x, y in points], colour)

    def shine(self, x: float, y: float, reach: float, power: float, colour: Colour = LAMPLIGHT) -> None:
        """The light about a lamp, as strong as lamps are at this hour."""
        radius = int(reach * self.unit)
        power *= self.light.lamps * (1 - 0.4 * self.far)
        if radius < 2 or power < 0.02:
            return
        px, py = (int(value) for value in self._drawn(x, y))
        # Light that is added, not laid over: it covers a little of what is behind it.
        halo = glow(radius, 2.0) * power
        art = premultiplied(colour, halo)
        art[..., 3] = (halo * 40).astype(np.uint8)
        over(self._art, art, px - radius, py - radius)

    def shaded(self, colour: Colour) -> Colour:
        """A colour away from the sun."""
        return times(colour, (0.70, 0.70, 0.78))

    def ink(self, colour: Colour, above: Colour = WHITE) -> Colour:
        """The colour of what faces up: white where snow lies."""
        return above if self.snowy else colour

    def layer(self, soft: float = 0.0, grain: float = 0.14) -> Layer:
        """What was drawn, with a little wear."""
        pad = self._pad
        art = np.ascontiguousarray(self._art[:, pad:-pad])
        rows, columns = art.shape[:2]
        over(art, self._art[:, :pad], columns - pad, 0)
        over(art, self._art[:, -pad:], 0, 0)
        worn = 1 - grain / 2 + grain * (noise(self.rng, columns, rows, 0.05 * self.unit, 3) - 0.5)
        for channel in range(3):
            art[..., channel] = cv2.multiply(art[..., channel], worn, dtype=cv2.CV_8U)
        art = blur_around(art, soft * self.unit) if soft else art
        return Layer(art, self._left, self._top, self.depth, self.unit, wraps=True)
