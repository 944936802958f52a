"""A wedding dress with its veil."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, paint
from kinema.engines.animatic.looks import dress, gown


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Tulle that one can see through, down the back."""
    veil = [
        (0.0, -1.06),
        (-0.44, -0.80),
        (-0.62, 0.10),
        (-0.72, 0.75),
        (0.0, 0.85),
        (0.72, 0.75),
        (0.62, 0.10),
        (0.44, -0.80),
    ]
    canvas.drawPath(blob(veil), paint(colour, 0.62))


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Flowers that hold it."""
    for n in range(7):
        x = -0.33 + 0.11 * n
        canvas.drawCircle(x, -0.93 + 0.75 * x * x, 0.062, paint(colour if n % 2 else (250, 214, 224)))


LOOK = Look(
    name="wedding dress",
    words=("wedding dress", "wedding gown", "bridal gown", "bridal dress", "婚纱", "嫁衣"),
    part="body",
    colour=(250, 249, 250),
    wear=gown.wear,
    chest=dress.chest,
    behind=behind,
    crown=crown,
)
