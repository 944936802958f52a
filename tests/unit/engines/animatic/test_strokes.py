"""What deeds sound like: in time with the hands, and not the same music for every seed."""

import numpy as np
import pytest

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.sound.music import PROGRESSIONS, progression
from kinema.engines.animatic.sound.strokes import strokes
from kinema.engines.animatic.sound.tone import RATE
from kinema.engines.animatic.vocabulary import vocabulary

MOTIONS = vocabulary().motions


def test_a_stroke_is_heard_when_the_hands_are_there() -> None:
    """Its noises begin at the phase of the gesture, whoever of a group makes it."""
    for nth in (0, 1):
        performance = Performance(MOTIONS["dig"], 4.0, nth=nth, count=2)
        track = np.zeros((4 * RATE, 2), np.float32)
        strokes(1.2, ((70, 0), (900, -6)), 0.02, 0.5, late=0.9)(track, performance, np.random.default_rng(1))
        loud = np.abs(track).max(axis=1)
        quiet = np.flatnonzero(loud > 0.05)
        starts = quiet[np.flatnonzero(np.diff(quiet, prepend=-RATE) > RATE // 2)] / RATE
        phases = [(performance.at(float(at)).phase - 0.9) % 1.2 for at in starts]
        assert len(phases) >= 3
        assert all(min(phase, 1.2 - phase) < 0.02 for phase in phases)


@pytest.mark.parametrize("name", ["cook", "type", "talk", "wash", "cast", "pour", "laugh", "cry"])
def test_a_deed_is_heard_and_is_the_same_for_the_same_chance(name: str) -> None:
    """It is neither silent nor too loud."""
    tracks = []
    for _ in range(2):
        track = np.zeros((4 * RATE, 2), np.float32)
        sound = MOTIONS[name].sound
        assert sound
        sound(track, Performance(MOTIONS[name], 4.0), np.random.default_rng(3))
        tracks.append(track)
    assert (tracks[0] == tracks[1]).all()
    assert 0.005 < np.abs(tracks[0]).max() < 0.6


@pytest.mark.parametrize("kind", list(PROGRESSIONS))
def test_a_mood_has_more_than_one_progression(kind: str) -> None:
    """Seeds choose between two phrases, and the second is not the first again."""
    heard = {progression(kind, np.random.default_rng(seed)) for seed in range(12)}
    assert len(heard) == 2
    assert all(chords[:4] != chords[4:] for chords in heard)


def test_laughter_comes_in_bursts_as_the_body_shakes() -> None:
    """It is loudest where the shaking is, and silent where the body rests."""
    performance = Performance(MOTIONS["laugh"], 8.0)
    track = np.zeros((8 * RATE, 2), np.float32)
    sound = MOTIONS["laugh"].sound
    assert sound
    sound(track, performance, np.random.default_rng(5))
    power = np.square(track).sum(axis=1).reshape(-1, RATE // 10).mean(axis=1)
    shakes = np.array([np.sin(performance.at(0.1 * n + 0.05).phase * 1.9) for n in range(len(power))])
    assert power[shakes > 0.5].mean() > 10 * power[shakes < -0.2].mean()
