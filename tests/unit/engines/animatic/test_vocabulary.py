"""Every word of the lexicon leads somewhere."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise

import pytest

from kinema.engines.animatic.actors.art import picture
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.camera import Move
from kinema.engines.animatic.darkroom.grade import GRADES
from kinema.engines.animatic.lexicon.actions import ACTIONS
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.direction import CAMERAS, STYLES
from kinema.engines.animatic.lexicon.surroundings import SETTINGS, TIMES
from kinema.engines.animatic.light import TIMES as LIGHTS
from kinema.engines.animatic.performance import Motion
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.sound.ambience import PLACES


def test_the_engine_is_named_without_importing_what_draws() -> None:
    """Processes that never render read the spec: no Skia, OpenCV or FFmpeg comes with it."""
    code = (
        "import sys, kinema.engines.animatic as a; assert a.AnimaticEngine.spec.name == 'animatic';"
        "print(sorted({'skia', 'cv2', 'av', 'emoji'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_setting_can_be_built_and_heard() -> None:
    """Each setting has scenery and a bed of sound."""
    for setting in SETTINGS:
        assert find_spec(f"kinema.engines.animatic.places.{setting}") is not None
    assert set(SETTINGS) == set(PLACES)


def test_every_time_has_light_and_every_style_a_grade() -> None:
    """No word of time or style falls through."""
    assert set(TIMES) == set(LIGHTS)
    assert set(STYLES) == set(GRADES)


@pytest.mark.parametrize("name", sorted(BEINGS))
def test_every_being_has_a_body_for_standing_and_for_dancing(name: str) -> None:
    """Whatever can be named can be cast, by a body of its own or by artwork that exists."""
    being = BEINGS[name]
    for action in ("stand", "dance"):
        assert body(Subject(name, being.emoji, 1, action), action).box.up > 0


def test_missing_artwork_is_told_apart() -> None:
    """What Twemoji cannot draw raises LookupError, nothing else."""
    with pytest.raises(LookupError):
        picture("x")


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_every_action_moves_within_reason(action: str) -> None:
    """A motion gives the same pose for the same moment, never leaps, and its steps are within the film."""
    motion = Motion(action, 4.0, nth=1, count=3)
    poses = [motion.at(n / 24) for n in range(96)]
    assert poses == [motion.at(n / 24) for n in range(96)]
    for before, after in pairwise(poses):
        assert abs(after.x - before.x) < 0.12
        assert abs(after.lift - before.lift) < 0.12
    assert all(0 <= step < 4 for step in motion.steps())


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_every_action_goes_on_past_its_shot(action: str) -> None:
    """Motion has no leap where the shot ends and an extension begins, and nobody is lost in a long one."""
    motion = Motion(action, 4.0, reach=0.89, until=60.0)
    before, at, after = (motion.at(4 + n / 24) for n in (-1, 0, 1))
    for name in ("x", "lift", "tilt", "size"):
        first, second = (getattr(b, name) - getattr(a, name) for a, b in ((before, at), (at, after)))
        assert abs(second - first) < 0.04, name
    assert all(abs(motion.at(n / 4).x) <= 0.89 + 0.51 for n in range(240))
    assert all(-0.7 < motion.at(n / 4).lift < 1.6 for n in range(240))


@pytest.mark.parametrize("name", sorted(CAMERAS))
def test_every_camera_goes_on_past_its_shot(name: str) -> None:
    """A move keeps its place and speed where an extension begins, and stays within what was painted for
    it."""
    move = Move(name, 4.0, speed=0.9, tilt=1.0)
    before, at, after = (move.at(4 + n / 24) for n in (-1, 0, 1))
    for part in ("x", "y", "zoom"):
        first, second = (getattr(b, part) - getattr(a, part) for a, b in ((before, at), (at, after)))
        assert abs(second - first) < 0.006, part
    assert all(abs(move.at(n / 4).x) < 0.4 and 0.8 < move.at(n / 4).zoom < 1.5 for n in range(480))
