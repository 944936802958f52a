"""Every other subject: what the `emoji` package can name in English and Chinese and Twemoji can draw."""

from __future__ import annotations

import unicodedata
from functools import cache

import emoji
from emoji.unicode_codes import load_from_json

# Ranges of code points that are things, not faces, signs, clocks or letters.
_THINGS = (
    (0x2602, 0x2602), (0x2603, 0x2603), (0x2615, 0x2615), (0x26BD, 0x26BD), (0x26C4, 0x26C4),
    (0x26F5, 0x26F5), (0x2708, 0x2708), (0x1F331, 0x1F344), (0x1F345, 0x1F37F), (0x1F380, 0x1F393),
    (0x1F3A0, 0x1F3A2), (0x1F3B7, 0x1F3C0), (0x1F3D5, 0x1F3DB), (0x1F3E0, 0x1F3F0), (0x1F400, 0x1F43F),
    (0x1F451, 0x1F463), (0x1F466, 0x1F478), (0x1F47B, 0x1F480), (0x1F48D, 0x1F490), (0x1F4A1, 0x1F4A1),
    (0x1F4BB, 0x1F4BC), (0x1F4D6, 0x1F4DA), (0x1F4F7, 0x1F4FB), (0x1F525, 0x1F52E), (0x1F56F, 0x1F570),
    (0x1F577, 0x1F577), (0x1F5E1, 0x1F5E1), (0x1F5FB, 0x1F5FF), (0x1F680, 0x1F6A4), (0x1F6B2, 0x1F6B2),
    (0x1F6D5, 0x1F6D6), (0x1F6E5, 0x1F6FC), (0x1F941, 0x1F943), (0x1F950, 0x1F97F), (0x1F980, 0x1F9AE),
    (0x1F9C1, 0x1F9CB), (0x1F9D9, 0x1F9DF), (0x1F9F8, 0x1F9F8), (0x1FA70, 0x1FAC3), (0x1FAD0, 0x1FADB),
)  # fmt: skip

_MORE = frozenset(
    "⌚⏰⏱⌛⚓⚔⚖⚗⚙⚰⚽⚾⛏⛑⛩⛪⛱⛲⛸⛺✂✉✏☂☎♟🌋🌭🌮🌯🎙🎞🎟🎡🎣🎤🎧🎨🎩🎪🎮🎯🎰🎱🎲🎳🏁🏆🏅🏈🏉🏎🏏🏐🏑🏒🏓🏸🏹🏺"
    "🚩🌈👑💄💈💉💊💌💣💎💰📦📚📜📞📡📣📯📰📱📷📿🔋🔌🔑🔒🔔🔧🔨🔩🔪🔫🔬🔭🕌🕍🕸🕹🖌🖍🖥🖨🖼🗑🗝🗞🗡🗿🚪🚰🚲🚽🚿🛀🛁🛋🛎🛍🛏🛒🛝🛞🛟🛡🛢"
    "🤡🤴🤵🤶🥁🥄🥊🥋🥌🥍🥎🥏🥽🦯🦴🦷🦸🦹🦼🦽🦾🧀🧑🧔🧕🧗🧘🧜🧝🧞🧟🧢🧣🧤🧥🧦🧨🧩🧫🧪🧬🧭🧮🧯🧰🧱🧲🧳🧴🧵🧶🧸🧹🧺🧻🧼🧽🧿🧌👹👺🪀🫎🫏🫍🗺"
)
"""The others that are things, one by one."""
_NOT_SUBJECTS = frozenset(
    (
        "fire",
        "candle",
        "glowing star",
        "star",
        "wave",
        "new",
        "battery",
        "drop of blood",
        "sos",
        "party popper",
        "lying face",
        "ice",
        "coral",
        "footprints",
        "station",
        "new",
        "wood",
        "rock",
        "window",
        "camera",
        "video camera",
        "camera with flash",
        "mirror",
        "cooking",
        "person",
        "eraser",
        "meteor",
        "net with handle",
        "volcano",
        "alarm",
        "battery",
        "hot face",
        "cold face",
        "woozy face",
        "yawning face",
        "partying face",
        "pleading face",
        "disguised face",
        "smiling face with tear",
        "smiling face with hearts",
        "face holding back tears",
        "angry face with horns",
        "grey heart",
        "light blue heart",
        "pink heart",
        "kiss",
        "pouring liquid",
        "pig nose",
        "atm sign",
        "low battery",
        "airplane arrival",
        "airplane departure",
        "map of japan",
        "pregnant man",
        "crossed flags",
        "hatching chick",
        "castle",
        "church",
        "mosque",
        "synagogue",
        "person taking bath",
        "school",
        "bank",
        "hotel",
        "hospital",
        "factory",
        "cityscape",
        "building construction",
        "beach with umbrella",
        "camping",
        "moon viewing ceremony",
        "houses",
        "chess pawn",
        "scarf",
        "coat",
        "gloves",
        "socks",
        "billed cap",
        "sunglasses",
        "goggles",
        "top hat",
        "window",
        "family",
        "microbe",
        "convenience store",
        "department store",
        "post office",
        "love hotel",
        "bus stop",
    )
)

