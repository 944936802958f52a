"""Words for what a subject does besides the motions. English verbs stand in their base form: `inflect` makes the others of it."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from collections.abc import Iterator

from kinema.engines.animatic.lexicon.irregular import IRREGULAR

DEEDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "work": (
        "stand",
        (
            "work", "weld", "sculpt", "carve", "plants a", "serve", "wipe", "polish", "chop", "sort", "pull", "prepare",
            "工作", "干活", "堆", "劳作", "拉", "雕刻",
        ),
    ),
    "play": (
        "dance",
        (
            "play", "plays with", "perform", "strum", "frolic", "romp",
            "玩", "玩耍", "嬉戏", "弹", "演奏", "弹奏", "反弹", "吹", "敲", "打鼓", "表演", "打篮球", "玩着", "下棋", "放",
        ),
    ),
    "smile": ("stand", ("smile", "grin", "微笑", "笑")),
    "look": ("stand", ("look", "watch", "stare", "gaze", "observe", "peek", "peer", "看", "望", "看着", "望着", "凝视", "眺望", "观看", "俯瞰", "看电视", "仰望")),
    "hold": ("stand", ("hold", "carry", "grab", "catch", "clutch", "lift", "抱", "拿", "手持", "撑", "握", "扛", "举", "捧", "提", "牵", "拿着", "抓")),
    "slide": ("skate", ("slide", "skate", "roller skate", "ice skate", "滑行", "滑冰")),
    "ride": ("drive", ("ride", "骑", "骑着", "乘")),
    "grow": ("stand", ("grow", "bloom", "sprout", "blossoming", "spread", "生长", "开花", "绽放", "盛开", "长大", "发芽")),
    "shine": ("float", ("glowing", "glows", "shine", "flicker", "sparkle", "twinkle", "blink", "发光", "闪烁", "闪耀", "发亮")),
    "erupt": ("stand", ("explode", "erupt", "爆炸", "喷发")),
}  # fmt: skip
"""Actions that have no motion of their own in `motions/`: the one that plays each, and its words."""

WAY: tuple[str, ...] = (
    "cross", "pass", "travel", "come", "head", "approach", "lead", "move", "follow", "making its way",
    "穿过", "穿越", "驶过", "经过", "过河", "过", "跟着", "尾随", "移动", "行进", "掠过",
)  # fmt: skip
"""Going somewhere, in whatever way one goes."""

TRANSITIVE = frozenset(
    ("eat", "drink", "read", "work", "cook", "play", "look", "hold", "hug", "fight", "climb", "ride", "talk", "run",
     "knit", "write", "kick", "pour", "hammer", "sweep", "dig", "juggle")
)  # fmt: skip
"""What is done to somebody or something that is named after it."""

CLOTHED: tuple[str, ...] = (
    "dress", "coat", "raincoat", "jacket", "shirt", "t-shirt", "suit", "hat", "cap", "scarf", "boots", "skirt", "sweater", "hoodie", "cloak", "cape", "robe", "armor", "armour",
    "uniform", "kimono", "sunglasses", "glasses", "shoes", "gown", "gloves", "overalls", "jeans", "shorts", "helmet", "party hat", "trench coat", "crown", "backpack", "tuxedo",
    "shoe", "boot", "leather shoes", "leather shoe", "high heels", "high heel", "necklace", "straw hat", "socks",
    "dresses", "coats", "hats", "robes", "suits", "spacesuit", "veil", "lab coat", "lab coats", "diaper", "diapers",
    "裙", "裙子", "衣", "衣服", "外套", "大衣", "雨衣", "帽子", "草帽", "围巾", "西装", "长袍", "汉服", "盔甲", "墨镜", "眼镜", "毛衣", "旗袍", "衬衫", "皮衣", "斗篷", "礼服", "和服", "连衣裙", "长裙", "风衣", "头盔",
)  # fmt: skip
"""What is worn: its colour is its wearer's, and it is no subject."""

_DOUBLED = frozenset(("strum", "stomp", "scrub", "strut", "sprint", "throb"))
"""Longer verbs of one syllable, whose last letter is doubled too."""
UNINFLECTED = frozenset(("falls", "falling", "asleep", "weightless", "seated", "ballet", "liftoff"))


def inflect(phrase: str) -> Iterator[str]:
    """A phrase and the other forms of the English verb that it begins with: runs, running, runned. A letter
    that should be doubled may be left single, as hasty writers do."""
    yield phrase
    verb, *rest = phrase.split()
    if not verb.isascii() or verb in UNINFLECTED or (verb.endswith("ing") and len(verb) > 5):
        return
    stem = verb.removesuffix("e") if not verb.endswith("ee") else verb
    endings = [verb + "s", verb + "es", stem + "ing", stem + "ed"]
    if verb.endswith("y"):
        endings += [verb.removesuffix("y") + "ies", verb.removesuffix("y") + "ied"]
    if verb.endswith("ie"):
        endings.append(verb.removesuffix("ie") + "ying")
    short = 1 < len(verb) <= 4 or verb in _DOUBLED
    if short and verb[-1] not in "wxyaeiou" and verb[-2] in "aeiou":
        endings += [verb + verb[-1] + "ing", verb + verb[-1] + "ed"]
    for form in (*endings, *IRREGULAR.get(verb, ())):
        yield " ".join([form, *rest])
