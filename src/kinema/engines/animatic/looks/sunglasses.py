"""Dark glasses, with a gleam on them."""

from kinema.engines.animatic.kit import Canvas, Clothes, Colour, Look, blob, paint, stroke


def face(canvas: Canvas, colour: Colour, _: Clothes) -> None:
    """Two dark panes under one bar."""
    for side in (-1, 1):
        pane = [(0.03, -0.56), (0.16, -0.585), (0.29, -0.55), (0.27, -0.42), (0.16, -0.375), (0.05, -0.43)]
        canvas.drawPath(blob([(x * side, y) for x, y in pane]), paint(colour))
        canvas.drawLine(0.28 * side, -0.53, 0.41 * side, -0.54, stroke(colour, 0.036))
        canvas.drawLine(
            0.15 * side - 0.04, -0.47, 0.15 * side + 0.02, -0.53, stroke((255, 255, 255), 0.028, 0.6)
        )
    canvas.drawLine(-0.08, -0.54, 0.08, -0.54, stroke(colour, 0.04))


LOOK = Look(
    name="sunglasses",
    words=("sunglasses", "shades", "dark glasses", "goggles", "墨镜", "太阳镜", "太阳眼镜", "护目镜"),
    part="eyes",
    colour=(30, 30, 36),
    face=face,
)
