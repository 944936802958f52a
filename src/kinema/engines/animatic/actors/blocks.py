"""What others are on, behind or over: crates, fences, walls, stairs, pyramids, cliffs, rugs, curtains."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, blob, paint, shape, stroke
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, times


class Crate:
    """A wooden crate, which stands for furniture and machines that have no drawing of their own."""

    box = Box(side=0.75, up=1.1, down=0.1, seat=(0.0, 0.99), room=0.9, rigid=True, still=True)

    def __init__(self, wood: Colour = (186, 138, 88)) -> None:
        self._wood = wood

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw boards, the frame around them and a board across."""
        wood = self._wood
        canvas.drawRect(skia.Rect.MakeLTRB(-0.62, -0.92, 0.62, 0.0), paint(times(wood, 0.86)))
        for n in range(1, 6):
            x = -0.62 + 1.24 * n / 6
            canvas.drawLine(x, -0.9, x, -0.02, stroke(times(wood, 0.62), 0.014))
        canvas.drawPath(shape([(-0.60, -0.10), (-0.44, -0.02), (0.60, -0.82), (0.44, -0.90)]), paint(wood))
        for left, top, right, bottom in (
            (-0.66, -0.16, 0.66, 0.0),
            (-0.66, -0.96, 0.66, -0.80),
            (-0.66, -0.96, -0.50, 0.0),
            (0.50, -0.96, 0.66, 0.0),
        ):
            canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), paint(times(wood, 1.08)))
            canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), stroke(times(wood, 0.66), 0.012))
        lid = [(-0.56, -1.0), (0.56, -1.0), (0.66, -0.955), (-0.66, -0.955)]
        canvas.drawPath(shape(lid), paint(times(wood, 1.24)))
        for x in (-0.58, 0.58):
            for y in (-0.88, -0.08):
                canvas.drawCircle(x, y, 0.018, paint(times(wood, 0.5)))


class Fence:
    """Boards on two rails, with a point each."""

    box = Box(side=1.6, up=1.05, down=0.1, seat=(0.0, 0.95), room=1.2, rigid=True, still=True)
    _BOARDS = 11

    def __init__(self, wood: Colour = (222, 212, 192)) -> None:
        self._wood = wood

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw the rails, and the boards before them."""
        for y in (-0.72, -0.30):
            canvas.drawRect(skia.Rect.MakeLTRB(-1.52, y, 1.52, y + 0.10), paint(times(self._wood, 0.70)))
        for n in range(self._BOARDS):
            x = 1.42 * (2 * n / (self._BOARDS - 1) - 1)
            half, top = 0.085, -0.84 - 0.03 * (n % 2)
            board = [(x - half, 0.0), (x - half, top), (x, top - 0.11), (x + half, top), (x + half, 0.0)]
            canvas.drawPath(shape(board), paint(times(self._wood, 0.94 + 0.06 * (n % 2))))
            edge = skia.Rect.MakeLTRB(x + 0.6 * half, top, x + half, 0.0)
            canvas.drawRect(edge, paint(times(self._wood, 0.80)))
            for y in (-0.67, -0.25):
                canvas.drawCircle(x, y, 0.014, paint(times(self._wood, 0.52)))


class Wall:
    """Courses of bricks under flat stones."""

    box = Box(side=1.5, up=1.1, down=0.1, seat=(0.0, 0.99), room=1.1, rigid=True, still=True)
    _COURSES = 7

    def __init__(self, brick: Colour = (176, 98, 78)) -> None:
        self._brick = brick

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw mortar, bricks of three shades, and the stones on top."""
        canvas.drawRect(skia.Rect.MakeLTRB(-1.4, -0.9, 1.4, 0.0), paint((196, 184, 168)))
        high = 0.9 / self._COURSES
        for course in range(self._COURSES):
            top = -0.9 + course * high
            for n in range(-1, 8):
                left = -1.4 + 0.4 * n + 0.2 * (course % 2)
                right = min(left + 0.38, 1.4)
                shade = 0.88 + 0.12 * ((3 * n + 5 * course) % 3) / 2
                brick = skia.Rect.MakeLTRB(max(left, -1.4), top + 0.012, right, top + high - 0.008)
                if brick.width() > 0:
                    canvas.drawRect(brick, paint(times(self._brick, shade)))
        for n in range(4):
            left = -1.46 + 0.73 * n
            canvas.drawRect(skia.Rect.MakeLTRB(left, -1.0, left + 0.71, -0.88), paint((178, 172, 162)))
            canvas.drawRect(skia.Rect.MakeLTRB(left, -1.0, left + 0.71, -0.965), paint((206, 202, 194)))


