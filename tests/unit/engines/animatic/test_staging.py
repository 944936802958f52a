"""Relations are drawn: where those who stand to each other are, in what order and how they move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.bonds import bonds, suited
from kinema.engines.animatic.camera import View
from kinema.engines.animatic.lexicon import grammar
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.scene import Relation
from kinema.engines.animatic.stage import Shot
from kinema.engines.animatic.take import Take, take
from kinema.engines.animatic.ties import TIES
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

WIDE, TALL = Size(320, 180), Size(180, 320)
MOMENTS = np.linspace(0.0, 4.0, 33)


@dataclass(frozen=True)
class Track:
    """Where somebody is over the film: foot (x, y) in pixels from the upper left, and the height."""

    x: np.ndarray
    y: np.ndarray
    height: float
    drawn: int

    @property
    def top(self) -> np.ndarray:
        """The upper end of the body."""
        return self.y - self.height


def shot(prompt: str, size: Size = WIDE, seconds: int = 4) -> Take:
    """The film of a prompt, set up as the engine does."""
    planned = plan(RenderRequest(prompt, size, seconds, Quality.STANDARD, seed=3))
    return take(planned, planned.parts[0])


def tracks(
    prompt: str, size: Size = WIDE, moments: Sequence[float] | np.ndarray = MOMENTS
) -> dict[str, Track]:
    """The first of everybody, by name."""
    found: dict[str, Track] = {}
    for n, actor in enumerate(shot(prompt, size).film.elements):
        if isinstance(actor, Actor) and actor.name not in found:
            poses = [actor.performance.at(float(t)) for t in moments]
            x = np.array([pose.x for pose in poses]) * min(size) + size.width / 2
            y = actor.line - np.array([pose.lift for pose in poses]) * min(size)
            found[actor.name] = Track(x, y, actor.height, n)
    return found


@pytest.mark.parametrize("size", [WIDE, TALL])
def test_a_rider_sits_on_the_horse_and_bobs_with_it(size: Size) -> None:
    """Between the horse's feet and head all the time, in front of it, up and down as it gallops."""
    seen = tracks("An astronaut riding a horse", size)
    rider, horse = seen["astronaut"], seen["horse"]
    assert rider.drawn > horse.drawn
    assert np.all(np.abs(rider.x - horse.x) < 0.2 * horse.height)
    assert np.all((rider.y < horse.y) & (rider.y > horse.top))
    assert np.all(rider.top < horse.top)
    assert np.all(rider.top > 0)
    assert np.ptp(horse.y) > 1
    assert np.corrcoef(rider.y, horse.y)[0, 1] > 0.9


def test_a_cat_on_a_boat_stands_on_its_deck_and_sails_along() -> None:
    """Smaller than the boat, in front of its sails, above the water, and as far as it goes."""
    seen = tracks("A cat on a boat")
    cat, boat = seen["cat"], seen["sailboat"]
    assert cat.drawn > boat.drawn
    assert cat.height < 0.5 * boat.height
    assert np.all((cat.y < boat.y - 0.05 * boat.height) & (cat.y > boat.top))
    assert np.ptp(boat.x) > 20
    assert np.ptp(cat.x - boat.x) < 0.15 * boat.height


@pytest.mark.parametrize(
    ("prompt", "chaser", "chased"),
    [
        ("A dog chasing a ball", "dog", "ball"),
        ("Two dogs chase a cat", "dog", "cat"),
        ("A shark chasing a fish", "shark", "fish"),
    ],
)
def test_who_chases_comes_after_who_is_chased(prompt: str, chaser: str, chased: str) -> None:
    """Both go, the chaser never overtakes, and the gap changes."""
    seen = tracks(prompt)
    gap = seen[chased].x - seen[chaser].x
    assert np.ptp(seen[chased].x) > 30
    assert np.all(gap > 0.2 * seen[chaser].height)
    assert 2 < np.ptp(gap) < gap.mean()


def test_a_fish_in_a_bowl_stays_in_it() -> None:
    """Within the glass at every moment, seen through it, and alive; the bowl stands in a room."""
    seen = tracks("A fish in a bowl")
    fish, bowl = seen["fish"], seen["bowl"]
    assert fish.drawn < bowl.drawn
    assert np.all(np.abs(fish.x - bowl.x) + 0.5 * fish.height < 0.5 * bowl.height)
    assert np.all((fish.top > bowl.top) & (fish.y < bowl.y))
    assert np.ptp(fish.x) > 2
    assert parse("A fish in a bowl").setting == "room"


