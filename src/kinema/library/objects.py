"""The keys of the objects that belong to files and characters; each names its owner's id."""

from __future__ import annotations

FILES = "files"
CHARACTERS = "characters"
ROOMS = (FILES, CHARACTERS)
"""What all of them begin with."""


def file_key(file_id: str) -> str:
    """Return the object of a file's bytes, as they were sent."""
    return f"{FILES}/{file_id}/content"


def film_key(character_id: str) -> str:
    """Return the object of the film that a character is cut out of, until that is done."""
    return f"{CHARACTERS}/{character_id}/film.mp4"


def cutout_key(character_id: str) -> str:
    """Return the object of a character's picture: our own PNG, RGBA."""
    return f"{CHARACTERS}/{character_id}/cutout.png"
