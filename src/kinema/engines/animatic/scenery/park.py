"""What makes a meadow a park: lamp posts, and leaves that nobody has swept up."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Raster, mix
from kinema.engines.animatic.scenery.flora import Plant, fill
from kinema.engines.animatic.scenery.lamplight import Posts
from kinema.engines.animatic.scenery.relief import span
from kinema.engines.animatic.stage import Setup
from kinema.engines.animatic.weathers import leaves


def lamp(light: Light) -> Plant:
    """An iron lamp post with a lantern, lit where lamps are."""
    iron = light.far((52, 56, 62), 0.10)
    glass = mix(light.far((214, 220, 224), 0.1), (255, 226, 160), light.lamps)

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:  # noqa: ARG001
        half, head = tall * 0.012, base - tall * 0.84
        fill(art, [(x - half * 3, base), (x - half, base - tall * 0.08), (x - half, head), (x + half, head),
                   (x + half, base - tall * 0.08), (x + half * 3, base)], iron)  # fmt: skip
        wide = tall * 0.045
        fill(art, [(x - wide * 0.6, head), (x - wide, head - tall * 0.10), (x + wide, head - tall * 0.10),
                   (x + wide * 0.6, head)], glass)  # fmt: skip
        fill(
            art,
            [
                (x - wide * 1.25, head - tall * 0.10),
                (x, head - tall * 0.16),
                (x + wide * 1.25, head - tall * 0.10),
            ],
            iron,
        )

    return draw


def posts(setup: Setup, base: float, high: float, *, depth: float, gap: float) -> Posts:
    """Lamp posts side by side, one of them to the right of the frame's middle: their `layer` is scenery, and
    all of it lights the ground."""
    unit = setup.unit
    margin, width = span(setup, depth)
    count = max(round(width / (gap * unit)), 1)
    tall, rows = high * unit, int(high * unit * 1.05) + 8
    art = np.zeros((rows, width, 4), np.uint8)
    first = margin + setup.size.width / 2 + 0.30 * min(setup.size.width, gap * unit * 2)
    at = [((first + n * width / count) % width, rows - 4.0) for n in range(count)]
    draw, rng = lamp(setup.light), setup.rng
    for x, foot in at:
        for shifted in (x - width, x, x + width):
            draw(art, shifted, foot, tall, rng)
    return Posts(Layer(art, -margin, base - rows + 4, depth, unit, wraps=True), at, 0.89 * tall)


def litter(setup: Setup, line: float) -> Layer:
    """Fallen leaves on the ground, flat and more of them the nearer."""
    rng, unit, light = setup.rng, setup.unit, setup.light
    margin, width = span(setup, 1.0)
    rows = int(setup.size.height + 0.1 * unit - line)
    art = np.zeros((rows, width, 4), np.uint8)
    for y in np.sort(rng.random(int(width / unit * 150))):
        colour = light.far(leaves.COLOURS[int(rng.integers(len(leaves.COLOURS)))], 0.05)
        long = leaves.LENGTH * unit * (0.20 + 0.40 * y)
        at = (int(rng.integers(width) * 16), int(y * rows * 16))
        axes = (max(int(long * 16), 8), max(int(long * rng.uniform(3, 7)), 6))
        cv2.ellipse(art, at, axes, rng.uniform(-40, 40), 0, 360, (*colour, 255), -1, cv2.LINE_AA, 4)
    return Layer(art, -margin, line, 1.0, unit, wraps=True)
