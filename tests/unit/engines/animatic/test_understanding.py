"""How well prompts are understood: the parser's scenes against what a reader expects, and how it reads."""

from __future__ import annotations

import json
import time

import pytest
from bench.understanding import ELEMENTS, LANGUAGES, PARTS, Score, prompts, score

from kinema.engines.animatic.bonds import bonds
from kinema.engines.animatic.lexicon import grammar
from kinema.engines.animatic.lexicon.actions import DEEDS, inflect
from kinema.engines.animatic.lexicon.beings import BEINGS
from kinema.engines.animatic.lexicon.gerunds import base
from kinema.engines.animatic.lexicon.index import player, tables
from kinema.engines.animatic.lexicon.kin import BY_ACTION, KIN, NAMES, SUFFIXES
from kinema.engines.animatic.lexicon.nouns import CHINESE, ENGLISH, GARMENT, nouns
from kinema.engines.animatic.lexicon.synonyms import synonyms
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.scene import Relation, Scene
from kinema.engines.animatic.vocabulary import motion_of, vocabulary

FLOORS = {"english": 0.90, "chinese": 0.80}
HARD = {("english", "relation"): 0.80, ("chinese", "relation"): 0.75}
"""Floors of what is not understood as often yet, in prompts by hands that had not seen the vocabulary."""


@pytest.mark.parametrize("part", ["tuning", "held_out"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_is_understood_often_enough(language: str, part: str) -> None:
    """No element falls below its floor, in any language, over prompts that it was tuned with or not."""
    floors = {element: HARD.get((language, element), FLOORS[language]) for element in ELEMENTS}
    below = {
        element: found for element, found in score(language, part).items() if found.share < floors[element]
    }
    assert not below


def test_a_stranger_is_understood_often_enough() -> None:
    """Of all answers to prompts that nobody tuned with, nine of ten are right in English, and eight of ten
    in Chinese; what was not, the test does not say."""
    for language, floor in FLOORS.items():
        found = score(language, "blind").values()
        assert sum(one.right for one in found) >= floor * sum(one.asked for one in found)


def test_there_are_prompts_enough_and_enough_are_held_out() -> None:
    """150 English and 50 Chinese prompts at least, none twice; one is held out for every four
    to tune with."""
    numbers = {language: [len(prompts(language, part)) for part in PARTS] for language in LANGUAGES}
    assert sum(numbers["english"]) >= 150
    assert sum(numbers["chinese"]) >= 50
    assert all((held + blind) * 4 >= tuning for tuning, held, blind in numbers.values())
    said = [entry["says"] for language in LANGUAGES for part in PARTS for entry in prompts(language, part)]
    assert len(said) == len(set(said))


def test_a_score_counts_what_is_missed_and_what_is_made_up() -> None:
    """One of two is half; an element of which nothing was asked is all right."""
    found = Score()
    assert found.share == 1
    found.count(True, "a cat", "cat", "cat")
    found.count(False, "a cat", "no more", "dog")
    assert (found.share, len(found.wrong)) == (0.5, 1)


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("A cat on a red car", ("cat", "on", "car")),
        ("In front of the castle, a dragon sleeps", ("dragon", "before", "castle")),
        ("A bear is chased by a swarm of bees", ("bee", "chasing", "bear")),
        ("A turtle with a mouse on its back", ("mouse", "on", "turtle")),
        ("A girl and her robot walk hand in hand", ("girl", "beside", "robot")),
        ("A knight on a white horse", ("man", "riding", "horse")),
        ("一个在树下弹吉他的熊猫", ("panda", "under", "tree")),
        ("猴子坐在大象背上", ("monkey", "on", "elephant")),
        ("一只浣熊在海上的船上弹吉他", ("raccoon", "on", "sailboat")),
        ("骑着白马的女孩", ("girl", "riding", "horse")),
        ("钢琴上放着一束玫瑰", ("rose", "on", "musical keyboard")),
        ("女孩站在桥上，后面跟着一只狗", ("dog", "behind", "girl")),
        ("男孩抱着小狗", ("boy", "holding", "dog")),
        ("老人牵着一条狗", ("old man", "beside", "dog")),
        ("女孩牵着气球", ("girl", "holding", "balloon")),
        ("小猫追着蝴蝶跑", ("cat", "chasing", "butterfly")),
        ("On a couple walking under an umbrella, petals fall", ("person", "holding", "umbrella")),
        ("A sleigh pulled by reindeer", None),
        ("A parrot on a mossy branch", ("parrot", "on", "branch")),
        ("A boat glides under the bridge", ("sailboat", "under", "bridge")),
        ("A train on a bridge", None),
        ("On the table sits a cat", ("cat", "on", "table")),
        ("A dog sleeping on a sofa", ("dog", "on", "couch")),
        ("A penguin on an iceberg", ("penguin", "on", "ice")),
        ("A girl carrying a balloon", ("girl", "holding", "balloon")),
        ("小船从石桥下划过", ("sailboat", "under", "bridge")),
        ("桌子下面躲着一只猫", ("cat", "under", "table")),
        ("一棵大树，下面坐着个女孩", ("girl", "under", "tree")),
    ],
)
def test_subjects_stand_to_each_other_as_is_said(prompt: str, relation: tuple[str, str, str] | None) -> None:
    """Who is on, in, under, behind, chasing, holding or riding whom is part of the scene."""
    assert parse(prompt).relations == ((Relation(*relation),) if relation else ())


