"""Things that others sit on, lie under and swim in: a park bench, a table, a glass bowl."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, limb, paint, shape
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, times

_IRON: Colour = (58, 62, 70)


class Bench:
    """A bench of wooden slats on iron legs, seen from before it."""

    box = Box(side=1.25, up=1.0, down=0.12, seat=(0.0, 0.50), room=1.6, rigid=True, still=True)

    def __init__(self, wood: Colour = (150, 100, 62)) -> None:
        self._wood = wood

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw from the back rest to the front legs."""
        iron, wood = paint(_IRON), self._wood
        for x in (-0.92, 0.92):
            canvas.drawPath(limb([(x, -0.02), (x * 0.99, -0.46), (x * 0.97, -0.96)], [0.030] * 3, 9), iron)
        for n, y in enumerate((-0.92, -0.76, -0.60)):
            canvas.drawRoundRect(skia.Rect.MakeLTRB(-1.10, y - 0.055, 1.10, y + 0.05), 0.02, 0.02,
                                 paint(times(wood, 1.04 - 0.06 * n)))  # fmt: skip
        for n, y in enumerate((-0.475, -0.435)):
            far = 0.03 * (1 - n)
            canvas.drawPath(
                shape([(-1.08 + far, y - 0.03), (1.08 - far, y - 0.03), (1.12, y + 0.03), (-1.12, y + 0.03)]),
                paint(times(wood, 1.22 - 0.10 * n)),
            )
        canvas.drawRect(skia.Rect.MakeLTRB(-1.12, -0.415, 1.12, -0.36), paint(times(wood, 0.68)))
        for x in (-0.98, 0.98):
            canvas.drawPath(limb([(x, 0.02), (x, -0.40)], [0.036, 0.032], 7), iron)
            canvas.drawPath(limb([(x, -0.40), (x, -0.66), (x * 0.96, -0.68)], [0.028] * 3, 9), iron)
            canvas.drawOval(skia.Rect.MakeLTRB(x - 0.07, -0.01, x + 0.07, 0.035), iron)


class Chair:
    """A wooden chair with an upholstered seat; it looks where who sits on it does."""

    box = Box(side=0.50, up=1.1, down=0.1, seat=(0.0, 0.37), room=2.1, rigid=True, still=True)

    def __init__(self, cloth: Colour = (176, 74, 60)) -> None:
        self._cloth = cloth

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw far legs, back rest, seat and near legs."""
        wood: Colour = (142, 94, 58)
        for x, top in ((-0.16, -0.32), (0.30, -0.32)):
            canvas.drawPath(limb([(x, -0.04), (x, top)], [0.028, 0.032], 5), paint(times(wood, 0.6)))
        for x in (-0.30, -0.20):
            post = [(x, -0.32), (x - 0.03, -0.75), (x - 0.07, -1.0)]
            canvas.drawPath(
                limb(post, [0.034, 0.032, 0.030], 7), paint(times(wood, 0.9 if x > -0.25 else 1.0))
            )
        for y in (-0.94, -0.76, -0.58):
            x = -0.24 + 0.12 * (y + 0.32)
            canvas.drawPath(
                limb([(x - 0.08, y + 0.01), (x + 0.05, y - 0.01)], [0.046] * 2, 5), paint(times(wood, 1.15))
            )
        seat = [(-0.34, -0.34), (-0.22, -0.41), (0.34, -0.41), (0.36, -0.34)]
        canvas.drawPath(shape(seat), paint(times(self._cloth, 1.12)))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.34, -0.34, 0.36, -0.29), paint(times(wood, 0.85)))
        for x in (-0.30, 0.31):
            canvas.drawPath(limb([(x, 0.0), (x, -0.30)], [0.030, 0.036], 5), paint(wood))


class Sofa:
    """A sofa for two, seen from before it."""

    box = Box(side=1.35, up=1.1, down=0.1, seat=(0.0, 0.48), room=1.5, rigid=True, still=True)

    def __init__(self, cloth: Colour = (86, 122, 140)) -> None:
        self._cloth = cloth

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw feet, back, cushions and arms."""
        cloth = self._cloth
        for x in (-1.02, 1.02):
            canvas.drawRect(skia.Rect.MakeLTRB(x - 0.05, -0.10, x + 0.05, 0.02), paint((84, 58, 40)))
        box = skia.Rect.MakeLTRB
        canvas.drawRoundRect(box(-1.10, -1.0, 1.10, -0.20), 0.14, 0.14, paint(times(cloth, 0.84)))
        for x in (-0.96, 0.01):
            canvas.drawRoundRect(box(x, -0.92, x + 0.95, -0.42), 0.10, 0.10, paint(cloth))
        for x in (-0.96, 0.01):
            canvas.drawRoundRect(box(x, -0.52, x + 0.95, -0.30), 0.07, 0.07, paint(times(cloth, 1.16)))
        canvas.drawRect(box(-1.05, -0.34, 1.05, -0.08), paint(times(cloth, 0.92)))
        for x in (-1.26, 0.96):
            canvas.drawRoundRect(box(x, -0.68, x + 0.30, -0.06), 0.12, 0.12, paint(times(cloth, 1.06)))


