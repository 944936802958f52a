"""Long hair, that falls down the back."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, mix, paint


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """From the crown to below the shoulders."""
    fall = [(0.0, -0.99), (-0.43, -0.72), (-0.47, -0.10), (-0.50, 0.38), (-0.22, 0.50), (0.0, 0.44),
            (0.22, 0.50), (0.50, 0.38), (0.47, -0.10), (0.43, -0.72)]  # fmt: skip
    canvas.drawPath(blob(fall), paint(mix(colour, (0, 0, 0), 0.14)))


LOOK = Look(
    name="long hair",
    words=("long-haired", "long hair", "flowing hair", "长发", "长头发", "披肩发", "长发飘飘"),
    part="cut",
    qualities=("long", "flowing", "waist-length", "长"),
    behind=behind,
)