@pytest.mark.parametrize(
    ("prompt", "subjects", "relations"),
    [
        ("A black cat and a white cat", [("cat", "black"), ("cat 2", "white")], []),
        ("一只黑猫和一只白猫", [("cat", "black"), ("cat 2", "white")], []),
        ("One dog chases another dog", [("dog", None), ("dog 2", None)], [("dog", "chasing", "dog 2")]),
        ("A submarine and a ship", [("ship", None), ("ship 2", None)], []),
        ("A man sits. The man sees a kite", [("man", None), ("kite", None)], []),
        ("A hacker types. The person stops", [("person", None)], []),
        ("A red car behind a blue car. The blue car stops", [("car", "red"), ("car 2", "blue")],
         [("car", "behind", "car 2")]),
    ],
)  # fmt: skip
def test_one_kind_may_play_twice(
    prompt: str, subjects: list[tuple[str, str | None]], relations: list[tuple[str, str, str]]
) -> None:
    """Two of a name that look different, or are brought in one by one, are two subjects with ids of their
    own; who is spoken of again is one."""
    scene = parse(prompt)
    assert [(subject.id, subject.colour) for subject in scene.subjects] == subjects
    assert [(r.subject, r.kind, r.object) for r in scene.relations] == relations


@pytest.mark.parametrize(
    ("prompt", "said", "name"),
    [
        ("A hacker types in the dark", "hacker", "person"),
        ("A weathered wheelwright hammers nails", "wheelwright", "person"),
        ("A glorp flies over the city", "glorp", "bird"),
        ("A lanternfish in the deep sea", "lanternfish", "fish"),
        ("一位制琴师坐在窗边", "制琴师", "person"),
    ],
)
def test_who_is_unknown_is_played_by_somebody_like_them(prompt: str, said: str, name: str) -> None:
    """A subject outside the vocabulary is found by grammar; the scene has the prompt's word, and a note."""
    scene = parse(prompt)
    assert [(subject.said, subject.name) for subject in scene.subjects] == [(said, name)]
    assert f"{said} by {name}" in " ".join(scene.notes)


@pytest.mark.parametrize(
    ("prompt", "emoji"),
    [("Ein Hund läuft am Strand", "🐕"), ("Una mariposa azul", "🦋"), ("고양이가 춤을 춘다", "🐈"),
     ("собака на пляже", "🐕"), ("猫が踊る", "🐈")],
)  # fmt: skip
def test_other_languages_are_understood_by_their_emoji_names(prompt: str, emoji: str) -> None:
    """A subject that has an emoji is found in the other languages of the emoji's names."""
    assert parse(prompt).subjects[0].emoji == emoji


def test_a_foreign_name_in_an_english_sentence_is_not_read() -> None:
    """ "At" is Turkish for a horse, and no horse is added to an English prompt for it."""
    assert parse("make it snow at dawn").subjects == ()


def test_what_was_guessed_is_named() -> None:
    """Whoever reads the scene can tell what the prompt said from what was guessed."""
    assert parse("A cat at night").guessed == ("setting", "weather", "style", "camera", "mood")


