"""A jacket to the hips, open at the neck."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape, stroke


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """What was on is seen under it."""
    return replace(clothes, top=colour, belly=None, under=clothes.top, sleeves=1.0, cuffs=1.08)


def chest(canvas: Canvas, colour: Colour, clothes: Clothes) -> None:
    """A collar turned down, and a zip."""
    canvas.drawPath(shape([(-0.20, 0.0), (0.20, 0.0), (0.0, 0.50)]), paint(clothes.under or (236, 236, 240)))
    for side in (-1, 1):
        collar = [(0.18 * side, 0.0), (0.36 * side, 0.08), (0.26 * side, 0.36), (0.0, 0.54)]
        canvas.drawPath(shape(collar), paint(mix(colour, (0, 0, 0), 0.22)))
    canvas.drawLine(0.0, 0.54, 0.0, 1.45, stroke(mix(colour, (0, 0, 0), 0.42), 0.034))


LOOK = Look(
    name="jacket",
    words=(
        "jacket",
        "jackets",
        "blazer",
        "leather jacket",
        "down jacket",
        "windbreaker",
        "parka",
        "夹克",
        "皮衣",
        "皮夹克",
        "外套",
        "羽绒服",
    ),
    part="over",
    colour=(96, 74, 58),
    wear=wear,
    chest=chest,
)
