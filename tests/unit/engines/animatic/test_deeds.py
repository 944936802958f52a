"""What bodies do: deeds are acted, turns keep their width, steps sound when feet touch the ground."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.art import picture
from kinema.engines.animatic.actors.brush import Easel
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.performance import Performance, Pose
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.scene import Subject
from kinema.engines.animatic.stage import Shot
from kinema.engines.animatic.take import Take, take
from kinema.engines.animatic.terms import Motion
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

MOTIONS = vocabulary().motions
DEEDS = [motion for motion in MOTIONS.values() if motion.gesture]
WIDE, TALL = Size(320, 180), Size(180, 320)


def shot(prompt: str, size: Size = WIDE, seconds: int = 8) -> Take:
    """The first take of a prompt's film."""
    made = plan(RenderRequest(prompt, size, seconds, Quality.STANDARD, seed=5))
    return take(made, made.parts[0])


def painted(name: str, action: str, pose: Pose) -> np.ndarray:
    """What a body covers in a pose: (200, 200) of 0 to 255."""
    played = body(Subject(name, "", 1, action), MOTIONS[action])
    return np.asarray(
        Easel((200, 200)).draw(lambda canvas: played.paint(canvas, pose), 100, (100, 140))[..., 3]
    )


def spread(cover: np.ndarray) -> int:
    """How many columns hold anything."""
    return int((cover.max(axis=0) > 128).sum())


@pytest.mark.parametrize("motion", DEEDS, ids=lambda motion: motion.name)
def test_a_deed_is_seen_on_people_and_animals(motion: Motion) -> None:
    """Its artwork exists, and a body that does it looks other than one that stands there."""
    gesture = motion.gesture
    assert gesture
    for emoji in {thing.emoji for thing in gesture.things} | {rising.emoji for rising in gesture.rising}:
        assert picture(emoji)
    for name in ("girl", "dog"):
        acted = painted(name, motion.name, Pose(phase=0.2)).astype(int)
        idle = painted(name, "stand", Pose(phase=0.2)).astype(int)
        assert np.abs(acted - idle).mean() > 0.2, name


@pytest.mark.parametrize("turn", [1.0, 0.5, 0.1, 0.0, -0.1, -1.0])
def test_a_dancer_who_turns_is_never_flat(turn: float) -> None:
    """Seen from the side it is at least three tenths as wide as from before."""
    before = spread(painted("cat", "dance", Pose(phase=0.0)))
    assert spread(painted("cat", "dance", Pose(turn=turn, phase=0.0))) >= 0.3 * before


@pytest.mark.parametrize("action", ["jump", "dance"])
@pytest.mark.parametrize("nth", [0, 1, 2])
def test_a_step_sounds_when_feet_touch_the_ground(action: str, nth: int) -> None:
    """At each of its moments whoever jumps or dances is on the ground, whichever of the group it is."""
    performance = Performance(MOTIONS[action], 8.0, nth=nth, count=3)
    assert len(performance.steps()) > 6
    assert all(performance.at(step + 1e-6).lift < 0.01 for step in performance.steps())


def test_who_runs_long_leaps_once_and_is_not_heard_in_the_air() -> None:
    """The second half of a long shot has a leap that a short one has not."""
    short, long = Performance(MOTIONS["run"], 4.0), Performance(MOTIONS["run"], 8.0)
    moments = np.arange(0, 4, 1 / 24)
    assert max(short.at(t).lift for t in moments) < 0.05
    assert max(long.at(t).lift for t in moments) < 0.05
    assert max(long.at(t).lift for t in moments + 4) > 0.12
    start, end = long.moment(MOTIONS["run"].leap)
    assert not [step for step in long.steps() if start < step < end]


def test_a_dance_ends_in_a_pose() -> None:
    """In its last third of a second a dancer in a long shot hardly moves; when the film goes on, they do."""

    def moved(start: float) -> float:
        poses = [Performance(MOTIONS["dance"], 8.0).at(start + n / 24) for n in range(8)]
        return max(pose.lift for pose in poses) - min(pose.lift for pose in poses)

    assert moved(7.6) < 0.002 < 0.02 < min(moved(2.0), moved(9.3))


