"""The bodies of remixes, edits and extensions: which fields each way to derive a film has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kinema.api import fields
from kinema.api.films import FILE
from kinema.api.openai_fields import DEFAULT_MODEL, characters, footage
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
_FILM = {"video": Field("source", footage)}
_SECONDS = {"seconds": Field("seconds", fields.seconds)}
_MODEL = {"model": Field("model", fields.model)}

WAYS = {
    Kind.REMIX: Way(Capability.REMIX, "remixed", {**_PROMPT, **_PLAYING}),
    Kind.EDIT: Way(Capability.EDIT, "edited", {**_PROMPT, **_FILM, **_PLAYING}),
    Kind.EXTENSION: Way(Capability.EXTEND, "extended", {**_PROMPT, **_SECONDS, **_FILM, **_PLAYING}),
    Kind.REGRADE: Way(Capability.REGRADE, "edited", {**_PROMPT, **_FILM, **_MODEL}),
}
"""What is made of a film that was made here; a regrade, of one that shows what somebody brought."""

BROUGHT = {
    Kind.REGRADE: WAYS[Kind.REGRADE],
    Kind.EXTENSION: Way(Capability.EXTEND_BROUGHT, "extended", {**_PROMPT, **_SECONDS, **_FILM, **_MODEL}),
}
"""What is made of a film that somebody brings."""

_EXAMPLE = {"prompt": "It snows at dawn", "video": {"id": "video_0f8fad5bd9cb469fa165708867285da0"}}

_OF_BROUGHT: Schema = {"pattern": f"^{FILE}"}
_OF_MADE: Schema = {"not": _OF_BROUGHT}
_MADE_HERE = {
    "title": "Of a video that was made here",
    "description": "`characters` may play, and there is no `model`.",
}


def _either(for_what: str) -> dict[str, tuple[Schema, ...]]:
    """What goes together in a body of a film that was made here, and in one of a film that is brought."""
    brought = {
        "title": "Of a film that you bring",
        "description": f"`model` {for_what}, and there are no `characters`.",
    }
    null = {"type": "null"}
    return {
        JSON: (
            {**_MADE_HERE, "properties": {"video": {"properties": {"id": _OF_MADE}}, "model": null}},
            {**brought, "properties": {"video": {"properties": {"id": _OF_BROUGHT}}, "characters": null}},
        ),
        FORM: (
            {**_MADE_HERE, "properties": {"video[id]": _OF_MADE, "video": False, "model": False}},
            {**brought, "properties": {"video[id]": _OF_BROUGHT, "characters[][id]": False}},
        ),
    }


REMIX = Body(WAYS[Kind.REMIX].fields, {"prompt": "It snows at dawn"}, form=True)
EDIT = Body(
    {**WAYS[Kind.EDIT].fields, **BROUGHT[Kind.REGRADE].fields},
    _EXAMPLE,
    ("prompt", "video"),
    dialect=Dialect.OPENAI,
    default=DEFAULT_MODEL,
    form=True,
    ways=_either("grades it"),
)
EXTENSION = Body(
    {**WAYS[Kind.EXTENSION].fields, **BROUGHT[Kind.EXTENSION].fields},
    {**_EXAMPLE, "seconds": "8"},
    ("prompt", "video"),
    dialect=Dialect.OPENAI,
    default=DEFAULT_MODEL,
    form=True,
    seconds=OPENAI_SECONDS,
    ways=_either("goes on with it"),
)
