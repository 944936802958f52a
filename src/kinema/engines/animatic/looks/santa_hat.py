"""A Christmas hat, with fur and a bobble that hangs down."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, paint

FUR = (250, 250, 250)


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Its tip falls to one side."""
    tip = [(-0.40, -0.74), (-0.32, -1.02), (0.0, -1.22), (0.38, -1.14), (0.60, -0.82), (0.52, -0.78),
           (0.40, -0.92), (0.38, -0.74)]  # fmt: skip
    canvas.drawPath(blob(tip), paint(colour))
    canvas.drawPath(limb([(-0.40, -0.72), (0.0, -0.77), (0.40, -0.72)], [0.095] * 3, 9), paint(FUR))
    canvas.drawCircle(0.57, -0.74, 0.10, paint(FUR))


LOOK = Look(
    name="santa hat",
    words=("santa hat", "santa claus hat", "christmas hat", "elf hat", "圣诞帽"),
    part="hat",
    colour=(206, 40, 48),
    crown=crown,
)
