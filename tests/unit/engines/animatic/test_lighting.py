"""Light and palette are seen in the finished frame."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.darkroom import tones
from kinema.engines.animatic.lexicon.appearance import LIGHTS, PALETTES
from kinema.engines.animatic.lighting import LIGHTINGS
from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size


def colour(prompt: str) -> np.ndarray:
    """The mean colour of a frame, how colourful it is, and how dark its middle is."""
    (frame,) = stills(RenderRequest(prompt, Size(160, 90), 4, Quality.STANDARD, seed=3), [2.0])
    seen = frame.astype(float)
    spread = (seen.max(axis=2) - seen.min(axis=2)).mean()
    return np.array([*seen.mean(axis=(0, 1)), spread])


PLAIN = "A horse running over a meadow by day"
RED, GREEN, BLUE, SPREAD = range(4)


@pytest.fixture(scope="module")
def plain() -> np.ndarray:
    """The frame that nothing was said of."""
    return colour(PLAIN)


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("golden light", lambda c: c[RED] - c[BLUE]),
        ("moonlight", lambda c: c[BLUE] - c[RED]),
        ("neon lights", lambda c: c[RED] + c[BLUE] - 2 * c[GREEN]),
        ("backlit", lambda c: -c[:3].sum()),
        ("low-key", lambda c: -c[:3].sum()),
        ("warm tones", lambda c: c[RED] - c[BLUE]),
        ("cool tones", lambda c: c[BLUE] - c[RED]),
        ("pastel", lambda c: -c[SPREAD]),
        ("muted colours", lambda c: -c[SPREAD]),
        ("vivid colours", lambda c: c[SPREAD]),
    ],
)  # fmt: skip
def test_what_is_said_of_light_and_colour_is_seen(said: str, measure: object, plain: np.ndarray) -> None:
    """Golden is warmer, backlit darker, pastel paler, and so on, than the same without it."""
    assert callable(measure)
    assert measure(colour(f"{PLAIN}, {said}")) > measure(plain) + 6


def test_every_word_of_light_and_palette_does_something() -> None:
    """No word of the lexicon falls through."""
    assert set(LIGHTS) == set(LIGHTINGS)
    assert set(PALETTES) == set(tones.PALETTES)
    assert set(tones.LIGHTS) <= set(LIGHTS)