def test_a_scene_of_an_earlier_version_can_be_read() -> None:
    """Scenes that were stored before a field was there are read without it."""
    described = parse("Two red foxes under a tree").described()
    newer = {"light", "palette", "shot", "relations", "guessed"}
    earlier = {key: value for key, value in described.items() if key not in newer}
    for subject in earlier["subjects"]:
        for key in ("size", "doing", "said", "id"):
            del subject[key]
    stored = json.loads(json.dumps(earlier))
    assert Scene.read(stored).subjects[0].colour == "red"
    stored["relations"] = [{"subject": "fox", "kind": "under", "object": "tree"}]
    assert bonds(Scene.read(stored))["fox"].object == "tree"


@pytest.mark.parametrize(
    "piece", ["a cat on a dog and ", "the glorp dances ", "骑着马的", "只", "no ", "beautifull ", "小" * 3]
)
def test_reading_grammar_takes_time_in_proportion_to_length(piece: str) -> None:
    """However the words relate, 32,000 characters are read in a moment."""
    prompt = (piece * 32_000)[:32_000]
    parse("a cat")
    started = time.thread_time()  # whatever else the machine does
    parse(prompt)
    assert time.thread_time() - started < 2


def test_every_table_holds_words() -> None:
    """A row of one word that lost its comma would be a row of letters."""
    for table in (*tables().values(), NAMES, KIN):
        assert all(isinstance(words, tuple) for words in table.values())


def test_every_stand_in_can_be_cast() -> None:
    """Whoever plays somebody else has a body or artwork."""
    names = {*NAMES, *KIN, *SUFFIXES.values(), *BY_ACTION.values(), *grammar.MEASURES.values()} - {""}
    assert all(player(name) for name in names)
    assert {name for name in names if name in BEINGS} >= {"person", "fish", "bird"}


def test_every_action_that_is_understood_has_a_motion() -> None:
    """Actions without a motion of their own are played by one that is there."""
    assert {motion_of(action) for action in (*DEEDS, "melting")} <= set(vocabulary().motions)


@pytest.mark.parametrize(
    ("verb", "form"),
    [("run", "running"), ("dance", "dancing"), ("fly", "flies"), ("lie", "lying"), ("sing", "sings")],
)
def test_verbs_are_known_in_all_their_forms(verb: str, form: str) -> None:
    """The tables hold base forms; the others follow from them."""
    assert form in inflect(verb)


def test_every_noun_of_the_long_lists_has_a_player() -> None:
    """Whoever plays a listed noun has a body or artwork, and no list is short of the thousands it is for."""
    for table, least in ((ENGLISH, 5_000), (CHINESE, 2_500)):
        words = list(nouns(table))
        assert len(words) >= least
        assert all(player(noun.player) for noun in words if noun.player != GARMENT)


def test_synonyms_are_of_what_there_is() -> None:
    """Every line of the synonyms names a kind and a value that a table or a module has."""
    known = tables()
    assert [
        (kind, value) for kind, more in synonyms().items() for value in more if value not in known[kind]
    ] == []


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("A goat in a supermarket parking lot", "city"),
        ("A boat on a forest lake", "lake"),
        ("A cat in a castle, then in a forest", "castle"),
    ],
)
def test_of_two_places_side_by_side_the_last_counts(prompt: str, setting: str) -> None:
    """In English the first of two nouns describes the second; of places said apart the first counts."""
    assert parse(prompt).setting == setting


@pytest.mark.parametrize(
    ("prompt", "subjects"),
    [
        ("A tarantula on a samovar", ["spider"]),
        ("Two crows on a fence", ["bird", "fence"]),
        ("A rooster crows", ["rooster"]),
        ("A drone hovers over a farm", ["helicopter"]),
        ("A farm seen from a drone", []),
        ("A wounded soldier", ["man"]),
        ("Wolves in the wild", ["wolf"]),
        ("Anna is reading", ["person"]),
        ("In the kitchen, Marco cooks", ["person"]),
        ("A hedgehog family in dinosaur pyjamas", ["hedgehog"]),
        ("A peacock spreads its feathers", ["peacock"]),
        ("An orange rolls off the counter", ["tangerine"]),
        ("A monk in an orange robe", ["person"]),
        ("A strong wave crashes into a boat", ["wave", "sailboat"]),
        ("An adventure through a forest", []),
        ("A balloon shaped like a whale", ["balloon"]),
        ("A chef sprinkles salt on a steak", ["person", "salt", "meat"]),
        ("A lab, a woman, clean white walls", ["woman"]),
        ("沙漠中骆驼商队缓缓前行", ["camel"]),
        ("虫洞", []),
        ("一家三口在湖边", ["person"]),
        ("修车师傅在拧螺丝", ["person"]),
    ],
)
def test_words_are_what_they_are_where_they_stand(prompt: str, subjects: list[str]) -> None:
    """Nouns of the long list, words that may be noun or verb, names, and what only begins another word."""
    assert [subject.name for subject in parse(prompt).subjects] == subjects