def test_a_cat_under_a_table_is_between_its_legs() -> None:
    """Lower than the top, drawn before the near legs."""
    seen = tracks("A cat under a table")
    cat, table = seen["cat"], seen["table"]
    assert cat.drawn < table.drawn
    assert np.all(cat.top > table.top + 0.2 * table.height)
    assert np.all(np.abs(cat.x - table.x) < 0.8 * table.height)
    assert np.allclose(cat.y, table.y, atol=2)


def test_a_fox_behind_a_tree_is_half_hidden() -> None:
    """The tree is taller, drawn after it, and covers some of it but not all."""
    seen = tracks("A fox behind a tree")
    fox, tree = seen["fox"], seen["tree"]
    assert fox.drawn < tree.drawn
    assert tree.height > 1.5 * fox.height
    assert np.all((np.abs(fox.x - tree.x) > 0.1 * tree.height) & (np.abs(fox.x - tree.x) < 0.6 * tree.height))


def test_a_lantern_is_in_the_hand_that_holds_it() -> None:
    """At the height of a hand, to the side, small, and going where its holder goes."""
    seen = tracks("A girl walking and holding a lantern")
    lantern, girl = seen["lantern"], seen["girl"]
    assert lantern.height < 0.6 * girl.height
    assert np.all((lantern.y < girl.y) & (lantern.top > girl.top))
    assert np.ptp(girl.x) > 15
    assert np.ptp(lantern.x - girl.x) < 0.1 * girl.height


@pytest.mark.parametrize(
    ("prompt", "one", "other"),
    [
        ("A dog following a girl", "dog", "girl"),
        ("A cat next to a dog", "cat", "dog"),
        ("A bird over a cat", "bird", "cat"),
    ],
)
def test_neighbours_keep_their_distance(prompt: str, one: str, other: str) -> None:
    """Who is beside, over or after somebody is neither in the same place nor elsewhere."""
    seen = tracks(prompt)
    apart = np.hypot(seen[one].x - seen[other].x, seen[one].y - seen[other].y)
    assert apart.min() > 0.5 * seen[one].height
    assert apart.max() < 1.3 * (seen[one].height + seen[other].height)


def test_every_rider_has_a_horse_of_their_own() -> None:
    """Two on two are two pairs, not one pile."""
    actors = [e for e in shot("Two girls riding two horses").film.elements if isinstance(e, Actor)]
    x = {
        name: sorted(a.performance.at(2.0).x for a in actors if a.name == name) for name in ("girl", "horse")
    }
    assert np.allclose(x["girl"], x["horse"], atol=0.12)
    assert x["horse"][1] - x["horse"][0] > 0.2


def test_relations_in_a_circle_are_cut() -> None:
    """Stored scenes may say anything: nobody carries who carries them, and who is not there carries none."""
    scene = parse("A cat on a dog")
    circle = (Relation("cat", "on", "dog"), Relation("dog", "on", "cat"), Relation("cat", "in", "fog"))
    assert set(bonds(replace(scene, relations=circle))) == {"cat"}


def test_every_relation_that_is_understood_is_staged() -> None:
    """No kind falls through: "with", "mutual" and "held" are read as others."""
    kinds = {*grammar.RELATIONS, *grammar.AFTERWARDS, *grammar.DEEDS_THAT_RELATE} - {"with", "mutual", "held"}
    assert kinds == set(TIES)


def test_a_surfer_has_a_board_and_a_wave() -> None:
    """The wave behind, then the surfer on the board, in the water of a beach."""
    seen = tracks("A dog surfing")
    assert seen["wave"].drawn < seen["dog"].drawn < seen["surfboard"].drawn
    assert np.allclose(seen["surfboard"].x, seen["dog"].x, atol=1)
    assert seen["wave"].height > seen["dog"].height


@pytest.mark.parametrize(("said", "factor"), [("tiny", (0.3, 0.7)), ("giant", (1.3, 2.0))])
def test_size_is_drawn(said: str, factor: tuple[float, float]) -> None:
    """A tiny one is smaller than usual, a giant one larger."""
    usual, told = tracks("A cat")["cat"].height, tracks(f"A {said} cat")["cat"].height
    assert factor[0] < told / usual < factor[1]


def test_who_is_on_something_small_is_as_tall_as_alone() -> None:
    """And what carries them is large enough to be seen, with both inside the frame."""
    elephant, ball = (tracks("An elephant on a ball")[name] for name in ("elephant", "ball"))
    alone = tracks("An elephant")["elephant"]
    assert elephant.height > 0.75 * alone.height
    assert 0.4 * elephant.height < ball.height < 0.8 * elephant.height
    assert np.all(elephant.top > 0)


