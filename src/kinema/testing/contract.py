"""The suite that every local engine must pass, ours and third parties'.

A test module of an engine's own subclasses it, and pytest does the rest::

    class TestMyEngine(EngineContract):
        engine = MyEngine
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

import av
import numpy as np

from kinema.engines.contract import (
    Cancelled,
    Capability,
    Edit,
    Extension,
    LocalEngine,
    Regrade,
    Remix,
    Rendered,
    RenderRequest,
    Report,
)
from kinema.media.joining import joined
from kinema.media.probe import probe
from kinema.media.reading import frames, sound
from kinema.videos.model import Quality
from kinema.videos.size import Size

if TYPE_CHECKING:
    from kinema.engines.contract import CastingEngine, Pixels

HEAVY = ("torch", "diffusers", "skia", "cv2", "av", "numpy")
"""What a process that never renders must not be made to import."""

FRAME = 1 / 23
"""Seconds by which a film may be longer or shorter than it was asked."""


class EngineContract:
    """Subclass it and name the engine; `size` and `seconds` are of the films that are rendered."""

    engine: type[LocalEngine]
    size: ClassVar[Size] = Size(320, 180)
    seconds: ClassVar[int] = 1
    prompt: ClassVar[str] = "A cat dancing in the rain, cinematic style"
    change: ClassVar[str] = "it snows at dawn"

    def request(self, **changes: object) -> RenderRequest:
        """Return a request that the engine must serve."""
        values: dict[str, object] = {
            "prompt": self.prompt,
            "size": self.size,
            "seconds": self.seconds,
            "quality": Quality.STANDARD,
            "seed": 7,
            **changes,
        }
        return RenderRequest(**values)  # type: ignore[arg-type]

    @contextmanager
    def rendered(self, request: RenderRequest, report: Report | None = None) -> Iterator[Rendered]:
        """Lend the film of a request."""
        engine = self.engine()
        engine.load()
        try:
            with tempfile.TemporaryDirectory() as folder:
                yield engine.render(request, Path(folder), report or _ignore)
        finally:
            engine.close()

    def test_its_spec_is_read_without_anything_heavy(self) -> None:
        """Naming what an engine can do imports no library that only rendering needs."""
        home = self.engine.__module__
        script = f"import sys, {home}; print(*(set({HEAVY!r}) & set(sys.modules)))"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.split() == []

    def test_its_spec_allows_what_is_rendered_here(self) -> None:
        """The spec holds for the films of this suite."""
        spec = self.engine.spec
        assert spec.name
        assert spec.version
        assert spec.sizes is None or self.size in spec.sizes
        assert self.seconds in spec.seconds

    def test_a_film_is_as_it_was_asked(self) -> None:
        """A film has exactly the asked size, the asked length within a frame, and sound where promised."""
        with self.rendered(self.request()) as made:
            film = probe(made.path)
        assert film.size == self.size
        assert abs(film.seconds - self.seconds) <= FRAME
        assert film.fps > 23.9
        assert (film.video_codec, film.pixel_format) == ("h264", "yuv420p")
        assert film.has_sound == self.engine.spec.sound
        assert not film.has_sound or abs(film.sound_seconds - film.seconds) <= FRAME

    def test_the_same_request_draws_the_same_frames(self) -> None:
        """Rendering is a function of the request: twice the same one is frame by frame the same film."""
        prints = []
        for _ in range(2):
            with self.rendered(self.request()) as made:
                prints.append(_fingerprint(made.path))
        assert prints[0] == prints[1]

    def test_progress_rises_to_the_end(self) -> None:
        """Progress is reported, between 0 and 1, never falls, and ends near 1."""
        told: list[float] = []

        def note(fraction: float) -> None:
            told.append(fraction)

        with self.rendered(self.request(), note):
            pass
        assert told
        assert told == sorted(told)
        assert told[0] >= 0
        assert 0.9 <= told[-1] <= 1

    def test_a_cancelled_render_stops(self) -> None:
        """Where the report raises `Cancelled`, the render ends with it and with no other error."""

        def cancel(fraction: float) -> None:
            raise Cancelled(fraction)

        try:
            with self.rendered(self.request(), cancel):
                raise AssertionError("the render went on to its end")
        except Cancelled:
            pass

    def test_the_reference_is_the_first_frame(self) -> None:
        """An engine that takes a reference begins with it: 35 dB PSNR or more."""
        if not self.engine.spec.reference:
            return
        across = np.linspace(0, 255, self.size.width)[None, :, None]
        down = np.linspace(0, 255, self.size.height)[:, None, None]
        reference = np.concatenate(
            np.broadcast_arrays(across, down, np.full_like(across + down, 128)), axis=2
        ).astype(np.uint8)
        with self.rendered(self.request(reference=reference)) as made, av.open(str(made.path)) as film:
            first = next(film.decode(video=0)).to_ndarray(format="rgb24")
        error = float(np.mean((first.astype(float) - reference) ** 2))
        assert 10 * np.log10(255**2 / max(error, 1e-9)) >= 35

    def test_a_film_comes_from_a_film_where_the_engine_says_so(self) -> None:
        """What an engine understood can be stored as JSON, and its remix and edit are films as they were
        asked; an edit of that edit too."""
        can = self.engine.spec.can
        for kind, capability in ((Remix, Capability.REMIX), (Edit, Capability.EDIT)):
            if capability not in can:
                continue
            scene, seed = self.stored(), self.request().seed
            for _ in range(2):
                with self.rendered(self.request(prompt=self.change, origin=kind(scene, seed))) as made:
                    self.check(made)
                    scene = json.loads(json.dumps(made.understood))

    def test_an_extension_follows_its_film_without_a_cut(self) -> None:
        """Across the cut two frames differ no more than frames of the film's last second do, the sound has no
        step, and what was extended can be extended again."""
        if Capability.EXTEND not in self.engine.spec.can:
            return
        scene, seed = None, self.request().seed
        before: _Seen | None = None
        for part in range(3):
            origin = None if scene is None else Extension(scene, seed, part * float(self.seconds))
            with self.rendered(self.request(origin=origin)) as made:
                self.check(made)
                now = _seen(made.path)
                scene = json.loads(json.dumps(made.understood))
            if before is not None:
                assert _distance(before.last, now.first) <= before.largest_change
                assert abs(now.sound_begins - before.sound_ends) <= before.largest_step + 1e-3
            before = now

    def test_a_brought_film_goes_on_without_a_cut(self) -> None:
        """Just so where a film comes without a scene, and where that film then holds both; what the prompt
        lays over the picture may change it more than the film before did."""
        if Capability.EXTEND_BROUGHT not in self.engine.spec.can:
            return
        with self.rendered(self.request()) as source, tempfile.TemporaryDirectory() as folder:
            film, scene = source.path, dict[str, Any]()
            for part in (1, 2):
                start = part * float(self.seconds)
                asked = self.request(prompt=self.change, origin=Extension(scene, 7, start, film))
                with self.rendered(asked) as made:
                    self.check(made)
                    before, now = _seen(film), _seen(made.path)
                    scene = json.loads(json.dumps(made.understood))
                    film = joined(film, made.path, Path(folder, f"{part}.mp4"))
                assert _distance(before.last, now.first) <= max(before.largest_change, now.largest_change)
                assert abs(now.sound_begins - before.sound_ends) <= before.largest_step + 1e-3

    def test_a_brought_film_is_changed_and_keeps_its_length(self) -> None:
        """A film that anybody made comes back at the asked size and length; a prompt that says nothing leaves
        its picture as it is, within what encoding costs."""
        if Capability.REGRADE not in self.engine.spec.can:
            return
        with self.rendered(self.request()) as source:
            kept = _seen(source.path)
            for prompt in (self.change, ""):
                with self.rendered(
                    self.request(prompt=prompt, origin=Regrade(source.path, float(self.seconds)))
                ) as made:
                    self.check(made)
                    now = _seen(made.path)
        assert _distance(kept.last, now.last) < 8

    def test_a_character_is_cut_out_and_plays(self) -> None:
        """A character is made from a film, small enough and with a palette, and changes the film that names
        it and no other."""
        if Capability.CHARACTERS not in self.engine.spec.can:
            return
        engine = cast("CastingEngine", self.engine())
        engine.load()
        with self.rendered(self.request(seconds=2)) as source:
            character = engine.cut_out(source.path, "Zorro")
        engine.close()
        assert character.name == "Zorro"
        assert character.pixels.shape[2] == 4
        assert max(character.pixels.shape[:2]) <= 512
        assert 0 <= character.quality <= 1
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in character.palette)
        prints = []
        for prompt, characters in (
            ("Zorro in a meadow", (character,)),
            ("A meadow", (character,)),
            ("A meadow", ()),
        ):
            with self.rendered(self.request(prompt=prompt, characters=characters)) as made:
                prints.append(_fingerprint(made.path))
        assert prints[0] != prints[1] == prints[2]

    def stored(self) -> Mapping[str, Any]:
        """What the engine understood of a film, as it comes back from where it was stored."""
        with self.rendered(self.request()) as made:
            stored: Mapping[str, Any] = json.loads(json.dumps(made.understood))
        return stored

    def check(self, made: Rendered) -> None:
        """A film is of the size and length of this suite's requests."""
        film = probe(made.path)
        assert film.size == self.size
        assert abs(film.seconds - self.seconds) <= FRAME


class _Seen(NamedTuple):
    """The ends of a film, and how much follows on each other in its last second."""

    first: Pixels
    last: Pixels
    largest_change: float
    sound_begins: float
    sound_ends: float
    largest_step: float


def _seen(path: Path) -> _Seen:
    first: Pixels | None = None
    last: list[Pixels] = []
    for frame in frames(path):
        first = frame if first is None else first
        last = [*last[-24:], frame]
    assert first is not None
    track = sound(path, 600).mean(axis=1) if len(sound(path, 1)) else np.zeros(2)
    steps = np.abs(np.diff(track[-48_000:]))
    changes = [_distance(one, two) for one, two in pairwise(last)]
    return _Seen(
        first, last[-1], max(changes), float(track[0]), float(track[-1]), float(steps.max(initial=0.0))
    )


def _distance(one: Pixels, two: Pixels) -> float:
    return float(np.abs(one.astype(int) - two).mean())


def _ignore(fraction: float) -> None:
    """Hear of progress and do nothing."""


def _fingerprint(path: Path) -> str:
    digest = hashlib.sha256()
    with av.open(str(path)) as film:
        for frame in film.decode(video=0):
            digest.update(frame.to_ndarray(format="rgb24").tobytes())
    return digest.hexdigest()
