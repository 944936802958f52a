"""A raincoat with its hood up."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, stroke
from kinema.engines.animatic.looks import coat, hood


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It needs no umbrella."""
    return replace(hood.wear(coat.wear(clothes, colour), colour), umbrella=False)


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A row of press studs."""
    dark = mix(colour, (0, 0, 0), 0.28)
    canvas.drawLine(0.0, 0.10, 0.0, 1.52, stroke(dark, 0.03))
    for n in range(4):
        canvas.drawCircle(0.08, 0.30 + 0.29 * n, 0.036, paint(dark))


LOOK = Look(
    name="raincoat",
    words=("raincoat", "raincoats", "rain coat", "rain jacket", "poncho", "雨衣", "雨披", "蓑衣"),
    part="over",
    colour=(250, 206, 60),
    wear=wear,
    chest=chest,
    behind=hood.behind,
    face=hood.face,
)
