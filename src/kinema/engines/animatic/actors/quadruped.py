"""A four-legged body seen from the side, with a gait: legs that reach and push, a back that bends."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.acting import draw_rising, draw_things, draw_voice
from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, bend, blob, limb, paint, shape
from kinema.engines.animatic.actors.coats import Coat
from kinema.engines.animatic.gesture import Gesture, Thing
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import mix

# The part of a cycle at which each foot comes down: far hind, near hind, far fore, near fore.
_GALLOP = (0.00, 0.10, 0.46, 0.58)
_WALK = (0.00, 0.50, 0.25, 0.75)


class Quadruped:
    """A body of limbs in an animal's coat, in one gait."""

    box = Box(side=1.05, up=1.25, down=0.2, seat=(-0.06, 0.66), grip=(0.70, 0.66))

    def __init__(self, coat: Coat, gait: str, gesture: Gesture | None = None) -> None:
        self._coat = coat
        self._gait = gait
        self._gesture = gesture
        self._shade = mix(coat.fur, (30, 14, 20), 0.32)

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the body: far legs, tail, trunk, near legs, head."""
        p = pose.phase
        running = self._gait == "run"
        gather = math.sin(2 * math.pi * (p + 0.12)) if running else 0.0
        drop = {"sleep": 0.30}.get(self._gait, 0.0)
        hip: Point = (-0.33 + 0.075 * gather, -0.53 + drop + 0.015 * gather)
        chest: Point = (0.29 - 0.055 * gather, -0.55 + drop + 0.02 * math.sin(2 * math.pi * p + 1) * running)
        back: Point = (-0.02, -0.545 - 0.075 * gather + drop)
        self._legs(canvas, hip, chest, p, near=False)
        self._tail(canvas, hip, p)
        self._trunk(canvas, hip, back, chest)
        self._legs(canvas, hip, chest, p, near=True)
        if self._gesture:
            self._act(canvas, chest, pose)
        else:
            self._head(canvas, chest, p)

    def _act(self, canvas: Canvas, chest: Point, pose: Pose) -> None:
        """The head of a deed: at a dish, or thrown back to call."""
        gesture, p = self._gesture, pose.phase
        assert gesture is not None
        bow = gesture.bow(p) if gesture.bow else 0.0
        if gesture.dish and bow > 0.5:
            draw_things(
                canvas, [Thing(gesture.dish, 0.26, "none", (chest[0] + 0.52, 0.06))], None, behind=False
            )
        self._head(canvas, chest, p, bow)
        mouth = (chest[0] + 0.36, chest[1] - 0.24)
        if gesture.calls:
            draw_voice(canvas, mouth, 0.34, p)
        else:
            draw_rising(canvas, gesture, pose, (mouth[0], -mouth[1] - 0.66))

    def _trunk(self, canvas: Canvas, hip: Point, back: Point, chest: Point) -> None:
        coat, bulk = self._coat, self._coat.bulk
        canvas.drawPath(
            limb([hip, back, chest], [0.150 * bulk, 0.128 * bulk, 0.162 * bulk], 15), paint(coat.fur)
        )
        belly = [
            (hip[0] + 0.08, hip[1] + 0.10),
            (back[0], back[1] + 0.088),
            (chest[0] - 0.02, chest[1] + 0.088),
        ]
        canvas.drawPath(limb(belly, [0.028, 0.038, 0.066]), paint(coat.pale, 0.9))
        if coat.stripes:
            for n in range(5):
                x = hip[0] + 0.02 + (chest[0] - hip[0]) * n / 4.6
                top = back[1] - 0.115 * bulk + 0.028 * abs(n - 2) / 2
                canvas.drawPath(
                    limb(
                        [(x, top), (x + 0.015, top + 0.07), (x + 0.005, top + 0.13)], [0.017, 0.013, 0.003], 7
                    ),
                    paint(coat.stripes),
                )

    def _foot(self, nth: int, p: float) -> tuple[float, float, float]:
        """Where a foot is from under its joint (x, height above ground), and how far it is folded."""
        match self._gait:
            case "run":
                offset, duty, reach, high = _GALLOP[nth], 0.30, 0.30, 0.17
            case "walk":
                offset, duty, reach, high = _WALK[nth], 0.62, 0.15, 0.07
            case "sleep":
                return (0.20 if nth < 2 else 0.24, 0.0, 0.0)
            case "jump":
                air = max(0.0, math.sin(math.pi * (p - 0.25) / 0.75)) if p > 0.25 else 0.0
                return ((-0.22 if nth < 2 else 0.24) * air, 0.06 * air, air)
            case _:
                return (0.02 * (1 if nth % 2 else -1), 0.0, 0.0)
        u = (p + 1 - offset) % 1.0
        if u < duty:
            return (reach * (1 - 2 * u / duty), 0.0, 0.0)
        s = (u - duty) / (1 - duty)
        eased = s * s * (3 - 2 * s)
        return (reach * (2 * eased - 1), high * math.sin(math.pi * s) ** 1.2, math.sin(math.pi * s))

    def _legs(self, canvas: Canvas, hip: Point, chest: Point, p: float, *, near: bool) -> None:
        coat = self._coat
        fur = coat.fur if near else self._shade
        dark = coat.dark if near else mix(coat.dark, (16, 10, 16), 0.35)
        for hind in (True, False):
            nth = (0 if hind else 2) + (1 if near else 0)
            joint = hip if hind else chest
            dx, high, folded = self._foot(nth, p)
            start = (joint[0] + (-0.03 if hind else 0.035), joint[1] + 0.07)
            foot = (joint[0] + dx + (-0.02 if hind else 0.03), -0.03 - high)
            knee = bend(start, foot, 0.24, 0.245 + 0.02 * folded, -1.0 if hind else 1.0)
            thick = 0.098 if hind else 0.074
            canvas.drawPath(limb([start, knee, foot], [thick, 0.052, 0.034], 11), paint(fur))
            shin = (knee[0] + (foot[0] - knee[0]) * 0.45, knee[1] + (foot[1] - knee[1]) * 0.45)
            toe = (foot[0] + 0.042, foot[1] + 0.004)
            canvas.drawPath(limb([shin, foot, toe], [0.041, 0.035, 0.026], 9), paint(dark))

    def _tail(self, canvas: Canvas, hip: Point, p: float) -> None:
        coat = self._coat
        root = (hip[0] - 0.10, hip[1] - 0.06)
        wave = math.sin(2 * math.pi * p - 0.8)
        late = math.sin(2 * math.pi * p - 1.9)
        if self._gait == "run":
            points = [
                root,
                (root[0] - 0.20, root[1] - 0.02 + 0.05 * wave),
                (root[0] - 0.44, root[1] + 0.03 + 0.11 * late),
            ]
        elif self._gait == "sleep":
            points = [root, (root[0] - 0.12, -0.10), (root[0] + 0.14, -0.05)]
        else:
            points = [
                root,
                (root[0] - 0.16, root[1] - 0.04),
                (root[0] - 0.20 + 0.05 * wave, root[1] - 0.24),
                (root[0] - 0.13 + 0.11 * late, root[1] - 0.40),
            ]
        if coat.tail == "bushy":
            if self._gait != "run":
                points = [
                    root,
                    (root[0] - 0.17, root[1] + 0.06),
                    (root[0] - 0.34 + 0.04 * wave, root[1] + 0.13),
                ]
            widths = [0.045, 0.098, 0.060]
            canvas.drawPath(limb(points, widths), paint(coat.fur))
            before, tip = points[-2], points[-1]
            start = (before[0] + (tip[0] - before[0]) * 0.62, before[1] + (tip[1] - before[1]) * 0.62)
            end = (tip[0] + (tip[0] - before[0]) * 0.30, tip[1] + (tip[1] - before[1]) * 0.30)
            canvas.drawPath(limb([start, tip, end], [0.078, 0.056, 0.012]), paint(coat.pale))
            return
        canvas.drawPath(limb(points, [0.040] * len(points)), paint(coat.fur))
        if coat.tail == "tuft":
            canvas.drawCircle(points[-1][0], points[-1][1], 0.07, paint(coat.dark))

    def _head(self, canvas: Canvas, chest: Point, p: float, bow: float = 0.0) -> None:
        coat = self._coat
        nod = 0.022 * math.sin(2 * math.pi * p + 0.6)
        reach = 0.27 if self._gait == "run" else 0.19
        lift = 0.17 if self._gait == "run" else 0.27
        low = max(bow, 0.0)
        head = (
            chest[0] + reach + 0.10 * low,
            chest[1] - lift + nod + 0.60 * low + (0.26 if self._gait == "sleep" else 0),
        )
        if coat.mane:
            canvas.drawCircle(head[0] - 0.10, head[1] + 0.05, 0.235, paint(coat.mane))
        canvas.drawPath(
            limb(
                [(chest[0] + 0.03, chest[1] - 0.02), (chest[0] + 0.15, chest[1] - 0.10), head],
                [0.135, 0.115, 0.105],
            ),
            paint(coat.fur),
        )
        canvas.drawPath(
            limb([(chest[0] + 0.13, chest[1] + 0.05), (chest[0] + 0.20, chest[1] - 0.05)], [0.062, 0.055]),
            paint(coat.pale),
        )
        canvas.save()
        canvas.translate(*head)
        canvas.rotate(42 * bow)
        self._ears(canvas, back=True)
        canvas.drawCircle(0, 0, 0.132, paint(coat.fur))
        nose = (0.10 + coat.snout, 0.062)
        if self._gesture and self._gesture.mouth == "open":
            jaw = 0.05 + 0.05 * math.sin(p * 6.9)
            canvas.drawPath(
                limb(
                    [(0.03, 0.07), (0.10, 0.09 + jaw), (nose[0] - 0.03, nose[1] + 0.03 + jaw)],
                    [0.05, 0.04, 0.022],
                ),
                paint(mix(coat.fur, (120, 30, 40), 0.6)),
            )
        canvas.drawPath(limb([(0.03, 0.025), (0.10, 0.042), nose], [0.104, 0.078, 0.046]), paint(coat.fur))
        canvas.drawPath(
            limb([(-0.035, 0.090), (0.07, 0.086), (nose[0] - 0.015, nose[1] + 0.012)], [0.052, 0.046, 0.026]),
            paint(coat.pale),
        )
        canvas.drawCircle(nose[0] + 0.026, nose[1] - 0.018, 0.030, paint((34, 26, 28)))
        if self._gait == "sleep":
            canvas.drawPath(
                limb([(0.045, -0.012), (0.07, 0.0), (0.095, -0.012)], [0.008] * 3, 7), paint((34, 26, 28))
            )
        else:
            canvas.drawOval(_oval(0.068, -0.020, 0.021, 0.026), paint((30, 22, 22)))
            canvas.drawCircle(0.075, -0.029, 0.0075, paint((255, 255, 255)))
        self._ears(canvas, back=False)
        canvas.restore()

    def _ears(self, canvas: Canvas, *, back: bool) -> None:
        coat = self._coat
        fur = self._shade if back else coat.fur
        x = 0.015 if back else -0.055
        swept = -0.05 if self._gait == "run" else 0.0
        match coat.ears:
            case "floppy":
                canvas.drawPath(
                    blob(
                        [
                            (x - 0.03, -0.11),
                            (x - 0.10, -0.05),
                            (x - 0.10, 0.08),
                            (x - 0.03, 0.10),
                            (x + 0.02, -0.02),
                        ]
                    ),
                    paint(coat.dark),
                )
            case "round":
                canvas.drawCircle(x - 0.02, -0.115, 0.055, paint(fur))
                canvas.drawCircle(x - 0.015, -0.112, 0.030, paint(coat.pale))
            case _:
                tip = (x - 0.035 + swept, -0.275)
                canvas.drawPath(shape([(x - 0.075, -0.065), tip, (x + 0.062, -0.095)]), paint(fur))
                if not back:
                    canvas.drawPath(
                        shape([(x - 0.042, -0.085), (tip[0] + 0.008, tip[1] + 0.06), (x + 0.030, -0.105)]),
                        paint(mix(coat.pale, (230, 160, 150), 0.35)),
                    )
                canvas.drawPath(
                    shape([(tip[0] - 0.014, tip[1] + 0.07), tip, (tip[0] + 0.033, tip[1] + 0.062)]),
                    paint(coat.dark),
                )


def _oval(x: float, y: float, rx: float, ry: float) -> object:
    return skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry)
