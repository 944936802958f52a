"""Skin that has seen the sun."""

from kinema.engines.animatic.kit import Look, in_skin

LOOK = Look(
    name="tanned skin",
    words=("tanned", "sun-tanned", "tanned skin", "tan skin", "olive skin", "小麦色皮肤", "古铜色皮肤"),
    part="skin",
    colour=(213, 160, 116),
    wear=in_skin,
)
