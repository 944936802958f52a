"""The mix: bed, action and music of a film as one stereo track at its loudness."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.motion import Motion
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.ambience import ambience
from kinema.engines.animatic.sound.foley import foley
from kinema.engines.animatic.sound.loudness import mastered
from kinema.engines.animatic.sound.music import music


def soundtrack(
    scene: Scene, surface: str, motions: Sequence[Motion], seconds: int, rng: np.random.Generator
) -> NDArray[np.float32]:
    """The sound of a film: float32 (seconds × 48000, 2), -16 LUFS."""
    bed = ambience(scene, seconds, rng)
    action = foley(scene, surface, motions, seconds, rng)
    return mastered(bed + action + music(scene, seconds, rng))
