"""Hair in two tails or plaits, one on each side."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, limb, mix, paint


def behind(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Two, with a bow on each."""
    for side in (-1, 1):
        tail = [(0.36 * side, -0.62), (0.60 * side, -0.50), (0.62 * side, -0.14), (0.52 * side, 0.16)]
        canvas.drawPath(limb(tail, [0.09, 0.125, 0.115, 0.02]), paint(mix(colour, (0, 0, 0), 0.10)))
        canvas.drawCircle(0.43 * side, -0.60, 0.080, paint((226, 84, 110)))


LOOK = Look(
    name="pigtails",
    words=(
        "pigtails",
        "pigtail",
        "pig tails",
        "braids",
        "braid",
        "plaits",
        "twin tails",
        "twintails",
        "braided hair",
        "辫子",
        "麻花辫",
        "双马尾",
        "羊角辫",
        "小辫",
    ),
    part="cut",
    qualities=("braided", "plaited"),
    heads={"👩": "👧", "🧑": "👧"},
    behind=behind,
)
