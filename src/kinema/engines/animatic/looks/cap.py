"""A cap with a peak."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, mix, paint


def face(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The peak."""
    peak = [(-0.40, -0.70), (-0.26, -0.585), (0.0, -0.55), (0.26, -0.585), (0.40, -0.70), (0.0, -0.76)]
    canvas.drawPath(blob(peak), paint(mix(colour, (0, 0, 0), 0.30)))


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The dome, and its button."""
    dome = [(-0.455, -0.66), (-0.40, -0.94), (0.0, -1.075), (0.40, -0.94), (0.455, -0.66), (0.0, -0.715)]
    canvas.drawPath(blob(dome), paint(colour))
    canvas.drawCircle(0.0, -1.065, 0.04, paint(mix(colour, (0, 0, 0), 0.25)))


LOOK = Look(
    name="cap",
    words=("cap", "baseball cap", "peaked cap", "flat cap", "棒球帽", "鸭舌帽", "军帽"),
    part="hat",
    colour=(60, 96, 160),
    face=face,
    crown=crown,
)
