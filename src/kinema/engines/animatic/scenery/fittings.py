"""Fittings: what makes a room a kitchen, a classroom, a café, a ward, a gym, a laboratory or a workshop."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.raster import Colour, mix, times
from kinema.engines.animatic.scenery.furnishings import picture, plant, table
from kinema.engines.animatic.scenery.pen import BOOKS, DARK, STEEL, WHITE, WOOD, Draw, Furnishing, Pen


def kitchen_run(colour: Colour) -> Draw:
    """Cupboards below, a stove with a hood over it, pans, and cupboards above, a metre and a half of them."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        x: float = -0.62
        for n, wide in enumerate((0.19, 0.19, 0.22, 0.19, 0.19)):
            pen.slab(x, -0.225, wide, 0.205, times(colour, 0.94), 0.05)
            if n == 2:
                pen.slab(x, -0.225, wide, 0.215, STEEL, 0.10)
                pen.slab(x + 0.02, -0.150, wide - 0.04, 0.105, (44, 42, 46), 0.2, r=0.008)
                pen.stroke([(x + 0.03, -0.165), (x + wide - 0.03, -0.165)], 0.008, times(STEEL, 1.25))
                for knob in range(4):
                    pen.disc(x + 0.04 + 0.047 * knob, -0.193, 0.010, DARK)
            else:
                pen.slab(x + 0.012, -0.150, wide - 0.024, 0.118, colour, 0.06, r=0.004)
                pen.slab(x + 0.012, -0.208, wide - 0.024, 0.045, colour, 0.06, r=0.004)
                for y in (-0.188, -0.140):
                    pen.slab(x + wide / 2 - 0.022, y, 0.044, 0.007, (206, 176, 112), r=0.003)
            x += wide
        pen.slab(-0.62, -0.022, 0.98, 0.022, DARK)
        pen.slab(-0.635, -0.245, 1.01, 0.024, (196, 168, 130), 0.16, r=0.004)
        # Above: cupboards, a hood, and a rail with what hangs from it.
        for left in (-0.62, -0.43):
            pen.slab(left, -0.60, 0.185, 0.21, colour, 0.07, r=0.004)
            pen.slab(left + 0.014, -0.585, 0.157, 0.18, times(colour, 1.04), 0.05, r=0.004)
            pen.slab(left + 0.14, -0.435, 0.010, 0.026, (206, 176, 112), r=0.003)
        pen.form([(-0.19, -0.64), (-0.09, -0.64), (-0.03, -0.46), (-0.25, -0.46)], times(STEEL, 1.04))
        pen.form([(-0.11, -0.64), (-0.09, -0.64), (-0.03, -0.46), (-0.09, -0.46)], times(STEEL, 0.84))
        pen.slab(-0.255, -0.465, 0.23, 0.024, times(STEEL, 0.92))
        pen.stroke([(0.0, -0.40), (0.16, -0.40)], 0.006, (150, 128, 92))
        pans: tuple[tuple[float, Colour], ...] = ((0.024, DARK), (0.030, (186, 108, 66)), (0.022, STEEL))
        for n, (k, tone) in enumerate(pans):
            at = 0.02 + 0.058 * n
            pen.stroke([(at, -0.40), (at, -0.345)], 0.006, times(tone, 0.8))
            pen.disc(at, -0.345 + k, k, tone)
            pen.disc(at - 0.005, -0.345 + k - 0.004, k * 0.7, times(tone, 1.2))
        # On the counter: a pot on the fire, jars, a board, a kettle.
        pen.slab(-0.20, -0.305, 0.085, 0.058, (192, 72, 58), 0.14, r=0.010)
        pen.slab(-0.205, -0.312, 0.095, 0.012, (214, 100, 84), r=0.004)
        pen.disc(-0.157, -0.317, 0.008, DARK)
        pen.slab(-0.06, -0.27, 0.055, 0.014, DARK, r=0.003)
        for n in range(3):
            tall = 0.07 - 0.012 * n
            pen.slab(-0.60 + 0.048 * n, -0.245 - tall, 0.040, tall, (214, 196, 160), 0.08, r=0.006)
            pen.slab(-0.602 + 0.048 * n, -0.252 - tall, 0.044, 0.012, WOOD, r=0.003)
        pen.form([(-0.40, -0.246), (-0.385, -0.36), (-0.315, -0.36), (-0.30, -0.246)], (190, 140, 92))
        for n, tone in enumerate(((222, 74, 58), (238, 176, 60), (126, 168, 72))):
            pen.disc(0.20 + 0.034 * n, -0.262, 0.019 + 0.002 * float(rng.random()), tone)
        pen.slab(0.16, -0.252, 0.14, 0.014, (226, 222, 212), r=0.006)

    return draw


