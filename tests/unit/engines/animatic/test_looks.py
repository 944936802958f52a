"""Looks: what is read of hair, beards and clothes, who has them, and that they are seen."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from kinema.engines.animatic.actors.brush import Easel
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.revise import revise
from kinema.engines.animatic.scene import Scene, Subject
from kinema.engines.animatic.vocabulary import vocabulary


def looks(subject: Subject) -> set[str]:
    """Its looks, each in words: "red dress"."""
    return {" ".join(filter(None, (t.colour, t.pattern, t.look))) for t in subject.looks}


@pytest.mark.parametrize(
    ("prompt", "seen"),
    [
        ("a red-haired woman in a blue dress dancing", {"red hair", "blue dress"}),
        ("an old man with a white beard and a green coat", {"white beard", "green coat"}),
        ("a blonde woman with long hair", {"blonde hair", "long hair"}),
        ("a woman with long curly black hair", {"black hair", "long hair", "curly hair"}),
        ("a man in a black suit and red tie", {"black suit", "red tie"}),
        ("a bearded fisherman in an orange jacket", {"beard", "orange jacket"}),
        ("a girl with pigtails and a striped sweater", {"pigtails", "striped sweater"}),
        ("a woman wearing sunglasses and a white lab coat", {"sunglasses", "white coat"}),
        ("a snowman with a red scarf and a top hat", {"red scarf", "top hat"}),
        ("a girl, long hair, red dress, city street", {"long hair", "red dress"}),
        ("a wizard with a long white beard", {"white long beard"}),
        ("a pale-skinned girl with green eyes", {"pale skin", "green eyes"}),
        ("A woman walks. She wears a black hat.", {"black hat"}),
        ("she wears a red dress", {"red dress"}),
        ("the girl's red dress", {"red dress"}),
        ("穿红裙子的女孩", {"red dress"}),
        ("女孩穿着红裙子、戴着草帽在跳舞", {"red dress", "straw hat"}),
        ("一位白发老人在公园散步", {"white hair"}),
        ("一个戴着黑框眼镜、穿着蓝色衬衫的男人", {"black glasses", "blue shirt"}),
        ("一只戴着圣诞帽的柴犬", {"santa hat"}),
        ("穿西装打红领带的男人", {"suit", "red tie"}),
    ],
)
def test_looks_are_read_with_their_colours(prompt: str, seen: set[str]) -> None:
    """Whatever order they are said in, before or after who has them, and nothing more."""
    assert looks(parse(prompt).subjects[0]) == seen


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ("a cat wearing a red scarf", None),
        ("戴红帽子的白猫", "white"),
        ("a boy with a red cap", None),
        ("a red-haired woman", None),
        ("a blue-eyed boy", None),
        ("a woman in a red dress", "red"),
        ("a woman dressed in black", "black"),
        ("一个黑衣男人", "black"),
    ],
)
def test_the_colour_of_what_is_worn_is_not_the_body_s(prompt: str, colour: str | None) -> None:
    """Somebody's colour is that of people's clothes, or of an animal's fur."""
    assert parse(prompt).subjects[0].colour == colour


@pytest.mark.parametrize(
    "prompt",
    [
        "a woman looks at a red dress in a shop window",
        "a woman brushing her hair",
        "a girl closing her eyes",
        "a dog beside a red hat",
    ],
)
def test_what_nobody_has_on_is_no_look(prompt: str) -> None:
    """A dress in a window is worn by nobody, and hair of which nothing is said is nothing."""
    assert not parse(prompt).subjects[0].looks


def test_each_has_their_own() -> None:
    """Of two who are named, and of two of a group."""
    scene = parse("a man in a tuxedo and a woman in a white dress dancing")
    assert [looks(subject) for subject in scene.subjects] == [{"suit"}, {"white dress"}]
    girls = parse("two girls, one in a red dress and one in a blue dress").subjects
    assert [looks(girl) for girl in girls] == [{"red dress"}, {"blue dress"}]


def test_things_keep_their_colours() -> None:
    """A red umbrella is no look, whoever has it; shoes that nobody wears are shown."""
    girl, umbrella = parse("a girl in a yellow coat with a red umbrella").subjects
    assert (looks(girl), umbrella.colour) == ({"yellow coat"}, "red")
    (shoes,) = parse("red high heels on a mirror").subjects[:1]
    assert (shoes.said, shoes.colour) == ("high heels", "red")


def test_a_scene_with_looks_is_stored_and_read_again() -> None:
    """Scenes of earlier versions, which knew none, too."""
    described = parse("a woman in a striped red dress").described()
    assert described["subjects"][0]["looks"] == [{"look": "dress", "colour": "red", "pattern": "striped"}]
    assert Scene.read(json.loads(json.dumps(described))).described() == described
    del described["subjects"][0]["looks"]
    assert Scene.read(described).subjects[0].looks == ()


