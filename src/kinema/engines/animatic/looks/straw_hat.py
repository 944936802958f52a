"""A straw hat with a broad brim."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, limb, mix, oval, paint, stroke

RIBBON = (186, 62, 52)


def crown(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Woven rings on the brim, and a ribbon."""
    canvas.drawOval(oval(0.0, -0.70, 0.80, 0.15), paint(mix(colour, (70, 40, 10), 0.20)))
    for n in range(2):
        ring = oval(0.0, -0.70, 0.72 - 0.12 * n, 0.125 - 0.025 * n)
        edge = stroke(mix(colour, (90, 56, 20), 0.34), 0.016)
        canvas.drawOval(ring, edge)
    dome = [(-0.42, -0.72), (-0.36, -1.00), (0.0, -1.10), (0.36, -1.00), (0.42, -0.72), (0.0, -0.66)]
    canvas.drawPath(blob(dome), paint(colour))
    canvas.drawPath(limb([(-0.41, -0.78), (0.0, -0.735), (0.41, -0.78)], [0.05] * 3, 9), paint(RIBBON))


LOOK = Look(
    name="straw hat",
    words=("straw hat", "sun hat", "sunhat", "wide-brimmed hat", "conical hat", "草帽", "斗笠", "遮阳帽"),
    part="hat",
    colour=(230, 196, 120),
    crown=crown,
)
