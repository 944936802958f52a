"""The models that clients may name: one table of what each takes and who draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kinema.videos.size import LANDSCAPE, PORTRAIT, Size


class Quality(StrEnum):
    """How much an engine should spend on a film."""

    STANDARD = "standard"
    HIGH = "high"


@dataclass(frozen=True)
class Model:
    """What a public model name takes, and which engine draws it at which quality.

    `sizes` and `seconds` are in the order in which messages list them; the first is the default. `price` is
    for a second of film, in millionths of the operator's currency.
    """

    name: str
    quality: Quality
    engine: str = "animatic"
    sizes: tuple[Size, ...] = (PORTRAIT, LANDSCAPE)
    seconds: tuple[int, ...] = (4, 8, 12)
    price: int = 0


Models = Mapping[str, Model]

BUILT_IN: Models = {
    model.name: model
    for model in (
        Model("openAiSora2Plus", Quality.STANDARD),
        Model("openAiSora2Pro", Quality.HIGH),
    )
}
"""The names of the Sora gateway contract. Operators add theirs with `KINEMA_MODELS`."""
