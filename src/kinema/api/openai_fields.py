"""The create body of OpenAI's Videos API: its fields, and the film that they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinema.api import fields
from kinema.api.fields import IMAGE_URL
from kinema.api.films import FILM, FILM_TYPES, asked_film
from kinema.api.reader import Field, an_id, closed, takes
from kinema.api.reference.body import Body
from kinema.api.services import ApiOptions
from kinema.egress import Egress
from kinema.errors import InvalidRequest
from kinema.videos import character
from kinema.videos.model import Dialect, Model, of_dialect
from kinema.videos.request import InlineImage, Reference, StoredImage, VideoRequest

DEFAULT_MODEL = "sora-2"

_SOURCES = ("image_url", "file_id")


@takes(
    lambda _: {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "properties": {"image_url": IMAGE_URL, "file_id": an_id("The id of one of your files.")},
        "additionalProperties": False,
        "description": "The first frame: one of these, or, in a form, the image as a file.",
    },
    files="image/png, image/jpeg, image/webp",
)
def reference(value: Any, name: str, _model: Model, egress: Egress) -> Reference:
    """Return the reference image: a file of the form, or an object that says where the image is."""
    if isinstance(value, bytes):
        if not value:
            raise InvalidRequest(f"{name} is an empty file.", param=name, code="invalid_image")
        return InlineImage(value, name)
    if not isinstance(value, dict):
        raise InvalidRequest(
            f'{name} must be a file or an object as {{"image_url": "https://…"}}, not {fields.quote(value)}.',
            param=name,
            code="invalid_type",
        )
    given = {key: source for key, source in value.items() if source is not None}
    unknown = next((key for key in given if key not in _SOURCES), None)
    if unknown is not None or len(given) != 1:
        raise InvalidRequest(
            f"{name} must have exactly one of image_url and file_id"
            + (
                f", and no {fields.quote(unknown)}."
                if unknown is not None
                else f", not {len(given)} of them."
            ),
            param=name,
            code="invalid_value",
        )
    if "file_id" in given:
        return StoredImage(identifier(given["file_id"], f"{name}.file_id", name), name)
    return fields.image(given["image_url"], name, egress)


@takes(
    lambda _: {
        **FILM,
        "description": "The film to begin with: a video of yours or, as a file of yours or of the form, one "
        "that you bring.",
    },
    files=FILM_TYPES,
)
def footage(value: Any, name: str, _model: Model, _egress: Egress) -> bytes | str:
    """Return the film that another is to be made of: its bytes, or the id of a file or of a task."""
    return asked_film(value, name)


def identifier(value: Any, name: str, param: str) -> str:
    """Return an id as it was sent; whether it is one is told where it is looked up."""
    if not isinstance(value, str):
        raise InvalidRequest(
            f"{name} must be an id, not {fields.quote(value)}.", param=param, code="invalid_type"
        )
    return value


@takes(
    lambda _: {
        "type": "array",
        "maxItems": character.MOST,
        "uniqueItems": True,
        "items": closed(id=an_id("The id of one of your characters.")),
        "description": f"Who may play: at most {character.MOST} of your characters, each once.",
    }
)
def characters(value: Any, name: str, _model: Model, _egress: Egress) -> tuple[str, ...]:
    """Return the ids of the characters that may play, in their order."""
    if not isinstance(value, list):
        raise InvalidRequest(
            f'{name} must be an array of objects, as [{{"id": "char_…"}}], not {fields.quote(value)}.',
            param=name,
            code="invalid_type",
        )
    for number, item in enumerate(value):
        if not isinstance(item, dict) or set(item) != {"id"}:
            raise InvalidRequest(
                f'{name}[{number}] must be an object as {{"id": "char_…"}}, not {fields.quote(item)}.',
                param=name,
                code="invalid_type",
            )
    if len(value) > character.MOST:
        raise InvalidRequest(
            f"{name} takes at most {character.MOST}, not {len(value)}.", param=name, code="too_many"
        )
    ids = [identifier(item["id"], f"{name}[{number}].id", name) for number, item in enumerate(value)]
    if len(set(ids)) < len(ids):
        raise InvalidRequest(f"{name} names {fields.quote(ids[0])} twice.", param=name)
    return tuple(ids)


FIELDS: dict[str, Field] = {
    "prompt": Field("prompt", fields.prompt),
    "model": Field("model", fields.model),
    "seconds": Field("seconds", fields.seconds),
    "size": Field("size", fields.size),
    "input_reference": Field("reference", reference),
    "characters": Field("characters", characters),
}
"""The create body, in the order of OpenAI's page."""

BODY = Body(
    FIELDS,
    {"model": "sora-2", "prompt": "A cat dancing in the rain", "size": "1280x720", "seconds": "8"},
    dialect=Dialect.OPENAI,
    default=DEFAULT_MODEL,
    form=True,
)


def parse(body: Mapping[str, Any], options: ApiOptions, egress: Egress) -> VideoRequest:
    """Return what a create body asks for; raises InvalidRequest, which names the field."""
    given = fields.given(body, FIELDS, ignore_unknown=options.ignore_unknown_fields)
    models = of_dialect(options.models, Dialect.OPENAI)
    model = fields.chosen_model(given.get("model", DEFAULT_MODEL), models)
    return fields.wanted(given, FIELDS, model, egress, models.values())
