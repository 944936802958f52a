"""Roles: what people have on because of who they are said to be, where a prompt says nothing else."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from kinema.engines.animatic.actors.wardrobe import WARDROBE
from kinema.engines.animatic.reading.attire import dyed
from kinema.engines.animatic.scene import Subject, Trait

ROLES: dict[str, tuple[Trait, ...]] = {
    word: looks
    for words, looks in (
        (("chef", "cook", "baker", "厨师", "大厨", "面包师"), (Trait("shirt", "white"), Trait("apron"), Trait("chef hat"))),
        (("doctor", "nurse", "surgeon", "医生", "护士"), (Trait("coat", "white"),)),
        (("scientist", "chemist", "inventor", "professor", "科学家", "发明家", "教授"), (Trait("coat", "white"), Trait("glasses"))),
        (("farmer", "gardener", "农民", "农夫", "园丁"), (Trait("shirt", "red"), Trait("overalls"), Trait("straw hat"))),
        (("worker", "builder", "construction worker", "miner", "engineer", "carpenter", "工人", "建筑工人", "矿工"), (Trait("jacket", "orange"), Trait("hard hat"))),
        (("cowboy", "sheriff", "gunslinger", "牛仔"), (Trait("shirt", "brown"), Trait("trousers", "blue"), Trait("scarf", "red"), Trait("cowboy hat"))),
        (("detective", "侦探"), (Trait("coat"), Trait("hat"))),
        (("groom", "bridegroom", "butler", "waiter", "spy", "新郎", "服务员", "管家"), (Trait("suit", "black"), Trait("bow tie", "black"))),
        (("bride", "新娘"), (Trait("wedding dress"),)),
        (("businessman", "businesswoman", "office worker", "lawyer", "白领", "上班族", "律师"), (Trait("suit"), Trait("tie"))),
        (("fisherman", "渔夫", "渔民"), (Trait("sweater", "blue"), Trait("beanie", "grey"), Trait("beard"))),
        (("pirate", "海盗"), (Trait("shirt", "white", "striped"), Trait("hat", "black"))),
        (("sailor", "水手"), (Trait("shirt", "white", "striped"), Trait("beret", "blue"))),
        (("painter", "artist", "画家"), (Trait("apron"), Trait("beret"))),
        (("monk", "和尚", "僧人"), (Trait("robe", "orange"), Trait("bald"))),
        (("geisha", "艺伎"), (Trait("kimono"), Trait("bun"), Trait("hair", "black"))),
        (("samurai", "ronin"), (Trait("kimono", "grey"), Trait("bun"), Trait("hair", "black"))),
        (("priest", "judge"), (Trait("robe", "black"),)),
        (("boxer", "拳击手"), (Trait("t shirt"), Trait("shorts", "red"), Trait("gloves", "red"))),
        (("lifeguard",), (Trait("t shirt", "red"), Trait("shorts", "red"))),
    )
    for word in words
}  # fmt: skip
"""By the prompt's own word for somebody whom a person plays."""


def looks_of(subject: Subject) -> tuple[Trait, ...]:
    """What somebody looks like: as was said, then as one of their role does, in the colour that was said."""
    role = ROLES.get(singular(subject.said or ""), ())
    return (*subject.looks, *(dyed(role, subject.colour) if subject.colour else role))


def singular(said: str) -> str:
    """The word for one of a role."""
    word = said.lower()
    return word if word in ROLES or word in WARDROBE else word.removesuffix("s").replace("men", "man")
