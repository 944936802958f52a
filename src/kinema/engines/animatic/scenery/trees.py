"""Broad-leaved trees: boughs that fork into twigs, and leaves at their ends, as many as the season leaves."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from kinema.engines.animatic.raster import Colour, Raster, mix, times
from kinema.engines.animatic.scenery.flora import Plant, fill

_SHIFT = 4
_FORKS = 5
"""How often a bough forks, from trunk to twig."""
_BOLE = 0.24
"""How much of a tree's height is trunk."""
_TUFT = 7
"""Leaves about the end of a twig."""
_FEW = 4
"""As many, and larger ones, where a tuft is no wider than `_SMALL` pixels."""
_SMALL = 14.0
_THIN = 0.6
"""Below this share of its leaves a tree's twigs show."""


@dataclass(frozen=True)
class _Bough:
    """A piece of wood, from one place to another in tree heights above the foot; the trunk's `order` is 0."""

    start: tuple[float, float]
    end: tuple[float, float]
    thick: tuple[float, float]
    order: int


def broadleaf(
    colour: Colour, wood: Colour, *, leafy: float = 1.0, snow: Colour | None = None, side: float = -0.5
) -> Plant:
    """A tree with leaves of that colour on a share of its twigs, `leafy` 0 to 1, lit from above and from
    `side` (-1 left to 1 right); with snow on its boughs where they are bare."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        boughs = _grown(rng)
        tips = [bough.end for bough in boughs if bough.order >= (_FORKS - 2 if leafy > _THIN else _FORKS)]
        clumps = np.array([tip for tip in tips if rng.random() < leafy]).reshape(-1, 2)
        size = 0.100 if leafy > _THIN else 0.034
        shade, sunlit = times(colour, (0.50, 0.56, 0.62)), mix(times(colour, 1.22), (255, 246, 190), 0.16)
        if leafy > _THIN:  # the crown's far side, dark behind the boughs
            far = [(*shade, size)] * len(clumps)
            _leaves(art, x, base, tall, clumps - (0.0, 0.02), far, rng)
        for bough in boughs:
            _draw(art, x, base, tall, bough, wood, snow if leafy < _THIN else None)
        clumps = clumps[np.argsort(clumps[:, 1] - 0.3 * side * clumps[:, 0], kind="stable")]
        tufts = []
        for n in range(len(clumps)):
            lit = n / max(len(clumps) - 1, 1)
            body = mix(shade, colour, 0.35 + 0.65 * lit)
            tufts += [(*body, size * 0.84), (*mix(body, sunlit, 0.25 + 0.65 * lit), size * 0.52)]
        glints = clumps + np.array((0.030 * side, 0.036))
        _leaves(art, x, base, tall, np.stack([clumps, glints], 1).reshape(-1, 2), tufts, rng)

    return draw


def bush(colour: Colour, *, white: Colour | None = None) -> Plant:
    """A low round shrub, lighter above; with snow on it."""

    def draw(art: Raster, x: float, base: float, tall: float, rng: np.random.Generator) -> None:
        for n in range(16):
            share = n / 15
            angle, far = rng.uniform(0, math.pi), rng.random() ** 0.5
            at = (
                x + math.cos(angle) * far * tall * 1.3,
                base - tall * (0.25 + 0.55 * share * math.sin(angle)),
            )
            tone = (
                mix(times(colour, 0.7), times(colour, 1.25), share) if white is None or share < 0.6 else white
            )
            half = int(tall * rng.uniform(0.22, 0.36) * 16)
            cv2.circle(art, (int(at[0] * 16), int(at[1] * 16)), half, (*tone, 255), -1, cv2.LINE_AA, _SHIFT)

    return draw


def _grown(rng: np.random.Generator) -> list[_Bough]:
    """A tree's boughs, trunk first."""
    lean = rng.uniform(-0.03, 0.03)
    boughs = [_Bough((0.0, 0.0), (lean, _BOLE), (0.030, 0.021), 0)]
    growing = [(boughs[0], 0.0)]
    for order in range(1, _FORKS + 1):
        sprouting = []
        for bough, heading in growing:
            spread = rng.uniform(0.26, 0.56) if order > 1 else rng.uniform(0.34, 0.52)
            headings = [heading - spread, heading + spread * rng.uniform(0.7, 1.1)]
            if order == 1 or rng.random() < 0.45:
                headings.append(heading + rng.uniform(-0.2, 0.2))
            for turned in headings:
                turned = float(np.clip(turned * 0.90, -1.5, 1.5))
                long = 0.228 * 0.78 ** (order - 1) * rng.uniform(0.75, 1.1)
                end = (bough.end[0] + math.sin(turned) * long, bough.end[1] + math.cos(turned) * long)
                thick = bough.thick[1] * 0.80
                sprouting.append((_Bough(bough.end, end, (thick, thick * 0.62), order), turned))
        boughs += [bough for bough, _ in sprouting]
        growing = sprouting
    return boughs


