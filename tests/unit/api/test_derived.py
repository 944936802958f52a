"""Films from films: what may be made of which, and what the new one keeps of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from kinema.api.derived import wanted_of
from kinema.egress import Egress
from kinema.engines.animatic import AnimaticEngine
from kinema.errors import InvalidRequest
from kinema.tasks.task import Task
from kinema.videos.model import BUILT_IN, Quality
from kinema.videos.origin import Kind, Origin
from kinema.videos.request import VideoRequest
from kinema.videos.size import LANDSCAPE
from kinema.videos.status import Status

NOW = datetime(2026, 11, 20, tzinfo=UTC)
SCENE = {"subject": "cat"}
FILM = Task(
    id="video_1",
    tenant_id=UUID(int=1),
    model="sora-2",
    engine="animatic",
    quality=Quality.HIGH,
    prompt="A cat",
    width=1280,
    height=720,
    seconds=8,
    seed=77,
    reference_url=None,
    reference_key=None,
    origin=None,
    characters=(),
    status=Status.COMPLETED,
    progress=1.0,
    attempt=2,
    error=None,
    error_code=None,
    duration=8.0,
    understood=SCENE,
    engine_version=AnimaticEngine.spec.version,
    created_at=NOW,
    started_at=NOW,
    finished_at=NOW,
    expires_at=NOW,
)
OBJECT = "films/video_1/2.mp4"
REMIX = Origin(Kind.REMIX, FILM.id, SCENE, 77, 8.0)
SIX_TIMES = replace(REMIX, kind=Kind.EXTENSION, extensions=6, film=OBJECT)


def made(film: Task, kind: Kind, **given: Any) -> VideoRequest:
    """Return what is asked for of a film."""
    return wanted_of(film, kind, {"prompt": "by night", **given}, BUILT_IN, Egress())


def test_a_remix_keeps_the_film_and_its_seed() -> None:
    """Engine, quality, size, length and seed are the source's, whatever its model stands for by now."""
    wanted = made(FILM, Kind.REMIX)
    assert (wanted.model.name, wanted.model.engine, wanted.model.quality) == (
        "sora-2",
        "animatic",
        Quality.HIGH,
    )
    assert (wanted.size, wanted.seconds, wanted.length, wanted.seed) == (LANDSCAPE, 8, 8, 77)
    assert wanted.origin == REMIX


def test_an_extension_begins_where_the_film_ends() -> None:
    """It asks for its own seconds alone, reads the film, and counts; what is kept of it reads back as it
    was."""
    wanted = made(FILM, Kind.EXTENSION, seconds="20")
    origin = replace(REMIX, kind=Kind.EXTENSION, extensions=1, film=OBJECT)
    assert (wanted.seconds, wanted.length, wanted.origin) == (20, 28.0, origin)
    assert Origin.of(origin.described()) == origin
    again = made(replace(FILM, seconds=20, duration=28.0, origin=origin), Kind.EXTENSION)
    assert (again.seconds, again.length) == (4, 32.0)
    assert again.origin == replace(origin, seconds=28.0, extensions=2)


@pytest.mark.parametrize(
    "changes",
    [
        {"reference_url": "https://example.com/a.png"},
        {"reference_key": "references/video_1/reference.png"},
        {"origin": replace(REMIX, pictured=True, film="films/video_0/1.mp4")},
    ],
)
def test_a_film_that_began_with_a_picture_is_read_for_it(changes: dict[str, Any]) -> None:
    """Its first frame is that picture still, for a remix too."""
    wanted = made(replace(FILM, **changes), Kind.REMIX)
    assert wanted.origin == replace(REMIX, pictured=True, film=OBJECT)


@pytest.mark.parametrize("kind", [Kind.REGRADE, Kind.EXTENSION])
def test_what_was_brought_is_graded_in_every_film_after_it(kind: Kind) -> None:
    """An edit lays its change over the frames there are, be the film extended or not; nobody is added."""
    brought = replace(REMIX, kind=kind, brought=True, extensions=1, film=OBJECT)
    film = replace(FILM, duration=12.0, seconds=4, origin=replace(brought, seconds=8.0))
    wanted = made(film, Kind.EDIT)
    assert wanted.origin == replace(brought, kind=Kind.REGRADE, seconds=12.0)
    with pytest.raises(InvalidRequest, match="no scene to remix"):
        made(film, Kind.REMIX)
    for refused in (Kind.EDIT, Kind.EXTENSION):
        with pytest.raises(InvalidRequest, match="nobody can be added") as refusal:
            made(film, refused, characters=[{"id": "char_1"}])
        assert refusal.value.param == "characters"
    longer = made(film, Kind.EXTENSION)
    assert longer.origin
    assert longer.origin.brought


def test_a_remix_of_an_extension_is_as_long() -> None:
    """All seconds of the film are drawn again."""
    extension = replace(REMIX, kind=Kind.EXTENSION, extensions=1, film=OBJECT)
    wanted = made(replace(FILM, seconds=16, duration=24.0, origin=extension), Kind.EDIT)
    assert (wanted.seconds, wanted.length) == (24, 24)


@pytest.mark.parametrize(
    ("kind", "changes", "given", "code", "words"),
    [
        (Kind.REMIX, {"status": Status.QUEUED}, {}, "video_not_ready", "queued"),
        (Kind.EDIT, {"status": Status.CANCELLED}, {}, "video_not_ready", "failed"),
        (Kind.REMIX, {"engine": "gone"}, {}, "unsupported_capability", "sora-2-pro"),
        (Kind.EDIT, {"engine_version": "1"}, {}, "unsupported_capability", "another version"),
        (Kind.EXTENSION, {"understood": None}, {}, "unsupported_capability", "version"),
        (Kind.REMIX, {"model": "gone"}, {}, "unsupported_value", "not offer"),
        (Kind.REMIX, {"seconds": 121}, {}, "unsupported_capability", "121 s"),
        (Kind.EXTENSION, {}, {"seconds": 5}, "unsupported_value", "4, 8, 12, 16 or 20"),
        (Kind.EXTENSION, {"origin": SIX_TIMES}, {}, "too_many", "6 times"),
        (Kind.EXTENSION, {"duration": 108.02}, {"seconds": 16}, "unsupported_value", "108 s .* 120 s"),
    ],
)
def test_what_cannot_be_made(
    kind: Kind, changes: dict[str, Any], given: dict[str, Any], code: str, words: str
) -> None:
    """Each reason has its code and says what would be right."""
    with pytest.raises(InvalidRequest, match=words) as refused:
        made(replace(FILM, **changes), kind, **given)
    assert refused.value.code == code


def test_the_last_seconds_that_a_film_may_have() -> None:
    """Two minutes are allowed, and so is the sixth extension."""
    film = replace(FILM, duration=108.02, origin=replace(SIX_TIMES, extensions=5))
    wanted = made(film, Kind.EXTENSION, seconds="12")
    assert wanted.length == pytest.approx(120.02)
    assert wanted.origin is not None
    assert wanted.origin.extensions == 6
