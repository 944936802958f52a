"""How two stand to each other, by what one does to the other or at it."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

BY_VERB: dict[str, str] = {
    **dict.fromkeys(("pursue", "chase", "hunt", "stalk"), "chasing"),
    **dict.fromkeys(
        ("hug", "embrace", "clutch", "cradle", "grip", "grasp", "grab", "lift", "wield", "raise", "swing", "brandish", "balance", "clasp", "carry", "offer", "present", "serve"),
        "holding",
    ),
    **dict.fromkeys(("follow", "trail"), "behind"),
    "face": "before",
    "fly": "holding",
    "cross": "on",
    "climb": "on",
    "mount": "on",
    **dict.fromkeys(("drive", "steer", "paddle", "board", "row", "sit", "ride"), "in"),
    **dict.fromkeys(("walk", "lead", "accompany", "surround", "encircle", "nuzzle", "cuddle", "support"), "beside"),
}  # fmt: skip
"""How who does a deed stands to what it is done to, by the verb's base form; "in" is in a vehicle, "beside"
beside somebody alive; who flies something holds a kite."""

PARTS: dict[str, str] = {
    **dict.fromkeys(("lap", "knee", "knees", "shoulder", "shoulders", "head"), "on"),
    **dict.fromkeys(("arms", "hand", "hands", "mouth", "beak", "paws", "claws", "talons", "jaws"), "holding"),
}
"""How somebody stands to what is in or on a part of them."""

MOVES = frozenset(
    (
        "spill",
        "drip",
        "pour",
        "put",
        "place",
        "throw",
        "toss",
        "drop",
        "set",
        "load",
        "stack",
        "sprinkle",
        "stuff",
        "pack",
        "pile",
        "blow",
        "flip",
        "fling",
    )
)
"""Verbs after which "on" and "into" say where what they are done to goes."""
FIGURES = frozenset(("fight", "argue", "talk", "cry", "laugh", "win", "squabble", "quarrel"))
"""Verbs after which "over" is no place."""
ABOUT = frozenset(("collaborate", "focus", "concentrate", "comment", "agree", "vote"))
"""Verbs after which "on" is no place."""

TURNS = frozenset(("turn", "change", "transform", "morph", "grow", "melt", "shatter"))
"""Verbs after which "into" says what becomes of somebody."""

LIMBS = frozenset(
    (
        "feather",
        "feathers",
        "plumage",
        "wing",
        "wings",
        "trunk",
        "tusk",
        "tusks",
        "horn",
        "horns",
        "shell",
        "fin",
        "fins",
        "claws",
        "claw",
        "teeth",
        "fangs",
        "tongue",
        "bone",
        "bones",
        "brain",
        "heart",
        "eye",
        "eyes",
        "ear",
        "ears",
        "nose",
        "mouth",
        "foot",
        "feet",
        "leg",
        "legs",
        "arm",
        "tooth",
    )
)
"""What somebody has of their own who is named before it: "its feathers"."""

_SHOW = ("stick", "peek", "peer", "poke", "pop", "emerge", "climb", "crawl", "burst", "look", "lean", "hatch", "jump", "leap", "spring")  # fmt: skip
BY_PREPOSITION: dict[str, dict[str, str]] = {
    "on": {
        **dict.fromkeys(("write", "draw", "scribble", "paint", "spray"), "before"),
        **dict.fromkeys(("tug", "pull", "chew", "nibble", "gnaw", "munch", "suck"), "holding"),
    },
    "against": dict.fromkeys(("lean", "rest", "prop", "lie", "sit", "stand", "snuggle", "press", "slump"), "beside"),
    "after": dict.fromkeys(("chase", "run", "race", "sprint", "dash", "gallop", "scamper", "charge", "go", "bolt", "tear", "lunge", "pounce", "leap", "bound", "rush"), "chasing"),
    "before": dict.fromkeys(("kneel", "bow", "stand", "sit", "pose", "lie", "pray"), "before"),
    "between": dict.fromkeys(("stand", "sit", "walk", "lie", "sleep", "squeeze", "fly", "hide", "nestle", "drive"), "beside"),
    "from": {
        **dict.fromkeys(("hang", "dangle", "swing"), "under"),
        **dict.fromkeys(("watch", "look", "wave", "fish", "shout", "peer", "gaze", "stare"), "in"),
    },
    "out of": dict.fromkeys((*_SHOW, "hide"), "in"),
    "out from": dict.fromkeys(("peek", "peer", "look", "step"), "behind"),
    "to": dict.fromkeys(("cling", "hold"), "on"),
    "up": dict.fromkeys(("climb", "crawl", "scramble", "scurry", "walk", "run", "creep"), "on"),
    "past": dict.fromkeys(("walk", "run", "sail", "drive", "ride", "fly", "swim", "glide"), "beside"),
}  # fmt: skip
"""What a preposition that says nothing of two by itself says after a verb."""

BOARDED = frozenset(
    ("sailboat", "ship", "canoe", "motor boat", "car", "bus", "train", "airplane", "helicopter")
)
"""Subjects that somebody is in who rides, drives or steers them."""
KITE = "🪁"
CARRIERS = frozenset(
    ("horse", "elephant", "turtle", "tortoise", "whale", "🐪", "🐫", "dragon", "eagle", "bird", "cow")
)
"""Who carries others on the back."""

RISES = frozenset(("rise", "launch", "ascend", "climb", "emerge", "appear", "come", "peek", "lift", "float"))
SETS = frozenset(("set", "sink", "go", "dip", "descend", "fall", "disappear", "drop", "vanish", "slip"))
"""Verbs of a sun or a moon that comes over the horizon, and of one that goes behind it."""
