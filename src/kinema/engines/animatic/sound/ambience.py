"""Beds: what a place, a weather and a time of day sound like when nothing happens."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, decay, place, shaped, swell

Track = NDArray[np.float32]

BEDS: dict[str, tuple[list[tuple[float, float]], float, float, float]] = {
    # name: (spectrum, level, period of its swell in seconds, depth of the swell)
    "rain": ([(80, -30), (400, -14), (1500, -4), (5000, 0), (12000, -6), (20000, -20)], 0.110, 5.0, 0.10),
    "wind": ([(60, -4), (200, 0), (500, -8), (1200, -20), (6000, -44)], 0.075, 4.3, 0.55),
    "breeze": ([(80, -16), (300, -6), (900, -8), (3000, -18), (12000, -34)], 0.030, 5.1, 0.45),
    "sea": ([(50, -6), (180, 0), (700, -5), (2500, -13), (9000, -24)], 0.085, 3.7, 0.60),
    "city": ([(40, 0), (110, -2), (300, -12), (1000, -22), (5000, -42)], 0.060, 6.0, 0.25),
    "deep": ([(30, 0), (90, -3), (220, -14), (600, -30), (4000, -60)], 0.100, 7.0, 0.30),
    "hum": ([(30, -4), (55, 0), (70, -8), (200, -24), (2000, -60)], 0.080, 9.0, 0.20),
    "tone": ([(50, -6), (120, -6), (400, -18), (2000, -36)], 0.020, 8.0, 0.10),
    "hush": ([(100, -20), (800, -12), (3000, -10), (8000, -18)], 0.012, 6.0, 0.30),
}

PLACES = {
    "city": "city", "forest": "breeze", "mountains": "wind", "desert": "wind", "sea": "sea", "beach": "sea",
    "underwater": "deep", "space": "hum", "meadow": "breeze", "snowfield": "wind", "room": "tone", "stage": "tone",
    "sky": "wind",
}  # fmt: skip
WEATHERS = {"rain": "rain", "snow": "hush", "dust": "wind", "fog": "hush"}


def ambience(scene: Scene, seconds: int, rng: np.random.Generator) -> Track:
    """The bed of a scene as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    bed, creatures, air = rng.spawn(3)
    falling = WEATHERS.get(scene.weather, "")
    if falling != PLACES[scene.setting]:
        _bed(track, PLACES[scene.setting], bed)
    outdoors = scene.setting in ("forest", "meadow", "mountains")
    if outdoors and scene.weather != "rain":
        if scene.time == "night":
            _crickets(track, seconds, creatures)
        elif scene.weather != "snow" or scene.time == "dawn":
            _birds(track, seconds, creatures)
    if scene.setting == "underwater" and scene.weather != "bubbles":
        _bubbles(track, seconds, creatures)
    return track + weather(scene, seconds, air)


def weather(scene: Scene, seconds: int, rng: np.random.Generator) -> Track:
    """What the weather alone sounds like, as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    bed, drops = rng.spawn(2)
    if scene.weather in WEATHERS:
        _bed(track, WEATHERS[scene.weather], bed)
    if scene.weather == "bubbles":
        _bubbles(track, seconds, drops)
    if scene.weather == "rain":
        _drops(track, seconds, drops)
    return track


def _bed(track: Track, name: str, rng: np.random.Generator) -> None:
    spectrum, level, period, depth = BEDS[name]
    for side in (0, 1):
        swelling = swell(len(track), period, depth, 0.2 * side)
        track[:, side] += shaped(rng, len(track), spectrum) * swelling * level


def _scattered(seconds: int, a_second: int, rng: np.random.Generator) -> Track:
    """Moments at random, drawn second by second: those of a longer track begin with those of a shorter one."""
    return np.concatenate([np.sort(rng.uniform(n, n + 1, a_second)) for n in range(seconds)])


def _crickets(track: Track, seconds: int, chance: np.random.Generator) -> None:
    for rng in chance.spawn(3):
        hertz, pan, at = rng.uniform(3800, 4900), rng.uniform(-0.9, 0.9), rng.uniform(0, 0.8)
        t = np.arange(int(0.16 * RATE), dtype=np.float32) / RATE
        chirp = np.sin(2 * np.pi * hertz * t) * (np.sin(2 * np.pi * 28 * t) > 0) * np.sin(np.pi * t / 0.16)
        while at < seconds:
            place(track, chirp.astype(np.float32), at, 0.012, pan)
            at += rng.uniform(0.45, 0.95)


def _birds(track: Track, seconds: int, rng: np.random.Generator) -> None:
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


def _bubbles(track: Track, seconds: int, rng: np.random.Generator) -> None:
    moments, rng = rng.spawn(2)
    for at in _scattered(seconds, 7, moments):
        length, hertz = rng.uniform(0.04, 0.10), rng.uniform(380, 1100)
        t = np.arange(int(length * RATE), dtype=np.float32) / RATE
        tone = np.sin(2 * np.pi * hertz * t * (1 + 3 * t)) * decay(len(t), 0.006, length * 0.4)
        place(track, tone.astype(np.float32), float(at), rng.uniform(0.02, 0.07), rng.uniform(-0.8, 0.8))


def _drops(track: Track, seconds: int, rng: np.random.Generator) -> None:
    """Single drops close by, over the hiss of the many far away."""
    moments, rng = rng.spawn(2)
    for at in _scattered(seconds, 26, moments):
        t = np.arange(int(0.03 * RATE), dtype=np.float32) / RATE
        tone = np.sin(2 * np.pi * rng.uniform(1400, 4200) * t * (1 + 4 * t)) * decay(len(t), 0.001, 0.006)
        place(track, tone.astype(np.float32), float(at), rng.uniform(0.01, 0.06), rng.uniform(-1, 1))
