"""The sound of a film that somebody brought, past its end: it rings out, and its room goes on."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.sound.tone import RATE

_LISTENED = 4 * RATE
"""Samples at a film's end that tell what its room sounds like."""
_BLOCK = 4096
_QUIET = 0.25
"""The share of a band's moments that is taken for its room: the rest is speech, music and deeds."""
_BANDS = 40.0 * 2 ** (np.arange(27) / 3)
"""Thirds of octaves by their edges in Hz, from 40 to 16,000."""
_RINGS = 0.5
_FALLS = 0.12
"""Seconds for which a sound rings out, and in which it falls to 1/e."""


def ringing(theirs: NDArray[np.float32]) -> NDArray[np.float32]:
    """How a track (samples, 2) rings out, from its last sample to silence: its end, mirrored and falling."""
    back = theirs[: -int(_RINGS * RATE) - 1 : -1]
    t = np.arange(len(back), dtype=np.float32)[:, None]
    return np.asarray(back * np.exp(-t / (_FALLS * RATE)) * (1 - t / max(len(back), 1)), np.float32)


def room_tone(theirs: NDArray[np.float32], seconds: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """What is heard at the end of a track (samples, 2) when nothing happens, as new sound of as many seconds:
    noise whose level in each band is that of the band's quiet moments there."""
    density = _quiet(theirs[-_LISTENED:].mean(axis=1))
    samples = seconds * RATE
    level = np.sqrt(np.interp(np.fft.rfftfreq(samples, 1 / RATE), np.sqrt(_BANDS[:-1] * _BANDS[1:]), density))
    sides = (np.fft.irfft(np.fft.rfft(rng.standard_normal(samples)) * level, samples) for _ in range(2))
    return np.stack(list(sides), axis=1).astype(np.float32)


def _quiet(track: NDArray[np.float32]) -> NDArray[np.float64]:
    """The power of each band's quiet moments, as the variance of white noise that has it (Welch, 1967)."""
    window = np.hanning(_BLOCK)
    padded = np.pad(track, (0, max(_BLOCK - len(track), 0)))
    blocks = np.lib.stride_tricks.sliding_window_view(padded, _BLOCK)[:: _BLOCK // 2]
    power = np.abs(np.fft.rfft(blocks * window)) ** 2 / np.sum(window**2)
    hertz = np.fft.rfftfreq(_BLOCK, 1 / RATE)
    bands = [power[:, (hertz >= low) & (hertz < high)] for low, high in pairwise(_BANDS)]
    # A bin of noise is exponentially distributed: this share of its values lies below that part of its mean.
    return np.array([np.quantile(band, _QUIET) for band in bands], np.float64) / -math.log(1 - _QUIET)
