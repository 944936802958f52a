"""A sari: cloth wound about the body and over one shoulder."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint

GOLD = (244, 206, 104)


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Down to the ground, over a blouse with short sleeves."""
    top = mix(colour, (60, 10, 40), 0.35)
    return replace(clothes, top=top, belly=None, skirt=colour, hem=(0.19, 0.02), sleeves=0.4)


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The end that goes over the shoulder, with a golden border."""
    canvas.drawPath(limb([(-0.34, 0.0), (0.0, 0.50), (0.40, 1.05)], [0.20, 0.24, 0.34], 11), paint(GOLD))
    canvas.drawPath(limb([(-0.34, 0.0), (0.0, 0.50), (0.40, 1.05)], [0.16, 0.195, 0.30], 11), paint(colour))


LOOK = Look(
    name="sari", words=("sari", "saree", "纱丽"), part="body", colour=(214, 70, 110), wear=wear, chest=chest
)
