"""Who is heard but not seen: birds, gulls, crickets, owls; and bubbles under water."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, Track, decay, place, scattered
from kinema.engines.animatic.sound.voices import CALL_GAP, GULL, VOICES, Voice, call


def wildlife(track: Track, scene: Scene, rng: np.random.Generator) -> None:
    """Add crickets or birds, by the hour; rain silences both, and snow the birds but at dawn."""
    if scene.weather in ("rain", "storm"):
        return
    if scene.time == "night":
        song, hoot = rng.spawn(2)
        crickets(track, song)
        if scene.setting == "forest":
            _far(track, VOICES["owl"], hoot, 3.7, 0.045)
    elif scene.weather != "snow" or scene.time == "dawn":
        birds(track, rng)


def gulls(track: Track, scene: Scene, rng: np.random.Generator) -> None:
    """Add sea gulls by day, in fair weather."""
    if scene.time != "night" and scene.weather not in ("rain", "storm", "snow"):
        _far(track, GULL, rng, 3.1, 0.030)


def _far(track: Track, voice: Voice, rng: np.random.Generator, every: float, gain: float) -> None:
    """Add somebody who calls far away, now here and now there."""
    at = float(rng.uniform(0.4, 1.4))
    while at < len(track) / RATE:
        pan = float(rng.uniform(-0.8, 0.8))
        for n in range(voice.row):
            place(track, call(voice, rng), at + n * voice.seconds * CALL_GAP, gain * 0.85**n, pan)
        at += every * float(rng.uniform(0.8, 1.3))


def crickets(track: Track, chance: np.random.Generator) -> None:
    """Add three crickets."""
    seconds = len(track) // RATE
    for rng in chance.spawn(3):
        hertz, pan, at = rng.uniform(3800, 4900), rng.uniform(-0.9, 0.9), rng.uniform(0, 0.8)
        t = np.arange(int(0.16 * RATE), dtype=np.float32) / RATE
        chirp = (
            np.sin(2 * np.pi * hertz * t)
            * np.clip(2 * np.sin(2 * np.pi * 28 * t), 0, 1)
            * np.sin(np.pi * t / 0.16)
        )
        while at < seconds:
            place(track, chirp.astype(np.float32), at, 0.012, pan)
            at += rng.uniform(0.45, 0.95)


def birds(track: Track, rng: np.random.Generator) -> None:
    """Add birds that sing a few notes at a time."""
    seconds = len(track) // RATE
    at = rng.uniform(0.2, 0.9)
    while at < seconds - 0.4:
        hertz, pan = rng.uniform(2300, 3900), rng.uniform(-0.8, 0.8)
        for n in range(int(rng.integers(2, 6))):
            length = rng.uniform(0.05, 0.11)
            t = np.arange(int(length * RATE), dtype=np.float32) / RATE
            sweep = hertz * (1 + rng.uniform(-0.2, 0.25) * t / length)
            tone = np.sin(2 * np.pi * np.cumsum(sweep) / RATE) * np.sin(np.pi * t / length) ** 1.5
            place(track, tone.astype(np.float32), at + n * rng.uniform(0.09, 0.13), 0.022, pan)
        at += rng.uniform(0.9, 2.0)


def bubbling(track: Track, rng: np.random.Generator) -> None:
    """Add bubbles that burst."""
    moments, rng = rng.spawn(2)
    for at in scattered(len(track) // RATE, 7, moments):
        length, hertz = rng.uniform(0.04, 0.10), rng.uniform(380, 1100)
        t = np.arange(int(length * RATE), dtype=np.float32) / RATE
        tone = np.sin(2 * np.pi * hertz * t * (1 + 3 * t)) * decay(len(t), 0.006, length * 0.4)
        place(track, tone.astype(np.float32), float(at), rng.uniform(0.02, 0.07), rng.uniform(-0.8, 0.8))
