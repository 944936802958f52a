"""Birds that go on their feet, a penguin among them, and who goes without any: snakes, worms and turtles."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, paint, shape, stroke
from kinema.engines.animatic.actors.wardrobe import Worn
from kinema.engines.animatic.actors.wearing import draw_on_animal, draw_on_head, draw_on_neck
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, smooth

_INK: Colour = (28, 24, 30)


@dataclass(frozen=True)
class Feathers:
    """A walking bird: its colours, how long legs are, where its head is from its breast (ahead and up), how
    thick its neck is, and what it has on its head and behind."""

    back: Colour
    belly: Colour
    beak: Colour
    leg: float = 0.24
    neck: tuple[float, float] = (0.14, 0.30)
    throat: float = 0.10
    bill: float = 0.14
    head: Colour | None = None
    comb: Colour | None = None
    plume: Colour | None = None
    upright: bool = False
    fan: bool = False
    """Whether it spreads its tail where it stands."""


FEATHERS: dict[str, Feathers] = {
    "🐔": Feathers((246, 238, 226), (255, 250, 240), (244, 170, 50), comb=(220, 50, 50), plume=(230, 214, 196)),
    "🐓": Feathers((172, 76, 40), (206, 120, 60), (244, 180, 60), head=(230, 150, 60), comb=(220, 40, 44), plume=(30, 90, 84)),
    "🐥": Feathers((252, 214, 76), (255, 232, 130), (244, 150, 50), leg=0.18, neck=(0.08, 0.24), bill=0.10),
    "🦆": Feathers((150, 124, 98), (206, 190, 168), (246, 182, 60), leg=0.15, head=(40, 120, 86), bill=0.19, neck=(0.16, 0.34)),
    "🦢": Feathers((246, 248, 252), (255, 255, 255), (240, 140, 50), leg=0.12, neck=(0.16, 0.58), throat=0.062, bill=0.16),
    "🪿": Feathers((230, 228, 224), (250, 250, 248), (240, 150, 60), leg=0.18, neck=(0.14, 0.48), throat=0.07, bill=0.15),
    "🦃": Feathers((112, 70, 48), (142, 92, 62), (236, 180, 70), head=(120, 150, 190), comb=(214, 52, 52), plume=(176, 104, 54), fan=True),
    "🦩": Feathers((248, 140, 160), (252, 176, 186), (60, 44, 50), leg=0.48, neck=(0.16, 0.34), throat=0.045, bill=0.13),
    "🦚": Feathers((30, 110, 150), (40, 140, 160), (210, 190, 140), head=(34, 90, 180), comb=(34, 90, 180), plume=(46, 150, 90), fan=True),
    "🐧": Feathers((44, 50, 66), (248, 248, 250), (246, 172, 54), upright=True),
    "🦤": Feathers((130, 130, 142), (170, 170, 180), (220, 190, 110), bill=0.24),
}  # fmt: skip
"""By the artwork of a subject."""
FEATHERS |= {"🐤": FEATHERS["🐥"], "🐣": FEATHERS["🐥"]}


class Fowl:
    """A bird on its feet, that nods as it goes; on water it has none."""

    def __init__(self, feathers: Feathers, gait: str, worn: Sequence[Worn] = ()) -> None:
        self._feathers = feathers
        self._worn = worn
        self._gait = gait
        stride = 2 * 0.09 / 0.6 if gait in ("walk", "run") else 0.0
        self._fans = feathers.fan and gait not in ("walk", "run", "sail", "swim", "float", "sleep")
        self.box = Box(
            side=1.3 if self._fans else 0.85,
            up=1.65 if self._fans else 1.2,
            down=0.15,
            seat=(-0.08, 0.62),
            grip=(0.5, 0.7),
            room=0.4,
            stride=stride,
        )

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw feet, tail, body, neck, head and wing."""
        coat = self._feathers
        if coat.upright:
            self._penguin(canvas, pose)
            return
        p = pose.phase
        floats = self._gait in ("sail", "swim", "float")
        leg = 0.0 if floats else coat.leg
        y = -leg - 0.15 + 0.012 * math.sin(4 * math.pi * p) * (self._gait in ("walk", "run"))
        if not floats:
            for side in (-1.0, 1.0):
                self._foot(canvas, side, y, pose)
        late = 0.03 * math.sin(2 * math.pi * p - 1.2)
        if coat.plume and self._fans:
            self._fan(canvas, coat.plume, y, pose)
        elif coat.plume:
            for n in range(4):
                end = (-0.50 + 0.05 * n + late, y - 0.10 - 0.10 * n)
                canvas.drawPath(
                    limb(
                        [(-0.20, y - 0.02), ((-0.42 + 0.04 * n), y - 0.12 - 0.08 * n), end],
                        [0.07, 0.06, 0.03],
                        9,
                    ),
                    paint(mix(coat.plume, (20, 20, 30), 0.12 * n)),
                )
        else:
            canvas.drawPath(
                shape([(-0.24, y - 0.08), (-0.46, y - 0.14 + late), (-0.26, y + 0.06)]),
                paint(mix(coat.back, (20, 14, 20), 0.2)),
            )
        canvas.drawPath(
            limb([(-0.26, y - 0.04), (-0.02, y), (0.20, y - 0.06)], [0.10, 0.19, 0.15]), paint(coat.back)
        )
        canvas.drawPath(limb([(-0.10, y + 0.07), (0.18, y)], [0.10, 0.11]), paint(coat.belly))
        # The head stays behind while the body goes on, and catches up: birds do.
        nod = 0.05 * math.sin(4 * math.pi * p) if self._gait in ("walk", "run") else 0.012 * math.sin(2 * p)
        breast: Point = (0.20, y - 0.05)
        head: Point = (breast[0] + coat.neck[0] + nod, breast[1] - coat.neck[1])
        bow: Point = (breast[0] + 0.10, (breast[1] + head[1]) / 2)
        tone = coat.head or coat.back
        canvas.drawPath(
            limb([breast, bow, head], [0.12, coat.throat, coat.throat]),
            paint(tone if coat.throat > 0.09 else coat.back),
        )
        if coat.comb:
            for n in range(3):
                canvas.drawCircle(head[0] - 0.05 + 0.05 * n, head[1] - 0.115, 0.042, paint(coat.comb))
            canvas.drawOval(skia.Rect.MakeXYWH(head[0] + 0.06, head[1] + 0.05, 0.05, 0.10), paint(coat.comb))
        size = 0.118 if coat.throat > 0.08 else 0.095
        x, top = head
        canvas.drawPath(
            limb([(x + 0.07, top + 0.01), (x + size + coat.bill, top + 0.035)], [0.055, 0.018], 7),
            paint(coat.beak),
        )
        canvas.drawCircle(x, top, size, paint(tone))
        _eye(canvas, (x + 0.045, top - 0.025), 0.032, p)
        self._collar(canvas, (bow[0], bow[1] - 0.03), 1.1 * coat.throat / 0.32, p)
        canvas.save()
        canvas.translate(x, top)
        draw_on_animal(canvas, self._worn, 2.2 * size, (0.045, -0.025))
        canvas.restore()
        wing = [(0.14, y - 0.09), (-0.12, y - 0.15), (-0.34, y - 0.02 + late), (-0.10, y + 0.06)]
        canvas.drawPath(blob(wing), paint(mix(coat.back, (30, 20, 20), 0.14)))

    def _fan(self, canvas: Canvas, plume: Colour, y: float, pose: Pose) -> None:
        """The tail, which opens into a wheel and trembles: each feather ends in an eye."""
        opened = 0.25 + 0.75 * float(smooth(pose.phase, 0.2, 1.3))
        eyed = self._feathers.head is not None and self._feathers.head[2] > self._feathers.head[0] * 2
        long = 1.0 if eyed else 0.7
        for ring, (length, count) in enumerate(((1.02 * long, 17), (0.80 * long, 14), (0.58 * long, 11))):
            for n in range(count):
                angle = (-14 + 100 * opened * (2 * n / (count - 1) - 1)) * math.pi / 180
                angle += 0.012 * math.sin(9 * pose.phase + 2.1 * n)
                x, up = length * math.sin(angle), length * math.cos(angle)
                end = (-0.12 + x, y - 0.02 - up)
                middle = (-0.12 + 0.5 * x, y - 0.02 - 0.52 * up)
                tone = mix(plume, (16, 40, 30), 0.14 * ring + 0.10 * (n % 2))
                canvas.drawPath(limb([(-0.12, y - 0.02), middle, end], [0.02, 0.05, 0.075], 7), paint(tone))
                if eyed:
                    canvas.drawCircle(*end, 0.062, paint((190, 160, 70)))
                    canvas.drawCircle(*end, 0.044, paint((44, 150, 170)))
                    canvas.drawCircle(*end, 0.024, paint((26, 48, 130)))

    def _foot(self, canvas: Canvas, side: float, hip: float, pose: Pose) -> None:
        coat, x, lifted = self._feathers, 0.03 + 0.02 * side, 0.0
        if self._gait in ("walk", "run"):
            u = (pose.phase + (0.5 if side > 0 else 0.0)) % 1.0
            reach = 0.09 * pose.reach
            if u < 0.6:
                x += reach * (1 - 2 * u / 0.6)
            else:
                s = (u - 0.6) / 0.4
                x += reach * (2 * s * s * (3 - 2 * s) - 1)
                lifted = 0.08 * math.sin(math.pi * s)
        line = stroke(mix(coat.beak, (30, 20, 20), 0.1 if side > 0 else 0.35), 0.034)
        knee = ((0.03 + x) / 2 - 0.03, (hip + 0.1 - lifted) / 2)
        canvas.drawLine(0.03, hip + 0.06, *knee, line)
        canvas.drawLine(*knee, x, -0.015 - lifted, line)
        canvas.drawLine(x - 0.03, -0.015 - lifted, x + 0.09, -0.015 - lifted, line)

    def _penguin(self, canvas: Canvas, pose: Pose) -> None:
        """Upright, from foot to foot, with wings held out for balance."""
        coat, p = self._feathers, pose.phase
        going = self._gait in ("walk", "run", "dance")
        rock = math.sin(2 * math.pi * p) if going else 0.15 * math.sin(2 * p)
        for side in (-1.0, 1.0):
            up = 0.05 * max(0.0, -side * rock) * going
            x = 0.12 * side + 0.05 * math.sin(2 * math.pi * p + math.pi * (side > 0)) * going
            canvas.drawOval(skia.Rect.MakeLTRB(x - 0.10, -0.07 - up, x + 0.15, 0.0 - up), paint(coat.beak))
        canvas.save()
        canvas.rotate(7 * rock)
        for side in (-1.0, 1.0):
            out = 0.10 + 0.07 * (1 + math.sin(2 * math.pi * p + side)) * (1.0 if going else 0.3)
            flipper = [(0.24 * side, -0.62), ((0.27 + out) * side, -0.42), ((0.26 + 1.4 * out) * side, -0.24)]
            canvas.drawPath(limb(flipper, [0.06, 0.07, 0.03], 9), paint(mix(coat.back, (10, 10, 16), 0.2)))
        canvas.drawPath(limb([(0, -0.26), (0, -0.48), (0, -0.74)], [0.25, 0.28, 0.20]), paint(coat.back))
        canvas.drawPath(
            limb([(0.04, -0.24), (0.04, -0.46), (0.03, -0.60)], [0.19, 0.21, 0.13]), paint(coat.belly)
        )
        canvas.drawCircle(0.0, -0.82, 0.205, paint(coat.back))
        for x in (-0.05, 0.13):
            canvas.drawCircle(x, -0.80, 0.085, paint(coat.belly))
        for x in (-0.035, 0.13):
            _eye(canvas, (x, -0.83), 0.034, p)
        canvas.drawPath(shape([(-0.01, -0.77), (0.11, -0.77), (0.075, -0.69)]), paint(coat.beak))
        for x in (-0.10, 0.19):
            canvas.drawCircle(x, -0.745, 0.032, paint((244, 160, 160), 0.7))
        self._collar(canvas, (0.02, -0.68), 0.6, p)
        canvas.translate(0.0, -0.61)
        canvas.scale(0.44, 0.44)
        draw_on_head(canvas, self._worn, "crown")
        canvas.translate(0.107, -0.025)
        draw_on_head(canvas, self._worn, "face")
        canvas.restore()

    def _collar(self, canvas: Canvas, at: Point, size: float, p: float) -> None:
        """What is round the neck."""
        canvas.save()
        canvas.translate(*at)
        canvas.scale(size, size)
        canvas.translate(0.0, -0.16)
        draw_on_neck(canvas, self._worn, p, front=True)
        canvas.restore()


