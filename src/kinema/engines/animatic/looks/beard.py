"""A full beard with its moustache."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, mix, oval, paint
from kinema.engines.animatic.looks.hair import TONES

EDGE = (
    (-0.38, -0.42),
    (-0.37, -0.12),
    (-0.23, 0.06),
    (0.0, 0.13),
    (0.23, 0.06),
    (0.37, -0.12),
    (0.38, -0.42),
    (0.29, -0.27),
    (0.14, -0.30),
    (0.0, -0.275),
    (-0.14, -0.30),
    (-0.29, -0.27),
)  # fmt: skip


def face(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """From ear to ear, round a mouth."""
    canvas.drawPath(blob(EDGE), paint(colour))
    canvas.drawOval(oval(0.0, -0.155, 0.10, 0.035), paint((176, 84, 74)))
    for side in (-1, 1):
        lip = [(0.0, -0.255), (0.10 * side, -0.25), (0.19 * side, -0.19), (0.08 * side, -0.205)]
        canvas.drawPath(blob(lip), paint(mix(colour, (0, 0, 0), 0.14)))


LOOK = Look(
    name="beard",
    words=(
        "beard",
        "bearded",
        "full beard",
        "goatee",
        "stubble",
        "胡子",
        "胡须",
        "络腮胡",
        "大胡子",
        "山羊胡",
    ),
    part="beard",
    tones=TONES,
    hues={
        "white": ("white-bearded", "白胡子", "白须", "白胡须"),
        "grey": ("grey-bearded", "gray-bearded"),
        "red": ("red-bearded",),
        "black": ("black-bearded", "黑胡子"),
    },
    face=face,
)
