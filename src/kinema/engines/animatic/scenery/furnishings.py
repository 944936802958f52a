"""Furnishings: what stands in many rooms. Lengths are short sides, heights go up."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.raster import Colour, mix, times
from kinema.engines.animatic.scenery.pen import BOOKS, DARK, LEAF, STEEL, WHITE, WOOD, Draw, Furnishing, Pen


def sofa(colour: Colour) -> Draw:
    """A sofa with two cushions."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.31, 0.62)
        for x in (-0.27, 0.25):
            pen.slab(x, -0.035, 0.022, 0.035, times(WOOD, 0.6))
        pen.slab(-0.28, -0.27, 0.56, 0.20, colour, 0.10, r=0.035)
        for x in (-0.25, 0.004):
            pen.slab(x, -0.15, 0.246, 0.07, times(colour, 1.12), 0.08, r=0.022)
        pen.slab(-0.26, -0.09, 0.52, 0.062, times(colour, 0.86), 0.08, r=0.012)
        for x in (-0.325, 0.255):
            pen.slab(x, -0.19, 0.07, 0.165, times(colour, 0.95), 0.10, r=0.03)
        tint = BOOKS[int(rng.integers(3))]
        pen.form([(-0.21, -0.245), (-0.11, -0.235), (-0.10, -0.13), (-0.205, -0.14)], mix(tint, WHITE, 0.25))
        pen.form([(0.13, -0.235), (0.22, -0.25), (0.225, -0.14), (0.125, -0.13)], mix(tint, WHITE, 0.6))

    return draw


def rug(colour: Colour, wide: float = 0.5) -> Draw:
    """A rug seen at a slant."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pale = mix(colour, WHITE, 0.5)
        for share, tone in (
            (1.0, times(colour, 0.8)),
            (0.93, pale),
            (0.86, colour),
            (0.5, pale),
            (0.42, colour),
        ):
            pen.disc(0, 0.16, wide * share, tone, ry=0.085 * share)

    return draw


def plant(tall: float = 0.36) -> Draw:
    """Leaves in a pot."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.055, 0.11)
        for n in range(17):
            lean = float(rng.uniform(-1, 1))
            long = tall * float(rng.uniform(0.45, 0.85))
            tip = (lean * 0.62 * long, -0.09 - long * (1 - 0.34 * abs(lean)))
            mid = (tip[0] * 0.35, (tip[1] - 0.09) * 0.62)
            broad = 0.014 + 0.05 * tall
            tone = times(LEAF, 0.72 + 0.5 * (n / 17))
            pen.form([(0, -0.09), (mid[0] - broad, mid[1]), tip, (mid[0] + broad, mid[1] + 0.01)], tone)
            pen.stroke([(0, -0.09), mid, tip], 0.003, times(LEAF, 0.62))
        pen.form([(-0.058, -0.115), (0.058, -0.115), (0.040, 0), (-0.040, 0)], (188, 104, 72))
        pen.slab(-0.063, -0.125, 0.126, 0.024, (204, 120, 84), r=0.005)

    return draw


def picture(wide: float, high: float) -> Draw:
    """A painting in its frame: hills under a sky, or a field of colour."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.slab(-wide / 2 + 0.008, -high + 0.010, wide, high, (70, 58, 52))
        pen.slab(-wide / 2, -high, wide, high, (122, 84, 52))
        x, w, h = -wide / 2 + 0.014, wide - 0.028, high - 0.028
        sky = ((236, 206, 160), (164, 202, 218), (226, 176, 168))[int(rng.integers(3))]
        pen.slab(x, -high + 0.014, w, h, sky, 0.06)
        pen.disc(x + w * float(rng.uniform(0.2, 0.8)), -high + 0.014 + 0.3 * h, 0.12 * h, (250, 236, 200))
        for n, tone in enumerate(((126, 150, 150), (92, 128, 104), (62, 96, 84))):
            top = -0.014 - h * (0.52 - 0.15 * n)
            peak = x + w * float(rng.uniform(0.2, 0.8))
            pen.form(
                [(x, top + 0.02), (peak, top - 0.1 * h), (x + w, top + 0.012), (x + w, -0.014), (x, -0.014)],
                tone,
            )

    return draw


def shelves(wide: float, high: float, wood: Colour = WOOD, every: float = 0.095) -> Draw:
    """A bookcase full of books."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-wide / 2, wide)
        pen.slab(-wide / 2, -high, wide, high, times(wood, 0.55), 0.05)
        count = max(round(high / every), 1)
        step = (high - 0.02) / count
        for n in range(count):
            base = -0.012 - n * step
            x = -wide / 2 + 0.014
            while x < wide / 2 - 0.026:
                thick, tall = float(rng.uniform(0.010, 0.022)), step * float(rng.uniform(0.60, 0.84))
                gap = rng.random() < 0.06
                if not gap:
                    tone = BOOKS[int(rng.integers(len(BOOKS)))]
                    pen.slab(
                        x, base - tall, thick - 0.0015, tall, times(tone, float(rng.uniform(0.8, 1.1))), 0.06
                    )
                    pen.slab(x, base - 0.75 * tall, thick - 0.0015, 0.005, mix(tone, (240, 214, 140), 0.6), 0)
                x += thick if not gap else 0.04
            pen.slab(-wide / 2, base, wide, 0.013, times(wood, 1.05), 0.12)
        for x in (-wide / 2, wide / 2 - 0.014):
            pen.slab(x, -high, 0.014, high, wood, 0.08)
        pen.slab(-wide / 2 - 0.008, -high - 0.014, wide + 0.016, 0.02, times(wood, 1.12))

    return draw


