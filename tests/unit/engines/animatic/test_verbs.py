"""What somebody does: the verb's own base form, who does it, and the motion that plays it."""

import pytest

from kinema.engines.animatic.parse import parse


@pytest.mark.parametrize(
    ("prompt", "does"),
    [
        ("A grandmother knits a scarf", "knit"),
        ("A barista pouring milk", "pour"),
        ("A chef is stirring soup", "stir"),
        ("A plumber repaired the sink", "repair"),
        ("A cat that licks its paw", "lick"),
        ("A fisherman seen mending a net", "mend"),
        ("An astronaut puts on her helmet", "put on"),
        ("女孩开始唱歌", "sing"),
        ("女孩回头微笑", "smile"),
        ("小女孩蹦蹦跳跳地走在路上", "walk"),
        ("A rocket takes off", "take off"),
        ("A boy takes a quick nap", "nap"),
        ("A skater doing a spin", "spin"),
        ("A dog and a cat sniff each other", "sniff"),
        ("Kids in costumes ring the doorbell", "ring"),
        ("A boy gets dressed for school", "dress"),
        ("A photographer takes pictures", "take"),
        ("A girl picks up a seashell", "pick"),
        ("A wizard casts a spell", "cast"),
        ("奶奶坐在壁炉旁织毛衣", "knit"),
        ("Baby elephant tries to climb out", "climb"),
        ("奶奶在织毛衣", "knit"),
        ("园丁给花浇水", "water"),
        ("孩子们在草地上放风筝", "fly"),
        ("老人在公园里打太极", "practice"),
        ("妈妈切西瓜", "cut"),
        ("宇航员在火星上种土豆", "plant"),
        ("一只鸟飞过湖面", "fly"),
        ("小猫从沙发上跳下来", "jump"),
        ("一只橘猫趴在窗台上睡觉", "sleep"),
    ],
)
def test_what_somebody_does_is_the_verb_in_its_base_form(prompt: str, does: str) -> None:
    """It is the prompt's own verb, not the motion that plays it; a Chinese one is said in English."""
    assert parse(prompt).subjects[0].doing == does


@pytest.mark.parametrize(
    ("prompt", "deeds"),
    [
        ("A girl watches a man juggle", {"girl": "watch", "man": "juggle"}),
        ("A cat brushed by a girl", {"cat": None, "girl": "brush"}),
        ("小猫被狗追着跑", {"cat": "run", "dog": "chase"}),
        ("女孩与喷火巨龙激战", {"girl": "fight"}),
        ("A robot chased by a kitten", {"robot": None, "cat": "chase"}),
        ("The bride throws a ball and the boys jump", {"ball": None, "boy": "jump"}),
        ("博物馆里的恐龙把保安吓得到处跑", {"person": "run"}),
        ("机器人与巨龙激战", {"robot": "fight", "dragon": "fight"}),
        ("陶艺家在转盘上拉坯", {"person": "shape"}),
        ("A boxer trains in a gym", {"person": "train"}),
        ("The girl, her hair wet, shivers", {"girl": "shiver"}),
        ("An elephant and her calf drink", {"elephant": "drink"}),
    ],
)
def test_a_verb_belongs_to_who_does_it(prompt: str, deeds: dict[str, str | None]) -> None:
    """Of a passive the one after "by"; of Chinese with 把 and 得 the one it is done to, with 与 both."""
    found = {subject.name: subject.doing for subject in parse(prompt).subjects}
    assert {name: found.get(name) for name in deeds} == deeds


@pytest.mark.parametrize(
    "prompt",
    [
        "A spider covered in dew drops",
        "A house surrounded by a fence",
        "A child with a flute does not run",
        "一双拖鞋",
        "一位教练",
        "一只月饼放在桌上",
    ],
)
def test_what_only_looks_like_a_verb_is_no_deed(prompt: str) -> None:
    """States, drops that are things, what is denied, nouns that begin with a verb's character."""
    assert not any(subject.doing for subject in parse(prompt).subjects)


def test_the_motion_is_the_nearest_and_the_notes_say_so() -> None:
    """Who polishes stands, and the notes name the deed; who reads reads, and nothing is to be said of it."""
    polishing = parse("A grandmother polishes a ring")
    assert polishing.subjects[0].action == "stand"
    assert "Shown by the nearest motion: polish by stand." in polishing.notes
    assert not any("nearest motion" in note for note in parse("A grandmother reads a book").notes)


@pytest.mark.parametrize(
    ("prompt", "motion"),
    [("A truck driving down the road", "drive"), ("A police car chasing a thief", "drive")],
)
def test_what_has_wheels_drives(prompt: str, motion: str) -> None:
    """Artwork of a vehicle goes as vehicles do, whatever verb it goes by."""
    assert parse(prompt).subjects[0].action == motion


@pytest.mark.parametrize(
    ("prompt", "doing", "motion"),
    [
        ("A surfer rides a huge wave", "ride", "surf"),
        ("A lone skater glides over the ice", "glide", "skate"),
        ("A pianist on a stage", None, "play music"),
        ("A painter walks home", "walk", "walk"),
        ("The surfers wait on the beach", "wait", "stand"),
        ("海边的画家", None, "paint"),
    ],
)
def test_who_has_a_trade_is_seen_at_it(prompt: str, doing: str | None, motion: str) -> None:
    """Where nothing is said, or only that they go as their trade does; not where they do something else."""
    subject = parse(prompt).subjects[0]
    assert (subject.doing, subject.action) == (doing, motion)
