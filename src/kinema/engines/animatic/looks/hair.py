"""Hair in a colour: the artwork's, in front and behind."""

from dataclasses import replace

from kinema.engines.animatic.kit import Clothes, Colour, Look

TONES: dict[str, Colour] = {
    "blonde": (238, 200, 104), "yellow": (238, 200, 104), "red": (186, 76, 34), "orange": (206, 98, 40),
    "brown": (104, 64, 38), "black": (42, 36, 38), "grey": (150, 150, 156), "white": (228, 228, 232),
}  # fmt: skip


def wear(clothes: Clothes, colour: Colour) -> Clothes:
    """All that is hair has that colour."""
    return replace(clothes, hair=colour)


LOOK = Look(
    name="hair",
    words=("hair", "haired", "hairstyle", "头发", "秀发", "发型", "发丝"),
    part="hair",
    tones=TONES,
    hues={
        "blonde": (
            "blonde",
            "blond",
            "blonde-haired",
            "fair-haired",
            "golden-haired",
            "blonde hair",
            "golden hair",
            "金发",
        ),
        "red": (
            "redhead",
            "redheaded",
            "red-headed",
            "red-haired",
            "ginger-haired",
            "ginger hair",
            "auburn hair",
            "红发",
        ),
        "brown": ("brunette", "brown-haired", "chestnut hair", "棕发", "褐发"),
        "black": ("black-haired", "dark-haired", "raven-haired", "dark hair", "raven hair", "黑发", "乌发"),
        "grey": ("grey-haired", "gray-haired", "silver-haired", "silver hair", "银发", "灰发"),
        "white": ("white-haired", "snowy hair", "白发", "白发苍苍", "满头白发"),
        "pink": ("pink-haired", "粉发"),
        "blue": ("blue-haired", "蓝发"),
        "green": ("green-haired", "绿发"),
        "purple": ("purple-haired", "紫发"),
    },
    wear=wear,
)
