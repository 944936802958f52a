"""Loudness as ITU-R BS.1770-4 measures it, and bringing a track to it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.sound.tone import RATE

TARGET = -16.0
"""LUFS: what web players and podcasts expect."""
_CODED = 0.3
"""LUFS that AAC takes of a film's sound, about."""
CEILING = 10 ** (-3.0 / 20)
"""The highest sample: 3 dB below full scale, so that what AAC makes of it peaks below -1."""

# The two filters of K-weighting at 48 kHz: BS.1770-4, tables 1 and 2.
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_HIGHPASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def lufs(track: NDArray[np.float32]) -> float:
    """Integrated, gated loudness of a stereo track (samples, 2); -inf for silence."""
    weighted = _weighted(track)
    power = weighted[:, 0] ** 2 + weighted[:, 1] ** 2
    block, hop = int(0.4 * RATE), int(0.1 * RATE)
    total = np.concatenate([[0.0], np.cumsum(power, dtype=np.float64)])
    starts = np.arange(0, max(len(power) - block, 0) + 1, hop)
    blocks = (total[np.minimum(starts + block, len(power))] - total[starts]) / min(block, len(power))
    level = -0.691 + 10 * np.log10(np.maximum(blocks, 1e-12))
    loud = blocks[level > -70]
    if not len(loud):
        return float("-inf")
    relative = -0.691 + 10 * np.log10(loud.mean()) - 10
    gated = blocks[level > max(relative, -70)]
    return float(-0.691 + 10 * np.log10(gated.mean()))


def _weighted(track: NDArray[np.float32]) -> NDArray[np.float64]:
    """K-weighting, applied in the frequency domain; half a second of silence keeps its ends apart."""
    padded = np.pad(track.astype(np.float64), ((0, RATE // 2), (0, 0)))
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(len(padded), 1 / RATE) / RATE)
    response = np.ones_like(z)
    for above, below in (_SHELF, _HIGHPASS):
        response *= (above[0] + above[1] * z + above[2] * z**2) / (below[0] + below[1] * z + below[2] * z**2)
    filtered = np.fft.irfft(np.fft.rfft(padded, axis=0) * response[:, None], len(padded), axis=0)
    return filtered[: len(track)]


def faded(track: NDArray[np.float32]) -> NDArray[np.float32]:
    """The track with ends free of clicks: it begins and ends at zero, too quickly to be heard as a pause
    where another follows."""
    track = track.copy()
    ends = min(int(0.008 * RATE), len(track) // 2)
    ramp = (np.sin(np.linspace(0, np.pi / 2, ends)) ** 2).astype(np.float32)[:, None]
    track[:ends] *= ramp
    track[len(track) - ends :] *= ramp[::-1]
    return track


def mastered(track: NDArray[np.float32], judged: int) -> NDArray[np.float32]:
    """The track with its first `judged` samples at the target loudness, and its peaks bent below the
    ceiling."""
    track = track - track[:judged].mean(axis=0)
    for _ in range(4):
        now = lufs(track[:judged])
        if not np.isfinite(now) or abs(now - TARGET - _CODED) < 0.05:
            break
        track = _limited(track * np.float32(10 ** ((TARGET + _CODED - now) / 20)))
    return track.astype(np.float32)


def _limited(track: NDArray[np.float32]) -> NDArray[np.float32]:
    """Peaks above 0.5 are bent softly towards the ceiling."""
    knee = 0.5
    size = np.abs(track)
    room = CEILING - knee
    bent = knee + room * np.tanh((size - knee) / room)
    return np.where(size > knee, np.sign(track) * bent, track).astype(np.float32)
