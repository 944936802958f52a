"""Heads of four-legged animals: ears, horns, eyes that blink, a nose, a trunk."""

from __future__ import annotations

import math
from itertools import pairwise

from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, oval, paint, shape, stroke
from kinema.engines.animatic.actors.coats import Coat
from kinema.engines.animatic.raster import Colour, mix

_INK: Colour = (34, 26, 28)
_IVORY: Colour = (244, 236, 214)
_HORN: Colour = (214, 196, 160)
_ANTLER: Colour = (150, 104, 66)


def blinks(t: float) -> bool:
    """Whether eyes are shut at that moment of a gait: now and then, and shortly."""
    return (t * 0.43) % 1.0 < 0.045


def draw_crest(canvas: Canvas, colour: Colour, root: Point, middle: Point, head: Point, wind: float) -> None:
    """A mane that falls from the nape, later than the neck."""
    for n in range(6):
        share = 0.25 + 0.15 * n
        start, end = (root, middle) if share < 0.5 else (middle, head)
        part = share * 2 % 1.0 if share < 1 else 1.0
        x, y = start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
        lock = [(x - 0.05, y - 0.06), (x - 0.13, y - 0.01 + 0.01 * wind), (x - 0.15 - 0.02 * wind, y + 0.10)]
        canvas.drawPath(limb(lock, [0.06, 0.055, 0.012], 7), paint(colour))


def draw_head(canvas: Canvas, coat: Coat, t: float, *, asleep: bool, swept: bool, calls: bool) -> None:
    """A head about its own middle, looking to the right; `calls` opens its mouth, `swept` lays back ears."""
    face = coat.face or coat.fur
    _ears(canvas, coat, t, swept=swept, back=True)
    if coat.horns:
        _horns(canvas, coat)
    if coat.mane is None and coat.wool:
        for x, y in ((-0.08, -0.08), (0.0, -0.13), (0.07, -0.10)):
            canvas.drawCircle(x, y, 0.075, paint(coat.fur))
    canvas.drawCircle(0, 0, 0.132, paint(face))
    nose = (0.10 + coat.snout, 0.062)
    if calls:
        jaw = 0.05 + 0.05 * math.sin(t * 6.9)
        lower = [(0.03, 0.07), (0.10, 0.09 + jaw), (nose[0] - 0.03, nose[1] + 0.03 + jaw)]
        canvas.drawPath(limb(lower, [0.05, 0.04, 0.022]), paint(mix(face, (120, 30, 40), 0.6)))
    if coat.trunk:
        _trunk(canvas, coat, t)
    else:
        widths = [0.104, 0.080, 0.068 if coat.hoofs and coat.snout > 0.2 else 0.046]
        if coat.crest:  # a horse's: long and deep
            widths = [0.116, 0.090, 0.080]
        canvas.drawPath(limb([(0.03, 0.025), (0.10, 0.042), nose], widths), paint(face))
        if coat.muzzle:
            canvas.drawOval(oval(nose[0], nose[1] - 0.004, 0.056, 0.072), paint(coat.muzzle))
            for x in (-0.016, 0.024):
                canvas.drawOval(oval(nose[0] + x, nose[1] - 0.012, 0.010, 0.017), paint(_INK))
        else:
            jaw_line = [(-0.035, 0.090), (0.07, 0.086), (nose[0] - 0.015, nose[1] + 0.012)]
            if not coat.face:
                canvas.drawPath(limb(jaw_line, [0.052, 0.046, 0.026]), paint(coat.pale))
            if coat.hoofs and not coat.face:
                canvas.drawCircle(nose[0] + 0.030, nose[1] - 0.012, 0.012, paint(_INK))
            elif coat.ears == "none":
                canvas.drawCircle(nose[0] + 0.012, nose[1] - 0.034, 0.011, paint(_INK))
            else:
                canvas.drawCircle(nose[0] + 0.026, nose[1] - 0.018, 0.030, paint(_INK))
        smile = [(nose[0] - 0.02, nose[1] + 0.034), (nose[0] - 0.07, nose[1] + 0.052), (0.07, 0.075)]
        if not calls:
            canvas.drawPath(limb(smile, [0.005] * 3, 7), paint(_INK, 0.7))
    if coat.masked:
        canvas.drawOval(oval(0.06, -0.012, 0.048, 0.056), paint(coat.dark))
    _eye(canvas, coat.eyes, asleep or blinks(t))
    _ears(canvas, coat, t, swept=swept, back=False)


