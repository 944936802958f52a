"""Fields of a create body, for every dialect: what each may hold, and how a refusal is worded.

A dialect says which of these it has, and under which names; which values a model takes is in
`kinema.videos.model`. Every reader takes the value, the field's name in that dialect, the model and the door
that judges URLs, and raises InvalidRequest, which names the field. Beside it stands the JSON schema of what
it takes, made of the same bounds.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kinema.api.reader import Field, Schema, takes
from kinema.egress import Egress
from kinema.errors import InvalidRequest
from kinema.media import images
from kinema.videos.model import Model, Models
from kinema.videos.request import ImageUrl, InlineImage, Reference, VideoRequest
from kinema.videos.size import ASPECT_RATIOS, Size

LONGEST_PROMPT = 32_000
_SPACE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff"
"""What is space to Python, or to the patterns of JSON Schema, which are ECMAScript's."""
LONGEST_URL = 8_192
MOST_REFERENCES = 1

CONTROLS = r"\u0000-\u001f\u007f-\u009f\u2028\u2029"
"""What a line of text has none of, as a pattern has it between brackets."""
UNPRINTABLE = re.compile(rf"[{CONTROLS}\ud800-\udfff]")
"""The same, and the halves of surrogate pairs, which no JSON in UTF-8 has."""

IMAGE_URL: Schema = {
    "type": "string",
    "format": "uri",
    "description": f"An http(s) URL of at most {LONGEST_URL:,} characters, or a `data:image/…;base64,` URL: "
    "PNG, JPEG or WebP of exactly the film's size.",
}


def given(body: Mapping[str, Any], known: Collection[str], *, ignore_unknown: bool) -> dict[str, Any]:
    """Return the fields of a body that count as given; raises InvalidRequest for one that is not known."""
    present = {name: value for name, value in body.items() if value is not None and value != []}
    if not ignore_unknown:
        refuse_unknown(present, known)
    return present


def refuse_unknown(given: Iterable[str], known: Collection[str]) -> None:
    """Raise InvalidRequest for a field that the dialect does not have, naming the closest one."""
    name = next((name for name in given if name not in known), None)
    if name is None:
        return
    closest = difflib.get_close_matches(name[:100], known, n=1, cutoff=0)[0]
    raise InvalidRequest(
        f"There is no field {quote(name)}. Did you mean {closest}? Known: {', '.join(known)}.",
        param=encodable(name[:100]),
        code="unknown_field",
    )


def wanted(
    given: Mapping[str, Any],
    known: Mapping[str, Field],
    model: Model,
    egress: Egress,
    others: Iterable[Model] = (),
) -> VideoRequest:
    """Return the film that the given fields ask for; what they leave open is the model's default.

    A value that this model does not take is refused with the names of the `others` that do.
    """
    values = {}
    for name, field in known.items():
        if name not in given:
            continue
        try:
            values[field.means] = field.read(given[name], name, model, egress)
        except InvalidRequest as refusal:
            if refusal.code != "unsupported_value":
                raise
            able = [other.name for other in others if _is_taken(given[name], name, field, other, egress)]
            hint = f" {alternatives(able)} takes it." if able else ""
            raise InvalidRequest(refusal.message + hint, param=name, code=refusal.code) from None
    if "prompt" not in values:
        raise InvalidRequest(
            "prompt is required: describe the film in words.", param="prompt", code="missing_field"
        )
    return VideoRequest(**{"model": model, "size": model.sizes[0], "seconds": model.seconds[0], **values})


def _is_taken(value: Any, name: str, field: Field, model: Model, egress: Egress) -> bool:
    try:
        field.read(value, name, model, egress)
    except InvalidRequest:
        return False
    return True


def chosen_model(value: Any, models: Models) -> Model:
    """Return the model of that name; the message of a refusal lists those there are."""
    known = alternatives(models)
    if value is None:
        raise InvalidRequest(f"model is required: {known}.", param="model", code="missing_field")
    if not isinstance(value, str) or value not in models:
        raise InvalidRequest(
            f"model must be {known}, not {quote(value)}.", param="model", code="unsupported_value"
        )
    return models[value]


@takes(lambda model: {"type": "string", "enum": [model.name], "description": "Who draws the film."})
def model(_value: Any, _name: str, chosen: Model, _egress: Egress) -> Model:
    """Return the model, which was chosen before: the other fields' values hang on it."""
    return chosen


def text_of(longest: int, description: str) -> Schema:
    """Return the schema of what `text` takes."""
    return {
        "type": "string",
        "minLength": 1,
        "maxLength": longest,
        "pattern": r"[^\s\u001c-\u001f\u0085\ufeff]",
        "description": f"{description}, in 1 to {longest:,} characters, not counting space around it.",
    }


@takes(lambda _: text_of(LONGEST_PROMPT, "What the film shows"))
def prompt(value: Any, name: str, _model: Model, _egress: Egress) -> str:
    """Return the prompt without the space around it."""
    return text(value, name, LONGEST_PROMPT)


def text(value: Any, name: str, longest: int) -> str:
    """Return a text of 1 to `longest` characters without the space around it."""
    if not isinstance(value, str):
        raise InvalidRequest(f"{name} must be a string, not {quote(value)}.", param=name, code="invalid_type")
    stripped = value.strip(_SPACE)
    if not 1 <= len(stripped) <= longest:
        raise InvalidRequest(
            f"{name} must have 1 to {longest:,} characters, not counting space around it; "
            f"this one has {len(stripped):,}.",
            param=name,
        )
    if "\0" in stripped or any("\ud800" <= character <= "\udfff" for character in stripped):
        raise InvalidRequest(
            f"{name} holds a character that is no text (NUL or half of a surrogate pair).", param=name
        )
    return stripped