def floor_lamp(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
    """A lamp on a stand."""
    pen.shadow(-0.05, 0.1)
    pen.disc(0, -0.004, 0.05, DARK, ry=0.012)
    pen.stroke([(0, 0), (0, -0.40)], 0.009, DARK)
    pen.form([(-0.05, -0.50), (0.05, -0.50), (0.085, -0.38), (-0.085, -0.38)], (252, 224, 176))
    pen.form([(0.01, -0.50), (0.05, -0.50), (0.085, -0.38), (0.03, -0.38)], (236, 202, 150))


def hanging(colour: Colour, drop: float = 0.6) -> Draw:
    """A lamp under the ceiling, its shade where its foot is."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pen.stroke([(0, -drop), (0, -0.05)], 0.004, DARK)
        pen.form([(-0.018, -0.062), (0.018, -0.062), (0.075, 0), (-0.075, 0)], colour)
        pen.form([(0.004, -0.062), (0.018, -0.062), (0.075, 0), (0.03, 0)], times(colour, 0.82))
        pen.disc(0, 0.004, 0.022, (255, 240, 200), ry=0.016)

    return draw


def tube(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
    """A long lamp under the ceiling."""
    for x in (-0.13, 0.13):
        pen.stroke([(x, -0.3), (x, -0.01)], 0.003, DARK)
    pen.slab(-0.19, -0.022, 0.38, 0.022, STEEL, r=0.004)
    pen.slab(-0.18, -0.004, 0.36, 0.012, (252, 252, 246), 0, r=0.004)


def clock(pen: Pen, rng: np.random.Generator) -> None:
    """A clock on the wall."""
    pen.disc(0.004, 0.006, 0.052, (90, 84, 82))
    pen.disc(0, 0, 0.050, DARK)
    pen.disc(0, 0, 0.043, (250, 248, 240))
    for n in range(12):
        turn = n * math.pi / 6
        pen.disc(0.036 * math.sin(turn), 0.036 * math.cos(turn), 0.0026, DARK)
    for long, turn in ((0.022, rng.uniform(0, 6.28)), (0.033, rng.uniform(0, 6.28))):
        pen.stroke([(0, 0), (long * math.sin(turn), -long * math.cos(turn))], 0.005, DARK)


def table(wide: float, high: float, wood: Colour, things: Draw | None = None) -> Draw:
    """A table, and what is on it."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-wide / 2, wide)
        for x in (-wide / 2 + 0.03, wide / 2 - 0.045):
            pen.slab(x + 0.012, -high, 0.010, high - 0.014, times(wood, 0.5))
            pen.slab(x, -high, 0.016, high, times(wood, 0.78))
        pen.slab(-wide / 2 + 0.02, -high + 0.01, wide - 0.04, 0.026, times(wood, 0.7))
        half, far = wide / 2, wide / 2 - 0.025
        top = [(-far, -high - 0.022), (far, -high - 0.022), (half, -high), (-half, -high)]
        pen.form(top, times(wood, 1.2))
        pen.slab(-wide / 2, -high, wide, 0.014, wood)
        if things:
            pen.put(Furnishing(things, 0.0, high + 0.008), 1.0, rng)

    return draw


def chair(colour: Colour) -> Draw:
    """A chair, seen from behind."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pen.shadow(-0.07, 0.14)
        for x in (-0.068, 0.058):
            pen.slab(x, -0.13, 0.011, 0.13, times(colour, 0.6))
        pen.slab(-0.075, -0.145, 0.15, 0.020, colour, r=0.006)
        for x in (-0.070, 0.058):
            pen.slab(x, -0.29, 0.013, 0.15, times(colour, 0.85))
        for y in (-0.29, -0.235):
            pen.slab(-0.070, y, 0.14, 0.032, times(colour, 1.08), r=0.006)

    return draw


def cups(pen: Pen, rng: np.random.Generator) -> None:
    """Two cups and a small vase."""
    for x in (-0.07, 0.06):
        pen.disc(x, 0, 0.030, times(WHITE, 0.9), ry=0.006)
        pen.slab(x - 0.018, -0.032, 0.036, 0.032, WHITE, r=0.006)
        pen.stroke([(x + 0.018, -0.024), (x + 0.027, -0.018), (x + 0.018, -0.010)], 0.004, WHITE)
    pen.slab(-0.010, -0.05, 0.020, 0.05, (112, 158, 176), r=0.006)
    for n in range(3):
        x = 0.020 * (n - 1)
        pen.stroke([(0, -0.05), (x, -0.085)], 0.003, LEAF)
        pen.disc(x, -0.090, 0.011, BOOKS[int(rng.integers(3))])


def screen(pen: Pen, rng: np.random.Generator) -> None:
    """A computer on a desk: a screen that shows something, a keyboard, papers."""
    pen.slab(-0.012, -0.05, 0.024, 0.05, DARK)
    pen.disc(0, -0.002, 0.045, DARK, ry=0.008)
    pen.slab(-0.105, -0.185, 0.21, 0.138, DARK, r=0.006)
    pen.slab(-0.097, -0.177, 0.194, 0.118, (66, 110, 156), 0.25)
    for n in range(6):
        pen.slab(-0.085, -0.165 + 0.016 * n, float(rng.uniform(0.04, 0.11)), 0.006, (196, 226, 240), 0)
    pen.slab(0.045, -0.160, 0.045, 0.085, (236, 240, 244), 0.05)
    for n in range(4):
        high = float(rng.uniform(0.02, 0.07))
        pen.slab(0.050 + 0.009 * n, -0.080 - high, 0.006, high, (240, 150, 80), 0)
    pen.slab(0.13, -0.012, 0.06, 0.012, WHITE)
    pen.slab(-0.17, -0.035, 0.028, 0.035, (196, 84, 70), r=0.005)


def textbooks(pen: Pen, rng: np.random.Generator) -> None:
    """A book or two and a pencil pot."""
    for n in range(int(rng.integers(1, 4))):
        tone = BOOKS[int(rng.integers(len(BOOKS)))]
        pen.slab(-0.08 + 0.006 * n, -0.016 * (n + 1), 0.075, 0.015, tone, r=0.002)
    pen.slab(0.05, -0.04, 0.022, 0.04, (90, 132, 168), r=0.003)
    for n in range(3):
        pen.stroke([(0.056 + 0.006 * n, -0.03), (0.053 + 0.009 * n, -0.066)], 0.004, BOOKS[n])


def bed(colour: Colour) -> Draw:
    """A bed with its head at the wall, pillows and a blanket."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
        pen.shadow(-0.34, 0.68)
        pen.slab(-0.35, -0.34, 0.05, 0.34, WOOD, r=0.012)
        pen.slab(0.31, -0.17, 0.04, 0.17, WOOD, r=0.012)
        pen.slab(-0.31, -0.09, 0.63, 0.065, times(WOOD, 0.8))
        pen.slab(-0.31, -0.15, 0.63, 0.075, WHITE, r=0.02)
        pen.slab(-0.30, -0.205, 0.15, 0.075, (250, 248, 244), 0.07, r=0.032)
        pen.slab(-0.285, -0.235, 0.13, 0.062, mix(colour, WHITE, 0.7), 0.07, r=0.028)
        pen.form(
            [(-0.13, -0.165), (0.0, -0.185), (0.2, -0.178), (0.322, -0.16), (0.335, -0.045), (-0.14, -0.04)],
            colour,
        )
        pen.form(
            [(-0.14, -0.165), (-0.07, -0.176), (-0.075, -0.045), (-0.15, -0.04)], mix(colour, WHITE, 0.65)
        )
        for n in range(5):
            x = -0.02 + 0.07 * n
            pen.stroke([(x, -0.165), (x + 0.012, -0.10), (x, -0.05)], 0.005, times(colour, 0.86))

    return draw


def night_stand(pen: Pen, rng: np.random.Generator) -> None:
    """A small chest with a lamp and a book on it."""
    pen.shadow(-0.075, 0.15)
    pen.slab(-0.075, -0.16, 0.15, 0.15, WOOD)
    for y in (-0.145, -0.08):
        pen.slab(-0.062, y, 0.124, 0.055, times(WOOD, 1.14), r=0.004)
        pen.disc(0, y + 0.027, 0.006, (222, 190, 120))
    pen.slab(-0.082, -0.172, 0.164, 0.016, times(WOOD, 1.2))
    pen.slab(-0.008, -0.23, 0.016, 0.058, (212, 190, 160), r=0.006)
    pen.form([(-0.032, -0.30), (0.032, -0.30), (0.055, -0.225), (-0.055, -0.225)], (252, 226, 182))
    pen.slab(0.03, -0.182, 0.04, 0.010, BOOKS[int(rng.integers(4))])