class Snake:
    """A long body on the ground through which a wave runs, with its head up and its tongue out now and then."""

    box = Box(side=1.1, up=0.9, down=0.15, seat=(0.0, 0.25), grip=(0.75, 0.4), room=0.4)

    def __init__(self, skin: Colour = (96, 168, 76), gait: str = "walk", *, worm: bool = False) -> None:
        self._skin = skin
        self._moves = gait != "stand"
        self._worm = worm

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw tail to head."""
        p = pose.phase
        points = []
        for n in range(11):
            along = n / 10
            wave = math.sin(2 * math.pi * (1.6 * along + p * (1.0 if self._moves else 0.15)))
            x = -0.78 + 1.22 * along + 0.03 * wave
            points.append((x, -0.10 - 0.075 * (1 + wave) * math.sin(math.pi * along) ** 0.6))
        sway = 0.04 * math.sin(2 * math.pi * p * 0.7)
        head: Point = (0.66 + sway, -0.20 if self._worm else -0.46)
        points += [(0.56, points[-1][1] - 0.08), (0.55 + sway * 0.5, head[1] + 0.06), head]
        widths = [0.015, 0.05, 0.075, 0.09, 0.098, 0.10, 0.10, 0.10, 0.10, 0.098, 0.095, 0.09, 0.085, 0.08]
        canvas.drawPath(limb(points, widths, 44), paint(self._skin))
        dark = mix(self._skin, (20, 40, 20), 0.4)
        for n in range(2, 11):
            x, y = points[n]
            canvas.drawCircle(x, y - 0.035, 0.028, paint(dark))
        if not self._worm and (p * 0.9) % 1.0 < 0.3:
            line = stroke((220, 40, 60), 0.014)
            canvas.drawLine(head[0] + 0.1, head[1] + 0.02, head[0] + 0.26, head[1] + 0.02, line)
            canvas.drawLine(head[0] + 0.26, head[1] + 0.02, head[0] + 0.31, head[1] - 0.01, line)
            canvas.drawLine(head[0] + 0.26, head[1] + 0.02, head[0] + 0.31, head[1] + 0.05, line)
        canvas.drawPath(limb([head, (head[0] + 0.13, head[1] + 0.015)], [0.105, 0.07], 7), paint(self._skin))
        _eye(canvas, (head[0] + 0.05, head[1] - 0.045), 0.036, p)


class Turtle:
    """A dome on four short legs, with a head that comes out; in water its legs row."""

    box = Box(side=0.95, up=0.8, down=0.15, seat=(-0.05, 0.56), grip=(0.6, 0.3), room=0.5, stride=0.30)

    def __init__(self, skin: Colour = (126, 174, 86), gait: str = "walk") -> None:
        self._skin = skin
        self._gait = gait

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw far legs, tail, head, near legs and shell."""
        p, skin = pose.phase, self._skin
        swims = self._gait in ("swim", "float", "fly")
        shade, shell = mix(skin, (20, 30, 20), 0.35), (132, 98, 58)
        for near in (False, True):
            for front in (False, True):
                u = 2 * math.pi * (p + 0.25 * (front + 2 * (near != front)))
                x = 0.28 if front else -0.30
                tone = skin if near else shade
                if swims:
                    end = (x - 0.16 + 0.10 * math.cos(u), -0.08 + 0.14 * math.sin(u))
                else:
                    end = (x + 0.075 * pose.reach * math.cos(u), -0.05 - 0.05 * max(0.0, -math.sin(u)))
                canvas.drawPath(limb([(x, -0.19), end], [0.10, 0.075], 7), paint(tone))
            if not near:
                canvas.drawPath(shape([(-0.46, -0.20), (-0.64, -0.10), (-0.44, -0.12)]), paint(skin))
                out = 0.02 * math.sin(2 * math.pi * p)
                head = (0.62 + out, -0.34)
                canvas.drawPath(limb([(0.36, -0.20), (0.52, -0.24), head], [0.09, 0.08, 0.105]), paint(skin))
                canvas.drawPath(limb([head, (head[0] + 0.10, head[1] + 0.03)], [0.105, 0.06], 7), paint(skin))
                _eye(canvas, (head[0] + 0.05, head[1] - 0.03), 0.036, p)
                smile = limb(
                    [(head[0] + 0.14, head[1] + 0.05), (head[0] + 0.04, head[1] + 0.06)], [0.007] * 2, 5
                )
                canvas.drawPath(smile, paint(_INK, 0.7))
        dome = [(-0.52, -0.16), (-0.44, -0.42), (0.0, -0.60), (0.36, -0.42), (0.46, -0.16)]
        canvas.drawPath(blob(dome), paint(shell))
        for x, y, r in ((-0.24, -0.34, 0.10), (0.0, -0.42, 0.11), (0.22, -0.33, 0.095)):
            canvas.drawCircle(x, y, r, paint(mix(shell, (240, 214, 150), 0.35)))
        canvas.drawPath(
            limb([(-0.50, -0.17), (0.0, -0.13), (0.44, -0.17)], [0.045] * 3, 9),
            paint(mix(shell, (250, 230, 170), 0.5)),
        )


def _eye(canvas: Canvas, at: Point, size: float, t: float) -> None:
    """An eye that blinks now and then."""
    if (t * 0.37) % 1.0 < 0.045:
        canvas.drawLine(at[0] - size, at[1], at[0] + size, at[1], stroke(_INK, 0.4 * size))
        return
    canvas.drawCircle(*at, size, paint((252, 252, 250)))
    canvas.drawCircle(at[0] + 0.2 * size, at[1], 0.72 * size, paint(_INK))
    canvas.drawCircle(at[0] + 0.42 * size, at[1] - 0.3 * size, 0.24 * size, paint((255, 255, 255)))
