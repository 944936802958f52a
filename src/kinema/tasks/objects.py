"""The keys of the objects that belong to tasks. Each names its task, by which the sweeper finds its owner."""

from __future__ import annotations

FILMS = "films"
REFERENCES = "references"
ROOMS = (FILMS, REFERENCES)
"""What all of them begin with."""


def film_key(task_id: str, attempt: int) -> str:
    """Return the object of one attempt's film: a late loser cannot overwrite the winner's."""
    return f"{FILMS}/{task_id}/{attempt}.mp4"


def reference_key(task_id: str) -> str:
    """Return the object of a task's inline reference image."""
    return f"{REFERENCES}/{task_id}/reference.png"


def brought_key(task_id: str) -> str:
    """Return the object of the film that somebody brought for a task, as our own."""
    return f"{REFERENCES}/{task_id}/film.mp4"


def character_key(task_id: str, number: int) -> str:
    """Return the object of a task's copy of a character's cut-out."""
    return f"{REFERENCES}/{task_id}/character-{number}.png"


def still_key(film: str, variant: str, ending: str) -> str:
    """Return the object of a picture made of a film. The sweeper may take it: it is made again."""
    return f"{film.removesuffix('.mp4')}-{variant}.{ending}"
