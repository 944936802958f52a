"""An astronaut in a white suit, weightless: limbs that drift, a visor that mirrors a planet."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, limb, paint
from kinema.engines.animatic.actors.helmets import HELMETS
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour

_SUIT: Colour = (232, 234, 240)
_SHADE: Colour = (168, 174, 190)
_DARK: Colour = (88, 94, 110)
_TRIM: Colour = (216, 96, 44)


class Astronaut:
    """A suited body: its gait changes how far the limbs swing."""

    box = Box(side=0.75, up=1.2, down=0.2, grip=(0.34, 0.66))

    def __init__(self, gait: str, *, holds: bool = False) -> None:
        self._gait = gait
        self._holds = holds
        self._swing = 1.6 if gait in ("dance", "jump", "run") else 1.0

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw pack, far limbs, trunk, near limbs, helmet."""
        canvas.scale(max(abs(pose.turn), 0.15) * (1 if pose.turn >= 0 else -1), 1)
        drift = pose.phase * 2 * math.pi * (1.0 if self._gait == "dance" else 0.6)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.185, -0.735, 0.185, -0.37), 0.06, 0.06, paint(_SHADE))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.205, -0.69, -0.165, -0.44), 0.02, 0.02, paint(_DARK))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(0.165, -0.69, 0.205, -0.44), 0.02, 0.02, paint(_DARK))
        if self._gait != "ride":  # it is behind what it rides
            self._leg(canvas, -1, drift)
        self._leg(canvas, 1, drift)
        canvas.drawPath(limb([(0, -0.36), (0, -0.50), (0, -0.64)], [0.125, 0.135, 0.125]), paint(_SUIT))
        canvas.drawPath(limb([(-0.115, -0.375), (0, -0.36), (0.115, -0.375)], [0.022] * 3, 7), paint(_SHADE))
        self._arm(canvas, -1, drift)
        self._arm(canvas, 1, drift)
        self._chest(canvas)
        self._helmet(canvas, drift)

    def _leg(self, canvas: Canvas, side: int, drift: float) -> None:
        start: Point = (side * 0.070, -0.345)
        angle = 1.35 - side * 0.02 + 0.20 * self._swing * math.sin(drift + side * 1.2)
        if self._gait == "ride":
            angle = 0.55 + 0.06 * math.sin(drift)
        knee = (start[0] + side * 0.06 + 0.17 * math.cos(angle), start[1] + 0.17 * math.sin(angle))
        lower = angle + 0.30 + 0.25 * self._swing * math.sin(drift * 0.8 + side)
        if self._gait == "ride":
            lower = 1.65
        foot = (knee[0] + 0.16 * math.cos(lower), knee[1] + 0.16 * math.sin(lower))
        colour = _SUIT if side > 0 else _SHADE
        canvas.drawPath(limb([start, knee, foot], [0.088, 0.074, 0.064]), paint(colour))
        canvas.drawPath(
            limb([(knee[0] - 0.055, knee[1] + 0.01), (knee[0] + 0.055, knee[1] - 0.01)], [0.014, 0.014], 5),
            paint(_DARK, 0.45),
        )
        toe = (foot[0] - 0.05 * math.sin(lower) * -1.2, foot[1] + 0.02)
        canvas.drawPath(limb([foot, toe], [0.070, 0.056], 5), paint(_DARK))

    def _arm(self, canvas: Canvas, side: int, drift: float) -> None:
        shoulder: Point = (side * 0.125, -0.635)
        angle = 0.20 + 0.42 * self._swing * math.sin(drift * 0.9 + side * 1.7) + (0.35 if side > 0 else -0.25)
        if self._gait == "ride":
            angle = (-0.55 if side > 0 else -2.4) + 0.06 * math.sin(drift)
        if self._holds and side > 0:
            angle = 0.0
        elbow = (shoulder[0] + side * 0.155 * math.cos(angle), shoulder[1] - 0.155 * math.sin(angle))
        bent = angle + 0.45 + 0.35 * math.sin(drift * 1.1 + side)
        if self._gait == "ride":
            bent = -0.05 if side > 0 else -0.9
        hand = (elbow[0] + side * 0.135 * math.cos(bent), elbow[1] - 0.135 * math.sin(bent))
        canvas.drawPath(limb([shoulder, elbow, hand], [0.076, 0.066, 0.056]), paint(_SUIT))
        canvas.drawPath(
            limb(
                [
                    (shoulder[0] + side * 0.03, shoulder[1] - 0.06),
                    (shoulder[0] + side * 0.05, shoulder[1] + 0.06),
                ],
                [0.012, 0.012],
                5,
            ),
            paint(_TRIM),
        )
        wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.75, elbow[1] + (hand[1] - elbow[1]) * 0.75)
        canvas.drawCircle(wrist[0], wrist[1], 0.056, paint(_SHADE))
        canvas.drawCircle(hand[0] + side * 0.01, hand[1] - 0.01, 0.056, paint(_DARK))

    def _chest(self, canvas: Canvas) -> None:
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.075, -0.555, 0.075, -0.455), 0.015, 0.015, paint(_SHADE))
        for n, colour in enumerate(((214, 60, 52), (70, 170, 110), (64, 120, 210))):
            canvas.drawCircle(-0.042 + 0.042 * n, -0.525, 0.012, paint(colour))
        canvas.drawRect(skia.Rect.MakeLTRB(-0.055, -0.497, 0.055, -0.475), paint(_DARK))
        canvas.drawPath(
            limb([(0.06, -0.46), (0.17, -0.40), (0.16, -0.55)], [0.013] * 3, 9), paint(_DARK, 0.8)
        )

    def _helmet(self, canvas: Canvas, drift: float) -> None:
        canvas.save()
        canvas.translate(0, -0.665)
        canvas.rotate(4 * math.sin(drift * 0.7))
        canvas.scale(0.36, 0.36)
        HELMETS["astronaut"](canvas)
        canvas.restore()
