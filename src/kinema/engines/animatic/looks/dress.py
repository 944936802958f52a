"""A dress with short sleeves."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, paint


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """One colour from the shoulders to the knees, over bare legs."""
    skirt = mix(colour, (0, 0, 0), 0.07)
    return replace(clothes, top=colour, belly=None, skirt=skirt, sleeves=0.4, legs=clothes.skin)


def chest(canvas: Canvas, colour: Colour, clothes: Clothes) -> None:
    """A neckline, and a seam at the waist."""
    canvas.drawPath(
        blob([(-0.21, 0.0), (-0.12, 0.22), (0.0, 0.28), (0.12, 0.22), (0.21, 0.0)]), paint(clothes.skin)
    )
    belt = [(-0.46, 0.74), (0.0, 0.80), (0.46, 0.74)]
    canvas.drawPath(limb(belt, [0.05] * 3, 9), paint(mix(colour, (0, 0, 0), 0.26)))


LOOK = Look(
    name="dress",
    words=(
        "dress",
        "dresses",
        "sundress",
        "frock",
        "tutu",
        "裙",
        "裙子",
        "连衣裙",
        "纱裙",
        "公主裙",
        "舞裙",
        "小裙子",
    ),
    part="body",
    colour=(206, 84, 120),
    wear=wear,
    chest=chest,
)
