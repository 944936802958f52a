"""Ambience: what a place and its weather sound like when nothing happens."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, Track
from kinema.engines.animatic.vocabulary import vocabulary


def ambience(scene: Scene, seconds: int, rng: np.random.Generator) -> Track:
    """The bed of a scene as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    bed, creatures, air = rng.spawn(3)
    place = vocabulary().places[scene.setting]
    if vocabulary().weathers[scene.weather].bed != place.bed:
        place.bed.lay(track, bed)
    if place.life:
        place.life(track, scene, creatures)
    outside = weather(scene, seconds, air)
    return track + (muffled(outside) if place.indoors else outside)


def muffled(track: Track) -> Track:
    """A stereo track as it is heard through walls: quieter, and the more so the higher."""
    hertz = np.fft.rfftfreq(len(track), 1 / RATE)
    through = 0.6 / (1 + (hertz / 500) ** 2)
    return np.fft.irfft(np.fft.rfft(track, axis=0) * through[:, None], len(track), axis=0).astype(np.float32)


def weather(scene: Scene, seconds: int, rng: np.random.Generator) -> Track:
    """What the weather alone sounds like, as stereo (samples, 2)."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    bed, drops = rng.spawn(2)
    heard = vocabulary().weathers[scene.weather]
    if heard.bed:
        heard.bed.lay(track, bed)
    if heard.sound:
        heard.sound(track, drops)
    return track