@pytest.mark.parametrize(
    ("prompt", "doing"),
    [("A man slept", "sleep"), ("A stork stood on one leg", "stand"), ("A fox stole past and leapt", "steal"),
     ("A girl is about to dive", "dive"), ("A bird has flown away", "fly"), ("一个男孩拖着箱子走过", "walk"),
     ("老人在公园里打着太极", "practice"), ("猫跳上了桌子", "jump")],
)  # fmt: skip
def test_verbs_are_known_in_the_past_and_with_particles(prompt: str, doing: str) -> None:
    """Irregular forms, auxiliaries before a verb, Chinese particles after it; of two Chinese verbs the one
    that only says how gives way."""
    assert parse(prompt).subjects[0].doing == doing


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("A skateboarder does a kickflip", [("person", 1, "kickflip")]),
        ("A child with a flute does not run", [("boy", 1, "stand"), ("flute", 1, "stand")]),
        ("A tuk-tuk weaves through the traffic", [("auto rickshaw", 1, "weave")]),
        ("A rowing team of four on a river", [("person", 4, "row")]),
        ("A goalkeeper dives for the ball", [("person", 1, "dive"), ("ball", 1, "stand")]),
        ("A boy flying a kite", [("boy", 1, "fly"), ("kite", 1, "stand")]),
        ("A wizard duel", [("mage", 2, "duel")]),
        ("A cat under a streetlamp", [("cat", 1, "stand"), ("street lamp", 1, "stand")]),
        ("A lonely streetlamp", [("street lamp", 1, "stand")]),
        ("A jar underwater", [("jar", 1, "stand")]),
        ("A pair of scissors", [("scissors", 1, "stand")]),
        ("A seal surfaces", [("seal", 1, "surface")]),
        ("A girl is painting", [("girl", 1, "paint")]),
        ("新娘新郎在草地上跳舞", [("woman", 1, "dance"), ("man", 1, "dance")]),
        ("街道挂满花灯", [("lantern", 5, "stand")]),
    ],
)
def test_who_plays_and_does_what_follows_from_the_words_around(
    prompt: str, who: list[tuple[str, int, str]]
) -> None:
    """Who there is, how many, and what each does is told by the words around."""
    found = [(one.name, one.count, one.doing or one.action) for one in parse(prompt).subjects]
    assert found == who


@pytest.mark.parametrize(
    ("gerund", "verb"),
    [
        ("picking", "pick"), ("bathing", "bathe"), ("buzzing", "buzz"), ("jogging", "jog"),
        ("baking", "bake"), ("juggling", "juggle"), ("tying", "tie"), ("viewing", "view"),
        ("spelling", "spell"), ("agreeing", "agree"),
    ],
)  # fmt: skip
def test_an_unknown_verb_is_said_in_its_base_form(gerund: str, verb: str) -> None:
    """What somebody is doing loses its -ing, and gets back the letter that it had dropped."""
    assert base(gerund) == verb


def test_what_is_stated_not_to_happen_is_not_left_out() -> None:
    """ "No people" excludes somebody; what somebody does not do, or nobody did, excludes nothing."""
    assert parse("A market, no people").excluded == ("person",)
    assert parse("An empty street, nobody around").excluded == ("person",)
    assert parse("An old man does not run").excluded == ()
    assert parse("A coin nobody picked up").excluded == ()


def test_a_place_is_where_the_scene_is() -> None:
    """What is outside a restaurant is not in it; what flies in the air of a kitchen is in the kitchen."""
    assert parse("A lion dance outside a restaurant in Chinatown").setting == "city"
    assert parse("A chef tosses dough in the air, restaurant kitchen").setting == "kitchen"


