"""What stands in a landscape and is looked at: a lighthouse, a windmill, a volcano, a bridge, a sandcastle, a
heap of gold; and fireworks and a rainbow above it."""

from __future__ import annotations

import math

import numpy as np
import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, paint, shape, stroke
from kinema.engines.animatic.performance import BURSTS_EVERY, CLIMB, Pose
from kinema.engines.animatic.raster import Colour, mix, times

_STONE: Colour = (126, 122, 120)
_PALE: Colour = (244, 240, 232)
_DARK: Colour = (44, 46, 56)


class Lighthouse:
    """A tower in bands of two colours on a rock, with a lamp behind glass."""

    box = Box(side=0.42, up=1.04, down=0.12, seat=(0.22, 0.12), rigid=True)

    def __init__(self, bands: Colour = (200, 62, 54)) -> None:
        self._bands = bands

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - its light alone changes
        """Draw rock, tower, gallery and lantern."""
        canvas.drawPath(
            blob([(-0.38, 0.08), (-0.30, -0.06), (-0.12, -0.15), (0.14, -0.14), (0.29, -0.05), (0.38, 0.08)]),
            paint(times(_STONE, 0.82)),
        )
        canvas.drawPath(
            blob([(-0.36, 0.07), (-0.28, -0.05), (-0.13, -0.13), (0.02, -0.10), (-0.06, 0.05)]), paint(_STONE)
        )
        low, high = -0.10, -0.76
        canvas.drawPath(shape(_tower(low, high)), paint(_PALE))
        for n in range(3):
            top = low + (high - low) * (n + 0.62) / 3
            canvas.drawPath(shape(_tower(low + (high - low) * (n + 0.12) / 3, top)), paint(self._bands))
        for y in (-0.24, -0.47, -0.66):
            canvas.drawRoundRect(skia.Rect.MakeXYWH(-0.018, y, 0.036, 0.055), 0.016, 0.016, paint(_DARK))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.030, -0.115, 0.030, -0.02 - 0.10), paint(_DARK))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.115, -0.785, 0.115, -0.755), paint(times(self._bands, 0.6)))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.062, -0.89, 0.062, -0.785), paint((252, 226, 150)))
        for x in (-0.062, -0.021, 0.021, 0.062):
            canvas.drawLine(x, -0.89, x, -0.785, stroke(_DARK, 0.009))
        canvas.drawLine(-0.115, -0.83, 0.115, -0.83, stroke(_DARK, 0.008))
        for x in (-0.113, 0.113):
            canvas.drawLine(x, -0.83, x, -0.77, stroke(_DARK, 0.008))
        canvas.drawPath(shape([(-0.085, -0.885), (0.085, -0.885), (0.0, -0.985)]), paint(self._bands))
        canvas.drawCircle(0, -0.99, 0.016, paint(_DARK))

    def glow(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the lamp, which waxes and wanes as it turns."""
        lamp = 0.5 + 0.5 * math.cos(pose.phase * 2.2)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(-0.035, -0.88, 0.035, -0.795), 0.02, 0.02,
            paint(mix((255, 214, 120), (255, 255, 236), lamp), 0.55 + 0.45 * lamp),
        )  # fmt: skip


def _tower(low: float, high: float) -> list[Point]:
    """The part of the tapering tower between two heights."""

    def half(y: float) -> float:
        return 0.135 + 0.055 * (y + 0.10) / 0.66

    return [(-half(low), low), (half(low), low), (half(high), high), (-half(high), high)]


class Windmill:
    """A tower mill whose four sails turn."""

    box = Box(side=0.62, up=1.12, down=0.05, seat=(0.0, 0.80), rigid=True)

    def __init__(self, wall: Colour = (226, 214, 194)) -> None:
        self._wall = wall

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw tower, cap and sails."""
        wall = self._wall
        canvas.drawPath(shape([(-0.23, 0.0), (0.23, 0.0), (0.145, -0.66), (-0.145, -0.66)]), paint(wall))
        canvas.drawPath(
            shape([(-0.23, 0.0), (-0.06, 0.0), (-0.05, -0.66), (-0.145, -0.66)]), paint(times(wall, 0.84))
        )
        canvas.drawPath(
            blob([(-0.17, -0.65), (-0.12, -0.76), (0.0, -0.82), (0.12, -0.76), (0.17, -0.65)]),
            paint((132, 74, 58)),
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.05, -0.17, 0.05, 0.0), 0.05, 0.05, paint((96, 62, 44)))
        for x, y in ((0.07, -0.32), (-0.05, -0.48)):
            canvas.drawRect(skia.Rect.MakeXYWH(x - 0.025, y, 0.05, 0.065), paint((86, 104, 130)))
        canvas.save()
        canvas.translate(0.0, -0.665)
        canvas.rotate(pose.phase * 26)
        for _ in range(4):
            canvas.rotate(90)
            canvas.drawLine(0, 0, 0, -0.44, stroke((92, 66, 48), 0.018))
            canvas.drawRect(skia.Rect.MakeLTRB(0.012, -0.43, 0.105, -0.10), paint((246, 240, 226), 0.94))
            for n in range(5):
                y = -0.43 + 0.0825 * n
                canvas.drawLine(0.012, y, 0.105, y, stroke((150, 126, 100), 0.007))
        canvas.drawCircle(0, 0, 0.024, paint((70, 52, 40)))
        canvas.restore()


