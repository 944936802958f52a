"""Reading a body that is JSON or a form: either way one object, in which files are bytes.

A form is parsed in memory once it has come in whole, within the bounds of every body. What a part says about
its type is not looked at.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any, cast

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from kinema.api.body import media_type_of, parsed, read
from kinema.api.errors import UnsupportedMediaType
from kinema.api.fields import encodable, quote
from kinema.errors import InvalidRequest

MOST_PARTS = 64

_NESTED = re.compile(r"([^\[\]]+)\[([^\[\]]+)\]")
_LISTED = re.compile(r"([^\[\]]+)\[\](?:\[([^\[\]]+)\])?")

Value = str | bytes | list[str | bytes]


class File(bytes):
    """A file of a form: its bytes, and the `name` that it was sent under, which may be anything."""

    name: str = ""


async def json_or_form(request: Request) -> dict[str, Any]:
    """Return the body as one object: a form's fields are strings and files, `a[b]` is the field b of a, and
    `a[]` and `a[][b]`, which may come more than once, are the items of an array a.

    Raises UnsupportedMediaType, TooLarge, TooSlow, and InvalidRequest for anything that cannot be read.
    """
    if media_type_of(request) == "application/json":
        return nested(parsed(await read(request)))
    return await form(request, "JSON or a form: send Content-Type: application/json or multipart/form-data")


async def form(
    request: Request, wanted: str = "a form: send Content-Type: multipart/form-data"
) -> dict[str, Any]:
    """Return the body as `json_or_form` does, where it must be a form; `wanted` says what else it may be."""
    media_type = media_type_of(request)
    if media_type != "multipart/form-data":
        raise UnsupportedMediaType(f"The body must be {wanted}, not {media_type or 'none'}.")
    _, options = parse_options_header(request.headers["content-type"])
    raw = await read(request)
    return nested(await asyncio.to_thread(parts, raw, options.get(b"boundary", b"")))


def nested(body: dict[str, Any]) -> dict[str, Any]:
    """Return the body with its bracketed names, as `input_reference[image_url]`, made into objects and
    arrays."""
    found: dict[str, Any] = {}
    for name, value in body.items():
        listed = _LISTED.fullmatch(name) if isinstance(value, list) else None
        match = listed or _NESTED.fullmatch(name)
        if not match:
            found[name] = value
            continue
        within = found.setdefault(match[1], [] if listed else {}) if match[1] not in body else None
        if isinstance(within, list) and listed:
            within += [{match[2]: item} if match[2] else item for item in value]
        elif isinstance(within, dict) and not listed:
            within[match[2]] = value
        else:
            raise InvalidRequest(
                f"{name} stands beside another spelling of {match[1]}. Send one of them.",
                param=encodable(match[1][:100]),
                code="mutually_exclusive",
            )
    return found


def parts(raw: bytes | bytearray, boundary: bytes) -> dict[str, Value]:
    """Return the fields of a form (RFC 7578): text as str, files as File, and those whose names say that they
    are items of an array as lists. Raises InvalidRequest."""
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
        parser.write(cast("bytes", raw))
        parser.finalize()
    except FormParserError as error:
        raise _broken("its parts cannot be told apart") from error
    if not form.is_whole:
        raise _broken("its last boundary is missing")
    return form.fields


class _Form:
    """What a parser tells of, part by part."""

    def __init__(self) -> None:
        self.fields: dict[str, Value] = {}
        self._count = 0
        self.is_whole = False
        self.begin()

    def begin(self) -> None:
        self._name, self._value, self._disposition = bytearray(), bytearray(), b""
        self._content = memoryview(b"")

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        if self._name.lower() == b"content-disposition":
            self._disposition = bytes(self._value)
        self._name, self._value = bytearray(), bytearray()

    def data(self, data: bytes, start: int, end: int) -> None:
        self._content = memoryview(data)[start:end]  # once for a part of a form that is parsed whole

    def end(self) -> None:
        _, options = parse_options_header(self._disposition)
        content: str | bytes
        try:
            name = options[b"name"].decode()
            if b"filename" in options:
                content = File(self._content)
                content.name = options[b"filename"].decode("utf-8", "replace")
            else:
                content = str(self._content, "utf-8")
        except (KeyError, UnicodeDecodeError) as error:
            raise _broken("a part has no name or is not UTF-8") from error
        self._count += 1
        if self._count > MOST_PARTS:
            raise _broken(f"it has more than {MOST_PARTS} parts")
        if _LISTED.fullmatch(name):
            items = self.fields.setdefault(name, [])
            assert isinstance(items, list)  # by its name
            items.append(content)
        elif name in self.fields:
            raise InvalidRequest(
                f"The form gives {quote(name)} more than once. Send each field once.",
                param=name[:100],
                code="invalid_form",
            )
        else:
            self.fields[name] = content

    def close(self) -> None:
        self.is_whole = True


def _broken(why: str) -> InvalidRequest:
    return InvalidRequest(f"The body is not a valid form: {why}.", code="invalid_form")
