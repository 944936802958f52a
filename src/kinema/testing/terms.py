"""What every place, motion, weather, style and look of the animatic engine must keep, ours and others'.

A test of an extension is one line: ``check(LIGHTHOUSE)``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinema.engines.animatic.actors.art import picture
from kinema.engines.animatic.actors.biped import Biped
from kinema.engines.animatic.actors.body import Body
from kinema.engines.animatic.actors.brush import Easel
from kinema.engines.animatic.actors.wardrobe import PERSON, Clothes, Worn
from kinema.engines.animatic.camera import View
from kinema.engines.animatic.darkroom.develop import Darkroom
from kinema.engines.animatic.darkroom.planes import in_rgb
from kinema.engines.animatic.light import light_of
from kinema.engines.animatic.performance import Performance, Pose
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.sound.tone import RATE, Track
from kinema.engines.animatic.stage import Element, Setup, Shot
from kinema.engines.animatic.terms import Look, Motion, Place, Style, Term, Weather
from kinema.engines.animatic.vocabulary import vocabulary, wrong
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZES = (Size(256, 144), Size(144, 256))
SECONDS = 4
_SCENE = Scene((), "meadow", "day", "clear", "realistic", "static", "neutral")
_MOMENTS = (0.0, 1.5, SECONDS + 2.0)
"""The last is past the shot, where an extension goes on."""

Frame = NDArray[np.uint8]


def check(term: Term) -> None:
    """Raise AssertionError, in words, where a term does not keep what is asked of it: right fields, something
    to see in both orientations and something to hear, and the same again from the same chance."""
    problem = wrong(term)
    assert problem is None, problem
    match term:
        case Place():
            _check_place(term)
        case Motion():
            _check_motion(term)
        case Weather():
            _check_weather(term)
        case Style():
            _check_style(term)
        case Look():
            _check_look(term)


def _check_place(place: Place) -> None:
    for size in SIZES:

        def drawn(size: Size = size) -> list[Frame]:
            setup = _setup(size)
            if place.light:
                place.light(setup.light)
            stage = place.build(setup)
            return [_drawn((*stage.behind, *stage.front), size, t) for t in _MOMENTS]

        frames = _twice(drawn, f"{place.name} at {size}")
        assert all(frame.std() > 2 for frame in frames), f"{place.name} shows nothing at {size}"
    assert _heard(lambda track, rng: place.bed.lay(track, rng)), f"the bed of {place.name} is silent"
    if place.life:
        _heard(lambda track, rng: place.life(track, _SCENE, rng) if place.life else None)


def _check_motion(motion: Motion) -> None:
    """Poses are the same for the same moment and within reach of the frame, do not leap where they are seen,
    and go on past the shot with the place and the speed that they have there; steps are within the film."""
    name = motion.name
    alone = Performance(motion, SECONDS, reach=0.89, until=60.0)
    group = Performance(motion, SECONDS, nth=1, count=3)
    for performance in (alone, group):
        moments = [n / 24 for n in range(24 * SECONDS)]
        poses = [performance.at(t) for t in moments]
        assert poses == [performance.at(t) for t in moments], f"{name} is not the same twice"
        for before, after in pairwise(poses):
            if min(abs(before.x), abs(after.x)) > performance.reach + 0.4:
                continue  # who has left the frame may come back on the other side
            leap = max(abs(after.x - before.x), abs(after.lift - before.lift))
            assert leap < 0.12, f"{name} leaps by {leap:.2f} short sides from one frame to the next"
    assert len({alone.at(t) for t in _MOMENTS}) > 1, f"{name} does not move"
    before, at, after = (alone.at(SECONDS + n / 24) for n in (-1, 0, 1))
    for part in ("x", "lift", "tilt", "size"):
        first, second = (getattr(b, part) - getattr(a, part) for a, b in ((before, at), (at, after)))
        assert abs(second - first) < 0.04, f"{name} changes its {part} at once where the shot ends"
    for t in range(60):
        pose = alone.at(float(t))
        assert abs(pose.x) <= 0.89 + 0.51, f"{name} is lost at {t} s"
        assert -0.7 < pose.lift < 1.6, f"{name} is lost at {t} s"
    assert all(0 <= step < SECONDS for step in group.steps())
    if gesture := motion.gesture:
        for emoji in [*(thing.emoji for thing in gesture.things), *(sign.emoji for sign in gesture.rising)]:
            assert picture(emoji), emoji
        if hands := gesture.hands:
            places = [place for n in range(24 * SECONDS) for place in hands(n / 24)]
            assert all(math.hypot(x, up - 0.55) < 0.6 for x, up in places), f"{name} has hands out of reach"
    if sound := motion.sound:
        assert _heard(lambda track, rng: sound(track, alone, rng)), f"{name} is silent"


def _check_weather(weather: Weather) -> None:
    for size in SIZES:

        def drawn(size: Size = size) -> list[Frame]:
            setup = _setup(size)
            for hour in ("day", "night"):
                if weather.light:
                    weather.light(setup.light, hour)
            elements = [*(weather.backdrop(setup) if weather.backdrop else ())]
            elements += weather.air(setup, None, 0.0) if weather.air else ()
            return [_drawn(elements, size, t, ground=110) for t in _MOMENTS]

        frames = _twice(drawn, f"{weather.name} at {size}")
        if weather.air or weather.backdrop:
            seen = all((frame != 110).any() for frame in frames)
            assert seen, f"{weather.name} shows nothing at {size}"
    if bed := weather.bed:
        assert _heard(lambda track, rng: bed.lay(track, rng)), f"the bed of {weather.name} is silent"
    if sound := weather.sound:
        assert _heard(sound), f"{weather.name} is silent"


def _check_style(style: Style) -> None:
    for size in SIZES:
        ramp = np.linspace(0, 255, size.width * size.height * 3).astype(np.uint8)
        picture = ramp.reshape(size.height, size.width, 3)

        def developed(size: Size = size, picture: Frame = picture) -> list[Frame]:
            darkroom = Darkroom(_setup(size), np.random.default_rng(2), grade=style.grade)
            return [np.asarray(in_rgb(darkroom.develop(picture.copy(), int(t * 24), t))) for t in _MOMENTS]

        frames = _twice(developed, f"{style.name} at {size}")
        assert all(frame.shape == picture.shape and frame.dtype == np.uint8 for frame in frames)
        assert all(frame.std() > 2 for frame in frames), f"nothing is left of a picture in {style.name}"
        assert (frames[1] != picture).any(), f"{style.name} changes nothing"


def _check_look(look: Look) -> None:
    """It is to be seen on somebody from the front, and the body is still drawn from all sides."""
    standing = Performance(vocabulary().motions["stand"], SECONDS).at(1.0)
    colour = look.colour or (90, 60, 160)

    def drawn(clothes: Clothes) -> list[Frame]:
        body = Biped("🧑", clothes, "stand")
        poses = [replace(standing, turn=turn) for turn in (1.0, 0.4, -1.0)]
        return [_painted(body, pose) for pose in poses]

    clothes = look.wear(PERSON, colour) if look.wear else PERSON
    frames = _twice(lambda: drawn(replace(clothes, worn=(Worn(look, colour),))), look.name)
    changed = look.heads or (frames[0] != drawn(PERSON)[0]).any()
    assert changed, f"{look.name} is not to be seen"


def _painted(body: Body, pose: Pose) -> Frame:
    return Easel((200, 300)).draw(lambda canvas: body.paint(canvas, pose), 150, (100, 260)).copy()


def _setup(size: Size) -> Setup:
    chance = np.random.default_rng(1)
    return Setup(_SCENE, light_of(_SCENE), size, SECONDS, Quality.STANDARD, chance, (0.0, float(SECONDS)))


def _drawn(elements: Sequence[Element], size: Size, t: float, ground: int = 0) -> Frame:
    shot = Shot(
        np.full((size.height, size.width, 3), ground, np.uint8),
        t,
        View(0.02, 0.01, 1.1, 0.3 * t),
        size.height,
    )
    for element in elements:
        element.draw(shot)
    return np.asarray(shot.frame)


def _twice(draw: Callable[[], list[Frame]], what: str) -> list[Frame]:
    first, second = draw(), draw()
    same = all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
    assert same, f"{what} is not the same twice: take chance from the setup alone"
    return first


def _heard(sound: Callable[[Track, np.random.Generator], None]) -> bool:
    """Whether it is to be heard; it must be the same twice."""
    first, second = (np.zeros((2 * RATE, 2), np.float32) for _ in range(2))
    for track in (first, second):
        sound(track, np.random.default_rng(3))
    assert np.array_equal(first, second), (
        "its sound is not the same twice: take chance from the generator alone"
    )
    return bool(np.abs(first).max() > 1e-3)
