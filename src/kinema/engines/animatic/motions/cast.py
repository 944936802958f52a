"""Casting a spell: a wand is raised and swung, and sparks come from its end."""

from __future__ import annotations

import math

import numpy as np

from kinema.engines.animatic.kit import (
    Gesture,
    Motion,
    Performance,
    Rising,
    Spot,
    Thing,
    Track,
    place,
    pluck,
    still,
)

SPELL = 2.0
"""Seconds from one spell to the next."""


def hands(t: float) -> tuple[Spot, Spot]:
    """The near hand draws a circle with the wand; the far one is held out."""
    turn = 2 * math.pi * t / SPELL
    return (-0.26, 0.50 + 0.03 * math.sin(turn)), (0.28 + 0.05 * math.cos(turn), 0.64 + 0.08 * math.sin(turn))


def sound(track: Track, performance: Performance, rng: np.random.Generator) -> None:
    """Small bells that run upwards with every spell."""
    begun = performance.at(0.0).phase
    for n in range(math.ceil(begun / SPELL), int((begun + performance.seconds) / SPELL) + 1):
        key = rng.uniform(1300, 1700)
        for step, note in enumerate((0, 4, 7, 12, 16)):
            at = n * SPELL - begun + 0.07 * step
            bell = pluck(key * 2 ** (note / 12), 0.7, 0.3, 0.22)
            place(track, bell, at, 0.04, float(np.clip(performance.at(max(at, 0.0)).x, -0.8, 0.8)))


MOTION = Motion(
    name="cast",
    words=(
        "cast a spell", "cast spells", "cast a magic", "conjure", "enchant", "do magic", "perform magic",
        "施法", "施魔法", "念咒", "变魔法", "施展魔法",
    ),
    pose=still,
    sound=sound,
    gesture=Gesture(
        hands=hands,
        things=(Thing("🪄", 0.34, "near", (0.07, 0.10), 0, True),),
        rising=(
            Rising("✨", 0.20, (0.42, 0.84), (0.34, 0.34), 1.2, 4),
            Rising("⭐", 0.10, (0.42, 0.84), (0.55, 0.10), 1.6, 3),
        ),
        bow=lambda t: -0.10 + 0.05 * math.sin(t * 3),
        upright=True,
    ),
)  # fmt: skip
