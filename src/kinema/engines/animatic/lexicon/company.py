"""Company: words for people who are not all alike, and who they are, in turns."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

_CHILDREN = ("girl", "boy", "boy", "girl")
_FAMILY = ("woman", "man", "girl", "boy", "baby", "old woman", "old man")
_OLD = ("old man", "old woman")

COMPANY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("child", "children", "kid", "kids", "toddler", "toddlers", "孩子", "孩子们", "小孩", "儿童", "小朋友", "小朋友们"), _CHILDREN),
    **dict.fromkeys(("family", "families", "家人", "一家人", "一家三口", "三口之家"), _FAMILY),
    **dict.fromkeys(("elderly couple", "old couple", "elderly people", "old people", "grandparents", "grandparent", "pensioners", "老夫妻", "老两口", "老夫妇", "老年夫妇", "老人们"), _OLD),
    **dict.fromkeys(("couple", "couples", "lovers", "newlyweds", "情侣", "夫妻", "小两口", "恋人"), ("man", "woman")),
    **dict.fromkeys(("parents", "parent", "父母"), ("woman", "man")),
}  # fmt: skip
"""A word of a prompt, and the members of a company that it names. Of one alone, chance decides."""

YOUNG = frozenset(
    (
        "duckling",
        "baby",
        "pup",
        "young",
        "babie",
        "lion cub",
        "tiger cub",
        "bear cub",
        "wolf cub",
        "fox cub",
        "cub",
        "foal",
        "calf",
        "lamb",
        "fawn",
        "joey",
        "gosling",
        "cygnet",
        "owlet",
        "puppie",
        "小象",
        "小狮子",
        "小熊猫宝宝",
        "鸭宝宝",
    )
)
"""Words for young animals that are played by grown ones."""
