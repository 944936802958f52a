"""A shirt with a collar and buttons."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """It has long sleeves."""
    return replace(clothes, top=colour, belly=None)


def chest(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The collar's two wings, and a row of buttons."""
    dark = paint(mix(colour, (30, 30, 50), 0.22))
    for side in (-1, 1):
        canvas.drawPath(shape([(0.0, 0.16), (0.24 * side, 0.06), (0.17 * side, 0.34)]), dark)
    for n in range(4):
        canvas.drawCircle(0.0, 0.46 + 0.24 * n, 0.026, dark)


LOOK = Look(
    name="shirt",
    words=("shirt", "shirts", "blouse", "polo shirt", "flannel shirt", "衬衫", "衬衣", "上衣"),
    part="body",
    colour=(236, 238, 244),
    wear=wear,
    chest=chest,
)