class Volcano:
    """A cone of dark rock far away, with fire in its crater, lava down its sides and smoke above."""

    box = Box(side=1.5, up=2.25, down=0.05, seat=(0.0, 0.86), rigid=True)

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw smoke and cone."""
        t = pose.phase
        for n in range(11):
            age = (t * 0.10 + n / 11) % 1.0
            x = 0.10 * math.sin(5.1 * n + 2 * age) + 0.34 * age**1.5
            size = 0.12 + 0.30 * age
            grey: Colour = mix((232, 104, 52), (96, 90, 96), min(2.2 * age, 1.0))
            canvas.drawCircle(x, -0.88 - 0.86 * age, size, paint(grey, 0.78 * (1 - age) ** 0.7))
        rock: Colour = (78, 66, 70)
        cone = [(-1.45, 0.03), (-0.92, -0.22), (-0.46, -0.60), (-0.19, -0.90), (0.17, -0.89), (0.42, -0.62),
                (0.86, -0.25), (1.45, 0.03)]  # fmt: skip
        canvas.drawPath(shape(cone), paint(rock))
        canvas.drawPath(
            shape([(-1.45, 0.03), (-0.92, -0.22), (-0.46, -0.60), (-0.19, -0.90), (-0.08, -0.84),
                   (-0.20, -0.52), (-0.42, -0.20), (-0.50, 0.03)]),
            paint(times(rock, 1.3)),
        )  # fmt: skip

        rng = np.random.default_rng(9)
        for n in range(64):  # woods at its foot
            x, tall = -1.47 + 2.94 * n / 63, 0.07 + 0.05 * float(rng.random())
            green = times((50, 74, 60), float(rng.uniform(0.8, 1.2)))
            canvas.drawPath(shape([(x - 0.035, 0.05), (x + 0.035, 0.05), (x, 0.04 - tall)]), paint(green))

    def glow(self, canvas: Canvas, pose: Pose) -> None:
        """Draw lava, and what is thrown out."""
        t = pose.phase
        for n in range(14):
            age = (t * 0.42 + n * 0.618) % 1.0
            out = math.sin(n * 2.4) * 0.62
            canvas.drawCircle(
                out * age, -0.88 - 1.05 * age + 1.15 * age**2, 0.019 * (1.1 - 0.5 * age),
                paint(mix((255, 236, 140), (240, 70, 24), age)),
            )  # fmt: skip
        waver = 0.86 + 0.14 * math.sin(t * 3.7)
        lava: Colour = (255 * waver, 112 * waver, 30)
        canvas.drawOval(skia.Rect.MakeLTRB(-0.185, -0.935, 0.165, -0.845), paint(lava))
        for points, thick in (
            ([(-0.10, -0.87), (-0.16, -0.66), (-0.11, -0.46), (-0.22, -0.20)], (0.040, 0.034, 0.030, 0.014)),
            ([(0.06, -0.87), (0.13, -0.66), (0.24, -0.46), (0.27, -0.24), (0.42, -0.05)],
             (0.044, 0.036, 0.034, 0.030, 0.016)),
        ):  # fmt: skip
            canvas.drawPath(limb(points, thick, 17), paint(lava))
            canvas.drawPath(limb(points, [0.45 * r for r in thick], 17), paint((255, 214, 96)))


class Bridge:
    """A stone bridge with three arches and a low wall, over which others go."""

    box = Box(side=1.75, up=0.66, down=0.1, seat=(0.0, 0.46), room=1.0, rigid=True, still=True)

    def __init__(self, stone: Colour = (150, 142, 132)) -> None:
        self._stone = stone

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw the wall behind, the way, arches and their shade."""
        stone = self._stone
        body = skia.Path()
        body.moveTo(-1.72, 0.04)
        body.lineTo(-1.72, -0.34)
        body.quadTo(0, -0.60, 1.72, -0.34)
        body.lineTo(1.72, 0.04)
        body.close()
        for x, half, high in ((-0.98, 0.30, 0.30), (0.0, 0.36, 0.39), (0.98, 0.30, 0.30)):
            arch = skia.Path()
            arch.moveTo(x - half, 0.06)
            arch.lineTo(x - half, -high + half)
            arch.arcTo(skia.Rect.MakeLTRB(x - half, -high, x + half, -high + 2 * half), 180, 180, False)
            arch.lineTo(x + half, 0.06)
            arch.close()
            body = skia.Op(body, arch, skia.PathOp.kDifference_PathOp) or body
        canvas.drawPath(body, paint(stone))
        rng = np.random.default_rng(5)
        canvas.save()
        canvas.clipPath(body, True)
        for n in range(70):
            x, y = rng.uniform(-1.7, 1.7), -0.55 + 0.085 * (n % 7)
            tone = times(stone, float(rng.uniform(0.84, 1.14)))
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, 0.15, 0.07), 0.02, 0.02, paint(tone))
        canvas.restore()
        edge = skia.Path()
        edge.moveTo(-1.74, -0.35)
        edge.quadTo(0, -0.61, 1.74, -0.35)
        canvas.drawPath(edge, stroke(times(stone, 1.24), 0.055))