def test_one_who_is_on_many_is_on_the_middle_one() -> None:
    """A kitten on five piles of books is not at the edge of the picture."""
    actors = [e for e in shot("A kitten on five books").film.elements if isinstance(e, Actor)]
    places = {actor.name: [] for actor in actors}
    for actor in actors:
        places[actor.name].append(actor.performance.at(2.0).x)
    assert len(places["books"]) == 5
    assert abs(places["cat"][0] - np.median(places["books"])) < 0.1


def test_of_somebody_small_alone_there_is_a_closer_look() -> None:
    """A mouse alone is about as large as a cat; beside a cat it is a mouse."""
    alone, both = tracks("A mouse eats"), tracks("A cat and a mouse eat")
    assert alone["mouse"].height > 1.5 * both["mouse"].height
    assert both["mouse"].height < 0.6 * both["cat"].height


def test_a_volcano_is_at_the_horizon_and_nobody_is_beside_it() -> None:
    """Whoever is said to be beside it stands on the ground that others stand on."""
    setup = shot("A dinosaur beside a volcano")
    actors = {e.name: e for e in setup.film.elements if isinstance(e, Actor)}
    volcano, dinosaur = actors["volcano"], actors["T-Rex"]
    assert volcano.line < dinosaur.line - 0.1 * min(WIDE)


def test_who_sits_in_a_tree_is_on_a_bough() -> None:
    """Well above the ground, below the crown's top, and drawn after the tree."""
    seen = tracks("A bird sits in a tree")
    bird, tree = seen["bird"], seen["tree"]
    assert bird.drawn > tree.drawn
    assert np.all((bird.y < tree.y - 0.2 * tree.height) & (bird.y > tree.top))


def test_what_somebody_is_under_is_taller_than_they() -> None:
    """A mouse is as tall under a mushroom as anywhere; the mushroom grows."""
    seen = tracks("A cat sitting under a mushroom")
    assert seen["mushroom"].height > 1.5 * seen["cat"].height


def test_who_sails_on_a_river_is_on_its_water_and_who_stands_is_on_its_bank() -> None:
    """The boat floats between the banks; the deer stands before it, lower in the picture."""
    boat, deer = (
        tracks(f"{one} by a river")[name] for one, name in (("A sailboat", "sailboat"), ("A deer", "deer"))
    )
    stage = shot("A deer by a river").film
    assert stage.surface == "grass"
    assert np.all(boat.y < deer.y - 20)


def test_who_swims_in_a_lake_is_half_under_water() -> None:
    """No part of them is drawn below the line of the water, and about half of their height above it."""
    taken = shot("A man swims in a lake")
    swimmer = next(e for e in taken.film.elements if isinstance(e, Actor))
    assert swimmer.performance.motion.name == "bathe"
    frame = np.zeros((WIDE.height, WIDE.width, 3), np.uint8)
    swimmer.draw(Shot(frame, 1.0, View(), WIDE.height))
    rows = np.flatnonzero(frame.any(axis=(1, 2)))
    assert rows[-1] <= swimmer.line
    assert 0.3 * swimmer.height < swimmer.line - rows[0] < 0.75 * swimmer.height


@pytest.mark.parametrize(
    ("prompt", "who", "whom", "low", "high"),
    [
        ("A woman reads, a puppy asleep in her lap", "dog", "woman", 0.15, 0.5),
        ("A parrot on a pirate's shoulder", "parrot", "person", 0.45, 0.7),
        ("An owl on a wizard's shoulder", "owl", "mage", 0.45, 0.7),
        ("A boy sits on his father's shoulders", "boy", "man", 0.45, 0.7),
        ("A cat stands on a boy's head", "cat", "boy", 0.85, 1.05),
    ],
)
def test_who_is_on_a_person_is_on_the_part_that_suits(
    prompt: str, who: str, whom: str, low: float, high: float
) -> None:
    """Sleepers lie in laps, birds and children are on shoulders, others on heads; all are smaller."""
    seen = tracks(prompt)
    one, carrier = seen[who], seen[whom]
    up = (carrier.y - one.y) / carrier.height
    assert np.all((up > low) & (up < high))
    assert one.height < 0.75 * carrier.height


def test_who_swims_in_the_deep_is_in_the_frame() -> None:
    """A turtle, which walks as a rule, swims well above the ground of the sea."""
    turtle = tracks("A sea turtle swims in the deep sea")["turtle"]
    assert np.all(turtle.y < 0.9 * WIDE.height)


