"""Vehicles on wheels, which turn as far as they go, and in the air, whose rotors spin."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, paint, shape, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix

_GLASS: Colour = (158, 206, 234)
_TYRE: Colour = (38, 38, 44)
_STEEL: Colour = (176, 182, 192)
_LAMP: Colour = (255, 236, 170)


def _wheel(
    canvas: Canvas, at: Point, radius: float, turned: float, *, spokes: int = 5, thin: bool = False
) -> None:
    """A wheel about its axle; `turned` in whole turns."""
    if thin:
        canvas.drawCircle(*at, radius - 0.015, stroke(_TYRE, 0.032))
    else:
        canvas.drawCircle(*at, radius, paint(_TYRE))
        canvas.drawCircle(*at, radius * 0.58, paint(_STEEL))
    for n in range(spokes):
        angle = 2 * math.pi * (turned + n / spokes)
        reach = radius * (0.9 if thin else 0.52)
        line = stroke((200, 204, 212) if thin else (96, 100, 112), 0.010 if thin else 0.022)
        canvas.drawLine(*at, at[0] + reach * math.cos(angle), at[1] + reach * math.sin(angle), line)
    canvas.drawCircle(*at, radius * 0.16, paint((70, 74, 84)))


@dataclass(frozen=True)
class Make:
    """A kind of car: its colour, half its length, how high its bonnet and its roof are; its windows from
    where to where, in half lengths; a second colour for a box behind a cab, or for a stripe."""

    colour: Colour
    half: float = 0.52
    bonnet: float = 0.30
    roof: float = 0.50
    cabin: tuple[float, float] = (-0.62, 0.42)
    windows: int = 2
    cargo: Colour | None = None
    stripe: Colour | None = None
    beacon: Colour | None = None
    wheel: float = 0.105


MAKES: dict[str, Make] = {
    "🚗": Make((214, 52, 52)), "🚙": Make((58, 120, 200), roof=0.54, cabin=(-0.85, 0.45)), "🏎️": Make((220, 40, 40), half=0.62, bonnet=0.20, roof=0.34, cabin=(-0.30, 0.20), windows=1),
    "🚕": Make((250, 196, 46), stripe=(40, 40, 44), beacon=(250, 240, 210)), "🚓": Make((44, 60, 96), stripe=(244, 246, 250), beacon=(60, 130, 255)),
    "🚌": Make((246, 178, 44), half=0.80, bonnet=0.66, roof=0.70, cabin=(-0.98, 0.97), windows=6, stripe=(206, 110, 30), wheel=0.12),
    "🚐": Make((196, 208, 220), half=0.60, bonnet=0.36, roof=0.62, cabin=(-0.96, 0.66), windows=3), "🚑": Make((246, 248, 250), half=0.66, bonnet=0.36, roof=0.66, cabin=(-0.97, 0.62), windows=2, stripe=(220, 44, 44), beacon=(70, 140, 255)),
    "🚒": Make((206, 36, 36), half=0.82, bonnet=0.58, roof=0.66, cabin=(0.50, 0.97), windows=1, cargo=(206, 36, 36), stripe=(250, 230, 160), beacon=(70, 140, 255), wheel=0.125),
    "🚚": Make((52, 120, 196), half=0.80, bonnet=0.56, roof=0.62, cabin=(0.44, 0.97), windows=1, cargo=(236, 236, 232), wheel=0.125), "🚛": Make((190, 50, 50), half=0.90, bonnet=0.58, roof=0.64, cabin=(0.56, 0.97), windows=1, cargo=(214, 218, 224), wheel=0.125),
    "🛻": Make((60, 130, 110), half=0.62, bonnet=0.32, roof=0.54, cabin=(-0.20, 0.42), windows=1),
}  # fmt: skip
"""By the artwork of a subject."""


class Car:
    """A car, a bus, a lorry: its body rocks on wheels that roll."""

    def __init__(self, make: Make, colour: Colour | None = None) -> None:
        self._make = make
        self._colour = colour or make.colour
        self.box = Box(
            side=make.half + 0.12,
            up=make.roof + 0.35,
            down=0.08,
            seat=(-0.1, make.roof),
            hollow=None,
            room=0.6,
            rigid=True,
            stride=2 * math.pi * make.wheel,
        )

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw body, box, windows, lamps and wheels."""
        make, colour, half = self._make, self._colour, self._make.half
        dark = mix(colour, (16, 14, 24), 0.35)
        rock = 0.006 * math.sin(5 * math.pi * pose.phase) + 0.004 * math.sin(2.3 * math.pi * pose.phase)
        floor = -make.wheel * 0.9
        canvas.save()
        canvas.rotate(60 * rock)
        left, right = (half * end for end in make.cabin)
        slope = 0.0 if make.roof - make.bonnet < 0.12 else 0.14
        cabin = [
            (left - slope * 0.5, -make.bonnet),
            (left + 0.03, -make.roof),
            (right - slope, -make.roof),
            (right + slope, -make.bonnet),
        ]
        canvas.drawPath(shape(cabin), paint(colour))
        hull = skia.Rect.MakeLTRB(-half, -make.bonnet - 0.01, half, floor)
        canvas.drawRoundRect(hull, 0.07, 0.07, paint(colour))
        canvas.drawRect(skia.Rect.MakeLTRB(-half + 0.02, floor - 0.05, half - 0.02, floor), paint(dark))
        if make.cargo:
            box = skia.Rect.MakeLTRB(-half, -make.roof - 0.10, left - 0.03, floor - 0.03)
            canvas.drawRoundRect(box, 0.02, 0.02, paint(make.cargo))
            canvas.drawRoundRect(box, 0.02, 0.02, stroke(mix(make.cargo, (20, 20, 30), 0.3), 0.012))
        if make.stripe:
            middle = (floor - make.bonnet) / 2
            canvas.drawRect(skia.Rect.MakeLTRB(-half, middle - 0.03, half, middle + 0.03), paint(make.stripe))
        low, high = -make.bonnet + (0.12 if make.roof - make.bonnet < 0.12 else 0.0), -make.roof + 0.045
        if make.windows == 6:
            low = -0.40
        for n in range(make.windows):
            wide = (right - left) / make.windows
            x0, x1 = left + wide * n + 0.022, left + wide * (n + 1) - 0.022
            lean = slope * 0.7 if n == make.windows - 1 else 0.0
            pane = [(x0, low), (x0 + 0.012, high), (x1 - lean * 0.9, high), (x1 + lean * 0.8, low)]
            canvas.drawPath(shape(pane), paint(_GLASS))
            canvas.drawPath(
                shape([(x0 + 0.03, low), (x0 + 0.06, high), (x0 + 0.09, high), (x0 + 0.06, low)]),
                paint((255, 255, 255), 0.35),
            )
        if make.beacon:
            on = (pose.phase * 1.5) % 1.0 < 0.5
            at = skia.Rect.MakeLTRB(right - 0.24, -make.roof - 0.06, right - 0.12, -make.roof)
            canvas.drawRoundRect(
                at, 0.02, 0.02, paint(make.beacon if on else mix(make.beacon, (30, 30, 60), 0.4))
            )
        canvas.drawOval(skia.Rect.MakeXYWH(half - 0.05, -0.26, 0.05, 0.075), paint(_LAMP))
        canvas.drawRect(skia.Rect.MakeXYWH(-half, -0.26, 0.028, 0.07), paint((236, 60, 50)))
        canvas.restore()
        for x in (-0.60, 0.60) if half < 0.75 else (-0.68, 0.66):
            at = (half * x, -make.wheel)
            canvas.drawCircle(at[0], at[1], make.wheel * 1.22, paint(mix(dark, (10, 10, 14), 0.5)))
            _wheel(canvas, at, make.wheel, pose.phase * pose.reach)