@pytest.mark.parametrize(
    ("prompt", "now"),
    [
        ("make her dress green", {"green dress"}),
        ("make the woman blue", {"blue dress"}),
        ("put a straw hat on her", {"red dress", "straw hat"}),
        ("dye her hair pink", {"red dress", "pink hair"}),
        ("a woman in a black kimono", {"black kimono"}),
        ("她戴着墨镜", {"red dress", "sunglasses"}),
        ("at night", {"red dress"}),
    ],
)
def test_edits_change_what_somebody_has_on(prompt: str, now: set[str]) -> None:
    """What is on the same part is replaced, the rest stays."""
    scene = parse("a woman in a red dress walking in a park")
    assert looks(revise(scene, prompt).subjects[0]) == now


def drawn(prompt: str, turn: float = 1.0) -> NDArray[np.int_]:
    """The body of the first subject, standing there: the pixels that it covers, (n, 3)."""
    subject = replace(parse(prompt).subjects[0], action="stand")
    motion = vocabulary().motions["stand"]
    actor = body(subject, motion, chance=11)
    pose = replace(Performance(motion, 4).at(1.0), turn=turn)
    art = Easel((300, 340)).draw(lambda canvas: actor.paint(canvas, pose), 200, (150, 290))
    return art[art[..., 3] == 255][:, :3].astype(int)


def share(pixels: NDArray[np.int_], colour: str) -> float:
    """How much of it is mostly red, green or blue, or else dark or light."""
    if colour in ("dark", "light"):
        level = pixels.max(axis=1) if colour == "dark" else 255 - pixels.min(axis=1)
        return float((level < 70).mean())
    channel = ("red", "green", "blue").index(colour)
    others = np.delete(pixels, channel, axis=1).max(axis=1)
    return float((pixels[:, channel] > 1.5 * others).mean())


@pytest.mark.parametrize("garment", ["dress", "coat", "raincoat", "kimono", "suit", "hoodie", "robe"])
def test_clothes_are_seen_in_their_colour(garment: str) -> None:
    """Much of a body in blue is blue and of one in red is red, from the front and from behind."""
    for turn in (1.0, -1.0):
        blue, red = (drawn(f"a woman in a {colour} {garment}", turn) for colour in ("blue", "red"))
        assert share(blue, "blue") > share(red, "blue") + 0.2
        assert share(red, "red") > share(blue, "red") + 0.2


def test_hair_is_seen_from_all_sides() -> None:
    """White hair is lighter than black, and long hair covers more of the back than hair as usual."""
    for turn in (1.0, -1.0):
        black, white = (drawn(f"a woman with {colour} hair", turn) for colour in ("black", "white"))
        assert share(black, "dark") > share(white, "dark") + 0.05
    long, usual = (drawn(f"a woman with {cut}black hair", -1.0) for cut in ("long ", ""))
    assert share(long, "dark") > share(usual, "dark") + 0.05


@pytest.mark.parametrize(
    ("plain", "dressed", "colour"),
    [
        ("an old man", "an old man with a black beard", "dark"),
        ("a woman", "a woman in sunglasses", "dark"),
        ("a boy", "a boy in a black top hat", "dark"),
        ("a white cat", "a white cat with a red scarf", "red"),
        ("a white dog", "a white dog in sunglasses", "dark"),
        ("a white horse", "a white horse in a blue hat", "blue"),
        ("a white dog", "a white dog in a blue sweater", "blue"),
        ("a polar bear", "a polar bear in a blue hat", "blue"),
        ("a penguin", "a penguin with a red bow tie", "red"),
        ("a duck", "a duck in a red hat", "red"),
        ("an owl", "an owl in a blue hat", "blue"),
    ],
)
def test_what_is_put_on_is_seen(plain: str, dressed: str, colour: str) -> None:
    """On people and on animals; there is more of its colour than without it."""
    assert share(drawn(dressed), colour) > share(drawn(plain), colour) + 0.004


def test_a_bald_head_has_no_hair() -> None:
    """Neither in front nor behind; and no hair of a moustache in its place."""
    for turn in (1.0, -1.0):
        assert share(drawn("a bald man with black hair", turn), "dark") < 0.1


def test_who_has_a_raincoat_has_no_umbrella() -> None:
    """Its hood is up."""
    (girl,) = parse("a girl in a yellow raincoat in the rain").subjects
    motion = vocabulary().motions["stand"]
    bodies = [body(girl, motion, chance=chance, lies="wet") for chance in range(3)]
    assert all(one.box.grip == bodies[0].box.grip for one in bodies)
    pose = Performance(motion, 4).at(1.0)
    for one in bodies:
        art = Easel((300, 380)).draw(lambda canvas, one=one: one.paint(canvas, pose), 200, (150, 330))
        assert not art[:, 260:, 3].any()


def test_wearing_is_nothing_that_somebody_does_meanwhile() -> None:
    """They do what is said besides."""
    for prompt in ("a woman wears a red dress and dances in the rain", "a girl wears a hat. She dances."):
        assert parse(prompt).subjects[0].action == "dance"
