"""Strokes and streams: what a deed sounds like that comes again with every move of the hands, or goes on."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.sound.tone import RATE, VOWELS, Track, decay, place, shaped, swell, vowel

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
            spoken = vowel(own * rng.uniform(0.92, 1.12), long, rng.uniform(420, 760), rng.uniform(950, 1900))
            place(track, spoken, at, level * rng.uniform(0.6, 1.0), _pan(performance, at))
            at += long + rng.choice((0.03, 0.05, 0.09), p=(0.6, 0.25, 0.15))
            at += rng.uniform(0.7, 1.3) if rng.random() < 0.09 else 0.0

    return sound


def syllables(
    every: float,
    say: str,
    seconds: float,
    level: float,
    *,
    hertz: float = 260.0,
    loud: Callable[[float], float] | None = None,
) -> Sound:
    """One vowel of `VOWELS` again and again, each `every` seconds of a gesture, as `loud` (0 to 1) as it is
    then."""

    def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
        begun, own = performance.at(0.0).phase, hertz * rng.uniform(0.8, 1.2)
        for n in range(math.ceil(begun / every), int((begun + len(track) / RATE) / every) + 1):
            strength, at = loud(n * every) if loud else 1.0, n * every - begun
            voiced = vowel(own * rng.uniform(0.94, 1.08), seconds, *VOWELS[say])
            place(track, voiced, at, level * strength, _pan(performance, at))

    return sound


def _pan(performance: Performance, at: float) -> float:
    return float(np.clip(performance.at(max(at, 0.0)).x, -0.8, 0.8))
