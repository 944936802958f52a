"""A beard down to the chest, as wizards have."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, paint
from kinema.engines.animatic.looks import beard
from kinema.engines.animatic.looks.hair import TONES


def face(canvas: Canvas, colour: Colour, clothes: Clothes) -> None:
    """It narrows to a point."""
    fall = [
        (-0.34, -0.16),
        (-0.27, 0.14),
        (-0.13, 0.36),
        (0.0, 0.50),
        (0.13, 0.36),
        (0.27, 0.14),
        (0.34, -0.16),
    ]
    canvas.drawPath(blob(fall), paint(colour))
    beard.face(canvas, colour, clothes)


LOOK = Look(
    name="long beard",
    words=("long beard", "long-bearded", "长胡子", "长须", "长胡须"),
    part="beard",
    qualities=("long", "flowing", "长"),
    tones=TONES,
    hues={"white": ("long white beard", "flowing white beard", "长长的白胡子", "白色长须", "白长胡子")},
    face=face,
)