def _draw(
    art: Raster, x: float, base: float, tall: float, bough: _Bough, wood: Colour, snow: Colour | None
) -> None:
    (x0, y0), (x1, y1) = ((x + px * tall, base - py * tall) for px, py in (bough.start, bough.end))
    along = math.hypot(x1 - x0, y1 - y0) or 1.0
    across = ((y1 - y0) / along, -(x1 - x0) / along)
    half0, half1 = (max(thick * tall, 0.35) for thick in bough.thick)
    flare = 1.35 if bough.order == 0 else 1.0
    right = [
        (x0 + across[0] * half0 * flare, y0 + across[1] * half0 * flare),
        (x1 + across[0] * half1, y1 + across[1] * half1),
    ]
    left = [
        (x1 - across[0] * half1, y1 - across[1] * half1),
        (x0 - across[0] * half0 * flare, y0 - across[1] * half0 * flare),
    ]
    fill(art, right + left, wood)
    if half0 > 1.2:
        dark = times(wood, 0.72)
        middle = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in zip(right, reversed(left), strict=True)]
        shaded = right if (right[0][0] + right[1][0]) > (left[0][0] + left[1][0]) else list(reversed(left))
        fill(art, [*shaded, *reversed(middle)], dark)
    if snow is not None and bough.order and abs(x1 - x0) > 0.4 * abs(y1 - y0):
        lift = half0 * 0.9
        fill(art, [(x0, y0 - lift), (x1, y1 - lift * 0.6), (x1, y1), (x0, y0)], snow)


def _leaves(
    art: Raster,
    x: float,
    base: float,
    tall: float,
    places: Raster,
    tufts: list[tuple[float, float, float, float]],
    rng: np.random.Generator,
) -> None:
    """Tufts of leaves with a ragged edge at places in tree heights: of each its colour and its size."""
    if not tufts:
        return
    kinds = np.array(tufts)
    few = kinds[:, 3].max() * tall < _SMALL
    count = _FEW if few else _TUFT
    turn, away, length, breadth, light, lean = rng.random((len(tufts) * count, 6)).T
    middle, kinds = np.repeat(places, count, axis=0), np.repeat(kinds, count, axis=0)
    size = kinds[:, 3] * tall
    angle, far = 2 * math.pi * turn, 0.75 * np.sqrt(away) * size
    long = np.maximum((1.2 if few else 1.0) * size * (0.30 + 0.22 * length), 0.8)
    cx = x + middle[:, 0] * tall + np.cos(angle) * far
    cy = base - middle[:, 1] * tall - np.sin(angle) * far
    ovals = (np.stack([cx, cy, long, long * (0.6 + 0.3 * breadth)], 1) * 16).astype(int).tolist()
    tones = np.minimum((0.94 + 0.12 * light)[:, None] * kinds[:, :3], 255).tolist()
    for (cx, cy, half, thin), tone, turned in zip(ovals, tones, (180 * lean).tolist(), strict=True):
        cv2.ellipse(art, (cx, cy), (half, thin), turned, 0, 360, (*tone, 255), -1, cv2.LINE_AA, _SHIFT)
