"""Hair that is tied behind the head."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """It stands off a little before it falls."""
    tail = [(0.22, -0.86), (0.56, -0.78), (0.62, -0.40), (0.52, -0.02)]
    canvas.drawPath(limb(tail, [0.10, 0.13, 0.125, 0.02]), paint(mix(colour, (0, 0, 0), 0.10)))
    canvas.drawCircle(0.34, -0.87, 0.085, paint((206, 70, 84)))


LOOK = Look(
    name="ponytail",
    words=("ponytail", "pony tail", "pony-tail", "马尾", "马尾辫", "高马尾"),
    part="cut",
    heads={"👩": "🧑", "👧": "🧑"},
    behind=behind,
)
