"""An upright body seen from the front: people, robots, and animals that dance on two legs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia

from kinema.engines.animatic.actors.acting import draw_mouth, draw_rising, draw_things
from kinema.engines.animatic.actors.art import VIEW, picture
from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, argb, bend, blob, limb, paint, stroke
from kinema.engines.animatic.gesture import Gesture
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, smooth

_FACE = 320
_STEEL: Colour = (150, 160, 176)


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
    hair: Colour | None = None
    """The head from behind; where none is said, it is that of the top."""
    tint: tuple[Colour, float] | None = None
    """A colour laid over the face, and how strongly: brings the artwork to the colour of the body."""


class Biped:
    """A body of limbs with a Twemoji face for its head. It turns about its own axis: limbs go round, and from
    behind it has no face."""

    box = Box(side=0.85, up=1.3, down=0.15, grip=(0.34, 0.61))

    def __init__(
        self, face: str, clothes: Clothes, gait: str, *, holds: bool = False, gesture: Gesture | None = None
    ) -> None:
        self._face = _face(face, clothes.tint)
        self._nape = skia.ColorFilters.Blend(argb(clothes.hair or clothes.top), skia.BlendMode.kSrcIn)
        self._wear = clothes
        self._gait = gait
        self._holds = holds
        self._gesture = gesture

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the body: tail, far limbs, trunk, near limbs, head."""
        wear, gesture = self._wear, self._gesture
        beat, power, turn = pose.phase, pose.power, pose.turn
        sway = 0.05 * math.sin(math.pi * beat) * power * turn
        bow = gesture.bow(beat) if gesture and gesture.bow else 0.0
        hip: Point = (sway, -0.27)
        neck: Point = (-sway * 0.6 + 0.05 * bow, -0.60)
        hands = self._hands(neck, turn, beat)
        if gesture:
            draw_things(canvas, gesture.things, hands, behind=True)
        if wear.tail and turn >= 0:
            self._tail(canvas, hip, beat, turn)
        for side in (1.0,) if self._gait == "ride" else (-1.0, 1.0):  # the other is behind what it rides
            self._leg(canvas, hip, side, beat, turn, power)
        broad = 0.64 + 0.36 * abs(turn)
        trunk = limb(
            [hip, ((hip[0] + neck[0]) / 2, -0.44), neck], [0.145 * broad, 0.15 * broad, 0.095 * broad]
        )
        canvas.drawPath(trunk, paint(wear.top))
        if wear.belly and turn > 0.1:
            belly = [(-0.085, -0.27), (0.0, -0.20), (0.085, -0.27), (0.06, -0.47), (-0.06, -0.47)]
            aside = 0.07 * (1 - turn)
            canvas.drawPath(
                blob([(hip[0] * (1 if y > -0.3 else 0) + x * turn + aside, y) for x, y in belly]),
                paint(wear.belly),
            )
        if wear.tail and turn < 0:
            self._tail(canvas, hip, beat, turn)
        for side in (-1.0, 1.0):
            self._arm(canvas, neck, side, beat, turn, power, hands)
        self._head(canvas, neck, pose, bow)
        if gesture:
            draw_things(canvas, gesture.things, hands, behind=False)
            draw_rising(canvas, gesture, pose)

    def _hands(self, neck: Point, turn: float, t: float) -> tuple[Point, Point] | None:
        """Where a gesture has the hands, as far as the arms reach."""
        if not (self._gesture and self._gesture.hands):
            return None
        reached = []
        for side, (x, up) in zip((-1.0, 1.0), self._gesture.hands(t), strict=True):
            dx, dy = x * turn - neck[0] - side * 0.085 * turn, -up - neck[1] - 0.055
            far = max(math.hypot(dx, dy) / 0.30, 1.0)
            reached.append((neck[0] + side * 0.085 * turn + dx / far, neck[1] + 0.055 + dy / far))
        return reached[0], reached[1]

    def _leg(self, canvas: Canvas, hip: Point, side: float, beat: float, turn: float, power: float) -> None:
        wear = self._wear
        start = (hip[0] + side * 0.075 * turn, hip[1] + 0.01)
        lifted, foot_x, bone = 0.0, side * 0.10, 0.15
        if self._gait == "dance":
            # Each foot has its beat: it is flung out and up, and is down again before the other's.
            mine = (beat + (0.5 if side > 0 else 0.0)) % 1.0
            kick = max(0.0, math.sin(2 * math.pi * mine)) * power
            lifted = 0.12 * kick
            foot_x += side * (0.06 + 0.19 * kick)
        elif self._gait in ("run", "walk"):
            swing = math.sin(2 * math.pi * (beat + (0.5 if side > 0 else 0)))
            lifted = (0.14 if self._gait == "run" else 0.07) * max(0.0, swing)
            foot_x = side * 0.07
        elif self._gait == "glide":
            # One foot carries, the other pushes off behind.
            push = math.sin(math.pi * beat) * side
            lifted = 0.12 * max(0.0, push)
            foot_x = side * 0.04 - 0.26 * max(0.0, push)
        elif self._gait == "stand":
            bone = 0.116
        elif self._gait in ("float", "fly", "swim"):
            foot_x += 0.07 * math.sin(beat * 2.2 + side)
            lifted = 0.03 * math.sin(beat * 1.7 + side * 2)
        foot = (foot_x * turn, -0.035 - lifted)
        if self._gait == "ride":
            start, foot = (hip[0] + 0.02, hip[1]), (0.07 + 0.02 * math.sin(2 * math.pi * beat), -0.035)
        knee = bend(start, foot, bone, bone, -side)
        knee = (start[0] + (knee[0] - start[0]) * abs(turn), knee[1])
        canvas.drawPath(limb([start, knee, foot], [0.070, 0.058, 0.048]), paint(wear.legs))
        canvas.drawOval(
            skia.Rect.MakeXYWH(foot[0] - 0.065 + side * 0.02, foot[1] - 0.035, 0.13, 0.07), paint(wear.feet)
        )

        if self._gait == "glide":
            canvas.drawLine(
                foot[0] - 0.10, foot[1] + 0.05, foot[0] + 0.15, foot[1] + 0.05, stroke(_STEEL, 0.022)
            )

    def _arm(
        self,
        canvas: Canvas,
        neck: Point,
        side: float,
        beat: float,
        turn: float,
        power: float,
        hands: tuple[Point, Point] | None,
    ) -> None:
        shoulder = (neck[0] + side * 0.085 * turn, neck[1] + 0.055)
        if hands:
            hand = hands[0] if side < 0 else hands[1]
            elbow = bend(shoulder, hand, 0.155, 0.155, side)
            self._limb(canvas, shoulder, elbow, hand)
            return
        match self._gait:
            case "dance":
                up = math.sin(math.pi * (beat + (0.5 if side > 0 else -0.5)))
                angle = (0.20 + 1.10 * up) * power + (1.0 if side > 0 else 0.55) * (1 - power)
                wrist = 0.6 * math.sin(2 * math.pi * beat + side)
            case "run" | "walk":
                angle = -0.9 + 0.35 * math.sin(2 * math.pi * (beat + (0 if side > 0 else 0.5)))
                wrist = 0.7
            case "float" | "fly" | "swim":
                angle = 0.15 + 0.35 * math.sin(beat * 2 + side)
                wrist = 0.4 * math.sin(beat * 1.4 + side * 2)
            case "jump":
                angle, wrist = 0.8, 0.3
            case "glide":
                angle = -0.15 + 0.5 * math.sin(math.pi * beat) * side
                wrist = 0.1
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
        elbow = (shoulder[0] + side * 0.14 * math.cos(angle) * turn, shoulder[1] - 0.14 * math.sin(angle))
        bent = angle + wrist
        hand = (elbow[0] + side * 0.14 * math.cos(bent) * turn, elbow[1] - 0.14 * math.sin(bent))
        self._limb(canvas, shoulder, elbow, hand)

    def _limb(self, canvas: Canvas, shoulder: Point, elbow: Point, hand: Point) -> None:
        canvas.drawPath(limb([shoulder, elbow, hand], [0.056, 0.05, 0.044]), paint(self._wear.top))
        canvas.drawCircle(hand[0], hand[1], 0.054, paint(self._wear.hands))

    def _tail(self, canvas: Canvas, hip: Point, beat: float, turn: float) -> None:
        wag = math.sin(math.pi * beat - 0.9)
        late = math.sin(math.pi * beat - 1.8)
        points = [
            (hip[0] + 0.04, hip[1] + 0.02),
            (hip[0] + 0.24, hip[1] + 0.03 - 0.02 * wag),
            (hip[0] + 0.36 + 0.03 * wag, hip[1] - 0.14),
            (hip[0] + 0.33 + 0.09 * late, hip[1] - 0.32),
        ]
        points = [(hip[0] + (x - hip[0]) * turn, y) for x, y in points]
        canvas.drawPath(limb(points, [0.05, 0.05, 0.048, 0.042]), paint(self._wear.tail or self._wear.top))

    def _head(self, canvas: Canvas, neck: Point, pose: Pose, bow: float) -> None:
        size, beat, power, turn = self._wear.head, pose.phase, pose.power, pose.turn
        nod = 0.10 * math.sin(math.pi * beat - 0.5) * power + 0.22 * bow
        canvas.save()
        canvas.translate(neck[0], neck[1] + 0.035 + 0.012 * math.cos(2 * math.pi * beat) * power)
        canvas.rotate(math.degrees(nod))
        canvas.scale(size / _FACE, size / _FACE)
        smooth_ = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        if turn < 0.98:  # the back of the head, and the face going round it
            canvas.save()
            canvas.scale(0.82 + 0.18 * abs(turn), 1)
            back = skia.Paint(AntiAlias=True, ColorFilter=self._nape)
            canvas.drawImage(self._face, -_FACE / 2, -_FACE, smooth_, back)
            canvas.restore()
        seen = float(smooth(turn, -0.1, 0.3))
        if seen > 0:
            canvas.save()
            canvas.translate(0.16 * _FACE * (1 - turn), 0)
            canvas.scale(max(turn, 0.2), 1)
            canvas.drawImage(self._face, -_FACE / 2, -_FACE, smooth_, skia.Paint(AntiAlias=True, Alphaf=seen))
            if self._gesture and self._gesture.mouth and self._wear.hair:
                at = (0.0, -0.21 * _FACE)
                draw_mouth(canvas, self._gesture.mouth, at, 0.125 * _FACE, beat, self._wear.hands)
            canvas.restore()
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
