"""Voices of animals, and of bells: a pitch that glides, overtones, breath, and how often it comes again."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.sound.tone import RATE, Signal, Track, place, shaped


class Voice(NamedTuple):
    """A call: its pitch in Hz at its beginning, middle and end, its length in seconds, how much of it is
    breath (0 to 1), how many times a second it trembles, and how many calls come in a row."""

    hertz: tuple[float, float, float]
    seconds: float
    breath: float = 0.15
    tremble: float = 0.0
    row: int = 1


VOICES: dict[str, Voice] = {
    "dog": Voice((420, 520, 300), 0.17, 0.45, row=2),
    "wolf": Voice((300, 470, 390), 0.95, 0.08),
    "fox": Voice((700, 980, 620), 0.16, 0.40, row=2),
    "cat": Voice((480, 760, 520), 0.55, 0.10),
    "lion": Voice((105, 130, 80), 0.9, 0.60, 24),
    "tiger": Voice((115, 140, 85), 0.8, 0.60, 26),
    "bear": Voice((100, 120, 80), 0.7, 0.60, 22),
    "polar bear": Voice((95, 115, 75), 0.7, 0.60, 22),
    "horse": Voice((1100, 850, 420), 1.0, 0.30, 13),
    "cow": Voice((150, 185, 140), 1.2, 0.20),
    "sheep": Voice((420, 400, 350), 0.6, 0.15, 8),
    "ewe": Voice((420, 400, 350), 0.6, 0.15, 8),
    "goat": Voice((520, 480, 430), 0.6, 0.15, 9),
    "pig": Voice((130, 170, 120), 0.22, 0.70, 28, 3),
    "elephant": Voice((300, 620, 420), 0.9, 0.35, 18),
    "monkey": Voice((600, 1000, 700), 0.14, 0.20, row=4),
    "gorilla": Voice((140, 170, 120), 0.25, 0.60, row=4),
    "frog": Voice((240, 280, 220), 0.22, 0.30, 34, 2),
    "duck": Voice((420, 400, 320), 0.16, 0.35, 60, 3),
    "goose": Voice((430, 560, 400), 0.25, 0.30, 45, 2),
    "swan": Voice((380, 450, 360), 0.3, 0.30, 40, 2),
    "rooster": Voice((600, 950, 620), 0.9, 0.12, 0),
    "chicken": Voice((420, 520, 360), 0.12, 0.30, 0, 4),
    "chick": Voice((3400, 3900, 3000), 0.09, 0.02, 0, 3),
    "bird": Voice((2800, 3700, 3000), 0.10, 0.02, 0, 4),
    "parrot": Voice((1100, 1700, 1200), 0.22, 0.40, 50, 2),
    "dove": Voice((420, 500, 410), 0.5, 0.06, 0, 2),
    "eagle": Voice((2600, 2900, 1900), 0.5, 0.12),
    "owl": Voice((390, 400, 360), 0.42, 0.06, 0, 2),
    "penguin": Voice((320, 420, 300), 0.35, 0.30, 30, 2),
    "seal": Voice((260, 330, 220), 0.3, 0.40, 26, 2),
    "dolphin": Voice((6500, 9500, 7200), 0.28, 0.02, 0, 2),
    "whale": Voice((180, 330, 210), 1.9, 0.03, 0),
    "dragon": Voice((85, 105, 60), 1.2, 0.70, 20),
    "t-rex": Voice((90, 120, 60), 1.2, 0.70, 20),
    "ghost": Voice((420, 560, 380), 1.6, 0.20, 5),
    "mouse": Voice((5200, 6000, 4800), 0.08, 0.02, 0, 3),
    "bat": Voice((7000, 8500, 6000), 0.06, 0.05, 0, 4),
    "snake": Voice((3000, 3000, 3000), 0.8, 1.0),
}
"""Whose voice is heard, by the name of the subject."""

GULL = Voice((1500, 1900, 1100), 0.34, 0.12, 0, 3)
CALL_GAP = 1.35
"""How long after a call's beginning the next of a row begins, in its own lengths."""


def call(voice: Voice, rng: np.random.Generator) -> Signal:
    """One call, with the little that no two calls have in common; RMS about 0.4 where it is loudest."""
    t = np.arange(int(voice.seconds * rng.uniform(0.92, 1.08) * RATE), dtype=np.float32) / RATE
    share = t / max(float(t[-1]), 1e-6)
    hertz = np.interp(share, [0, 0.4, 1], voice.hertz) * rng.uniform(0.96, 1.04)
    angle = 2 * np.pi * np.cumsum(hertz) / RATE
    middle = voice.hertz[1]
    tone = np.zeros(len(t))
    for n in range(1, 13):
        if n * middle < 14_000:  # a mouth lets what is about 1 kHz through
            tone += np.sin(n * angle) / n * (1 + 2.0 * np.exp(-(np.log2(n * middle / 1100) ** 2)))
    tone /= max(float(np.abs(tone).max()), 1e-6)
    air = shaped(rng, len(t), [(middle, -6), (3 * middle, 0), (9 * middle, -12), (9 * middle + 9000, -40)])
    shape = np.maximum(np.sin(np.pi * share**0.7), 0) ** 0.8
    if voice.tremble:
        shape = shape * (0.62 + 0.38 * np.sin(2 * np.pi * voice.tremble * t))
    return (((1 - voice.breath) * tone + 0.4 * voice.breath * air) * shape).astype(np.float32)


def calls(
    track: Track, performance: Performance, voice: Voice, rng: np.random.Generator, every: float, gain: float
) -> None:
    """Rows of calls every so many seconds, from where the animal is."""
    begin, sounds = rng.spawn(2)
    for at in np.arange(begin.uniform(0.3, 0.9), len(track) / RATE, every):
        pan = float(np.clip(performance.at(float(at)).x, -0.8, 0.8))
        for n in range(voice.row):
            start = float(at) + n * voice.seconds * CALL_GAP
            place(track, call(voice, sounds), start, gain * sounds.uniform(0.8, 1.0), pan)