class Bicycle:
    """A bicycle, or with an `engine` a motorcycle, whose wheels and pedals turn."""

    def __init__(self, colour: Colour = (214, 60, 60), *, engine: bool = False) -> None:
        self._colour = colour
        self._engine = engine
        self._radius = 0.19 if engine else 0.23
        self.box = Box(
            side=0.72,
            up=1.2,
            down=0.1,
            seat=(-0.10, 0.62 if not engine else 0.50),
            room=1.3,
            stride=2 * math.pi * self._radius,
        )

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw wheels, frame, saddle, bars and pedals."""
        radius, turned = self._radius, pose.phase * pose.reach
        rear, fore = (-0.36, -radius), (0.38, -radius)
        for at in (rear, fore):
            _wheel(canvas, at, radius, turned, spokes=8, thin=not self._engine)
        if self._engine:
            canvas.drawLine(*fore, 0.22, -0.58, stroke(_STEEL, 0.04))
            canvas.drawPath(
                limb(
                    [(-0.50, -0.42), (-0.20, -0.44), (0.06, -0.50), (0.24, -0.48)], [0.045, 0.06, 0.10, 0.05]
                ),
                paint(self._colour),
            )
            canvas.drawPath(
                blob([(-0.18, -0.40), (0.14, -0.40), (0.16, -0.18), (-0.10, -0.15)]), paint((84, 88, 98))
            )
            canvas.drawLine(-0.08, -0.17, -0.58, -0.19, stroke(_STEEL, 0.05))
            canvas.drawPath(limb([(-0.40, -0.50), (-0.10, -0.50)], [0.045, 0.04], 7), paint(_TYRE))
            canvas.drawLine(0.22, -0.58, 0.10, -0.68, stroke(_TYRE, 0.03))
            canvas.drawCircle(0.30, -0.52, 0.06, paint(_LAMP))
            return
        crank, saddle, head = (0.0, -0.22), (-0.13, -0.56), (0.27, -0.58)
        line = stroke(self._colour, 0.034)
        for start, end in (
            (rear, crank),
            (rear, saddle),
            (saddle, crank),
            (crank, head),
            ((-0.11, -0.50), head),
            (head, fore),
        ):
            canvas.drawLine(*start, *end, line)
        canvas.drawPath(limb([(-0.22, -0.60), (-0.06, -0.59)], [0.034, 0.022], 7), paint(_TYRE))
        canvas.drawLine(*head, 0.24, -0.68, stroke(_STEEL, 0.026))
        canvas.drawLine(0.24, -0.68, 0.34, -0.69, stroke(_TYRE, 0.032))
        angle = 2 * math.pi * turned * 0.5
        for way in (1, -1):
            x, y = 0.10 * way * math.cos(angle), 0.10 * way * math.sin(angle)
            canvas.drawLine(*crank, crank[0] + x, crank[1] + y, stroke(_STEEL, 0.022))
            canvas.drawLine(
                crank[0] + x - 0.04, crank[1] + y, crank[0] + x + 0.04, crank[1] + y, stroke(_TYRE, 0.026)
            )


class Airliner:
    """An aeroplane from the side."""

    box = Box(side=1.05, up=0.85, down=0.25, seat=(0.0, 0.55), room=0.5)

    def __init__(self, colour: Colour = (52, 116, 200)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw far wing, fin, fuselage, windows, near wing and its engine."""
        white, grey = (242, 245, 250), (196, 204, 216)
        canvas.drawPath(shape([(0.08, -0.40), (-0.20, -0.62), (-0.30, -0.62), (-0.14, -0.38)]), paint(grey))
        canvas.drawPath(
            shape([(-0.62, -0.40), (-0.92, -0.78), (-0.78, -0.78), (-0.44, -0.44)]), paint(self._colour)
        )
        canvas.drawPath(
            limb(
                [(-0.92, -0.40), (-0.55, -0.35), (0.45, -0.34), (0.80, -0.31)], [0.03, 0.12, 0.135, 0.055], 21
            ),
            paint(white),
        )
        canvas.drawPath(limb([(-0.80, -0.345), (0.70, -0.27)], [0.02, 0.03], 9), paint(self._colour))
        for n in range(11):
            canvas.drawCircle(-0.48 + 0.09 * n, -0.385, 0.022, paint((76, 116, 160)))
        canvas.drawPath(shape([(0.64, -0.41), (0.76, -0.36), (0.64, -0.345)]), paint((60, 84, 120)))
        canvas.drawPath(shape([(-0.66, -0.38), (-0.98, -0.45), (-1.0, -0.41), (-0.72, -0.33)]), paint(grey))
        canvas.drawPath(shape([(0.16, -0.30), (-0.34, -0.02), (-0.46, -0.03), (-0.16, -0.31)]), paint(grey))
        canvas.drawPath(limb([(-0.06, -0.15), (0.14, -0.15)], [0.055, 0.065], 7), paint(self._colour))
        if (pose.phase * 0.9) % 1.0 < 0.12:
            canvas.drawCircle(-0.42, -0.03, 0.03, paint((255, 80, 70)))


