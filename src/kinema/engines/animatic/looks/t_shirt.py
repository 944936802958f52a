"""A T-shirt: short sleeves."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """The arms are bare from the elbows on."""
    return replace(clothes, top=colour, belly=None, sleeves=0.42)


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A round neckline."""
    canvas.drawPath(
        limb([(-0.20, 0.06), (0.0, 0.22), (0.20, 0.06)], [0.03] * 3, 9), paint(mix(colour, (0, 0, 0), 0.2))
    )


LOOK = Look(
    name="t shirt",
    words=("t-shirt", "t-shirts", "tee shirt", "tee", "tank top", "t恤", "短袖", "背心"),
    part="body",
    colour=(232, 234, 238),
    wear=wear,
    chest=chest,
)
