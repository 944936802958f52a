"""A moustache alone."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, paint
from kinema.engines.animatic.looks.hair import TONES


def face(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Two wings, turned up at their ends."""
    for side in (-1, 1):
        wing = [(0.02 * side, -0.262), (0.12 * side, -0.235), (0.23 * side, -0.275)]
        canvas.drawPath(limb(wing, [0.055, 0.055, 0.012]), paint(colour))


LOOK = Look(
    name="moustache",
    words=("moustache", "mustache", "moustached", "mustached", "handlebar moustache", "八字胡", "小胡子"),
    part="beard",
    tones=TONES,
    face=face,
)