class Helicopter:
    """A helicopter whose rotors spin."""

    box = Box(side=1.05, up=1.0, down=0.2, seat=(0.1, 0.80), room=0.4)

    def __init__(self, colour: Colour = (214, 66, 58)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw boom, tail rotor, cabin, glass, skids and main rotor."""
        dark, spin = mix(self._colour, (16, 14, 24), 0.3), pose.phase * 3.7
        canvas.drawPath(
            limb([(-0.10, -0.50), (-0.55, -0.56), (-0.92, -0.60)], [0.12, 0.055, 0.035]), paint(dark)
        )
        canvas.drawPath(shape([(-0.84, -0.60), (-1.00, -0.82), (-0.92, -0.56)]), paint(self._colour))
        for n in range(3):
            angle = 2 * math.pi * (spin * 1.3 + n / 3)
            canvas.drawLine(
                -0.95,
                -0.66,
                -0.95 + 0.13 * math.cos(angle),
                -0.66 + 0.13 * math.sin(angle),
                stroke(_STEEL, 0.02),
            )
        canvas.drawPath(
            blob(
                [
                    (-0.30, -0.40),
                    (-0.20, -0.66),
                    (0.16, -0.70),
                    (0.48, -0.50),
                    (0.46, -0.30),
                    (0.10, -0.22),
                    (-0.20, -0.26),
                ]
            ),
            paint(self._colour),
        )
        canvas.drawPath(
            blob([(0.14, -0.64), (0.34, -0.58), (0.47, -0.42), (0.36, -0.36), (0.12, -0.38)]), paint(_GLASS)
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.14, -0.58, 0.06, -0.40), 0.03, 0.03, paint(_GLASS))
        for x in (-0.10, 0.22):
            canvas.drawLine(x, -0.26, x, -0.08, stroke(_TYRE, 0.024))
        canvas.drawLine(-0.30, -0.07, 0.46, -0.07, stroke(_TYRE, 0.034))
        canvas.drawLine(0.02, -0.68, 0.02, -0.82, stroke(_TYRE, 0.034))
        canvas.drawOval(skia.Rect.MakeLTRB(-0.82, -0.86, 0.86, -0.80), paint(_STEEL, 0.30))
        wide = 0.84 * math.cos(2 * math.pi * spin)
        canvas.drawLine(0.02 - wide, -0.83, 0.02 + wide, -0.83, stroke((70, 74, 84), 0.026))


class HotAirBalloon:
    """A striped envelope over a basket, with a flame that breathes."""

    box = Box(side=0.6, up=1.15, down=0.12, seat=(0.0, 1.0), hollow=(0.0, 0.05), room=0.2)

    def __init__(self, colour: Colour = (222, 66, 58)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw ropes, flame, basket, then the envelope and its gores."""
        burn = max(0.0, math.sin(pose.phase * 2.1))
        for x in (-0.085, 0.085):
            canvas.drawLine(x, -0.16, x * 1.9, -0.36, stroke((110, 84, 60), 0.012))
        if burn > 0.2:
            canvas.drawPath(
                limb([(0, -0.20), (0, -0.26 - 0.10 * burn)], [0.03, 0.008], 7), paint((255, 196, 80))
            )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.10, -0.17, 0.10, 0.0), 0.03, 0.03, paint((158, 108, 64)))
        canvas.drawLine(-0.10, -0.15, 0.10, -0.15, stroke((196, 146, 92), 0.024))
        puff = 1 + 0.015 * math.sin(pose.phase * 2.1 - 0.8)
        outline = blob(
            [
                (0.0, -1.06),
                (0.30 * puff, -0.94),
                (0.40 * puff, -0.70),
                (0.24, -0.44),
                (0.13, -0.35),
                (-0.13, -0.35),
                (-0.24, -0.44),
                (-0.40 * puff, -0.70),
                (-0.30 * puff, -0.94),
            ]
        )
        canvas.drawPath(outline, paint(self._colour))
        canvas.save()
        canvas.clipPath(outline, True)
        for n, share in enumerate((0.86, 0.52, 0.17)):
            tone = ((250, 206, 84), self._colour, (250, 244, 228))[n]
            canvas.drawOval(skia.Rect.MakeLTRB(-0.40 * share, -1.10, 0.40 * share, -0.26), paint(tone))
        canvas.drawRect(
            skia.Rect.MakeLTRB(-0.5, -0.42, 0.5, -0.30), paint(mix(self._colour, (30, 10, 20), 0.3))
        )
        canvas.restore()


