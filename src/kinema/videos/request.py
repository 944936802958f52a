"""A video request: what any dialect turns a client's words into."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from kinema.videos.model import Model
from kinema.videos.origin import Origin
from kinema.videos.size import Size


@dataclass(frozen=True)
class ImageUrl:
    """A reference image behind an address that a user gave; `param` is the field it came in."""

    url: str
    param: str


@dataclass(frozen=True)
class InlineImage:
    """A reference image's encoded bytes, as sent; `param` is the field they came in."""

    data: bytes
    param: str


@dataclass(frozen=True)
class StoredImage:
    """A reference image that was sent before as a file; `param` is the field that names it."""

    file_id: str
    param: str


Reference = ImageUrl | InlineImage | StoredImage


@dataclass(frozen=True)
class VideoRequest:
    """A film that somebody asked for: `prompt` is trimmed, `size` in pixels, `seconds` whole and those that
    are new where the film extends another; `characters` are the ids of those who may play in it."""

    model: Model
    prompt: str
    size: Size
    seconds: int
    reference: Reference | None = None
    origin: Origin | None = None
    characters: tuple[str, ...] = ()

    @property
    def length(self) -> float:
        """Seconds of the whole film, those of the film that it extends included."""
        return self.origin.length(self.seconds) if self.origin else self.seconds

    @property
    def micros(self) -> int:
        """What it costs, in millionths of the operator's currency."""
        return self.model.price * self.seconds

    @property
    def seed(self) -> int:
        """That of the film it comes from, else 63 bits of the SHA-256 of the canonical request: the same
        request draws the same film."""
        if self.origin is not None:
            return self.origin.seed
        reference: str | None = None
        match self.reference:
            case None:
                pass
            case StoredImage(file_id=file_id):
                reference = file_id
            case ImageUrl(url=url):
                reference = url
            case InlineImage(data=data):
                reference = hashlib.sha256(data).hexdigest()
        canonical = json.dumps(
            [self.model.name, self.prompt, str(self.size), self.seconds, reference, *self.characters],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        return int.from_bytes(hashlib.sha256(canonical.encode()).digest()[:8]) >> 1
