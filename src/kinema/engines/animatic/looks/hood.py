"""A hood, or a scarf over the head, that leaves the face free."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, mix, paint


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """The inside of it, and its back."""
    back = [
        (-0.46, 0.10),
        (-0.54, -0.50),
        (-0.34, -1.00),
        (0.0, -1.14),
        (0.34, -1.00),
        (0.54, -0.50),
        (0.46, 0.10),
        (0.0, 0.20),
    ]
    canvas.drawPath(blob(back), paint(mix(colour, (0, 0, 0), 0.18)))


def face(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Its edge round the face."""
    edge = [
        (-0.42, 0.08),
        (-0.53, -0.50),
        (-0.34, -0.99),
        (0.0, -1.13),
        (0.34, -0.99),
        (0.53, -0.50),
        (0.42, 0.08),
        (0.33, -0.30),
        (0.32, -0.62),
        (0.0, -0.80),
        (-0.32, -0.62),
        (-0.33, -0.30),
    ]
    canvas.drawPath(blob(edge), paint(colour))


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """No hair is seen from behind."""
    return replace(clothes, nape=mix(colour, (0, 0, 0), 0.18))


LOOK = Look(
    name="hood",
    words=("hooded", "headscarf", "head scarf", "hijab", "头巾", "兜帽"),
    part="hat",
    colour=(84, 78, 92),
    wear=wear,
    behind=behind,
    face=face,
)
