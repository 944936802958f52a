"""Glasses: two rims to look through."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, paint, stroke


def face(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Round rims, a bridge and what goes to the ears."""
    line = stroke(colour, 0.034)
    for side in (-1, 1):
        canvas.drawCircle(0.15 * side, -0.48, 0.118, paint((230, 242, 255), 0.28))
        canvas.drawCircle(0.15 * side, -0.48, 0.118, line)
        canvas.drawLine(0.27 * side, -0.50, 0.40 * side, -0.53, line)
    canvas.drawLine(-0.035, -0.49, 0.035, -0.49, line)


LOOK = Look(
    name="glasses",
    words=("glasses", "eyeglasses", "spectacles", "bespectacled", "reading glasses", "眼镜"),
    part="eyes",
    colour=(52, 46, 54),
    face=face,
)
