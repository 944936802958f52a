"""Hair in a knot on top of the head."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The knot."""
    canvas.drawCircle(0.0, -1.02, 0.20, paint(mix(colour, (0, 0, 0), 0.12)))


LOOK = Look(
    name="bun",
    words=(
        "hair bun",
        "in a bun",
        "in a top knot",
        "hair in a bun",
        "hair up in a bun",
        "top knot",
        "topknot",
        "发髻",
        "丸子头",
    ),
    part="cut",
    heads={"👩": "🧑"},
    behind=behind,
)
