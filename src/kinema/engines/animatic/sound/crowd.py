"""People who are many, and only heard: an audience that claps."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, Track, decay, place, scattered, shaped

_CLAPS = 130
"""How many a second are heard while everybody claps."""
_WELCOME = 2.2
"""How long, in seconds, an audience claps in the beginning."""


def applause(track: Track, scene: Scene, rng: np.random.Generator) -> None:  # noqa: ARG001 - whatever is shown
    """Add an audience that claps when the curtain is up, and then is quiet."""
    moments, hands = rng.spawn(2)
    for at in scattered(3, _CLAPS, moments):
        clap = shaped(hands, int(0.03 * RATE), [(300, -14), (1200, 0), (4000, -6), (10000, -20)])
        loud = max(1 - float(at) / _WELCOME, 0.0) ** 0.6 * float(hands.uniform(0.3, 1.0))
        pan = float(hands.uniform(-0.9, 0.9))
        place(track, clap * decay(len(clap), 0.001, 0.007), float(at), 0.05 * loud, pan)