@takes(
    lambda model: {
        "type": "string",
        "enum": list(map(str, model.sizes)),
        "default": str(model.sizes[0]),
        "description": "Width × height in pixels.",
    }
)
def size(value: Any, name: str, model: Model, _egress: Egress) -> Size:
    """Return a size that the model draws."""
    return one_of(value, name, {str(size): size for size in model.sizes})


def _ratios(model: Model) -> dict[str, Size]:
    return {ratio: size for ratio, size in ASPECT_RATIOS.items() if size in model.sizes}


@takes(
    lambda model: {
        "type": "string",
        "enum": list(_ratios(model)),
        "description": "The size by its ratio of width to height.",
    }
)
def aspect_ratio(value: Any, name: str, model: Model, _egress: Egress) -> Size:
    """Return the size that a ratio stands for."""
    allowed = _ratios(model)
    if not allowed:
        raise InvalidRequest(
            f"{model.name} takes no {name}: send size as {alternatives(map(str, model.sizes))} instead.",
            param=name,
            code="unsupported_value",
        )
    return one_of(value, name, allowed)


@takes(
    lambda model: {
        "enum": [*model.seconds, *map(str, model.seconds)],
        "default": model.seconds[0],
        "description": "The film's length in seconds: a whole number, or its digits as a string.",
    }
)
def seconds(value: Any, name: str, model: Model, _egress: Egress) -> int:
    """Return a length that the model draws, from a whole number or its digits."""
    # OpenAI's clients send digits as a string. True equals 1 and 4.0 equals 4 in Python, not in JSON.
    if isinstance(value, str) or type(value) is int:
        allowed = {str(seconds): seconds for seconds in model.seconds}
        if str(value) in allowed:
            return allowed[str(value)]
    raise InvalidRequest(
        f"{name} must be {alternatives(map(str, model.seconds))}, not {quote(value)}.",
        param=name,
        code="unsupported_value",
    )


@takes(
    lambda _: {
        "type": "array",
        "maxItems": MOST_REFERENCES,
        "items": IMAGE_URL,
        "description": f"The first frame: at most {MOST_REFERENCES} image. {IMAGE_URL['description']}",
    }
)
def reference(value: Any, name: str, _model: Model, egress: Egress) -> Reference:
    """Return the one reference image of an array of URLs; nothing is fetched or decoded here."""
    if not isinstance(value, list):
        raise InvalidRequest(
            f'{name} must be an array, as ["https://…"], not {quote(value)}.',
            param=name,
            code="invalid_type",
        )
    if len(value) > MOST_REFERENCES:
        raise InvalidRequest(
            f"{name} takes at most {MOST_REFERENCES} image, not {len(value)}.", param=name, code="too_many"
        )
    return image(value[0], name, egress)


def image(text: Any, name: str, egress: Egress) -> Reference:
    """Return the reference image that a URL leads to or holds; nothing is fetched or decoded here."""
    if isinstance(text, str) and text[:5].lower() == "data:":
        try:
            return InlineImage(images.data_url(text), name)
        except ValueError as error:
            raise InvalidRequest(f"{name}: {error}", param=name, code="invalid_image") from error
    if not isinstance(text, str) or not text.lower().startswith(("http://", "https://")):
        raise InvalidRequest(
            f"{name} must hold an http(s) URL or a data:image/…;base64, URL, not {quote(text)}.",
            param=name,
            code="invalid_url",
        )
    return ImageUrl(public_url(text, name, egress), name)


def public_url(text: str, name: str, egress: Egress) -> str:
    """Return the URL where it may lead out through that door; nothing is looked up here."""
    if len(text) > LONGEST_URL or not text.isprintable():
        raise InvalidRequest(
            f"{name}: a URL has at most {LONGEST_URL:,} printable characters.", param=name, code="invalid_url"
        )
    try:
        egress.check(text)
    except ValueError as error:
        raise InvalidRequest(f"{name}: {error}", param=name, code="invalid_url") from error
    return text


def one_of(value: Any, name: str, allowed: Mapping[str, Size]) -> Size:
    """Return what the value stands for."""
    if not isinstance(value, str) or value not in allowed:
        raise InvalidRequest(
            f"{name} must be {alternatives(allowed)}, not {quote(value)}.",
            param=name,
            code="unsupported_value",
        )
    return allowed[value]


def alternatives(values: Any) -> str:
    """Return the values as a sentence lists them: `4, 8 or 12`."""
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else str(last)


def quote(value: Any) -> str:
    """Return the user's own value as JSON, shortened: an error that shows it is understood at once."""
    if isinstance(value, (list, dict)):  # they may be as large and as deep as a body
        return "an array" if isinstance(value, list) else "an object"
    if isinstance(value, bytes):
        return "a file"
    text = json.dumps(value[:80] if isinstance(value, str) else value, ensure_ascii=False)
    return encodable(text if len(text) <= 80 else text[:77] + "…")


def encodable(text: str) -> str:
    """Return the text with halves of surrogate pairs, which JSON can hold and UTF-8 cannot, spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()
