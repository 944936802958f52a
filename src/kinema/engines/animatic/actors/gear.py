"""What is under the feet of those who glide: skis with their poles, a snowboard, a skateboard; and the rope
of those who pull."""

from __future__ import annotations

import math

import skia

from kinema.engines.animatic.actors.body import Box
from kinema.engines.animatic.actors.brush import Canvas, limb, paint, stroke
from kinema.engines.animatic.gesture import Hands, Spot
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Colour, mix, times

_STEEL: Colour = (96, 104, 120)


class Skis:
    """A pair of skis, and a pole in each of the `hands` that trails behind; as tall as who is on them."""

    box = Box(side=0.95, up=0.8, down=0.15, rigid=True)

    def __init__(self, hands: Hands, colour: Colour = (214, 62, 54)) -> None:
        self._hands = hands
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw poles, the far ski and the near one, tips turned up."""
        for n, (x, up) in enumerate(self._hands(pose.phase)):
            tip = (x - 0.52, -0.05 + 0.03 * n)
            canvas.drawLine(x + 0.05, -up - 0.03, *tip, stroke(_STEEL, 0.028))
            basket = (tip[0] + 0.08, tip[1] - 0.05)
            canvas.drawOval(
                skia.Rect.MakeXYWH(basket[0] - 0.035, basket[1] - 0.03, 0.07, 0.04), paint((40, 44, 52))
            )
        for far in (True, False):
            ahead, y = (0.07, -0.055) if far else (0.0, 0.005)
            colour = times(self._colour, 0.68) if far else self._colour
            line = [(-0.62, y - 0.01), (-0.50, y), (0.42, y), (0.58, y - 0.03), (0.68, y - 0.12)]
            canvas.drawPath(
                limb([(x + ahead, high) for x, high in line], [0.018] * 4 + [0.010], 9), paint(colour)
            )


class Snowboard:
    """One wide board with both ends turned up."""

    box = Box(side=0.80, up=0.3, down=0.15, rigid=True, still=True)

    def __init__(self, colour: Colour = (64, 150, 200)) -> None:
        self._colour = colour

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw the board, its pale edge and two bindings."""
        deck = [(-0.56, -0.10), (-0.42, -0.01), (0.42, -0.01), (0.56, -0.10)]
        edge = [(x, y + 0.018) for x, y in deck]
        pale = mix(self._colour, (255, 255, 255), 0.6)
        canvas.drawPath(limb(edge, [0.020, 0.030, 0.030, 0.020], 11), paint(pale))
        canvas.drawPath(limb(deck, [0.020, 0.030, 0.030, 0.020], 11), paint(self._colour))
        for x in (-0.20, 0.20):
            canvas.drawRect(skia.Rect.MakeXYWH(x - 0.05, -0.06, 0.10, 0.03), paint((44, 48, 58)))


class Skateboard:
    """A deck on four wheels that turn."""

    radius = 0.052

    def __init__(self, colour: Colour = (232, 150, 52)) -> None:
        self._colour = colour
        self.box = Box(side=0.60, up=0.3, down=0.2, rigid=True, stride=2 * math.pi * self.radius)

    def paint(self, canvas: Canvas, pose: Pose) -> None:
        """Draw wheels, and the deck with its grip over them."""
        for x in (-0.25, 0.25):
            y = 0.13 - self.radius
            canvas.drawRect(skia.Rect.MakeXYWH(x - 0.05, 0.025, 0.10, 0.03), paint(_STEEL))
            canvas.drawCircle(x, y, self.radius, paint((238, 232, 214)))
            angle = 2 * math.pi * pose.phase * pose.reach
            spot = (x + 0.028 * math.cos(angle), y + 0.028 * math.sin(angle))
            canvas.drawCircle(*spot, 0.014, paint((196, 62, 54)))
        deck = [(-0.46, -0.035), (-0.34, 0.01), (0.34, 0.01), (0.46, -0.035)]
        canvas.drawPath(limb(deck, [0.024, 0.028, 0.028, 0.024], 11), paint(self._colour))
        grip = [(x, y - 0.016) for x, y in deck]
        canvas.drawPath(limb(grip, [0.012] * 4, 11), paint((50, 50, 58)))


class Rope:
    """A taut rope from a hand to what is pulled, in heights of whoever pulls."""

    box = Box(side=0.9, up=0.8, down=0.1, rigid=True, still=True)

    def __init__(self, hand: Spot, tied: Spot) -> None:
        self._ends = hand, tied

    def paint(self, canvas: Canvas, pose: Pose) -> None:  # noqa: ARG002 - it has one pose
        """Draw it."""
        (x, up), (end, low) = self._ends
        canvas.drawLine(x, -up, end, -low, stroke((150, 116, 74), 0.024))