@pytest.mark.parametrize("size", [WIDE, TALL], ids=str)
@pytest.mark.parametrize(
    "prompt",
    [
        "Two foxes running in a forest",
        "Three birds flying",
        "A man walking, static camera",
        "Two fish swimming",
    ],
)
def test_everybody_is_in_the_frame_from_half_a_second_on(prompt: str, size: Size) -> None:
    """Who is named is there when the film begins, the whole of their middle at least."""
    made = shot(prompt, size)
    actors = [element for element in made.film.elements if isinstance(element, Actor)]
    assert len(actors) == parse(prompt).subjects[0].count
    for actor in actors:
        x, _ = actor.screen(
            actor.performance.at(0.5),
            Shot(np.zeros((1, 1, 3), np.uint8), 0.5, made.film.framing.at(0.5), size.height),
        )
        assert 0.25 * actor.height < x < size.width - 0.25 * actor.height


@pytest.mark.parametrize("prompt", ["A man playing guitar", "一个男人弹吉他", "A man drinking coffee"])
def test_what_is_played_or_drunk_is_in_hand(prompt: str) -> None:
    """It is no subject of its own beside whoever has it."""
    actors = [element for element in shot(prompt).film.elements if isinstance(element, Actor)]
    assert [actor.name for actor in actors] == ["man"]


def test_two_who_hug_meet_and_two_who_fight_face_each_other() -> None:
    """Apart at the beginning, together at the end; each looks at the other."""
    for action in ("hug", "fight"):
        one, other = (Performance(MOTIONS[action], 8.0, nth=nth, count=2) for nth in (0, 1))
        assert one.at(6).x < other.at(6).x
        assert (one.at(6).facing, other.at(6).facing) == (1, -1)
        if action == "hug":
            assert other.at(6).x - one.at(6).x < 0.5 * (other.at(0).x - one.at(0).x)


@pytest.mark.parametrize("prompt", ["A cat fighting a dog", "A boy kissing a girl"])
def test_whom_somebody_fights_or_kisses_does_so_too(prompt: str) -> None:
    """Nobody fights alone: the other is there, turned to the first, on the same line."""
    one, other = [element for element in shot(prompt).film.elements if isinstance(element, Actor)]
    assert one.performance.motion is other.performance.motion
    assert one.line == other.line
    assert {one.performance.at(1.0).facing, other.performance.at(1.0).facing} == {1, -1}


@pytest.mark.parametrize(
    ("prompt", "hops"),
    [
        ("A tree on a meadow", False),
        ("A house in the snow", False),
        ("A man on a meadow", True),
        ("A dragon", True),
    ],
)
def test_things_stand_still(prompt: str, hops: bool) -> None:
    """Who lives hops once in a long shot; a tree does not."""
    (actor,) = [element for element in shot(prompt).film.elements if isinstance(element, Actor)]
    assert (max(actor.performance.at(n / 24).lift for n in range(8 * 24)) > 0.02) is hops


@pytest.mark.parametrize(
    ("prompt", "action", "gear"),
    [
        ("A woman skiing in the mountains", "ski", "skis"),
        ("A snowboarder on a mountain", "snowboard", "snowboard"),
        ("A cat on a skateboard", "skateboard", "skateboard"),
        ("一个男孩在公园玩滑板", "skateboard", "skateboard"),
    ],
)
def test_who_glides_has_one_thing_under_the_feet(prompt: str, action: str, gear: str) -> None:
    """Skis and boards go with their rider, and what the prompt calls one is not drawn a second time."""
    actors = [one for one in shot(prompt).film.elements if isinstance(one, Actor)]
    who, under = sorted(actors, key=lambda actor: actor.name == gear)
    assert who.performance.motion.name == action
    assert under.name == gear
    assert abs(who.performance.at(2.0).x - under.performance.at(2.0).x) < 1e-6