class Stairs:
    """Stone steps that go up to the right."""

    box = Box(side=1.35, up=1.15, down=0.1, seat=(0.55, 0.99), room=0.9, rigid=True, still=True)
    _STEPS = 6

    def __init__(self, stone: Colour = (170, 164, 156)) -> None:
        self._stone = stone

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw every step's side, rise and tread, the last ones further up."""
        for n in range(self._STEPS):
            left, top = -1.2 + 2.4 * n / self._STEPS, -(n + 1) / self._STEPS
            side = skia.Rect.MakeLTRB(left, top, 1.2, 0.0)
            canvas.drawRect(side, paint(times(self._stone, 0.92 - 0.03 * (n % 2))))
            canvas.drawRect(skia.Rect.MakeLTRB(left, top, left + 0.03, 0.0), paint(times(self._stone, 0.7)))
            tread = skia.Rect.MakeLTRB(left - 0.03, top - 0.03, 1.2, top + 0.025)
            canvas.drawRect(tread, paint(times(self._stone, 1.16)))


class Pyramid:
    """A pyramid of stone, one side in the light and one in the shade."""

    box = Box(side=1.6, up=1.1, down=0.1, seat=(0.0, 0.98), room=1.0, rigid=True, still=True)
    _COURSES = 13

    def __init__(self, stone: Colour = (222, 184, 118)) -> None:
        self._stone = stone

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw both sides, and the joints of its courses."""
        edge = 0.34
        sides = ((-1.5, edge, 1.05), (edge, 1.5, 0.66))
        for left, right, bright in sides:
            face = shape([(left, 0.0), (0.0, -1.0), (right, 0.0)])
            canvas.drawPath(face, paint(times(self._stone, bright)))
            canvas.save()
            canvas.clipPath(face, True)
            for n in range(1, self._COURSES):
                y = -n / self._COURSES
                canvas.drawLine(-1.5, y, 1.5, y, stroke(times(self._stone, bright * 0.82), 0.010))
                for k in range(-16, 17):
                    x = 0.1 * k + 0.05 * (n % 2)
                    joint = stroke(times(self._stone, bright * 0.86), 0.007)
                    canvas.drawLine(x, y, x, y + 1 / self._COURSES, joint)
            canvas.restore()


class Cliff:
    """A crag with grass on its top; who is on it stands near the edge."""

    box = Box(side=1.25, up=1.12, down=0.1, seat=(0.22, 0.985), room=0.7, rigid=True, still=True)
    _OUTLINE = (
        (-1.15, 0.0), (-1.02, -0.22), (-0.98, -0.48), (-0.80, -0.62), (-0.74, -0.84), (-0.52, -0.97),
        (0.58, -1.0), (0.74, -0.92), (0.62, -0.76), (0.44, -0.62), (0.52, -0.40), (0.40, -0.22), (0.58, 0.0),
    )  # fmt: skip
    _FACETS = (
        (((-1.15, 0.0), (-0.98, -0.48), (-0.55, -0.36), (-0.62, 0.0)), 0.82),
        (((-0.80, -0.62), (-0.52, -0.97), (-0.22, -0.70), (-0.55, -0.36), (-0.98, -0.48)), 0.93),
        (((-0.62, 0.0), (-0.55, -0.36), (-0.10, -0.30), (-0.06, 0.0)), 0.74),
        (((-0.22, -0.70), (0.16, -0.98), (0.30, -0.66), (-0.10, -0.30), (-0.55, -0.36)), 0.84),
        (((0.16, -0.98), (0.74, -0.92), (0.44, -0.62), (0.30, -0.66)), 1.22),
        (((0.30, -0.66), (0.44, -0.62), (0.52, -0.40), (0.40, -0.22), (0.14, -0.28)), 1.12),
        (((-0.06, 0.0), (-0.10, -0.30), (0.30, -0.66), (0.14, -0.28), (0.40, -0.22), (0.58, 0.0)), 0.95),
    )
    """Faces of the rock, and how much light each has."""

    def __init__(self, stone: Colour = (140, 126, 114)) -> None:
        self._stone = stone

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw the rock, its faces, and the grass over its edge."""
        canvas.drawPath(shape(self._OUTLINE), paint(times(self._stone, 0.86)))
        for face, bright in self._FACETS:
            canvas.drawPath(shape(face), paint(times(self._stone, bright)))
        turf = [(-0.60, -0.93), (-0.30, -1.03), (0.40, -1.04), (0.76, -0.95), (0.66, -0.88), (0.40, -0.94),
                (0.10, -0.89), (-0.24, -0.93)]  # fmt: skip
        canvas.drawPath(blob(turf), paint((104, 150, 76)))
        for x in (-0.42, -0.05, 0.34, 0.62):
            canvas.drawLine(x, -0.99, x - 0.02, -1.07, stroke((120, 170, 84), 0.02))


