"""A coat to the knees, with buttons."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape, stroke


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It covers what was on, but for the neck."""
    low = min(clothes.hem[1], 0.125) if clothes.skirt else 0.14
    hem = (max(clothes.hem[0] * bool(clothes.skirt), 0.165), low)
    return replace(
        clothes, top=colour, belly=None, under=clothes.top, skirt=colour, hem=hem, sleeves=1.0, cuffs=1.1
    )


def chest(canvas: Canvas, colour: Colour, clothes: Clothes) -> None:
    """Lapels, and where it closes."""
    dark = mix(colour, (0, 0, 0), 0.24)
    canvas.drawPath(shape([(-0.17, 0.0), (0.17, 0.0), (0.0, 0.38)]), paint(clothes.under or (236, 236, 240)))
    for side in (-1, 1):
        lapel = [(0.16 * side, 0.0), (0.36 * side, 0.10), (0.28 * side, 0.34), (0.0, 0.50)]
        canvas.drawPath(shape(lapel), paint(dark))
    canvas.drawLine(0.0, 0.48, 0.0, 1.52, stroke(dark, 0.032))
    for n in range(3):
        canvas.drawCircle(0.10, 0.62 + 0.27 * n, 0.036, paint(mix(colour, (0, 0, 0), 0.5)))


LOOK = Look(
    name="coat",
    words=("coat", "coats", "overcoat", "trench coat", "winter coat", "大衣", "风衣", "棉袄", "棉衣", "外衣"),
    part="over",
    colour=(176, 142, 98),
    hues={"white": ("lab coat", "lab coats", "laboratory coat", "白大褂")},
    wear=wear,
    chest=chest,
)
