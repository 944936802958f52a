"""Pale skin."""

from kinema.engines.animatic.kit import Look, in_skin

LOOK = Look(
    name="pale skin",
    words=("pale-skinned", "pale skin", "fair-skinned", "fair skin", "light-skinned", "白皮肤", "皮肤白皙"),
    part="skin",
    colour=(247, 222, 206),
    wear=in_skin,
)
