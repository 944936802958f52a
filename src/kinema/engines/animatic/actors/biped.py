"""An upright body: people, robots, and animals on two legs. It is seen from the front, and from the side
where it goes somewhere."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.acting import draw_mouth, draw_rising, draw_things
from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, Point, argb, bend, blob, limb, paint, stroke
from kinema.engines.animatic.actors.cloth import draw_cape, draw_skirt, draw_tail
from kinema.engines.animatic.actors.face import FACE, Face
from kinema.engines.animatic.actors.helmets import HELMETS
from kinema.engines.animatic.actors.wardrobe import Clothes
from kinema.engines.animatic.actors.wearing import (
    draw_on_head,
    draw_on_neck,
    draw_on_trunk,
    fitted,
    is_clad,
    layer_bounds,
)
from kinema.engines.animatic.gesture import Gesture, Thing
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, smooth

_STEEL: Colour = (150, 160, 176)
_WOOD: Colour = (118, 78, 48)
_STEPS = {"walk": (0.58, 0.13, 0.06), "run": (0.36, 0.19, 0.13)}
"""Of each gait: the part of a cycle for which a foot is down, how far it reaches, how high it is lifted."""


_TRUNK = 0.31
"""How long a trunk is."""
_SAT = 0.05
"""How much lower than standing somebody's hips are on a seat."""


