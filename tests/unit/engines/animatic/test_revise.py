"""What a new prompt makes of a scene that is there already."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.revise import revise
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.version import VERSION
from kinema.engines.contract import Edit, Extension, Remix, RenderRequest
from kinema.errors import EngineFailed
from kinema.videos.model import Quality
from kinema.videos.size import Size

CAT = "A cat dancing in the rain, cinematic style"
WORDS = st.lists(
    st.sampled_from([
        "a", "two", "red", "cat", "dog", "foxes", "whale", "Mochi", "小明", "dancing", "奔跑", "rain", "下雪",
        "night", "dawn", "forest", "no", "without", "水彩", "noir", "pan", "calm", "add",
    ])
).map(" ".join)  # fmt: skip


def request(prompt: str, **values: object) -> RenderRequest:
    """A request of four seconds."""
    return RenderRequest(prompt, Size(320, 180), 4, Quality.STANDARD, 7, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "then", "changed"),
    [
        (CAT, "make it snow at dawn", {"weather": "snow", "time": "dawn"}),
        (CAT, "cyberpunk style", {"style": "neon"}),
        ("A dog on the beach in the rain", "cyberpunk style", {"style": "neon"}),
        ("A dog on the beach in the rain", "calm", {"mood": "calm"}),
        (CAT, "no rain", {"weather": "clear", "excluded": ("rain",)}),
        (CAT, "换成水彩风格，下雪", {"style": "watercolour", "weather": "snow"}),
        (CAT, "slow pan", {"camera": "pan"}),
        (CAT, "qwertz uiop", {}),
    ],
)
def test_what_the_prompt_names_is_changed_and_the_rest_stays(
    first: str, then: str, changed: dict[str, object]
) -> None:
    """Every field that a change does not name is as it was."""
    before = parse(first)
    after = revise(before, then)
    assert {
        key: value for key, value in vars(after).items() if key != "notes" and value != getattr(before, key)
    } == changed


@pytest.mark.parametrize(
    ("then", "subjects"),
    [
        ("a dog instead of the cat", [("dog", 1, "dance", None)]),
        ("A dog dancing in the rain", [("dog", 1, "dance", None)]),
        ("add a robot", [("cat", 1, "dance", None), ("robot", 1, "stand", None)]),
        ("make the cat black", [("cat", 1, "dance", "black")]),
        ("three cats", [("cat", 3, "dance", None)]),
        ("it runs", [("cat", 1, "run", None)]),
        ("把猫换成狗", [("dog", 1, "dance", None)]),
        ("without the cat", []),
        ("at night", [("cat", 1, "dance", None)]),
    ],
)
def test_subjects_are_changed_replaced_added_or_removed(
    then: str, subjects: list[tuple[str, int, str, str | None]]
) -> None:
    """Who is named is changed or takes the place of who was there, unless the prompt adds; nobody else is."""
    after = revise(parse(CAT), then)
    assert [(s.name, s.count, s.action, s.colour) for s in after.subjects] == subjects


@pytest.mark.parametrize(
    ("then", "relations"),
    [
        ("make it night", {("cat", "on", "sailboat")}),
        ("a dog instead", {("dog", "on", "sailboat")}),
        ("replace the boat with a whale", {("cat", "on", "whale")}),
        ("add a bird", {("cat", "on", "sailboat")}),
        ("add a bird on the cat", {("cat", "on", "sailboat"), ("bird", "on", "cat")}),
        ("no boat", set()),
    ],
)
def test_who_stands_to_whom_outlives_a_change(then: str, relations: set[tuple[str, str, str]]) -> None:
    """A newcomer stands as whose place it took, what is said of it counts, and nothing points to nobody."""
    changed = revise(parse("A cat on a boat"), then)
    assert {(r.subject, r.kind, r.object) for r in changed.relations} == relations


@pytest.mark.parametrize(
    ("then", "subjects", "relations"),
    [
        ("make the white cat jump", [("cat", "black", "stand"), ("cat 2", "white", "jump")], 1),
        ("make the black cat red", [("cat", "red", "stand"), ("cat 2", "white", "stand")], 1),
        ("add another cat",
         [("cat", "black", "stand"), ("cat 2", "white", "stand"), ("cat 3", None, "stand")], 1),
        ("replace the white cat with a dog", [("cat", "black", "stand"), ("dog", None, "stand")], 1),
    ],
)  # fmt: skip
def test_of_two_of_a_kind_the_right_one_is_changed(
    then: str, subjects: list[tuple[str, str | None, str]], relations: int
) -> None:
    """Who looks as the prompt says is meant; "another" is one more; the relations follow their ids."""
    after = revise(parse("A black cat behind a white cat"), then)
    assert [(s.id, s.colour, s.action) for s in after.subjects] == subjects
    assert len(after.relations) == relations


def test_light_and_palette_and_shot_can_be_changed() -> None:
    """Each replaces what was there; the rest stays."""
    changed = revise(parse("A cat at sunset, pastel"), "backlit close-up")
    assert (changed.light, changed.palette, changed.shot) == ("backlit", "pastel", "close-up")


def test_a_change_is_told() -> None:
    """The notes say what was changed, or that nothing was."""
    assert "weather from rain to snow" in revise(parse(CAT), "snow").notes[0]
    assert "nothing" in revise(parse(CAT), "qwertz").notes[0]


@given(WORDS, WORDS)
@settings(max_examples=150)
def test_a_scene_comes_back_from_json_as_it_was(first: str, then: str) -> None:
    """Scene → JSON → scene is the identity, for scenes parsed and for scenes revised."""
    for scene in (parse(first, ["Mochi", "小明"]), revise(parse(first), then, ["Mochi"])):
        assert Scene.read(json.loads(json.dumps(scene.described()))) == scene


@given(WORDS)
@settings(max_examples=60)
def test_what_was_understood_is_enough_to_draw_it_again(prompt: str) -> None:
    """An edit that says nothing plans the same scene, seed and length; the engine's version is with it."""
    asked = plan(request(prompt))
    stored = json.loads(json.dumps(asked.understood()))
    assert (stored["drawn"]["engine"], stored["drawn"]["version"]) == ("animatic", VERSION)
    again = plan(request("", origin=Edit(stored, 7)))
    assert [(part.begins, vars(part.scene) | {"notes": ()}) for part in again.parts] == [
        (part.begins, vars(part.scene) | {"notes": ()}) for part in asked.parts
    ]
    assert (again.seed, again.seconds, again.span) == (asked.seed, asked.seconds, asked.span)


