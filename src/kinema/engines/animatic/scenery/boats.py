"""Boats at rest and what they lie at, drawn on boards: rowing boats, fishing boats with rigging, jetties."""

from __future__ import annotations

from collections.abc import Sequence

from kinema.engines.animatic.raster import Colour, mix, times
from kinema.engines.animatic.scenery.board import LAMPLIGHT, Board
from kinema.engines.animatic.scenery.seasons import WHITE

HULLS: tuple[Colour, ...] = ((44, 92, 140), (176, 56, 48), (36, 116, 104), (232, 228, 216), (60, 66, 84))
PLANKS: Colour = (150, 116, 84)
_MAST: Colour = (168, 128, 86)
_ROPE: Colour = (70, 62, 58)


def rowing_boat(board: Board, x: float, long: float, colour: Colour, way: float = 1.0) -> None:
    """A small open boat whose middle is at `x`, its bow to `way`, with oars in it."""

    def at(*points: tuple[float, float]) -> Sequence[tuple[float, float]]:
        return [(x + way * px * long, py * long) for px, py in points]

    board.shape(
        at((-0.46, 0.15), (-0.38, -0.02), (0.34, -0.02), (0.52, 0.20), (0.30, 0.13), (-0.30, 0.12)), colour
    )
    board.shape(at((-0.46, 0.15), (-0.30, 0.12), (0.30, 0.13), (0.52, 0.20), (0.30, 0.165), (-0.30, 0.16)),
                times(PLANKS, 0.62))  # fmt: skip
    board.shape(at((-0.44, 0.08), (0.40, 0.08), (0.43, 0.11), (-0.45, 0.11)), mix(colour, WHITE, 0.65))
    for bench in (-0.16, 0.12):
        board.shape(
            at((bench, 0.13), (bench + 0.07, 0.13), (bench + 0.06, 0.165), (bench - 0.01, 0.165)), PLANKS
        )
    board.line(at((-0.30, 0.20), (0.20, 0.10), (0.30, 0.02)), _MAST, 0.014 * long)
    if board.snowy:
        board.shape(at((-0.40, 0.15), (0.36, 0.16), (0.30, 0.20), (-0.34, 0.19)), WHITE)


def fishing_boat(board: Board, x: float, long: float, colour: Colour, way: float = 1.0) -> None:
    """A boat with a wheelhouse, a mast, a boom and their rigging; its lamps are lit at night."""

    def at(*points: tuple[float, float]) -> Sequence[tuple[float, float]]:
        return [(x + way * px * long, py * long) for px, py in points]

    top, fore, aft = (0.06, 0.92), (0.52, 0.25), (-0.48, 0.19)
    for start, end in ((top, fore), (top, aft), ((0.06, 0.66), (0.30, 0.20)), ((0.06, 0.66), (-0.20, 0.16))):
        board.line(at(start, end), _ROPE)
    board.line(at((0.06, 0.14), top), _MAST, 0.022 * long)
    board.line(at((0.06, 0.30), (-0.40, 0.50)), _MAST, 0.016 * long)
    board.line(at((-0.40, 0.50), top), _ROPE)
    # The wheelhouse, its roof and panes.
    board.shape(at((-0.30, 0.14), (-0.04, 0.14), (-0.04, 0.36), (-0.28, 0.36)), (236, 232, 222))
    board.shape(at((-0.33, 0.36), (0.0, 0.36), (-0.01, 0.40), (-0.32, 0.40)), board.ink(times(colour, 0.9)))
    glass = board.pane(lit=0.95)
    for left in (-0.26, -0.16):
        board.raw(at((left, 0.25), (left + 0.075, 0.25), (left + 0.075, 0.33), (left, 0.33)), glass)
    board.shape(
        at((-0.50, 0.20), (-0.44, -0.02), (0.38, -0.02), (0.54, 0.26), (0.30, 0.17), (-0.26, 0.15)), colour
    )
    board.shape(at((-0.445, 0.02), (-0.44, -0.02), (0.38, -0.02), (0.405, 0.02)), (150, 52, 44))
    rail = at((-0.50, 0.20), (-0.26, 0.15), (0.30, 0.17), (0.54, 0.26))
    board.line(rail, WHITE, 0.022 * long)
    for k in range(4):  # what hangs over the side
        board.oval(
            x + way * (-0.30 + 0.18 * k) * long, 0.085 * long, 0.05 * long, 0.07 * long, (226, 120, 52)
        )
    board.shine(x - way * 0.16 * long, 0.29 * long, 0.34 * long, 0.6)
    lamp = at(top)[0]
    board.shine(*lamp, 0.20 * long, 0.9, mix(LAMPLIGHT, WHITE, 0.4))


def jetty(board: Board, x: float, wide: float, long: float) -> None:
    """A jetty of planks on posts that runs from the near bank at the board's base out into the water, to
    `long` above it, ever narrower, with a lamp at its end."""
    way = -board.way
    end, narrow = x + way * 0.55 * wide, 0.42 * wide

    def edge(share: float) -> tuple[float, float, float]:
        """The middle, half the width and the height at a share of the way out."""
        near = 1 - share
        return x + (end - x) * share, (wide * near + narrow * share) / 2, long * share**0.8 if share else 0.0

    def posts(shares: Sequence[float], side: float) -> None:
        for share in shares:
            middle, half, up = edge(share)
            thick = 0.10 * half
            at, low = middle + side * half, up - 0.55 * half
            board.box(at - thick, low, 2 * thick, up + 0.42 * half - low, times(PLANKS, 0.58))
            board.box(at - thick, up + 0.38 * half, 2 * thick, 0.07 * half, board.ink(times(PLANKS, 0.8)))

    steps = 15
    posts((0.92, 0.62, 0.34), way)
    for n in range(steps):
        (m0, h0, y0), (m1, h1, y1) = edge(n / steps), edge((n + 1) / steps)
        tone = times(PLANKS, float(board.rng.uniform(0.86, 1.10)))
        plank = [(m0 - h0, y0), (m0 + h0, y0), (m1 + h1, y1), (m1 - h1, y1)]
        board.shape(plank, board.ink(tone, times(WHITE, 0.97)))
        board.line(plank[:2], times(PLANKS, 0.5), 0.0)
    sides = [edge(n / steps) for n in range(steps + 1)]
    for side in (-1, 1):
        rim = [(m + side * h, y) for m, h, y in sides]
        under = [(m + side * h, y - 0.07 * h) for m, h, y in reversed(sides)]
        board.shape([*rim, *under], times(PLANKS, 0.5))
    posts((0.92, 0.62, 0.34), -way)
    middle, half, up = edge(0.92)
    at, top = middle - way * half, up + 1.5 * half
    board.box(at - 0.05 * half, up, 0.10 * half, top - up, times(PLANKS, 0.45))
    board.raw([(at - 0.10 * half, top), (at + 0.10 * half, top), (at + 0.14 * half, top + 0.3 * half),
               (at - 0.14 * half, top + 0.3 * half)], board.pane((206, 206, 200), lit=1.0))  # fmt: skip
    board.shine(at, top + 0.14 * half, 2.6 * half, 0.9)
