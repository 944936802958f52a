"""What the parser makes of prompts."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.scene import Scene

PAIRS = [
    ("A cat dancing in the rain, cinematic style", "一只猫在雨中跳舞，电影风格"),
    ("A rocket launching from a desert at sunset, camera tilts up", "一枚火箭在日落时从沙漠发射，镜头上摇"),
    (
        "A sailboat crossing a calm sea under a starry sky, slow pan",
        "一艘帆船在星空下驶过平静的海面，缓慢平移",
    ),
    ("An astronaut floating in space above the Earth, dolly in", "宇航员漂浮在地球上空的太空中，镜头推进"),
]


def gist(scene: Scene) -> tuple[object, ...]:
    """What a scene shows, without mood and notes."""
    subjects = [(subject.name, subject.count, subject.action) for subject in scene.subjects]
    return (subjects, scene.setting, scene.time, scene.weather, scene.style, scene.camera)


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_chinese_is_understood_as_english_is(english: str, chinese: str) -> None:
    """The same prompt in either language shows the same."""
    assert gist(parse(english)) == gist(parse(chinese))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("A cat dancing in the rain, cinematic style",
         ([("cat", 1, "dance")], "city", "night", "rain", "cinematic", "dolly in")),
        ("Two red foxes running through a snowy forest at dawn, watercolour",
         ([("fox", 2, "run")], "forest", "dawn", "snow", "watercolour", "tracking")),
        ("两只红狐狸在雪林中奔跑，黎明，水彩",
         ([("fox", 2, "run")], "forest", "dawn", "snow", "watercolour", "tracking")),
        ("A rocket launching from a desert at sunset, camera tilts up",
         ([("rocket", 1, "launch")], "desert", "sunset", "clear", "cinematic", "tilt up")),
        ("A sailboat crossing a calm sea under a starry sky, slow pan",
         ([("sailboat", 1, "sail")], "sea", "night", "clear", "cinematic", "pan")),
        ("An astronaut floating in space above the Earth, dolly in",
         ([("astronaut", 1, "float")], "space", "night", "clear", "cinematic", "dolly in")),
        ("Three butterflies over a spring meadow, anime style",
         ([("butterfly", 3, "fly")], "meadow", "day", "clear", "anime", "dolly in")),
    ],
)  # fmt: skip
def test_a_prompt_means_what_it_says(prompt: str, expected: tuple[object, ...]) -> None:
    """Subject, count, action, place, time, weather, style and camera are all taken from the words."""
    assert gist(parse(prompt)) == expected


@pytest.mark.parametrize("word", ["caterpillars", "category", "scatter", "Dogma", "foxglove"])
def test_only_whole_words_count(word: str) -> None:
    """A word inside another word is not that word."""
    assert not {"cat", "dog", "fox"} & {subject.name for subject in parse(f"a {word}").subjects}


def test_what_is_negated_is_left_out() -> None:
    """ "No people or cars" excludes both and touches nothing else."""
    scene = parse("An empty city street, no people or cars, fog")
    assert (scene.subjects, scene.setting, scene.weather) == ((), "city", "fog")
    assert scene.excluded == ("person", "car")
    assert parse("没有猫的街道").subjects == ()


def test_any_subject_with_a_name_in_emoji_is_known() -> None:
    """Subjects outside the engine's own tables are found by their emoji names, English and Chinese."""
    assert parse("a flamingo").subjects[0].emoji == "🦩"
    assert parse("一只火烈鸟").subjects[0].emoji == "🦩"
    assert parse("🦩 walking").subjects[0].action == "walk"


def test_what_nothing_is_understood_of_is_a_mood_piece_and_says_so() -> None:
    """There is always a film, and an honest note."""
    scene = parse("x" * 32_000)
    assert scene.subjects == ()
    assert "mood piece" in scene.notes[0]


@settings(max_examples=300)
@given(st.text(max_size=400))
def test_any_text_gives_a_scene_that_is_json(prompt: str) -> None:
    """No text makes the parser fail, and what it understood can be stored."""
    described = parse(prompt).described()
    assert json.loads(json.dumps(described)) == described


@given(
    st.lists(st.sampled_from(["cat", "no", "two", "red", "in", "rain", "狗", "跳舞", ",", "🐈", "'s", "-"]))
)
def test_any_order_of_words_gives_a_scene(words: list[str]) -> None:
    """Known words in senseless order do not confuse it, and the same words give the same scene."""
    assert parse(" ".join(words)) == parse(" ".join(words))


@pytest.mark.parametrize(
    "piece", ["x", "a ", "猫在", "🐈💃🌧", "a-", "'", "no cat ", "\u0000", "ﷺ", "two red "]
)
def test_reading_takes_time_in_proportion_to_length(piece: str) -> None:
    """32,000 characters of anything are read in a moment."""
    prompt = (piece * 32_000)[:32_000]
    parse(prompt)
    started = time.thread_time()  # whatever else the machine does
    parse(prompt)
    assert time.thread_time() - started < 2


@pytest.mark.parametrize(
    ("prompt", "setting", "time"),
    [
        ("A burger with fries", "studio", "day"),
        ("A bottle of perfume", "studio", "day"),
        ("A cat and a cup of tea", "meadow", "day"),
        ("A couple walking by the ocean", "beach", "day"),
        ("A man on a boat on the ocean", "sea", "day"),
        ("Fireworks over a city", "city", "night"),
        ("A shark swims in the ocean", "underwater", "day"),
        ("A whale breaches in the ocean", "sea", "day"),
        ("A skater on a frozen lake", "lake", "day"),
        ("小溪边的鹿", "river", "day"),
    ],
)
def test_what_is_not_said_is_what_usually_goes_with_it(prompt: str, setting: str, time: str) -> None:
    """Wares are shown in a studio, who walks by the sea walks on the beach, fireworks are seen by night."""
    scene = parse(prompt)
    assert (scene.setting, scene.time) == (setting, time)


@pytest.mark.parametrize(
    ("prompt", "names"),
    [
        ("A red shoe on a table", ["running shoe", "table"]),
        ("一双高跟鞋", ["high-heeled shoe"]),
        ("A woman in a red dress", ["woman"]),
        ("A man ties his shoes", ["man"]),
    ],
)
def test_clothes_are_a_subject_where_nobody_wears_them(prompt: str, names: list[str]) -> None:
    """What somebody is there to wear is theirs."""
    assert [subject.name for subject in parse(prompt).subjects] == names


@pytest.mark.parametrize(
    ("prompt", "name", "count"),
    [
        ("He runs through the forest", "man", 1),
        ("她在雨中奔跑", "woman", 1),
        ("他们手牵着手", "man", 2),
        ("A dog runs. He is happy", "dog", 1),
    ],
)
def test_a_pronoun_is_somebody_where_nobody_is_named(prompt: str, name: str, count: int) -> None:
    """A film of "he" or 她 is not a film of nobody."""
    (subject,) = parse(prompt).subjects
    assert (subject.name, subject.count) == (name, count)
