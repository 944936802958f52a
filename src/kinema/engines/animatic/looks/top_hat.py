"""A tall silk hat."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, oval, paint


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """A cylinder over a curved brim, with a band."""
    canvas.drawOval(oval(0.0, -0.74, 0.58, 0.095), paint(mix(colour, (0, 0, 0), 0.25)))
    sides = [(-0.37, -0.74), (-0.35, -1.10), (-0.40, -1.42), (0.0, -1.46), (0.40, -1.42), (0.35, -1.10),
             (0.37, -0.74), (0.0, -0.69)]  # fmt: skip
    canvas.drawPath(blob(sides), paint(colour))
    canvas.drawOval(oval(0.0, -1.42, 0.37, 0.05), paint(mix(colour, (255, 255, 255), 0.14)))
    canvas.drawPath(limb([(-0.36, -0.83), (0.0, -0.785), (0.36, -0.83)], [0.06] * 3, 9), paint((150, 40, 50)))


LOOK = Look(
    name="top hat", words=("top hat", "大礼帽", "高顶礼帽"), part="hat", colour=(44, 42, 50), crown=crown
)