class Sandcastle:
    """Four towers and a wall of wet sand, with a flag."""

    box = Box(side=0.85, up=1.15, down=0.16, seat=(0.0, 0.62), rigid=True)

    def __init__(self, sand: Colour = (214, 176, 116)) -> None:
        self._sand = sand

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the heap, towers with battlements, the gate and the flag."""
        sand = self._sand
        canvas.drawPath(
            blob([(-0.72, 0.04), (-0.5, -0.10), (0.0, -0.15), (0.5, -0.10), (0.72, 0.04), (0, 0.07)]),
            paint(times(sand, 0.86)),
        )
        for x, half, high in ((0.0, 0.17, 0.80), (-0.40, 0.14, 0.52), (0.40, 0.14, 0.52)):
            self._tower(canvas, x, half, high)
        canvas.drawRect(skia.Rect.MakeLTRB(-0.42, -0.34, 0.42, 0.0), paint(times(sand, 0.97)))
        for n in range(7):
            x = -0.40 + 0.128 * n
            canvas.drawRect(skia.Rect.MakeXYWH(x, -0.40, 0.07, 0.07), paint(times(sand, 0.97)))
        gate = skia.Path()
        gate.moveTo(-0.10, 0.01)
        gate.lineTo(-0.10, -0.12)
        gate.arcTo(skia.Rect.MakeLTRB(-0.10, -0.22, 0.10, -0.02), 180, 180, False)
        gate.lineTo(0.10, 0.01)
        gate.close()
        canvas.drawPath(gate, paint(times(sand, 0.5)))
        canvas.drawLine(0, -0.80, 0, -1.06, stroke((110, 84, 60), 0.018))
        wave = 0.02 * math.sin(pose.phase * 6)
        canvas.drawPath(
            blob(
                [(0.0, -1.06), (0.10, -1.05 + wave), (0.20, -1.02 - wave), (0.10, -0.96 + wave), (0, -0.94)]
            ),
            paint((214, 66, 58)),
        )

    def _tower(self, canvas: Canvas, x: float, half: float, high: float) -> None:
        sand = self._sand
        wide = 1.22 * half
        canvas.drawPath(
            shape([(x - wide, 0.0), (x + wide, 0.0), (x + half, -high), (x - half, -high)]), paint(sand)
        )
        canvas.drawPath(
            shape([(x - wide, 0.0), (x - 0.35 * half, 0.0), (x - 0.3 * half, -high), (x - half, -high)]),
            paint(times(sand, 1.12)),
        )
        for n in range(3):
            left = x - half + n * 0.78 * half
            canvas.drawRect(
                skia.Rect.MakeXYWH(left, -high - 0.06, 0.44 * half, 0.065), paint(times(sand, 1.05))
            )


class Treasure:
    """A heap of gold coins with a few jewels, which glint in turns."""

    box = Box(side=1.6, up=0.8, down=0.2, seat=(0.0, 0.46), room=3.0, rigid=True)

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the heap coin by coin."""
        gold: Colour = (240, 190, 60)
        canvas.drawPath(
            blob([(-1.45, 0.06), (-1.0, -0.20), (-0.4, -0.48), (0.1, -0.56), (0.6, -0.42), (1.1, -0.16),
                  (1.45, 0.06)]),
            paint(times(gold, 0.62)),
        )  # fmt: skip
        rng = np.random.default_rng(3)
        for n in range(150):
            x = float(rng.uniform(-1.3, 1.3))
            top = 0.54 * math.cos(x / 1.4 * math.pi / 2) ** 1.2
            y = -top * float(rng.uniform(0.0, 1.0)) + 0.03
            tone = times(gold, float(rng.uniform(0.74, 1.12)))
            glint = max(math.sin(pose.phase * 2.6 + n * 1.7), 0.0) ** 12
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - 0.055, y - 0.028, 0.11, 0.056),
                paint(mix(tone, (255, 255, 240), glint)),
            )
        for x, y, gem in (
            (-0.5, -0.30, (206, 52, 70)),
            (0.28, -0.36, (60, 150, 220)),
            (0.8, -0.16, (70, 176, 110)),
        ):
            canvas.drawPath(
                shape(
                    [(x - 0.07, y), (x - 0.04, y - 0.06), (x + 0.04, y - 0.06), (x + 0.07, y), (x, y + 0.07)]
                ),
                paint(gem),
            )


