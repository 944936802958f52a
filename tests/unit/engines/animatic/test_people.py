"""People: who is in a company, and that they look and are dressed like it."""

import pytest

from kinema.engines.animatic.actors.people import member, outdoors, person
from kinema.engines.animatic.actors.wardrobe import SKIN
from kinema.engines.animatic.parse import parse


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
    """A scarf and a cap in snow, an umbrella for most in rain, neither in the sun."""
    clothes = person(parse("A man waves").subjects[0], 0, 3).clothes
    assert [one.look.name for one in outdoors(clothes, 0, 3, "snow").worn] == ["scarf", "beanie"]
    assert {outdoors(clothes, nth, 3, "wet").umbrella for nth in range(3)} == {True, False}
    assert outdoors(clothes, 0, 3, "") == clothes