class Kite:
    """A kite in the wind, with a tail of bows that follows it, on a string to a hand."""

    box = Box(side=2.5, up=1.2, down=2.1, seat=(0.0, 1.0))

    def __init__(self, colour: Colour = (222, 66, 70)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw string, tail and sail; where it is said to be, a hand is 2.2 behind and 1.9 below."""
        t = pose.phase
        x, y = 0.16 * math.sin(t * 2.2), -0.5 + 0.12 * math.sin(t * 3.1)
        string = skia.Path()
        string.moveTo(-2.2, 1.9)
        string.quadTo(-0.7, 1.35, x, y + 0.06)
        canvas.drawPath(string, stroke((250, 250, 250), 0.022, 0.9))
        tail: list[Point] = [(x - 0.16, y + 0.42)]
        tail += [
            (x - 0.16 - 0.20 * n, y + 0.42 + 0.10 * n + 0.10 * math.sin(t * 5 - 0.9 * n)) for n in range(1, 5)
        ]
        canvas.drawPath(limb(tail, [0.014] * 5, 17), paint((250, 244, 230)))
        for n, (bx, by) in enumerate(tail[1:]):
            bow = shape(
                [
                    (bx - 0.08, by - 0.06),
                    (bx + 0.08, by + 0.06),
                    (bx + 0.08, by - 0.06),
                    (bx - 0.08, by + 0.06),
                ]
            )
            canvas.drawPath(bow, paint(((250, 206, 84), (90, 180, 220), (140, 200, 90), (240, 140, 180))[n]))
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(24 + 7 * math.sin(t * 2.7))
        canvas.drawPath(shape([(0, -0.50), (0.34, -0.10), (0, 0.48), (-0.34, -0.10)]), paint(self._colour))
        canvas.drawPath(shape([(0, -0.50), (0.34, -0.10), (0, -0.10)]), paint((250, 206, 84)))
        canvas.drawPath(shape([(0, -0.10), (-0.34, -0.10), (0, 0.48)]), paint((60, 130, 200)))
        canvas.restore()


class Saucer:
    """A flying saucer: its lights go round, its beam comes and goes."""

    box = Box(side=0.8, up=0.9, down=0.6, seat=(0.0, 0.62), room=0.4)

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw beam, dome with its pilot, hull and lights."""
        p = pose.phase
        glow = max(0.0, math.sin(p * 1.3))
        canvas.drawPath(
            shape([(-0.16, -0.20), (0.16, -0.20), (0.36, 0.45), (-0.36, 0.45)]),
            paint((170, 255, 190), 0.30 * glow),
        )
        canvas.drawPath(
            blob([(-0.26, -0.36), (-0.20, -0.58), (0.0, -0.66), (0.20, -0.58), (0.26, -0.36)]),
            paint((150, 220, 240), 0.85),
        )
        canvas.drawCircle(0.02 * math.sin(p * 2), -0.45, 0.10, paint((126, 200, 106)))
        for x in (-0.035, 0.045):
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - 0.02 + 0.02 * math.sin(p * 2), -0.49, 0.04, 0.06), paint((20, 30, 26))
            )
        canvas.drawOval(skia.Rect.MakeLTRB(-0.66, -0.42, 0.66, -0.14), paint((152, 160, 178)))
        canvas.drawOval(skia.Rect.MakeLTRB(-0.64, -0.42, 0.64, -0.24), paint((196, 204, 218)))
        for n in range(7):
            x = -0.51 + 0.17 * n
            on = (n + math.floor(p * 5)) % 3 == 0
            canvas.drawCircle(
                x, -0.245 + 0.05 * (1 - abs(x)) ** 2, 0.036, paint((255, 240, 130) if on else (214, 80, 110))
            )


