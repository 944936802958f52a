"""Wool round the neck, with an end that hangs."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint


def round_neck(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The end first, then what goes round."""
    end = [(-0.16, 0.16), (-0.23, 0.46), (-0.26, 0.78)]
    canvas.drawPath(limb(end, [0.11, 0.115, 0.13], 7), paint(mix(colour, (0, 0, 0), 0.14)))
    canvas.drawPath(limb([(-0.32, 0.16), (0.0, 0.21), (0.32, 0.16)], [0.135] * 3, 7), paint(colour))


LOOK = Look(
    name="scarf",
    words=("scarf", "shawl", "bandana", "neckerchief", "围巾", "披肩", "丝巾", "红领巾"),
    part="neck",
    colour=(196, 70, 66),
    round=round_neck,
)
