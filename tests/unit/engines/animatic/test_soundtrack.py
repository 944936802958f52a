"""What is heard where a film goes on."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.camera import Move
from kinema.engines.animatic.framing import Framing
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.performance import BURSTS_EVERY, CLIMB, WHEEL_TURNS, Performance
from kinema.engines.animatic.sound.ambience import ambience
from kinema.engines.animatic.sound.beds import WAVES
from kinema.engines.animatic.sound.crowd import applause
from kinema.engines.animatic.sound.foley import foley
from kinema.engines.animatic.sound.mix import soundtrack
from kinema.engines.animatic.sound.music import music
from kinema.engines.animatic.sound.players import Player, seen
from kinema.engines.animatic.sound.tone import RATE
from kinema.engines.animatic.vocabulary import vocabulary

DANCE = vocabulary().motions["dance"]
SCENE = parse("A cat dancing in the rain")
RAMP = int(0.008 * RATE)


def heard(span: tuple[float, float]) -> np.ndarray:
    """The sound of a span of a film whose first shot was two seconds long."""
    players = [Player("cat", Performance(DANCE, 2.0, until=span[1]))]
    return soundtrack(SCENE, "wet", players, 2, span, np.random.default_rng(1))


def test_an_extensions_sound_is_a_longer_films() -> None:
    """The same samples as if nothing had been cut, but for a ramp of 8 ms, and as loud; it begins at zero."""
    whole, part = heard((0, 4)), heard((2, 4))
    assert part.shape == (2 * RATE, 2)
    assert np.allclose(part[RAMP:], whole[2 * RATE + RAMP :], atol=1e-6)
    assert np.abs(part[[0, -1]]).max() < 1e-4
    assert np.abs(part[: 2 * RAMP]).max() > 0.01


@pytest.mark.parametrize("layer", ["music", "foley"])
def test_a_longer_film_begins_like_a_shorter_one(layer: str) -> None:
    """Beats and steps stay where they were when a film gets longer: an extension's go on in time."""

    def layer_of(seconds: int) -> np.ndarray:
        chance = np.random.default_rng(1)
        if layer == "music":
            return music(SCENE, seconds, chance)
        return foley(SCENE, "wet", [Player("cat", Performance(DANCE, 2.0, until=seconds))], seconds, chance)

    short, long = layer_of(2), layer_of(6)
    assert np.allclose(short[: RATE * 9 // 5], long[: RATE * 9 // 5])
    assert long[4 * RATE :].any()


def deeds(name: str, action: str, prompt: str = "nothing", seconds: int = 4) -> np.ndarray:
    """What is heard of one who does something, as the power of both sides in each hundredth of a second."""
    motion = vocabulary().motions[action]
    player = Player(name, Performance(motion, float(seconds), reach=0.9))
    track = foley(parse(prompt), "stone", [player], seconds, np.random.default_rng(3))
    return np.square(track).reshape(-1, RATE // 100, 2).mean(axis=1)


@pytest.mark.parametrize("action", ["walk", "run", "dance", "jump"])
def test_steps_are_heard_when_feet_touch_the_ground(action: str) -> None:
    """Each contact that is drawn begins a sound within a frame, and between them it is quieter."""
    power = deeds("person", action).sum(axis=1)
    contacts = Performance(vocabulary().motions[action], 4.0, reach=0.9).steps()
    assert len(contacts) >= 3
    for contact in contacts:
        at = int(contact * 100)
        assert power[at : at + 5].max() > 10 * power[max(at - 4, 0) : max(at - 1, 1)].max()


def test_steam_comes_four_times_with_each_turn_of_the_wheels() -> None:
    """The loudest rhythm of a train is that of its pistons."""
    train = Performance(vocabulary().motions["drive"], 8.0, reach=0.9)
    turns = WHEEL_TURNS * (train.at(1.0).phase - train.at(0.0).phase)
    power = np.sqrt(deeds("train", "drive", seconds=8).sum(axis=1))[250:]
    rhythm = np.abs(np.fft.rfft(power - power.mean()))
    hertz = np.fft.rfftfreq(len(power), 0.01)
    strokes = rhythm[np.abs(hertz - 4 * turns) < 0.3].max()
    assert strokes > 3 * np.median(rhythm)
    assert strokes == rhythm[(hertz > 4) & (hertz < 12)].max()


def test_who_crosses_the_picture_crosses_the_sound() -> None:
    """A car that drives from left to right is heard there, and loudest in the middle."""
    left, right = deeds("car", "drive", seconds=8).T
    first, last = slice(0, 100), slice(-100, None)
    assert left[first].sum() > 1.5 * right[first].sum()
    assert right[last].sum() > 1.5 * left[last].sum()
    middle = np.argmax([part.sum() for part in np.array_split(left + right, 8)])
    assert 1 <= middle <= 6


def test_a_camera_that_turns_moves_what_is_heard() -> None:
    """Whoever stands still is heard where the picture has them."""
    standing = Performance(vocabulary().motions["stand"], 4.0)
    heard = seen("dog", standing, Framing(Move("pan", 4))).performance
    assert heard.at(0.5).x > 0.05 > -0.05 > heard.at(3.5).x


@pytest.mark.parametrize("name", ["dog", "cow", "owl", "whale", "duck"])
def test_animals_have_voices(name: str) -> None:
    """Those who do nothing else call now and then; one who sleeps does not."""
    assert deeds(name, "stand").max() > 1e-4
    assert not deeds(name, "sleep").any()


def test_tension_is_a_heart_that_beats() -> None:
    """Where the mood is tense and nobody is there, something is heard."""
    assert deeds("bench", "stand", "a tense scene").max() > 1e-4
    assert not deeds("bench", "stand", "a calm scene").any()


def test_surf_breaks() -> None:
    """A wave is heard to rise faster than it runs out, and its highs come and go."""
    track = np.zeros((22 * RATE, 2), np.float32)
    WAVES.lay(track, np.random.default_rng(1))
    highs = np.square(np.diff(track[:, 0], prepend=0)).reshape(-1, RATE // 4).mean(axis=1)
    assert np.quantile(highs, 0.95) > 4 * np.quantile(highs, 0.1)
    rise = np.diff(highs)
    assert rise.max() > -rise.min()


def test_weather_is_heard_through_walls() -> None:
    """Rain is quieter in a room than in a street, most of all its hiss."""

    def hiss(prompt: str) -> float:
        track = ambience(parse(prompt), 2, np.random.default_rng(1))
        return float(np.square(np.diff(track[:, 0])).mean())

    assert hiss("rain, in a bedroom") < 0.05 * hiss("rain, in a street")


def test_fireworks_bang_when_they_burst() -> None:
    """The loudest moments of the low tones are those at which the sparks begin to fly."""
    performance = Performance(vocabulary().motions["stand"], 8.0)
    power = deeds("fireworks", "stand", seconds=8)
    pace = performance.at(1.0).phase - performance.at(0.0).phase
    bursts = [(nth * BURSTS_EVERY + CLIMB - performance.at(0.0).phase) / pace for nth in range(5)]
    for at in (at for at in bursts if 0.2 < at < 7.0):
        before, after = power[int(100 * at) - 6 : int(100 * at) - 1], power[int(100 * at) : int(100 * at) + 6]
        assert after.mean() > 5 * before.mean()


def test_a_camp_fire_crackles() -> None:
    """It is heard all the time, and its cracks stand out of that."""
    power = deeds("campfire", "stand")
    assert (power > 0).mean() > 0.95
    assert power.max() > 10 * np.median(power)


def test_an_audience_claps_in_the_beginning_and_is_quiet_then() -> None:
    """A stage's first second is full of claps, its third has none."""
    track = np.zeros((4 * RATE, 2), np.float32)
    applause(track, parse("A girl sings on a stage"), np.random.default_rng(2))
    assert np.abs(track[:RATE]).mean() > 1e-4
    assert not track[3 * RATE :].any()


def test_who_sings_is_heard_in_the_music() -> None:
    """A woman's song is in its upper half, a man's an octave lower; a wolf's howl is no music."""

    def power(prompt: str, low: float, high: float) -> float:
        track = music(parse(prompt), 4, np.random.default_rng(4)).sum(axis=1)
        spectrum = np.abs(np.fft.rfft(track)) ** 2
        hertz = np.fft.rfftfreq(len(track), 1 / RATE)
        return float(spectrum[(hertz > low) & (hertz < high)].sum())

    low, high = (
        {who: power(f"{who} sings", *band) for who in ("A woman", "A man", "A wolf")}
        for band in ((180, 400), (460, 1200))
    )
    assert high["A woman"] > 2 * high["A wolf"]
    assert low["A man"] > 1.3 * low["A woman"]