def fridge(colour: Colour) -> Draw:
    """A rounded refrigerator."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.12, 0.24)
        pen.slab(-0.115, -0.54, 0.23, 0.53, colour, 0.08, r=0.03)
        pen.stroke([(-0.112, -0.36), (0.112, -0.36)], 0.005, times(colour, 0.7))
        for y in (-0.43, -0.34):
            pen.slab(-0.092, y, 0.011, 0.06, STEEL, r=0.005)
        for n in range(4):
            tone = BOOKS[int(rng.integers(5))]
            pen.slab(float(rng.uniform(-0.04, 0.06)), -0.32 + 0.055 * n, 0.034, 0.028, mix(tone, WHITE, 0.3))

    return draw


def board(pen: Pen, rng: np.random.Generator) -> None:
    """A blackboard with a sum, a triangle and a curve in chalk."""
    pen.slab(-0.36, -0.30, 0.72, 0.31, WOOD)
    pen.slab(-0.345, -0.286, 0.69, 0.282, (52, 88, 74), 0.06)
    chalk: Colour = (226, 234, 226)
    pen.stroke([(-0.30, -0.06), (-0.20, -0.06), (-0.20, -0.16), (-0.30, -0.06)], 0.005, chalk)
    pen.stroke([(0.06, -0.05), (0.06, -0.20)], 0.004, chalk)
    pen.stroke([(0.04, -0.07), (0.26, -0.07)], 0.004, chalk)
    lift = float(rng.uniform(0.6, 1.4))
    curve = [(0.06 + 0.01 * n, -0.08 - 0.05 * lift * (1 + math.sin(0.5 * n))) for n in range(18)]
    pen.stroke(curve, 0.005, (250, 214, 140))
    for line in range(3):
        x = -0.13
        while x < 0.0:
            wide = float(rng.uniform(0.012, 0.034))
            pen.stroke(
                [(x, -0.23 + 0.045 * line), (x + wide, -0.23 + 0.045 * line)], 0.005, times(chalk, 0.85)
            )
            x += wide + 0.012
    pen.slab(-0.36, 0.006, 0.72, 0.016, times(WOOD, 1.15))
    pen.slab(-0.06, -0.006, 0.06, 0.014, (214, 200, 180), r=0.003)


def chart(pen: Pen, rng: np.random.Generator) -> None:
    """A map of the world on the wall."""
    pen.slab(-0.15, -0.20, 0.30, 0.20, (168, 206, 222), 0.04)
    land: Colour = (158, 178, 104)
    for x, y, r, ry in (
        (-0.09, -0.14, 0.036, 0.030), (-0.07, -0.07, 0.020, 0.034), (0.01, -0.15, 0.022, 0.018),
        (0.02, -0.085, 0.026, 0.036), (0.08, -0.145, 0.050, 0.030), (0.11, -0.06, 0.020, 0.014),
    ):  # fmt: skip
        pen.disc(x, y, r, times(land, float(rng.uniform(0.9, 1.1))), ry=ry)
    for y in (-0.208, -0.004):
        pen.stroke([(-0.16, y), (0.16, y)], 0.012, WOOD)


def counter(pen: Pen, rng: np.random.Generator) -> None:
    """A bar of wood with an espresso machine and cakes under glass; bottles and a slate behind it."""
    for n in range(2):
        y = -0.40 - 0.115 * n
        pen.slab(-0.34, y, 0.68, 0.014, WOOD)
        x = -0.32
        while x < 0.30:
            tone = ((96, 132, 92), (170, 110, 60), (206, 196, 176), (120, 60, 60), (70, 96, 120))[
                int(rng.integers(5))
            ]
            tall = float(rng.uniform(0.045, 0.08))
            pen.slab(x, y - tall, 0.022, tall, tone, 0.14, r=0.005)
            if tall > 0.062:
                pen.slab(x + 0.007, y - tall - 0.016, 0.008, 0.02, tone)
            x += float(rng.uniform(0.030, 0.050))
    pen.shadow(-0.40, 0.80)
    pen.slab(-0.40, -0.235, 0.80, 0.225, (112, 74, 52), 0.12)
    for n in range(6):
        pen.slab(-0.385 + 0.131 * n, -0.205, 0.112, 0.17, (138, 94, 64), 0.10, r=0.004)
    pen.slab(-0.425, -0.255, 0.85, 0.026, (196, 156, 112), 0.14, r=0.005)
    pen.slab(-0.33, -0.36, 0.17, 0.105, STEEL, 0.16, r=0.010)
    pen.slab(-0.31, -0.325, 0.13, 0.045, DARK, r=0.004)
    for x in (-0.29, -0.22):
        pen.slab(x, -0.285, 0.022, 0.026, WHITE, r=0.003)
    for x in (-0.30, -0.26, -0.22):
        pen.slab(x, -0.382, 0.024, 0.022, WHITE, r=0.003)
    pen.disc(0.16, -0.262, 0.085, times(WHITE, 0.92), ry=0.010)
    for n, tone in enumerate(((196, 120, 66), (236, 190, 190), (110, 70, 52))):
        pen.slab(0.10 + 0.046 * n, -0.30, 0.036, 0.036, tone, r=0.010)
    pen.disc(0.16, -0.275, 0.085, (236, 246, 250), ry=0.062, alpha=0.22)


def cabinet(colour: Colour) -> Draw:
    """Drawers for files, with a plant on them."""

    def draw(pen: Pen, rng: np.random.Generator) -> None:
        pen.shadow(-0.09, 0.18)
        pen.slab(-0.09, -0.30, 0.18, 0.29, colour, 0.06, r=0.004)
        for y in (-0.288, -0.195, -0.102):
            pen.slab(-0.08, y, 0.16, 0.084, times(colour, 1.08), 0.05, r=0.003)
            pen.slab(-0.025, y + 0.03, 0.05, 0.010, times(colour, 0.6), r=0.003)
        pen.put(Furnishing(plant(0.15), 0.0, 0.30), 1.0, rng)

    return draw


def sick_bed(pen: Pen, rng: np.random.Generator) -> None:  # noqa: ARG001 - it is what it is
    """A hospital bed, a drip and a monitor."""
    pen.stroke([(-0.40, 0), (-0.40, -0.47)], 0.008, STEEL)
    pen.stroke([(-0.43, -0.46), (-0.37, -0.46)], 0.006, STEEL)
    pen.slab(-0.448, -0.45, 0.036, 0.075, (206, 230, 240), r=0.008)
    pen.stroke([(-0.43, -0.375), (-0.42, -0.26), (-0.30, -0.20)], 0.003, (206, 222, 230))
    pen.shadow(-0.32, 0.64)
    for x in (-0.28, 0.26):
        pen.disc(x, -0.014, 0.014, DARK)
        pen.stroke([(x, -0.02), (x, -0.10)], 0.010, STEEL)
    pen.slab(-0.31, -0.125, 0.62, 0.03, STEEL)
    pen.slab(-0.33, -0.30, 0.026, 0.21, (150, 190, 198), r=0.010)
    pen.slab(0.31, -0.22, 0.022, 0.13, (150, 190, 198), r=0.010)
    pen.slab(-0.30, -0.17, 0.61, 0.05, WHITE, r=0.016)
    pen.slab(-0.29, -0.22, 0.14, 0.06, (252, 252, 252), 0.06, r=0.026)
    pen.form([(-0.12, -0.185), (0.30, -0.180), (0.315, -0.10), (-0.13, -0.10)], (126, 182, 190))
    pen.form([(-0.13, -0.185), (-0.06, -0.187), (-0.07, -0.10), (-0.14, -0.10)], (226, 240, 242))
    pen.slab(-0.215, -0.47, 0.14, 0.10, DARK, r=0.008)
    pen.slab(-0.207, -0.462, 0.124, 0.084, (20, 40, 44), r=0.004)
    beat = [(0, 0), (0.02, 0), (0.028, -0.012), (0.036, 0.022), (0.044, -0.03), (0.052, 0), (0.110, 0)]
    pen.stroke([(-0.20 + x, -0.418 + y) for x, y in beat], 0.004, (96, 240, 150))
    pen.stroke([(-0.20, -0.392), (-0.16, -0.396), (-0.12, -0.390), (-0.09, -0.393)], 0.003, (250, 210, 90))


def weights(pen: Pen, rng: np.random.Generator) -> None:
    """A rack of dumbbells before a mirror, and a punching bag."""
    pen.slab(-0.34, -0.52, 0.60, 0.40, times(STEEL, 0.9))
    pen.slab(-0.33, -0.51, 0.58, 0.38, (190, 206, 214), 0.10)
    pen.form([(-0.2, -0.13), (-0.02, -0.51), (0.08, -0.51), (-0.1, -0.13)], (226, 236, 240))
    pen.shadow(-0.32, 0.56)
    for x in (-0.31, 0.21):
        pen.slab(x, -0.20, 0.014, 0.20, DARK)
    for y in (-0.18, -0.085):
        pen.slab(-0.32, y, 0.56, 0.012, DARK)
        for n in range(6):
            x, r = -0.27 + 0.088 * n, 0.016 + 0.0016 * n
            tone = ((66, 70, 78), (186, 66, 54), (52, 96, 150))[int(rng.integers(3))]
            pen.slab(x - 0.024, y - r - 0.004, 0.048, 0.008, STEEL)
            for way in (-1, 1):
                pen.slab(x + way * 0.024 - 0.009, y - 2 * r, 0.018, 2 * r, tone, 0.2, r=0.005)
    pen.stroke([(0.38, -1.1), (0.38, -0.52)], 0.006, DARK)
    pen.slab(0.325, -0.52, 0.11, 0.33, (168, 50, 46), 0.10, r=0.03)
    pen.slab(0.325, -0.44, 0.11, 0.014, (120, 34, 34))


def flasks(pen: Pen, rng: np.random.Generator) -> None:
    """Flasks of all colours, a rack of tubes and a microscope."""
    for n, tone in enumerate(((86, 196, 160), (236, 112, 90), (96, 148, 232), (240, 196, 80))):
        x = -0.24 + 0.078 * n + float(rng.uniform(-0.01, 0.01))
        pen.form([(x - 0.008, -0.085), (x + 0.008, -0.085), (x + 0.034, 0), (x - 0.034, 0)], (214, 232, 238))
        pen.form([(x - 0.017, -0.042), (x + 0.017, -0.042), (x + 0.030, -0.004), (x - 0.030, -0.004)], tone)
        pen.slab(x - 0.011, -0.092, 0.022, 0.008, (236, 244, 248))
        pen.stroke([(x - 0.013, -0.05), (x - 0.024, -0.012)], 0.003, WHITE)
    pen.slab(0.075, -0.045, 0.11, 0.010, WOOD)
    pen.slab(0.075, -0.010, 0.11, 0.010, WOOD)
    for n in range(4):
        liquid = BOOKS[int(rng.integers(5))]
        pen.slab(0.084 + 0.026 * n, -0.07, 0.014, 0.066, (222, 236, 240), r=0.006)
        pen.slab(0.086 + 0.026 * n, -0.04, 0.010, 0.035, mix(liquid, (255, 90, 120), 0.3), r=0.004)
    pen.slab(0.225, -0.014, 0.075, 0.014, DARK, r=0.003)
    pen.stroke([(0.285, -0.012), (0.292, -0.07), (0.262, -0.10)], 0.012, DARK)
    pen.stroke([(0.272, -0.12), (0.246, -0.05)], 0.016, STEEL)


def tools(pen: Pen, rng: np.random.Generator) -> None:
    """Saws, hammers and wrenches on a board, over a bench with a vice and shavings."""
    pen.slab(-0.36, -0.56, 0.66, 0.25, (190, 152, 104), 0.05)
    for n in range(7):
        x, tall = -0.31 + 0.092 * n, float(rng.uniform(0.11, 0.17))
        handle = ((196, 70, 52), (60, 100, 150), WOOD)[int(rng.integers(3))]
        pen.slab(x - 0.007, -0.53 + 0.4 * tall, 0.014, 0.6 * tall + 0.02, handle, r=0.006)
        match n % 4:
            case 0:
                pen.slab(x - 0.030, -0.535, 0.060, 0.026, DARK, 0.2, r=0.004)
            case 1:
                pen.form(
                    [(x - 0.010, -0.535), (x + 0.034, -0.535), (x + 0.012, -0.43), (x - 0.010, -0.43)], STEEL
                )
            case 2:
                pen.stroke([(x, -0.535), (x, -0.45)], 0.008, STEEL)
            case _:
                pen.disc(x, -0.525, 0.020, STEEL)
                pen.disc(x, -0.532, 0.009, (190, 152, 104))
    pen.put(Furnishing(table(0.74, 0.22, (150, 106, 66)), -0.02), 1.0, rng)
    pen.slab(0.20, -0.30, 0.07, 0.05, (70, 86, 104), 0.2, r=0.005)
    pen.slab(0.265, -0.285, 0.05, 0.016, STEEL, r=0.004)
    pen.slab(-0.22, -0.255, 0.26, 0.022, (222, 184, 128), r=0.002)
    for _ in range(9):
        pen.disc(float(rng.uniform(-0.3, 0.15)), -0.236, 0.008, (232, 202, 150), ry=0.004)
    for n in range(3):
        pen.slab(
            -0.40 - 0.03 * n, -0.40 + 0.04 * n, 0.022, 0.40 - 0.04 * n, times((204, 164, 112), 1 - 0.08 * n)
        )


def fireplace(pen: Pen, rng: np.random.Generator) -> None:
    """A fireplace of brick under a mantel with candles and a picture over it."""
    pen.slab(-0.21, -0.36, 0.42, 0.36, (150, 92, 74), 0.06)
    for n in range(9):
        y = -0.04 * n
        pen.stroke([(-0.21, y), (0.21, y)], 0.003, (118, 72, 60))
        for k in range(6):
            x = -0.21 + 0.075 * k + (0.037 if n % 2 else 0)
            if x < 0.21:
                pen.stroke([(x, y), (x, y - 0.04)], 0.003, (118, 72, 60))
    pen.slab(-0.125, -0.22, 0.25, 0.22, (26, 20, 20), r=0.012)
    for x, lean in ((-0.07, 0.03), (0.02, -0.025)):
        pen.stroke([(x, -0.02), (x + 0.07, -0.02 - lean)], 0.030, times(WOOD, 0.55))
    pen.slab(-0.245, -0.385, 0.49, 0.034, (128, 84, 54), 0.14, r=0.004)
    pen.slab(-0.25, -0.012, 0.50, 0.024, (112, 104, 100))
    for x in (-0.19, -0.16, 0.18):
        tall = float(rng.uniform(0.035, 0.06))
        pen.slab(x - 0.007, -0.385 - tall, 0.014, tall, (244, 236, 214), r=0.003)
    pen.put(Furnishing(picture(0.22, 0.16), 0.02, 0.41), 1.0, rng)