class Biped:
    """A body of limbs with a Twemoji face for its head. It turns about its own axis: limbs go round, and from
    behind it has no face."""

    def __init__(
        self, face: str, clothes: Clothes, gait: str, *, holds: bool = False, gesture: Gesture | None = None
    ) -> None:
        self._face = Face(face, clothes.tint, clothes.hair, clothes.skin, clothes.eyes)
        self._nape = skia.ColorFilters.Blend(
            argb(clothes.nape or clothes.hair or clothes.top), skia.BlendMode.kSrcIn
        )
        self._wear = clothes
        self._clad = is_clad(clothes)
        self._gait = gait
        self._gesture = gesture
        idle = not holds and not gesture and gait in ("stand", "walk")
        self._umbrella = clothes.umbrella and idle
        self._leans = clothes.stick and idle and not self._umbrella
        self._holds = holds or self._umbrella
        duty, reach, _ = _STEPS.get(gait, (1.0, 0.0, 0.0))
        self.box = Box(side=0.85, up=1.3, down=0.15, grip=(0.34, 0.61), stride=2 * reach / duty)

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw the body: cape, tail, far limbs, trunk, near limbs, head."""
        wear, gesture = self._wear, self._gesture
        beat, power, turn = pose.phase, pose.power, pose.turn
        going = self._gait in _STEPS
        sway = 0.0 if going else 0.05 * math.sin(math.pi * beat) * power * turn
        bow = gesture.bow(beat) if gesture and gesture.bow else 0.0
        low = gesture.low(beat) if gesture and gesture.low else 0.0
        low += _SAT * bool(gesture and gesture.seated)
        bob = 0.012 * math.cos(4 * math.pi * beat) if going else 0.008 * math.sin(2.4 * beat)
        hip: Point = (sway, -0.29 + 0.6 * bob + low)
        ahead = (0.06 if self._gait == "run" else 0.015) if going else 0.0
        neck: Point = (-sway * 0.6 + 0.05 * bow + ahead, -0.60 + bob + low)
        hands = self._hands(neck, turn, beat, low)
        if wear.cape:
            back = -0.24 if self._gait == "run" else -0.15 * going
            draw_cape(canvas, wear.cape, neck, pose.phase, back)
        if turn >= 0:
            self._falling(canvas, neck, pose, bow)
        if gesture:
            draw_things(canvas, gesture.things, hands, behind=True)
        if wear.tail and turn >= 0:
            draw_tail(canvas, wear.tail, hip, beat, turn)
        swings = going and hands is None
        if swings:
            self._swing(canvas, neck, pose, near=False)
        for side in (1.0,) if self._gait == "ride" else (-1.0, 1.0):  # the other is behind what it rides
            self._leg(canvas, hip, side, pose)
        broad = (0.64 + 0.36 * abs(turn)) * (0.9 if going else 1.0)
        middle = ((hip[0] + neck[0]) / 2, (hip[1] + neck[1]) / 2)
        trunk = limb([hip, middle, neck], [0.140 * broad, 0.142 * broad, 0.095 * broad])
        if self._clad:  # nothing on it may reach beyond it
            canvas.saveLayer(layer_bounds(neck, hip))
        canvas.drawPath(trunk, paint(wear.top))
        if wear.belly and turn > 0.1:
            belly = [(-0.085, -0.27), (0.0, -0.20), (0.085, -0.27), (0.06, -0.47), (-0.06, -0.47)]
            aside = 0.07 * (1 - turn) + 0.03 * going
            front = [(hip[0] * (1 if y > -0.3 else 0) + x * turn + aside, y + low) for x, y in belly]
            canvas.drawPath(blob(front), paint(wear.belly))
        if wear.skirt:
            draw_skirt(canvas, wear, hip, beat, broad, going=going)
        if self._clad:
            self._dress(canvas, neck, hip, turn, broad, going=going)
            canvas.restore()
        if wear.tail and turn < 0:
            draw_tail(canvas, wear.tail, hip, beat, turn)
        if swings:
            self._swing(canvas, neck, pose, near=True)
        else:
            for side in (1.0,) if gesture and gesture.clasps else (-1.0, 1.0):
                self._arm(canvas, neck, side, beat, turn, power, hands)
        canvas.save()
        canvas.translate(*neck)
        canvas.scale(_TRUNK, _TRUNK)
        draw_on_neck(canvas, wear.worn, beat)
        canvas.restore()
        self._head(canvas, neck, pose, bow)
        if gesture:
            draw_things(canvas, gesture.things, hands, behind=False)
            draw_rising(canvas, gesture, pose, (0.0, -low))

    def _hands(self, neck: Point, turn: float, t: float, low: float) -> tuple[Point, Point] | None:
        """Where a gesture has the hands, as far as the arms reach."""
        if not (self._gesture and self._gesture.hands):
            return None
        reached = []
        for side, (x, up) in zip((-1.0, 1.0), self._gesture.hands(t), strict=True):
            dx, dy = x * turn - neck[0] - side * 0.085 * turn, low - up - neck[1] - 0.055
            far = max(math.hypot(dx, dy) / 0.30, 1.0)
            reached.append((neck[0] + side * 0.085 * turn + dx / far, neck[1] + 0.055 + dy / far))
        return reached[0], reached[1]

    def _stride(self, canvas: Canvas, hip: Point, side: float, pose: Pose) -> None:
        """A leg of whoever goes, seen from the side: its foot stays where it comes down."""
        x, lifted, toe = self._step(side, pose)
        start, foot = (hip[0] + 0.015 * side, hip[1] + 0.02), (hip[0] + x, -0.035 - lifted)
        knee = bend(start, foot, 0.15, 0.15, -1.0)
        far = side < 0
        legs, feet = (mix(c, (20, 14, 30), 0.28 * far) for c in (self._wear.legs, self._wear.feet))
        self._cover(canvas, start, knee, foot, (0.074, 0.058, 0.046), legs)
        canvas.save()
        canvas.translate(*foot)
        canvas.rotate(math.degrees(toe))
        canvas.drawOval(skia.Rect.MakeLTRB(-0.05, -0.035, 0.10, 0.035), paint(feet))
        canvas.restore()

    def foot(self, nth: int, pose: Pose) -> tuple[float, float]:
        """Where the far (0) or the near foot of whoever goes is: ahead of the hips, and above the ground."""
        return self._step(1.0 if nth else -1.0, pose)[:2]

    def _step(self, side: float, pose: Pose) -> tuple[float, float, float]:
        """The same, and how far its toe is turned down."""
        duty, reach, high = _STEPS[self._gait]
        u = (pose.phase + (0.0 if side < 0 else 0.5)) % 1.0
        if u < duty:
            return reach * pose.reach * (1 - 2 * u / duty), 0.0, 0.0
        s = (u - duty) / (1 - duty)
        x = reach * pose.reach * (2 * float(smooth(s)) - 1)
        lifted = high * min(pose.reach, 1.5) * math.sin(math.pi * s)
        return x, lifted, 0.6 * math.sin(2 * math.pi * s)

    def _swing(self, canvas: Canvas, neck: Point, pose: Pose, *, near: bool) -> None:
        """An arm of whoever goes: against the leg of its side."""
        running = self._gait == "run"
        swing = math.sin(2 * math.pi * (pose.phase + (0.25 if near else 0.75)))
        angle = (0.95 if running else 0.55) * swing * min(pose.reach, 1.3)
        shoulder = (neck[0], neck[1] + 0.055)
        if self._leans and near:
            elbow, hand = (shoulder[0] + 0.10, shoulder[1] + 0.13), (shoulder[0] + 0.22, shoulder[1] + 0.19)
            self._stick(canvas, hand, 0.06 * swing)
        elif self._holds and near:
            elbow, hand = (shoulder[0] + 0.14, shoulder[1] + 0.02), (shoulder[0] + 0.26, shoulder[1] - 0.06)
        else:
            elbow = (shoulder[0] + 0.14 * math.sin(angle), shoulder[1] + 0.14 * math.cos(angle))
            bent = angle + (1.5 if running else 0.35 + 0.25 * swing)
            hand = (elbow[0] + 0.14 * math.sin(bent), elbow[1] + 0.14 * math.cos(bent))
        self._limb(canvas, shoulder, elbow, hand, shaded=not near)

    def _leg(self, canvas: Canvas, hip: Point, side: float, pose: Pose) -> None:
        if self._gait in _STEPS:
            self._stride(canvas, hip, side, pose)
            return
        if self._gesture and self._gesture.seated:
            self._lap(canvas, hip, side, pose)
            return
        wear, beat, turn, power = self._wear, pose.phase, pose.turn, pose.power
        start = (hip[0] + side * 0.075 * turn, hip[1] + 0.01)
        lifted, foot_x, bone = 0.0, side * 0.10, 0.15
        if self._gait == "dance":
            # Each foot has its beat: it is flung out and up, and is down again before the other's.
            mine = (beat + (0.5 if side > 0 else 0.0)) % 1.0
            kick = max(0.0, math.sin(2 * math.pi * mine)) * power
            lifted = 0.12 * kick
            foot_x += side * (0.06 + 0.19 * kick)
        elif self._gait == "glide":
            # One foot carries, the other pushes off behind.
            push = math.sin(math.pi * beat) * side
            lifted = 0.12 * max(0.0, push)
            foot_x = side * 0.04 - 0.26 * max(0.0, push)
        elif self._gait == "stand":
            bone = 0.13
        elif self._gait in ("float", "fly", "swim"):
            foot_x += 0.07 * math.sin(beat * 2.2 + side)
            lifted = 0.03 * math.sin(beat * 1.7 + side * 2)
        if self._gesture and self._gesture.kicks and side > 0:
            share = (beat / self._gesture.kicks) % 1.0
            swing = float(smooth(share, 0.0, 0.06)) * (1 - float(smooth(share, 0.06, 0.30)))
            drawn = float(smooth(share, 0.70, 0.92)) * (1 - float(smooth(share, 0.92, 1.0)))
            foot_x += 0.20 * swing - 0.20 * drawn
            lifted = 0.10 * swing + 0.07 * drawn
        foot = (foot_x * turn, -0.035 - lifted)
        if self._gait == "ride":
            start, foot = (hip[0] + 0.02, hip[1]), (0.07 + 0.02 * math.sin(2 * math.pi * beat), -0.035)
        knee = bend(start, foot, bone, bone, -side)
        knee = (start[0] + (knee[0] - start[0]) * abs(turn), knee[1])
        self._cover(canvas, start, knee, foot, (0.070, 0.058, 0.048), wear.legs)
        canvas.drawOval(
            skia.Rect.MakeXYWH(foot[0] - 0.065 + side * 0.02, foot[1] - 0.035, 0.13, 0.07), paint(wear.feet)
        )
        if self._gait == "glide":
            canvas.drawLine(
                foot[0] - 0.10, foot[1] + 0.05, foot[0] + 0.15, foot[1] + 0.05, stroke(_STEEL, 0.022)
            )

    def _cover(
        self,
        canvas: Canvas,
        start: Point,
        knee: Point,
        foot: Point,
        radii: tuple[float, float, float],
        colour: Colour,
    ) -> None:
        """A leg, bare below the knee in short trousers."""
        short = self._wear.trousers < 1
        canvas.drawPath(limb([start, knee, foot], radii), paint(self._wear.skin if short else colour))
        if short:
            canvas.drawPath(limb([start, knee], [radii[0] + 0.006, radii[1] + 0.012], 7), paint(colour))

    def _lap(self, canvas: Canvas, hip: Point, side: float, pose: Pose) -> None:
        """A leg of whoever sits: the thigh ahead, the shin down from its knee, swinging a little."""
        start, far = (hip[0] + 0.03, hip[1] + 0.04), side < 0
        knee = (start[0] + (0.19 + 0.03 * far) * pose.turn, hip[1] + 0.03 - 0.02 * far)
        swing = 0.012 * math.sin(1.3 * pose.phase + side)
        foot = (knee[0] + (0.01 + swing) * pose.turn, knee[1] + 0.19)
        legs, feet = (mix(c, (20, 14, 30), 0.28 * far) for c in (self._wear.legs, self._wear.feet))
        self._cover(canvas, start, knee, foot, (0.074, 0.064, 0.048), legs)
        canvas.drawOval(skia.Rect.MakeXYWH(foot[0] - 0.05, foot[1] - 0.03, 0.14, 0.07), paint(feet))

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
        elif self._leans and side > 0:
            angle, wrist = -0.75, 0.2
        elbow = (shoulder[0] + side * 0.14 * math.cos(angle) * turn, shoulder[1] - 0.14 * math.sin(angle))
        bent = angle + wrist
        hand = (elbow[0] + side * 0.14 * math.cos(bent) * turn, elbow[1] - 0.14 * math.sin(bent))
        if self._leans and side > 0:
            self._stick(canvas, hand, 0.0)
        self._limb(canvas, shoulder, elbow, hand)

    def _limb(
        self, canvas: Canvas, shoulder: Point, elbow: Point, hand: Point, *, shaded: bool = False
    ) -> None:
        if self._umbrella and hand[0] > shoulder[0]:
            draw_things(canvas, [Thing("☂️", 0.74, "near", (0.0, 0.28))], (hand, hand), behind=False)
        top, skin = (mix(c, (20, 14, 30), 0.28 * shaded) for c in (self._wear.top, self._wear.hands))
        sleeve = top if shaded else mix(top, (255, 255, 255), 0.06)
        wear = self._wear
        if wear.sleeves < 1:
            canvas.drawPath(limb([shoulder, elbow, hand], [0.050, 0.046, 0.042]), paint(skin))
            end = (shoulder[0] + (elbow[0] - shoulder[0]) * 2 * wear.sleeves,
                   shoulder[1] + (elbow[1] - shoulder[1]) * 2 * wear.sleeves)  # fmt: skip
            canvas.drawPath(limb([shoulder, end], [0.058, 0.058], 5), paint(sleeve))
        else:
            cuff = 0.044 * wear.cuffs
            canvas.drawPath(limb([shoulder, elbow, hand], [0.056, (0.056 + cuff) / 2, cuff]), paint(sleeve))
        canvas.drawCircle(hand[0], hand[1], 0.054, paint(skin))

    def _dress(
        self, canvas: Canvas, neck: Point, hip: Point, turn: float, broad: float, *, going: bool
    ) -> None:
        """What is on the trunk and the skirt, and nowhere else."""
        canvas.saveLayer(layer_bounds(neck, hip), skia.Paint(BlendMode=skia.BlendMode.kSrcATop))
        canvas.translate(*neck)
        long = hip[1] - neck[1]
        canvas.skew((hip[0] - neck[0]) / long, 0)
        canvas.scale(long * (0.3 + 0.7 * broad), long)
        draw_on_trunk(canvas, self._wear, turn, (0.07 * (1 - turn) + 0.03 * going) / _TRUNK)
        canvas.restore()

    def _stick(self, canvas: Canvas, hand: Point, ahead: float) -> None:
        """A walking stick from a hand to the ground."""
        foot = (hand[0] + 0.03 + ahead, -0.005)
        canvas.drawLine(*hand, *foot, stroke(_WOOD, 0.028))
        canvas.drawLine(hand[0] - 0.05, hand[1] - 0.02, hand[0] + 0.05, hand[1] - 0.02, stroke(_WOOD, 0.034))

    def _at_head(self, canvas: Canvas, neck: Point, pose: Pose, bow: float) -> None:
        """Go to the head: it is one unit high, on its chin."""
        size, beat, power = self._wear.head, pose.phase, pose.power
        nod = 0.22 * bow + (
            0.04 * math.sin(4 * math.pi * beat)
            if self._gait in _STEPS
            else 0.10 * math.sin(math.pi * beat - 0.5) * power
        )
        canvas.translate(neck[0], neck[1] + 0.035 + 0.012 * math.cos(2 * math.pi * beat) * power)
        canvas.rotate(math.degrees(nod))
        canvas.scale(size, size)

    def _falling(self, canvas: Canvas, neck: Point, pose: Pose, bow: float) -> None:
        """What is behind the head, and falls down the back."""
        if self._wear.helmet or not any(one.look.behind for one in self._wear.worn):
            return
        canvas.save()
        self._at_head(canvas, neck, pose, bow)
        canvas.scale(0.82 + 0.18 * abs(pose.turn), 1)
        draw_on_head(canvas, self._wear.worn, "behind", self._wear)
        canvas.restore()

    def _head(self, canvas: Canvas, neck: Point, pose: Pose, bow: float) -> None:
        wear, turn = self._wear, pose.turn
        going = self._gait in _STEPS
        canvas.save()
        self._at_head(canvas, neck, pose, bow)
        if turn < 0.98:  # the back of the head, and the face going round it
            canvas.save()
            canvas.scale((0.82 + 0.18 * abs(turn)) / FACE, 1 / FACE)
            self._face.draw(canvas, skia.Paint(AntiAlias=True, ColorFilter=self._nape))
            canvas.restore()
        seen = float(smooth(turn, -0.1, 0.3))
        if seen > 0:
            canvas.save()
            canvas.translate(0.16 * (1 - turn) + 0.04 * going, 0)
            canvas.scale(max(turn, 0.2), 1)
            self._features(canvas, pose, seen)
            canvas.restore()
        if not wear.helmet:
            canvas.save()
            canvas.translate(0.04 * going * seen, 0)
            canvas.scale(0.82 + 0.18 * abs(turn), 1)
            draw_on_head(canvas, wear.worn, "crown", wear)
            canvas.restore()
        canvas.restore()
        if turn < 0:
            self._falling(canvas, neck, pose, bow)

    def _features(self, canvas: Canvas, pose: Pose, seen: float) -> None:
        """The face, and what is on it."""
        wear, beat = self._wear, pose.phase
        canvas.save()
        canvas.scale(1 / FACE, 1 / FACE)
        self._face.draw(canvas, skia.Paint(AntiAlias=True, Alphaf=seen))
        mouth = self._gesture.mouth if self._gesture else ""
        if not (mouth or wear.helmet) and (0.21 * beat) % 1.0 < 0.035:
            self._face.shut(canvas)
        canvas.restore()
        if wear.helmet:
            HELMETS[wear.helmet](canvas)
            return
        canvas.save()
        fitted(canvas, *self._face.eyes)
        draw_on_head(canvas, wear.worn, "face", wear)
        canvas.restore()
        if mouth and wear.hair:
            beard = next((one.colour for one in wear.worn if one.look.part == "beard"), wear.hands)
            draw_mouth(canvas, mouth, (0.0, -0.21), 0.125, beat, beard)
