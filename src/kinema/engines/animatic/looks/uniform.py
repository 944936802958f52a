"""A uniform: a dark tunic with a belt and bright buttons."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint

BRASS = (244, 206, 96)


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Tunic and trousers are of one colour; a skirt stays one."""
    legs = clothes.legs if clothes.skirt else mix(colour, (0, 0, 0), 0.16)
    skirt = mix(colour, (0, 0, 0), 0.16) if clothes.skirt else None
    return replace(clothes, top=colour, belly=None, legs=legs, skirt=skirt)


def chest(canvas: Canvas, _: Colour, __: Clothes) -> None:
    """Two rows of buttons."""
    for n in range(3):
        for x in (-0.14, 0.14):
            canvas.drawCircle(x, 0.30 + 0.22 * n, 0.035, paint(BRASS))


def round_waist(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The belt."""
    belt = [(-0.50, 0.95), (0.0, 1.0), (0.50, 0.95)]
    canvas.drawPath(limb(belt, [0.055] * 3, 9), paint(mix(colour, (20, 14, 10), 0.6)))


LOOK = Look(
    name="uniform",
    words=(
        "uniform",
        "uniforms",
        "school uniform",
        "military uniform",
        "制服",
        "校服",
        "军装",
        "警服",
        "军服",
    ),
    part="body",
    colour=(46, 62, 104),
    wear=wear,
    chest=chest,
    round=round_waist,
)
