"""A crown of gold, with jewels."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Five points on a band."""
    points = [
        (-0.36, -0.80),
        (-0.42, -1.16),
        (-0.22, -0.98),
        (0.0, -1.26),
        (0.22, -0.98),
        (0.42, -1.16),
        (0.36, -0.80),
    ]
    canvas.drawPath(shape(points), paint(colour))
    canvas.drawPath(
        shape([(-0.37, -0.90), (0.37, -0.90), (0.36, -0.78), (-0.36, -0.78)]),
        paint(mix(colour, (120, 60, 0), 0.25)),
    )
    for x, jewel in ((-0.22, (60, 130, 210)), (0.0, (206, 44, 64)), (0.22, (60, 130, 210))):
        canvas.drawCircle(x, -0.84, 0.042, paint(jewel))


LOOK = Look(
    name="crown",
    words=("crown", "tiara", "golden crown", "王冠", "皇冠"),
    part="hat",
    colour=(250, 202, 70),
    crown=crown,
)
