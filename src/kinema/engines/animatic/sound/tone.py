"""Raw sound: shaped noise, plucked and bowed tones, and placing them in time. Mono float32 at 48 kHz."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RATE = 48_000

Signal = NDArray[np.float32]
Track = NDArray[np.float32]
"""Stereo: (samples, 2)."""


def shaped(rng: np.random.Generator, samples: int, points: Sequence[tuple[float, float]]) -> Signal:
    """Noise whose spectrum runs through points of (Hz, dB), straight between them on a log scale; RMS 1."""
    size = _quick(samples)
    spectrum = np.fft.rfft(rng.standard_normal(samples).astype(np.float32), size)
    hertz = _hertz(size)
    level = np.interp(np.log(hertz), np.log([p[0] for p in points]), [p[1] for p in points])
    gain = (10 ** (level / 20)).astype(np.float32)
    sound = np.fft.irfft(spectrum * gain, size)[:samples]
    return (sound / max(float(np.sqrt(np.mean(sound**2))), 1e-9)).astype(np.float32)


@lru_cache(maxsize=8)
def _hertz(size: int) -> NDArray[np.float64]:
    return np.asarray(np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1.0))


@lru_cache(maxsize=64)
def _quick(samples: int) -> int:
    """The least number from there on that is a product of twos, threes and fives: others take several times
    as long to transform."""
    odd: list[int] = [3**three * 5**five for three in range(14) for five in range(10)]
    return min(factor << (-(-samples // factor) - 1).bit_length() for factor in odd)


def swell(samples: int, period: float, depth: float, phase: float = 0.0) -> Signal:
    """A slow rise and fall about 1, for wind and waves."""
    t = np.arange(samples, dtype=np.float32) / RATE
    wave = np.sin(2 * np.pi * (t / period + phase)) * 0.7 + 0.3 * np.sin(
        2 * np.pi * (t / (period * 0.37) + phase * 2)
    )
    return (1 + depth * wave).astype(np.float32)


def decay(samples: int, attack: float, length: float) -> Signal:
    """An envelope: up in `attack` seconds, then down to 1/e in `length`; ends at zero."""
    t = np.arange(samples, dtype=np.float32) / RATE
    shape = np.minimum(t / attack, 1.0) * np.exp(-np.maximum(t - attack, 0) / length)
    tail = min(samples, int(0.01 * RATE))
    shape[samples - tail :] *= np.linspace(1, 0, tail, dtype=np.float32)
    return shape.astype(np.float32)


def pluck(hertz: float, seconds: float, bright: float = 0.5, length: float = 0.35) -> Signal:
    """A struck string: partials that fade the faster the higher they are."""
    samples = int(seconds * RATE)
    t = np.arange(samples, dtype=np.float32) / RATE
    tone = np.zeros(samples, np.float32)
    for n in range(1, 7):
        tone += (bright ** (n - 1) / n) * np.sin(2 * np.pi * hertz * n * t) * np.exp(-t * n / length)
    return (tone * decay(samples, 0.004, length * 2)).astype(np.float32)


VOWELS = {"a": (800.0, 1150.0), "o": (450.0, 800.0), "e": (400.0, 1600.0), "u": (325.0, 700.0)}
"""The first two formants of a voice, in Hz."""


def vowel(hertz: float, seconds: float, first: float, second: float, *, sways: float = 0.012) -> Signal:
    """A voiced tone through two formants, with a vibrato as wide as it `sways`; its loudest sample is 1."""
    samples = int(seconds * RATE)
    t = np.arange(samples, dtype=np.float32) / RATE
    bend = hertz * (1 + 0.04 * np.sin(np.pi * t / seconds) + sways * np.sin(2 * np.pi * 5.4 * t))
    angle = 2 * np.pi * np.cumsum(bend) / RATE
    tone = np.zeros(samples)
    for n in range(1, 18):
        near = sum(
            gain * math.exp(-(((n * hertz - at) / 190) ** 2)) for at, gain in ((first, 1.0), (second, 0.5))
        )
        tone += (0.12 + near) / n**0.5 * np.sin(n * angle)
    edge = np.minimum(1.0, np.minimum(t, seconds - t) / 0.03).clip(0, 1)
    loudest = max(float(np.abs(tone).max()), 1e-6)
    return np.asarray(tone * edge / loudest, np.float32)


def pad(hertz: float, seconds: float, rng: np.random.Generator) -> Signal:
    """A soft held tone of three voices slightly out of tune; fades in and out."""
    samples = int(seconds * RATE)
    t = np.arange(samples, dtype=np.float32) / RATE
    tone = np.zeros(samples, np.float32)
    for detune in (-0.12, 0.0, 0.11):
        f = hertz * 2 ** (detune / 12)
        start = rng.uniform(0, 2 * np.pi)
        tone += (
            np.sin(2 * np.pi * f * t + start)
            + 0.28 * np.sin(4 * np.pi * f * t + start)
            + 0.10 * np.sin(6 * np.pi * f * t)
        )
    edge = min(int(0.6 * RATE), samples // 2)
    ramp = np.sin(np.linspace(0, np.pi / 2, edge)) ** 2
    tone[:edge] *= ramp
    tone[samples - edge :] *= ramp[::-1]
    return (tone / 4).astype(np.float32)


def place(track: NDArray[np.float32], sound: Signal, at: float, gain: float = 1.0, pan: float = 0.0) -> None:
    """Add a sound to a stereo track (samples, 2) at a time in seconds; `pan` is -1 left to 1 right."""
    start = int(at * RATE)
    if start < 0 or start >= len(track):
        return
    piece = sound[: len(track) - start] * gain
    angle = (pan + 1) * np.pi / 4
    track[start : start + len(piece), 0] += piece * np.float32(np.cos(angle) * 1.414)
    track[start : start + len(piece), 1] += piece * np.float32(np.sin(angle) * 1.414)


def hall(track: NDArray[np.float32]) -> NDArray[np.float32]:
    """A stereo track as it sounds in a hall: itself, and an echo of it that is gone after a second."""
    samples = int(1.1 * RATE)
    t = np.arange(samples, dtype=np.float32) / RATE
    walls = np.random.default_rng(48_000)
    whole = len(track) + samples
    size = 1 << (whole - 1).bit_length()
    wet = np.empty_like(track)
    for side in (0, 1):
        echo = shaped(walls, samples, [(80, -30), (250, 0), (2500, -5), (8000, -24)]) * np.exp(-t / 0.24)
        echo *= np.clip((t - 0.012) / 0.02, 0, 1)
        echo /= np.sqrt(np.sum(echo**2))
        wet[:, side] = np.fft.irfft(np.fft.rfft(track[:, side], size) * np.fft.rfft(echo, size), size)[
            : len(track)
        ]
    return (0.85 * track + 0.35 * wet).astype(np.float32)


def scattered(seconds: int, a_second: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Moments at random, drawn second by second: a longer track's begin with those of a shorter one."""
    return np.concatenate([np.sort(rng.uniform(n, n + 1, a_second)) for n in range(seconds)])