class Steamer:
    """A ship: hull, decks and funnels."""

    box = Box(side=1.25, up=1.0, down=0.1, seat=(0.5, 0.30), room=0.4, rigid=True)

    def __init__(self, hull: Colour = (44, 62, 104)) -> None:
        self._hull = hull

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw mast, funnels with their smoke, decks and hull."""
        p, white = pose.phase, (244, 244, 240)
        for n in range(4):
            share = (p * 0.25 + n / 4) % 1.0
            canvas.drawCircle(
                -0.20 - 0.5 * share,
                -0.86 - 0.10 * share,
                0.05 + 0.09 * share,
                paint((220, 222, 228), 0.6 * (1 - share)),
            )
        canvas.drawLine(0.56, -0.44, 0.56, -0.90, stroke((110, 90, 70), 0.02))
        for x in (-0.30, 0.04):
            canvas.drawRect(skia.Rect.MakeLTRB(x, -0.84, x + 0.17, -0.50), paint((206, 58, 48)))
            canvas.drawRect(skia.Rect.MakeLTRB(x, -0.84, x + 0.17, -0.76), paint((34, 34, 42)))
        for left, right, top in ((-0.78, 0.66, -0.42), (-0.62, 0.50, -0.54)):
            canvas.drawRoundRect(skia.Rect.MakeLTRB(left, top, right, top + 0.16), 0.02, 0.02, paint(white))
            for n in range(int((right - left) / 0.13)):
                canvas.drawCircle(left + 0.09 + 0.13 * n, top + 0.07, 0.026, paint((90, 130, 170)))
        canvas.drawPath(shape([(-1.0, -0.30), (1.16, -0.34), (0.94, 0.0), (-0.90, 0.0)]), paint(self._hull))
        canvas.drawPath(
            shape([(-0.955, -0.05), (0.975, -0.05), (0.94, 0.0), (-0.90, 0.0)]), paint((176, 50, 44))
        )
        canvas.drawLine(-0.98, -0.27, 1.11, -0.305, stroke(white, 0.022))