_NOT_CHINESE = frozenset(
    ("开花", "滑雪", "滑冰", "地铁", "落叶", "烹饪", "攀爬", "游泳", "举重", "锁", "热", "手表", "药")
)
"""Chinese names of artwork that are said of something else."""

_PLAIN = {
    "ewe": "sheep",
    "merperson": "mermaid",
    "blossom": "flower",
    "deciduous tree": "tree",
    "hot beverage": "coffee",
    "red paper lantern": "lantern",
    "front-facing baby chick": "chick",
    "soccer ball": "ball",
    "pine decoration": "bamboo",
    "open book": "book",
    "mobile phone": "phone",
    "couch and lamp": "couch",
    "mantelpiece clock": "clock",
    "honeybee": "bee",
    "manual wheelchair": "wheelchair",
    "shortcake": "cake",
    "ear of corn": "corn",
    "tumbler glass": "glass",
    "oil drum": "barrel",
    "wrapped gift": "gift",
    "gem stone": "gem",
    "desktop computer": "computer",
    "framed picture": "painting",
    "shallow pan of food": "pan",
    "pot of food": "pot",
    "fork and knife with plate": "plate",
    "nest with eggs": "nest",
    "amphora": "vase",
    "placard": "sign",
    "headstone": "gravestone",
    "spiral shell": "shell",
    "office building": "building",
    "derelict house": "ruin",
    "bottle with popping cork": "bottle",
    "cut of meat": "meat",
    "potted plant": "plant",
    "identification card": "card",
    "ringed planet": "planet",
    "artist palette": "palette",
    "carpentry saw": "saw",
    "sport utility vehicle": "jeep",
    "satellite antenna": "antenna",
    "open mailbox": "mailbox",
}
"""What people call what Unicode has another name for."""

_LANGUAGES = ("es", "fr", "de", "it", "pt", "ja", "ko", "ru", "id", "tr", "ar", "fa")


def is_thing(symbol: str) -> bool:
    """Whether one character is a thing that can be drawn as a subject."""
    code = ord(symbol)
    return symbol in _MORE or any(low <= code <= high for low, high in _THINGS)


@cache
def drawn() -> dict[str, str]:
    """English names of all things that can be drawn, those included that are no subject by name alone."""
    bare = ((symbol.removesuffix("\ufe0f"), data) for symbol, data in emoji.EMOJI_DATA.items())
    return {
        data["en"].strip(":").replace("_", " ").lower(): symbol
        for symbol, data in bare
        if len(symbol) == 1 and is_thing(symbol)
    }


@cache
def names() -> dict[str, str]:
    """Names in lower case, English and Chinese, and the emoji each stands for."""
    load_from_json("zh")
    found: dict[str, str] = {}
    for symbol, data in emoji.EMOJI_DATA.items():
        bare = symbol.removesuffix("\ufe0f")
        if len(bare) != 1 or not is_thing(bare):
            continue
        english = data["en"].strip(":").replace("_", " ").lower()
        if english in _NOT_SUBJECTS:
            continue
        found.setdefault(english, bare)
        chinese = str(data.get("zh", "")).strip(":")
        if chinese not in _NOT_CHINESE and (len(chinese) > 1 or 0x1F400 <= ord(bare) <= 0x1F43F):
            found.setdefault(chinese, bare)
    return found


@cache
def names_elsewhere() -> dict[str, str]:
    """The same for the other languages of the `emoji` package."""
    for language in _LANGUAGES:
        load_from_json(language)
    found: dict[str, str] = {}
    for symbol in dict.fromkeys(names().values()):
        data = emoji.EMOJI_DATA.get(symbol) or emoji.EMOJI_DATA[symbol + "\ufe0f"]
        for language in _LANGUAGES:
            foreign = str(data.get(language, "")).strip(":").replace("_", " ").casefold()
            if len(foreign) > (3 if foreign.isascii() else 1):
                found.setdefault(unicodedata.normalize("NFKC", foreign), symbol)
    return found


def name(symbol: str) -> str:
    """The English name of an emoji, for people."""
    data = emoji.EMOJI_DATA.get(symbol) or emoji.EMOJI_DATA.get(symbol + "\ufe0f")
    if not data:
        return unicodedata.name(symbol, "something").lower()
    plain = str(data["en"]).strip(":").replace("_", " ")
    return _PLAIN.get(plain, plain)