class Rainbow:
    """A bow from the ground to the ground, through which one sees."""

    box = Box(side=1.75, up=1.12, down=0.02, seat=(0.0, 1.0), rigid=True)

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw seven bands and the paler air inside."""
        for n, colour in enumerate(_BANDS):
            radius = 1.66 - 0.045 * n
            canvas.save()
            canvas.scale(1.0, 0.64)
            canvas.drawArc(
                skia.Rect.MakeLTRB(-radius, -radius, radius, radius),
                180,
                180,
                False,
                stroke(colour, 0.05, 0.62),
            )
            canvas.restore()


_BANDS: tuple[Colour, ...] = (
    (236, 70, 66), (246, 150, 60), (250, 222, 90), (110, 200, 104), (84, 170, 230), (88, 104, 206),
    (160, 96, 196),
)  # fmt: skip


class Fireworks:
    """Rockets that rise one after the other and burst into a ball of sparks, which fall and go out."""

    box = Box(side=0.95, up=1.5, down=0.05, seat=(0.0, 1.0), rigid=True)

    def __init__(self, colour: Colour | None = None) -> None:
        self._colour = colour
        rng = np.random.default_rng(17)
        way, out = rng.uniform(0, 2 * math.pi, _SPARKS), np.sqrt(rng.uniform(0.05, 1, _SPARKS))
        self._ways = np.stack([np.cos(way) * out, np.sin(way) * out], axis=1) * 0.52

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the smoke that the bursts leave."""
        for at, age, _ in self._bursts(pose.phase):
            if age > 0.25:
                canvas.drawCircle(*at, 0.26 + 0.2 * age, paint((120, 120, 130), 0.10 * (1 - age)))
        canvas.drawCircle(0, 0, 0.006, paint((60, 60, 64), 0.5))

    def glow(self, canvas: Canvas, pose: Pose) -> None:
        """Draw trails and sparks."""
        for at, age, nth in self._bursts(pose.phase):
            colour = self._colour or _BURSTS[nth % len(_BURSTS)]
            if age < 0:  # on its way up
                done = 1 + age / CLIMB
                x, y = at[0] * done, at[1] * (1 - (1 - done) ** 1.6)
                canvas.drawPath(
                    limb([(x * 0.9, y * 0.90), (x, y)], (0.002, 0.009), 5), paint((255, 226, 160), 0.9)
                )
                continue
            far = 1 - (1 - age) ** 3
            fade = (1 - age) ** 0.7
            for n, (dx, dy) in enumerate(self._ways):
                x, y = at[0] + dx * far, at[1] + dy * far + 0.26 * age**2
                twinkle = 0.6 + 0.4 * math.sin(40 * age + n) if age > 0.5 else 1.0
                spark = mix((255, 255, 244), colour, min(3.5 * age, 1.0))
                back = max(far - 0.16, 0.0)
                tail = (at[0] + dx * back, at[1] + dy * back + 0.26 * max(age - 0.1, 0) ** 2)
                canvas.drawLine(*tail, x, y, stroke(spark, 0.010, 0.55 * fade * twinkle))
                canvas.drawCircle(x, y, 0.011, paint(spark, fade * twinkle))
            if age < 0.2:
                canvas.drawCircle(*at, 0.03 + 0.3 * age, paint((255, 250, 230), 0.4 * (1 - 5 * age)))

    def _bursts(self, t: float) -> list[tuple[Point, float, int]]:
        """Where those of the moment burst, how old they are (below 0 on the way up), and their numbers."""
        found = []
        first = int(t / BURSTS_EVERY)
        for nth in range(first - 3, first + 2):
            age = (t - nth * BURSTS_EVERY - CLIMB) / _LASTING
            if -CLIMB / _LASTING < age < 1:
                x = 0.34 * math.sin(2.4 * nth + 0.7)
                y = -0.80 - 0.17 * math.sin(3.7 * nth)
                found.append(((x, y), age if age >= 0 else age * _LASTING, nth))
        return found


_SPARKS = 64
_LASTING = 1.7
"""How long a burst is seen, in phase."""
_BURSTS: tuple[Colour, ...] = (
    (255, 96, 88), (255, 206, 92), (110, 190, 255), (150, 240, 150), (230, 140, 255), (255, 160, 90),
)  # fmt: skip
