"""A cook's tall white hat."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Puffs over a band."""
    for x, y, size in ((-0.30, -1.22, 0.20), (0.30, -1.22, 0.20), (0.0, -1.30, 0.24)):
        canvas.drawCircle(x, y, size, paint(mix(colour, (120, 130, 150), 0.10)))
    band = [(-0.38, -0.74), (-0.40, -1.14), (0.40, -1.14), (0.38, -0.74)]
    canvas.drawPath(shape(band), paint(colour))
    canvas.drawPath(
        shape([(-0.38, -0.74), (-0.385, -0.84), (0.385, -0.84), (0.38, -0.74)]),
        paint(mix(colour, (90, 100, 120), 0.22)),
    )


LOOK = Look(
    name="chef hat",
    words=("chef hat", "chef's hat", "toque", "厨师帽"),
    part="hat",
    colour=(250, 250, 252),
    crown=crown,
)
