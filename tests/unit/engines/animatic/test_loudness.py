"""Sound levels."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.sound.loudness import CEILING, TARGET, faded, lufs, mastered
from kinema.engines.animatic.sound.tone import RATE


def tone(amplitude: float, seconds: float = 3.0) -> np.ndarray:
    """A 997 Hz sine on both channels."""
    wave = amplitude * np.sin(2 * np.pi * 997 * np.arange(int(seconds * RATE)) / RATE)
    return np.stack([wave, wave], 1).astype(np.float32)


@pytest.mark.parametrize("amplitude", [1.0, 0.1, 0.02])
def test_loudness_is_that_of_the_standard(amplitude: float) -> None:
    """BS.1770 defines a full-scale 997 Hz sine on one front channel as -3.01 LUFS: on two it is 0."""
    assert lufs(tone(amplitude)) == pytest.approx(20 * np.log10(amplitude), abs=0.1)


def test_silence_is_below_everything() -> None:
    """Silence has no loudness, and mastering it leaves it silent."""
    silence = np.zeros((RATE, 2), np.float32)
    assert lufs(silence) == float("-inf")
    assert not mastered(silence, len(silence)).any()


def test_mastering_reaches_the_target_without_clipping() -> None:
    """Quiet noise with sharp peaks comes out at -16 LUFS, below the ceiling, and begins and ends at zero."""
    chance = np.random.default_rng(1)
    track = chance.normal(0, 0.01, (4 * RATE, 2)).astype(np.float32)
    track[::9_000] = 0.9
    done = faded(mastered(track, len(track)))
    assert lufs(done) == pytest.approx(TARGET, abs=0.5)
    assert np.abs(done).max() <= CEILING
    assert np.abs(done[[0, -1]]).max() < 1e-3
