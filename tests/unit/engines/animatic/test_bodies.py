"""Bodies: feet that stay where they touch the ground, animals and people whom one can tell apart."""

import numpy as np
import pytest

from kinema.engines.animatic.actors.biped import Biped
from kinema.engines.animatic.actors.brush import Easel
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.actors.coats import COATS
from kinema.engines.animatic.actors.fleet import MAKES
from kinema.engines.animatic.actors.fowl import FEATHERS
from kinema.engines.animatic.actors.quadruped import Quadruped
from kinema.engines.animatic.actors.roles import ROLES
from kinema.engines.animatic.actors.sprite import Sprite
from kinema.engines.animatic.actors.wardrobe import WARDROBE
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.performance import Performance, Pose
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.sound.players import Seen
from kinema.engines.animatic.take import Take, take
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

MOTIONS = vocabulary().motions


def shot(prompt: str) -> Take:
    """The first take of a prompt's film."""
    made = plan(RenderRequest(prompt, Size(320, 180), 4, Quality.STANDARD, seed=5))
    return take(made, made.parts[0])


def performances(prompt: str) -> list[Performance]:
    """What each of a prompt's subjects does, by the place where it stands rather than by where it is seen."""
    heard = [player.performance for player in shot(prompt).film.players]
    return [one.of for one in heard if isinstance(one, Seen) and one.of]


def drawn(subject: Subject, action: str, pose: Pose) -> np.ndarray:
    """A body in a pose: (120, 160, 4)."""
    played = body(subject, MOTIONS[action])
    return Easel((160, 120)).draw(lambda canvas: played.paint(canvas, pose), 70, (80, 100)).copy()


@pytest.mark.parametrize("action", ["walk", "run"])
@pytest.mark.parametrize("name", ["fox", "girl", "elephant"])
def test_a_foot_stays_where_it_touches_the_ground(name: str, action: str) -> None:
    """While it is down, a foot goes back under the body as far as the body goes over the ground."""
    performance = performances(f"A {name} {action}s in a meadow")[0]
    played = body(Subject(name, "", 1, action), MOTIONS[action])
    assert isinstance(played, Quadruped | Biped)
    tall = performance.stride / played.box.stride
    contacts = 0
    for n in range(80):
        before, after = performance.at(n / 24), performance.at((n + 1) / 24)
        first, later = played.foot(1, before), played.foot(1, after)
        if first[1] == later[1] == 0 and later[0] < first[0]:
            gone = performance.gone((n + 1) / 24) - performance.gone(n / 24)
            assert (first[0] - later[0]) * tall == pytest.approx(gone, abs=0.002)
            contacts += 1
    assert contacts > 8


def test_steps_are_heard_when_feet_come_down() -> None:
    """Every step's moment is a whole number of footfalls, also where the gait goes as fast as the body."""
    performance = performances("A woman walks in a meadow")[0]
    steps = performance.steps()
    assert len(steps) > 4
    falls = [performance.at(t).phase * performance.motion.footfalls for t in steps]
    assert np.abs(np.array(falls) - np.round(falls)).max() < 0.1


@pytest.mark.parametrize(
    "emoji", [*COATS, *FEATHERS, *MAKES, "🐍", "🐢", "🚲", "🏍️", "✈️", "🚁", "🚢", "🛸", "🪁"]
)
def test_who_has_a_body_moves_in_it(emoji: str) -> None:
    """It is no bent picture, fills its height, and looks different a moment later."""
    subject = Subject("somebody", emoji, 1, "walk")
    assert not isinstance(body(subject, MOTIONS["walk"]), Sprite)
    now, later = (drawn(subject, "walk", Pose(phase=phase)) for phase in (0.1, 0.32))
    assert now[..., 3].any(axis=1).sum() > 24
    if emoji != "✈️":
        assert (now != later).any(axis=2).sum() > 20


def test_people_are_told_apart_by_what_they_wear() -> None:
    """No two kinds of people look alike."""
    looks: dict[bytes, str] = {}
    kinds = WARDROBE | ROLES
    for said, dressed in kinds.items():
        picture = drawn(Subject("person", "🧑", 1, "stand", said=said), "stand", Pose()).tobytes()
        assert kinds[looks.setdefault(picture, said)] == dressed
    assert len(looks) == len({id(worn) for _, worn in WARDROBE.values()}) + len(set(ROLES.values()))


def test_a_kite_is_in_the_air_on_a_string() -> None:
    """It is high over whoever flies it, and goes where they go."""
    boy, kite = performances("A boy flying a kite on the beach")
    if kite.at(1.0).lift < boy.at(1.0).lift:
        boy, kite = kite, boy
    assert kite.at(1.0).lift > 0.4
    assert 0.2 < abs(kite.at(1.0).x - boy.at(1.0).x) < 0.8


def test_those_who_stand_side_by_side_leave_each_other_room() -> None:
    """Animals of whom nothing is said stand, and none in another's place."""
    places = sorted(one.at(1.0).x for one in performances("A horse, a cow, a pig and a sheep on a farm"))
    assert len(places) == 4
    assert min(np.diff(places)) > 0.2
    assert places[0] > -0.85
    assert places[-1] < 0.85


def test_a_dragon_stays_in_the_frame() -> None:
    """Its back does not go over the upper edge."""
    picked = shot("A dragon flying over mountains")
    actor = next(element for element in picked.film.elements if getattr(element, "name", "") == "dragon")
    highest = max(actor.performance.at(n / 6).lift for n in range(24)) * 180
    assert actor.line - highest - 0.8 * actor.height > 0


@pytest.mark.parametrize(
    ("prompt", "action"),
    [
        ("A man typing at a desk", "type"), ("A woman knits", "knit"), ("一个女孩在踢球", "kick"),
        ("A monk meditating", "meditate"), ("A child hides behind a tree", "hide"), ("A dog sits", "sit"),
        ("A woman taking a selfie", "phone"), ("A worker hammers", "hammer"), ("An old man digging", "dig"),
        ("A man climbing a mountain", "climb"), ("A woman pushing a cart", "push"),
        ("A boy throws a ball", "throw"),
        ("A woman washes dishes", "wash"), ("A wizard casting a spell", "cast"),
        ("A girl pointing at the moon", "point"),
        ("A woman doing yoga", "stretch"), ("An old man feeding pigeons", "feed"),
        ("A duck crossing a road", "walk"),
    ],
)  # fmt: skip
def test_deeds_have_a_gesture_of_their_own(prompt: str, action: str) -> None:
    """What users name often is acted."""
    assert parse(prompt).subjects[0].action == action


def test_astronauts_have_hands_for_what_they_do() -> None:
    """One who drinks is drawn otherwise than one who floats, and a ball flies where they play football."""
    astronaut = parse("An astronaut drinks coffee").subjects[0]
    assert np.mean(drawn(astronaut, "drink", Pose()) != drawn(astronaut, "float", Pose())) > 0.02
    kicks = [drawn(astronaut, "kick", Pose(phase=phase)) for phase in (0.2, 1.0)]
    assert np.mean(kicks[0] != kicks[1]) > 0.005
