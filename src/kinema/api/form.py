"""Reading a body that is JSON or a form: either way one object, in which files are bytes.

A form is parsed in memory once it has come in whole, within the bounds of every body. Names of files and
what a part says about its type are not looked at.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from kinema.api.body import media_type_of, parsed, read
from kinema.api.errors import UnsupportedMediaType
from kinema.api.fields import encodable, quote
from kinema.errors import InvalidRequest

MOST_PARTS = 64

_NESTED = re.compile(r"([^\[\]]+)\[([^\[\]]+)\]")


async def json_or_form(request: Request) -> dict[str, Any]:
    """Return the body as one object: a form's fields are strings and bytes, `a[b]` is the field b of a.

    Raises UnsupportedMediaType, TooLarge, TooSlow, and InvalidRequest for anything that cannot be read.
    """
    media_type = media_type_of(request)
    if media_type == "application/json":
        return nested(parsed(await read(request)))
    if media_type == "multipart/form-data":
        _, options = parse_options_header(request.headers["content-type"])
        raw = await read(request)
        return nested(await asyncio.to_thread(parts, raw, options.get(b"boundary", b"")))
    raise UnsupportedMediaType(
        "The body must be JSON or a form: send Content-Type: application/json or multipart/form-data, "
        f"not {media_type or 'none'}."
    )


def nested(body: dict[str, Any]) -> dict[str, Any]:
    """Return the body with its bracketed names, as `input_reference[image_url]`, made into objects."""
    found: dict[str, Any] = {}
    for name, value in body.items():
        match = _NESTED.fullmatch(name)
        if match:
            within = found.setdefault(match[1], {}) if match[1] not in body else None
            if within is None:
                raise InvalidRequest(
                    f"Send either {match[1]} or {name}, not both.",
                    param=encodable(match[1][:100]),
                    code="mutually_exclusive",
                )
            within[match[2]] = value
        else:
            found[name] = value
    return found


def parts(raw: bytes, boundary: bytes) -> dict[str, str | bytes]:
    """Return the fields of a form (RFC 7578): text as str, files as bytes; raises InvalidRequest."""
    form = _Form()
    if not boundary:
        raise _broken("its Content-Type names no boundary")
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": form.begin,
                "on_header_field": form.header_name,
                "on_header_value": form.header_value,
                "on_header_end": form.header_end,
                "on_part_data": form.data,
                "on_part_end": form.end,
                "on_end": form.close,
            },
        )
        parser.write(raw)
        parser.finalize()
    except FormParserError as error:
        raise _broken("its parts cannot be told apart") from error
    if not form.is_whole:
        raise _broken("its last boundary is missing")
    return form.fields


class _Form:
    """What a parser tells of, part by part."""

    def __init__(self) -> None:
        self.fields: dict[str, str | bytes] = {}
        self.is_whole = False
        self.begin()

    def begin(self) -> None:
        self._name, self._value, self._content = bytearray(), bytearray(), bytearray()
        self._disposition = b""

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        if self._name.lower() == b"content-disposition":
            self._disposition = bytes(self._value)
        self._name, self._value = bytearray(), bytearray()

    def data(self, data: bytes, start: int, end: int) -> None:
        self._content += data[start:end]

    def end(self) -> None:
        _, options = parse_options_header(self._disposition)
        try:
            name = options[b"name"].decode()
            is_file = b"filename" in options
            content = bytes(self._content) if is_file else self._content.decode()
        except (KeyError, UnicodeDecodeError) as error:
            raise _broken("a part has no name or is not UTF-8") from error
        if name in self.fields:
            raise InvalidRequest(
                f"The form gives {quote(name)} more than once. Send each field once.",
                param=name[:100],
                code="invalid_form",
            )
        if len(self.fields) >= MOST_PARTS:
            raise _broken(f"it has more than {MOST_PARTS} parts")
        self.fields[name] = content

    def close(self) -> None:
        self.is_whole = True


def _broken(why: str) -> InvalidRequest:
    return InvalidRequest(f"The body is not a valid form: {why}.", code="invalid_form")
