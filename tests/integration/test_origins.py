"""Films that come from films: the animatic engine's remixes, edits and extensions, judged by what is seen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.sound.loudness import lufs
from kinema.engines.contract import Edit, Extension, Regrade, Remix, Rendered, RenderRequest
from kinema.errors import EngineFailed
from kinema.media import reading
from kinema.media.film import FilmWriter
from kinema.media.joining import joined
from kinema.media.probe import probe
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)
CAT = RenderRequest("A cat dancing in the rain, cinematic style", SIZE, 2, Quality.STANDARD, seed=7)


def render(request: RenderRequest, folder: Path) -> Rendered:
    """Draw a film into a new folder."""
    engine = AnimaticEngine()
    engine.load()
    folder.mkdir()
    return engine.render(request, folder, lambda _: None)


@pytest.fixture(scope="module")
def cat(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """A film of two seconds to start from."""
    return render(CAT, tmp_path_factory.mktemp("cat") / "film")


def distance(one: np.ndarray, other: np.ndarray) -> float:
    """Mean absolute difference of two frames."""
    return float(np.abs(one.astype(int) - other).mean())


def test_an_edit_that_changes_nothing_draws_the_same_film(cat: Rendered, tmp_path: Path) -> None:
    """What was understood, through JSON or not, is enough for the same frames."""
    again = render(replace(CAT, prompt="", seed=99, origin=Edit(cat.understood or {}, 7)), tmp_path / "a")
    assert all(
        (a == b).all() for a, b in zip(reading.frames(cat.path), reading.frames(again.path), strict=True)
    )


def outline(frame: np.ndarray) -> np.ndarray:
    """Where a frame has edges, whatever its colours."""
    grey = cv2.createCLAHE(4).apply(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY))
    return cv2.GaussianBlur(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3))), (0, 0), 3)


def test_a_remix_keeps_the_composition(tmp_path: Path) -> None:
    """At another hour the hills stand where they stood; with another seed they do not."""
    base = RenderRequest("A meadow, static shot, realistic", SIZE, 2, Quality.STANDARD, 7)
    understood = render(base, tmp_path / "a").understood or {}
    (before,) = stills(base, [1])
    (after,) = stills(replace(base, prompt="at dawn", origin=Remix(understood, 7)), [1])
    (other,) = stills(replace(base, prompt="at dawn", origin=Remix(understood, 8)), [1])

    def alike(one: np.ndarray, two: np.ndarray) -> float:
        return float(np.corrcoef(outline(one)[90:].ravel(), outline(two)[90:].ravel())[0, 1])

    assert distance(before, after) > 8
    assert alike(before, after) > 0.95
    assert alike(before, after) > alike(before, other) + 0.1


@pytest.mark.parametrize(
    ("prompt", "then"),
    [
        (CAT.prompt, "it dances on"),
        ("A rocket launching from a desert, camera tilts up, anime", "higher"),
        ("Three butterflies over a meadow, pan", "it snows at sunset, noir"),
        ("A car driving in the city, static shot, minimal", "on and on"),
    ],
)
def test_an_extension_begins_where_the_film_ends(tmp_path: Path, prompt: str, then: str) -> None:
    """Across the cut a frame differs no more than frames of the second before do, and so does a sample."""
    base = replace(CAT, prompt=prompt)
    first = render(base, tmp_path / "a")
    more = render(
        replace(base, prompt=then, origin=Extension(first.understood or {}, 7, 2.0)), tmp_path / "b"
    )
    before, after = list(reading.frames(first.path)), list(reading.frames(more.path))
    assert len(after) == 48
    steps = [distance(a, b) for a, b in pairwise(before[-24:])]
    assert distance(before[-1], after[0]) <= max(steps)
    assert max(distance(a, b) for a, b in pairwise(after[:12])) <= 1.3 * max(steps)
    film = joined(first.path, more.path, tmp_path / "whole.mp4")
    sound = reading.sound(film, 4)
    change = np.abs(np.diff(sound, axis=0)).max(axis=1)
    assert change[95_700:96_300].max() <= change[48_000:95_700].max()
    assert abs(lufs(sound[72_000:96_000]) - lufs(sound[96_000:120_000])) < 3


def test_an_extension_is_what_a_longer_shot_would_have_been(cat: Rendered) -> None:
    """What is drawn a second after the cut is what the first shot's motion and camera lead to: no frame of
    the extension depends on where it was cut."""
    whole = replace(CAT, prompt="", origin=Extension(cat.understood or {}, 7, 2.0), seconds=4)
    late = replace(CAT, prompt="", origin=Extension(cat.understood or {}, 7, 3.0), seconds=3)
    (one,), (two,) = stills(whole, [2]), stills(late, [1])
    assert (one == two).all()


def test_a_change_comes_in_slowly(cat: Rendered) -> None:
    """An extension's new scene is not there at the cut, and is there in full after little more than a
    second."""
    story = Extension(cat.understood or {}, 7, 2.0)
    snow = replace(CAT, prompt="daylight, snow", origin=story, seconds=3)
    plain = replace(CAT, prompt="", origin=story, seconds=3)
    moments = [0, 0.5, 2]
    gaps = [distance(a, b) for a, b in zip(stills(snow, moments), stills(plain, moments), strict=True)]
    assert gaps[0] < 0.01
    assert 5 < gaps[1] < gaps[2]


def test_a_film_that_began_as_a_picture_goes_on_from_its_last_frame(tmp_path: Path) -> None:
    """Without the picture its own last frame is where the extension begins; without the film it says so."""
    picture = np.full((180, 320, 3), (90, 120, 150), np.uint8)
    picture[60:120, 100:200] = (200, 60, 40)
    first = render(replace(CAT, prompt="snow", reference=picture), tmp_path / "a")
    *_, last = reading.frames(first.path)
    story = Extension(first.understood or {}, 7, 2.0)
    with pytest.raises(EngineFailed, match="picture"):
        render(replace(CAT, prompt="", origin=story), tmp_path / "b")
    more = render(replace(CAT, prompt="", origin=replace(story, film=first.path)), tmp_path / "c")
    assert distance(last, next(reading.frames(more.path))) < 4


def brought(path: Path, sound: str) -> Path:
    """A film of a second as it was brought: a square on a smooth ground, with a tone, one that ends, or
    none."""
    ground = np.mgrid[0:180, 0:320].sum(0)[..., None] * np.array([0.4, 0.3, 0.2]) + 20
    tone = np.sin(np.arange(48_000) * 2 * np.pi * 300 / 48_000 + 1).astype(np.float32) * 0.3
    if sound == "ends":
        tone[30_000:] = 0
    with FilmWriter(path, SIZE, crf=18, sound=sound != "none") as film:
        if sound != "none":
            film.add_sound(np.stack([tone, tone], 1))
        for number in range(24):
            frame = ground.astype(np.uint8)
            frame[60:120, 40 + 4 * number : 100 + 4 * number] = (230, 30, 20)
            film.write(frame)
    return path


@pytest.mark.parametrize("sound", ["goes on", "ends", "none"])
def test_a_brought_film_goes_on_from_its_last_frame(tmp_path: Path, sound: str) -> None:
    """The whole holds it frame for frame; at the cut nothing jumps, in picture or sound, and what the prompt
    says is not there yet; after a second and a half it is."""
    theirs = brought(tmp_path / "a.mp4", sound)
    snow = replace(CAT, prompt="snow at sunset", origin=Extension({}, 7, 1.0, theirs))
    film = joined(theirs, render(snow, tmp_path / "b").path, tmp_path / "whole.mp4")
    before, seen = list(reading.frames(theirs)), list(reading.frames(film))
    assert len(seen) == 72
    assert all((a == b).all() for a, b in zip(before, seen, strict=False))
    steps = [distance(a, b) for a, b in pairwise(seen[:24])]
    assert distance(seen[23], seen[24]) <= max(steps)
    assert distance(seen[23], seen[60]) > 10
    track = reading.sound(film, 3)
    change = np.abs(np.diff(track, axis=0)).max(axis=1)
    # Both parts were coded before: at its ends a coded track is a little rougher than within.
    assert change[47_900:48_100].max() <= max(1.5 * change[24_000:48_000].max(), 2e-3)
    # Rung out, and heard is what fell in meanwhile.
    heard = np.abs(track[48_200:49_000]).max(), np.abs(track[96_000:]).max()
    assert (heard[0] > 0.2) == (sound == "goes on")
    assert heard[1] > 0.01


def test_a_brought_film_is_one_shot_however_often_it_is_extended(tmp_path: Path) -> None:
    """Where an extension of it is cut does not show: camera and weather go on, and a new prompt melts in."""
    theirs = brought(tmp_path / "a.mp4", "none")
    whole = replace(CAT, prompt="snow, pan left", seconds=4, origin=Extension({}, 7, 1.0, theirs))
    stored = plan(whole).understood()
    late = replace(whole, prompt="", origin=Extension(stored, 7, 4.0, theirs))
    assert plan(late).still == 1.0
    (one,), (two,) = stills(whole, [3.5]), stills(late, [0.5])
    assert (one == two).all()
    noir = replace(late, prompt="film noir")
    gaps = [distance(a, b) for a, b in zip(stills(noir, [0, 2]), stills(late, [0, 2]), strict=True)]
    assert gaps[0] < 0.5 < 10 < gaps[1]
    with pytest.raises(EngineFailed, match="brought"):
        plan(replace(whole, origin=Edit(stored, 7)))


def test_films_are_joined_frame_for_frame(cat: Rendered, tmp_path: Path) -> None:
    """One encoder's pictures are copied; another quality's are encoded again; the length is the sum."""
    film = joined(cat.path, cat.path, tmp_path / "copied.mp4")
    assert (probe(film).frames, probe(film).seconds) == (96, 4.0)
    assert probe(film).sound_seconds == pytest.approx(4, abs=1 / 24)
    seen = list(reading.frames(cat.path))
    assert all((a == b).all() for a, b in zip([*seen, *seen], reading.frames(film), strict=True))
    fine = render(replace(CAT, seconds=1, quality=Quality.HIGH), tmp_path / "fine")
    assert probe(joined(cat.path, fine.path, tmp_path / "mixed.mp4")).frames == 72


def test_an_uploaded_film_is_graded_and_gets_the_weather(cat: Rendered, tmp_path: Path) -> None:
    """Its frames stay what they show; a style without colour takes it away; snow brightens; nothing asked,
    nothing changed."""
    dull = RenderRequest("add a dog", SIZE, 2, Quality.HIGH, 7, origin=Regrade(cat.path, 2.0))
    same = render(dull, tmp_path / "a")
    noir = render(replace(dull, prompt="film noir, snow"), tmp_path / "b")
    source = list(reading.frames(cat.path))
    kept, graded = list(reading.frames(same.path)), list(reading.frames(noir.path))
    assert len(kept) == len(graded) == 48
    assert distance(source[30], kept[30]) < 4
    assert "dog" in str(same.understood)
    assert np.ptp(graded[30].astype(int), axis=2).mean() < 6 < np.ptp(source[30].astype(int), axis=2).mean()
    shapes = np.corrcoef(graded[30].mean(axis=2).ravel(), source[30].mean(axis=2).ravel())[0, 1]
    assert shapes > 0.5


def test_an_uploaded_films_sound_lies_under_the_weathers(cat: Rendered, tmp_path: Path) -> None:
    """Sound is kept as it is where nothing is laid over it, and heard under the rain; without any,
    silence."""
    asked = RenderRequest("noir", SIZE, 1, Quality.STANDARD, 7, origin=Regrade(cat.path, 1.0))
    theirs = reading.sound(cat.path, 1)[:, 0]
    kept = reading.sound(render(asked, tmp_path / "a").path, 1)[:, 0]
    rain = reading.sound(render(replace(asked, prompt="rain"), tmp_path / "b").path, 1)[:, 0]
    assert np.corrcoef(theirs, kept)[0, 1] > 0.8
    assert 0.3 < np.corrcoef(theirs, rain)[0, 1] < 0.8


def test_an_edit_holds_one_frame_at_a_time(cat: Rendered, tmp_path: Path) -> None:
    """A film is read as it is drawn: progress is told long before its end is read."""
    told: list[float] = []
    engine = AnimaticEngine()
    engine.load()
    engine.render(
        RenderRequest("rain", SIZE, 5, Quality.STANDARD, 7, origin=Regrade(cat.path, 4.5)),
        tmp_path,
        told.append,
    )
    assert len(told) == 109
    assert probe(tmp_path / "film.mp4").frames == 108  # as long as it was said to be: its last frame stays
