"""What people look like, where a prompt says so: hair, beards, and what they wear that is no colour of theirs."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

_HAIR: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "red": (("red", "ginger", "auburn", "copper"), ("红", "红色", "姜黄色")),
    "blond": (("blond", "blonde", "golden", "fair", "sandy"), ("金", "金色", "金黄色")),
    "black": (("black", "dark", "raven", "jet-black"), ("黑", "黑色", "乌黑的", "乌")),
    "brown": (("brown", "chestnut", "light brown", "dark brown"), ("棕", "棕色", "褐色")),
    "white": (("white", "snow-white"), ("白", "白色", "雪白的")),
    "grey": (("grey", "gray", "silver", "graying", "greying"), ("灰", "灰白的", "银", "银色", "花白的")),
    "pink": (("pink",), ("粉", "粉色")),
    "blue": (("blue",), ("蓝", "蓝色")),
    "green": (("green",), ("绿", "绿色")),
    "purple": (("purple", "violet"), ("紫", "紫色")),
}  # fmt: skip

LOOKS: dict[str, tuple[str, ...]] = {
    **{
        f"{colour} hair": (
            *(f"{word}{end}" for word in english for end in (" hair", "-haired", " haired", " curls", " locks")),
            *(f"{word}{end}" for word in chinese for end in ("发", "头发", "长发", "短发", "卷发", "长头发")),
        )
        for colour, (english, chinese) in _HAIR.items()
    },
    "bald": ("bald", "bald-headed", "shaved head", "光头", "秃头", "秃顶"),
    "beard": ("beard", "bearded", "long beard", "full beard", "胡子", "大胡子", "胡须", "络腮胡"),
    **{
        f"{colour} beard": (
            *(f"{word}{end}" for word in english for end in (" beard", "-bearded", " bearded", " long beard")),
            *(f"{word}{end}" for word in chinese for end in ("胡子", "胡须")),
        )
        for colour, (english, chinese) in _HAIR.items()
    },
}  # fmt: skip
"""Hair and beards, by what is drawn."""

ACCESSORIES: dict[str, str] = {
    **dict.fromkeys(("glasses", "eyeglasses", "spectacles", "眼镜"), "glasses"),
    **dict.fromkeys(("sunglasses", "shades", "墨镜", "太阳镜"), "sunglasses"),
    **dict.fromkeys(("hat", "cap", "straw hat", "sun hat", "beret", "帽子", "草帽", "帽"), "hat"),
    **dict.fromkeys(("scarf", "围巾"), "scarf"),
}
"""What is worn beside clothes, by what is drawn; its colour is its own."""

SMALL = frozenset(
    (
        "shoe",
        "shoes",
        "boot",
        "boots",
        "rain boots",
        "socks",
        "gloves",
        "glove",
        "necklace",
        "belt",
        "tie",
        "necktie",
        "heels",
        "high heels",
        "鞋",
        "鞋子",
        "靴子",
        "手套",
        "项链",
        "领带",
    )
)
"""Other things that are worn, whose colour is nobody's."""

DRESSES = frozenset(
    (
        "dress",
        "dresses",
        "gown",
        "gowns",
        "skirt",
        "skirts",
        "robe",
        "robes",
        "kimono",
        "hanfu",
        "sari",
        "wedding dress",
        "裙",
        "裙子",
        "连衣裙",
        "长裙",
        "短裙",
        "旗袍",
        "汉服",
        "和服",
        "长袍",
        "礼服",
    )
)
TROUSERS = frozenset(
    (
        "suit",
        "suits",
        "jeans",
        "trousers",
        "pants",
        "overalls",
        "shorts",
        "tuxedo",
        "tracksuit",
        "hoodie",
        "raincoat",
        "spacesuit",
        "西装",
        "裤子",
        "牛仔裤",
        "短裤",
        "雨衣",
    )
)
"""Clothes with a skirt, and with none."""