def test_a_volcano_is_no_smaller_from_the_air() -> None:
    """What is at the horizon is as large in an aerial shot as in any other."""
    seen = [tracks(f"A volcano, {shot} shot")["volcano"].height for shot in ("medium", "aerial")]
    assert seen[1] == pytest.approx(seen[0], rel=0.05)


def test_who_plays_the_piano_has_one() -> None:
    """It stands before them, and no keyboard lies about besides."""
    for prompt in ("A girl plays the piano", "章鱼弹钢琴"):
        seen = tracks(prompt)
        player = next(track for name, track in seen.items() if name != "piano")
        assert set(seen) == {"piano", next(name for name in seen if name != "piano")}
        assert seen["piano"].drawn > player.drawn
        assert np.all(np.abs(seen["piano"].x - player.x) < 0.2 * player.height)


def test_a_duck_walks_where_there_is_no_water() -> None:
    """On a road it steps on its feet; on a lake it sails. Its young are smaller."""
    for prompt, name in (("A duck crosses a road", "walk"), ("A duck swims on a lake", "sail")):
        duck = next(e for e in shot(prompt).film.elements if isinstance(e, Actor))
        assert duck.performance.motion.name == name
    taken = shot("A duck leads her three ducklings along a road")
    heights = sorted(e.height for e in taken.film.elements if isinstance(e, Actor))
    assert len(heights) == 4
    assert heights[2] < 0.8 * heights[3]


def test_who_is_on_a_cliff_is_high_up() -> None:
    """The rock is under the eagle, and as tall as others."""
    seen = tracks("An eagle on a cliff")
    eagle, cliff = seen["eagle"], seen["cliff"]
    assert np.all(eagle.y < cliff.y - 0.8 * cliff.height)


def test_what_a_cook_flips_is_in_the_pan() -> None:
    """A pancake that a chef flips is no third of the picture beside them: it is in their hands."""
    taken = shot("A chef flips a pancake in a kitchen")
    actors = [e for e in taken.film.elements if isinstance(e, Actor)]
    assert [actor.performance.motion.name for actor in actors] == ["cook"]


@pytest.mark.parametrize("camera", ["static camera", "tracking shot"])
@pytest.mark.parametrize(("side", "sign"), [("left", -1), ("right", 1)])
def test_left_and_right_are_the_picture_s(side: str, sign: int, camera: str) -> None:
    """Whichever way the two of them face, and whether or not they go somewhere."""
    for one, other in (("A penguin standing", "cactus"), ("A girl walking", "elephant")):
        seen = tracks(f"{one} on the {side} of a {other}, {camera}")
        first, second = (seen[name] for name in (one.split()[1], other))
        assert (sign * (first.x - second.x) > 0).all()


def test_who_sits_on_a_wall_sits() -> None:
    """A cat there does not stand."""
    assert {"sit"} == {one.action for one in suited(parse("A cat sitting on a brick wall")) if one.doing}


def test_a_dog_on_a_surfboard_surfs() -> None:
    """It has the board that goes with the wave, and no other."""
    names = [e.name for e in shot("A dog on a surfboard").film.elements if isinstance(e, Actor)]
    assert sorted(names) == ["dog", "surfboard", "wave"]


@pytest.mark.parametrize(
    ("prompt", "one", "other"),
    [
        ("A horse walks in the field and a rabbit nibbles on grass", "horse", "rabbit"),
        ("A cow is chewing grass while a tractor is plowing nearby", "cow", "tractor"),
        ("A rabbit digs a hole, a kangaroo bounds nearby", "kangaroo", "rabbit"),
    ],
)
def test_of_two_who_do_different_things_nobody_hides_behind_the_other(
    prompt: str, one: str, other: str
) -> None:
    """For most of the film their middles are apart, and the frame follows nobody away from who stays."""
    seen = tracks(prompt)
    apart = np.abs(seen[one].x - seen[other].x)
    assert np.mean(apart > 0.2 * WIDE.width) > 0.5
    assert parse(prompt).camera != "tracking"


def test_a_monkey_hangs_from_a_bough() -> None:
    """Its feet are off the ground and its head is at the bough, on which a bird would stand."""
    hanging, standing = tracks("A monkey hangs from a branch"), tracks("A bird on a branch")
    bough, monkey = hanging["branch"], hanging["monkey"]
    assert (monkey.y < bough.y - 0.1 * bough.height).all()
    assert (monkey.top > bough.y - bough.height).all()
    assert (standing["bird"].y < standing["branch"].y - 0.7 * standing["branch"].height).all()
