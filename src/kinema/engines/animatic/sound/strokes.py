"""Strokes and streams: what a deed sounds like that comes again with every move of the hands, or goes on."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.sound.tone import RATE, Signal, Track, decay, place, shaped, swell

Sound = Callable[[Track, Performance, np.random.Generator], None]
Spectrum = Sequence[tuple[float, float]]


def strokes(
    every: float, spectrum: Spectrum, fades: float, level: float, *, late: float = 0.0, attack: float = 0.004
) -> Sound:
    """A noise of that spectrum each `every` seconds of a gesture, `late` in its round, gone after `fades`."""

    def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
        samples = int((attack + 5 * fades) * RATE)
        begun = performance.at(0.0).phase
        for n in range(
            math.ceil((begun - late) / every), int((begun + len(track) / RATE - late) / every) + 1
        ):
            at = n * every + late - begun
            noise = shaped(rng, samples, spectrum) * decay(samples, attack, fades)
            place(track, noise, at, level * rng.uniform(0.7, 1.1), _pan(performance, at))

    return sound


def stream(spectrum: Spectrum, level: float, *, period: float = 1.5, depth: float = 0.3) -> Sound:
    """A noise of that spectrum that goes on, and swells with that period in seconds."""

    def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
        noise = shaped(rng, len(track), spectrum) * swell(len(track), period, depth)
        place(track, noise, 0.0, level, _pan(performance, 0.0))

    return sound


def voice(hertz: float, level: float) -> Sound:
    """Somebody who talks, without words: syllables in sentences of three seconds, and a pause after each."""

    def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
        own = hertz * rng.uniform(0.85, 1.2)
        at = 0.15 + 1.2 * (performance.nth % 2)
        while at < len(track) / RATE:
            long = rng.uniform(0.11, 0.2)
            vowel = _vowel(own * rng.uniform(0.92, 1.12), long, rng.uniform(420, 760), rng.uniform(950, 1900))
            place(track, vowel, at, level * rng.uniform(0.6, 1.0), _pan(performance, at))
            at += long + rng.choice((0.03, 0.05, 0.09), p=(0.6, 0.25, 0.15))
            at += rng.uniform(0.7, 1.3) if rng.random() < 0.09 else 0.0

    return sound


def _vowel(hertz: float, seconds: float, first: float, second: float) -> Signal:
    """A sung tone through two formants."""
    samples = int(seconds * RATE)
    t = np.arange(samples, dtype=np.float32) / RATE
    bend = hertz * (1 + 0.04 * np.sin(np.pi * t / seconds) + 0.012 * np.sin(2 * np.pi * 5.4 * t))
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


def _pan(performance: Performance, at: float) -> float:
    return float(np.clip(performance.at(max(at, 0.0)).x, -0.8, 0.8))
