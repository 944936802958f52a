"""The models that clients may name: one table of what each takes and who draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kinema.videos.size import LANDSCAPE, LARGER, PORTRAIT, Size


class Quality(StrEnum):
    """How much an engine should spend on a film."""

    STANDARD = "standard"
    HIGH = "high"


class Dialect(StrEnum):
    """A way to speak of films over HTTP; each has model names of its own."""

    SORA = "sora"
    OPENAI = "openai"


@dataclass(frozen=True)
class Model:
    """What a public model name takes, and which engine draws it at which quality.

    `sizes` and `seconds` are in the order in which messages list them; the first is the default. `price` is
    for a second of film, in millionths of the operator's currency. `dialect` is the one that knows the name,
    None where all do; `like` is the model whose engine, quality and price hold for this name too, where an
    operator says nothing else.
    """

    name: str
    quality: Quality
    engine: str = "animatic"
    sizes: tuple[Size, ...] = (PORTRAIT, LANDSCAPE)
    seconds: tuple[int, ...] = (4, 8, 12)
    price: int = 0
    dialect: Dialect | None = None
    like: str | None = None


Models = Mapping[str, Model]

OPENAI_SECONDS = (4, 8, 12, 16, 20)
"""The lengths of OpenAI's models, and of an extension."""

BUILT_IN: Models = {
    model.name: model
    for model in (
        Model("openAiSora2Plus", Quality.STANDARD, dialect=Dialect.SORA),
        Model("openAiSora2Pro", Quality.HIGH, dialect=Dialect.SORA),
        *(
            Model(
                name,
                Quality.STANDARD,
                seconds=OPENAI_SECONDS,
                dialect=Dialect.OPENAI,
                like="openAiSora2Plus",
            )
            for name in ("sora-2", "sora-2-2025-10-06", "sora-2-2025-12-08")
        ),
        *(
            Model(
                name,
                Quality.HIGH,
                sizes=(PORTRAIT, LANDSCAPE, *LARGER),
                seconds=OPENAI_SECONDS,
                dialect=Dialect.OPENAI,
                like="openAiSora2Pro",
            )
            for name in ("sora-2-pro", "sora-2-pro-2025-10-06")
        ),
    )
}
"""The names of the Sora gateway contract, and OpenAI's. Operators add theirs with `KINEMA_MODELS`."""


def of_dialect(models: Models, dialect: Dialect) -> Models:
    """Return the models that a dialect knows: its own first, then those that belong to none."""
    own = {name: model for name, model in models.items() if model.dialect is dialect}
    return {**own, **{name: model for name, model in models.items() if model.dialect is None}}
