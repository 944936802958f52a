"""A four-legged body seen from the side, with a gait: legs that reach and push, a back that bends."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import skia

from kinema.engines.animatic.actors.acting import draw_rising, draw_things, draw_voice
from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, bend, limb, oval, paint, shape, stroke
from kinema.engines.animatic.actors.coats import Coat
from kinema.engines.animatic.actors.heads import draw_crest, draw_head
from kinema.engines.animatic.actors.wardrobe import Worn
from kinema.engines.animatic.actors.wearing import draw_on_animal, draw_on_neck
from kinema.engines.animatic.gesture import Gesture, Thing
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix

# The part of a cycle at which each foot comes down: far hind, near hind, far fore, near fore.
_GALLOP = (0.00, 0.10, 0.46, 0.58)
_WALK = (0.00, 0.50, 0.25, 0.75)
_HOP = (0.00, 0.03, 0.40, 0.46)
_STEPS = {"run": (0.30, 0.27, 0.17), "walk": (0.62, 0.15, 0.07)}
"""Of each gait: the part of a cycle for which a foot is down, how far it reaches, how high it is lifted."""
_FOX = 0.53
_ASLANT = 35.0
"""How far a scarf is turned with the neck, in degrees: its end hangs."""
_BLOTCHES = (
    (-0.72, -0.35, 1.0), (-0.18, 0.10, 1.15), (0.45, -0.42, 0.9), (0.86, 0.28, 0.9), (-0.55, 0.45, 0.6),
    (0.10, -0.75, 0.6), (0.25, 0.6, 0.6), (-0.95, 0.15, 0.6), (0.70, -0.85, 0.6),
)  # fmt: skip
"""Where spots are on a trunk, in half lengths and radii from its middle, and how large."""


class Quadruped:
    """A body of limbs in an animal's coat, in one gait; it may have on hat and glasses, and something round
    its neck and its trunk."""

    def __init__(
        self, coat: Coat, gait: str, gesture: Gesture | None = None, worn: Sequence[Worn] = ()
    ) -> None:
        eyes = next((one.colour for one in worn if one.look.part == "iris"), coat.eyes)
        self._coat = replace(coat, eyes=eyes)
        self._worn = worn
        self._build = coat.build
        self._gait = {"drive": "run", "dance": "walk"}.get(gait, gait)
        self._gesture = gesture
        self._shade = mix(coat.fur, (30, 14, 20), 0.32)
        build, size = coat.build, coat.build.leg / _FOX
        mouth = (build.half - 0.02 + build.neck[0] + 0.16 * build.skull, build.leg + build.neck[1] - 0.05)
        duty, reach, _ = _STEPS.get(self._gait, (1.0, 0.0, 0.0))
        self.box = Box(
            side=1.35 if build.wings or coat.tail == "spade" or build.bulk > 1.8 else 1.05,
            up=1.5 if build.wings else 1.25,
            down=0.35 if build.wings else 0.2,
            seat=(-0.04, build.leg + 0.125 * build.bulk + 0.12 * coat.hump),
            grip=mouth,
            stride=2 * reach * size / duty,
        )

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the body: far legs, tail, trunk, near legs, head."""
        p, build = pose.phase, self._build
        running = self._gait == "run"
        gather = math.sin(2 * math.pi * (p + 0.12)) if running else 0.0
        drop = build.leg - 0.23 * max(build.bulk, 1) if self._gait == "sleep" else 0.0
        size, half = build.leg / _FOX, build.half
        sits = 2.4 * self._gesture.low(p) * size if self._gesture and self._gesture.low else 0.0
        step = 0.010 * math.sin(4 * math.pi * p) if self._gait == "walk" else 0.0
        breath = 0.006 * math.sin(3.2 * p) if self._gait not in ("run", "walk") else 0.0
        hip: Point = (-half - 0.02 + 0.075 * gather * size, -build.leg + drop + 0.015 * gather + step + sits)
        pitch = 0.02 * math.sin(2 * math.pi * p + 1) * running
        chest: Point = (half - 0.02 - 0.055 * gather * size, -build.leg - 0.02 + drop + pitch - step)
        back: Point = (-0.02, -build.leg - 0.015 - 0.075 * gather * size + drop - breath + 0.5 * sits)
        if build.wings:
            self._wing(canvas, chest, p, near=False)
        self._legs(canvas, hip, chest, pose, near=False)
        self._tail(canvas, hip, p)
        self._trunk(canvas, hip, back, chest)
        self._legs(canvas, hip, chest, pose, near=True)
        if self._gesture:
            self._act(canvas, chest, pose)
        else:
            self._head(canvas, chest, p)
        if build.wings:
            self._wing(canvas, chest, p, near=True)

    def _act(self, canvas: Canvas, chest: Point, pose: Pose) -> None:
        """The head of a deed: at a dish, or thrown back to call."""
        gesture, p = self._gesture, pose.phase
        assert gesture is not None
        bow = gesture.bow(p) if gesture.bow else 0.0
        if gesture.dish and bow > 0.5:
            at = (chest[0] + self._build.neck[0] + 0.33, 0.06)
            draw_things(canvas, [Thing(gesture.dish, 0.26, "none", at)], None, behind=False)
        self._head(canvas, chest, p, bow)
        mouth = (self.box.grip[0] + 0.05, -self.box.grip[1])
        if gesture.calls:
            draw_voice(canvas, mouth, 0.34, p)
        else:
            draw_rising(canvas, gesture, pose, (mouth[0], -mouth[1] - 0.66))

    def _trunk(self, canvas: Canvas, hip: Point, back: Point, chest: Point) -> None:
        coat, bulk = self._coat, self._build.bulk
        if coat.hump:
            canvas.drawOval(oval(back[0], back[1] - 0.13 * bulk, 0.15, 0.17), paint(coat.fur))
        outline = limb([hip, back, chest], [0.150 * bulk, 0.132 * bulk, 0.158 * bulk], 15)
        if coat.wool:
            self._wool(canvas, hip, back, chest)
        canvas.drawPath(outline, paint(coat.fur))
        canvas.save()
        canvas.clipPath(outline, True)
        low = 0.095 * bulk
        belly = [(hip[0] + 0.06, hip[1] + low), (back[0], back[1] + low), (chest[0], chest[1] + low)]
        canvas.drawPath(limb(belly, [0.03 * bulk, 0.042 * bulk, 0.06 * bulk]), paint(coat.pale, 0.9))
        if coat.stripes:
            for n in range(7):
                x = hip[0] - 0.03 + (chest[0] - hip[0] + 0.06) * n / 6
                top = back[1] - 0.17 * bulk
                curve = [(x, top), (x + 0.02, top + 0.12 * bulk), (x + 0.004, top + 0.24 * bulk)]
                canvas.drawPath(limb(curve, [0.019, 0.016, 0.003], 7), paint(coat.stripes))
        if coat.spots:
            wide, high = self._build.half + 0.12, 0.14 * bulk
            finer = 1 if coat.speck > 0.05 else 2
            for x, y, part in _BLOTCHES:
                for n in range(finer):
                    at = (back[0] + wide * (x + 0.16 * n), back[1] + high * (y + 0.3 * n * (-1) ** n))
                    radius = coat.speck * part
                    canvas.drawOval(oval(*at, radius * 1.1, radius * 0.9), paint(coat.spots))
        for look, colour, pattern in self._worn:
            if look.part in ("body", "over"):
                self._cover(canvas, hip, chest, colour, pattern)
        canvas.restore()

    def _cover(self, canvas: Canvas, hip: Point, chest: Point, colour: Colour, pattern: str | None) -> None:
        """Cloth round the trunk, from the shoulders to before the hips."""
        left, right, bulk = hip[0] + 0.10, chest[0] + 0.3, self._build.bulk
        canvas.drawRect(skia.Rect.MakeLTRB(left, -2, right, 2), paint(colour))
        line = stroke(mix(colour, (255, 255, 255), 0.45), 0.03)
        canvas.drawLine(left + 0.02, hip[1] - 0.2 * bulk, left + 0.02, hip[1] + 0.2 * bulk, line)
        for n in range(1, 8 if pattern else 0):
            x = left + 0.075 * n
            canvas.drawLine(x, hip[1] - 0.3 * bulk, x, hip[1] + 0.3 * bulk, line)

    def _wool(self, canvas: Canvas, hip: Point, back: Point, chest: Point) -> None:
        for n in range(11):
            angle = 2 * math.pi * n / 11
            x = back[0] + (chest[0] - hip[0] + 0.26) / 2 * math.cos(angle)
            y = back[1] + 0.15 * self._build.bulk * math.sin(angle)
            colour = self._coat.fur if y < back[1] + 0.05 else mix(self._coat.fur, (90, 80, 90), 0.22)
            canvas.drawCircle(x, y, 0.095, paint(colour))

    def foot(self, nth: int, pose: Pose) -> tuple[float, float]:
        """Where the foot is in a pose: ahead of its joint, and above the ground."""
        return self._foot(nth, pose.phase, pose.reach)[:2]

    def _foot(self, nth: int, p: float, longer: float) -> tuple[float, float, float]:
        """Where a foot is from under its joint (x, height above ground), and how far it is folded."""
        size = self._build.leg / _FOX
        match self._gait:
            case "run" | "walk":
                duty, reach, high = _STEPS[self._gait]
                order = _HOP if self._build.hops else _GALLOP if self._gait == "run" else _WALK
                if self._build.hops:
                    duty, high = 0.30, 0.13
                reach, high, offset = reach * size * longer, high * size, order[nth]
            case "fly":
                return ((-0.26 if nth < 2 else -0.10) * size, 0.16 * size, 0.8)
            case "float" | "swim":
                kick = math.sin(2 * math.pi * p + nth * 1.7)
                return (0.12 * kick * size, 0.05 * size, 0.4)
            case "sleep":
                return (0.20 if nth < 2 else 0.24, 0.0, 0.0)
            case "jump":
                air = max(0.0, math.sin(math.pi * (p - 0.25) / 0.75)) if p > 0.25 else 0.0
                return ((-0.22 if nth < 2 else 0.24) * air * size, 0.06 * air, air)
            case _:
                return (0.02 * (1 if nth % 2 else -1), 0.0, 0.0)
        u = (p + 1 - offset) % 1.0
        if u < duty:
            return (reach * (1 - 2 * u / duty), 0.0, 0.0)
        s = (u - duty) / (1 - duty)
        eased = s * s * (3 - 2 * s)
        return (reach * (2 * eased - 1), high * math.sin(math.pi * s) ** 1.2, math.sin(math.pi * s))

    def _legs(self, canvas: Canvas, hip: Point, chest: Point, pose: Pose, *, near: bool) -> None:
        coat, build = self._coat, self._build
        fur = coat.fur if near else self._shade
        if coat.masked:
            fur = coat.dark if near else mix(coat.dark, (16, 10, 16), 0.35)
        dark = coat.dark if near else mix(coat.dark, (16, 10, 16), 0.35)
        size, thick = build.leg / _FOX, build.thigh
        for hind in (True, False):
            nth = (0 if hind else 2) + (1 if near else 0)
            joint = hip if hind else chest
            dx, high, folded = self._foot(nth, pose.phase, pose.reach)
            start = (joint[0] + (-0.03 if hind else 0.035) * size, joint[1] + 0.07 * size)
            foot = (joint[0] + dx + (-0.02 if hind else 0.03) * size, -0.03 * min(thick, 1.4) - high)
            upper, lower = 0.24 * size, (0.245 + 0.02 * folded) * size
            knee = bend(start, foot, upper, lower, -1.0 if hind else 1.0)
            haunch = (0.098 if hind else 0.074) * max(thick, 0.85)
            canvas.drawPath(limb([start, knee, foot], [haunch, 0.052 * thick, 0.036 * thick], 11), paint(fur))
            if coat.hoofs:
                self._hoof(canvas, foot, thick, dark)
                continue
            shin = (knee[0] + (foot[0] - knee[0]) * 0.45, knee[1] + (foot[1] - knee[1]) * 0.45)
            toe = (foot[0] + 0.042 * thick, foot[1] + 0.004)
            widths = [0.041 * thick, 0.035 * thick, 0.026 * thick]
            if build.thigh < 1.5:
                canvas.drawPath(limb([shin, foot, toe], widths, 9), paint(dark))
            else:
                canvas.drawPath(limb([foot, toe], [0.036 * thick, 0.03 * thick], 5), paint(dark))

    def _hoof(self, canvas: Canvas, foot: Point, thick: float, dark: Colour) -> None:
        x, y, wide = foot[0], foot[1], 0.040 * max(thick, 0.8)
        corners = [(x - wide * 0.8, y - 0.03), (x + wide * 0.9, y - 0.03), (x + wide * 1.35, y + 0.03)]
        canvas.drawPath(shape([*corners, (x - wide, y + 0.03)]), paint(dark))

    def _tail(self, canvas: Canvas, hip: Point, p: float) -> None:
        """The tail, each part of it later than the one before."""
        coat = self._coat
        bulk, size = self._build.bulk, self._build.leg / _FOX
        root = (hip[0] - 0.11 * bulk, hip[1] - 0.06 * bulk)
        wave, late = math.sin(2 * math.pi * p - 0.8), math.sin(2 * math.pi * p - 1.9)
        x, y = root
        running = self._gait == "run"
        match coat.tail:
            case "stub":
                canvas.drawCircle(x - 0.02, y + 0.01 * wave, 0.07, paint(coat.pale))
                return
            case "curl":
                curl = skia.Path()
                curl.moveTo(x + 0.03, y)
                curl.cubicTo(x - 0.14, y + 0.05, x - 0.14, y - 0.14, x - 0.05, y - 0.09 + 0.02 * wave)
                curl.cubicTo(x - 0.02, y - 0.03, x - 0.12, y - 0.01, x - 0.16, y - 0.10 + 0.03 * late)
                canvas.drawPath(curl, stroke(coat.dark, 0.035))
                return
            case "plume":
                lag = 0.10 * running
                points = [root, (x - 0.20, y - 0.02), (x - 0.23 - lag, y - 0.30 + 0.02 * wave + lag)]
                points.append((x - 0.10 - lag, y - 0.52 + lag))
                points.append((x - 0.17 + 0.03 * late - 2 * lag, y - 0.66 + 2 * lag))
                canvas.drawPath(limb(points, [0.05, 0.12, 0.145, 0.115, 0.03], 17), paint(coat.fur))
                core = [(px + 0.02, py) for px, py in points[1:-1]]
                canvas.drawPath(limb(core, [0.03, 0.065, 0.03], 11), paint(mix(coat.fur, coat.pale, 0.35)))
                return
            case "hair":
                fall = 0.05 if running else 0.30
                points = [root, (x - 0.13, y + 0.02), (x - 0.19 - 0.16 * running + 0.04 * wave, y + fall)]
                points.append((points[-1][0] - 0.03 - 0.12 * running + 0.06 * late, y + fall + 0.12))
                canvas.drawPath(limb(points, [0.035, 0.065, 0.07, 0.012]), paint(coat.crest or coat.dark))
                return
            case "spade":
                points = [root, (x - 0.22, y + 0.10 + 0.04 * wave), (x - 0.46, y + 0.06 + 0.08 * late),
                          (x - 0.70, y + 0.02 + 0.12 * math.sin(2 * math.pi * p - 3.0))]  # fmt: skip
                points = [(px, min(py, -0.04)) for px, py in points]
                canvas.drawPath(limb(points, [0.12 * bulk, 0.085, 0.055, 0.02], 17), paint(coat.fur))
                if self._build.wings:
                    tip = points[-1]
                    canvas.drawPath(
                        shape(
                            [
                                (tip[0] + 0.05, tip[1] - 0.09),
                                (tip[0] - 0.14, tip[1]),
                                (tip[0] + 0.05, tip[1] + 0.09),
                            ]
                        ),
                        paint(coat.dark),
                    )
                return
            case "tuft":
                hang = 0.02 if running else 0.22 * size
                points = [root, (x - 0.12, y + 0.02), (x - 0.16 - 0.14 * running + 0.05 * wave, y + hang)]
                canvas.drawPath(limb(points, [0.03] * 3, 9), paint(coat.fur))
                canvas.drawOval(
                    oval(points[-1][0] + 0.03 * late, points[-1][1] + 0.03, 0.042, 0.065), paint(coat.dark)
                )
                return
        if running:
            points = [root, (x - 0.20, y - 0.02 + 0.05 * wave), (x - 0.44, y + 0.03 + 0.11 * late)]
        elif self._gait == "sleep":
            points = [root, (x - 0.12, -0.10), (x + 0.14, -0.05)]
        else:
            points = [root, (x - 0.16, y - 0.04), (x - 0.20 + 0.05 * wave, y - 0.24),
                      (x - 0.13 + 0.11 * late, y - 0.40)]  # fmt: skip
        if coat.tail == "bushy":
            if not running:
                points = [root, (x - 0.17, y + 0.06), (x - 0.34 + 0.04 * wave, y + 0.13)]
            canvas.drawPath(limb(points, [0.045, 0.098, 0.060]), paint(coat.fur))
            before, tip = points[-2], points[-1]
            start = (before[0] + (tip[0] - before[0]) * 0.62, before[1] + (tip[1] - before[1]) * 0.62)
            end = (tip[0] + (tip[0] - before[0]) * 0.30, tip[1] + (tip[1] - before[1]) * 0.30)
            canvas.drawPath(limb([start, tip, end], [0.078, 0.056, 0.012]), paint(coat.pale))
            return
        thin = 0.018 if self._build.leg < 0.3 else 0.038
        canvas.drawPath(limb(points, [thin] * len(points)), paint(coat.dark if thin < 0.03 else coat.fur))

    def _wing(self, canvas: Canvas, chest: Point, p: float, *, near: bool) -> None:
        """A skin between fingers, that beats in flight and lies half folded on the ground."""
        beat = math.sin(2 * math.pi * 1.4 * p)
        late = math.sin(2 * math.pi * 1.4 * p - 0.9)
        up, tip = (0.22 + 0.34 * beat, 0.10 + 0.62 * late) if self._gait == "fly" else (0.42, 0.30)
        x, y = chest[0] - (0.10 if near else 0.02), chest[1] - 0.10
        wrist = (x - 0.16, y - up)
        ends = [
            (x - 0.74, y - 0.10 - tip),
            (x - 0.80, y + 0.04 - 0.6 * tip),
            (x - 0.60, y + 0.10 - 0.2 * tip),
        ]
        colour = mix(self._coat.pale, self._coat.dark, 0.25 if near else 0.6)
        skin = skia.Path()
        skin.moveTo(x, y)
        skin.lineTo(*wrist)
        last = wrist
        for end in (*ends, (x - 0.30, y + 0.10)):
            middle = ((last[0] + end[0]) / 2 + 0.05, (last[1] + end[1]) / 2 + 0.03)
            skin.quadTo(
                *(middle if last != wrist else ((last[0] + end[0]) / 2, (last[1] + end[1]) / 2 - 0.05)), *end
            )
            last = end
        skin.close()
        canvas.drawPath(skin, paint(colour))
        bone = stroke(self._coat.fur if near else self._shade, 0.035)
        canvas.drawLine(x, y, *wrist, bone)
        for end in ends:
            canvas.drawLine(*wrist, *end, stroke(self._coat.fur if near else self._shade, 0.020))

    def _head(self, canvas: Canvas, chest: Point, p: float, bow: float = 0.0) -> None:
        coat, build = self._coat, self._build
        running = self._gait in ("run", "fly")
        ahead, up = build.neck
        nod = 0.022 * math.sin(2 * math.pi * p + 0.6) * (1 if self._gait != "stand" else 0.4)
        low = max(bow, 0.0)
        head = (
            chest[0] + ahead * (1.35 if running else 1.0) + 0.10 * low,
            chest[1] - up * (0.72 if running else 1.0) + nod + (up + 0.62 * build.leg) * low,
        )
        if self._gait == "sleep":
            head = (chest[0] + ahead * 1.1, -0.14 * build.skull)
        bulk, throat = build.bulk, build.throat
        root = (chest[0] + 0.03, chest[1] - 0.02)
        middle = (chest[0] + ahead * 0.62, chest[1] - (chest[1] - head[1]) * 0.42)
        neck = [root, middle, head]
        canvas.drawPath(limb(neck, [0.135 * bulk**0.6, 0.112 * throat, 0.098 * throat]), paint(coat.fur))
        if coat.spots and up > 0.4:
            for n in range(4):
                share = 0.25 + 0.2 * n
                at = (root[0] + (head[0] - root[0]) * share, root[1] + (head[1] - root[1]) * share)
                canvas.drawCircle(at[0] + 0.02 * (-1) ** n, at[1], 0.038, paint(coat.spots))
        if coat.mane:
            self._mane(canvas, coat.mane, head, p)
        if not (coat.spots or coat.wool or coat.trunk or coat.mane):
            bib = [(chest[0] + 0.12, chest[1] + 0.05), (chest[0] + 0.18, chest[1] - 0.05)]
            canvas.drawPath(limb(bib, [0.062, 0.055]), paint(coat.pale))
        self._collar(canvas, root, head, p)
        if coat.crest:
            draw_crest(canvas, coat.crest, root, middle, head, math.sin(2 * math.pi * p - 1.2))
        mouth = self._gesture.mouth if self._gesture else ""
        canvas.save()
        canvas.translate(*head)
        canvas.rotate(42 * bow + (34 if coat.crest else 14 if coat.hoofs and build.leg > 0.5 else 0))
        canvas.scale(build.skull, build.skull)
        draw_head(canvas, coat, p, asleep=self._gait == "sleep", swept=running, calls=mouth == "open")
        draw_on_animal(canvas, self._worn, 0.29, (0.066, -0.022))
        canvas.restore()

    def _collar(self, canvas: Canvas, root: Point, head: Point, p: float) -> None:
        """What is round the neck, across it."""
        share = 0.40
        at = (root[0] + (head[0] - root[0]) * share, root[1] + (head[1] - root[1]) * share)
        canvas.save()
        canvas.translate(*at)
        slope = math.degrees(math.atan2(head[1] - root[1], head[0] - root[0])) + 90
        canvas.rotate(min(slope, _ASLANT))
        size = 0.30 * self._build.throat
        canvas.scale(size, size)
        canvas.translate(0.0, -0.18)
        draw_on_neck(canvas, self._worn, p, front=True)
        canvas.restore()

    def _mane(self, canvas: Canvas, colour: Colour, head: Point, p: float) -> None:
        """Locks all round a face, that follow it a moment later."""
        late = 0.014 * math.sin(2 * math.pi * p - 0.6)
        x, y = head[0] - 0.07 * self._build.skull, head[1] + 0.03 + late
        for n in range(12):
            angle = 2 * math.pi * n / 12 + 0.08 * math.sin(2 * math.pi * p + n)
            at = (x + 0.19 * math.cos(angle), y + 0.21 * math.sin(angle))
            canvas.drawCircle(*at, 0.085, paint(mix(colour, (40, 16, 10), 0.12 * (n % 2))))
        canvas.drawCircle(x, y, 0.21, paint(colour))
