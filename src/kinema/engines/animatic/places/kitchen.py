"""A kitchen: cupboards, a stove under its hood with a pot that steams, tiles, a window over the garden."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.kit import RATE, Bed, Place, Scene, Setup, Stage, Track, decay, place, scattered
from kinema.engines.animatic.scenery.fittings import fridge, kitchen_run
from kinema.engines.animatic.scenery.furnishings import chair, hanging, plant, table
from kinema.engines.animatic.scenery.hearth import Vapour
from kinema.engines.animatic.scenery.interior import Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import WHITE, WOOD, Furnishing

FRONTS = ((112, 150, 140), (92, 118, 150), (206, 196, 172), (168, 92, 76))


def build(setup: Setup) -> Stage:
    """Cupboards along the wall, of a colour by chance, and a table before them."""
    colour = FRONTS[int(setup.rng.integers(len(FRONTS)))]
    room = Interior(
        walls=((236, 222, 196), (222, 228, 220), (240, 212, 184)),
        ground=(190, 160, 132),
        laid="tiles",
        tiled=0.40,
        window=Window(0.19 + 0.20, sill=0.33, wide=0.34, high=0.29, curtains=None),
        against=(
            Furnishing(kitchen_run(colour), -0.05, moves=Vapour),
            Furnishing(fridge((214, 96, 84) if colour[0] > 200 else WHITE), 0.66),
            Furnishing(plant(0.13), 0.49, 0.345),
            Furnishing(hanging((222, 164, 72)), -0.19, 0.62, lights=((0.0, 0.0, 0.5),)),
            Furnishing(hanging((222, 164, 72)), 0.36, 0.64, lights=((0.0, 0.0, 0.9),)),
        ),
        standing=(Furnishing(table(0.34, 0.19, WOOD), -0.76), Furnishing(chair(WOOD), -0.55)),
    )
    return interior(setup, room)


def clinks(track: Track, scene: Scene, rng: np.random.Generator) -> None:  # noqa: ARG001 - whoever is there
    """A spoon or a glass is put down now and then."""
    moments, rng = rng.spawn(2)
    for at in scattered(len(track) // RATE, 1, moments):
        if rng.random() < 0.6:
            t = np.arange(int(0.25 * RATE), dtype=np.float32) / RATE
            hertz = rng.uniform(2100, 3900)
            tone = np.sin(2 * np.pi * hertz * t) + 0.5 * np.sin(2 * np.pi * hertz * 2.71 * t)
            sound = (tone * decay(len(t), 0.001, 0.05)).astype(np.float32)
            place(track, sound, float(at), rng.uniform(0.006, 0.016), rng.uniform(-0.7, 0.7))


PLACE = Place(
    name="kitchen",
    words=(
        "kitchen", "restaurant kitchen", "kitchen counter", "pantry", "home kitchen", "kitchen stove",
        "at the stove", "厨房", "厨房里", "灶台", "灶台前", "灶台边", "后厨",
    ),
    build=build,
    bed=Bed(((50, 0), (100, -1), (150, -10), (300, -14), (1200, -26), (5000, -40)), 0.024, 7.0, 0.08),
    life=clinks,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