class Table:
    """A wooden table; whoever is under it is seen between its legs."""

    box = Box(side=1.15, up=1.05, down=0.12, seat=(0.0, 0.99), room=0.62, rigid=True, still=True)

    def __init__(self, wood: Colour = (168, 112, 68)) -> None:
        self._wood = wood

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw far legs, top, apron and near legs."""
        wood = self._wood
        for x in (-0.66, 0.66):
            canvas.drawPath(limb([(x, -0.12), (x, -0.85)], [0.028, 0.036], 5), paint(times(wood, 0.52)))
        top = [(-0.92, -1.0), (0.92, -1.0), (1.06, -0.90), (-1.06, -0.90)]
        canvas.drawPath(shape(top), paint(times(wood, 1.16)))
        canvas.drawRect(skia.Rect.MakeLTRB(-1.06, -0.90, 1.06, -0.84), paint(wood))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.92, -0.84, 0.92, -0.75), paint(times(wood, 0.72)))
        for x in (-0.90, 0.90):
            canvas.drawPath(limb([(x, 0.0), (x, -0.80)], [0.038, 0.052], 5), paint(times(wood, 0.88)))


class Window:
    """A window in a piece of wall, with a deep sill on which others are."""

    box = Box(side=0.9, up=1.05, down=0.05, seat=(0.0, 0.335), room=0.5, rigid=True, still=True)

    def __init__(self, wall: Colour = (206, 190, 166)) -> None:
        self._wall = wall

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw the wall, panes with the light on them, the frame, and the sill."""
        box, white = skia.Rect.MakeLTRB, (246, 242, 234)
        canvas.drawRect(box(-0.80, -1.02, 0.80, 0.0), paint(self._wall))
        canvas.drawRect(box(-0.80, -0.06, 0.80, 0.0), paint(times(self._wall, 0.82)))
        canvas.drawRect(box(-0.60, -0.96, 0.60, -0.34), paint((112, 152, 188)))
        for x in (-0.46, 0.12):
            gleam = [(x, -0.34), (x + 0.12, -0.34), (x + 0.38, -0.96), (x + 0.26, -0.96)]
            canvas.drawPath(shape(gleam), paint((168, 200, 222)))
        for x in (-0.62, -0.03, 0.56):
            canvas.drawRect(box(x, -0.98, x + 0.06, -0.34), paint(white))
        for y in (-1.0, -0.68):
            canvas.drawRect(box(-0.62, y, 0.62, y + 0.05), paint(white))
        canvas.drawRect(box(-0.72, -0.36, 0.72, -0.28), paint(white))
        canvas.drawRect(box(-0.72, -0.29, 0.72, -0.25), paint(times(white, 0.78)))


class Bowl:
    """A round glass of water; whoever is in it is seen through it."""

    box = Box(side=0.75, up=1.1, down=0.1, seat=(0.0, 0.95), hollow=(0.0, 0.27), room=0.46, rigid=True)

    def __init__(self, tint: Colour = (120, 196, 232)) -> None:
        self._tint = tint

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw water, sand, glass and the light on it; the water's surface sways."""
        globe = skia.Path()
        globe.addCircle(0, -0.47, 0.50)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-1, -0.90, 1, 0.0), doAntiAlias=True)
        canvas.clipPath(globe, True)
        level = -0.74 + 0.008 * math.sin(pose.phase * 5)
        canvas.drawRect(skia.Rect.MakeLTRB(-1, level, 1, 0), paint(self._tint, 0.42))
        canvas.drawOval(skia.Rect.MakeLTRB(-0.43, level - 0.035, 0.43, level + 0.035),
                        paint(mix(self._tint, (255, 255, 255), 0.6), 0.6))  # fmt: skip
        canvas.drawOval(skia.Rect.MakeLTRB(-0.46, -0.13, 0.46, 0.2), paint((226, 196, 140), 0.95))
        for n, x in enumerate((-0.26, -0.12, 0.05, 0.2, 0.3)):
            colour = ((200, 110, 90), (120, 150, 190), (240, 220, 170))[n % 3]
            canvas.drawCircle(x, -0.085 + 0.02 * (n % 2), 0.035, paint(colour))
        canvas.restore()
        glass = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(190, 236, 248, 255), StrokeWidth=0.022,
                           Style=skia.Paint.kStroke_Style)  # fmt: skip
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-1, -0.885, 1, 0.05), doAntiAlias=True)
        canvas.drawCircle(0, -0.47, 0.49, glass)
        canvas.restore()
        canvas.drawOval(skia.Rect.MakeLTRB(-0.29, -0.93, 0.29, -0.84), glass)
        canvas.drawPath(limb([(-0.36, -0.60), (-0.30, -0.72), (-0.20, -0.79)], [0.012, 0.022, 0.012], 9),
                        paint((255, 255, 255), 0.75))  # fmt: skip


class Jetty:
    """Planks on posts over the water, for whoever fishes from them."""

    box = Box(side=1.6, up=0.2, down=0.6, rigid=True, still=True)

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw posts, and planks over them."""
        wood: Colour = (138, 98, 66)
        for x in (-1.30, -0.62, 0.05, 0.40):
            canvas.drawPath(limb([(x, 0.0), (x, 0.42)], [0.052, 0.046], 5), paint(times(wood, 0.6)))
        canvas.drawRect(skia.Rect.MakeLTRB(-1.55, -0.06, 0.50, 0.05), paint(times(wood, 1.25)))
        canvas.drawRect(skia.Rect.MakeLTRB(-1.55, 0.05, 0.50, 0.13), paint(wood))
        for n in range(9):
            x = -1.42 + 0.22 * n
            canvas.drawRect(skia.Rect.MakeLTRB(x, -0.06, x + 0.012, 0.13), paint(times(wood, 0.7)))
