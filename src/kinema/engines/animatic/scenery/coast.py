"""A coast, drawn on boards: headlands of rock with grass on them, lighthouses, parasols."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.raster import Colour, mix, times
from kinema.engines.animatic.scenery.board import Board
from kinema.engines.animatic.scenery.relief import profile
from kinema.engines.animatic.scenery.seasons import WHITE

_ROCK: Colour = (128, 116, 108)
_TURF: Colour = (104, 140, 78)
_PALE: Colour = (244, 240, 232)
CLOTH: tuple[Colour, ...] = ((222, 66, 58), (44, 130, 176), (240, 178, 56), (40, 148, 116))


def headland(board: Board, tip: float, long: float, high: float, way: float, turf: Colour = _TURF) -> None:
    """Cliffs that fall from `high` to the water at `tip`, and land behind them, `long` to the side of `way`
    (1 right)."""
    count = 60
    share = np.linspace(0, 1, count)
    rough = profile(board.rng, count, 9, 0.6)
    ends = np.clip(2.6 * share, 0, 1) ** 0.55 * np.clip(12 * (1 - share), 0, 1) ** 0.6
    crown = high * (ends * (0.80 + 0.20 * share) + 0.07 * rough * np.clip(6 * share, 0, ends))
    x = tip + way * share * long
    top = [(float(px), float(max(py, 0.0))) for px, py in zip(x, crown, strict=True)]
    lit = _ROCK if board.sunny == -way else board.shaded(_ROCK)
    board.shape([*top, (top[-1][0], -0.01), (tip, -0.01)], lit)
    # Clefts that run down the cliff, light and dark by turns.
    for n in range(26):
        k = int(board.rng.integers(2, count - 3))
        (ax, ay), (bx, by) = top[k], top[k + 2]
        foot = board.rng.uniform(0.0, 0.45) * ay
        lean = board.rng.uniform(-0.25, 0.05) * (ay - foot) * way
        tone = times(lit, 0.80 if n % 2 else 1.14)
        board.shape([(ax, ay), (bx, by), ((ax + bx) / 2 + lean, foot)], tone)
    # Turf on the crown hangs over it raggedly; the sea wears the foot dark.
    hang = [(px, py * (0.80 + 0.08 * board.rng.uniform(-1, 1))) for px, py in top]
    board.shape([*top[3:], *reversed(hang[3:])], board.ink(turf))
    board.shape(
        [(top[0][0], 0.0), (top[-1][0], 0.0), (top[-1][0], 0.05 * high), (top[4][0], 0.04 * high)],
        times(lit, 0.6),
    )


def lighthouse(board: Board, x: float, tall: float, y: float = 0.0, bands: Colour = (196, 62, 54)) -> None:
    """A white tower with bands of colour and a gallery, whose lamp is lit at night."""
    low, high = 0.085 * tall, 0.055 * tall

    def half(share: float) -> float:
        return low + (high - low) * share

    for n in range(6):
        a, b = n * 0.125, (n + 1) * 0.125
        colour = bands if n % 2 else _PALE
        for side, tone in ((-1, board.shaded(colour)), (1, colour)):
            tone = tone if board.sunny > 0 else (colour if side < 0 else board.shaded(colour))
            board.shape([(x, y + a * tall), (x + side * half(a / 0.75), y + a * tall),
                         (x + side * half(b / 0.75), y + b * tall), (x, y + b * tall)], tone)  # fmt: skip
    top = y + 0.75 * tall
    board.box(x - 1.5 * high, top, 3 * high, 0.022 * tall, (58, 60, 68))
    lens = [(x - 0.8 * high, top + 0.022 * tall), (x + 0.8 * high, top + 0.022 * tall),
            (x + 0.8 * high, top + 0.13 * tall), (x - 0.8 * high, top + 0.13 * tall)]  # fmt: skip
    board.raw(lens, board.pane((214, 226, 232), lit=1.0))
    eave, wide = top + 0.13 * tall, 1.1 * high
    board.shape([(x - wide, eave), (x + wide, eave), (x, eave + 0.11 * tall)], board.ink(bands))
    for up in (0.22, 0.50):
        w = 0.020 * tall
        board.raw([(x - w, y + up * tall), (x + w, y + up * tall), (x + w, y + (up + 0.06) * tall),
                   (x - w, y + (up + 0.06) * tall)], board.pane(lit=0.9))  # fmt: skip
    board.shine(x, top + 0.075 * tall, 0.60 * tall, 1.0, mix(_PALE, (255, 220, 140), 0.5))


def parasol(board: Board, x: float, tall: float, colour: Colour) -> None:
    """A striped parasol, leaning a little, over a towel."""
    lean, half, rim = 0.06 * tall, 0.46 * tall, 0.70 * tall
    board.oval(x + 0.22 * tall, -0.004, 0.9 * tall, 0.05 * tall, (176, 142, 104))
    towel = ((-0.30, -0.012), (0.20, -0.012), (0.28, 0.02), (-0.22, 0.02))
    board.shape([(x + across * tall, up) for across, up in towel], mix(colour, WHITE, 0.55))
    board.line([(x, 0.0), (x + lean, tall)], (236, 232, 224), 0.022 * tall)
    turns = np.linspace(np.pi, 0, 9)
    arc = [(x + lean + half * float(np.cos(a)), rim + 0.30 * tall * float(np.sin(a))) for a in turns]
    for n in range(8):
        a, b = arc[n], arc[n + 1]
        tone = colour if n % 2 else _PALE
        tone = board.shaded(tone) if (n < 3) == (board.sunny > 0) else tone
        dip = ((a[0] + b[0]) / 2, rim - 0.03 * tall)
        board.shape([a, b, (b[0], rim), dip, (a[0], rim)], tone)
    board.shape(
        [
            (x + lean - 0.02 * tall, 0.99 * tall),
            (x + lean + 0.02 * tall, 0.99 * tall),
            (x + lean, 1.06 * tall),
        ],
        _PALE,
    )
