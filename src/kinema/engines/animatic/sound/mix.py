"""The mix: bed, action and music of a film as one stereo track at its loudness."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.ambience import ambience, weather
from kinema.engines.animatic.sound.foley import foley
from kinema.engines.animatic.sound.loudness import TARGET, faded, lufs, mastered
from kinema.engines.animatic.sound.music import music
from kinema.engines.animatic.sound.players import Player
from kinema.engines.animatic.sound.room import ringing, room_tone
from kinema.engines.animatic.sound.tone import RATE, hall
from kinema.media.film import FPS
from kinema.media.reading import sound

_UNDER = 2.0
"""How many LUFS the sound of a film lies below what is laid over it."""


def soundtrack(
    scene: Scene,
    surface: str,
    players: Sequence[Player],
    seconds: int,
    span: tuple[float, float],
    rng: np.random.Generator,
) -> NDArray[np.float32]:
    """The sound of a film from the beginning to the end of its span: float32 (samples, 2).

    It is made from the film's first second on, however much of it is wanted, so that what rings over a cut
    rings on; and it is brought to -16 LUFS by its first `seconds`, so that an extension is as loud as what
    it follows.
    """
    bed, action, score = rng.spawn(3)
    length = math.ceil(span[1])
    track = ambience(scene, length, bed)
    track += foley(scene, surface, players, length, action)
    track += hall(music(scene, length, score))
    first, last = (round(t * RATE) for t in span)
    return faded(mastered(track, judged=seconds * RATE)[first:last])


def laid_over(film: Path, scene: Scene, seconds: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """The sound of a film that somebody brought, under that of the weather laid over it; silence where
    there is neither."""
    track = np.zeros((seconds * RATE, 2), np.float32)
    theirs = sound(film, seconds)
    track[: len(theirs)] += theirs
    ours = weather(scene, seconds, rng)
    if not ours.any():
        return faded(track)
    level = lufs(theirs)
    if np.isfinite(level):  # theirs stays to be heard, a little under ours
        track *= np.float32(min(10 ** ((lufs(ours) - _UNDER - level) / 20), 4.0))
    return faded(mastered(track + ours, judged=len(track)))


def gone_on(
    film: Path,
    still: float,
    scene: Scene,
    seconds: int,
    span: tuple[float, float],
    rng: np.random.Generator,
) -> NDArray[np.float32]:
    """The sound that follows the first `still` seconds of a film that somebody brought, from the beginning to
    the end of the span: float32 (samples, 2).

    Theirs rings out, and the room that it was heard in goes on. What is laid over the picture is heard with
    it, as loud as their film; at the usual loudness where that is silent.
    """
    room, air = rng.spawn(2)
    theirs = np.zeros((round(still * RATE), 2), np.float32)
    heard = sound(film, still)
    theirs[: len(heard)] = heard
    length = math.ceil(span[1])
    track = room_tone(theirs, length, room)
    ours = (weather if "setting" in scene.guessed else ambience)(scene, length, air)
    if ours.any():
        level = lufs(theirs)
        quieter = min(level - TARGET, 0.0) if np.isfinite(level) else 0.0
        track += mastered(ours, judged=seconds * RATE) * np.float32(10 ** (quieter / 20))
    first, last = (round((t - 1 / FPS) * RATE) for t in span)
    part = faded(track[first:last])
    if not first:
        echo = ringing(theirs)
        part[: len(echo)] += echo
    return part