def test_snow_lies_where_somebody_skis() -> None:
    """In mountains it snows for a skier, unless the prompt names another weather; a snowfield has its own."""
    assert parse("A skier in the mountains").weather == "snow"
    assert parse("A skier in the mountains in fog").weather == "fog"
    assert parse("A skier in the mountains, no snow").weather == "clear"
    skier = parse("A skier")
    assert (skier.setting, skier.weather) == ("snowfield", "clear")


@pytest.mark.parametrize(
    ("prompt", "action", "seat"),
    [
        ("A woman sits on a sofa reading a book", "read", "couch"),
        ("An old woman in an armchair knitting", "knit", "chair"),
        ("A man sitting in a cafe", "sit", "chair"),
        ("A boy sits in a meadow", "sit", ""),
        ("A cat sits in a room", "sit", ""),
    ],
)
def test_people_sit_on_one_seat(prompt: str, action: str, seat: str) -> None:
    """On the seat that the prompt names, on a chair in other rooms, on the ground outdoors; animals on the
    floor. Hips are on the seat, and what there is to read is in hand."""
    actors = [one for one in shot(prompt).film.elements if isinstance(one, Actor)]
    who = next(one for one in actors if one.name != seat)
    assert who.performance.motion.name == action
    assert [one.name for one in actors if one is not who] == [seat] * bool(seat)
    for under in actors:
        if under is not who:
            above = who.performance.at(1.0).lift - under.performance.at(1.0).lift
            hips = above * 180 + 0.24 * who.height
            assert hips == pytest.approx(under.box.seat[1] * under.height, abs=0.06 * who.height)


def test_who_sits_has_knees_before_them() -> None:
    """Seated legs reach further ahead than behind; standing ones do not."""

    def ahead(*, seated: bool) -> int:
        played = body(Subject("man", "", 1, "sit"), MOTIONS["read"], seated=seated)
        drawn = Easel((200, 200)).draw(lambda canvas: played.paint(canvas, Pose(phase=0.2)), 100, (100, 140))
        columns = np.nonzero(np.asarray(drawn[112:124, :, 3]).max(axis=0) > 128)[0] - 100
        return int(columns.max() + columns.min())

    assert ahead(seated=True) > 10 > 5 > ahead(seated=False)


@pytest.mark.parametrize(
    ("prompt", "action", "others"),
    [
        ("A man carries a heavy box down a street", "carry", []),
        ("一个女人抱着箱子走", "carry", []),
        ("A woman pulls a sled through the snow", "pull", ["rope"]),
        ("A dog carries a basket", "stand", ["basket"]),
        ("A man carries a lantern", "stand", ["lantern"]),
    ],
)
def test_who_carries_or_pulls_has_it_in_both_hands(prompt: str, action: str, others: list[str]) -> None:
    """People walk with it, with both arms bent to it and none swinging; animals and small things do not."""
    actors = [one for one in shot(prompt).film.elements if isinstance(one, Actor)]
    who = next(one for one in actors if one.name not in others)
    assert who.performance.motion.name == action
    assert [one.name for one in actors if one is not who] == others


def test_arms_that_carry_do_not_swing() -> None:
    """No arm is behind the body of who carries at any moment of a stride; one is behind who walks."""

    def behind(action: str) -> int:
        strides = [painted("man", action, Pose(phase=phase)) for phase in (0.0, 0.25, 0.5, 0.75)]
        return max(int((cover[90:110, :86] > 128).sum()) for cover in strides)

    assert behind("walk") > 4
    assert behind("carry") == 0


@pytest.mark.parametrize(
    ("prompt", "burns"),
    [
        ("A house on fire", True),
        ("A burning castle at night", True),
        ("A ghost in a burning village", True),
        ("A house", False),
        ("A candle burns on a table", False),
    ],
)
def test_what_burns_is_in_flames(prompt: str, burns: bool) -> None:
    """They give light as a camp fire does; a candle has its own flame, and no blaze."""
    film = shot(prompt).film
    blazes = [one for one in film.elements if isinstance(one, Actor) and one.name == "campfire"]
    assert bool(blazes) is burns
    assert any(name == "campfire" for name, _ in film.players) is burns
