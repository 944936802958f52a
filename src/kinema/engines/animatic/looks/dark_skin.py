"""Dark skin."""

from kinema.engines.animatic.kit import Look, in_skin

LOOK = Look(
    name="dark skin",
    words=(
        "dark-skinned",
        "dark skin",
        "black skin",
        "brown-skinned",
        "brown skin",
        "african",
        "深色皮肤",
        "黑皮肤",
        "黑人",
    ),
    part="skin",
    colour=(124, 83, 62),
    wear=in_skin,
)
