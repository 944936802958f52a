"""Foley: what the action sounds like, in time with the motion."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.performance import Motion
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, Signal, decay, place, shaped

SURFACES: dict[str, tuple[list[tuple[float, float]], float, float]] = {
    # surface: (spectrum of a step, seconds to fade, level)
    "wet": ([(90, -10), (250, -6), (1200, 0), (5000, -3), (14000, -14)], 0.060, 0.16),
    "snow": ([(150, -14), (600, -6), (2200, 0), (6000, -6), (14000, -20)], 0.075, 0.14),
    "sand": ([(100, -8), (700, 0), (3000, -6), (9000, -18)], 0.060, 0.10),
    "grass": ([(100, -6), (600, -4), (2500, -2), (9000, -12)], 0.050, 0.08),
    "stone": ([(80, -2), (220, 0), (900, -8), (4000, -16)], 0.035, 0.15),
}


def foley(
    scene: Scene, surface: str, motions: Sequence[Motion], seconds: int, chance: np.random.Generator
) -> NDArray[np.float32]:
    """Steps, engines, hulls, trains and rockets of a scene as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    for motion in motions:
        rng = chance.spawn(1)[0]
        match motion.action:
            case "launch":
                _rocket(track, motion, rng)
            case "drive" if any(subject.name == "train" for subject in scene.subjects):
                _train(track, rng)
            case "drive":
                _engine(track, motion, rng)
            case "sail" | "surf":
                _hull(track, seconds, rng)
            case "fly":
                _wings(track, motion, rng)
            case _:
                _steps(track, surface, motion, rng)
    if any(subject.name == "astronaut" for subject in scene.subjects):
        _breath(track, seconds, chance.spawn(1)[0])
    return track


def _steps(track: NDArray[np.float32], surface: str, motion: Motion, rng: np.random.Generator) -> None:
    spectrum, length, level = SURFACES.get(surface, SURFACES["stone"])
    samples = int(length * 5 * RATE)
    for n, at in enumerate(motion.steps()):
        step: Signal = shaped(rng, samples, spectrum) * decay(samples, 0.004, length)
        pan = float(np.clip(motion.at(at).x * 1.2, -0.8, 0.8))
        place(track, step, at, level * rng.uniform(0.75, 1.1) * (1.0 if n % 2 else 0.85), pan)


def _rocket(track: NDArray[np.float32], motion: Motion, rng: np.random.Generator) -> None:
    samples = len(track)
    t = np.arange(samples, dtype=np.float32) / RATE
    start = 0.08 * motion.seconds
    rise = np.clip((t - start) / (0.12 * motion.seconds), 0, 1) ** 1.5
    far = 1 - 0.45 * np.clip((t / motion.seconds - 0.5) * 2, 0, 1)
    for side in (0, 1):
        rumble = shaped(rng, samples, [(25, -2), (60, 0), (160, -4), (600, -14), (3000, -24), (12000, -40)])
        crackle = shaped(rng, samples, [(100, -20), (700, -4), (3000, 0), (9000, -10)])
        gate = np.clip(np.abs(shaped(rng, samples, [(4, 0), (25, 0), (60, -30), (400, -80)])) - 0.6, 0, 2)
        track[:, side] += (0.34 * rumble + 0.07 * crackle * gate) * rise * far


def _engine(track: NDArray[np.float32], motion: Motion, rng: np.random.Generator) -> None:
    samples = len(track)
    t = np.arange(samples, dtype=np.float32) / RATE
    hertz = 62 + 10 * motion.apart + 5 * np.sin(t * 0.9)
    angle = 2 * np.pi * np.cumsum(hertz) / RATE
    hum = sum(np.sin(n * angle) / n for n in range(1, 6)) * 0.035
    tyres = shaped(rng, samples, [(80, -10), (500, 0), (1600, -8), (6000, -26)]) * 0.035
    sound = (np.asarray(hum) + tyres).astype(np.float32)
    moments = np.arange(0, samples / RATE + 0.2, 0.2)
    x = np.array([motion.at(s).x for s in moments])
    pan = np.interp(t, moments, np.clip(x, -0.8, 0.8))
    track[:, 0] += sound * np.cos((pan + 1) * np.pi / 4).astype(np.float32)
    track[:, 1] += sound * np.sin((pan + 1) * np.pi / 4).astype(np.float32)


def _train(track: NDArray[np.float32], rng: np.random.Generator) -> None:
    """Steam in four strokes to a turn of the wheels, iron on rails, and a whistle."""
    length = int(0.22 * RATE)
    puff: list[tuple[float, float]] = [(80, -8), (400, 0), (1800, -5), (7000, -16)]
    for n, at in enumerate(np.arange(0.05, len(track) / RATE, 0.235)):
        chuff = shaped(rng, length, puff) * decay(length, 0.012, 0.07)
        place(track, chuff.astype(np.float32), float(at), 0.13 if n % 4 == 0 else 0.085, 0.2)
    for side in (0, 1):
        track[:, side] += shaped(rng, len(track), [(60, 0), (200, -4), (900, -18), (4000, -36)]) * 0.04
    t = np.arange(int(1.1 * RATE), dtype=np.float32) / RATE
    pipes = sum(np.sin(2 * np.pi * hertz * t + 0.4 * np.sin(34 * t)) for hertz in (466.0, 554.0, 698.0))
    place(track, (np.asarray(pipes) * np.sin(np.pi * t / 1.1) ** 0.5).astype(np.float32), 0.6, 0.022, 0.1)


def _hull(track: NDArray[np.float32], seconds: int, rng: np.random.Generator) -> None:
    """Water that laps at a hull, and a rope that creaks."""
    at = 0.1
    while at < seconds:
        samples = int(rng.uniform(0.5, 0.9) * RATE)
        lap = shaped(rng, samples, [(150, -8), (500, 0), (1500, -4), (5000, -16)])
        place(track, lap * decay(samples, 0.16, 0.2), at, 0.085, rng.uniform(-0.3, 0.3))
        at += rng.uniform(0.55, 0.95)


def _wings(track: NDArray[np.float32], motion: Motion, rng: np.random.Generator) -> None:
    samples = int(0.14 * RATE)
    for at in np.arange(0.1, len(track) / RATE, 0.35):
        flap = shaped(rng, samples, [(80, -6), (300, 0), (1200, -10), (6000, -26)]) * decay(
            samples, 0.05, 0.04
        )
        place(track, flap, float(at), 0.035, float(np.clip(motion.at(float(at)).x, -0.8, 0.8)))


def _breath(track: NDArray[np.float32], seconds: int, rng: np.random.Generator) -> None:
    """Breathing inside a helmet."""
    for n, at in enumerate(np.arange(0.2, seconds, 1.6)):
        samples = int((1.1 if n % 2 else 0.9) * RATE)
        air = shaped(
            rng, samples, [(200, -16), (700, -3), (1800, 0 if n % 2 else -3), (5000, -14), (12000, -30)]
        )
        shape = np.sin(np.linspace(0, np.pi, samples)) ** 1.6
        place(track, (air * shape).astype(np.float32), float(at), 0.035)
