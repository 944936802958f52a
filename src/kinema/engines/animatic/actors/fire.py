"""What gives light where it stands: a camp fire, what burns, a street lamp."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, blob, limb, paint, shape
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, times

_BARK: Colour = (112, 76, 52)
_STONE: Colour = (134, 130, 128)
_IRON: Colour = (58, 62, 70)
_TONGUES = (
    (-0.20, 0.55, 0.15),
    (0.21, 0.60, 0.15),
    (-0.09, 0.82, 0.18),
    (0.10, 0.90, 0.18),
    (0.0, 1.0, 0.19),
)
"""Where each tongue of a flame rises, how high, and how wide it is at most."""
_FLAMES: tuple[tuple[Colour, float], ...] = (
    ((214, 58, 18), 1.0), ((238, 110, 26), 0.82), ((250, 168, 48), 0.60), ((255, 224, 130), 0.36),
)  # fmt: skip
"""A fire's colours from its outside in, and how large each is."""


def flicker(t: float) -> float:
    """How bright a fire is at a moment, about 1."""
    return 1 + 0.09 * math.sin(t * 9.1) + 0.06 * math.sin(t * 23 + 1) + 0.05 * math.sin(t * 4.3 + 2)


class Campfire:
    """Logs that lean on each other in a ring of stones, and the fire in them."""

    box = Box(side=0.75, up=1.85, down=0.16, seat=(0.0, 0.9), rigid=True)

    def __init__(self, wood: Colour = _BARK) -> None:
        self._wood = wood

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the stones behind, the logs, the stones before, and what will glow."""
        for n in range(6):
            x = -0.50 + 0.20 * n
            self._stone(canvas, x, -0.055 - 0.03 * math.cos(x * 3), 0.075 + 0.012 * (n % 3), 0.80)
        canvas.drawOval(skia.Rect.MakeLTRB(-0.46, -0.09, 0.46, 0.09), paint((46, 38, 38)))
        for n, (foot, head, high) in enumerate(
            ((-0.44, 0.16, 0.40), (0.45, -0.14, 0.42), (-0.24, 0.10, 0.48), (0.22, -0.08, 0.46))
        ):
            tone = times(self._wood, 0.74 + 0.14 * n)
            canvas.drawPath(limb([(foot, 0.02), (head, -high)], [0.062, 0.050], 7), paint(tone))
            canvas.drawCircle(head, -high, 0.043, paint(mix(tone, (226, 178, 120), 0.7)))
        for n in range(7):
            x = -0.57 + 0.19 * n
            self._stone(canvas, x, 0.065 + 0.035 * math.cos(x * 2.6), 0.088 + 0.014 * (n % 2), 1.0)
        self.glow(canvas, pose)

    @staticmethod
    def _stone(canvas: Canvas, x: float, y: float, size: float, light: float) -> None:
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - size, y - size * 0.72, x + size, y + size * 0.7),
            paint(times(_STONE, light)),
        )
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - size * 0.66, y - size * 0.62, x + size * 0.5, y + size * 0.05),
            paint(times(_STONE, light * 1.2)),
        )

    def glow(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the embers and the flames: tongues that lick, and what tears off them."""
        t = 2 * pose.phase
        canvas.drawOval(skia.Rect.MakeLTRB(-0.30, -0.08, 0.30, 0.05), paint((255, 120, 40), 0.75))
        for n, x in enumerate((-0.22, -0.08, 0.06, 0.19)):
            warm = 0.5 + 0.5 * math.sin(t * 5 + n * 2.1)
            canvas.drawCircle(x, -0.01, 0.045, paint(mix((226, 66, 22), (255, 214, 110), warm)))
        _flames(canvas, t)
        for n in range(9):
            self._spark(canvas, t * 0.62 + n * 0.618, n)

    @staticmethod
    def _spark(canvas: Canvas, course: float, n: int) -> None:
        """A spark that rises, sways and goes out; each time another way."""
        age, flight = course % 1.0, math.floor(course)
        way = math.sin(flight * 2.7 + n * 1.9)
        x = 0.10 * way + 0.34 * way * age + 0.05 * math.sin(age * 11 + n * 2)
        canvas.drawCircle(
            x, -0.45 - 1.30 * age, 0.020 * (1.05 - age), paint(mix((255, 220, 120), (236, 84, 30), age))
        )


