"""Curls all round the head."""

import math

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A cloud of them behind the head, from ear to ear."""
    dark = mix(colour, (0, 0, 0), 0.12)
    canvas.drawCircle(0.0, -0.56, 0.50, paint(dark))
    for n in range(15):
        angle = math.radians(-30 + 240 * n / 14)
        at = (0.50 * math.cos(angle), -0.56 - 0.50 * math.sin(angle))
        canvas.drawCircle(*at, 0.125, paint(dark if n % 2 else colour))


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Some that fall over the forehead."""
    for n in range(7):
        x = -0.36 + 0.12 * n
        canvas.drawCircle(x, -0.93 + 0.55 * x * x, 0.105, paint(mix(colour, (0, 0, 0), 0.06 * (n % 2))))


LOOK = Look(
    name="curly hair",
    words=(
        "curly-haired",
        "curly hair",
        "curls",
        "afro",
        "wavy hair",
        "frizzy hair",
        "卷发",
        "卷头发",
        "爆炸头",
    ),
    part="cut",
    qualities=("curly", "wavy", "frizzy", "curled", "卷", "卷曲"),
    behind=behind,
    crown=crown,
)