class Rug:
    """A rug on the ground, or whatever else is spread there."""

    box = Box(side=1.9, up=0.42, down=0.2, seat=(0.0, 0.16), room=1.9, rigid=True, still=True)

    def __init__(self, wool: Colour = (186, 74, 66)) -> None:
        self._wool = wool

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw it lying there: its border, its middle and its fringes."""
        for n in range(17):
            x = -1.7 + 3.4 * n / 16
            canvas.drawLine(0.86 * x, -0.36, 0.84 * x, -0.40, stroke(times(self._wool, 1.5), 0.02))
            canvas.drawLine(x, 0.14, 1.02 * x, 0.19, stroke(times(self._wool, 1.5), 0.02))
        for share, bright in ((1.0, 0.72), (0.9, 1.0), (0.62, 1.28), (0.52, 1.0)):
            far, near = -0.11 - 0.26 * share, -0.11 + 0.26 * share
            corners = [(-1.5 * share, far), (1.5 * share, far), (1.74 * share, near), (-1.74 * share, near)]
            canvas.drawPath(shape(corners), paint(times(self._wool, bright)))


class Curtain:
    """A heavy curtain on its rail, which moves a little; who is behind it looks out at its side."""

    box = Box(side=0.75, up=1.1, down=0.1, seat=(0.0, 1.0), room=0.7, rigid=True, still=True)

    def __init__(self, cloth: Colour = (150, 44, 52)) -> None:
        self._cloth = cloth

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw folds from left to right, the hem and the rail."""
        folds = 7
        for n in range(folds):
            left, right = (-0.56 + 1.12 * (n + part) / folds for part in (0.0, 1.0))
            sway = 0.012 * math.sin(1.4 * pose.phase + 0.9 * n)
            fold = [(left, -0.98), (right, -0.98), (1.06 * right + sway, -0.02), (1.06 * left + sway, -0.02)]
            canvas.drawPath(shape(fold), paint(times(self._cloth, 0.78 + 0.34 * (n % 2))))
            middle = (left + right) / 2
            canvas.drawLine(
                middle, -0.97, 1.06 * middle + sway, -0.03, stroke(times(self._cloth, 0.66), 0.014)
            )
        canvas.drawRect(skia.Rect.MakeLTRB(-0.64, -0.08, 0.64, -0.02), paint(times(self._cloth, 1.3)))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.68, -1.02, 0.68, -0.97), paint((176, 140, 74)))
        for x in (-0.69, 0.69):
            canvas.drawCircle(x, -0.995, 0.04, paint((196, 160, 90)))
