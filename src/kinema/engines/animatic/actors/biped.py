"""An upright body seen from the front: people, robots, and animals that dance on two legs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia

from kinema.engines.animatic.actors.art import VIEW, picture
from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, argb, bend, blob, limb, paint
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix

_FACE = 320


@dataclass(frozen=True)
class Clothes:
    """The colours of a body, and what it has beyond a trunk and limbs. `head` is a part of its height."""

    top: Colour
    legs: Colour
    hands: Colour
    feet: Colour
    belly: Colour | None = None
    tail: Colour | None = None
    head: float = 0.40
    tint: tuple[Colour, float] | None = None
    """A colour laid over the face, and how strongly: brings the artwork to the colour of the body."""


class Biped:
    """A body of limbs with a Twemoji face for its head."""

    box = Box(side=0.85, up=1.3, down=0.15, grip=(0.34, 0.61))

    def __init__(self, face: str, clothes: Clothes, gait: str, *, holds: bool = False) -> None:
        self._face = _face(face, clothes.tint)
        self._wear = clothes
        self._gait = gait
        self._holds = holds

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the body: tail, far limbs, trunk, near limbs, head."""
        wear = self._wear
        beat, power = pose.phase, pose.power
        sway = 0.05 * math.sin(math.pi * beat) * power
        hip: Point = (sway, -0.27)
        neck: Point = (-sway * 0.6, -0.60)
        canvas.scale(max(abs(pose.turn), 0.12) * (1 if pose.turn >= 0 else -1), 1)
        if wear.tail:
            self._tail(canvas, hip, beat)
        for side in (1.0,) if self._gait == "ride" else (-1.0, 1.0):  # the other is behind what it rides
            self._leg(canvas, hip, side, beat)
        trunk = limb([hip, (0, -0.44), neck], [0.145, 0.15, 0.095])
        canvas.drawPath(trunk, paint(wear.top))
        if wear.belly:
            canvas.drawPath(
                blob(
                    [
                        (hip[0] - 0.085, -0.27),
                        (hip[0], -0.20),
                        (hip[0] + 0.085, -0.27),
                        (0.06, -0.47),
                        (-0.06, -0.47),
                    ]
                ),
                paint(wear.belly),
            )
        for side in (-1.0, 1.0):
            self._arm(canvas, neck, side, beat)
        self._head(canvas, neck, beat, power)

    def _leg(self, canvas: Canvas, hip: Point, side: float, beat: float) -> None:
        wear = self._wear
        start = (hip[0] + side * 0.075, hip[1] + 0.01)
        lifted, foot_x = 0.0, side * 0.10
        if self._gait == "dance":
            # Each foot has its beat: it is flung out and up, and is down again before the other's.
            mine = (beat + (0.5 if side > 0 else 0.0)) % 1.0
            kick = max(0.0, math.sin(2 * math.pi * mine))
            lifted = 0.12 * kick
            foot_x += side * (0.06 + 0.16 * kick)
        elif self._gait in ("run", "walk"):
            swing = math.sin(2 * math.pi * (beat + (0.5 if side > 0 else 0)))
            lifted = (0.14 if self._gait == "run" else 0.07) * max(0.0, swing)
            foot_x = side * 0.07
        elif self._gait in ("float", "fly", "swim"):
            foot_x += 0.07 * math.sin(beat * 2.2 + side)
            lifted = 0.03 * math.sin(beat * 1.7 + side * 2)
        foot = (foot_x, -0.035 - lifted)
        if self._gait == "ride":
            start, foot = (hip[0] + 0.02, hip[1]), (0.07 + 0.02 * math.sin(2 * math.pi * beat), -0.035)
        knee = bend(start, foot, 0.15, 0.15, -side)
        canvas.drawPath(limb([start, knee, foot], [0.070, 0.058, 0.048]), paint(wear.legs))
        canvas.drawOval(
            skia.Rect.MakeXYWH(foot[0] - 0.065 + side * 0.02, foot[1] - 0.035, 0.13, 0.07), paint(wear.feet)
        )

    def _arm(self, canvas: Canvas, neck: Point, side: float, beat: float) -> None:
        shoulder = (neck[0] + side * 0.085, neck[1] + 0.055)
        match self._gait:
            case "dance":
                up = math.sin(math.pi * (beat + (0.5 if side > 0 else -0.5)))
                angle = 0.15 + 0.95 * up
                wrist = 0.5 * math.sin(2 * math.pi * beat + side)
            case "run" | "walk":
                angle = -0.9 + 0.35 * math.sin(2 * math.pi * (beat + (0 if side > 0 else 0.5)))
                wrist = 0.7
            case "float" | "fly" | "swim":
                angle = 0.15 + 0.35 * math.sin(beat * 2 + side)
                wrist = 0.4 * math.sin(beat * 1.4 + side * 2)
            case "jump":
                angle, wrist = 0.8, 0.3
            case "ride":  # both hands are at the reins
                angle = (-0.55 if side > 0 else -2.3) + 0.08 * math.sin(2 * math.pi * beat)
                wrist = 0.5 if side > 0 else 1.9
            case "surf":
                angle = 0.25 * side + 0.2 * math.sin(beat * 1.7 + side)
                wrist = 0.2
            case _:
                angle, wrist = -1.05 + 0.05 * math.sin(beat * 3), 0.15
        if self._holds and side > 0:
            angle, wrist = 0.0, 0.5
        elbow = (shoulder[0] + side * 0.14 * math.cos(angle), shoulder[1] - 0.14 * math.sin(angle))
        bent = angle + wrist
        hand = (elbow[0] + side * 0.14 * math.cos(bent), elbow[1] - 0.14 * math.sin(bent))
        canvas.drawPath(limb([shoulder, elbow, hand], [0.056, 0.05, 0.044]), paint(self._wear.top))
        canvas.drawCircle(hand[0], hand[1], 0.054, paint(self._wear.hands))

    def _tail(self, canvas: Canvas, hip: Point, beat: float) -> None:
        wag = math.sin(math.pi * beat - 0.9)
        late = math.sin(math.pi * beat - 1.8)
        points = [
            (hip[0] + 0.04, hip[1] + 0.02),
            (hip[0] + 0.24, hip[1] + 0.03 - 0.02 * wag),
            (hip[0] + 0.36 + 0.03 * wag, hip[1] - 0.14),
            (hip[0] + 0.33 + 0.09 * late, hip[1] - 0.32),
        ]
        canvas.drawPath(limb(points, [0.05, 0.05, 0.048, 0.042]), paint(self._wear.tail or self._wear.top))

    def _head(self, canvas: Canvas, neck: Point, beat: float, power: float) -> None:
        size = self._wear.head
        nod = 0.10 * math.sin(math.pi * beat - 0.5) * power
        canvas.save()
        canvas.translate(neck[0], neck[1] + 0.035 + 0.012 * math.cos(2 * math.pi * beat) * power)
        canvas.rotate(math.degrees(nod))
        canvas.scale(size / _FACE, size / _FACE)
        canvas.translate(-_FACE / 2, -_FACE)
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNearest)
        canvas.drawImage(self._face, 0, 0, smooth, skia.Paint(AntiAlias=True))
        canvas.restore()


def fur(colour: Colour, *, pale: Colour | None = None, tail: bool = True, tint: float = 0.0) -> Clothes:
    """An animal's coat in one colour, with a paler belly and paws; its face takes `tint` of the colour."""
    light = pale or mix(colour, (255, 255, 255), 0.55)
    legs = mix(colour, (60, 30, 10), 0.10)
    face = (colour, tint) if tint else None
    return Clothes(colour, legs, light, light, light, colour if tail else None, head=0.46, tint=face)


def _face(emoji: str, tint: tuple[Colour, float] | None) -> Any:
    """The artwork of a face as an image, tinted."""
    pixels = np.zeros((_FACE, _FACE, 4), np.uint8)
    canvas = skia.Surface(pixels).getCanvas()
    canvas.scale(_FACE / VIEW, _FACE / VIEW)
    canvas.drawPicture(picture(emoji))
    if tint:
        canvas.drawColor(argb(*tint), skia.BlendMode.kSrcATop)
    return skia.Image.fromarray(pixels, skia.kRGBA_8888_ColorType)
