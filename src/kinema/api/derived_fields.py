"""The bodies of remixes, edits and extensions: which fields each way to derive a film has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kinema.api import fields
from kinema.api.films import FILE
from kinema.api.openai_fields import DEFAULT_MODEL, characters, footage, source
from kinema.api.reader import Field, Schema
from kinema.api.reference.body import Body
from kinema.api.reference.forms import FORM, JSON
from kinema.engines.contract import Capability
from kinema.videos.model import OPENAI_SECONDS, Dialect
from kinema.videos.origin import Kind


class Way(NamedTuple):
    """A way to derive a film: what its engine must be able to do, the word for it, and its body's fields."""

    capability: Capability
    participle: str
    fields: Mapping[str, Field]


_PROMPT = {"prompt": Field("prompt", fields.prompt)}
_PLAYING = {"characters": Field("characters", characters)}
_VIDEO = {"video": Field("source", source)}
_FILM = {"video": Field("source", footage)}

WAYS = {
    Kind.REMIX: Way(Capability.REMIX, "remixed", {**_PROMPT, **_PLAYING}),
    Kind.EDIT: Way(Capability.EDIT, "edited", {**_PROMPT, **_FILM, **_PLAYING}),
    Kind.EXTENSION: Way(
        Capability.EXTEND,
        "extended",
        {**_PROMPT, "seconds": Field("seconds", fields.seconds), **_VIDEO, **_PLAYING},
    ),
    Kind.REGRADE: Way(
        Capability.REGRADE, "edited", {**_PROMPT, **_FILM, "model": Field("model", fields.model)}
    ),
}

_EXAMPLE = {"prompt": "It snows at dawn", "video": {"id": "video_0f8fad5bd9cb469fa165708867285da0"}}

_BROUGHT: Schema = {"pattern": f"^{FILE}"}
_MADE: Schema = {"not": _BROUGHT}
_OF_MADE = {
    "title": "Of a video that was made here",
    "description": "`characters` may play, and there is no `model`.",
}
_OF_BROUGHT = {
    "title": "Of a film that you bring",
    "description": "`model` grades it, and there are no `characters`.",
}

REMIX = Body(WAYS[Kind.REMIX].fields, {"prompt": "It snows at dawn"}, form=True)
EXTENSION = Body(
    WAYS[Kind.EXTENSION].fields,
    {**_EXAMPLE, "seconds": "8"},
    ("prompt", "video"),
    form=True,
    seconds=OPENAI_SECONDS,
)
EDIT = Body(
    {**WAYS[Kind.EDIT].fields, **WAYS[Kind.REGRADE].fields},
    _EXAMPLE,
    ("prompt", "video"),
    dialect=Dialect.OPENAI,
    default=DEFAULT_MODEL,
    form=True,
    ways={
        JSON: (
            {**_OF_MADE, "properties": {"video": {"properties": {"id": _MADE}}, "model": {"type": "null"}}},
            {
                **_OF_BROUGHT,
                "properties": {"video": {"properties": {"id": _BROUGHT}}, "characters": {"type": "null"}},
            },
        ),
        FORM: (
            {**_OF_MADE, "properties": {"video[id]": _MADE, "video": False, "model": False}},
            {**_OF_BROUGHT, "properties": {"video[id]": _BROUGHT, "characters[][id]": False}},
        ),
    },
)