def _eye(canvas: Canvas, colour: Colour, shut: bool) -> None:
    if shut:
        canvas.drawPath(
            limb([(0.040, -0.016), (0.066, -0.004), (0.094, -0.016)], [0.008] * 3, 7), paint(_INK)
        )
        return
    canvas.drawOval(oval(0.066, -0.022, 0.034, 0.040), paint(colour))
    canvas.drawOval(oval(0.074, -0.020, 0.023, 0.029), paint((30, 22, 22)))
    canvas.drawCircle(0.082, -0.030, 0.0085, paint((255, 255, 255)))


def _trunk(canvas: Canvas, coat: Coat, t: float) -> None:
    """An elephant's, that swings, with a tusk."""
    swing, late = math.sin(2 * math.pi * t * 0.5), math.sin(2 * math.pi * t * 0.5 - 1.0)
    points = [(0.06, 0.02), (0.15, 0.10), (0.17 + 0.03 * swing, 0.25), (0.22 + 0.07 * late, 0.35)]
    canvas.drawPath(limb([(0.07, 0.07), (0.16, 0.13), (0.23, 0.11)], [0.022, 0.018, 0.006], 7), paint(_IVORY))
    canvas.drawPath(limb(points, [0.105, 0.066, 0.046, 0.034]), paint(coat.fur))
    for n in range(3):
        y = 0.14 + 0.055 * n
        x = 0.165 + 0.03 * swing * n / 3
        canvas.drawLine(x - 0.035, y, x + 0.03, y + 0.008, stroke(coat.dark, 0.009))


def _horns(canvas: Canvas, coat: Coat) -> None:
    match coat.horns:
        case "one":
            canvas.drawPath(shape([(0.015, -0.12), (0.165, -0.40), (0.080, -0.09)]), paint((250, 210, 96)))
            for n in range(3):
                x, y = 0.05 + 0.03 * n, -0.15 - 0.065 * n
                canvas.drawLine(x - 0.018, y - 0.006, x + 0.03, y + 0.018, stroke((214, 160, 60), 0.010))
        case "bow":
            for back, dx in ((True, 0.06), (False, -0.02)):
                points = [(dx, -0.09), (dx - 0.03, -0.19), (dx + 0.03, -0.27)]
                horn = mix(_HORN, (40, 30, 30), 0.25 * back)
                canvas.drawPath(limb(points, [0.034, 0.026, 0.007], 9), paint(horn))
        case "swept":
            for back, dx in ((True, 0.05), (False, -0.01)):
                points = [(dx, -0.08), (dx - 0.04, -0.24), (dx - 0.19, -0.29), (dx - 0.25, -0.20)]
                horn = mix(_HORN, (40, 30, 30), 0.25 * back)
                canvas.drawPath(limb(points, [0.038, 0.036, 0.024, 0.007], 11), paint(horn))
        case "antlers":
            for back, dx in ((True, 0.07), (False, -0.02)):
                line = stroke(mix(_ANTLER, (30, 20, 20), 0.3 * back), 0.028)
                beam = [(dx, -0.10), (dx - 0.08, -0.26), (dx - 0.04, -0.45)]
                for (x0, y0), (x1, y1) in pairwise(beam):
                    canvas.drawLine(x0, y0, x1, y1, line)
                canvas.drawLine(dx - 0.05, -0.21, dx + 0.07, -0.32, line)
                canvas.drawLine(dx - 0.08, -0.27, dx - 0.18, -0.40, line)
        case "knobs":
            for dx in (0.05, -0.03):
                canvas.drawLine(dx, -0.09, dx - 0.01, -0.22, stroke(coat.fur, 0.034))
                canvas.drawCircle(dx - 0.01, -0.23, 0.033, paint(coat.dark))
        case "nose":
            x = 0.08 + coat.snout
            canvas.drawPath(shape([(x - 0.05, 0.04), (x + 0.07, -0.17), (x + 0.04, 0.05)]), paint(_IVORY))
            canvas.drawPath(shape([(x - 0.13, 0.02), (x - 0.07, -0.09), (x - 0.05, 0.03)]), paint(_IVORY))


