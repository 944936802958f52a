"""What is on a head besides its hair: a beard, glasses, a hat, a scarf below it. People's are drawn about the
chin, those of four-legged animals about the middle of a head that looks to the right."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from kinema.engines.animatic.actors.brush import Canvas, Point, blob, limb, paint, stroke
from kinema.engines.animatic.actors.face import FACE
from kinema.engines.animatic.actors.wardrobe import Clothes
from kinema.engines.animatic.raster import Colour, mix

_FRAME: Colour = (44, 40, 46)
_EYES: tuple[Point, ...] = ((-0.15 * FACE, -0.52 * FACE), (0.15 * FACE, -0.52 * FACE))
"""Where eyes are in most of the artwork."""


def draw_beard(canvas: Canvas, colour: Colour) -> None:
    """From ear to ear below the mouth, and a moustache."""
    canvas.save()
    canvas.scale(FACE, FACE)
    outline = [
        (-0.41, -0.46), (-0.38, -0.18), (-0.20, 0.06), (0.0, 0.14), (0.20, 0.06), (0.38, -0.18),
        (0.41, -0.46), (0.30, -0.30), (0.17, -0.165), (0.0, -0.135), (-0.17, -0.165), (-0.30, -0.30),
    ]  # fmt: skip
    canvas.drawPath(blob(outline), paint(colour))
    shade = mix(colour, (0, 0, 0), 0.18)
    for x in (-0.16, 0.0, 0.16):
        canvas.drawLine(0.8 * x, -0.08, x, 0.05 - abs(x) / 3, stroke(shade, 0.012))
    for side in (-1, 1):
        hair = [(0.01 * side, -0.305), (0.09 * side, -0.285), (0.19 * side, -0.25)]
        canvas.drawPath(limb(hair, [0.030, 0.036, 0.012], 9), paint(mix(colour, (255, 255, 255), 0.06)))
    canvas.restore()


def draw_glasses(canvas: Canvas, eyes: Sequence[Point], *, dark: bool) -> None:
    """A lens before each of the `eyes`, their bridge and their ends; nobody sees through `dark` ones."""
    eyes = sorted(eyes or _EYES)
    radius = 0.145 * FACE
    for x, y in eyes:
        if dark:
            canvas.drawCircle(x, y, radius, paint((30, 30, 38)))
            shine = skia.Rect.MakeXYWH(x - 0.6 * radius, y - 0.65 * radius, 0.7 * radius, 0.4 * radius)
            canvas.drawOval(shine, paint((110, 120, 140)))
        else:
            canvas.drawCircle(x, y, radius, paint((220, 236, 248), 0.25))
        canvas.drawCircle(x, y, radius, stroke(_FRAME, 0.030 * FACE))
    (left, high), (right, low) = eyes[0], eyes[-1]
    canvas.drawLine(left + radius, high, right - radius, low, stroke(_FRAME, 0.028 * FACE))
    canvas.drawLine(
        left - radius, high, left - 1.7 * radius, high - 0.2 * radius, stroke(_FRAME, 0.026 * FACE)
    )
    canvas.drawLine(
        right + radius, low, right + 1.7 * radius, low - 0.2 * radius, stroke(_FRAME, 0.026 * FACE)
    )


def draw_hat(canvas: Canvas, colour: Colour) -> None:
    """A crown with a band, over a wide brim."""
    canvas.save()
    canvas.scale(FACE, FACE)
    crown = [(-0.31, -0.78), (-0.29, -1.02), (-0.14, -1.13), (0.14, -1.13), (0.29, -1.02), (0.31, -0.78)]
    canvas.drawPath(blob(crown), paint(colour))
    band = [(-0.31, -0.84), (0.0, -0.80), (0.31, -0.84)]
    canvas.drawPath(limb(band, [0.04] * 3, 9), paint(mix(colour, (40, 24, 20), 0.55)))
    canvas.drawOval(skia.Rect.MakeLTRB(-0.62, -0.86, 0.62, -0.68), paint(mix(colour, (0, 0, 0), 0.10)))
    canvas.drawOval(skia.Rect.MakeLTRB(-0.60, -0.87, 0.60, -0.73), paint(mix(colour, (255, 255, 255), 0.10)))
    canvas.drawPath(limb(band, [0.045] * 3, 9), paint(mix(colour, (40, 24, 20), 0.55)))
    canvas.restore()


def adorn_head(canvas: Canvas, wear: Clothes) -> None:
    """An animal's glasses and hat."""
    if wear.glasses:
        dark = wear.glasses == "sunglasses"
        for x in (0.135, 0.066):
            lens = paint((30, 30, 38)) if dark else paint((220, 236, 248), 0.3)
            canvas.drawCircle(x, -0.022, 0.052, lens)
            canvas.drawCircle(x, -0.022, 0.052, stroke(_FRAME, 0.014))
        canvas.drawLine(0.014, -0.03, -0.09, -0.05, stroke(_FRAME, 0.014))
    if wear.hat:
        canvas.save()
        canvas.translate(0.0, 0.10)
        canvas.rotate(-6)
        canvas.scale(0.27 / FACE, 0.27 / FACE)
        draw_hat(canvas, wear.hat)
        canvas.restore()


def wrap_neck(
    canvas: Canvas, colour: Colour, root: Point, middle: Point, radius: float, phase: float
) -> None:
    """Wool across an animal's neck, which goes from its root upwards, and an end that swings."""
    dx, dy = middle[0] - root[0], middle[1] - root[1]
    far = math.hypot(dx, dy)
    across = (-dy / far * radius, dx / far * radius)
    x, y = root[0] + 0.62 * dx, root[1] + 0.62 * dy
    swing = 0.02 * math.sin(2 * math.pi * phase)
    end = [(x + 0.02, y + 0.02), (x + 0.05 + swing / 2, y + 0.12), (x + 0.04 + swing, y + 0.24)]
    canvas.drawPath(limb(end, [0.034, 0.040, 0.042], 7), paint(mix(colour, (0, 0, 0), 0.16)))
    band = [(x - across[0], y - across[1]), (x + 0.01, y), (x + across[0], y + across[1])]
    canvas.drawPath(limb(band, [0.050] * 3, 9), paint(colour))
