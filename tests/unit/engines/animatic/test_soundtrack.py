"""What is heard where a film goes on."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.sound.foley import foley
from kinema.engines.animatic.sound.mix import soundtrack
from kinema.engines.animatic.sound.music import music
from kinema.engines.animatic.sound.tone import RATE
from kinema.engines.animatic.vocabulary import vocabulary

DANCE = vocabulary().motions["dance"]
SCENE = parse("A cat dancing in the rain")
RAMP = int(0.008 * RATE)


def heard(span: tuple[float, float]) -> np.ndarray:
    """The sound of a span of a film whose first shot was two seconds long."""
    performances = [Performance(DANCE, 2.0, until=span[1])]
    return soundtrack(SCENE, "wet", performances, 2, span, np.random.default_rng(1))


def test_an_extensions_sound_is_a_longer_films() -> None:
    """The same samples as if nothing had been cut, but for a ramp of 8 ms, and as loud; it begins at zero."""
    whole, part = heard((0, 4)), heard((2, 4))
    assert part.shape == (2 * RATE, 2)
    assert np.allclose(part[RAMP:], whole[2 * RATE + RAMP :], atol=1e-6)
    assert np.abs(part[[0, -1]]).max() < 1e-4
    assert np.abs(part[: 2 * RAMP]).max() > 0.01


@pytest.mark.parametrize("layer", ["music", "foley"])
def test_a_longer_film_begins_like_a_shorter_one(layer: str) -> None:
    """Beats and steps stay where they were when a film gets longer: an extension's go on in time."""

    def layer_of(seconds: int) -> np.ndarray:
        chance = np.random.default_rng(1)
        if layer == "music":
            return music(SCENE, seconds, chance)
        return foley(SCENE, "wet", [Performance(DANCE, 2.0, until=seconds)], seconds, chance)

    short, long = layer_of(2), layer_of(6)
    assert np.allclose(short[: RATE * 9 // 5], long[: RATE * 9 // 5])
    assert long[4 * RATE :].any()
