"""Parameters of a query string: how each is read, and the JSON schema of what it takes."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from kinema.api.fields import alternatives, quote
from kinema.api.reader import Schema
from kinema.errors import InvalidRequest


@dataclass(frozen=True)
class Whole:
    """A whole number from `least` to `most`."""

    name: str
    about: str
    least: int
    most: int
    default: int
    required = False

    def of(self, request: Request) -> int:
        """Return the number that the request gives; raises InvalidRequest, which names the parameter."""
        asked = request.query_params.get(self.name)
        if asked is None:
            return self.default
        is_number = asked.isascii() and asked.isdecimal() and len(asked) <= len(str(self.most)) + 1
        if not (is_number and self.least <= int(asked) <= self.most):
            raise InvalidRequest(
                f"{self.name} must be {self.least} to {self.most}, not {quote(asked)}.", param=self.name
            )
        return int(asked)

    @property
    def schema(self) -> Schema:
        """What it takes."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most, "default": self.default}


@dataclass(frozen=True)
class Choice:
    """One of several words; the first is the default."""

    name: str
    about: str
    words: tuple[str, ...]
    required = False

    def of(self, request: Request) -> str:
        """Return the word that the request gives; raises InvalidRequest, which names the parameter."""
        return _known(self.name, request.query_params.get(self.name, self.words[0]), self.words)

    @property
    def schema(self) -> Schema:
        """What it takes."""
        return {"type": "string", "enum": list(self.words), "default": self.words[0]}


@dataclass(frozen=True)
class Filter:
    """One of several words, to which a list is narrowed down."""

    name: str
    about: str
    words: tuple[str, ...]
    required = False

    def of(self, request: Request) -> str | None:
        """Return the word that the request gives, None where it gives none; raises InvalidRequest."""
        asked = request.query_params.get(self.name)
        return None if asked is None else _known(self.name, asked, self.words)

    @property
    def schema(self) -> Schema:
        """What it takes."""
        return {"type": "string", "enum": list(self.words)}


@dataclass(frozen=True)
class Text:
    """Any text, of this pattern where there is one; which of them mean something, the route knows."""

    name: str
    about: str
    required: bool = False
    pattern: str = ""

    def of(self, request: Request) -> str | None:
        """Return the text, None where there is none."""
        return request.query_params.get(self.name)

    @property
    def schema(self) -> Schema:
        """What it takes."""
        return {"type": "string", **({"pattern": f"^{self.pattern}$"} if self.pattern else {})}


Query = Whole | Choice | Filter | Text


def _known(name: str, asked: str, words: tuple[str, ...]) -> str:
    if asked not in words:
        raise InvalidRequest(
            f"{name} must be {alternatives(words)}, not {quote(asked)}.", param=name, code="unsupported_value"
        )
    return asked
