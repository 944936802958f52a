"""People: who is in a company, and that they look and are dressed like it."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.actors.people import adorned, member, outdoors, person
from kinema.engines.animatic.actors.wardrobe import SKIN
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("prompt", "members"),
    [
        ("An elderly couple walking in a park", ["old man", "old woman"]),
        ("A couple dancing", ["man", "woman"]),
        ("A family in a meadow", ["woman", "man", "girl", "boy", "baby"]),
        ("老夫妻在公园散步", ["old man", "old woman"]),
    ],
)
def test_a_company_is_of_those_whom_its_word_names(prompt: str, members: list[str]) -> None:
    """Whatever the seed, and no note says that somebody else plays them."""
    scene = parse(prompt)
    (subject,) = scene.subjects
    assert [member(subject, nth, 7) for nth in range(subject.count)] == members
    assert not any(note.startswith("Played") for note in scene.notes)


def test_children_are_girls_and_boys() -> None:
    """Of three there are both, whatever the seed, and not all are as tall; boys are boys."""
    (children,), (boys,) = parse("Three children playing").subjects, parse("Three boys playing").subjects
    for chance in range(20):
        assert {member(children, nth, chance) for nth in range(3)} == {"girl", "boy"}
        assert len({person(children, nth, chance).tall for nth in range(3)}) > 1
        assert {member(boys, nth, chance) for nth in range(3)} == {"boy"}


def test_chance_decides_on_skin_and_hair_and_families_share_the_skin() -> None:
    """The same chance gives the same; nobody is as yellow as the artwork."""
    (man,), (family,) = parse("A man waves").subjects, parse("A family waves").subjects
    looks = {(one.skin, one.hair) for one in (person(man, 0, chance).clothes for chance in range(60))}
    assert len(looks) > 8
    assert SKIN not in {skin for skin, _ in looks}
    assert person(man, 0, 5) == person(man, 0, 5)
    assert len({person(family, nth, 5).clothes.skin for nth in range(family.count)}) == 1


def test_people_dress_for_the_weather() -> None:
    """A scarf in snow, an umbrella for most in rain, neither in the sun."""
    clothes = person(parse("A man waves").subjects[0], 0, 3).clothes
    assert outdoors(clothes, 0, 3, "snow").scarf
    assert {outdoors(clothes, nth, 3, "wet").umbrella for nth in range(3)} == {True, False}
    assert outdoors(clothes, 0, 3, "") == clothes


def shown(prompt: str) -> Raster:
    """The picture of the one subject of a prompt, on green."""
    (subject,) = parse(prompt).subjects
    made = body(subject, vocabulary().motions["stand"], chance=5)
    pixels: Raster = np.full((400, 400, 4), (0, 255, 0, 255), np.uint8)
    canvas = skia.Surface(pixels).getCanvas()
    canvas.translate(200, 380)
    canvas.scale(280, 280)
    made.paint(canvas, Pose(0.0))
    return pixels


@pytest.mark.parametrize("who", ["woman", "man", "cat"])
@pytest.mark.parametrize("worn", ["glasses", "a hat", "a scarf"])
def test_what_is_worn_is_seen_where_it_is_worn(who: str, worn: str) -> None:
    """It changes the upper half of a person or an animal, and no more than a part of it."""
    without, wearing = shown(f"A {who}"), shown(f"A {who} wearing {worn}")
    changed = (without != wearing).any(axis=2)
    assert 200 < changed.sum() < 0.2 * changed.size
    assert not changed[330:].any()


def test_hair_and_clothes_have_the_colours_that_are_said() -> None:
    """Red hair over a blue dress; trousers are no skirt, and a beard is the colour of the hair."""
    (woman,) = parse("A red-haired woman in a blue dress").subjects
    plain = person(woman, 0, 3).clothes
    dressed = adorned(plain, woman.looks)
    assert dressed.hair != plain.hair
    assert dressed.skirt is not None
    assert adorned(plain, ("trousers",)).skirt is None
    assert adorned(plain, ("white hair", "beard")).beard == adorned(plain, ("white hair",)).hair
    bald = adorned(plain, ("bald",))
    assert bald.hair == bald.skin