class Blaze:
    """Flames out of what burns, and their smoke; as tall as it is."""

    box = Box(side=0.95, up=1.9, down=0.1, rigid=True)
    _PUFFS = 14
    _SEATS = ((-0.40, -0.10, 0.62), (0.36, -0.04, 0.70), (-0.02, -0.02, 0.92))
    """Where flames stand, and how tall they are."""

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the smoke that rises behind, and what will glow."""
        for n in range(self._PUFFS):
            age = (0.16 * pose.phase + n / self._PUFFS) % 1.0
            x = 0.12 * math.sin(5 * n) + 0.30 * age + 0.05 * math.sin(3 * age * math.pi + n)
            tone, seen = mix((60, 54, 56), (130, 126, 128), age), (1 - age) * min(6 * age, 1.0)
            for ring in (1.0, 0.78, 0.56):  # soft at its edge
                canvas.drawCircle(x, -0.5 - 1.15 * age, ring * (0.12 + 0.17 * age), paint(tone, 0.16 * seen))
        self.glow(canvas, pose)

    def glow(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the flames, each a moment apart from the others."""
        for n, (x, y, size) in enumerate(self._SEATS):
            canvas.save()
            canvas.translate(x, y)
            canvas.scale(size, size)
            _flames(canvas, 2 * pose.phase + 1.7 * n)
            canvas.restore()


def _flames(canvas: Canvas, t: float) -> None:
    for colour, size in _FLAMES:
        for n, (x, tall, wide) in enumerate(_TONGUES):
            tongue = _tongue(t, n, x * (0.55 + 0.45 * size), tall * size, wide * size)
            canvas.drawPath(tongue, paint(colour))


def _tongue(t: float, n: int, x: float, tall: float, wide: float) -> object:
    """One tongue of flame over `x`: it stretches, and its tip sways more than its belly."""
    high = tall * (0.82 + 0.14 * math.sin(t * (6.3 + 0.9 * n) + n * 2.4) + 0.08 * math.sin(t * 15.1 + n * 4))
    tip = x * 0.45 + 0.085 * math.sin(t * (4.1 + 0.5 * n) + n * 1.9) * (0.4 + tall)
    belly = x + 0.25 * (tip - x)
    return blob(
        [
            (x - wide * 0.55, -0.02),
            (belly - wide, -0.30 * high),
            (tip - wide * 0.34, -0.68 * high),
            (tip, -high),
            (tip + wide * 0.30, -0.62 * high),
            (belly + wide, -0.26 * high),
            (x + wide * 0.55, -0.02),
        ]
    )


class StreetLamp:
    """An iron post with a lantern of glass."""

    box = Box(side=0.16, up=1.02, down=0.06, rigid=True)
    HEAD = 0.88
    """How high its light is."""

    def __init__(self, iron: Colour = _IRON) -> None:
        self._iron = iron

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw foot, post and lantern."""
        iron = paint(self._iron)
        canvas.drawPath(shape([(-0.050, 0.015), (-0.022, -0.10), (0.022, -0.10), (0.050, 0.015)]), iron)
        canvas.drawPath(limb([(0, -0.05), (0, -0.80)], [0.017, 0.012], 5), iron)
        for y in (-0.12, -0.55, -0.79):
            canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.026, y - 0.012, 0.026, y + 0.012), 0.01, 0.01, iron)
        canvas.drawPath(
            shape([(-0.036, -0.80), (-0.066, -0.935), (0.066, -0.935), (0.036, -0.80)]),
            paint((222, 226, 228)),
        )
        canvas.drawPath(shape([(-0.080, -0.93), (0.0, -1.0), (0.080, -0.93)]), iron)
        canvas.drawCircle(0, -1.0, 0.014, iron)

    def glow(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it burns steadily
        """Draw the lit glass between its bars."""
        canvas.drawPath(shape([(-0.034, -0.806), (-0.062, -0.93), (0.062, -0.93), (0.034, -0.806)]),
                        paint((255, 226, 160)))  # fmt: skip
        canvas.drawOval(skia.Rect.MakeLTRB(-0.028, -0.915, 0.028, -0.83), paint((255, 250, 226)))
        for x in (-0.36, 0.36):
            canvas.drawPath(
                limb([(x * 0.1, -0.805), (x * 0.18, -0.93)], [0.004, 0.004], 3), paint(self._iron)
            )