def test_extensions_chain() -> None:
    """Each goes on from the latest part, in the timing of the first shot, and an edit keeps all parts."""
    first = plan(request(CAT)).understood()
    second = plan(request("it snows", origin=Extension(first, 7, 4.0)))
    third = plan(request("it goes on", origin=Extension(second.understood(), 7, 8.0)))
    assert [part.begins for part in second.parts] == [0.0, 4.0]
    assert third.parts == second.parts
    assert (third.span, third.seconds) == ((8.0, 12.0), 4)
    whole = RenderRequest(
        "at dawn", Size(320, 180), 12, Quality.STANDARD, 1, origin=Edit(third.understood(), 7)
    )
    assert [(p.begins, p.scene.weather, p.scene.time) for p in plan(whole).parts] == [
        (0.0, "rain", "dawn"), (4.0, "snow", "dawn"),
    ]  # fmt: skip


def test_a_scene_of_another_engine_is_refused() -> None:
    """What some other engine understood is not drawn as if it were ours."""
    with pytest.raises(EngineFailed, match="animatic"):
        plan(request("snow", origin=Remix({"prompt": "x"}, 7)))


@pytest.mark.parametrize(
    ("prompt", "plays"),
    [
        ("MOCHI runs in a meadow", True),
        ("Mochi's birthday, Mochi dances", True),
        ("a mochikin dances", False),
        ("Mochi在雨中跳舞", True),
        ("小明 and a cat", False),
    ],
)
def test_a_character_is_known_by_its_name(prompt: str, plays: bool) -> None:
    """A name counts as a whole word in any case, also between Chinese words, and nowhere else."""
    subjects = parse(prompt, ["Mochi"]).subjects
    assert any(subject.character and subject.name == "Mochi" for subject in subjects) == plays


def test_a_chinese_name_needs_no_gap() -> None:
    """In Chinese a name stands between other words without spaces; it gets the action that is said."""
    (subject,) = parse("可爱的小明在森林里奔跑", ["小明"]).subjects
    assert (subject.name, subject.action, subject.character) == ("小明", "run", True)