@pytest.mark.parametrize(
    ("prompt", "looks"),
    [
        ("Two cats, one black and one white, sleep", [(1, "black", None), (1, "white", None)]),
        ("Three dogs, one brown and two white", [(1, "brown", None), (2, "white", None)]),
        ("Two cars, one red and the other blue", [(1, "red", None), (1, "blue", None)]),
        ("Two dogs, one big and one small", [(1, None, "large"), (1, None, "small")]),
        ("A black and a white cat", [(1, "black", None), (1, "white", None)]),
        ("An orange and white cat", [(1, "orange", None)]),
        ("A black and white cat on a wall", [(1, "black", None), (1, None, None)]),
        ("A bright red tomato", [(1, "red", None)]),
        ("两只猫，一黑一白", [(1, "black", None), (1, "white", None)]),
        ("Two black cats and one dog", [(2, "black", None), (1, None, None)]),
        ("Two cats sleep on one red car", [(2, None, None), (1, "red", None)]),
    ],
)
def test_groups_are_parted_by_looks(prompt: str, looks: list[tuple[int, str | None, str | None]]) -> None:
    """Members of a group that look different are subjects of their own."""
    assert [(one.count, one.colour, one.size) for one in parse(prompt).subjects] == looks


def test_a_list_of_five_is_shown_and_of_seven_is_noted() -> None:
    """Six kinds are shown; the notes name whoever is left out."""
    five = parse("A cat, a dog, a rabbit, a fox and a hedgehog stand in a row")
    seven = parse("A cat, a dog, a rabbit, a fox, a wolf, a bear and a hedgehog")
    assert (len(five.subjects), len(seven.subjects)) == (5, 6)
    assert not any("left out" in note for note in five.notes)
    assert "More than 6 kinds; left out: hedgehog." in seven.notes


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("A neon sign reading ‘Hello World’", "Hello World"),
        ("A door with « Bonjour » on it", "Bonjour"),
        ("a book titled “Don't Panic”", "Don't Panic"),
        ("A sign that says OPEN hangs on a door", "OPEN"),
        ("Happy New Year 2026 text with fireworks over the city", "Happy New Year 2026"),
        ("门上写着‘欢迎光临’", "欢迎光临"),
        ("一块牌子，上面写着回家，在路边", "回家"),
        ("电影《西游》的片头", "西游"),
        ("《红楼梦》里的女孩", None),
        ("The dogs' bed is a cat's bed", None),
        ("A woman reading Harry Potter in a park", None),
    ],
)
def test_what_is_written_is_read_in_any_marks(prompt: str, text: str | None) -> None:
    """Text is what stands in quotation marks of any kind, or after words that say that it is written."""
    assert parse(prompt).text == text


@pytest.mark.parametrize(
    ("prompt", "excluded"),
    [
        ("A beach devoid of people", ("person",)),
        ("A street free of cars", ("car",)),
        ("without anyone around", ("person",)),
        ("A bus drives off without him", ()),
        ("深夜的站台，一个人也没有", ("person",)),
        ("画面里不要出现人", ("person",)),
        ("没有台词，只有风声", ("speech",)),
    ],
)
def test_what_is_to_be_left_out_is_known_by_many_words(prompt: str, excluded: tuple[str, ...]) -> None:
    """Exclusions are said in more ways than with a "no"."""
    assert parse(prompt).excluded == excluded


@pytest.mark.parametrize(
    ("prompt", "time"),
    [
        ("A cyberpunk city with flying cars", "night"),
        ("A cyberpunk city at noon", "day"),
        ("Stars over the sea", "night"),
        ("At 6 am a jogger runs", "dawn"),
        ("At 11 pm a man walks home", "night"),
        ("11 men walk", "day"),
    ],
)
def test_the_hour_is_said_in_numbers_or_by_what_glows(prompt: str, time: str) -> None:
    """Clock times are hours, and a city of neon is dark unless its hour is named."""
    assert parse(prompt).time == time


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("A chef slices a cucumber", "kitchen"), ("A teacher explains maths", "classroom"),
     ("A chef walks in the park", "park"), ("A doctor walks in the rain", "city")],
)  # fmt: skip
def test_trades_are_at_work(prompt: str, setting: str) -> None:
    """Unless the prompt has them somewhere else, or out in the weather."""
    assert parse(prompt).setting == setting