def _ears(canvas: Canvas, coat: Coat, t: float, *, swept: bool, back: bool) -> None:
    """The near or the far ear, a little later than the head."""
    fur = mix(coat.fur, (30, 14, 20), 0.32) if back else coat.fur
    x, late = (0.015 if back else -0.055), math.sin(2 * math.pi * t - 1.4)
    rear = -0.05 if swept else 0.0
    match coat.ears:
        case "floppy":
            flap = 0.02 * late
            points = [
                (-0.03, -0.11),
                (-0.10, -0.05),
                (-0.10 - flap, 0.08),
                (-0.03 - flap, 0.10),
                (0.02, -0.02),
            ]
            canvas.drawPath(blob([(x + dx, y) for dx, y in points]), paint(coat.dark))
        case "round":
            canvas.drawCircle(x - 0.02, -0.115, 0.058, paint(coat.dark if coat.masked else fur))
            if not coat.masked:
                canvas.drawCircle(x - 0.015, -0.112, 0.032, paint(mix(coat.pale, (230, 160, 150), 0.35)))
        case "long":
            tip = (x - 0.05 + 2.2 * rear + 0.03 * late, -0.40 - rear)
            ear = limb([(x, -0.08), (x - 0.035 + rear, -0.26), tip], [0.036, 0.052, 0.020], 9)
            canvas.drawPath(ear, paint(fur))
            if not back:
                inner = limb([(x + 0.002, -0.12), (x - 0.028 + rear, -0.26), tip], [0.012, 0.028, 0.006], 9)
                canvas.drawPath(inner, paint((240, 180, 176)))
        case "leaf":
            tip = (x - 0.11, -0.11 - 0.05 * (coat.snout > 0.15) + 0.015 * late)
            if coat.crest or coat.horns == "knobs":
                tip = (x - 0.02 + rear, -0.24 + 0.01 * late)
            canvas.drawPath(
                limb([(x, -0.09), ((x + tip[0]) / 2, tip[1] + 0.035), tip], [0.03, 0.042, 0.010], 9),
                paint(fur),
            )
        case "sail":
            if not back:
                flap = 0.03 * math.sin(2 * math.pi * t * 0.7)
                points = [
                    (-0.02, -0.12),
                    (-0.14, -0.18),
                    (-0.25 - flap, -0.06),
                    (-0.22 - flap, 0.10),
                    (-0.10, 0.17),
                    (-0.01, 0.04),
                ]
                canvas.drawPath(blob(points), paint(coat.dark))
                inner = [(px * 0.8 - 0.015, py * 0.8) for px, py in points]
                canvas.drawPath(blob(inner), paint(mix(coat.fur, (240, 180, 180), 0.25)))
        case "pointed":
            tip = (x - 0.035 + rear, -0.275 + 0.01 * late)
            canvas.drawPath(shape([(x - 0.075, -0.065), tip, (x + 0.062, -0.095)]), paint(fur))
            if not back:
                inner = [(x - 0.042, -0.085), (tip[0] + 0.008, tip[1] + 0.06), (x + 0.030, -0.105)]
                canvas.drawPath(shape(inner), paint(mix(coat.pale, (230, 160, 150), 0.35)))
            ends = [(tip[0] - 0.014, tip[1] + 0.07), tip, (tip[0] + 0.033, tip[1] + 0.062)]
            canvas.drawPath(shape(ends), paint(coat.dark))
