"""A suit: jacket and trousers of one cloth, over a white shirt."""

from dataclasses import replace

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, mix, paint, shape, stroke

SHIRT = (244, 245, 248)


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """Whatever shirt was put on before is seen at the chest."""
    shirt = clothes.top if any(worn.look.part == "body" for worn in clothes.worn) else SHIRT
    legs = mix(colour, (0, 0, 0), 0.10)
    return replace(clothes, top=colour, belly=None, under=shirt, legs=legs, skirt=None, feet=(30, 26, 28))


def chest(canvas: Canvas, colour: Colour, clothes: Clothes) -> None:
    """The shirt between lapels, and a button."""
    canvas.drawPath(shape([(-0.21, 0.0), (0.21, 0.0), (0.0, 0.74)]), paint(clothes.under or SHIRT))
    light = paint(mix(colour, (255, 255, 255), 0.16))
    for side in (-1, 1):
        lapel = [
            (0.19 * side, 0.0),
            (0.34 * side, 0.10),
            (0.30 * side, 0.40),
            (0.0, 0.78),
            (0.04 * side, 0.62),
        ]
        canvas.drawPath(shape(lapel), light)
    canvas.drawLine(0.0, 0.78, 0.0, 1.45, stroke(mix(colour, (0, 0, 0), 0.4), 0.024))
    canvas.drawCircle(0.06, 0.92, 0.032, paint(mix(colour, (255, 255, 255), 0.4)))


LOOK = Look(
    name="suit",
    words=("suit", "suits", "business suit", "tuxedo", "tux", "pantsuit", "西装", "西服", "正装"),
    part="over",
    colour=(52, 56, 72),
    tones={"black": (36, 36, 44)},
    wear=wear,
    chest=chest,
)
